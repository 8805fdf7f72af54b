import HoiColumns
import HoiKernels

/// Writes numbers and texts one behind the other, in this machine's order of bytes.
struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  mutating func add(_ number: Int64) { add(UInt64(bitPattern: number)) }

  mutating func add(_ number: UInt64) {
    unsafe withUnsafeBytes(of: number) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    add(bare: text)
  }

  /// Its bytes alone, whose number stands elsewhere.
  mutating func add(bare text: String) { bytes.append(contentsOf: text.utf8) }

  /// Puts zeros behind what is there, up to where the next thing may begin.
  mutating func pad() {
    let missing = SnapshotLayout.aligned(bytes.count) - bytes.count
    bytes.append(contentsOf: repeatElement(0, count: missing))
  }

  var sum: UInt64 { checksum(bytes.span.bytes) }
}

/// Reads what a `SnapshotWriter` wrote; what is not there, or cannot be, is an error.
struct SnapshotReader {
  private let file: MappedFile
  private var place: Int
  private let end: Int

  struct Malformed: Error {}

  /// - Precondition: the range is within the file.
  init(_ file: MappedFile, _ range: Range<Int>) {
    self.file = file
    place = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { place == end }

  mutating func word() throws(Malformed) -> UInt64 {
    guard end - place >= 8 else { throw Malformed() }
    defer { place += 8 }
    return file.word(at: place)
  }

  mutating func integer() throws(Malformed) -> Int64 { Int64(bitPattern: try word()) }

  /// A number from 0 to a bound.
  mutating func count(upTo bound: Int = .max) throws(Malformed) -> Int {
    guard let count = Int(exactly: try word()), count <= bound else { throw Malformed() }
    return count
  }

  mutating func text() throws(Malformed) -> String {
    let count = try count(upTo: end - place)
    defer { place += count }
    return file.text(place..<(place + count))
  }
}
