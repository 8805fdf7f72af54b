import Synchronization

// Members of a dimension are kept in the order people expect: numbers by value, names as in a
// Vietnamese dictionary. Sorted once when a table is loaded, so that answers only compare codes.

/// The places of distinct keys in ascending order.
///
/// If all are plain whole numbers (an optional minus, at most 18 digits) they are ordered by value and,
/// where the value is the same (`7`, `007`), by spelling; otherwise in Vietnamese order.
///
/// - Parameter keys: at most 2^31 - 1 texts. Equal ones keep their order.
public func sortedKeys(_ keys: [String]) -> [Int32] { sortedKeys(PackedTexts(keys)) }

/// The same, of texts that are packed.
package func sortedKeys(_ keys: PackedTexts) -> [Int32] {
  if let values = wholeNumbers(keys) { return placesByValue(keys, values) }
  return SortedRun(keys, 0..<keys.count).places
}

/// The same, put in order in several runs at once.
///
/// - Parameters:
///   - runCount: how many runs, where the keys are many.
///   - concurrently: calls back once for each of so many tasks, on any threads.
package func sortedKeys(
  _ keys: PackedTexts, runCount: Int, concurrently: (Int, (Int) -> Void) -> Void
) -> [Int32] {
  let length = (keys.count + max(runCount, 1) - 1) / max(runCount, 1)
  if runCount < 2 || length < 1_000 || wholeNumbers(keys) != nil { return sortedKeys(keys) }
  let sorted = Mutex<[Int: SortedRun]>([:])
  concurrently(runCount) { number in
    let first = min(number * length, keys.count)
    let run = SortedRun(keys, first..<min(first + length, keys.count))
    sorted.withLock { $0[number] = run }
  }
  let runs = sorted.withLock { sorted in (0..<runCount).map { sorted[$0]! } }
  return runs.dropFirst().reduce(runs[0].places) { merged, run in
    merge(merged, run.places) { left, right in
      runs[Int(left) / length].isKey(of: left, notAfterKeyOf: right, in: run)
    }
  }
}

/// Of keys that are equal, those of `one` come first.
private func merge(
  _ one: [Int32], _ other: [Int32], _ isNotAfter: (Int32, Int32) -> Bool
) -> [Int32] {
  var merged: [Int32] = []
  merged.reserveCapacity(one.count + other.count)
  var next = 0
  for place in one {
    while next < other.count, !isNotAfter(place, other[next]) {
      merged.append(other[next])
      next += 1
    }
    merged.append(place)
  }
  return merged + other[next...]
}

/// Keys that stand side by side, in order.
private struct SortedRun: Sendable {
  let places: [Int32]
  private let first: Int
  /// What is compared, by place from the first on.
  private let keys: VietnameseKeys

  init(_ texts: PackedTexts, _ places: Range<Int>) {
    let keys = VietnameseKeys(of: texts, places)
    (first, self.keys) = (places.lowerBound, keys)
    let first = Int32(truncatingIfNeeded: places.lowerBound)
    self.places = keys.sorted().map { Int32(truncatingIfNeeded: $0) + first }
  }

  func isKey(of left: Int32, notAfterKeyOf right: Int32, in other: SortedRun) -> Bool {
    let (one, two) = (keys.range(Int(left) - first), other.keys.range(Int(right) - other.first))
    for (left, right) in zip(one, two) {
      let (left, right) = (keys.bytes[left], other.keys.bytes[right])
      if left != right { return left < right }
    }
    return one.count <= two.count
  }
}

private func placesByValue(_ keys: PackedTexts, _ values: [Int64]) -> [Int32] {
  values.indices.sorted { left, right in
    if values[left] != values[right] { return values[left] < values[right] }
    let (one, other) = (keys.bytes[keys.range(left)], keys.bytes[keys.range(right)])
    return one.elementsEqual(other) ? left < right : one.lexicographicallyPrecedes(other)
  }.map { Int32($0) }
}

/// The values of texts that are all plain whole numbers.
private func wholeNumbers(_ keys: PackedTexts) -> [Int64]? {
  var values: [Int64] = []
  values.reserveCapacity(keys.count)
  for place in 0..<keys.count {
    var value: Int64 = 0
    var digitCount = 0
    var isNegative = false
    let range = keys.range(place)
    for index in range {
      let byte = keys.bytes[index]
      if index == range.lowerBound, byte == UInt8(ascii: "-") {
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
