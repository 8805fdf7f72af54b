// Several sums of a group in one word, each in bits of its own: one addition for all of them.

/// Adds one number to the word of each row's group.
///
/// - Parameters:
///   - groups: one group number per row; all copies of it are below `words.count`.
///   - copies: as for `addByGroup`.
/// - Precondition: nothing that is ever added makes a part of a word overflow into the next.
package func addPacked(
  _ constant: UInt64, groups: Span<UInt32>, copies: Int, words: inout MutableSpan<UInt64>
) {
  for row in groups.indices {
    let group = Int(unsafe groups[unchecked: row]) &+ (row & (copies &- 1))
    unsafe words[unchecked: group] &+= constant
  }
}

/// Adds each offset, and one number, to the word of its row's group.
///
/// - Parameter shift: where the part of the offsets begins.
/// - Precondition: as above; `offsets.count == groups.count`.
@inlinable
package func addPacked<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, shift: UInt64, constant: UInt64, groups: Span<UInt32>, copies: Int,
  words: inout MutableSpan<UInt64>
) {
  precondition(offsets.count == groups.count)
  for row in offsets.indices {
    let group = Int(unsafe groups[unchecked: row]) &+ (row & (copies &- 1))
    let addend = UInt64(truncatingIfNeeded: offsets[row]) &<< shift
    unsafe words[unchecked: group] &+= addend &+ constant
  }
}

/// Adds the offsets of two columns, and one number, to the word of each row's group.
///
/// - Parameter shift: where the part of the second column begins; that of the first begins at 0.
/// - Precondition: as above, for both columns.
@inlinable
package func addPacked<First: ColumnOffset, Second: ColumnOffset>(
  _ first: Span<First>, _ second: Span<Second>, shift: UInt64, constant: UInt64,
  groups: Span<UInt32>, copies: Int, words: inout MutableSpan<UInt64>
) {
  precondition(first.count == groups.count && second.count == groups.count)
  for row in first.indices {
    let group = Int(unsafe groups[unchecked: row]) &+ (row & (copies &- 1))
    let low = UInt64(truncatingIfNeeded: first[row])
    let high = UInt64(truncatingIfNeeded: unsafe second[unchecked: row]) &<< shift
    unsafe words[unchecked: group] &+= low &+ high &+ constant
  }
}

/// Adds one part of every word to a sum.
///
/// - Parameters:
///   - shift: where the part begins.
///   - mask: its bits, shifted down.
/// - Precondition: `sums` is no shorter than `words`; no sum wraps.
@inlinable
package func addPart<Sum: FixedWidthInteger & SignedInteger>(
  of words: Span<UInt64>, shift: UInt64, mask: UInt64, to sums: inout MutableSpan<Sum>
) {
  precondition(sums.count >= words.count)
  for place in words.indices {
    let part = (unsafe words[unchecked: place] &>> shift) & mask
    unsafe sums[unchecked: place] &+= Sum(truncatingIfNeeded: part)
  }
}
