import HoiDiagnostics
import HoiText

/// What the cells of one column of a file look like, all of them.
package struct ColumnLooks: Sendable {
  /// The head, in NFC.
  package let head: String
  package internal(set) var blankCount = 0
  /// Whole numbers, and of them those that read like a year.
  package internal(set) var wholeCount = 0
  package internal(set) var yearCount = 0
  /// School years such as `2027-2028`.
  package internal(set) var schoolYearCount = 0
  /// Numbers with decimals, or below zero.
  package internal(set) var decimalCount = 0
  /// Digits behind a leading zero, such as `06475`: a code and no number.
  package internal(set) var codeCount = 0
  package internal(set) var percentageCount = 0
  /// Anything else, apart from signs for *missing*.
  package internal(set) var textCount = 0
  /// The first line with such a text in it.
  package internal(set) var firstTextLine = 0
  /// Signs such as `-` and `..`, each once.
  package internal(set) var marks: [String] = []
  package internal(set) var markCount = 0
  /// Whether it is known of every cell that it is blank or a number that can be read one way only: then
  /// reading the column refuses nothing and warns of nothing.
  package internal(set) var isSurelyNumbers = false

  init(head: String) { self.head = head }

  package var numberCount: Int { wholeCount + decimalCount }
}

/// Looks at every cell of a delimited file; what is found does not depend on the order of its rows.
///
/// - Throws: a file that is no sound table, as reading it would.
package func columnLooks(
  _ bytes: [UInt8], file name: String, limits: Limits, watch: FileWatch? = nil
) throws(Diagnostic) -> [ColumnLooks] {
  let opened = try OpenedCSV(DataFile(bytes: bytes, name: name), limits: limits)
  try checkHeadsDiffer(opened)
  var filling = BlockFilling(opened)
  var looks = opened.header.map { ColumnLooks(head: $0) }
  let file = opened.file.bytes
  let span = file.span
  watch?.begin(file.count)
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
    try watch?.requireTime(after: filling)
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
    let look = CellLook(cell)
    count(look)
    return look == .text
  }

  mutating func count(_ look: CellLook, times: Int = 1) {
    switch look {
    case .blank: blankCount += times
    case .whole: wholeCount += times
    case .year:
      wholeCount += times
      yearCount += times
    case .schoolYear: schoolYearCount += times
    case .decimal: decimalCount += times
    case .code: codeCount += times
    case .percentage: percentageCount += times
    case .text: textCount += times
    case .mark(let text):
      markCount += times
      if !marks.contains(text) { marks.append(text) }
    }
  }
}

/// What one cell looks like.
enum CellLook: Equatable {
  case blank, whole, year, schoolYear, decimal, code, percentage, text
  case mark(String)

  init(_ cell: [UInt8]) {
    if cell.isEmpty {
      self = .blank
    } else if cell.allSatisfy({ (0x30...0x39).contains($0) }) {
      self = cell[0] == 0x30 && cell.count > 1 ? .code : Self.ofDigits(cell)
    } else if cell.count > 4, let year = readYear(cell), (1900...2100).contains(year) {
      self = .schoolYear
    } else if let number = NumberText(cell) {
      self =
        switch number.shape {
        case .whole: number.isNegative ? .decimal : .whole
        case .decimal, .either: .decimal
        case .grouped(let places): places > 0 ? .decimal : .whole
        }
    } else {
      self = Self.ofWords(cell)
    }
  }

  private static func ofDigits(_ cell: [UInt8]) -> CellLook {
    guard cell.count == 4 else { return .whole }
    let value = cell.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    return (1900...2100).contains(value) ? .year : .whole
  }

  private static func ofWords(_ cell: [UInt8]) -> CellLook {
    if cell.last == 0x25 {
      let inner = trimmedBounds(cell.span, 0, cell.count - 1)
      if NumberText(Array(cell[inner.start..<inner.end])) != nil { return .percentage }
    }
    let text = normalized(String(decoding: cell, as: UTF8.self))
    return knownMarks.contains(folded(text)) ? .mark(text) : .text
  }
}

/// What official tables write where a number is missing, folded.
private let knownMarks: Set<String> = [
  "-", "--", "..", "...", "…", "x", "n/a", "na", "kxd", "kad", "null", "khongco",
]
