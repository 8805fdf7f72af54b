#include "CStructure.h"

// Swift compiles a file for one processor. These two loops are compiled for three, and chosen when the
// program runs: reading a file comes down to how fast its delimiters are found.

#if defined(__x86_64__)

#include <immintrin.h>

enum structure_instructions structure_instructions_here(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi2")
      && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt")) {
    return structure_instructions_avx512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
      && __builtin_cpu_supports("popcnt")) {
    return structure_instructions_avx2;
  }
  return structure_instructions_plain;
}

/// Where four bytes stand among 64, a bit each.
struct block {
  uint64_t feeds, delimiters, quotes, returns;
};

/// Follows the quotes of up to 64 bytes; a set bit of the result is a byte outside them.
static inline __attribute__((always_inline)) uint64_t follow(
    struct structure_scan *scan, uint64_t quotes, uint64_t ends, uint64_t returns, size_t count) {
  uint64_t within = quotes;
  for (int shift = 1; shift < 64; shift *= 2) within ^= within << shift;
  if (scan->is_quoted) within = ~within;
  // A bit of `within` is set from an opening quote up to the byte before the closing one.
  uint64_t opening = quotes & within;
  uint64_t closing = quotes & ~within;
  uint64_t ended = ends & ~within;
  uint64_t before = ended << 1 | closing << 1 | (scan->after_end || scan->after_closing);
  if (opening & ~before) scan->has_stray_quote = true;
  uint64_t behind = closing << 1 | scan->after_closing;
  uint64_t used = count == 64 ? ~(uint64_t)0 : ((uint64_t)1 << count) - 1;
  if (behind & used & ~(ended | quotes | returns)) scan->has_stray_quote = true;
  scan->is_quoted = within >> (count - 1) & 1;
  scan->after_end = ended >> (count - 1) & 1;
  scan->after_closing = closing >> (count - 1) & 1;
  return ~within;
}

/// Whether the quotes of a block, or one before it, have to be followed.
static inline __attribute__((always_inline)) bool may_be_quoted(
    const struct structure_scan *scan, uint64_t quotes) {
  return (quotes != 0) | scan->is_quoted | scan->after_closing;
}

/// What is found in a block of up to 64 bytes; the bits of those to be listed.
static inline __attribute__((always_inline)) uint64_t ends_of(
    struct block block, size_t left, struct structure_scan *scan) {
  size_t count = left < 64 ? left : 64;
  uint64_t inside = left < 64 ? ((uint64_t)1 << left) - 1 : ~(uint64_t)0;
  uint64_t feeds = block.feeds & inside;
  uint64_t quotes = block.quotes & inside;
  uint64_t ends = (block.delimiters & inside) | feeds;
  scan->has_return |= (block.returns & inside) != 0;
  scan->line_feeds += (uint64_t)__builtin_popcountll(feeds);
  if (__builtin_expect(may_be_quoted(scan, quotes), 0)) {
    uint64_t outside = follow(scan, quotes, ends, block.returns, count);
    feeds &= outside;
    ends &= outside;
  } else {
    scan->after_end = ends >> (count - 1) & 1;
  }
  scan->row_ends += (uint64_t)__builtin_popcountll(feeds);
  return ends;
}

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,popcnt")))
#define AVX2 __attribute__((target("avx2,bmi,popcnt")))

/// Writes where the set bits are; returns the place behind them.
AVX512 static inline __attribute__((always_inline)) uint32_t *write_avx512(
    uint64_t ends, size_t start, __m512i places, uint32_t *next) {
  // The numbers of the set bits side by side, sixteen of which are widened at a time.
  __m512i found = _mm512_maskz_compress_epi8(ends, places);
  __m512i base = _mm512_set1_epi32((int)start);
  int count = __builtin_popcountll(ends);
  _mm512_storeu_si512(
      next, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(found))));
  if (__builtin_expect(count > 16, 0)) {
    _mm512_storeu_si512(
        next + 16,
        _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(found, 1))));
    _mm512_storeu_si512(
        next + 32,
        _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(found, 2))));
    _mm512_storeu_si512(
        next + 48,
        _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(found, 3))));
  }
  return next + count;
}

