/// Encodes a run of values as a column of one segment.
///
/// - Parameters:
///   - values: one per row; what stands in a row without a value is not looked at.
///   - validity: a set bit is a row with a value; nil where every row has one.
/// - Precondition: `validity` is nil or has one bit per row.
public func encodeColumn(_ values: Span<Int64>, validity: Bitmap? = nil) -> EncodedColumn {
  precondition(validity == nil || validity!.count == values.count)
  let missing = validity.map { values.count - $0.population } ?? 0
  var minimum = Int64.max
  var maximum = Int64.min
  for row in values.indices where missing == 0 || validity![row] {
    minimum = min(minimum, values[row])
    maximum = max(maximum, values[row])
  }
  if minimum > maximum { (minimum, maximum) = (0, 0) }
  let kept = missing == 0 ? nil : validity
  let offsets = packOffsets(values, base: minimum, maximum: maximum, validity: kept)
  return EncodedColumn(
    rowCount: values.count, base: minimum, offsets: offsets, minimum: minimum, maximum: maximum,
    missingCount: missing, validity: kept,
    summary: offsets.summary(largest: UInt64(bitPattern: maximum &- minimum)))
}

private func packOffsets(
  _ values: Span<Int64>, base: Int64, maximum: Int64, validity: Bitmap?
) -> EncodedColumn.Offsets {
  // The distance of two signed numbers always fits an unsigned one of the same width.
  let width = UInt64(bitPattern: maximum &- base)
  if width == 0 { return .constant }
  if width <= 0xFF { return .bytes(pack(values, base: base, validity: validity)) }
  if width <= 0xFFFF { return .halves(pack(values, base: base, validity: validity)) }
  if width <= 0xFFFF_FFFF { return .words(pack(values, base: base, validity: validity)) }
  return .longs(pack(values, base: base, validity: validity))
}

private func pack<Element: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
  _ values: Span<Int64>, base: Int64, validity: Bitmap?
) -> ColumnBuffer<Element> {
  ColumnBuffer(count: values.count) { packed in
    for row in values.indices where validity == nil || validity![row] {
      packed[row] = Element(truncatingIfNeeded: values[row] &- base)
    }
  }
}
