import HoiDiagnostics
import HoiText

/// What the cells of one column of a file look like, all of them.
package struct ColumnLooks: Sendable {
  /// The head, in NFC.
  package let head: String
  package fileprivate(set) var blankCount = 0
  /// Whole numbers, and of them those that read like a year.
  package fileprivate(set) var wholeCount = 0
  package fileprivate(set) var yearCount = 0
  /// School years such as `2027-2028`.
  package fileprivate(set) var schoolYearCount = 0
  /// Numbers with decimals, or below zero.
  package fileprivate(set) var decimalCount = 0
  /// Digits behind a leading zero, such as `06475`: a code and no number.
  package fileprivate(set) var codeCount = 0
  package fileprivate(set) var percentageCount = 0
  /// Anything else, apart from signs for *missing*.
  package fileprivate(set) var textCount = 0
  /// The first line with such a text in it.
  package fileprivate(set) var firstTextLine = 0
  /// Signs such as `-` and `..`, each once.
  package fileprivate(set) var marks: [String] = []
  package fileprivate(set) var markCount = 0

  fileprivate init(head: String) { self.head = head }

  package var numberCount: Int { wholeCount + decimalCount }
}

/// Looks at every cell of a delimited file; what is found does not depend on the order of its rows.
///
/// - Throws: a file that is no sound table, as reading it would.
package func columnLooks(
  _ bytes: [UInt8], file name: String, limits: Limits
) throws(Diagnostic) -> [ColumnLooks] {
  let opened = try OpenedCSV(DataFile(bytes: bytes, name: name), limits: limits)
  try checkHeadsDiffer(opened)
  var filling = BlockFilling(opened)
  var looks = opened.header.map { ColumnLooks(head: $0) }
  let span = bytes.span
  repeat {
    filling.fillBlock(span)
    for column in looks.indices {
      for row in 0..<filling.block.rowCount {
        let cell = filling.block.cell(row, column)
        if looks[column].addPlainly(span, cell) { continue }
        if looks[column].add(cellBytes(span, cell)), looks[column].firstTextLine == 0 {
          looks[column].firstTextLine = opened.file.line(of: cell.start)
        }
      }
    }
    if let fault = filling.fault { throw .record(fault, in: opened, limits) }
  } while filling.block.rowCount > 0
  return looks
}

extension ColumnLooks {
  /// Takes a blank or a plain whole number into account without copying it; false for any other cell.
  fileprivate mutating func addPlainly(_ bytes: Span<UInt8>, _ cell: CellBounds) -> Bool {
    if cell.length == 0 {
      blankCount += 1
      return true
    }
    guard cell.length == 1 || bytes[cell.start] != 0x30, let value = plainDigits(bytes, cell)
    else { return false }
    wholeCount += 1
    if cell.length == 4, (1900...2100).contains(value) { yearCount += 1 }
    return true
  }

  /// - Returns: whether it is a text.
  fileprivate mutating func add(_ cell: [UInt8]) -> Bool {
    if cell.allSatisfy({ (0x30...0x39).contains($0) }) {
      if cell[0] == 0x30, cell.count > 1 { codeCount += 1 } else { wholeCount += 1 }
      return false
    }
    if cell.count > 4, let year = readYear(cell), (1900...2100).contains(year) {
      schoolYearCount += 1
      return false
    }
    if let number = NumberText(cell) {
      switch number.shape {
      case .whole: if number.isNegative { decimalCount += 1 } else { wholeCount += 1 }
      case .decimal, .either: decimalCount += 1
      case .grouped(let places): if places > 0 { decimalCount += 1 } else { wholeCount += 1 }
      }
      return false
    }
    if cell.last == 0x25 {
      let inner = trimmedBounds(cell.span, 0, cell.count - 1)
      if NumberText(Array(cell[inner.start..<inner.end])) != nil {
        percentageCount += 1
        return false
      }
    }
    let text = normalized(String(decoding: cell, as: UTF8.self))
    if knownMarks.contains(folded(text)) {
      markCount += 1
      if !marks.contains(text) { marks.append(text) }
      return false
    }
    textCount += 1
    return true
  }
}

/// What official tables write where a number is missing, folded.
private let knownMarks: Set<String> = [
  "-", "--", "..", "...", "…", "x", "n/a", "na", "kxd", "kad", "null", "khongco",
]