AVX512 static void list_avx512(
    const uint8_t *bytes, size_t first, size_t end, uint8_t delimiter, struct structure_scan *scan,
    uint32_t *positions) {
  __m512i feeds = _mm512_set1_epi8('\n'), delimiters = _mm512_set1_epi8((char)delimiter);
  __m512i quotes = _mm512_set1_epi8('"'), returns = _mm512_set1_epi8('\r');
  uint8_t numbers[64];
  for (int place = 0; place < 64; place++) numbers[place] = (uint8_t)place;
  __m512i places = _mm512_loadu_si512(numbers);
  struct structure_scan own = *scan;
  uint32_t *next = positions + own.count;
  // Of whole blocks without quotes; kept apart from the rest, which few blocks need, they are counted in
  // two thirds of the time.
  __mmask64 any_returns = 0;
  uint64_t plain_feeds = 0, last = (uint64_t)own.after_end << 63;
  for (size_t start = first; start < end; start += 64) {
    __m512i values = _mm512_loadu_si512(bytes + start);
    __mmask64 feeds_here = _mm512_cmpeq_epi8_mask(values, feeds);
    __mmask64 delimiters_here = _mm512_cmpeq_epi8_mask(values, delimiters);
    __mmask64 quotes_here = _mm512_cmpeq_epi8_mask(values, quotes);
    __mmask64 returns_here = _mm512_cmpeq_epi8_mask(values, returns);
    if (__builtin_expect(end - start < 64 || may_be_quoted(&own, quotes_here), 0)) {
      struct block block = { feeds_here, delimiters_here, quotes_here, returns_here };
      own.after_end = last >> 63;
      uint64_t ends = ends_of(block, end - start, &own);
      last = (uint64_t)own.after_end << 63;
      next = write_avx512(ends, start, places, next);
      continue;
    }
    any_returns |= returns_here;
    uint64_t ends = feeds_here | delimiters_here;
    plain_feeds += (uint64_t)__builtin_popcountll(feeds_here);
    last = ends;
    next = write_avx512(ends, start, places, next);
  }
  own.after_end = last >> 63;
  own.has_return |= any_returns != 0;
  own.line_feeds += plain_feeds;
  own.row_ends += plain_feeds;
  own.count = (uint64_t)(next - positions);
  *scan = own;
}

AVX2 static inline uint64_t equal_avx2(__m256i low, __m256i high, __m256i wanted) {
  uint32_t one = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
  uint32_t other = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
  return one | (uint64_t)other << 32;
}

AVX2 static void list_avx2(
    const uint8_t *bytes, size_t first, size_t end, uint8_t delimiter, struct structure_scan *scan,
    uint32_t *positions) {
  __m256i feeds = _mm256_set1_epi8('\n'), delimiters = _mm256_set1_epi8((char)delimiter);
  __m256i quotes = _mm256_set1_epi8('"'), returns = _mm256_set1_epi8('\r');
  struct structure_scan own = *scan;
  uint32_t *next = positions + own.count;
  for (size_t start = first; start < end; start += 64) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + start));
    __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + start + 32));
    struct block block = {
      equal_avx2(low, high, feeds), equal_avx2(low, high, delimiters),
      equal_avx2(low, high, quotes), equal_avx2(low, high, returns),
    };
    uint64_t ends = ends_of(block, end - start, &own);
    uint32_t *after = next + __builtin_popcountll(ends);
    // Eight at a time, whether there are so many or not: fewer jumps than one for each.
    for (; next < after; next += 8) {
      for (int place = 0; place < 8; place++) {
        next[place] = (uint32_t)start + (uint32_t)__builtin_ctzll(ends | (uint64_t)1 << 63);
        ends &= ends - 1;
      }
    }
    next = after;
  }
  own.count = (uint64_t)(next - positions);
  *scan = own;
}

void structure_list(
    enum structure_instructions instructions, const uint8_t *bytes, size_t first, size_t end,
    uint8_t delimiter, struct structure_scan *scan, uint32_t *positions) {
  switch (instructions) {
  case structure_instructions_plain: __builtin_trap();
  case structure_instructions_avx2:
    return list_avx2(bytes, first, end, delimiter, scan, positions);
  case structure_instructions_avx512:
    return list_avx512(bytes, first, end, delimiter, scan, positions);
  }
}

#else

enum structure_instructions structure_instructions_here(void) {
  return structure_instructions_plain;
}

void structure_list(
    enum structure_instructions instructions, const uint8_t *bytes, size_t first, size_t end,
    uint8_t delimiter, struct structure_scan *scan, uint32_t *positions) {
  (void)instructions, (void)bytes, (void)first, (void)end, (void)delimiter, (void)scan;
  (void)positions;
  __builtin_trap();
}

#endif
