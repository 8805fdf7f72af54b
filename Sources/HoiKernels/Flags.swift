// Flags are a byte per row: all bits where it is selected, none where it is not. They take eight times
// the room of a bitmap, but what is read in bytes is kept or dropped by them at the cost of one `&`.

/// How many rows are flagged.
package func flagCount(_ flags: Span<UInt8>) -> Int {
  let raw = flags.bytes
  let whole = flags.count & ~63
  let ones = SIMD8<UInt64>(repeating: 0x0101_0101_0101_0101)
  var total = 0
  var row = 0
  while row < whole {
    let end = min(row &+ 64 &* 255, whole)
    // A byte takes in 255 ones at most.
    var sums = SIMD8<UInt64>()
    while row < end {
      sums &+=
        unsafe raw.unsafeLoadUnaligned(
          fromUncheckedByteOffset: row, as: SIMD8<UInt64>.self) & ones
      row &+= 64
    }
    total &+= Int(truncatingIfNeeded: sumOfHalves(pairwise(sums)))
  }
  for row in whole..<flags.count where flags[row] != 0 { total &+= 1 }
  return total
}

/// Adds up the offsets of flagged rows.
///
/// - Precondition: there is a flag for each row.
package func flaggedSum(_ offsets: Span<UInt8>, flags: Span<UInt8>) -> UInt64 {
  precondition(flags.count >= offsets.count)
  let (values, kept) = (offsets.bytes, flags.bytes)
  let whole = offsets.count & ~63
  var total: UInt64 = 0
  var row = 0
  while row < whole {
    let end = min(row &+ 64 &* 128, whole)
    // Two bytes below 2^8 a step, 128 steps: below 2^16.
    var sums = SIMD8<UInt64>()
    while row < end {
      sums &+= pairwise(
        unsafe values.unsafeLoadUnaligned(fromUncheckedByteOffset: row, as: SIMD8<UInt64>.self)
          & kept.unsafeLoadUnaligned(fromUncheckedByteOffset: row, as: SIMD8<UInt64>.self))
      row &+= 64
    }
    total &+= sumOfHalves(sums)
  }
  for row in whole..<offsets.count { total &+= UInt64(offsets[row] & flags[row]) }
  return total
}

/// Adds up the offsets of flagged rows in two columns at once.
///
/// - Precondition: there is a flag for each row.
package func flaggedSums(
  _ offsets: Span<UInt8>, _ others: Span<UInt8>, flags: Span<UInt8>
) -> (UInt64, UInt64) {
  let count = offsets.count
  precondition(others.count == count && flags.count >= count)
  let (values, otherValues, kept) = (offsets.bytes, others.bytes, flags.bytes)
  let whole = count & ~31
  var totals: (UInt64, UInt64) = (0, 0)
  var row = 0
  while row < whole {
    let end = min(row &+ 32 &* 128, whole)
    // As for one column, half as many rows a step.
    var sums = SIMD8<UInt64>()
    while row < end {
      let flags = unsafe kept.unsafeLoadUnaligned(
        fromUncheckedByteOffset: row, as: SIMD4<UInt64>.self)
      let left =
        unsafe values.unsafeLoadUnaligned(fromUncheckedByteOffset: row, as: SIMD4<UInt64>.self)
        & flags
      let right =
        unsafe otherValues.unsafeLoadUnaligned(
          fromUncheckedByteOffset: row, as: SIMD4<UInt64>.self) & flags
      sums &+= pairwise(SIMD8(lowHalf: left, highHalf: right))
      row &+= 32
    }
    totals.0 &+= sumOfHalves(SIMD8(lowHalf: sums.lowHalf, highHalf: SIMD4()))
    totals.1 &+= sumOfHalves(SIMD8(lowHalf: sums.highHalf, highHalf: SIMD4()))
  }
  for row in whole..<count {
    totals.0 &+= UInt64(offsets[row] & flags[row])
    totals.1 &+= UInt64(others[row] & flags[row])
  }
  return totals
}

/// Neighbouring bytes added up to 16 bits.
@inline(__always)
private func pairwise(_ bytes: SIMD8<UInt64>) -> SIMD8<UInt64> {
  let low = SIMD8<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
  return (bytes & low) &+ ((bytes &>> 8) & low)
}

/// All numbers of 16 bits added up.
@inline(__always)
private func sumOfHalves(_ halves: SIMD8<UInt64>) -> UInt64 {
  var total: UInt64 = 0
  for lane in 0..<8 {
    let lane = halves[lane]
    total &+= (lane & 0xFFFF) &+ ((lane &>> 16) & 0xFFFF) &+ ((lane &>> 32) & 0xFFFF)
    total &+= lane &>> 48
  }
  return total
}

