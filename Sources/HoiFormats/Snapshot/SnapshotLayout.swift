import HoiColumns

// A snapshot file: a prologue of fixed length, a header that says what there is, then runs of bytes, each
// with its checksum in the header. A run is the dictionary of a column, or the rows of one segment of a
// column: what a question does not read it need not compare. Every byte is under one of the sums.

enum SnapshotLayout {
  static let magic: UInt64 = 0x0050_414E_5349_4F48  // HOISNAP
  /// Changes with every change of what follows, and of the sum.
  static let version = 3
  /// Read on a machine of the other order it is another number.
  static let order: UInt64 = 0x0102_0304_0506_0708
  /// Eight words: magic, order, version, header's length, header's sum, file's length, zero, and the sum
  /// of those before.
  static let prologueBytes = 64
  /// Everything begins at a multiple of it, with zeros before.
  static let alignment = 64

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}

/// A stretch of the file and what its bytes add up to, with the zeros behind them.
struct SnapshotRun {
  /// Counted from the end of the header.
  var offset: Int
  var length: Int
  var sum: UInt64

  func write(to writer: inout SnapshotWriter) {
    writer.add(offset)
    writer.add(length)
    writer.add(sum)
  }

  init(offset: Int, length: Int, sum: UInt64) {
    self.offset = offset
    self.length = length
    self.sum = sum
  }

  init(_ reader: inout SnapshotReader) throws(SnapshotReader.Malformed) {
    offset = try reader.count()
    length = try reader.count()
    sum = try reader.word()
    guard offset % SnapshotLayout.alignment == 0 else { throw SnapshotReader.Malformed() }
  }
}

extension ColumnSchema.Role {
  var snapshotNumber: Int {
    switch self {
    case .time: 0
    case .dimension: 1
    case .measure(.count): 2
    case .measure(.amount): 3
    case .measure(.level): 4
    case .measure(.flag): 5
    }
  }

  init?(snapshotNumber: Int) {
    switch snapshotNumber {
    case 0: self = .time
    case 1: self = .dimension
    case 2: self = .measure(.count)
    case 3: self = .measure(.amount)
    case 4: self = .measure(.level)
    case 5: self = .measure(.flag)
    default: return nil
    }
  }
}
