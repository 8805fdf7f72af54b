import HoiColumns

/// A column of a segment: of keys, the numbers of one worker's texts still.
enum BulkPart {
  case numbers(PackedNumbers)
  case column(EncodedColumn)

  var byteCount: Int {
    switch self {
    case .numbers(let numbers): numbers.byteCount
    case .column(let column): column.byteCount
    }
  }
}

/// A segment as one worker read it. One thread at a time has it.
final class BulkSegment: @unchecked Sendable {
  let worker: Int
  let rowCount: Int
  /// By column; nil once forgotten.
  private(set) var parts: [BulkPart?]
  /// By column: the decimals that its values have.
  let scales: [Int]

  init(worker: Int, rowCount: Int, parts: [BulkPart], scales: [Int]) {
    self.worker = worker
    self.rowCount = rowCount
    self.parts = parts
    self.scales = scales
  }

  func numbers(_ place: Int) -> PackedNumbers {
    guard case .numbers(let numbers) = parts[place] else { preconditionFailure("no key") }
    return numbers
  }

  func column(_ place: Int) -> EncodedColumn {
    guard case .column(let column) = parts[place] else { preconditionFailure("no column") }
    return column
  }

  func forget(_ place: Int) { parts[place] = nil }
}
