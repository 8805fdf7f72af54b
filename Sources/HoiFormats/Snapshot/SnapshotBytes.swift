/// Writes numbers and texts one behind the other, the lowest byte first.
struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  mutating func add(_ number: Int64) { add(UInt64(bitPattern: number)) }

  mutating func add(_ number: UInt64) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * shift))) }
  }

  mutating func add(_ other: SnapshotWriter) { bytes.append(contentsOf: other.bytes) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
}

/// Reads what a `SnapshotWriter` wrote; what is not there, or cannot be, is an error.
struct SnapshotReader {
  private let bytes: [UInt8]
  private var place = 0

  struct Malformed: Error {}

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func word() throws(Malformed) -> UInt64 {
    guard bytes.count - place >= 8 else { throw Malformed() }
    var number: UInt64 = 0
    for shift in 0..<8 { number |= UInt64(bytes[place + shift]) << UInt64(8 * shift) }
    place += 8
    return number
  }

  mutating func integer() throws(Malformed) -> Int64 { Int64(bitPattern: try word()) }

  /// A number from 0 to a bound.
  mutating func count(upTo bound: Int = .max) throws(Malformed) -> Int {
    guard let count = Int(exactly: try word()), count <= bound else { throw Malformed() }
    return count
  }

  mutating func text() throws(Malformed) -> String {
    let count = try count(upTo: bytes.count - place)
    defer { place += count }
    guard let text = String(validating: bytes[place..<(place + count)], as: UTF8.self) else {
      throw Malformed()
    }
    return text
  }
}
