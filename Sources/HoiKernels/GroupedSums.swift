// Every group may have several numbers side by side, its copies, which rows take in turn: rows of few
// groups then wait less for the additions before. Here each is a group like others; they are added up at
// the end.

/// Adds each value to the sum of its group.
///
/// - Parameters:
///   - offsets: one per row, counted from `base`.
///   - groups: one group number per row; it is below `sums.count`.
/// - Precondition: `offsets.count == groups.count`; the magnitudes of all values that ever enter a
///   group add up to no more than `Sum` holds, so that `&+` never wraps. Groups below
///   `firstGroup` may wrap: nobody reads them.
@inlinable
package func addByGroup<Offset: ColumnOffset, Sum: FixedWidthInteger & SignedInteger>(
  _ offsets: Span<Offset>, base: Int64, groups: Span<UInt32>,
  sums: inout MutableSpan<Sum>
) {
  precondition(offsets.count == groups.count)
  for row in offsets.indices {
    // A value is an Int64, so base and offset wrap to the right one.
    let value = base &+ Int64(truncatingIfNeeded: offsets[row])
    let group = Int(unsafe groups[unchecked: row])
    unsafe sums[unchecked: group] &+= Sum(truncatingIfNeeded: value)
  }
}

/// Adds one number to the sum of each row's group: 1 counts rows.
///
/// - Parameter groups: one group number per row; it is below `sums.count`.
/// - Precondition: as for `addByGroup`.
@inlinable
package func addConstantByGroup<Sum: FixedWidthInteger & SignedInteger>(
  _ value: Int64, groups: Span<UInt32>, sums: inout MutableSpan<Sum>
) {
  let addend = Sum(truncatingIfNeeded: value)
  for row in groups.indices {
    let group = Int(unsafe groups[unchecked: row])
    unsafe sums[unchecked: group] &+= addend
  }
}

/// Lowers the minimum of each row's group to its value.
///
/// - Parameters:
///   - offsets: one per row, counted from `base`.
///   - groups: one group number per row; it is below `minima.count`.
/// - Precondition: `offsets.count == groups.count`.
@inlinable
package func lowerByGroup<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, base: Int64, groups: Span<UInt32>,
  minima: inout MutableSpan<Int64>
) {
  precondition(offsets.count == groups.count)
  for row in offsets.indices {
    let value = base &+ Int64(truncatingIfNeeded: offsets[row])
    let group = Int(unsafe groups[unchecked: row])
    unsafe minima[unchecked: group] = min(minima[unchecked: group], value)
  }
}

/// Raises the maximum of each row's group to its value.
///
/// - Precondition: as for `lowerByGroup`.
@inlinable
package func raiseByGroup<Offset: ColumnOffset>(
  _ offsets: Span<Offset>, base: Int64, groups: Span<UInt32>,
  maxima: inout MutableSpan<Int64>
) {
  precondition(offsets.count == groups.count)
  for row in offsets.indices {
    let value = base &+ Int64(truncatingIfNeeded: offsets[row])
    let group = Int(unsafe groups[unchecked: row])
    unsafe maxima[unchecked: group] = max(maxima[unchecked: group], value)
  }
}

/// Turns sums over some rows into those over all the others.
///
/// - Precondition: there is a sum over all rows for each; no difference wraps.
@inlinable
package func subtract<Sum: FixedWidthInteger & SignedInteger>(
  _ sums: inout MutableSpan<Sum>, from whole: Span<Sum>
) {
  precondition(whole.count >= sums.count)
  for place in sums.indices { sums[place] = whole[place] &- sums[place] }
}

/// Lists the places from one on that hold no zero, ascending, and tells how many there are.
///
/// - Precondition: `places` has room for each sum.
@inlinable
package func listNonzero<Sum: FixedWidthInteger & SignedInteger>(
  _ sums: Span<Sum>, from first: Int, into places: inout MutableSpan<UInt32>
) -> Int {
  precondition(first >= 0 && places.count >= sums.count)
  var count = 0
  for place in min(first, sums.count)..<sums.count {
    // Written in any case, and written over where there is a zero; `count` is at most `place`.
    unsafe places[unchecked: count] = UInt32(truncatingIfNeeded: place)
    // Without a jump: nobody can guess which groups there are. A number or its negative has the sign bit,
    // unless both are zero.
    let sum = sums[place]
    count &-= Int(truncatingIfNeeded: (sum | (0 &- sum)) &>> Sum(Sum.bitWidth - 1))
  }
  return count
}
