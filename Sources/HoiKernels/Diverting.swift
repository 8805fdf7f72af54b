/// Sends the rows that are not selected to the groups that do not count.
///
/// - Parameters:
///   - words: one bit per row.
///   - kept: the groups with those rows diverted.
/// - Precondition: `kept` is at least as long as `groups`, and `words` has one word per 64 rows.
package func divert(
  _ groups: Span<UInt32>, keeping words: Span<UInt64>, into kept: inout MutableSpan<UInt32>
) {
  precondition(kept.count >= groups.count && words.count == (groups.count + 63) >> 6)
  let bits = SIMD4<Int32>(1, 2, 4, 8)
  let places = SIMD4<Int32>(0, 1, 2, 3)
  let signs = SIMD4<Int32>(repeating: 31)
  let whole = groups.count &>> 6
  let source = groups.bytes
  var target = kept.mutableBytes
  for index in 0..<whole {
    var word = words[index]
    for part in 0..<16 {
      // Four rows of four bytes, all below `whole * 64`.
      let offset = (index &<< 8) | (part &<< 4)
      // A bit that is set leaves 0, one that is not leaves a negative number, whose sign fills it.
      // A comparison would be turned into a mask and back.
      let chosen = SIMD4(repeating: Int32(truncatingIfNeeded: word)) & bits
      let left = (chosen &- bits) &>> signs
      let numbers = unsafe source.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: SIMD4<Int32>.self)
      let others = places | SIMD4(repeating: Int32(truncatingIfNeeded: part &<< 2))
      unsafe target.storeBytes(
        of: (numbers & ~left) | (others & left), toUncheckedByteOffset: offset,
        as: SIMD4<Int32>.self)
      word &>>= 4
    }
  }
  for row in (whole &<< 6)..<groups.count {
    let isKept = (words[whole] &>> UInt64(row & 63)) & 1 == 1
    kept[row] = isKept ? groups[row] : UInt32(truncatingIfNeeded: row & 63)
  }
}

/// The groups of some rows.
///
/// - Precondition: every row is within `groups`, and `picked` is no shorter than `rows`.
package func pick(
  _ groups: Span<UInt32>, at rows: Span<UInt32>, into picked: inout MutableSpan<UInt32>
) {
  precondition(picked.count >= rows.count)
  for place in rows.indices { unsafe picked[unchecked: place] = groups[Int(rows[place])] }
}

/// Keeps those of some listed rows that a bitmap has, with their groups.
///
/// - Parameters:
///   - rows: the row of each group number.
///   - words: one bit per row.
/// - Returns: how many were kept.
/// - Precondition: every row is within `words`; nothing else is shorter than `rows`.
package func pick(
  _ rows: Span<UInt32>, groups: Span<UInt32>, keeping words: Span<UInt64>,
  intoRows keptRows: inout MutableSpan<UInt32>, groups keptGroups: inout MutableSpan<UInt32>
) -> Int {
  precondition(groups.count >= rows.count)
  precondition(keptRows.count >= rows.count && keptGroups.count >= rows.count)
  var count = 0
  for place in rows.indices {
    let row = rows[place]
    // Written in any case, and written over where the row is not kept.
    unsafe keptRows[unchecked: count] = row
    unsafe keptGroups[unchecked: count] = groups[unchecked: place]
    count &+= Int(truncatingIfNeeded: (words[Int(row &>> 6)] &>> UInt64(row & 63)) & 1)
  }
  return count
}

/// Sends the listed rows that are not selected to the groups that do not count.
///
/// - Parameters:
///   - rows: the row of each group number.
///   - words: one bit per row of the segment.
/// - Precondition: `groups` and `rows` are of one length, `kept` is no shorter; every row is within
///   `words`.
package func divert(
  _ groups: Span<UInt32>, of rows: Span<UInt32>, keeping words: Span<UInt64>,
  into kept: inout MutableSpan<UInt32>
) {
  precondition(kept.count >= groups.count && rows.count == groups.count)
  for place in groups.indices {
    let row = Int(rows[place])
    let bit = UInt32(truncatingIfNeeded: words[row &>> 6] &>> UInt64(row & 63)) & 1
    let mask = 0 &- bit
    kept[place] = (groups[place] & mask) | (UInt32(truncatingIfNeeded: row & 63) & ~mask)
  }
}
