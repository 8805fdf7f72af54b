import HoiColumns

/// A table from whole columns, cut into encoded segments.
func makeFactTable(
  columns: [ColumnSchema], keys: [KeyDictionary],
  cells: [(values: [Int64], validity: Bitmap?)], origin: RowOrigin
) -> FactTable {
  let rowCount = cells.first?.values.count ?? 0
  var segments: [Segment] = []
  for start in stride(from: 0, to: rowCount, by: FactTable.segmentRows) {
    let end = min(rowCount, start + FactTable.segmentRows)
    let encoded = cells.map { cell in
      let validity = cell.validity.map { bitmap in
        Bitmap(count: end - start, words: Array(bitmap.words[(start >> 6)..<((end + 63) >> 6)]))
      }
      return encodeColumn(cell.values.span.extracting(start..<end), validity: validity)
    }
    segments.append(Segment(rowCount: end - start, columns: encoded))
  }
  return FactTable(columns: columns, keys: keys, segments: segments, origin: origin)
}
