import HoiColumns
import HoiKernels

extension EncodedColumn {
  /// Bytes of one offset; 0 for a constant.
  var width: Int {
    switch offsets {
    case .constant: 0
    case .bytes: 1
    case .halves: 2
    case .words: 4
    case .longs: 8
    }
  }

  /// How long it is in a snapshot, with the zeros behind it.
  var snapshotBytes: Int {
    SnapshotLayout.aligned(rowCount * width)
      + SnapshotLayout.aligned((validity?.words.count ?? 0) * 8)
  }

  /// What it adds up to in a snapshot, with the zeros behind it.
  var snapshotSum: UInt64 {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(snapshotBytes)
    eachStretch { stretch in
      unsafe stretch.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
      let missing = SnapshotLayout.aligned(bytes.count) - bytes.count
      bytes.append(contentsOf: repeatElement(0, count: missing))
    }
    return checksum(bytes.span.bytes)
  }

  /// Shows what is written of it, each stretch followed by zeros: its offsets, and which rows have a
  /// value.
  func eachStretch<Failure: Error>(_ body: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    switch offsets {
    case .constant: break
    case .bytes(let buffer): try buffer.withBytes(body)
    case .halves(let buffer): try buffer.withBytes(body)
    case .words(let buffer): try buffer.withBytes(body)
    case .longs(let buffer): try buffer.withBytes(body)
    }
    if let validity { try body(validity.words.span.bytes) }
  }
}
