/// What a column stores per row: an unsigned distance from its segment's minimum.
@usableFromInline
package typealias ColumnOffset = FixedWidthInteger & UnsignedInteger

/// Keeps the bits that both have.
///
/// - Precondition: both are of one length.
package func intersect(_ words: inout MutableSpan<UInt64>, with other: Span<UInt64>) {
  precondition(words.count == other.count)
  for index in words.indices { words[index] &= other[index] }
}

/// Keeps the bits that either has.
///
/// - Precondition: both are of one length.
package func unite(_ words: inout MutableSpan<UInt64>, with other: Span<UInt64>) {
  precondition(words.count == other.count)
  for index in words.indices { words[index] |= other[index] }
}

/// Copies a bitmap.
///
/// - Precondition: both are of one length.
package func copy(_ source: Span<UInt64>, into words: inout MutableSpan<UInt64>) {
  precondition(words.count == source.count)
  for index in words.indices { words[index] = source[index] }
}

/// Turns every bit of the first `count` rows round; bits past them become zero.
///
/// - Precondition: `words` has one word per 64 rows.
package func complement(_ words: inout MutableSpan<UInt64>, count: Int) {
  precondition(words.count == (count + 63) >> 6)
  for index in words.indices { words[index] = ~words[index] }
  let used = count & 63
  // `used` is below 64, so the shift is within the word.
  if used != 0 { words[words.count - 1] &= (1 &<< UInt64(used)) &- 1 }
}

/// How many bits are set.
package func population(_ words: Span<UInt64>) -> Int {
  var total = 0
  // At most 64 for each word in memory: it cannot reach 2^63.
  for index in words.indices { total &+= words[index].nonzeroBitCount }
  return total
}

/// How many bits are set among those numbered `bits`.
///
/// - Precondition: `bits` lies within the words.
package func population(_ words: Span<UInt64>, in bits: ClosedRange<Int>) -> Int {
  let first = bits.lowerBound >> 6
  let last = bits.upperBound >> 6
  // Both shifts are by 0 to 63.
  let head = ~UInt64(0) &<< UInt64(bits.lowerBound & 63)
  let tail = ~UInt64(0) &>> UInt64(63 - bits.upperBound & 63)
  if first == last { return (words[first] & head & tail).nonzeroBitCount }
  var total = (words[first] & head).nonzeroBitCount &+ (words[last] & tail).nonzeroBitCount
  for index in (first + 1)..<last { total &+= words[index].nonzeroBitCount }
  return total
}

/// Writes the numbers of the set bits, ascending, and tells how many there are.
///
/// - Precondition: `rows` has room for every set bit.
package func listRows(_ words: Span<UInt64>, into rows: inout MutableSpan<UInt32>) -> Int {
  precondition(population(words) <= rows.count)
  var count = 0
  for index in words.indices {
    var word = words[index]
    let first = UInt32(truncatingIfNeeded: index &<< 6)
    while word != 0 {
      // `count` stays below the population, which fits.
      unsafe rows[unchecked: count] = first | UInt32(truncatingIfNeeded: word.trailingZeroBitCount)
      count &+= 1
      word &= word &- 1
    }
  }
  return count
}

/// Counts rows from one of them on.
///
/// - Precondition: `places` has room for them, and none is below `first`.
package func step(_ rows: Span<UInt32>, back first: UInt32, into places: inout MutableSpan<UInt32>)
{
  precondition(places.count >= rows.count)
  for index in rows.indices { places[index] = rows[index] &- first }
}
