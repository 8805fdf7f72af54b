/// The language of messages.
public enum Language: String, Sendable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"
}

/// One sentence in both languages, side by side, so that they are read and mended together.
public struct Wording: Hashable, Sendable {
  public let vietnamese: String
  public let english: String

  public init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// A name or a number that reads the same in both.
  public init(verbatim text: String) {
    self.init(vi: text, en: text)
  }

  public subscript(_ language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
