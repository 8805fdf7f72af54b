import HoiDiagnostics
import HoiSyntax

/// H122 to H128: targets.
extension Diagnostic {
  static func targetWithoutSubject(
    _ id: Path, subjects: [String], in source: SourceText
  ) -> Diagnostic {
    let only = subjects.count == 1 && id.parts.count == 1 ? subjects[0] : nil
    return Diagnostic(
      "H122", in: source, at: id.range,
      Wording(
        vi: "tên mục tiêu `\(id.text)` phải có dạng chủ_đề.tên",
        en: "the target's name `\(id.text)` must be subject.name"),
      fix: only.map { .replace(id.range, with: "\($0).\(source[id.range])") }
        ?? .hint(
          Wording(
            vi: "các chủ đề: \(shortList(subjects).vietnamese)",
            en: "the subjects: \(shortList(subjects).english)")))
  }

  static func targetWithoutIndicator(
    _ id: Path, near: String?, in source: SourceText
  ) -> Diagnostic {
    let hint = Wording(
      vi: "nói rõ chỉ tiêu: \(id.text) on chủ_đề.chỉ_tiêu",
      en: "name the indicator: \(id.text) on subject.indicator")
    return Diagnostic(
      "H123", in: source, at: id.range,
      Wording(
        vi: "mục tiêu `\(id.text)` không nói của chỉ tiêu nào",
        en: "the target `\(id.text)` names no indicator"),
      notes: [
        Wording(
          vi: "chỉ bỏ được `on` khi mục tiêu mang đúng tên chỉ tiêu",
          en: "`on` falls away only where the target has the indicator's own name")
      ],
      fix: near.map { .replace(id.range, with: "\(source[id.range]) on \($0)") } ?? .hint(hint))
  }

  static func targetWithoutDeadline(_ id: Path, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H124", in: source, at: id.range,
      Wording(
        vi: "mục tiêu `\(id.text)` không có thời hạn",
        en: "the target `\(id.text)` has no deadline"),
      fix: .hint(
        Wording(
          vi: "thêm `due 2030`, hoặc `every year`", en: "add `due 2030`, or `every year`")))
  }

  static func dueBeforeFrom(
    _ range: SourceRange, from: Int32, end: Int32, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H125", in: source, at: range,
      Wording(
        vi: "mục tiêu bắt đầu năm \(from), sau khi đã đến hạn năm \(end)",
        en: "the target begins in \(from), after it is due in \(end)"),
      fix: .replace(range, with: String(end)))
  }

  static func thresholdSign(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H126", in: source, at: range,
      Wording(
        vi: "mục tiêu không so bằng `!=` hay `~`", en: "a target is not compared by `!=` or `~`"),
      fix: .hint(
        Wording(vi: "dùng >= > < <= = hoặc in a..b", en: "use >= > < <= = or in a..b")))
  }

  static func scopeWithYear(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H127", in: source, at: range,
      Wording(
        vi: "phạm vi của mục tiêu không nói về năm", en: "a target's scope does not name years"),
      notes: [
        Wording(
          vi: "năm của mục tiêu viết bằng `due`, `every year` và `from`",
          en: "its years are said by `due`, `every year` and `from`")
      ])
  }

  static func unknownGrade(
    _ word: Name, near: [String], known: [String], in source: SourceText
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "H128", in: source, at: word.range,
      Wording(
        vi: "không có mức cam kết `\(word.text)`", en: "there is no grade `\(word.text)`"),
      notes: [Wording(vi: "có: \(list)", en: "there are: \(list)")],
      fix: .nearest(near, at: word.range))
  }
}
