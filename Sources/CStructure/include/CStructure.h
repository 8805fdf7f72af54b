#ifndef HOI_CSTRUCTURE_H
#define HOI_CSTRUCTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// As `StructureScan` of HoiKernels, which says what each member means.
struct structure_scan {
  uint64_t count;
  uint64_t row_ends;
  uint64_t line_feeds;
  bool is_quoted;
  bool has_return;
  bool has_stray_quote;
  bool after_end;
  bool after_closing;
};

/// The instructions that a scan is compiled for, each more than the one before.
enum structure_instructions {
  structure_instructions_plain = 0,
  structure_instructions_avx2 = 1,
  structure_instructions_avx512 = 2,
};

/// The most that this processor has.
enum structure_instructions structure_instructions_here(void);

/// Lists the delimiters and line feeds among `bytes[first ..< end]` that are not within quotes: the same
/// as `listStructure` of HoiKernels, on which see for what must be readable and writable around them.
///
/// The processor must have `instructions`, which must not be plain: that scan is written in Swift.
void structure_list(
    enum structure_instructions instructions, const uint8_t *bytes, size_t first, size_t end,
    uint8_t delimiter, struct structure_scan *scan, uint32_t *positions);

#endif
