import HoiDiagnostics

/// Something that may stand next in a text.
public struct Completion: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case keyword, `operator`, function, indicator, measure, subject, table, target, axis, member
    /// A word that only its place understands: `latest`, `line`.
    case word
    /// What `let` names, and `$name` of a `param`.
    case named, parameter
  }

  /// What the text holds afterwards, in quotes where it needs them.
  public let text: String
  /// What a person reads beside it; empty where the text says it all.
  public let label: String
  public let kind: Kind
  /// Whether a blank follows; otherwise it goes on right behind, as after a bracket.
  public let isWhole: Bool

  public init(_ text: String, label: String, kind: Kind, isWhole: Bool = true) {
    self.text = text
    self.label = label == text ? "" : label
    self.kind = kind
    self.isWhole = isWhole
  }
}

/// Everything that may stand where the cursor is.
public struct Completions: Hashable, Sendable {
  /// What is replaced by a choice: the beginning of the word before the cursor, in UTF-8 offsets.
  public let range: SourceRange
  /// What was typed of it, quotes taken off.
  public let typed: String
  /// The best first.
  public let choices: [Completion]
  /// Whether there are more choices than were asked for.
  public let isCut: Bool
  /// What all choices, also those cut off, begin with, where that says more than what was typed.
  public let common: String?
  /// Whether the place takes the path of a file: no library looks into folders for this.
  public let takesFile: Bool
}
