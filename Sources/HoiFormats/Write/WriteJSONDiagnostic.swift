import HoiDiagnostics

/// A refusal as one line of JSON: `{"error":{…}}`, or `{"warning":{…}}`, with its LF.
///
/// - `source`: the name of the text, empty for what was typed; `line` and `column` count from 1, the
///   column in characters; `start` and `end` are UTF-8 offsets in the text that the diagnostic points
///   into, which for a data file is the excerpt around the cell.
/// - `text`: the characters pointed at. `fix`: the whole corrected line or lines, or null. `hint`:
///   a sentence, or null.
package func writeJSONDiagnostic(_ diagnostic: Diagnostic, _ language: Language) -> String {
  writeJSONDiagnostics([diagnostic], language)
}

/// Everything that is wrong with one statement as one line of JSON: the first as `writeJSONDiagnostic`
/// writes it, the others in an array under `more`, which is left out where there are none.
package func writeJSONDiagnostics(_ diagnostics: [Diagnostic], _ language: Language) -> String {
  precondition(!diagnostics.isEmpty, "a failure has a cause")
  var json = JSONText()
  json.object { json in
    json.key(diagnostics[0].severity == .warning ? "warning" : "error")
    json.diagnostic(diagnostics[0], language)
    if diagnostics.count > 1 {
      json.key("more")
      json.array(Array(diagnostics.dropFirst())) { $0.diagnostic($1, language) }
    }
  }
  return json.text + "\n"
}

extension JSONText {
  fileprivate mutating func diagnostic(_ diagnostic: Diagnostic, _ language: Language) {
    let (source, range) = (diagnostic.source, diagnostic.range)
    let position = source.position(of: range.start)
    let lineStart = min(range.start, source.bytes.count) - position.byteInLine
    let before = source[SourceRange(lineStart, lineStart + position.byteInLine)]
    object { json in
      json.key("code")
      json.string(diagnostic.code)
      json.key("message")
      json.string(diagnostic.message[language])
      json.key("source")
      json.string(source.name)
      json.key("line")
      json.integer(position.line)
      json.key("column")
      json.integer(before.count + 1)
      json.key("start")
      json.integer(range.start)
      json.key("end")
      json.integer(range.end)
      json.key("text")
      json.string(source[range])
      json.key("notes")
      json.array(diagnostic.notes) { $0.string($1[language]) }
      json.key("fix")
      json.string(diagnostic.fix?.correctedLines(in: source))
      json.key("hint")
      json.string(diagnostic.fix?.hint?[language])
    }
  }
}
