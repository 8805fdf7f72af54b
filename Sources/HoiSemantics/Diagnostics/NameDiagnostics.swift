import HoiCatalog
import HoiDiagnostics
import HoiSyntax

/// H040 to H044: names.
extension Diagnostic {
  /// Names that nothing has: what is said of them is made of other names, and of no members.
  package static let unknownNameCode = "H040"

  /// - Parameters:
  ///   - near: names valid at that place, the nearest first.
  ///   - known: all names valid there, said where none is near.
  static func unknownName(
    _ name: String, at range: SourceRange, in source: SourceText, near: [String],
    known: [String] = []
  ) -> Diagnostic {
    var notes: [Wording] = []
    if near.isEmpty, !known.isEmpty {
      let list = shortList(known)
      notes = [
        Wording(
          vi: "ở đây có thể dùng: \(list.vietnamese)", en: "valid here: \(list.english)")
      ]
    }
    return Diagnostic(
      unknownNameCode, in: source, at: range,
      Wording(vi: "không có tên `\(name)`", en: "there is no name `\(name)`"),
      notes: notes, fix: .nearest(near, at: range))
  }

  static func ambiguousName(
    _ path: Path, in source: SourceText, meanings: [String]
  ) -> Diagnostic {
    let list = quotedList(meanings)
    return Diagnostic(
      "H041", in: source, at: path.range,
      Wording(
        vi: "`\(path.text)` có thể là \(list.vietnamese)",
        en: "`\(path.text)` could be \(list.english)"),
      notes: [
        Wording(
          vi: "một tên chỉ được có một nghĩa; hãy viết tên đầy đủ",
          en: "a name must have one meaning; write it in full")
      ],
      fix: meanings.first { $0 != path.text }.map {
        .replace(path.range, with: $0, hint: otherMeanings(meanings, than: $0))
      })
  }

  private static func otherMeanings(_ meanings: [String], than chosen: String) -> Wording {
    let others = meanings.filter { $0 != chosen }.joined(separator: ", ")
    return Wording(vi: "hoặc: \(others)", en: "or: \(others)")
  }

  /// - Parameters:
  ///   - near: the thing's own full name.
  ///   - insideIt: names of the expected kind that stand behind it.
  static func wrongKindOfName(
    _ path: Path, in source: SourceText, is kind: ReferenceKinds, expected: ReferenceKinds,
    near: String, insideIt: [String]
  ) -> Diagnostic {
    let list = shortList(insideIt)
    return Diagnostic(
      "H043", in: source, at: path.range,
      Wording(
        vi: "`\(path.text)` là \(kind.words.vietnamese), ở đây cần \(expected.words.vietnamese)",
        en:
          "`\(path.text)` is \(kind.wordsWithArticle.english), not \(expected.wordsWithArticle.english)"
      ),
      notes: near == path.text
        ? [] : [Wording(vi: "tên đầy đủ: \(near)", en: "its full name: \(near)")],
      fix: insideIt.first.map {
        .replace(
          path.range, with: $0,
          hint: Wording(
            vi: "trong `\(near)` có: \(list.vietnamese)",
            en: "`\(near)` has: \(list.english)"))
      })
  }

  static func axisNotShared(
    _ lacked: LackedAxis, at range: SourceRange, in source: SourceText, suggestion: String?
  ) -> Diagnostic {
    let who = lacked.role.words(of: lacked.user)
    let axes = lacked.tableAxes.joined(separator: ", ")
    let shared = lacked.shared.joined(separator: ", ")
    let hint =
      lacked.shared.isEmpty
      ? Wording(vi: "không có chiều chung nào", en: "they share no dimension")
      : Wording(vi: "chia được theo: \(shared)", en: "can be split by: \(shared)")
    return Diagnostic(
      "H044", in: source, at: range,
      Wording(
        vi: "\(who.vietnamese) không chia theo `\(lacked.spelled)`",
        en: "\(who.english) cannot be split by `\(lacked.spelled)`"),
      notes: [
        Wording(
          vi: "\(lacked.table) chỉ chia theo \(axes), không theo \(lacked.axis)",
          en: "\(lacked.table) is split by \(axes), not by \(lacked.axis)")
      ] + lacked.tableNotes.map { Wording(verbatim: $0) },
      fix: suggestion.map { .replace(range, with: $0, hint: hint) } ?? .hint(hint))
  }
}

extension Fix {
  /// Replaces a name by the nearest one, and says which others were near.
  static func nearest(
    _ near: [String], at range: SourceRange, spelled: (String) -> String = { $0 }
  ) -> Fix? {
    guard let first = near.first else { return nil }
    let others = near.dropFirst().joined(separator: ", ")
    return .replace(
      range, with: spelled(first),
      hint: others.isEmpty ? nil : Wording(vi: "hoặc: \(others)", en: "or: \(others)"))
  }
}
