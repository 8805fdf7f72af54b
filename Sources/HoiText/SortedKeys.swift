// Members of a dimension are kept in the order people expect: numbers by value, names as in a
// Vietnamese dictionary. Sorted once when a table is loaded, so that answers only compare codes.

/// The places of distinct keys in ascending order.
///
/// If all are plain whole numbers (an optional minus, at most 18 digits) they are ordered by value and,
/// where the value is the same (`7`, `007`), by spelling; otherwise in Vietnamese order.
///
/// - Parameter keys: at most 2^31 - 1 texts. Equal ones keep their order.
public func sortedKeys(_ keys: [String]) -> [Int32] {
  if let values = wholeNumbers(keys) {
    return keys.indices.sorted { left, right in
      if values[left] != values[right] { return values[left] < values[right] }
      if keys[left] != keys[right] {
        return keys[left].utf8.lexicographicallyPrecedes(keys[right].utf8)
      }
      return left < right
    }.map { Int32($0) }
  }
  var writer = VietnameseKeyWriter()
  var ranges: [Range<Int>] = []
  ranges.reserveCapacity(keys.count)
  for key in keys {
    let start = writer.bytes.count
    writer.append(key)
    ranges.append(start..<writer.bytes.count)
  }
  let bytes = writer.bytes
  var entries = ranges.indices.map { place in
    // Sixteen bytes settle nearly every comparison; the rest is looked at where they are the same.
    SortEntry(
      beginning: beginning(of: bytes[ranges[place]]), place: Int32(truncatingIfNeeded: place))
  }
  entries.sort { left, right in
    if left.beginning != right.beginning { return left.beginning < right.beginning }
    let (one, other) = (ranges[Int(left.place)], ranges[Int(right.place)])
    if bytes[one].elementsEqual(bytes[other]) { return left.place < right.place }
    return bytes[one].lexicographicallyPrecedes(bytes[other])
  }
  return entries.map(\.place)
}

private struct SortEntry {
  let beginning: UInt128
  let place: Int32
}

private func beginning(of key: ArraySlice<UInt8>) -> UInt128 {
  var beginning: UInt128 = 0
  for place in 0..<16 {
    let byte = place < key.count ? key[key.startIndex + place] : 0
    beginning = beginning << 8 | UInt128(byte)
  }
  return beginning
}

/// The values of texts that are all plain whole numbers.
private func wholeNumbers(_ keys: [String]) -> [Int64]? {
  var values: [Int64] = []
  values.reserveCapacity(keys.count)
  for key in keys {
    var value: Int64 = 0
    var digitCount = 0
    var isNegative = false
    for (place, byte) in key.utf8.enumerated() {
      if place == 0, byte == UInt8(ascii: "-") {
        isNegative = true
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9, digitCount < 18 else { return nil }
      value = value * 10 + Int64(digit)
      digitCount += 1
    }
    guard digitCount > 0 else { return nil }
    values.append(isNegative ? -value : value)
  }
  return values
}
