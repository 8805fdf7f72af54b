import HoiColumns
import HoiText

/// The same numbers from the same seed, on every machine.
struct SplitMixGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A table as rows of plain numbers, beside which the encoded one is held.
struct PlainTable {
  var columns: [ColumnSchema]
  var keys: [KeyDictionary]
  /// By column, then by row; nil is missing, and in a key column names no member.
  var cells: [[Int64?]]

  var rowCount: Int { cells.first?.count ?? 0 }

  func isKey(_ column: Int) -> Bool {
    if case .measure = columns[column].role { false } else { true }
  }

  func encoded(segmentRows: Int = FactTable.segmentRows) -> FactTable {
    makeFactTable(
      columns: columns, keys: keys,
      cells: cells.map { column in
        guard column.contains(nil) else { return (column.map { $0! }, nil) }
        var validity = Bitmap(count: column.count)
        for row in column.indices where column[row] != nil { validity[row] = true }
        return (column.map { $0 ?? 77 }, validity)
      }, origin: RowOrigin(file: "", breaks: []), segmentRows: segmentRows)
  }

  func permuted(using generator: inout SplitMixGenerator) -> PlainTable {
    let order = Array(0..<rowCount).shuffled(using: &generator)
    var copy = self
    copy.cells = cells.map { column in order.map { column[$0] } }
    return copy
  }
}

/// What the values of a measure are drawn from, one for each width and edge.
enum MeasureShape: CaseIterable {
  case constant, bytes, halves, words, longs, negative, extremes, allMissing, sparse, someMissing
  case constantOrMissing, fewMissing, small

  func draw(using generator: inout SplitMixGenerator) -> Int64? {
    switch self {
    case .constant: 42
    case .bytes: .random(in: 10...200, using: &generator)
    case .halves: .random(in: 0...60_000, using: &generator)
    case .words: .random(in: -5...4_000_000_000, using: &generator)
    case .longs: .random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator)
    case .negative: .random(in: -300 ... -1, using: &generator)
    case .extremes: [.min, .max, 0, -1].randomElement(using: &generator)!
    case .allMissing: nil
    case .constantOrMissing: Bool.random(using: &generator) ? 8 : nil
    case .sparse:
      Int.random(in: 0..<50, using: &generator) == 0 ? .random(in: 0...9, using: &generator) : nil
    case .small: .random(in: 0...60, using: &generator)
    case .fewMissing:
      Int.random(in: 0..<30, using: &generator) > 0 ? .random(in: 0...60, using: &generator) : nil
    case .someMissing:
      Int.random(in: 0..<4, using: &generator) > 0
        ? .random(in: -100...1000, using: &generator) : nil
    }
  }
}

extension PlainTable {
  /// Keys first, one for each size asked for, then one measure for each shape.
  ///
  /// - Parameter isSorted: whether the first key ascends, as in most files.
  static func random(
    rowCount: Int, keySizes: [Int], shapes: [MeasureShape], isSorted: Bool = false,
    using generator: inout SplitMixGenerator
  ) -> PlainTable {
    var table = PlainTable(columns: [], keys: [], cells: [])
    for (place, size) in keySizes.enumerated() {
      table.columns.append(
        ColumnSchema(name: "khoa\(place)", role: place == 0 ? .time : .dimension))
      table.keys.append(
        place == 0
          ? .years((0..<size).map { 2000 + Int32($0) })
          : .text(TextList((0..<size).map { "mã \($0)" })))
      // Some columns name a member in every row.
      let last = place % 2 == 0 ? size - 1 : size
      var codes = (0..<rowCount).map { _ in
        let code = last < 0 ? size : Int.random(in: 0...last, using: &generator)
        return code == size ? nil : Int64(code)
      }
      if isSorted && place == 0 { codes.sort { ($0 ?? .max) < ($1 ?? .max) } }
      table.cells.append(codes)
    }
    for (place, shape) in shapes.enumerated() {
      table.columns.append(ColumnSchema(name: "so\(place)", role: .measure(.count)))
      table.keys.append(.none)
      table.cells.append((0..<rowCount).map { _ in shape.draw(using: &generator) })
    }
    return table
  }
}
