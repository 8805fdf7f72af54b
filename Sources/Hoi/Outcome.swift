/// What became of a statement.
public enum Outcome: Sendable {
  case answer(Answer)
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

  public init(limits: Limits = Limits(), threadCount: Int = 1) {
    self.limits = limits
    self.threadCount = threadCount
  }
}
