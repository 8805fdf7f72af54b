import HoiCatalog
import HoiDiagnostics

/// What things of the catalogue are called in messages.
extension ReferenceKinds {
  /// The kinds joined by *or*.
  var words: Wording {
    if self == .everything { return Wording(vi: "tên", en: "name") }
    let names: [(ReferenceKinds, Wording)] = [
      (.indicators, Wording(vi: "chỉ tiêu", en: "indicator")),
      (.measures, Wording(vi: "số đo", en: "measure")),
      (.subjects, Wording(vi: "chủ đề", en: "subject")),
      (.tables, Wording(vi: "bảng", en: "table")),
      (.targets, Wording(vi: "mục tiêu", en: "target")),
      (.axes, Wording(vi: "chiều", en: "dimension")),
      (.names, Wording(vi: "giá trị let", en: "let")),
    ]
    let words = names.filter { contains($0.0) }.map(\.1)
    return Wording(
      vi: words.map(\.vietnamese).joined(separator: " hay "),
      en: words.map(\.english).joined(separator: " or "))
  }

  /// With the English article.
  var wordsWithArticle: Wording {
    let english = words.english
    let article = "aeiou".contains(english.first ?? " ") ? "an" : "a"
    return Wording(vi: words.vietnamese, en: "\(article) \(english)")
  }
}

extension AxisUser.Role {
  /// `mẫu số của x`, `the denominator of x`.
  func words(of name: String) -> Wording {
    switch self {
    case .whole: Wording(verbatim: name)
    case .numerator: Wording(vi: "tử số của \(name)", en: "the numerator of \(name)")
    case .denominator: Wording(vi: "mẫu số của \(name)", en: "the denominator of \(name)")
    }
  }
}

/// `a`, `b` and `c`, each quoted.
func quotedList(_ names: [String]) -> Wording {
  let quoted = names.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else {
    return Wording(verbatim: quoted.first ?? "")
  }
  let front = quoted.dropLast().joined(separator: ", ")
  return Wording(vi: "\(front) và \(last)", en: "\(front) and \(last)")
}

/// `1 row`, `2 rows`: English alone changes the noun.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

/// The first few of many names, and how many more there are.
func shortList(_ names: [String], limit: Int = 8) -> Wording {
  let shown = names.prefix(limit).joined(separator: ", ")
  let rest = names.count - limit
  if rest <= 0 { return Wording(verbatim: shown) }
  return Wording(vi: "\(shown) và \(rest) tên nữa", en: "\(shown) and \(rest) more")
}
