import HoiDiagnostics
import HoiText

/// A refusal or a warning for people: what is wrong, where, why, and the line that mends it.
///
/// In files the first line begins with `file:line:column:`, the column in letters, so that editors
/// find it. Everything quoted is shown without commands for the terminal.
package func render(_ diagnostic: Diagnostic, _ options: RenderOptions) -> String {
  let words = DiagnosticWords(options.language)
  let excerpt = SourceExcerpt(diagnostic, width: (options.width ?? excerptWidth) - margin)
  let isError = diagnostic.severity == .error
  let ink: Ink = isError ? .bad : .fair
  let name = displaySafe(diagnostic.source.name)
  let place = name.isEmpty ? "" : "\(name):\(excerpt.line):\(excerpt.column): "
  let kind = (isError ? words.error : words.warning) + "[\(diagnostic.code)]"
  var lines = [
    place + ink.painting(kind, options) + ": "
      + Ink.strong.painting(displaySafe(diagnostic.message[options.language]), options)
  ]
  lines += excerpt.lines(ink, options)
  for note in diagnostic.notes {
    lines += entry(words.why, displaySafe(note[options.language]), options)
  }
  if let fix = diagnostic.fix {
    lines += mended(fix, diagnostic.source, words, options)
  }
  return lines.map { $0 + "\n" }.joined()
}

/// Cells of a line where nothing says how wide it may be: a data file may hold any.
private let excerptWidth = 120

private struct DiagnosticWords {
  let error: String
  let warning: String
  let why: String
  let fix: String

  init(_ language: Language) {
    switch language {
    case .vietnamese: (error, warning, why, fix) = ("lỗi", "lưu ý", "vì", "sửa")
    case .english: (error, warning, why, fix) = ("error", "warning", "why", "fix")
    }
  }
}

/// `vì: …`, its further lines under the first word.
private func entry(_ name: String, _ text: String, _ options: RenderOptions) -> [String] {
  let indent = margin + cellWidth(name) + 2
  let room = options.width.map { max(20, $0 - indent) } ?? .max
  return wrapped(text, toCells: room).enumerated().map { place, line in
    place == 0
      ? blanks(margin) + Ink.faint.painting(name + ":", options) + " " + line
      : blanks(indent) + line
  }
}

/// The corrected line to paste, whole however long it is, and what else there is to say.
private func mended(
  _ fix: Fix, _ source: SourceText, _ words: DiagnosticWords, _ options: RenderOptions
) -> [String] {
  let hint = fix.hint.map { displaySafe($0[options.language]) }
  guard let corrected = fix.correctedLines(in: source) else {
    return hint.map { entry(words.fix, $0, options) } ?? []
  }
  if corrected.utf8.count > longestPasted {
    return replacements(fix, source, options).flatMap { entry(words.fix, $0, options) }
      + (hint.map { entry(words.fix, $0, options) } ?? [])
  }
  let texts = corrected.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    displaySafe(
      line.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " "))
  }
  let name = Ink.faint.painting(words.fix + ":", options)
  var lines: [String] = []
  if texts.count == 1 {
    lines.append(blanks(margin) + name + " " + texts[0].trimmingBlanks)
  } else {
    lines.append(blanks(margin) + name)
    lines += texts.map { blanks(2 * margin) + $0 }
  }
  guard let hint else { return lines }
  let beside = "        (\(hint))"
  let used = cellWidth(texts[0]) + margin + cellWidth(words.fix) + 2 + cellWidth(beside)
  if texts.count == 1, used <= options.width ?? excerptWidth {
    lines[0] += Ink.faint.painting(beside, options)
    return lines
  }
  let indent = margin + cellWidth(words.fix) + 2
  let room = (options.width ?? excerptWidth) - indent
  return lines
    + wrapped("(\(hint))", toCells: max(20, room)).map {
      blanks(indent) + Ink.faint.painting($0, options)
    }
}

/// Bytes of a corrected line that anyone would paste.
private let longestPasted = 2_000

/// What is put in the place of what, where the whole line is too long to be shown.
private func replacements(
  _ fix: Fix, _ source: SourceText, _ options: RenderOptions
) -> [String] {
  fix.edits.map { edit in
    let (old, new) = (displaySafe(source[edit.range]), displaySafe(edit.replacement))
    return options.language == .vietnamese
      ? "thay `\(old)` bằng `\(new)`" : "`\(new)` in place of `\(old)`"
  }
}

extension String {
  /// Without the blanks at its beginning.
  fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }
}
