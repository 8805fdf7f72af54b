import HoiAnswer
import HoiDiagnostics
import HoiNumbers

/// An answer as one JSON object, a row to a line.
///
/// It holds what a line of `writeJSONLine` does, and the title and the sources, but not the time it
/// took: the same question gives the same bytes.
package func writeJSON(_ answer: Answer, _ language: Language) -> String {
  var json = JSONText()
  let columns = answer.dataColumns
  json.object { json in
    json.newLine(indentedBy: 2)
    json.key("title")
    json.array(answer.title) { $0.string($1[language]) }
    json.newLine(indentedBy: 2)
    json.key("columns")
    json.lines(columns) { $0.column(answer.columns[$1], language, isLabelled: true) }
    json.newLine(indentedBy: 2)
    json.key("rows")
    json.lines(Array(0..<answer.rowCount)) { $0.row(answer, $1, columns, language) }
    json.newLine(indentedBy: 2)
    json.key("notes")
    json.lines(answer.jsonNotes(columns, language)) { $1(&$0) }
    json.newLine(indentedBy: 2)
    json.key("sources")
    json.array(answer.sources) { $0.string($1) }
    json.lastLine(indentedBy: 0)
  }
  return json.text + "\n"
}

/// An answer as one line of JSON: `{"ms":…,"columns":[…],"rows":[…],"notes":[…]}`, with its LF.
///
/// - `columns`: objects with `name`, `unit` and `role` (`group` or `item`). The unit is `ratio` or
///   `growth` for plain fractions (`0.487` is 48.7 %), `points` for percentage points (`7` is 7
///   points), `level`, `rank`, a name as the model gives it, two joined by `/`, or null.
/// - `rows`: arrays of values. Numbers are exact, or rounded to fifteen decimals; years are whole
///   numbers; a verdict is its stable name. Missing, not applicable and unknown members are null.
/// - `notes`: objects with a stable `code`. `missing`, `not_applicable` and `unknown_member` tell the
///   nulls apart, with the `column` and its `rows`, counted from 0; `total` and `limit` tell about
///   rows, `coverage` who reported; every other has the answer's own code and a `text`.
package func writeJSONLine(_ answer: Answer, _ language: Language) -> String {
  var json = JSONText()
  let columns = answer.dataColumns
  json.object { json in
    json.key("ms")
    json.raw { $0.append(contentsOf: millisecondsText(answer.milliseconds).utf8) }
    json.key("columns")
    json.array(columns) { $0.column(answer.columns[$1], language, isLabelled: false) }
    json.key("rows")
    json.array { json in
      for row in 0..<answer.rowCount { json.row(answer, row, columns, language) }
    }
    json.key("notes")
    json.array(answer.jsonNotes(columns, language)) { $1(&$0) }
  }
  return json.text + "\n"
}

/// Milliseconds with three decimals at most.
private func millisecondsText(_ milliseconds: Double) -> String {
  // Anything that is no sound duration is written as none: JSON has no NaN.
  guard milliseconds >= 0, milliseconds < 1e12 else { return "0" }
  let micros = Int128((milliseconds * 1000).rounded())
  return Fraction(micros, over: 1000).decimalText(places: 3) ?? "0"
}

extension JSONText {
  /// An array with an entry on each line.
  fileprivate mutating func lines<Element>(
    _ elements: [Element], _ body: (inout JSONText, Element) -> Void
  ) {
    array { json in
      for element in elements {
        json.newLine(indentedBy: 4)
        body(&json, element)
      }
      if !elements.isEmpty { json.lastLine(indentedBy: 2) }
    }
  }

  fileprivate mutating func column(_ column: AnswerColumn, _ language: Language, isLabelled: Bool) {
    object { json in
      json.key("name")
      json.string(column.name)
      if isLabelled {
        json.key("label")
        json.string(column.label[language])
      }
      json.key("unit")
      json.string(column.unit.dataName)
      json.key("role")
      json.string(column.role.dataName)
    }
  }

  fileprivate mutating func row(
    _ answer: Answer, _ row: Int, _ columns: [Int], _ language: Language
  ) {
    array { json in
      for column in columns { json.value(answer, row, column, language) }
    }
  }

  mutating func value(_ answer: Answer, _ row: Int, _ column: Int, _ language: Language) {
    switch answer.cell(row, column) {
    case .number(let value): raw { appendNumber(value, answer.columns[column].unit, to: &$0) }
    case .missing, .notApplicable, .hidden, .unknown: null()
    case .year(let year): integer(year)
    case .text(let text): string(text)
    case .wording(let wording): string(wording[language])
    case .verdict(let verdict): string(verdict.rawValue)
    }
  }
}

extension AnswerColumn.Role {
  fileprivate var dataName: String {
    switch self {
    case .group: "group"
    case .item: "item"
    case .detail: "detail"
    case .data: "data"
    }
  }
}

extension Unit {
  /// The unit as programs read it; nil for a bare number.
  var dataName: String? {
    switch self {
    case .number: nil
    case .named(let name): name.isEmpty ? nil : name
    case .ratio: "ratio"
    case .points: "points"
    case .growth: "growth"
    case .quotient(let top, let bottom): (top.dataName ?? "1") + "/" + (bottom.dataName ?? "1")
    case .level: "level"
    case .rank: "rank"
    }
  }
}
