// Encoding from scratch that is reused, for readers of many rows.

/// Encodes values of which some may be missing.
///
/// - Parameters:
///   - values: one per row and more; those of rows without a value are overwritten.
///   - missing: a set bit for each row without a value; bits past the last row are zero.
/// - Precondition: `missing` has one word per 64 rows.
package func encodeValues(
  _ values: inout MutableSpan<Int64>, count: Int, missing: Span<UInt64>
) -> EncodedColumn {
  precondition(values.count >= count)
  precondition(missing.count == (count + 63) >> 6)
  var missingCount = 0
  for index in missing.indices { missingCount += missing[index].nonzeroBitCount }
  if missingCount == count {
    return EncodedColumn(
      rowCount: count, base: 0, offsets: .constant, minimum: 0, maximum: 0,
      missingCount: missingCount,
      validity: missingCount == 0 ? nil : Bitmap(count: count, words: inverted(missing)),
      summary: OffsetSummary(sum: 0, occurring: 1))
  }
  if missingCount > 0 {
    // A value that is there, so that it changes neither bound.
    var present = 0
    while missing[present >> 6] >> UInt64(present & 63) & 1 == 1 { present += 1 }
    fill(&values, missing, with: values[present])
  }
  var minimum = values[0]
  var maximum = values[0]
  for row in 0..<count {
    minimum = min(minimum, unsafe values[unchecked: row])
    maximum = max(maximum, unsafe values[unchecked: row])
  }
  if missingCount > 0 { fill(&values, missing, with: minimum) }
  let offsets = packed(values.span.extracting(first: count), base: minimum, maximum: maximum)
  return EncodedColumn(
    rowCount: count, base: minimum, offsets: offsets, minimum: minimum, maximum: maximum,
    missingCount: missingCount,
    validity: missingCount == 0 ? nil : Bitmap(count: count, words: inverted(missing)),
    summary: offsets.summary(largest: UInt64(bitPattern: maximum &- minimum)))
}

/// Encodes codes, of which every row has one.
package func encodeCodes(_ codes: Span<UInt32>) -> EncodedColumn {
  guard !codes.isEmpty else {
    return EncodedColumn(
      rowCount: 0, base: 0, offsets: .constant, minimum: 0, maximum: 0,
      summary: OffsetSummary(sum: 0, occurring: 1))
  }
  var minimum = UInt32.max
  var maximum = UInt32.min
  for row in codes.indices {
    minimum = min(minimum, unsafe codes[unchecked: row])
    maximum = max(maximum, unsafe codes[unchecked: row])
  }
  let offsets = packed(codes, base: minimum, maximum: maximum)
  return EncodedColumn(
    rowCount: codes.count, base: Int64(minimum), offsets: offsets, minimum: Int64(minimum),
    maximum: Int64(maximum), summary: offsets.summary(largest: UInt64(maximum &- minimum)))
}

/// Numbers of a segment's rows that are not final, in the narrowest width that holds all of them.
package struct PackedNumbers: Sendable {
  package let rowCount: Int
  private let offsets: EncodedColumn.Offsets

  /// - Precondition: every number is below `bound`.
  package init(_ numbers: Span<UInt32>, below bound: Int) {
    rowCount = numbers.count
    offsets = packed(numbers, base: 0, maximum: UInt32(max(1, bound - 1)))
  }

  package var byteCount: Int {
    switch offsets {
    case .constant: 0
    case .bytes: rowCount
    case .halves: rowCount * 2
    case .words: rowCount * 4
    case .longs: rowCount * 8
    }
  }

  /// Writes what a table says of each row's number.
  ///
  /// - Precondition: `table` has a place for every number, `codes` for every row.
  package func map(through table: Span<UInt32>, into codes: inout MutableSpan<UInt32>) {
    precondition(codes.count >= rowCount)
    switch offsets {
    case .constant: preconditionFailure("numbers have at least one byte")
    case .bytes(let buffer): buffer.withSpan { mapNumbers($0, table, &codes) }
    case .halves(let buffer): buffer.withSpan { mapNumbers($0, table, &codes) }
    case .words(let buffer): buffer.withSpan { mapNumbers($0, table, &codes) }
    case .longs(let buffer): buffer.withSpan { mapNumbers($0, table, &codes) }
    }
  }
}

private func mapNumbers<Number: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
  _ numbers: Span<Number>, _ table: Span<UInt32>, _ codes: inout MutableSpan<UInt32>
) {
  for row in numbers.indices {
    unsafe codes[unchecked: row] = table[Int(truncatingIfNeeded: numbers[unchecked: row])]
  }
}

private func packed<Value: FixedWidthInteger & BitwiseCopyable>(
  _ values: Span<Value>, base: Value, maximum: Value
) -> EncodedColumn.Offsets {
  // The distance of two signed numbers always fits an unsigned one of the same width.
  let width = UInt64(truncatingIfNeeded: maximum &- base)
  if width == 0 { return .constant }
  if width <= 0xFF { return .bytes(pack(values, base: base)) }
  if width <= 0xFFFF { return .halves(pack(values, base: base)) }
  if width <= 0xFFFF_FFFF { return .words(pack(values, base: base)) }
  return .longs(pack(values, base: base))
}

private func pack<
  Value: FixedWidthInteger & BitwiseCopyable,
  Element: FixedWidthInteger & UnsignedInteger & BitwiseCopyable
>(_ values: Span<Value>, base: Value) -> ColumnBuffer<Element> {
  ColumnBuffer(writing: values.count) { packed in
    for row in values.indices {
      unsafe packed[unchecked: row] =
        Element(truncatingIfNeeded: values[unchecked: row] &- base)
    }
  }
}

private func fill(
  _ values: inout MutableSpan<Int64>, _ missing: Span<UInt64>, with value: Int64
) {
  for index in missing.indices {
    var left = missing[index]
    while left != 0 {
      values[index << 6 | left.trailingZeroBitCount] = value
      left &= left - 1
    }
  }
}

private func inverted(_ words: Span<UInt64>) -> [UInt64] {
  var result: [UInt64] = []
  result.reserveCapacity(words.count)
  for index in words.indices { result.append(~words[index]) }
  return result
}
