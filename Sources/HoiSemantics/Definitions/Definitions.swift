import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// What a script names for itself: values under `let`, and parameters. A value, like the catalogue.
package struct Definitions: Sendable {
  package internal(set) var names: [NamedValue] = []
  package internal(set) var parameters: [Parameter] = []

  package init() {}

  package var isEmpty: Bool { names.isEmpty && parameters.isEmpty }

  func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  package var parameterNames: [String] { parameters.map(\.name) }
}

/// `let name = expression`: resolved where it stands, so that it means the same ever after.
package struct NamedValue: Sendable {
  package var name: String
  /// As written.
  package var spelling: String
  var value: ItemValue
  /// The indicator or the measure that it is another name of.
  var alias: Reference?

  package var unit: Unit { value.unit }
  /// The tables it reads.
  package var tables: [TableID] { value.value.tables }
}

/// `param name = default`, with the value it has in this run.
package struct Parameter: Sendable {
  package var name: String
  package var value: ParameterValue
}

/// What a parameter stands for: a number with its suffix, a text, or a word such as a member.
package enum ParameterValue: Sendable {
  case number(NumberLiteral, isNegative: Bool)
  case text(String)
  case word(String)

  /// The value where `$name` stands; messages point there.
  func expression(at range: SourceRange) -> Expression {
    switch self {
    case .number(let literal, let isNegative):
      let number = Expression.number(literal.moved(to: range))
      return isNegative ? .negative(number, range) : number
    case .text(let text): return .string(StringLiteral(text, range: range))
    case .word(let text): return .name(Path([Name(text, range: range)]))
    }
  }

  /// As a script writes it.
  package var spelling: String {
    switch self {
    case .number(let literal, let isNegative): (isNegative ? "-" : "") + literal.typed
    case .text(let text): quotedText(text)
    case .word(let text): text
    }
  }

  /// As a sentence or a path shows it.
  package var plainText: String {
    switch self {
    case .number: spelling
    case .text(let text), .word(let text): text
    }
  }

  /// As a person reads it: decimals behind a comma in Vietnamese.
  var wording: Wording {
    switch self {
    case .number(let literal, let isNegative):
      let sign = isNegative ? "−" : ""
      let point = literal.spelling.replacingPoints(with: ",")
      return Wording(
        vi: "\(sign)\(point)\(literal.suffix.words.vietnamese)",
        en: "\(sign)\(literal.spelling)\(literal.suffix.words.english)")
    case .text(let text), .word(let text): return Wording(verbatim: text)
    }
  }

  /// What kind of value it is, in words.
  var kind: Wording {
    switch self {
    case .number(let literal, _) where literal.suffix == .percent:
      Wording(vi: "một tỷ lệ như `55.7%`", en: "a percentage such as `55.7%`")
    case .number: Wording(vi: "một số", en: "a number")
    case .text, .word: Wording(vi: "một chuỗi hay một tên", en: "a text or a name")
    }
  }

  /// Whether another value can stand in its place.
  func takes(_ other: ParameterValue) -> Bool {
    switch (self, other) {
    case (.number(let own, _), .number(let new, _)):
      (own.suffix == .percent) == (new.suffix == .percent)
    case (.text, _), (.word, _): true
    case (.number, .text), (.number, .word): false
    }
  }
}

extension NumberLiteral {
  func moved(to range: SourceRange) -> NumberLiteral {
    NumberLiteral(digits: digits, scale: scale, suffix: suffix, spelling: spelling, range: range)
  }

  /// As a script writes it, with its suffix.
  var typed: String {
    switch suffix {
    case .none: spelling
    case .percent: spelling + "%"
    case .billion: spelling + " ty"
    case .million: spelling + " tr"
    }
  }
}

extension NumberLiteral.Suffix {
  fileprivate var words: Wording {
    switch self {
    case .none: Wording(verbatim: "")
    case .percent: Wording(vi: " %", en: "%")
    case .billion: Wording(vi: " tỷ", en: " billion")
    case .million: Wording(vi: " triệu", en: " million")
    }
  }
}

extension String {
  fileprivate func replacingPoints(with sign: Character) -> String {
    String(map { $0 == "." ? sign : $0 })
  }
}
