import HoiAnswer
import HoiDiagnostics

extension Answer {
  /// What is said about an answer, one writer for each note, in a fixed order.
  func jsonNotes(_ columns: [Int], _ language: Language) -> [(inout JSONText) -> Void] {
    var notes: [(inout JSONText) -> Void] = []
    if totalCount > 0 {
      let rows = Array(max(0, rowCount - totalCount)..<rowCount)
      notes.append { json in json.note("total", column: nil, rows: rows) }
    }
    if rowsBeforeLimit > rowCount - totalCount {
      notes.append { json in
        json.note("limit") { json in
          json.key("rows_before")
          json.integer(rowsBeforeLimit)
        }
      }
    }
    for column in columns {
      let name = self.columns[column].name
      for (code, rows) in valuelessRows(column) where !rows.isEmpty {
        notes.append { json in json.note(code, column: name, rows: rows) }
      }
    }
    for coverage in coverage { notes.append { json in json.note(coverage, language) } }
    for note in self.notes {
      notes.append { json in
        json.note(note.code) { json in
          json.key("text")
          json.string(note.text[language])
        }
      }
    }
    return notes
  }

  /// The rows of a column that are null, by the reason why.
  private func valuelessRows(_ column: Int) -> [(String, [Int])] {
    switch columns[column].cells {
    case .numbers(let numbers):
      if numbers.states.isEmpty { return [] }
      let rows = { (state: CellState) in
        numbers.states.indices.filter { numbers.states[$0] == state }
      }
      return [
        ("missing", rows(.missing)), ("not_applicable", rows(.notApplicable)),
        ("hidden", rows(.hidden)),
      ]
    case .members(let codes, _):
      // A total stands for all members, so none is unknown there.
      let named = codes.prefix(max(0, rowCount - totalCount))
      return [("unknown_member", named.indices.filter { codes[$0] < 0 })]
    case .years, .text, .wording, .verdicts: return []
    }
  }
}

extension JSONText {
  fileprivate mutating func note(_ code: String, _ body: (inout JSONText) -> Void) {
    object { json in
      json.key("code")
      json.string(code)
      body(&json)
    }
  }

  fileprivate mutating func note(_ code: String, column: String?, rows: [Int]) {
    note(code) { json in
      if let column {
        json.key("column")
        json.string(column)
      }
      json.key("rows")
      json.array(rows) { $0.integer($1) }
    }
  }

  fileprivate mutating func note(_ coverage: Coverage, _ language: Language) {
    note("coverage") { json in
      json.key("column")
      json.string(coverage.item)
      if let apart = coverage.apart {
        json.key("apart")
        json.string(apart[language])
      }
      json.key("leaf")
      json.string(coverage.leaf[language])
      json.key("expected")
      json.integer(coverage.expected)
      json.key("reported")
      json.integer(coverage.reported)
      json.key("missing")
      json.array(coverage.missing) { $0.string($1) }
      json.key("not_applicable")
      json.array(coverage.notApplicable) { $0.string($1) }
      json.key("denominator_covered")
      if let share = coverage.denominatorCovered {
        json.raw { appendNumber(share, .ratio, to: &$0) }
      } else {
        json.null()
      }
      json.key("dropped_rows")
      json.integer(coverage.droppedRows)
      json.key("counts_rows")
      json.boolean(coverage.countsRows)
    }
  }
}
