import HoiFormats
import HoiText

/// What became of a statement, where it is no answer.
extension Page {
  /// What stands between two answers in one output: a blank line, or nothing where answers carry
  /// their own or are one to a line.
  public var separator: String {
    switch format {
    case .tsv, .csv, .markdown: "\n"
    case .table, .vertical, .json, .jsonl, .ndjson, .html: ""
    }
  }

  /// A text of `say`, ending in a line break; nil where the format has no place for sentences.
  public func text(saying text: Wording) -> String? {
    switch format {
    case .table, .vertical:
      text[language].split(separator: "\n", omittingEmptySubsequences: false)
        .map { displaySafe(String($0)) }.joined(separator: "\n") + "\n"
    case .markdown: text[language] + "\n"
    case .tsv, .csv, .json, .jsonl, .ndjson, .html: nil
    }
  }

  /// A refusal in a document of answers, standing where its answer would; nil where the format has no
  /// place for it.
  public func text(refusing diagnostics: [Diagnostic]) -> String? {
    switch format {
    case .table, .vertical: return diagnostics.map { text($0) }.joined()
    case .markdown:
      return diagnostics.map { diagnostic in
        let lines = [diagnostic.message] + diagnostic.notes
        let word = language == .vietnamese ? "lỗi" : "error"
        return "> **\(word) \(diagnostic.code)**: "
          + lines.map { displaySafe($0[language]) }.joined(separator: "\n> ") + "\n"
      }.joined(separator: "\n")
    case .tsv, .csv, .json, .jsonl, .ndjson, .html: return nil
    }
  }

  /// Where an answer has been written, in one line.
  public func text(_ written: WrittenAnswer) -> String {
    sentence(written)[language] + "\n"
  }

  private func sentence(_ written: WrittenAnswer) -> Wording {
    let count = written.answer.rowCount
    let path = displaySafe(written.path)
    return Wording(
      vi: "đã ghi \(count) dòng vào \(path)",
      en: "wrote \(count) \(count == 1 ? "row" : "rows") to \(path)")
  }

  /// What became of a statement as one line of JSON, for programs.
  ///
  /// A statement that asks nothing gives an answer without columns; what should be known of it stands
  /// in its notes. A failure is `{"error":{…}}` with its first cause, and the others in `"more"`.
  public func line(_ outcome: Outcome) -> String {
    switch outcome {
    case .answer(let answer): writeJSONLine(answer, language)
    case .failure(let diagnostics): writeJSONDiagnostics(diagnostics, language)
    case .done(let warnings): line(warnings.map { Note($0.code, $0.message) })
    case .written(let written): line([Note("written", sentence(written))])
    case .said(let text): line([Note("say", text)])
    case .changed(let setting): line([Note("set", Wording(verbatim: setting.spelling))])
    }
  }

  private func line(_ notes: [Note]) -> String {
    var answer = Answer(kind: .list)
    answer.notes = notes
    return writeJSONLine(answer, language)
  }
}

extension Setting {
  /// As a script writes it.
  public var spelling: String {
    switch self {
    case .language(let language): "lang \(language.rawValue)"
    case .format(let format): "format \(format.rawValue)"
    case .timing(let isOn): "timing \(isOn ? "on" : "off")"
    case .threads(let count): "threads \(count)"
    case .isPublic(let isOn): "public \(isOn ? "on" : "off")"
    case .timeout(let milliseconds): "timeout \((milliseconds ?? 0) / 1000)"
    }
  }
}
