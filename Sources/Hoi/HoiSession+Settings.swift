import HoiColumns
import HoiSemantics
import HoiSyntax
import HoiText

/// `set`.
extension HoiSession {
  /// A setting that a script or a person can change.
  private enum Name: String, CaseIterable {
    case lang, format, timing, threads, timeout
    case isPublic = "public"

    /// In either language, folded.
    init?(folded name: String) {
      switch name {
      case "lang", "language", "ngonngu": self = .lang
      case "format", "dang": self = .format
      case "timing", "thoigian": self = .timing
      case "threads", "luong", "soluong": self = .threads
      case "timeout", "gioihan": self = .timeout
      case "public", "congbo": self = .isPublic
      default: return nil
      }
    }

    /// What it takes, for messages.
    var values: String {
      switch self {
      case .lang: "vi, en"
      case .format: OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
      case .timing, .isPublic: "on, off"
      case .threads: "1, 2, … 256"
      case .timeout: "30, 0"
      }
    }
  }

  func set(
    _ name: HoiSyntax.Name, to value: Expression, _ reading: Reading
  ) throws(Diagnostic) -> Setting {
    guard let known = Name(folded: folded(name.text)) else {
      throw .unknownSetting(name, known: Name.allCases.map(\.rawValue), in: reading.source)
    }
    var binder = Binder(model.definitions, source: reading.source)
    let bound = binder.expression(value)
    if let problem = binder.problems.first { throw problem }
    guard let setting = setting(known, bound) else {
      throw .badSetting(name, at: value.range, takes: known.values, in: reading.source)
    }
    if setting == .isPublic(false), settings.isPublic {
      throw .publicForGood(at: value.range, in: reading.source)
    }
    set(setting)
    return setting
  }

  /// Changes a setting; format and timing are whoever's who shows the answers.
  public func set(_ setting: Setting) {
    state.withLock { state in
      switch setting {
      case .language(let language): state.language = language
      case .threads(let count): state.pool = WorkerPool(count: count)
      case .timeout(let milliseconds): state.timeout = milliseconds
      case .isPublic(let isOn):
        state.isPublic = isOn || settings.isPublic
        // `_` must not bring back what was answered before.
        if state.isPublic { state.lastAnswer = nil }
      case .format, .timing: break
      }
    }
  }

  private func isOn(_ word: String?) -> Bool? {
    switch word {
    case "on", "bat", "co": true
    case "off", "tat", "khong": false
    default: nil
    }
  }

  private func setting(_ name: Name, _ value: Expression) -> Setting? {
    let word = value.path.map { folded($0.text) }
    switch name {
    case .lang: return word.flatMap { Language(rawValue: $0) }.map { .language($0) }
    case .format: return word.flatMap { OutputFormat(named: $0) }.map { .format($0) }
    case .timing: return isOn(word).map { .timing($0) }
    case .isPublic: return isOn(word).map { .isPublic($0) }
    case .threads:
      guard case .number(let literal) = value, let count = literal.wholeNumber,
        (1...256).contains(count)
      else { return nil }
      return .threads(Int(count))
    case .timeout:
      guard case .number(let literal) = value, let seconds = literal.wholeNumber,
        (0...1_000_000).contains(seconds)
      else { return nil }
      return .timeout(milliseconds: seconds == 0 ? nil : Int(seconds) * 1000)
    }
  }
}

extension OutputFormat {
  /// Whether a file can hold several answers in it.
  var holdsSeveral: Bool {
    switch self {
    case .table, .vertical, .markdown, .jsonl: true
    case .tsv, .csv, .json, .ndjson, .html: false
    }
  }

  /// A format by the name that people give it.
  public init?(named name: String) {
    let name = name.lowercased()
    switch name {
    case "md": self = .markdown
    case "bang": self = .table
    default: self.init(rawValue: name)
    }
  }

  /// A format by the ending of a file's name.
  public init?(ending of: String) {
    guard let dot = of.lastIndex(of: "."), !of[dot...].contains("/") else { return nil }
    let ending = of[of.index(after: dot)...].lowercased()
    switch ending {
    case "txt": self = .table
    case "htm": self = .html
    default: self.init(named: ending)
    }
  }
}
