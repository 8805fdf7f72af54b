import Synchronization

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
  return SortedRun(keys, keys.indices).entries.map(\.place)
}

/// The same, put in order in several runs at once.
///
/// - Parameters:
///   - runCount: how many runs, where the keys are many.
///   - concurrently: calls back once for each of so many tasks, on any threads.
public func sortedKeys(
  _ keys: [String], runCount: Int, concurrently: (Int, (Int) -> Void) -> Void
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
  return runs.dropFirst().reduce(runs[0].entries) { merged, run in
    merge(merged, run.entries) { left, right in
      isBefore(
        left, runs[Int(left.place) / length], right, runs[Int(right.place) / length])
    }
  }.map(\.place)
}

private func merge(
  _ one: [SortEntry], _ other: [SortEntry], _ isBefore: (SortEntry, SortEntry) -> Bool
) -> [SortEntry] {
  var merged: [SortEntry] = []
  merged.reserveCapacity(one.count + other.count)
  var next = 0
  for entry in one {
    while next < other.count, isBefore(other[next], entry) {
      merged.append(other[next])
      next += 1
    }
    merged.append(entry)
  }
  return merged + other[next...]
}

/// Keys that stand side by side, in order.
private struct SortedRun: Sendable {
  private(set) var entries: [SortEntry]
  private let first: Int
  private let bytes: [UInt8]
  /// By place from the first on: what is compared of a key.
  private let ranges: [Range<Int>]

  init(_ keys: [String], _ places: Range<Int>) {
    var writer = VietnameseKeyWriter()
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(places.count)
    writer.reserve(textBytes: keys[places].reduce(0) { $0 + $1.utf8.count })
    for key in keys[places] {
      let start = writer.bytes.count
      writer.append(key)
      ranges.append(start..<writer.bytes.count)
    }
    let bytes = writer.bytes
    (first, self.bytes, self.ranges) = (places.lowerBound, bytes, ranges)
    entries = places.map { place in
      // Sixteen bytes settle nearly every comparison; the rest is looked at where they are the same.
      SortEntry(
        beginning: beginning(of: bytes[ranges[place - places.lowerBound]]),
        place: Int32(truncatingIfNeeded: place))
    }
    let run = self
    entries.sort { isBefore($0, run, $1, run) }
  }

  func key(of entry: SortEntry) -> ArraySlice<UInt8> { bytes[ranges[Int(entry.place) - first]] }
}

private func isBefore(
  _ left: SortEntry, _ leftRun: SortedRun, _ right: SortEntry, _ rightRun: SortedRun
) -> Bool {
  if left.beginning != right.beginning { return left.beginning < right.beginning }
  let (one, other) = (leftRun.key(of: left), rightRun.key(of: right))
  if one.elementsEqual(other) { return left.place < right.place }
  return one.lexicographicallyPrecedes(other)
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
