import HoiDiagnostics

/// Fills blocks with the records below a header, and keeps the lines they began on.
struct BlockFilling {
  private(set) var block: CellBlock
  private(set) var rowCount = 0
  /// Rows whose line is not the line of the row before plus one.
  private(set) var breaks: [(row: Int, line: Int)] = []
  /// What ended the reading early; the records before it are in the block.
  private(set) var fault: RecordFault?

  /// Where the next record begins.
  var offset: Int { scanner.offset }

  private var scanner: CSVScanner
  private var expectedLine = -1

  init(_ opened: OpenedCSV) {
    block = CellBlock(columnCount: opened.header.count)
    scanner = opened.scanner
  }

  /// Replaces the block with the next records; an empty block is the end of the file.
  mutating func fillBlock(_ bytes: Span<UInt8>) {
    block.clear(firstRow: rowCount)
    while block.rowCount < block.capacity, fault == nil {
      let kept = block.cells.count
      do {
        guard
          let record = try scanner.nextRecord(
            bytes, keeping: block.columnCount, into: &block.cells)
        else { return }
        if record.isBlank {
          block.cells.removeLast(block.cells.count - kept)
        } else if record.cellCount == block.columnCount {
          add(record)
        } else {
          fault = .ragged(record)
        }
      } catch {
        fault = .shape(error)
      }
    }
  }

  private mutating func add(_ record: CSVScanner.Record) {
    if record.line != expectedLine { breaks.append((rowCount, record.line)) }
    expectedLine = record.line + 1
    block.rowCount += 1
    rowCount += 1
  }
}

/// A record that is not one of the table's.
enum RecordFault {
  case ragged(CSVScanner.Record)
  case shape(CSVScanner.Fault)
}
