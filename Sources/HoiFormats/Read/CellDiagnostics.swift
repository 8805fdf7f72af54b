import HoiColumns
import HoiDiagnostics

// H230–H249: cells that are not what their column holds.
extension Diagnostic {
  /// - Parameters:
  ///   - head: the column's head in the file.
  ///   - blueprint: the table that is read; nil for a list of members.
  static func cell(
    _ problem: CellProblem, at cell: CellBounds, _ head: String, _ blueprint: TableBlueprint?,
    _ file: DataFile
  ) -> Diagnostic {
    let place = file.excerpt(SourceRange(cell.start, cell.end))
    let text = shortened(place.source[place.range])
    let markHint = blueprint.flatMap { missingHint(text, table: $0.table) }
    let reason =
      switch problem {
      case .notWhole: CellReason.notWhole(text, markHint)
      case .twoReadings(let grouped, let decimal):
        CellReason.twoReadings(text, grouped: grouped, decimal: decimal, place.range)
      case .grouped(let plain): CellReason.grouped(text, plain: plain, place.range)
      case .notDecimal: CellReason.notDecimal(text, markHint)
      case .percentage: CellReason.percentage(text)
      case .otherDecimalSign(let sign, let offset):
        CellReason.otherDecimalSign(
          text, String(UnicodeScalar(sign)), line: offset < 0 ? nil : file.line(of: offset))
      case .commaAmongCommas(let plain):
        CellReason.commaAmongCommas(text, plain: plain, place.range)
      case .tooManyDecimals: CellReason.tooManyDecimals(text)
      case .tooLarge: CellReason.tooLarge(text)
      case .tooLargeTogether: CellReason.tooLargeTogether(text)
      case .noStep: CellReason.noStep(text, markHint)
      case .noFlag: CellReason.noFlag(text, markHint)
      case .noYear: CellReason.noYear
      case .badYear: CellReason.badYear(text)
      case .yearOutOfRange(let years): CellReason.yearOutOfRange(text, years)
      case .notText: CellReason.notText
      case .tooManyMembers(let limit): CellReason.tooManyMembers(limit)
      }
    let column = shortened(head)
    return Diagnostic(
      reason.code, kind: reason.isLimit ? .limit : .refusal, in: place.source, at: place.range,
      Wording(
        vi: "cột `\(column)`: \(reason.message.vietnamese)",
        en: "column `\(column)`: \(reason.message.english)"),
      notes: reason.notes, fix: reason.fix)
  }

  static func remark(
    _ remark: CellRemark, at cell: CellBounds, _ head: String, _ blueprint: TableBlueprint,
    _ file: DataFile
  ) -> Diagnostic {
    let place = file.excerpt(SourceRange(cell.start, cell.end))
    let text = shortened(place.source[place.range])
    let column = shortened(head)
    let reason =
      switch remark {
      case .negativeCounts(let count): CellReason.negativeCounts(column, count)
      case .decimalUnproven(let sign):
        CellReason.decimalUnproven(column, text, String(UnicodeScalar(sign)), blueprint.table)
      }
    return Diagnostic(
      reason.code, severity: .warning, in: place.source, at: place.range, reason.message,
      notes: reason.notes, fix: reason.fix)
  }

  /// How to say that a text means *missing*, for texts that often do.
  private static func missingHint(_ text: String, table: String) -> Fix? {
    let isMark = !text.contains { $0.isNumber || $0 == "\"" || $0 == "\\" } && text.count <= 12
    guard isMark else { return nil }
    return .hint(
      Wording(
        vi:
          "nếu `\(text)` nghĩa là chưa có số liệu, thêm `missing \"\(text)\"` vào bảng `\(table)`",
        en: "if `\(text)` means no data, add `missing \"\(text)\"` to the table `\(table)`"))
  }
}

/// What is wrong with a cell: the part of a diagnostic that does not depend on where it stands.
struct CellReason {
  let code: String
  let message: Wording
  let notes: [Wording]
  let fix: Fix?
  let isLimit: Bool

  init(
    _ code: String, _ message: Wording, because notes: Wording..., fix: Fix? = nil,
    isLimit: Bool = false
  ) {
    self.code = code
    self.message = message
    self.notes = notes
    self.fix = fix
    self.isLimit = isLimit
  }
}
