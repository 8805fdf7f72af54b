import HoiFormats
import HoiSemantics
import HoiSyntax
import HoiText

/// What `format` and `into` ask of an answer.
struct Presentation {
  var format: OutputFormat?
  /// The file it goes to, from the working folder; as it was named; and the place that names it.
  var file: (path: String, name: String, range: SourceRange)?

  /// Reads the two clauses of a question; the others are left to meaning.
  init(
    _ question: Question, _ reading: Reading, in session: HoiSession
  ) throws(Diagnostic) {
    let source = reading.source
    for clause in question.clauses {
      switch clause.kind {
      case .format(let name):
        guard let format = OutputFormat(named: name.text) else {
          throw .unknownFormat(name.text, at: name.range, in: source)
        }
        self.format = format
      case .into(let literal):
        if session.settings.safeFolder != nil {
          throw .writingWhenSafe(at: clause.range, in: source)
        }
        let name = try session.model.definitions.path(literal, in: source)
        file = (joined(reading.folder, name), name, literal.range)
      case .by, .where, .having, .versus, .withTotal, .pivot, .sort, .limit, .pooled, .strict,
        .restated, .chart, .broken:
        break
      }
    }
    if let file, format == nil {
      guard let known = OutputFormat(ending: file.name) else {
        throw .unknownEnding(file.name, at: file.range, in: source)
      }
      format = known
    }
  }
}

extension Clause {
  /// Whether it says how an answer is given and not what is asked.
  var isPresentation: Bool {
    switch kind {
    case .format, .into: true
    case .by, .where, .having, .versus, .withTotal, .pivot, .sort, .limit, .pooled, .strict,
      .restated, .chart, .broken:
      false
    }
  }
}

extension HoiSession {
  /// Gives an answer the way its clauses ask for.
  func present(
    _ answer: Answer, _ presentation: Presentation, _ reading: Reading
  ) -> Outcome {
    var answer = answer
    answer.format = presentation.format
    guard let file = presentation.file, let format = presentation.format else {
      return .answer(answer)
    }
    return refusing { () throws(Diagnostic) in
      try writeFile(
        Array(Page(format: format, language: language).text(answer).utf8), to: file.path,
        named: file.name, askedBy: (reading.source, file.range))
      return .written(WrittenAnswer(answer: answer, path: file.path, format: format))
    }
  }
}
