import HoiColumns

/// What became of a statement.
public enum Outcome: Sendable {
  case answer(Answer)
  /// The answer has been written to a file.
  case written(WrittenAnswer)
  /// A text between answers, in Markdown.
  case said(Wording)
  /// Something about how answers are given has changed.
  case changed(Setting)
  /// The model has changed, or nothing was asked; with what should be known of it.
  case done([Diagnostic])
  /// Nothing was answered and nothing was changed: every root cause, in the order of the text.
  case failure([Diagnostic])

  /// Whether nothing was answered.
  public var isFailure: Bool {
    if case .failure = self { return true }
    return false
  }
}

/// An answer that `into` has sent to a file.
public struct WrittenAnswer: Sendable {
  public var answer: Answer
  /// Where the file is, from the working folder.
  public var path: String
  public var format: OutputFormat
}

/// What `set` changes.
public enum Setting: Sendable, Equatable {
  case language(Language)
  case format(OutputFormat)
  case timing(Bool)
  case threads(Int)
  /// Nil: as long as it takes.
  case timeout(milliseconds: Int?)
  /// Whether counts of few people are kept out of answers.
  case isPublic(Bool)
}

/// Why a model or a table could not be taken.
public struct HoiFailure: Error, Sendable {
  /// At least one, in the order of the text.
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

/// How a session works, apart from what it is asked.
public struct Settings: Sendable {
  public var limits: Limits
  /// How many threads may work on a question.
  public var threadCount: Int
  /// Whether rows are taken from the snapshot beside a model while its files are the same.
  public var usesSnapshot = true
  /// Whether files are the same is told by all that stands in them, and not by their time.
  public var verifiesSnapshot = false
  /// How long one question may take; nil is as long as it takes.
  public var timeoutMilliseconds: Int?
  /// The language of files that `into` writes.
  public var language: Language
  /// With a folder, no file outside it is read and none is written anywhere.
  public var safeFolder: String?
  /// Whether counts of few people are kept out of answers, whatever a script sets.
  public var isPublic = false

  /// - Parameter threadCount: nil for one on each processor.
  public init(
    limits: Limits = Limits(), threadCount: Int? = nil, timeoutMilliseconds: Int? = nil,
    language: Language = .english, safeFolder: String? = nil
  ) {
    self.limits = limits
    self.threadCount = threadCount ?? WorkerPool.coreCount
    self.timeoutMilliseconds = timeoutMilliseconds
    self.language = language
    self.safeFolder = safeFolder
  }
}
