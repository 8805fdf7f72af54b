// Several sums of a group in one word, each in bits of its own: one addition for all of them.
//
// A row's group is given by its number, 32 bits wide, or by the narrower offset of its code where
// groups are as far apart as codes are: then numbers need not be written first.

/// How rows come to the words of their groups.
@usableFromInline
package struct GroupStep {
  /// The group of offset 0, what an offset is shifted by, and how many copies of a group there are, a power
  /// of two, which rows take in turn; numbers of groups are what they are.
  @usableFromInline let first: Int
  @usableFromInline let shift: Int
  @usableFromInline let copies: Int

  package init(first: UInt32 = 0, shift: UInt32 = 0, copies: Int = 1) {
    self.first = Int(first)
    self.shift = Int(shift)
    self.copies = copies
  }

  /// Whether the word of a row is that of its code, but for where the first stands.
  @inlinable @inline(__always)
  package func isSingle<Code: ColumnOffset>(_ code: Code.Type) -> Bool {
    Code.bitWidth == 32 || copies == 1 && shift == 0
  }

  @inlinable @inline(__always)
  package func word<Code: ColumnOffset>(_ code: Code, _ row: Int) -> Int {
    first &+ (Int(truncatingIfNeeded: code) &<< shift) &+ (row & (copies &- 1))
  }
}

/// Adds one number to the word of each row's group.
///
/// - Parameters:
///   - groups: a group number per row, or an offset that `step` makes one of; it is below `words.count`,
///     and so are all copies of it.
/// - Precondition: nothing that is ever added makes a part of a word overflow into the next.
@inlinable
package func addPacked<Code: ColumnOffset>(
  _ constant: UInt64, groups: Span<Code>, step: GroupStep, words: inout MutableSpan<UInt64>
) {
  addToWords(groups, step, &words) { _ in constant }
}

/// Adds something to the word of each row's group.
///
/// - Precondition: as above.
@inlinable @inline(__always)
func addToWords<Code: ColumnOffset>(
  _ groups: Span<Code>, _ step: GroupStep, _ words: inout MutableSpan<UInt64>,
  _ addend: (Int) -> UInt64
) {
  if step.isSingle(Code.self) {
    // A loop of its own: what a row takes besides its memory is what it costs.
    let first = Code.bitWidth == 32 ? 0 : step.first
    for row in groups.indices {
      let word = first &+ Int(truncatingIfNeeded: unsafe groups[unchecked: row])
      unsafe words[unchecked: word] &+= addend(row)
    }
    return
  }
  var done = 0
  if step.copies == 8 && step.shift == 3 {
    // As most have it: each of eight rows in a row knows its copy.
    while done &+ 8 <= groups.count {
      for copy in 0..<8 {
        let code = Int(truncatingIfNeeded: unsafe groups[unchecked: done &+ copy])
        let word = step.first &+ (code &<< 3) &+ copy
        unsafe words[unchecked: word] &+= addend(done &+ copy)
      }
      done &+= 8
    }
  }
  for row in done..<groups.count {
    let word = step.word(unsafe groups[unchecked: row], row)
    unsafe words[unchecked: word] &+= addend(row)
  }
}

/// Adds each offset, and one number, to the word of its row's group.
///
/// - Parameter shift: where the part of the offsets begins.
/// - Precondition: as above; `offsets.count == groups.count`.
@inlinable
package func addPacked<Code: ColumnOffset, Offset: ColumnOffset>(
  _ offsets: Span<Offset>, shift: UInt64, constant: UInt64, groups: Span<Code>, step: GroupStep,
  words: inout MutableSpan<UInt64>
) {
  precondition(offsets.count == groups.count)
  addToWords(groups, step, &words) { row in
    (UInt64(truncatingIfNeeded: unsafe offsets[unchecked: row]) &<< shift) &+ constant
  }
}

/// Adds the offsets of two columns, and one number, to the word of each row's group.
///
/// - Parameter shift: where the part of the second column begins; that of the first begins at 0.
/// - Precondition: as above, for both columns.
@inlinable
package func addPacked<Code: ColumnOffset, First: ColumnOffset, Second: ColumnOffset>(
  _ first: Span<First>, _ second: Span<Second>, shift: UInt64, constant: UInt64,
  groups: Span<Code>, step: GroupStep, words: inout MutableSpan<UInt64>
) {
  precondition(first.count == groups.count && second.count == groups.count)
  addToWords(groups, step, &words) { row in
    let low = UInt64(truncatingIfNeeded: unsafe first[unchecked: row])
    let high = UInt64(truncatingIfNeeded: unsafe second[unchecked: row]) &<< shift
    return low &+ high &+ constant
  }
}

