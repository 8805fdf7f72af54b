import HoiDiagnostics

// H010–H015, H034–H039, H400–H406: statements, clauses, entries and what they hold.
extension Diagnostic {
  static func unknownStatement(
    _ word: String, near: String?, at range: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H010", in: source, at: range,
      Wording(
        vi: "không có câu nào mở đầu bằng `\(word)`", en: "no statement begins with `\(word)`"),
      fix: nearest(near, at: range)
        ?? .hint(
          Wording(
            vi: "câu hỏi mở đầu bằng `show` (`xem`), `check` (`kiểm`), `list` (`liệt_kê`), …",
            en: "questions begin with `show`, `check`, `list`, `describe`, …")))
  }

  /// `nam = 2027` in the place of a statement.
  static func conditionAlone(
    _ range: SourceRange, _ condition: String, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H400", in: source, at: range,
      Wording(
        vi: "`\(source[range])` mới là điều kiện, chưa hỏi gì",
        en: "`\(source[range])` is a condition and asks nothing yet"),
      fix: .hint(
        Wording(
          vi: "điều kiện đứng sau điều cần hỏi: `show … where \(condition)`",
          en: "a condition stands behind what is asked: `show … where \(condition)`")))
  }

  /// A clause in the place of a statement.
  static func clauseAlone(
    _ text: String, _ word: String, at range: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    let example = examples[word] ?? word
    return Diagnostic(
      "H401", in: source, at: range,
      Wording(
        vi: "`\(text)` mở đầu một mệnh đề, chưa có câu nào trước nó",
        en: "`\(text)` opens a clause, and no question stands before it"),
      fix: .hint(
        Wording(
          vi: "chẳng hạn `show mamnon.tyle_huydong \(example)`",
          en: "such as `show mamnon.tyle_huydong \(example)`")))
  }

  /// A comma that nothing follows.
  static func danglingComma(
    _ range: SourceRange, before following: String?, _ source: SourceText
  ) -> Diagnostic {
    let message =
      following.map {
        Wording(
          vi: "giữa dấu phẩy và `\($0)` chưa có gì",
          en: "nothing stands between the comma and `\($0)`")
      } ?? Wording(vi: "sau dấu phẩy chưa có gì", en: "nothing follows the comma")
    return Diagnostic("H402", in: source, at: range, message, fix: .replace(range, with: ""))
  }

  static func bareItem(_ range: SourceRange, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      "H011", in: source, at: range,
      Wording(
        vi: "`\(source[range])` là một tên, chưa phải là một câu",
        en: "`\(source[range])` is a name, not a statement yet"),
      fix: .replace(SourceRange(range.start, range.start), with: "show "))
  }

  static func unknownClause(
    _ word: String, near: String?, at range: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    let known = Keyword.keywords(in: .clause).map { "`\($0.rawValue)`" }.joined(separator: " ")
    return Diagnostic(
      "H012", in: source, at: range,
      Wording(
        vi: "`\(word)` không mở đầu mệnh đề nào", en: "`\(word)` opens no clause"),
      notes: [Wording(vi: "các mệnh đề: \(known)", en: "the clauses: \(known)")],
      fix: nearest(near, at: range))
  }

  static func clauseTwice(
    _ word: Keyword, at range: SourceRange, first: String, whole: SourceRange,
    _ source: SourceText
  ) -> Diagnostic {
    let word = word.rawValue
    return Diagnostic(
      "H013", in: source, at: range,
      Wording(vi: "mệnh đề `\(word)` đứng hai lần", en: "the clause `\(word)` stands twice"),
      notes: [Wording(vi: "lần đầu là `\(first)`", en: "the first is `\(first)`")],
      fix: .replace(whole, with: ""))
  }

  static func expected(
    _ expected: Expected, found: String?, at range: SourceRange, _ source: SourceText,
    fix: Fix? = nil
  ) -> Diagnostic {
    let wanted = expected.wording
    let message =
      found.map {
        Wording(
          vi: "ở đây cần \(wanted.vietnamese), không phải `\($0)`",
          en: "\(wanted.english) is due here, not `\($0)`")
      }
      ?? Wording(
        vi: "ở đây còn thiếu \(wanted.vietnamese)", en: "\(wanted.english) is missing here")
    return Diagnostic("H014", in: source, at: range, message, fix: fix)
  }

  static func missingValue(
    _ sign: String, at range: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H015", in: source, at: range,
      Wording(vi: "sau `\(sign)` chưa có giá trị nào", en: "no value follows `\(sign)`"))
  }

  static func unknownEntry(
    _ word: String, near: String?, _ known: [String], at range: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: " ")
    return Diagnostic(
      "H034", in: source, at: range,
      Wording(vi: "`\(word)` không mở đầu mục nào ở đây", en: "`\(word)` opens no entry here"),
      notes: [Wording(vi: "các mục: \(list)", en: "the entries: \(list)")],
      fix: nearest(near, at: range))
  }

  static func unknownTargetWord(
    _ word: String, near: String?, at range: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H035", in: source, at: range,
      Wording(
        vi: "`\(word)` không mở đầu phần nào của mục tiêu",
        en: "`\(word)` opens no part of a target"),
      notes: [
        Wording(
          vi:
            "các phần: so sánh, `on` `in` `due` `every year` `from` `where` `blend` `grade` `per` "
            + "`quote` `note`",
          en:
            "the parts: a comparison, `on` `in` `due` `every year` `from` `where` `blend` `grade` "
            + "`per` `quote` `note`")
      ], fix: nearest(near, at: range))
  }

  /// - Parameters:
  ///   - first: what stands already.
  ///   - whole: the second part with the blanks before it.
  static func partTwice(
    _ first: String, at range: SourceRange, whole: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H036", in: source, at: range,
      Wording(
        vi: "ở đây đã có `\(first)`", en: "there is `\(first)` already"),
      fix: .replace(whole, with: ""))
  }

  /// A statement or clause of which nothing but its word stands there.
  static func empty(
    _ word: String, at range: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    let example = examples[word].map { Wording(vi: "chẳng hạn `\($0)`", en: "such as `\($0)`") }
    return Diagnostic(
      "H037", in: source, at: range,
      Wording(
        vi: "sau `\(source[range])` chưa có gì", en: "nothing follows `\(source[range])`"),
      fix: example.map { .hint($0) })
  }

  private static let examples = [
    "show": "show mamnon.tyle_huydong", "pace": "pace mamnon.tyle_huydong to 2030",
    "project": "project tieuhoc.tuyen_moi to 2030", "trace": "trace mamnon.tyle_huydong",
    "rows": "rows mamnon_cutru", "describe": "describe mamnon.tyle_huydong",
    "explain": "explain show mamnon.tyle_huydong", "let": "let ten = mamnon.tyle_huydong",
    "param": "param nam = 2027", "set": "set lang vi", "expect": "expect mamnon.tre > 0",
    "say": "say \"…\"", "use": "use \"mo_hinh.hoi\"", "load": "load \"so_lieu.csv\"",
    "by": "by thon", "where": "where nam = 2027", "having": "having tyle_huydong < 50%",
    "vs": "vs 2025", "pivot": "pivot nam", "sort": "sort -tyle_huydong", "limit": "limit 5",
    "pooled": "pooled nam", "format": "format csv", "into": "into \"q1.xlsx\"",
  ]

  /// Between two conditions of one clause: a comma stands there, or nothing.
  static func missingAnd(
    at range: SourceRange, isComma: Bool, _ source: SourceText
  ) -> Diagnostic {
    let fix: Fix =
      isComma
      ? .replace(range, with: " and")
      : .replace(SourceRange(range.start, range.start), with: "and ")
    return Diagnostic(
      "H038", in: source, at: range,
      Wording(
        vi: "hai điều kiện nối với nhau bằng `and`", en: "two conditions are joined by `and`"),
      fix: fix)
  }

  /// An `and`, `or` or `not` that no condition follows.
  static func missingCondition(
    _ word: SourceRange, before following: String?, fix: Fix?, _ source: SourceText
  ) -> Diagnostic {
    let text = source[word]
    let message =
      following.map {
        Wording(
          vi: "giữa `\(text)` và `\($0)` còn thiếu một điều kiện",
          en: "a condition is missing between `\(text)` and `\($0)`")
      }
      ?? Wording(
        vi: "sau `\(text)` còn thiếu một điều kiện", en: "a condition is missing after `\(text)`")
    return Diagnostic("H404", in: source, at: word, message, fix: fix)
  }

  static func nameNeedsQuotes(_ range: SourceRange, _ source: SourceText) -> Diagnostic {
    let text = source[range]
    let second = text.split(separator: " ").dropFirst().first ?? ""
    return Diagnostic(
      "H405", in: source, at: range,
      Wording(
        vi: "tên có dấu cách phải đứng trong ngoặc kép: `\"\(text)\"`",
        en: "a name with blanks stands in quotes: `\"\(text)\"`"),
      notes: [
        Wording(
          vi: "ngoài ngoặc kép, tên hết ở dấu cách, và `\(second)` không mở đầu mệnh đề nào",
          en: "outside of quotes a name ends at the blank, and `\(second)` opens no clause")
      ],
      fix: .replace(range, with: "\"\(text)\""))
  }

  static func functionNeedsBrackets(
    _ function: Name, _ argument: SourceRange, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H406", in: source, at: function.range.union(argument),
      Wording(
        vi: "`\(function.text)` là hàm, nhận giá trị trong ngoặc",
        en: "`\(function.text)` is a function and takes its value in brackets"),
      fix: Fix([
        Fix.Edit(SourceRange(function.range.end, argument.start), "("),
        Fix.Edit(SourceRange(argument.end, argument.end), ")"),
      ]))
  }

  static func pathTooLong(_ range: SourceRange, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      "H039", in: source, at: range,
      Wording(
        vi: "tên `\(source[range])` có quá ba phần",
        en: "the name `\(source[range])` has more than three parts"))
  }

  private static func nearest(_ near: String?, at range: SourceRange) -> Fix? {
    near.map { .replace(range, with: $0) }
  }
}
