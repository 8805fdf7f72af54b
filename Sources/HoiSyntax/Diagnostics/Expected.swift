import HoiDiagnostics

/// What the parser waited for, in words for the person.
enum Expected {
  case name, nameAfterDot, alias, text, file, column, unit, day, member
  case number, wholeNumber, year, operand
  case statement, clause, endOfStatement, entry, endOfEntry, targetPart, measureOption
  case indicatorOption
  case comma, commaOrBrace, leftBrace, equalSign, dots, closingBracket
  case by, dimension, rowsWhere, isZero, better, everyYear, betweenAnd, total, toYear

  var wording: Wording {
    switch self {
    case .name: Wording(vi: "một tên", en: "a name")
    case .nameAfterDot: Wording(vi: "một tên sau dấu chấm", en: "a name after the dot")
    case .alias: Wording(vi: "một tên sau `as`", en: "a name after `as`")
    case .text: Wording(vi: "lời văn trong ngoặc kép", en: "a text in quotes")
    case .file: Wording(vi: "tên tệp trong ngoặc kép", en: "a file name in quotes")
    case .column: Wording(vi: "một tên cột", en: "the name of a column")
    case .unit: Wording(vi: "đơn vị trong ngoặc kép", en: "a unit in quotes")
    case .day: Wording(vi: "một ngày như `31-05`", en: "a day such as `31-05`")
    case .member: Wording(vi: "một thành viên", en: "a member")
    case .number: Wording(vi: "một số", en: "a number")
    case .wholeNumber: Wording(vi: "một số nguyên", en: "a whole number")
    case .year: Wording(vi: "một năm", en: "a year")
    case .operand: Wording(vi: "một tên hoặc một số", en: "a name or a number")
    case .statement: Wording(vi: "một câu", en: "a statement")
    case .clause: Wording(vi: "một mệnh đề", en: "a clause")
    case .endOfStatement: Wording(vi: "chỗ hết câu", en: "the end of the statement")
    case .entry: Wording(vi: "một mục", en: "an entry")
    case .endOfEntry: Wording(vi: "chỗ hết mục", en: "the end of the entry")
    case .targetPart: Wording(vi: "một phần của mục tiêu", en: "a part of the target")
    case .measureOption:
      Wording(
        vi: "`unit`, `stock`, `flow`, `open` hoặc `from`",
        en: "`unit`, `stock`, `flow`, `open` or `from`")
    case .indicatorOption:
      Wording(
        vi: "`part`, `lower better`, `bound`, `definition`, `population`, `source` hoặc `note`",
        en: "`part`, `lower better`, `bound`, `definition`, `population`, `source` or `note`")
    case .comma: Wording(vi: "dấu phẩy", en: "a comma")
    case .commaOrBrace: Wording(vi: "dấu phẩy hoặc `}`", en: "a comma or `}`")
    case .leftBrace: Wording(vi: "`{`", en: "`{`")
    case .equalSign: Wording(vi: "dấu `=`", en: "`=`")
    case .dots: Wording(vi: "`..` và cận trên", en: "`..` and the upper end")
    case .closingBracket: Wording(vi: "`)`", en: "`)`")
    case .by: Wording(vi: "`by` và tên chiều", en: "`by` and a dimension")
    case .dimension: Wording(vi: "`dimension`", en: "`dimension`")
    case .rowsWhere: Wording(vi: "`rows where` và điều kiện", en: "`rows where` and a condition")
    case .isZero: Wording(vi: "`is zero`", en: "`is zero`")
    case .better: Wording(vi: "`better`", en: "`better`")
    case .everyYear: Wording(vi: "`year`", en: "`year`")
    case .betweenAnd: Wording(vi: "`and` và cận trên", en: "`and` and the upper end")
    case .total: Wording(vi: "`total`", en: "`total`")
    case .toYear: Wording(vi: "`to` và một năm", en: "`to` and a year")
    }
  }
}
