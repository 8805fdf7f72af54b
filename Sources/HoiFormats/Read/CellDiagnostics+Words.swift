import HoiDiagnostics

extension CellReason {
  static func noStep(_ text: String, _ markHint: Fix?) -> CellReason {
    CellReason(
      "H240",
      Wording(vi: "`\(text)` không phải một mức", en: "`\(text)` is not a step of a level"),
      because: Wording(
        vi: "mức là số nguyên từ 0 đến 999", en: "a step is a whole number from 0 to 999"),
      fix: markHint)
  }

  static func noFlag(_ text: String, _ markHint: Fix?) -> CellReason {
    CellReason(
      "H241",
      Wording(
        vi: "`\(text)` không phải có hay không", en: "`\(text)` is neither yes nor no"),
      because: Wording(
        vi: "viết `1` hoặc `0`, `có` hoặc `không`, `yes` hoặc `no`, `true` hoặc `false`",
        en: "write `1` or `0`, `có` or `không`, `yes` or `no`, `true` or `false`"),
      fix: markHint)
  }

  static var noYear: CellReason {
    CellReason(
      "H242", Wording(vi: "thiếu năm", en: "the year is missing"),
      because: Wording(
        vi: "mỗi dòng số liệu phải thuộc về một năm", en: "every row must belong to a year"))
  }

  static func badYear(_ text: String) -> CellReason {
    CellReason(
      "H243", Wording(vi: "`\(text)` không phải một năm", en: "`\(text)` is not a year"),
      because: Wording(
        vi: "viết năm như `2027`, hoặc năm học gồm hai năm liền nhau như `2027-2028`",
        en: "write a year such as `2027`, or a school year of two years such as `2027-2028`"))
  }

  static func yearOutOfRange(_ text: String, _ years: ClosedRange<Int32>) -> CellReason {
    CellReason(
      "H244",
      Wording(vi: "năm `\(text)` ngoài khoảng cho phép", en: "the year `\(text)` is out of range"),
      because: Wording(
        vi: "năm phải từ \(years.lowerBound) đến \(years.upperBound)",
        en: "years go from \(years.lowerBound) to \(years.upperBound)"))
  }

  static var notText: CellReason {
    CellReason(
      "H245", Wording(vi: "ô này có ký tự NUL", en: "this cell holds a NUL character"),
      because: Wording(
        vi: "tệp có thể bị hỏng, hoặc không phải tệp văn bản",
        en: "the file may be damaged, or no text file at all"),
      fix: .hint(
        Wording(
          vi: "lấy lại tệp từ nơi gửi, hoặc lưu lại thành CSV UTF-8",
          en: "get the file again from where it came, or save it again as CSV UTF-8")))
  }

  static func tooManyMembers(_ limit: Int) -> CellReason {
    CellReason(
      "H246",
      Wording(
        vi: "có hơn \(limit) giá trị khác nhau", en: "there are more than \(limit) different values"
      ),
      because: Wording(
        vi: "một chiều được phép có nhiều nhất \(limit) thành viên",
        en: "a dimension may have at most \(limit) members"),
      isLimit: true)
  }
}
