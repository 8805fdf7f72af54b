import HoiColumns

/// The first two rows that have the same codes in every column; nil where no two have.
///
/// - Parameters:
///   - columns: the codes of each key column, one per row.
///   - rowCount: at most `UInt32.max - 1`.
func firstRepeatedKey(_ columns: [[Int64]], rowCount: Int) -> (first: Int, second: Int)? {
  var capacity = 16
  while capacity < rowCount * 2 { capacity *= 2 }
  let mask = capacity - 1
  let seed = UInt64.random(in: .min ... .max)
  // The row plus one, at the place its key's hash says or behind it.
  var slots = [UInt32](repeating: 0, count: capacity)
  for row in 0..<rowCount {
    var hash = seed
    for column in columns { hash = mixed(hash ^ UInt64(bitPattern: column[row])) }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] != 0 {
      let other = Int(slots[slot]) - 1
      if columns.allSatisfy({ $0[other] == $0[row] }) { return (other, row) }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(row + 1)
  }
  return nil
}
