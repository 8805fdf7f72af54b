import HoiDiagnostics
import HoiSyntax
import HoiText

/// H060 to H069: values and functions.
extension Diagnostic {
  /// A mean of percentages is no percentage of anything.
  static func aggregateOfRatio(
    _ function: Name, _ argument: SourceRange, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    let ratio = source[argument]
    return Diagnostic(
      "H060", in: source, at: range,
      Wording(
        vi: "không tính `\(function.text)` của một tỷ lệ",
        en: "`\(function.text)` of a ratio has no meaning"),
      notes: [
        Wording(
          vi: "tỷ lệ chung phải tính lại từ tổng tử số và tổng mẫu số; thôn nhỏ và thôn lớn không "
            + "nặng như nhau",
          en: "a ratio over all groups is recomputed from both sums; small and large groups do not "
            + "weigh the same")
      ],
      fix: .replace(
        range, with: ratio,
        hint: Wording(
          vi: "tỷ lệ tính từ số đếm của mọi nhóm", en: "the ratio from the counts of all groups")))
  }

  static func aggregateOfLevel(
    _ function: Name, _ argument: SourceRange, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H061", in: source, at: range,
      Wording(
        vi: "không tính `\(function.text)` của một mức xếp hạng",
        en: "`\(function.text)` of a level has no meaning"),
      notes: [
        Wording(
          vi: "các mức chỉ có thứ tự; nhiều nơi gộp lại lấy mức thấp nhất",
          en: "levels only have an order; several roll up as the lowest")
      ],
      fix: .replace(range, with: source[argument]))
  }

  static func aggregateOfResult(
    _ function: Name, _ argument: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H062", in: source, at: argument,
      Wording(
        vi: "`\(function.text)` cần một số đo của bảng, không phải một phép tính",
        en: "`\(function.text)` takes a measure of a table, not a computed value"),
      notes: [
        Wording(
          vi: "phép tính được làm trên tổng của từng số đo",
          en: "arithmetic is done on the sums of the measures")
      ])
  }

  static func unknownFunction(
    _ name: Name, in source: SourceText, near: [String]
  ) -> Diagnostic {
    let list = ValueFunction.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      "H063", in: source, at: name.range,
      Wording(
        vi: "không có hàm `\(name.text)`", en: "there is no function `\(name.text)`"),
      notes: [
        Wording(
          vi: "các hàm: \(list)",
          en: "functions: \(list)")
      ], fix: .nearest(near, at: name.range))
  }

  static func wrongArgumentCount(
    _ name: Name, _ count: Int, allowed: ClosedRange<Int>, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    let wanted =
      allowed.lowerBound == allowed.upperBound
      ? "\(allowed.lowerBound)" : "\(allowed.lowerBound)–\(allowed.upperBound)"
    return Diagnostic(
      "H065", in: source, at: range,
      Wording(
        vi: "`\(name.text)` cần \(wanted) đối số, ở đây có \(count)",
        en: "`\(name.text)` takes \(wanted) arguments, here are \(count)"))
  }

  static func wrongArgument(
    _ name: Name, _ range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    let takes =
      switch ValueFunction(folded: folded(name.text)) {
      case .distinct:
        Wording(
          vi: "`distinct` đếm các thành viên của một chiều có trong một bảng",
          en: "`distinct` counts the members of a dimension that occur in a table")
      case .count:
        Wording(
          vi: "`count` đếm dòng của một bảng, hoặc dòng có báo cáo một số đo",
          en: "`count` counts the rows of a table, or the rows that report a measure")
      case .target, .gap, .status, .sum, .min, .max, .avg, .round, .abs, .prev, .change, .growth,
        .moving, .share, .rank, .coverage, .missing, nil:
        Wording(
          vi: "`\(name.text)` nhận tên một mục tiêu, hoặc chỉ tiêu mà mục tiêu nói đến",
          en: "`\(name.text)` takes the name of a target, or the indicator that it is on")
      }
    return Diagnostic(
      "H066", in: source, at: range,
      Wording(
        vi: "`\(name.text)` không nhận `\(source[range])`",
        en: "`\(name.text)` does not take `\(source[range])`"),
      notes: [takes])
  }

  static func placesOutOfRange(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H067", in: source, at: range,
      Wording(
        vi: "số chữ số thập phân phải là số nguyên từ 0 đến 12",
        en: "the number of decimals must be a whole number from 0 to 12"))
  }

  static func noSides(_ owner: Path, at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H068", in: source, at: range,
      Wording(
        vi: "`\(owner.text)` không phải là một thương nên không có tử số, mẫu số",
        en: "`\(owner.text)` is no quotient and has no numerator or denominator"))
  }

  static func nothingToRead(at range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "H069", in: source, at: range,
      Wording(
        vi: "`show` cần ít nhất một chỉ số hoặc số đo",
        en: "`show` needs at least one indicator or measure"))
  }
}
