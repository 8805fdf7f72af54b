import HoiDiagnostics
import HoiNumbers
import HoiSyntax

/// H130 to H139: functions over years, over rows and over reports.
extension Diagnostic {
  static func functionOfNoData(
    _ function: Name, _ argument: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H130", in: source, at: argument,
      Wording(
        vi: "`\(function.text)` cần một số liệu, mà `\(source[argument])` không phải là số liệu",
        en: "`\(function.text)` takes data, and `\(source[argument])` is none"),
      fix: .hint(
        Wording(
          vi: "đưa vào một chỉ số hoặc một số đo", en: "give it an indicator or a measure")))
  }

  static func noDifference(
    _ function: Name, _ unit: Unit, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H131", in: source, at: range,
      Wording(
        vi: "`\(function.text)` không áp dụng cho \(unit.words.vi)",
        en: "`\(function.text)` of a \(unit.words.en) has no meaning"),
      notes: [
        Wording(
          vi: "\(unit.words.vi) chỉ có thứ tự, không có hiệu",
          en: "a \(unit.words.en) has an order and no difference")
      ],
      fix: .hint(
        Wording(
          vi: "xem hai năm cạnh nhau: `\(source[range]), prev(\(source[range]))`",
          en: "show both years: `\(source[range]), prev(\(source[range]))`")))
  }

  static func noMean(
    _ function: Name, _ unit: Unit, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H132", in: source, at: range,
      Wording(
        vi: "`\(function.text)` không lấy trung bình của \(unit.words.vi)",
        en: "`\(function.text)` takes no mean of a \(unit.words.en)"),
      notes: [
        unit == .ratio
          ? Wording(
            vi: "trung bình của các tỷ lệ không phải là tỷ lệ của thứ gì",
            en: "a mean of ratios is a ratio of nothing")
          : Wording(
            vi: "\(unit.words.vi) chỉ có thứ tự, không có trung bình",
            en: "a \(unit.words.en) has an order and no mean")
      ],
      fix: .hint(
        Wording(
          vi: "dùng một chỉ số có tử số và mẫu số, hoặc một số đo",
          en: "take an indicator with two sides, or a measure")))
  }

  static func windowOutOfRange(
    _ range: SourceRange, least: Int64, most: Int64, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H133", in: source, at: range,
      Wording(
        vi: "`\(source[range])` không phải là một số năm",
        en: "`\(source[range])` is no number of years"),
      notes: [
        Wording(
          vi: "viết một số nguyên từ \(least) đến \(most)",
          en: "write a whole number from \(least) to \(most)")
      ],
      fix: .replace(range, with: "\(least)"))
  }

  /// - Parameter numerator: what adds up instead, as a question writes it.
  static func shareOfRatio(
    _ function: Name, _ argument: SourceRange, numerator: String?, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H134", in: source, at: argument,
      Wording(
        vi: "`\(function.text)` không áp dụng cho tỷ lệ hay mức: `\(source[argument])`",
        en: "`\(function.text)` takes no ratio and no level: `\(source[argument])`"),
      notes: [
        Wording(
          vi: "các tỷ lệ không cộng lại thành một tổng để chia phần",
          en: "ratios do not add up to a whole that could be shared out")
      ],
      fix: numerator.map { .replace(argument, with: $0) }
        ?? .hint(
          Wording(
            vi: "chia phần một số đo, chẳng hạn số trẻ hay số tiền",
            en: "share out a measure, such as a count or an amount")))
  }

  static func shareOfResult(
    _ function: Name, _ argument: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H135", in: source, at: argument,
      Wording(
        vi: "`\(source[argument])` của các nhóm không cộng lại thành một tổng",
        en: "`\(source[argument])` of the groups does not add up to a whole"),
      notes: [
        Wording(
          vi: "`\(function.text)` chia phần những gì cộng được: số đo, tổng, số đếm dòng",
          en: "`\(function.text)` takes what adds up: measures, sums, counts of rows")
      ],
      fix: .hint(
        Wording(
          vi: "dùng số đo hoặc `sum` của nó", en: "take the measure, or its `sum`")))
  }

  /// A share or a rank among one row.
  static func nothingToCompare(
    _ item: SourceRange, byRange: SourceRange?, suggestion: String?, in source: SourceText
  ) -> Diagnostic {
    let text = source[item]
    return Diagnostic(
      "H136", in: source, at: item,
      Wording(
        vi: "`\(text)` cần một `by` để có các nhóm mà so",
        en: "`\(text)` needs a `by` for groups to compare"),
      notes: [
        Wording(
          vi: "các năm không cộng vào nhau, nên cơ cấu và thứ hạng chỉ tính trong từng năm",
          en: "years never add, so shares and ranks are within each year")
      ],
      fix: suggestion.map { name in
        byRange.map { .replace(SourceRange($0.end, $0.end), with: ", \(name)") }
          ?? .replace(SourceRange(item.end, item.end), with: " by \(name)")
      }
        ?? .hint(
          Wording(vi: "thêm một chiều vào `by`", en: "add a dimension to `by`")))
  }

  static func reportsOfSeveral(
    _ function: Name, _ argument: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H137", in: source, at: argument,
      Wording(
        vi: "`\(function.text)` cần một chỉ số hoặc một số đo, không phải `\(source[argument])`",
        en: "`\(function.text)` takes one indicator or measure, not `\(source[argument])`"),
      notes: [
        Wording(
          vi: "mỗi công thức có những nơi phải báo cáo của riêng nó",
          en: "each formula has its own reports that are owed")
      ],
      fix: .hint(
        Wording(
          vi: "hỏi riêng từng chỉ số", en: "ask for each indicator apart")))
  }

  /// - Parameter found: the targets that could be meant.
  static func needsOneTarget(
    _ function: Name, _ argument: SourceRange, found: [String], in source: SourceText
  ) -> Diagnostic {
    let list = found.joined(separator: ", ")
    return Diagnostic(
      "H149", in: source, at: argument,
      Wording(
        vi: found.isEmpty
          ? "`\(source[argument])` không có mục tiêu bằng số nào trong phạm vi câu hỏi"
          : "`\(source[argument])` có \(found.count) mục tiêu trong phạm vi câu hỏi",
        en: found.isEmpty
          ? "`\(source[argument])` has no target with a number within the question"
          : "`\(source[argument])` has \(found.count) targets within the question"),
      notes: found.isEmpty ? [] : [Wording(verbatim: list)],
      fix: found.first.map { .replace(argument, with: $0) }
        ?? .hint(
          Wording(
            vi: "`list targets` cho biết các mục tiêu đã khai báo",
            en: "`list targets` shows the targets of the model")))
  }

  /// A year inside `or`, where neighbours could not be told from the rows shown.
  static func yearNotTopmost(
    _ condition: SourceRange, item: String, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H138", in: source, at: condition,
      Wording(
        vi: "`\(item)` nhìn sang năm khác nên điều kiện về năm phải đứng riêng, nối bằng `and`",
        en:
          "`\(item)` looks at other years, so the condition on the year must stand apart, joined by `and`"
      ),
      notes: [
        Wording(
          vi: "điều kiện về năm chọn những dòng được xem, không chọn các năm được so",
          en: "conditions on the year choose the rows shown, not the years they are compared with")
      ],
      fix: .hint(
        Wording(
          vi: "chẳng hạn `where nam in 2026..2027 and …`",
          en: "such as `where nam in 2026..2027 and …`")
      ))
  }
}
