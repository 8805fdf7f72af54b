import Glibc
import HoiColumns
import HoiDiagnostics
import HoiFormats
import Testing

/// A table of children: year, village, age group, and what is asked for.
func childrenBlueprint(
  _ measures: [(String, MeasureKind)] = [("tre", .count)], dimensions: [String] = ["thon"]
) -> TableBlueprint {
  var columns = [
    TableBlueprint.Column(schema: ColumnSchema(name: "nam", role: .time), sourceName: "nam")
  ]
  for name in dimensions {
    columns.append(
      TableBlueprint.Column(schema: ColumnSchema(name: name, role: .dimension), sourceName: name))
  }
  for (name, kind) in measures {
    columns.append(
      TableBlueprint.Column(
        schema: ColumnSchema(name: name, role: .measure(kind)), sourceName: name))
  }
  return TableBlueprint(table: "tre_em", columns: columns)
}

func readChildren(
  _ text: String, _ blueprint: TableBlueprint = childrenBlueprint(), limits: Limits = Limits()
) throws(Diagnostic) -> FactTable {
  try readFactTable(Array(text.utf8), blueprint, file: "tre.csv", limits: limits).table
}

/// The diagnostic of a text that cannot be read.
func fileRefusal(
  _ text: String, _ blueprint: TableBlueprint = childrenBlueprint(), limits: Limits = Limits()
) -> Diagnostic? {
  fileRefusal(Array(text.utf8), blueprint, limits: limits)
}

func fileRefusal(
  _ bytes: [UInt8], _ blueprint: TableBlueprint = childrenBlueprint(), limits: Limits = Limits()
) -> Diagnostic? {
  do throws(Diagnostic) {
    _ = try readFactTable(bytes, blueprint, file: "tre.csv", limits: limits)
    return nil
  } catch {
    return error
  }
}

extension Diagnostic {
  /// Code, line, column in bytes from 1 and the text pointed at, as one line.
  var filePlace: String {
    let position = source.position(of: range.start)
    return "\(code) \(position.line):\(position.byteInLine + 1) `\(source[range])`"
  }
}

extension FactTable {
  /// A row as words: keys by name, measures as stored.
  func rowWords(_ row: Int) -> [String] {
    columns.indices.map { column in
      guard let value = value(row: row, column: column) else { return "—" }
      switch keys[column] {
      case .text(let keys): return value < keys.count ? keys[Int(value)] : "?"
      case .years(let years): return String(years[Int(value)])
      case .none: return String(value)
      }
    }
  }

  var allRowWords: [[String]] { (0..<rowCount).map(rowWords) }
}

/// The same numbers from the same seed.
struct FormatsRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// A file on disk with a text; whoever asked for it takes it away again.
func temporaryFile(_ text: String) throws -> String { try temporaryFile(Array(text.utf8)) }

func temporaryFile(_ bytes: [UInt8]) throws -> String {
  let name = "/tmp/hoi-formats-\(getpid())-\(UInt64.random(in: .min ... .max))"
  let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL, 0o600)
  try #require(descriptor >= 0)
  #expect(write(descriptor, bytes, bytes.count) == bytes.count)
  close(descriptor)
  return name
}

/// Reading of large files in tasks of a few rows, so that a small file is one and has many.
func bulkReading(taskRows: Int, blockBytes: Int = 1 << 18) -> BulkReading {
  var bulk = BulkReading()
  bulk.leastBytes = 1
  bulk.taskRows = taskRows
  bulk.blockBytes = blockBytes
  return bulk
}