/// Adds up the offsets of flagged rows.
///
/// - Precondition: offsets have at most 32 bits and are at most 2^17, so that the sum is below 2^49;
///   there is a flag for each row.
@inlinable
package func flaggedSum<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, flags: Span<UInt8>
) -> UInt64 {
  precondition(Offset.bitWidth <= 32 && offsets.count <= 1 << 17 && flags.count >= offsets.count)
  var total: UInt64 = 0
  if Offset.bitWidth <= 16 {
    var first = 0
    while first < offsets.count {
      let end = min(first &+ 1 << 15, offsets.count)
      var lane: UInt32 = 0
      // 2^15 rows below 2^16 each: below 2^31.
      for row in first..<end {
        let mask = UInt32(bitPattern: Int32(Int8(bitPattern: unsafe flags[unchecked: row])))
        lane &+= UInt32(truncatingIfNeeded: unsafe offsets[unchecked: row]) & mask
      }
      total &+= UInt64(lane)
      first = end
    }
    return total
  }
  for row in offsets.indices {
    let mask = UInt64(bitPattern: Int64(Int8(bitPattern: unsafe flags[unchecked: row])))
    total &+= UInt64(truncatingIfNeeded: unsafe offsets[unchecked: row]) & mask
  }
  return total
}

/// Adds up the offsets of 64 bits of flagged rows.
///
/// - Precondition: at most 2^17 offsets, so that the sum is below 2^81; there is a flag for each row.
package func wideFlaggedSum(_ offsets: Span<UInt64>, flags: Span<UInt8>) -> UInt128 {
  precondition(offsets.count <= 1 << 17)
  var total: UInt128 = 0
  for row in offsets.indices where flags[row] != 0 { total &+= UInt128(offsets[row]) }
  return total
}

/// How many of some rows are flagged.
///
/// - Precondition: every row is within `flags`.
package func flagCount(_ flags: Span<UInt8>, at rows: Span<UInt32>) -> Int {
  var count = 0
  for place in rows.indices { count &+= Int(flags[Int(rows[place])] & 1) }
  return count
}

/// Adds up the offsets of those of some rows that are flagged.
///
/// - Precondition: every row is within `offsets` and `flags`; at most 2^17 rows of at most 32 bits, so
///   that the sum is below 2^49.
@inlinable
package func flaggedSum<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, flags: Span<UInt8>, at rows: Span<UInt32>
) -> UInt64 {
  precondition(Offset.bitWidth <= 32 && rows.count <= 1 << 17)
  var total: UInt64 = 0
  for place in rows.indices {
    let row = Int(rows[place])
    let mask = UInt64(bitPattern: Int64(Int8(bitPattern: flags[row])))
    total &+= UInt64(truncatingIfNeeded: offsets[row]) & mask
  }
  return total
}

/// Writes flags as one bit per row; bits past the last row become zero.
///
/// - Precondition: `words` has one word per 64 rows.
package func packFlags(_ flags: Span<UInt8>, into words: inout MutableSpan<UInt64>) {
  precondition(words.count == (flags.count + 63) >> 6)
  for index in words.indices { words[index] = packedFlags(flags, index) }
}

/// Takes the bits of rows that are not flagged out of a bitmap.
///
/// - Precondition: `words` has one word per 64 rows, and bits past the last row are zero.
package func keepFlagged(_ words: inout MutableSpan<UInt64>, flags: Span<UInt8>) {
  precondition(words.count == (flags.count + 63) >> 6)
  for index in words.indices where words[index] != 0 {
    words[index] &= packedFlags(flags, index)
  }
}

/// The bits of the 64 rows of a word.
@inline(__always)
private func packedFlags(_ flags: Span<UInt8>, _ index: Int) -> UInt64 {
  let first = index &<< 6
  guard first &+ 64 <= flags.count else {
    var word: UInt64 = 0
    for row in first..<flags.count where flags[row] != 0 { word |= 1 &<< UInt64(row & 63) }
    return word
  }
  let block = unsafe flags.bytes.unsafeLoadUnaligned(
    fromUncheckedByteOffset: first, as: SIMD8<UInt64>.self)
  // Where flags are few, most blocks have none.
  let any = block.lowHalf | block.highHalf
  if any[0] | any[1] | any[2] | any[3] == 0 { return 0 }
  let ones = block & SIMD8<UInt64>(repeating: 0x0101_0101_0101_0101)
  var word: UInt64 = 0
  for lane in 0..<8 { word |= packFlags(ones[lane]) &<< UInt64(lane &* 8) }
  return word
}
