import HoiDiagnostics

// H001–H009: characters, quotes and brackets.
extension Diagnostic {
  static func illegalCharacter(_ range: SourceRange, _ source: SourceText) -> Diagnostic {
    let text = source[range]
    return Diagnostic(
      "H001", in: source, at: range,
      Wording(
        vi: "ký tự `\(text)` không dùng được ở đây",
        en: "the character `\(text)` means nothing here"))
  }

  static func invalidUTF8(_ range: SourceRange, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      "H002", in: source, at: range,
      Wording(vi: "văn bản này không phải là UTF-8", en: "this text is not UTF-8"),
      notes: [
        Wording(
          vi: "byte ở đây không thuộc ký tự nào", en: "the byte here belongs to no character")
      ], fix: .hint(Wording(vi: "lưu lại tệp với mã UTF-8", en: "save the file as UTF-8")))
  }

  static func illegalDollar(_ range: SourceRange, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      "H003", in: source, at: range,
      Wording(vi: "dấu `$` không đứng được ở đây", en: "`$` cannot stand here"),
      notes: [
        Wording(
          vi: "`$` đứng liền trước tên một tham số, ở chỗ của một giá trị",
          en: "`$` stands right before the name of a parameter, in the place of a value")
      ], fix: .replace(range, with: ""))
  }

  static let unclosedStringCode = "H004"

  static func unclosedString(
    _ range: SourceRange, closedAt end: Int, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      unclosedStringCode, in: source, at: range,
      Wording(vi: "ngoặc kép mở ở đây không được đóng", en: "the quote opened here is not closed"),
      fix: .replace(SourceRange(end, end), with: "\""))
  }

  static func foreignQuotes(
    _ range: SourceRange, edits: [Fix.Edit], _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H005", in: source, at: range,
      Wording(
        vi: "\(source[range]) không nằm trong ngoặc kép thẳng",
        en: "\(source[range]) is not in straight double quotes"),
      notes: [
        Wording(
          vi: "lời văn đứng giữa hai dấu `\"`", en: "a text stands between two `\"`")
      ], fix: Fix(edits))
  }

  /// `==`, `&&`, a full-width comma, …: what stands there and what is meant.
  static func foreignSign(
    _ range: SourceRange, _ right: String, _ source: SourceText
  ) -> Diagnostic {
    let text = source[range]
    // A word may touch the names beside the sign it replaces.
    let isWord = right.utf8.first.map { $0.isLetter } ?? false
    let before = isWord && range.start > 0 && !source.bytes[range.start - 1].isBlank ? " " : ""
    let after =
      isWord && range.end < source.bytes.count && !source.bytes[range.end].isBlank ? " " : ""
    return Diagnostic(
      "H006", in: source, at: range,
      Wording(vi: "viết `\(right)`, không viết `\(text)`", en: "write `\(right)`, not `\(text)`"),
      fix: .replace(range, with: before + right + after))
  }

  static func unclosedBracket(
    _ opener: SourceRange, closedAt end: Int, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H007", in: source, at: opener,
      Wording(vi: "ngoặc `(` mở ở đây không được đóng", en: "the `(` opened here is not closed"),
      fix: .replace(SourceRange(end, end), with: ")"))
  }

  static func unclosedBrace(
    _ opener: SourceRange, closedAt end: Int, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H008", in: source, at: opener,
      Wording(vi: "ngoặc `{` mở ở đây không được đóng", en: "the `{` opened here is not closed"),
      fix: .replace(SourceRange(end, end), with: " }"))
  }

  static func strayCloser(_ range: SourceRange, _ source: SourceText) -> Diagnostic {
    let text = source[range]
    return Diagnostic(
      "H009", in: source, at: range,
      Wording(
        vi: "`\(text)` đóng mà không có ngoặc nào mở", en: "`\(text)` closes what was never opened"),
      fix: .replace(range, with: ""))
  }
}
