/// Groups that count are numbered from here; rows that do not count are spread over those below.
///
/// One group for all of them would make each addition wait for the one before.
@inlinable package var firstGroup: UInt32 { 64 }

/// Copies the offsets of listed rows, widened.
///
/// - Precondition: `gathered` is at least as long as `rows`; every row is within `offsets`.
@inlinable
package func gather<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, rows: Span<UInt32>, into gathered: inout MutableSpan<UInt64>
) {
  precondition(gathered.count >= rows.count)
  for place in rows.indices {
    gathered[place] = UInt64(truncatingIfNeeded: offsets[Int(rows[place])])
  }
}

/// Gives each row the slot of its code.
///
/// - Parameters:
///   - offsets: one per row, counted from the segment's smallest code.
///   - slots: one per code, from that smallest code on.
///   - adding: false writes the groups, true adds to what the keys before wrote.
///   - copies: of each group, a power of two; where groups are written, rows take them in turn.
/// - Precondition: `groups` is at least as long as `offsets`; every offset is within `slots`, and the
///   slots of all keys together stay below 2^32.
@inlinable
package func placeInGroups<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, slots: Span<UInt32>, adding: Bool, copies: UInt32 = 1,
  groups: inout MutableSpan<UInt32>
) {
  precondition(groups.count >= offsets.count)
  if adding {
    for row in offsets.indices {
      let slot = slots[Int(truncatingIfNeeded: offsets[row])]
      unsafe groups[unchecked: row] &+= slot
    }
  } else {
    for row in offsets.indices {
      let slot = slots[Int(truncatingIfNeeded: offsets[row])]
      unsafe groups[unchecked: row] =
        slot &+ (UInt32(truncatingIfNeeded: row) & (copies &- 1))
    }
  }
}

/// Gives each row the slot of its code, where slots are evenly apart.
///
/// - Parameters:
///   - offsets: one per row, counted from the segment's smallest code.
///   - first: the slot of that smallest code.
///   - adding: false writes the groups, true adds to what the keys before wrote.
///   - copies: as above.
/// - Precondition: `groups` is at least as long as `offsets`; the slots of all keys together stay
///   below 2^32.
@inlinable
package func stepIntoGroups<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, first: UInt32, stride: UInt32, adding: Bool, copies: UInt32 = 1,
  groups: inout MutableSpan<UInt32>
) {
  precondition(groups.count >= offsets.count)
  if stride.nonzeroBitCount == 1 {
    // Shifting becomes vector code on every processor, multiplying 32 bits does not.
    let shift = UInt32(truncatingIfNeeded: stride.trailingZeroBitCount)
    writeGroups(count: offsets.count, adding: adding, copies: copies, into: &groups) { row in
      first &+ (UInt32(truncatingIfNeeded: unsafe offsets[unchecked: row]) &<< shift)
    }
  } else if stride < 1 << 15 {
    // So does multiplying numbers that are seen to have no more than 15 bits, or 16.
    let narrow = stride & 0x7FFF
    writeGroups(count: offsets.count, adding: adding, copies: copies, into: &groups) { row in
      first &+ UInt32(truncatingIfNeeded: unsafe offsets[unchecked: row]) &* narrow
    }
  } else {
    writeGroups(count: offsets.count, adding: adding, copies: copies, into: &groups) { row in
      first &+ UInt32(truncatingIfNeeded: unsafe offsets[unchecked: row]) &* stride
    }
  }
}

/// Gives each row the slot of two codes of one byte, both of whose slots are evenly apart.
///
/// - Parameters:
///   - first: the slot of the smallest code of both.
///   - strides: of either.
///   - copies: of each group, 1, 2, 4 or 8, which rows take in turn.
/// - Precondition: `groups` is at least as long as either; every slot is below 2^16.
package func stepIntoGroups(
  _ offsets: Span<UInt8>, and others: Span<UInt8>, first: UInt16, strides: (UInt16, UInt16),
  copies: UInt16 = 1, groups: inout MutableSpan<UInt32>
) {
  precondition(copies <= 8 && copies.nonzeroBitCount == 1)
  let count = offsets.count
  precondition(others.count == count && groups.count >= count)
  let (source, other) = (offsets.bytes, others.bytes)
  // Eight rows at a time, so that each of them has the same copy as eight rows before.
  let slots = SIMD8(repeating: first) &+ (SIMD8(0, 1, 2, 3, 4, 5, 6, 7) & (copies &- 1))
  let (stride, otherStride) = (SIMD8(repeating: strides.0), SIMD8(repeating: strides.1))
  let whole = count & ~7
  do {
    var target = groups.mutableBytes
    var row = 0
    // Eight rows from `row` on, all below `whole <= count`.
    while row < whole {
      let codes = SIMD8<UInt16>(
        truncatingIfNeeded: unsafe source.unsafeLoadUnaligned(
          fromUncheckedByteOffset: row, as: SIMD8<UInt8>.self))
      let otherCodes = SIMD8<UInt16>(
        truncatingIfNeeded: unsafe other.unsafeLoadUnaligned(
          fromUncheckedByteOffset: row, as: SIMD8<UInt8>.self))
      let found = slots &+ codes &* stride &+ otherCodes &* otherStride
      unsafe target.storeBytes(
        of: SIMD8<UInt32>(truncatingIfNeeded: found), toUncheckedByteOffset: row &* 4,
        as: SIMD8<UInt32>.self)
      row &+= 8
    }
  }
  for row in whole..<count {
    groups[row] = UInt32(
      first &+ UInt16(offsets[row]) &* strides.0 &+ UInt16(others[row]) &* strides.1
        &+ (UInt16(truncatingIfNeeded: row) & (copies &- 1)))
  }
}

