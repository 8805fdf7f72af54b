/// One column of one segment: values as offsets from a base, in the narrowest width that holds them.
public struct EncodedColumn: Sendable {
  /// Offsets from `base`, one per row; a constant column has none.
  public enum Offsets: Sendable {
    case constant
    case bytes(ColumnBuffer<UInt8>)
    case halves(ColumnBuffer<UInt16>)
    case words(ColumnBuffer<UInt32>)
    case longs(ColumnBuffer<UInt64>)
  }

  public let rowCount: Int
  /// A value is `base + offset`; a row without a value has offset 0.
  public let base: Int64
  public let offsets: Offsets
  /// The smallest and largest value of the rows that have one; `base` where none has.
  public let minimum: Int64
  public let maximum: Int64
  public let missingCount: Int
  /// A set bit is a row with a value; nil where every row has one.
  public let validity: Bitmap?

  public init(
    rowCount: Int, base: Int64, offsets: Offsets, minimum: Int64, maximum: Int64,
    missingCount: Int = 0, validity: Bitmap? = nil
  ) {
    self.rowCount = rowCount
    self.base = base
    self.offsets = offsets
    self.minimum = minimum
    self.maximum = maximum
    self.missingCount = missingCount
    self.validity = validity
  }

  /// The value in a row, or nil where it is missing. For few rows: hot loops take the spans.
  public subscript(row: Int) -> Int64? {
    if let validity, !validity[row] { return nil }
    return switch offsets {
    case .constant: base
    case .bytes(let buffer): base &+ Int64(buffer[row])
    case .halves(let buffer): base &+ Int64(buffer[row])
    case .words(let buffer): base &+ Int64(buffer[row])
    case .longs(let buffer): base &+ Int64(bitPattern: buffer[row])
    }
  }
}
