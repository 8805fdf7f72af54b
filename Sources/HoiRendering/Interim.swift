import HoiAnswer
import HoiDiagnostics

package struct RenderOptions: Sendable {
  package var language: Language
  package var width: Int?
  package var color: Bool
  package var showsTiming: Bool
  package init(
    language: Language, width: Int? = nil, color: Bool = false, showsTiming: Bool = false
  ) {
    self.language = language
    self.width = width
    self.color = color
    self.showsTiming = showsTiming
  }
}
package func render(_ answer: Answer, _ options: RenderOptions) -> String {
  var out = answer.title.map { $0[options.language] }.joined(separator: " · ") + "\n"
  for row in 0..<answer.rowCount {
    out +=
      answer.columns.map { formatNumber($0.cells[row], column: $0, language: options.language) }
      .joined(separator: " | ") + "\n"
  }
  return out + footer(answer, options).joined(separator: "\n") + "\n"
}
package func footer(_ answer: Answer, _ options: RenderOptions) -> [String] {
  answer.coverage.map {
    "\($0.reported)/\($0.expected) \($0.missing) \($0.notApplicable) \($0.droppedRows)"
  } + answer.notes.map { $0.text[options.language] }
}
package func formatNumber(_ cell: Cell, column: AnswerColumn, language: Language) -> String {
  switch cell {
  case .number(let value): value.decimalText(places: 4) ?? "?"
  case .missing: "—"
  case .notApplicable: "KAD"
  case .year(let year): "\(year)"
  case .text(let text): text
  case .unknown: "?"
  case .wording(let w): w[language]
  case .verdict(let v): v.wording[language]
  }
}
package func render(_ diagnostic: Diagnostic, _ options: RenderOptions) -> String {
  let p = diagnostic.source.position(of: diagnostic.range.start)
  return
    "error[\(diagnostic.code)] \(diagnostic.source.name):\(p.line):\(p.byteInLine + 1): \(diagnostic.message[options.language]) «\(diagnostic.source[diagnostic.range])»\n  \(diagnostic.notes.map { $0[options.language] })\n"
}
package func language(fromEnvironment environment: (String) -> String?) -> Language {
  for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
    if let value = environment(name), !value.isEmpty {
      return value.hasPrefix("vi") ? .vietnamese : .english
    }
  }
  return .english
}
