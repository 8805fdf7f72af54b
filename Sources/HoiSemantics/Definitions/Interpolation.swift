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
  package func spelled(_ written: String) -> String {
    let condition = written.onOneLine
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

extension String {
  /// Text of a script as it is told in a sentence or a heading: without comments, each gap that holds a
  /// line break as one blank.
  var onOneLine: String {
    guard contains(where: \.isNewline) else { return self }
    var told = ""
    var isQuoted = false
    var isComment = false
    var gap = ""
    for character in self {
      if isComment, !character.isNewline { continue }
      isComment = !isQuoted && character == "#"
      if isComment { continue }
      if !isQuoted, character.isWhitespace {
        gap.append(character)
        continue
      }
      told += gap.contains(where: \.isNewline) ? " " : gap
      gap = ""
      told.append(character)
      if character == "\"" { isQuoted.toggle() }
    }
    return told
  }
}
