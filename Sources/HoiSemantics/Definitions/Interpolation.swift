import HoiDiagnostics
import HoiSyntax

extension Definitions {
  /// A text with the values of parameters where `$name` stands in it; `$$` is a dollar sign.
  ///
  /// - Throws: a parameter that is not declared.
  package func filled(
    _ literal: StringLiteral, in source: SourceText
  ) throws(Diagnostic) -> Wording {
    var vietnamese = ""
    var english = ""
    var rest = literal.text[...]
    while let dollar = rest.firstIndex(of: "$") {
      vietnamese += rest[..<dollar]
      english += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if rest.first == "$" {
        vietnamese += "$"
        english += "$"
        rest = rest.dropFirst()
        continue
      }
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      // A sum in dollars is no parameter.
      guard let first = name.first, !first.isNumber else {
        vietnamese += "$"
        english += "$"
        continue
      }
      guard let parameter = parameter(String(name)) else {
        throw .unknownParameter(
          Name(String(name), range: range(of: name, in: literal, source)), in: source,
          near: NearNames.suggestions(
            for: String(name), among: parameters.map { ($0.name, $0.name) }))
      }
      let words = parameter.value.wording
      vietnamese += words.vietnamese
      english += words.english
      rest = rest[name.endIndex...]
    }
    return Wording(vi: vietnamese + rest, en: english + rest)
  }

  /// A condition as a person reads it: the values of parameters in the place of their names.
  ///
  /// Lines of a long one become one: no name and no text holds the end of a line.
  package func spelled(_ written: String) -> String {
    let condition = written.split(whereSeparator: \.isNewline).enumerated().map { place, line in
      let start = place == 0 ? line : line.drop(while: \.isWhitespace)
      return String(start)
    }.joined(separator: " ")
    guard condition.contains("$") else { return condition }
    var spelled = ""
    var rest = condition[...]
    while let dollar = rest.firstIndex(of: "$") {
      spelled += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      spelled += parameter(String(name))?.value.spelling ?? "$" + name
      rest = rest[name.endIndex...]
    }
    return spelled + rest
  }

  /// As `filled`, for the name of a file: values stand in it as they are typed.
  package func path(
    _ literal: StringLiteral, in source: SourceText
  ) throws(Diagnostic) -> String {
    var plain = Definitions()
    plain.parameters = parameters.map {
      Parameter(name: $0.name, value: .text($0.value.plainText))
    }
    return try plain.filled(literal, in: source).english
  }

  /// Where a parameter stands in the source, or the whole text where escapes have moved it.
  private func range(
    of name: Substring, in literal: StringLiteral, _ source: SourceText
  ) -> SourceRange {
    let wanted = Array("$\(name)".utf8)
    let (start, end) = (literal.range.start, min(literal.range.end, source.bytes.count))
    guard end - start >= wanted.count else { return literal.range }
    for offset in start...(end - wanted.count)
    where source.bytes[offset..<(offset + wanted.count)].elementsEqual(wanted) {
      return SourceRange(offset, offset + wanted.count)
    }
    return literal.range
  }
}