/// - Precondition: there are at least as many groups as rows, which `slot` takes.
@inlinable @inline(__always)
package func writeGroups(
  count: Int, adding: Bool, copies: UInt32, into groups: inout MutableSpan<UInt32>,
  _ slot: (Int) -> UInt32
) {
  if adding {
    for row in 0..<count {
      let slot = slot(row)
      unsafe groups[unchecked: row] &+= slot
    }
  } else {
    for row in 0..<count {
      let slot = slot(row)
      unsafe groups[unchecked: row] =
        slot &+ (UInt32(truncatingIfNeeded: row) & (copies &- 1))
    }
  }
}

/// Adds each row's offset, times a stride, to its packed key.
///
/// - Parameter first: what offset 0 adds.
/// - Precondition: `packed` is at least as long as `offsets`; what all keys together add stays below
///   2^64.
@inlinable
package func packOffsets<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, first: UInt64, stride: UInt64, packed: inout MutableSpan<UInt64>
) {
  precondition(packed.count >= offsets.count)
  for row in offsets.indices {
    unsafe packed[unchecked: row] &+= first &+ UInt64(truncatingIfNeeded: offsets[row]) &* stride
  }
}

/// Adds the rank of each row's code, times a stride, to its packed key.
///
/// - Parameters:
///   - offsets: one per row, counted from the segment's smallest code.
///   - ranks: one per code, from that smallest code on.
/// - Precondition: `packed` is at least as long as `offsets`; every offset is within `ranks`, and the
///   ranks times the strides of all keys together stay below 2^64.
@inlinable
package func packKeys<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, ranks: Span<UInt32>, stride: UInt64,
  packed: inout MutableSpan<UInt64>
) {
  precondition(packed.count >= offsets.count)
  for row in offsets.indices {
    let rank = ranks[Int(truncatingIfNeeded: offsets[row])]
    unsafe packed[unchecked: row] &+= UInt64(rank) &* stride
  }
}

/// Adds one number to the first `count`.
@inlinable
package func addEverywhere<Number: FixedWidthInteger>(
  _ number: Number, count: Int, to numbers: inout MutableSpan<Number>
) {
  precondition(count <= numbers.count)
  for index in 0..<count { numbers[index] &+= number }
}

/// Gives the first `count` rows one slot.
///
/// - Parameter copies: of its group, a power of two, which rows take in turn.
package func setEverywhere(
  _ slot: UInt32, count: Int, copies: UInt32 = 1, in groups: inout MutableSpan<UInt32>
) {
  precondition(count <= groups.count)
  for row in 0..<count {
    groups[row] = slot &+ (UInt32(truncatingIfNeeded: row) & (copies &- 1))
  }
}

/// Parts places among all combinations of some keys: into those among the keys before the last, and the
/// ranks of the members of the last.
///
/// - Parameters:
///   - places: divided by the count, rounded down.
///   - memberCount: how many members the last key has.
///   - ranks: the remainders; overwritten.
/// - Precondition: there are as many ranks as places; places are below 2^20, and the count is at most that.
package func splitPlaces(
  _ places: inout MutableSpan<UInt32>, by memberCount: Int, ranks: inout MutableSpan<UInt32>
) {
  precondition(ranks.count == places.count && memberCount > 0 && memberCount <= 1 << 20)
  // The divisor's reciprocal in units of 2^-shift, too large by less than one of them: for a place n and a
  // divisor d that makes n/d too large by less than n * 2^-shift, which is below 2^20 * 2^-shift and so at
  // most the 1/d that would reach the next whole number. It has at most 21 bits and a place 20: products of
  // two halves of 32 bits are vector code on every processor.
  let divisor = UInt64(memberCount)
  let shift = UInt64(20 &+ Int.bitWidth &- (memberCount &- 1).leadingZeroBitCount)
  let reciprocal = (((1 &<< shift) &+ divisor &- 1) / divisor) & 0xFFFF_FFFF
  for index in places.indices {
    let place = UInt64(unsafe places[unchecked: index] & 0xF_FFFF)
    let quotient = (place &* reciprocal) &>> shift
    unsafe ranks[unchecked: index] =
      UInt32(truncatingIfNeeded: place &- (quotient & 0xF_FFFF) &* divisor)
    unsafe places[unchecked: index] = UInt32(truncatingIfNeeded: quotient)
  }
}

/// The members at some places.
///
/// - Precondition: `found` has room for each; every place is within `members`.
package func lookUp(
  _ members: Span<Int32>, at places: Span<UInt32>, into found: inout MutableSpan<Int32>
) {
  precondition(found.count >= places.count)
  for index in places.indices {
    let member = members[Int(unsafe places[unchecked: index])]
    unsafe found[unchecked: index] = member
  }
}
