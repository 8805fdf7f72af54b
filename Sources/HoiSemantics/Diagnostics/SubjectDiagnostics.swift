import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// H105, H108, H120: indicators.
extension Diagnostic {
  /// - Parameter keyword: the word `ratio`, where it can be replaced.
  static func notARatio(
    _ name: String, unit: Unit, at range: SourceRange, keyword: SourceRange?,
    in source: SourceText
  ) -> Diagnostic {
    let hint = Wording(
      vi: "dùng `measure` cho giá trị có đơn vị", en: "use `measure` for a value with a unit")
    return Diagnostic(
      "H105", in: source, at: range,
      Wording(
        vi: "`\(name)` không phải là tỷ lệ: công thức tính bằng \(unit.words.vi)",
        en: "`\(name)` is no ratio: its formula is in \(unit.words.en)"),
      notes: [
        Wording(
          vi: "tỷ lệ là thương của hai số cùng đơn vị",
          en: "a ratio is the quotient of two values of one unit")
      ], fix: keyword.map { .replace($0, with: "measure", hint: hint) } ?? .hint(hint))
  }

  static func partOfNoRatio(
    _ range: SourceRange, unit: Unit, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H108", in: source, at: range,
      Wording(
        vi: "`part` chỉ dùng cho tỷ lệ, ở đây tính bằng \(unit.words.vi)",
        en: "`part` is for ratios; this is in \(unit.words.en)"), fix: .replace(range, with: ""))
  }

  static func formulaWithoutMeasure(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H120", in: source, at: range,
      Wording(
        vi: "công thức `\(source[range])` không dùng số đo nào",
        en: "the formula `\(source[range])` reads no measure"),
      fix: .hint(
        Wording(
          vi: "viết số đo của một bảng: bảng.số_đo", en: "name a measure of a table: table.measure")
      ))
  }
}
