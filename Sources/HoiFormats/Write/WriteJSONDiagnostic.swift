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
      json.string(diagnostic.fix.flatMap { correctedLines($0, in: source) })
      json.key("hint")
      json.string(diagnostic.fix?.hint?[language])
    }
  }
  return json.text + "\n"
}

/// The lines that a fix touches, corrected; nil where it has no edits.
func correctedLines(_ fix: Fix, in source: SourceText) -> String? {
  guard let first = fix.edits.map(\.range.start).min(), let last = fix.edits.map(\.range.end).max()
  else { return nil }
  let start = source.lineRange(of: first).start
  let rest = source.bytes.count - source.lineRange(of: last).end
  let corrected = Array(fix.applied(to: source).utf8)
  // An excerpt of broken UTF-8 is repaired when it is decoded, which can change its length.
  guard start <= corrected.count - rest else { return String(decoding: corrected, as: UTF8.self) }
  return String(decoding: corrected[start..<(corrected.count - rest)], as: UTF8.self)
}
