import HoiColumns

/// The first two rows that have the same codes in every column; nil where no two have.
///
/// - Parameters:
///   - columns: the codes of each key column, one per row.
///   - rowCount: at most `UInt32.max - 1`.
func firstRepeatedKey(_ columns: [[Int64]], rowCount: Int) -> (first: Int, second: Int)? {
  var search = RepeatedKeySearch(columnCount: columns.count)
  return search.next(columns, rowCount: rowCount)
}

/// Looks for two rows with the same codes, some rows after the other.
struct RepeatedKeySearch {
  private var columns: [[Int64]]
  private var rowCount = 0
  private let seed = UInt64.random(in: .min ... .max)
  /// The row plus one, at the place its key's hash says or behind it; a power of two.
  private var slots = [UInt32](repeating: 0, count: 16)

  init(columnCount: Int) { columns = Array(repeating: [], count: columnCount) }

  /// The first two rows of all so far that have the same codes in every column.
  ///
  /// - Parameters:
  ///   - more: the codes of the next rows, by column.
  ///   - count: how many rows these are; all of them together are at most `UInt32.max - 1`.
  mutating func next(_ more: [[Int64]], rowCount count: Int) -> (first: Int, second: Int)? {
    let first = rowCount
    for column in columns.indices { columns[column].append(contentsOf: more[column]) }
    rowCount += count
    makeRoom(knowing: first)
    for row in first..<rowCount {
      if let other = place(row) { return (other, row) }
    }
    return nil
  }

  private mutating func makeRoom(knowing known: Int) {
    var capacity = slots.count
    while capacity < rowCount * 2 { capacity *= 2 }
    if capacity == slots.count { return }
    slots = Array(repeating: 0, count: capacity)
    for row in 0..<known { _ = place(row) }
  }

  /// The row before with the same codes; the row has its place if there is none.
  private mutating func place(_ row: Int) -> Int? {
    var hash = seed
    for column in columns { hash = mixed(hash ^ UInt64(bitPattern: column[row])) }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] != 0 {
      let other = Int(slots[slot]) - 1
      if columns.allSatisfy({ $0[other] == $0[row] }) { return other }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(row + 1)
    return nil
  }
}
