import HoiDiagnostics

/// A refusal as one line of JSON: `{"error":{…}}`, with its LF.
///
/// - `source`: the name of the text, empty for what was typed; `line` and `column` count from 1, the
///   column in characters; `start` and `end` are UTF-8 offsets in the text that the diagnostic points
///   into, which for a data file is the excerpt around the cell.
/// - `text`: the characters pointed at. `fix`: the whole corrected line or lines, or null. `hint`:
///   a sentence, or null.
package func writeJSONDiagnostic(_ diagnostic: Diagnostic, _ language: Language) -> String {
  let (source, range) = (diagnostic.source, diagnostic.range)
  let position = source.position(of: range.start)
  let lineStart = min(range.start, source.bytes.count) - position.byteInLine
  let before = source[SourceRange(lineStart, lineStart + position.byteInLine)]
  var json = JSONText()
  json.object { json in
    json.key("error")
    json.object { json in
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
  return json.text + "\n"
}
