import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// H102 to H104, H106, H129: measures of a table, and how its file is read.
extension Diagnostic {
  static func percentStored(_ unit: StringLiteral, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H102", in: source, at: unit.range,
      Wording(
        vi: "không nhận số liệu đã tính sẵn thành phần trăm",
        en: "stored percentages are not taken as data"),
      notes: [
        Wording(
          vi: "tỷ lệ luôn được tính lại từ tử số và mẫu số",
          en: "ratios are always recomputed from numerator and denominator")
      ],
      fix: .hint(
        Wording(
          vi: "khai báo hai số đếm, rồi `ratio` giữa chúng trong `subject`",
          en: "declare the two counts, and their `ratio` in a `subject`")))
  }

  static func stepIsNoNumber(_ key: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H103", in: source, at: key.range,
      Wording(
        vi: "bậc `\(key.text)` phải là số nguyên", en: "the step `\(key.text)` must be a number"),
      fix: .hint(
        Wording(
          vi: "viết số trước tên: { 1 \"trung bình\", 2 \"khá\" }",
          en: "write the number before the name: { 1 \"trung bình\", 2 \"khá\" }")))
  }

  static func stepsOfNoLevel(_ key: Name, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H104", in: source, at: key.range,
      Wording(
        vi: "chỉ `level` mới có các bậc trong ngoặc", en: "only a `level` has steps in braces"),
      fix: .hint(
        Wording(vi: "đổi thành `level`, hoặc bỏ phần trong ngoặc", en: "make it a `level`")))
  }

  static func badOption(_ name: Name, at range: SourceRange, in source: SourceText) -> Diagnostic {
    let examples = [
      "delimiter": "delimiter \";\"", "decimal": "decimal \",\"", "skip": "skip 3",
      "missing": "missing \"..\", \"x\"", "encoding": "encoding \"utf-8\"",
    ]
    let example = examples[name.text] ?? name.text
    return Diagnostic(
      "H106", in: source, at: range,
      Wording(
        vi: "giá trị của `\(name.text)` không dùng được",
        en: "the value of `\(name.text)` cannot be used"),
      fix: .hint(Wording(vi: "viết như: \(example)", en: "write it like: \(example)")))
  }

  static func unknownStep(
    _ value: Int64, of measure: Measure, file: String, line: Int?, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    let place = line.map { Wording(vi: "\(file) dòng \($0): ", en: "\(file) line \($0): ") }
    let steps = measure.steps.map { "\($0.step) (\($0.label))" }.joined(separator: ", ")
    return Diagnostic(
      "H129", in: source, at: range,
      Wording(
        vi: "\(place?.vietnamese ?? "")`\(measure.name)` không có mức \(value)",
        en: "\(place?.english ?? "")`\(measure.name)` has no step \(value)"),
      notes: [Wording(vi: "các mức của mô hình: \(steps)", en: "the steps of the model: \(steps)")],
      fix: .hint(
        Wording(
          vi: "sửa ô ấy trong tệp, hoặc thêm mức vào mô hình",
          en: "mend that cell of the file, or add the step to the model")))
  }
}
