import Foundation
import HoiSyntax

/// `Grammar/hoi.tmLanguage.json`, for editors, from the table of keywords.
enum TextMate {
  static var text: String {
    let patterns = [
      match("comment.line.number-sign.hoi", "#.*$"),
      string,
      match("variable.parameter.hoi", #"\$[\p{L}\p{N}_][\p{L}\p{N}_-]*"#),
      captured(
        "keyword.control.hoi",
        #"(?i)(?:^|[;{])\s*(\#(words([.statement, .entry])))(?!\#(nameFollows))"#),
      match("support.function.hoi", #"(?<![\p{L}\p{N}_.$-])[\p{L}_][\p{L}\p{N}_-]*(?=\()"#),
      match("keyword.operator.word.hoi", word([.operator])),
      match("keyword.other.clause.hoi", word([.clause, .target, .word])),
      match(
        "constant.numeric.hoi", #"(?<![\p{L}\p{N}_.$-])\d[\d_]*(?:\.\d[\d_]*)?%?(?![\p{L}\p{N}_-])"#
      ),
      match("keyword.operator.hoi", #"\.\.|[<>!]=|[=<>~+*/-]"#),
    ]
    return """
      {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "hoi",
        "scopeName": "source.hoi",
        "fileTypes": ["hoi"],
        "patterns": [
      \(patterns.map { "    \($0)" }.joined(separator: ",\n"))
        ]
      }

      """
  }

  /// What makes a word a name rather than a keyword.
  private static let nameFollows = #"[\p{L}\p{N}_-]|\s*(?:[.=<>~,)]|!=)"#

  private static var string: String {
    let escape = match("constant.character.escape.hoi", #"\\."#)
    return """
      { "name": "string.quoted.double.hoi", "begin": "\\"", "end": "\\"", "patterns": [\(escape)] }
      """
  }

  private static func match(_ scope: String, _ pattern: String) -> String {
    #"{ "name": "\#(scope)", "match": "\#(escaped(pattern))" }"#
  }

  private static func captured(_ scope: String, _ pattern: String) -> String {
    #"{ "match": "\#(escaped(pattern))", "captures": { "1": { "name": "\#(scope)" } } }"#
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  private static func word(_ roles: [Keyword.Role]) -> String {
    #"(?i)(?<![\p{L}\p{N}_.$-])(?:\#(words(roles)))(?!\#(nameFollows))"#
  }

  /// Every spelling of the keywords of some roles, with accents and without, longest first.
  private static func words(_ roles: [Keyword.Role]) -> String {
    let rows = Keyword.allRows.filter { row in row.roles.contains { roles.contains($0) } }
    let spellings = Set(
      rows.flatMap { [$0.keyword.rawValue, $0.vietnamese, plain($0.vietnamese)] })
    return spellings.sorted { ($1.unicodeScalars.count, $0) < ($0.unicodeScalars.count, $1) }
      .joined(separator: "|")
  }

  private static func plain(_ word: String) -> String {
    let letters = word.decomposedStringWithCanonicalMapping.unicodeScalars
    let plain = letters.filter { !(0x300...0x36F).contains($0.value) }
    return String(String.UnicodeScalarView(plain)).replacing("đ", with: "d")
  }
}
