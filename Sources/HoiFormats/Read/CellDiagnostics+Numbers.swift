import HoiDiagnostics

extension CellReason {
  static func notWhole(_ text: String, _ markHint: Fix?) -> CellReason {
    CellReason(
      "H230",
      Wording(vi: "`\(text)` không phải số nguyên", en: "`\(text)` is not a whole number"),
      because: Wording(
        vi: "số đếm chỉ gồm các chữ số, như `1234`",
        en: "a count is written in digits only, such as `1234`"),
      fix: markHint)
  }

  static func twoReadings(
    _ text: String, grouped: String, decimal: String, _ range: SourceRange
  ) -> CellReason {
    CellReason(
      "H231",
      Wording(
        vi: "`\(text)` có hai cách đọc: số nguyên \(grouped) hoặc số thập phân \(decimal)",
        en: "`\(text)` has two readings: the whole number \(grouped) or the decimal \(decimal)"),
      because: Wording(
        vi: "dấu đứng trước ba chữ số cuối có thể ngăn hàng nghìn hoặc phần thập phân",
        en: "a sign before three last digits can part thousands or decimals"),
      fix: .replace(
        range, with: grouped,
        hint: Wording(
          vi: "nếu là \(grouped), hãy viết liền các chữ số",
          en: "if it is \(grouped), write the digits together")))
  }

  static func grouped(_ text: String, plain: String, _ range: SourceRange) -> CellReason {
    CellReason(
      "H232",
      Wording(
        vi: "`\(text)` có dấu ngăn hàng nghìn", en: "`\(text)` has its digits in groups"),
      because: Wording(
        vi: "các chữ số phải viết liền nhau", en: "digits must be written together"),
      fix: .replace(range, with: plain))
  }

  static func notDecimal(_ text: String, _ markHint: Fix?) -> CellReason {
    CellReason(
      "H233", Wording(vi: "`\(text)` không phải số", en: "`\(text)` is not a number"),
      because: Wording(
        vi: "cần một số như `1234` hoặc `1234.5`",
        en: "expected a number such as `1234` or `1234.5`"),
      fix: markHint)
  }

  static func percentage(_ text: String) -> CellReason {
    CellReason(
      "H234", Wording(vi: "`\(text)` là tỷ lệ phần trăm", en: "`\(text)` is a percentage"),
      because: Wording(
        vi: "tỷ lệ luôn được tính lại từ số đếm, không đọc từ tệp",
        en: "ratios are recomputed from counts and never read from a file"),
      fix: .hint(
        Wording(
          vi: "khai báo hai cột số đếm và một `ratio` giữa chúng",
          en: "declare the two counts and a `ratio` of them")))
  }

  static func otherDecimalSign(_ text: String, _ sign: String, line: Int?) -> CellReason {
    let reason =
      if let line {
        Wording(
          vi: "dòng \(line) đã dùng `\(sign)`; cả tệp chỉ có một dấu thập phân",
          en: "line \(line) uses `\(sign)`; a file has one decimal sign")
      } else {
        Wording(
          vi: "mô hình khai báo `decimal \"\(sign)\"`", en: "the model says `decimal \"\(sign)\"`")
      }
    return CellReason(
      "H235",
      Wording(
        vi: "`\(text)` không dùng dấu thập phân `\(sign)` của tệp này",
        en: "`\(text)` does not use this file's decimal sign `\(sign)`"),
      because: reason)
  }

  static func commaAmongCommas(_ text: String, plain: String, _ range: SourceRange) -> CellReason {
    CellReason(
      "H236",
      Wording(
        vi: "`\(text)` có dấu phẩy trong tệp phân cách bằng dấu phẩy",
        en: "`\(text)` has a comma in a file parted by commas"),
      because: Wording(
        vi: "ở đây dấu phẩy có thể ngăn hàng nghìn hoặc phần thập phân",
        en: "the comma can part thousands or decimals here"),
      fix: .replace(
        range, with: plain,
        hint: Wording(
          vi: "nếu cả tệp dùng dấu phẩy thập phân, ghi `decimal \",\"` trong mô hình",
          en: "if the whole file has decimal commas, write `decimal \",\"` in the model")))
  }

  static func tooManyDecimals(_ text: String) -> CellReason {
    CellReason(
      "H237",
      Wording(
        vi: "`\(text)` có quá chín chữ số thập phân", en: "`\(text)` has more than nine decimals"),
      because: Wording(
        vi: "số được giữ chính xác đến chín chữ số thập phân",
        en: "amounts are kept exactly, with up to nine decimals"))
  }

  static func tooLarge(_ text: String) -> CellReason {
    CellReason(
      "H238", Wording(vi: "`\(text)` quá lớn", en: "`\(text)` is too large"),
      because: Wording(
        vi: "một ô, kể cả phần thập phân của cột, phải vừa trong 64 bit",
        en: "a cell, with the decimals of its column, must fit 64 bits"))
  }

  static func tooLargeTogether(_ text: String) -> CellReason {
    CellReason(
      "H239",
      Wording(
        vi: "`\(text)` có nhiều chữ số thập phân hơn các dòng trên, trong đó có số quá lớn",
        en: "`\(text)` has more decimals than the rows above, one of which is too large for them"),
      because: Wording(
        vi: "cả cột dùng chung số chữ số thập phân, mỗi ô phải vừa trong 64 bit",
        en: "a column has one number of decimals, and each cell must fit 64 bits"))
  }

  static func negativeCounts(_ column: String, _ count: Int) -> CellReason {
    CellReason(
      "H248",
      Wording(
        vi: "cột `\(column)` có \(count) số đếm âm, số đầu tiên ở đây",
        en: "column `\(column)` has \(count) negative counts, the first one here"),
      because: Wording(
        vi: "số đếm không thể âm; các số này vẫn được cộng như trong tệp",
        en: "a count cannot be negative; they are added as the file has them"))
  }

  static func decimalUnproven(
    _ column: String, _ text: String, _ sign: String, _ table: String
  ) -> CellReason {
    CellReason(
      "H249",
      Wording(
        vi:
          "cột `\(column)`: `\(text)` được đọc là số thập phân, không phải số nguyên có ngăn hàng nghìn",
        en: "column `\(column)`: `\(text)` is read as a decimal, not as thousands in groups"),
      because: Wording(
        vi: "không ô nào trong tệp cho biết chắc `\(sign)` là dấu gì",
        en: "no cell of the file shows what `\(sign)` means"),
      fix: .hint(
        Wording(
          vi:
            "nếu đúng, ghi `decimal \"\(sign)\"` vào bảng `\(table)`; nếu không, viết liền các chữ số",
          en: "if so, write `decimal \"\(sign)\"` in the table `\(table)`; else join the digits")))
  }
}
