import HoiText

/// Builds a table from whole columns, cut into segments and encoded.
///
/// - Parameters:
///   - keys: one per column, `none` for measures.
///   - cells: one per column, all of one length. A time or dimension column holds codes of its
///     dictionary, the dictionary's count where a row names no member, as it does where its
///     validity says that the cell is missing.
///   - segmentRows: rows of every segment but the last, a multiple of 64.
/// - Precondition: the three arrays are of one length, and codes lie in `0...keys[column].count`.
package func makeFactTable(
  columns: [ColumnSchema], keys: [KeyDictionary],
  cells: [(values: [Int64], validity: Bitmap?)], origin: RowOrigin,
  segmentRows: Int = FactTable.segmentRows
) -> FactTable {
  precondition(segmentRows % 64 == 0)
  precondition(columns.count == keys.count && columns.count == cells.count)
  let rowCount = cells.first?.values.count ?? 0
  precondition(cells.allSatisfy { $0.values.count == rowCount })
  let named = cells.indices.map { column in
    isKey(columns[column])
      ? namingNoMemberWhereMissing(cells[column], noMember: Int64(keys[column].count))
      : cells[column]
  }
  let segments = stride(from: 0, to: rowCount, by: segmentRows).map { first in
    let rows = first..<min(first + segmentRows, rowCount)
    return Segment(
      rowCount: rows.count,
      columns: named.map { cell in
        encodeColumn(
          cell.values.span.extracting(rows), validity: cell.validity.map { slice($0, rows) })
      })
  }
  return FactTable(columns: columns, keys: keys, segments: segments, origin: origin)
}

/// The dictionary of a column of keys, in their order, and the code of each row.
///
/// Nil is a row that names no member. Texts are in NFC already.
package func makeKeyColumn(_ texts: [String?]) -> (KeyDictionary, [Int64]) {
  var placeOfText: [String: Int] = [:]
  var distinct: [String] = []
  let places = texts.map { text -> Int? in
    guard let text else { return nil }
    if let place = placeOfText[text] { return place }
    placeOfText[text] = distinct.count
    distinct.append(text)
    return distinct.count - 1
  }
  let order = sortedKeys(distinct)
  var codeOfPlace = [Int64](repeating: 0, count: distinct.count)
  for (code, place) in order.enumerated() { codeOfPlace[Int(place)] = Int64(code) }
  let noMember = Int64(distinct.count)
  return (
    .text(TextList(order.map { distinct[Int($0)] })),
    places.map { $0.map { codeOfPlace[$0] } ?? noMember }
  )
}

/// The dictionary of a column of years, ascending, and the code of each row.
package func makeYearColumn(_ years: [Int32]) -> (KeyDictionary, [Int64]) {
  let distinct = Set(years).sorted()
  let codes = Dictionary(
    uniqueKeysWithValues: distinct.enumerated().map { ($0.element, Int64($0.offset)) })
  return (.years(distinct), years.map { codes[$0]! })
}

private func isKey(_ schema: ColumnSchema) -> Bool {
  switch schema.role {
  case .time, .dimension: true
  case .measure: false
  }
}

private func namingNoMemberWhereMissing(
  _ cell: (values: [Int64], validity: Bitmap?), noMember: Int64
) -> (values: [Int64], validity: Bitmap?) {
  var codes = cell.values
  if let validity = cell.validity {
    precondition(validity.count == codes.count)
    for row in codes.indices where !validity[row] { codes[row] = noMember }
  }
  precondition(codes.allSatisfy { (0...noMember).contains($0) })
  return (codes, nil)
}

/// The bits of a run of rows that begins on a whole word.
private func slice(_ bits: Bitmap, _ rows: Range<Int>) -> Bitmap {
  let words = bits.words[(rows.lowerBound >> 6)..<((rows.upperBound + 63) >> 6)]
  return Bitmap(count: rows.count, words: Array(words))
}
