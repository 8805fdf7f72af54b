import HoiColumns
import Testing

@Suite struct FactTableBuildingTests {
  @Test(arguments: [0, 1, 65_535, 65_536, 65_537])
  func cellsComeBack(rowCount: Int) {
    var validity = Bitmap(count: rowCount, repeating: true)
    for row in stride(from: 0, to: rowCount, by: 7) { validity[row] = false }
    let values = (0..<rowCount).map { Int64($0) * 1_000_003 - 40 }
    let codes = (0..<rowCount).map { Int64($0 % 4) }
    let table = makeFactTable(
      columns: [
        ColumnSchema(name: "so_tien", role: .measure(.amount)),
        ColumnSchema(name: "gioi_tinh", role: .dimension),
      ], keys: [.none, .text(["nam", "nữ", "khác"])],
      cells: [(values, validity), (codes, validity)], origin: RowOrigin(file: "", breaks: []))
    #expect(table.rowCount == rowCount)
    #expect(table.segments.dropLast().allSatisfy { $0.rowCount == FactTable.segmentRows })
    for row in 0..<rowCount {
      let amount = table.value(row: row, column: 0)
      let code = table.value(row: row, column: 1)
      guard amount == (validity[row] ? values[row] : nil), code == (validity[row] ? codes[row] : 3)
      else {
        Issue.record("row \(row): \(String(describing: amount)), \(String(describing: code))")
        return
      }
    }
  }

  @Test func keysAreSortedAndCoded() {
    let (dictionary, codes) = makeKeyColumn(["b", nil, "a", "b", "c"])
    guard case .text(let keys) = dictionary else {
      Issue.record("not a dictionary of texts")
      return
    }
    #expect(keys == ["a", "b", "c"])
    #expect(codes == [1, 3, 0, 1, 2])
  }

  @Test func yearsAreSortedAndCoded() {
    let (dictionary, codes) = makeYearColumn([2025, 2019, 2025, 2020])
    guard case .years(let years) = dictionary else {
      Issue.record("not a dictionary of years")
      return
    }
    #expect(years == [2019, 2020, 2025])
    #expect(codes == [2, 0, 2, 1])
  }
}