/// Adds the offsets of two columns, and a number each, to the two words of each row's group.
///
/// The words stand side by side, so that what a group has is fetched once: that is what rows of many
/// groups wait for.
///
/// - Parameters:
///   - constants: what a row adds to either word besides its offset.
///   - words: two for each group and copy.
/// - Precondition: as above, for both columns.
@inlinable
package func addPackedSideBySide<Code: ColumnOffset, First: ColumnOffset, Second: ColumnOffset>(
  _ first: Span<First>, _ second: Span<Second>, constants: (UInt64, UInt64), groups: Span<Code>,
  step: GroupStep, words: inout MutableSpan<UInt64>
) {
  precondition(first.count == groups.count && second.count == groups.count)
  if step.isSingle(Code.self) {
    let start = Code.bitWidth == 32 ? 0 : step.first
    for row in first.indices {
      let word = (start &+ Int(truncatingIfNeeded: unsafe groups[unchecked: row])) &* 2
      let left = UInt64(truncatingIfNeeded: unsafe first[unchecked: row])
      let right = UInt64(truncatingIfNeeded: unsafe second[unchecked: row])
      unsafe words[unchecked: word] &+= left &+ constants.0
      unsafe words[unchecked: word &+ 1] &+= right &+ constants.1
    }
    return
  }
  for row in first.indices {
    let word = step.word(unsafe groups[unchecked: row], row) &* 2
    let left = UInt64(truncatingIfNeeded: unsafe first[unchecked: row])
    let right = UInt64(truncatingIfNeeded: unsafe second[unchecked: row])
    unsafe words[unchecked: word] &+= left &+ constants.0
    unsafe words[unchecked: word &+ 1] &+= right &+ constants.1
  }
}

/// Adds one part of some words to the sums in their places.
///
/// - Parameters:
///   - first: the first place.
///   - width: how many words there are for a place, and `lane` which of them.
///   - shift: where the part begins.
///   - mask: its bits, shifted down.
/// - Precondition: there is a sum for each place; no sum wraps.
@inlinable
package func addPart<Sum: FixedWidthInteger & SignedInteger>(
  of words: Span<UInt64>, from first: Int = 0, width: Int = 1, lane: Int = 0, shift: UInt64,
  mask: UInt64, to sums: inout MutableSpan<Sum>
) {
  precondition(sums.count &* width >= words.count && first >= 0 && lane < width)
  for place in first..<(words.count / width) {
    let part = (unsafe words[unchecked: place &* width &+ lane] &>> shift) & mask
    unsafe sums[unchecked: place] &+= Sum(truncatingIfNeeded: part)
  }
}

/// Lists the places from one on whose first word is not zero, ascending, and tells how many there are.
///
/// - Parameter width: how many words there are for a place.
/// - Precondition: `places` has room for each.
package func listNonzero(
  _ words: Span<UInt64>, from first: Int, width: Int, into places: inout MutableSpan<UInt32>
) -> Int {
  let placeCount = words.count / width
  precondition(first >= 0 && places.count >= placeCount)
  var count = 0
  for place in min(first, placeCount)..<placeCount {
    // As for sums: written in any case, and counted without a jump.
    unsafe places[unchecked: count] = UInt32(truncatingIfNeeded: place)
    let word = words[place &* width]
    count &+= Int(truncatingIfNeeded: (word | (0 &- word)) &>> 63)
  }
  return count
}

/// One part of the words of some groups.
///
/// - Parameters:
///   - width: how many words a group has, and `lane` which of them.
///   - shift: where the part begins.
///   - mask: its bits, shifted down.
/// - Precondition: there are words for each group; `parts` has room for each; a part has at most 63 bits.
package func gatherPart(
  of words: Span<UInt64>, groups: Span<UInt32>, width: Int, lane: Int, shift: UInt64, mask: UInt64,
  into parts: inout MutableSpan<Int64>
) {
  precondition(parts.count >= groups.count && lane < width)
  for index in groups.indices {
    let word = words[Int(unsafe groups[unchecked: index]) &* width &+ lane]
    unsafe parts[unchecked: index] = Int64(truncatingIfNeeded: (word &>> shift) & mask)
  }
}

/// Adds other words to those from one on.
///
/// - Precondition: there are as many; no part overflows into the next.
package func addWords(
  _ others: Span<UInt64>, from first: Int, to words: inout MutableSpan<UInt64>
) {
  precondition(others.count == words.count && first >= 0)
  for place in min(first, words.count)..<words.count {
    unsafe words[unchecked: place] &+= others[unchecked: place]
  }
}

/// Sets the words from one on to 0.
package func clear(_ words: inout MutableSpan<UInt64>, from first: Int) {
  precondition(first >= 0)
  for place in first..<words.count { words[place] = 0 }
}
