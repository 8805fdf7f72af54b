/// Something a person should know about what they wrote or what a file holds.
///
/// Built only by static factories, one `…Diagnostics.swift` per stage. A bug in our own code is a
/// `precondition`, bad input is a `Diagnostic`; there is no third kind.
public struct Diagnostic: Error, Sendable {
  public enum Severity: Sendable {
    /// Nothing was answered or loaded.
    case error
    /// The answer stands, but not without being told.
    case warning
  }

  /// What kind of failure it is, for the exit code.
  public enum Kind: Sendable {
    case refusal
    /// A limit of memory, time or size.
    case limit
    case interrupted
  }

  public let severity: Severity
  public let kind: Kind
  /// Stable, `H` and three digits; `Grammar/refusals.md` is the index.
  public let code: String
  public let source: SourceText
  public let range: SourceRange
  public let message: Wording
  /// Why, one sentence each.
  public let notes: [Wording]
  public let fix: Fix?

  public init(
    _ code: String, severity: Severity = .error, kind: Kind = .refusal, in source: SourceText,
    at range: SourceRange, _ message: Wording, notes: [Wording] = [], fix: Fix? = nil
  ) {
    self.severity = severity
    self.kind = kind
    self.code = code
    self.source = source
    self.range = range
    self.message = message
    self.notes = notes
    self.fix = fix
  }
}

/// How to mend it: edits that give a text that can be pasted, a hint that says more, or both.
public struct Fix: Sendable {
  public struct Edit: Sendable {
    public let range: SourceRange
    public let replacement: String

    public init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  public let edits: [Edit]
  public let hint: Wording?

  public init(_ edits: [Edit], hint: Wording? = nil) {
    self.edits = edits
    self.hint = hint
  }

  public static func replace(
    _ range: SourceRange, with replacement: String, hint: Wording? = nil
  ) -> Fix {
    Fix([Edit(range, replacement)], hint: hint)
  }

  public static func hint(_ hint: Wording) -> Fix { Fix([], hint: hint) }

  /// The source with every edit made, earliest first; edits must not overlap.
  public func applied(to source: SourceText) -> String {
    var result: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: { $0.range.start < $1.range.start }) {
      result += source.bytes[position..<edit.range.start]
      result += Array(edit.replacement.utf8)
      position = edit.range.end
    }
    result += source.bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }

  /// The lines that it touches, corrected; nil where it has no edits.
  package func correctedLines(in source: SourceText) -> String? {
    guard let first = edits.map(\.range.start).min(), let last = edits.map(\.range.end).max()
    else { return nil }
    let start = source.lineRange(of: first).start
    let rest = source.bytes.count - source.lineRange(of: last).end
    let corrected = Array(applied(to: source).utf8)
    // An excerpt of broken UTF-8 is repaired when it is decoded, which can change its length.
    guard start <= corrected.count - rest else {
      return String(decoding: corrected, as: UTF8.self)
    }
    return String(decoding: corrected[start..<(corrected.count - rest)], as: UTF8.self)
  }
}
