import HoiAnswer
import HoiPlanning

/// Who has reported at all, read from the leaves of an attendance.
struct AttendanceCells {
  let attendance: Attendance
  private var placeOfYear: [Int32: Int] = [:]
  /// How many members each key has, with one for those that nobody knows.
  private var sizes: [Int] = []
  /// By family of sides, by cell.
  private var hasReported: [[Bool]] = []

  /// A byte each: members in some years, and in the few rounds that never add.
  private static let mostCells = 1 << 28

  /// - Throws: more cells than there is memory for.
  init(_ attendance: Attendance, results: [LeafResult]) throws(LeafFailure) {
    self.attendance = attendance
    let parts = attendance.sides.map { results[$0.leaf] }
    for key in attendance.axes.indices {
      guard attendance.axes[key] == .time else {
        let highest = parts.lazy.flatMap { $0.keys[key] }.max() ?? -1
        sizes.append(Int(highest) + 2)
        continue
      }
      for part in parts {
        for year in part.keys[key] where placeOfYear[year] == nil {
          placeOfYear[year] = placeOfYear.count
        }
      }
      sizes.append(placeOfYear.count)
    }
    var count = 1
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      if overflow || product > Self.mostCells { throw .memory }
      count = product
    }
    let nobody = Array(repeating: false, count: count)
    hasReported = attendance.sides.map { _ in nobody }
    for (side, part) in zip(attendance.sides, parts) {
      let rows = part.columns[side.entered].rows
      for group in rows.indices where rows[group] > 0 {
        let cell = cell { part.keys[$0][group] }!
        hasReported[side.family][cell] = true
      }
    }
  }

  /// - Parameter member: the member of each key, by its place; the year where that is a key.
  private func cell(_ member: (Int) -> Int32) -> Int? {
    var cell = 0
    for key in sizes.indices {
      let code: Int
      if attendance.axes[key] == .time {
        guard let place = placeOfYear[member(key)] else { return nil }
        code = place
      } else {
        code = Int(member(key)) + 1
        if code >= sizes[key] { return nil }
      }
      cell = cell * sizes[key] + code
    }
    return cell
  }

  /// Whether a side, or without one every side, was reported or owes no report.
  func hasReported(_ side: Int?, _ member: (Int) -> Int32) -> Bool {
    let cell = cell(member)
    let sides = attendance.sides
    return (side.map { $0..<$0 + 1 } ?? sides.indices).allSatisfy { side in
      sides[side].isRegister || cell.map { hasReported[sides[side].family][$0] } ?? false
    }
  }

  /// Whether anybody reported a side in a year.
  func hasAny(_ side: Int, in year: Int32) -> Bool {
    guard let place = placeOfYear[year] else { return false }
    let size = sizes.dropFirst().reduce(1, *)
    return hasReported[attendance.sides[side].family][place * size..<(place + 1) * size]
      .contains(true)
  }
}

/// For each row of a block, how many owe a report and how many of them have reported at all.
struct OwingCounts {
  private(set) var expected: [Int64]
  private(set) var attended: [Int64]

  /// - Parameter side: the only side that matters; nil for all.
  init(
    _ owing: Owing, _ attendance: AttendanceCells, side: Int? = nil, apartPlaces: [Int],
    keys: [[Int32]], rowCount: Int
  ) {
    expected = Array(repeating: 0, count: rowCount)
    attended = expected
    // Rows that the same axes tell apart have the same members, so each such group is counted once.
    let places =
      owing.telling.map(\.place) + apartPlaces + (owing.timePlace.map { [$0] } ?? [])
    let partition = Partition(keys, places: places, rowCount: rowCount)
    var counts: [(expected: Int64, attended: Int64)?] = Array(
      repeating: nil, count: partition.count)
    let apartKeys = attendance.attendance.axes.indices.dropLast().filter {
      attendance.attendance.axes[$0] != .time
    }
    let apart = zip(apartKeys, apartPlaces).map { (key: $0, place: $1) }
    for row in 0..<rowCount {
      let group = Int(partition.groups[row])
      if counts[group] == nil {
        counts[group] = count(owing, attendance, side, row, keys, apart: apart)
      }
      (expected[row], attended[row]) = counts[group]!
    }
  }

  private func count(
    _ owing: Owing, _ attendance: AttendanceCells, _ side: Int?, _ row: Int, _ keys: [[Int32]],
    apart: [(key: Int, place: Int)]
  ) -> (expected: Int64, attended: Int64) {
    var count: (expected: Int64, attended: Int64) = (0, 0)
    let years: [Int32?] =
      owing.pooledYears.isEmpty ? [owing.timePlace.map { keys[$0][row] }] : owing.pooledYears
    let last = attendance.attendance.axes.count - 1
    for year in years {
      for member in owing.members(in: year)
      where owing.telling.allSatisfy({ $0.valueOfMember[Int(member)] == keys[$0.place][row] }) {
        count.expected += 1
        let hasReported = attendance.hasReported(side) { key in
          if key == last { return member }
          if let own = apart.first(where: { $0.key == key }) { return keys[own.place][row] }
          return year ?? 0
        }
        if hasReported { count.attended += 1 }
      }
    }
    return count
  }
}
