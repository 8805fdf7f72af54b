import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSemantics

/// The columns of a check: for people words, for programs the same as numbers.
func checkColumns(
  _ question: CheckQuestion, _ rows: [CheckRow], in catalog: Catalog
) -> [AnswerColumn] {
  groupColumns(question, rows, in: catalog) + targetColumns(rows, in: catalog)
    + findingColumns(rows, in: catalog) + numberColumns(rows)
}

private func groupColumns(
  _ question: CheckQuestion, _ rows: [CheckRow], in catalog: Catalog
) -> [AnswerColumn] {
  question.axes.enumerated().map { place, axis in
    catalog.column(
      axis, rows.map { place < $0.group.count ? $0.group[place] : -1 }, period: .calendar,
      timeName: "nam")
  }
}

private func targetColumns(_ rows: [CheckRow], in catalog: Catalog) -> [AnswerColumn] {
  func texts(
    _ name: String, _ label: Wording, role: AnswerColumn.Role = .item,
    _ text: (CheckRow) -> String
  ) -> AnswerColumn {
    AnswerColumn(name: name, label: label, role: role, cells: .text(rows.map(text)))
  }
  return [
    texts("muc_tieu", Wording(vi: "Mục tiêu", en: "Target")) { $0.cells.target.label },
    texts("id", Wording(vi: "Mã", en: "Id")) { catalog.qualifiedName($0.target) },
    AnswerColumn(
      name: "nguong", label: Wording(vi: "Mức", en: "Level"), role: .detail,
      cells: .wording(rows.map { catalog.thresholdWording($0.cells.target) })),
    texts("so_sanh", Wording(vi: "So sánh", en: "Comparison"), role: .detail) { row in
      switch row.cells.target.threshold {
      case .comparison(let ordering, _): ordering.rawValue
      case .range: "in"
      case nil: ""
      }
    },
    texts("don_vi", Wording(vi: "Đơn vị", en: "Unit")) { row in
      if row.cells.isFlag { return "flag" }
      return switch catalog[row.cells.target.indicator].unit {
      case .ratio: "ratio"
      case .growth: "growth"
      case .points: "points"
      case .level: "level"
      case .rank: "rank"
      case .named(let unit): unit
      case .number, .quotient: ""
      }
    },
    texts("muc_cam_ket", Wording(vi: "Mức cam kết", en: "Grade")) {
      $0.cells.target.grade?.rawValue ?? ""
    },
    texts("dieu_khoan", Wording(vi: "Điều khoản", en: "Clause")) { $0.cells.target.clause ?? "" },
  ]
}

private func findingColumns(_ rows: [CheckRow], in catalog: Catalog) -> [AnswerColumn] {
  let periods = rows.map { row in
    row.cells.formula.tables.first.map { catalog[$0].period } ?? .calendar
  }
  let units = Set(rows.map { catalog[$0.cells.target.indicator].unit })
  var value = AnswerColumn(
    name: "gia_tri", label: Wording(vi: "Giá trị", en: "Value"),
    unit: units.count == 1 ? units.first! : .number,
    cells: .numbers(
      column(rows) { row in
        guard let reading = row.finding?.reading else { return (nil, .missing) }
        return (reading.value, reading.state)
      }))
  value.thresholds = rows.flatMap(\.cells.target.bounds)
  return [
    AnswerColumn(
      name: "nam", label: Wording(vi: "Năm", en: "Year"),
      cells: .years(rows.map { $0.year ?? 0 }, periods.first ?? .calendar)),
    value,
    AnswerColumn(
      name: "con_thieu", label: Wording(vi: "Còn thiếu", en: "Lacking"), role: .detail,
      cells: .wording(rows.map { $0.cells.wording($0.shortfall) })),
    AnswerColumn(
      name: "ket_luan", label: Wording(vi: "Kết luận", en: "Verdict"),
      cells: .verdicts(
        rows.map { row in
          row.finding?.verdict
            ?? (row.cells.target.threshold == nil ? .notJudged : .insufficient)
        })),
    AnswerColumn(
      name: "chi_tiet", label: Wording(vi: "Chi tiết", en: "Details"),
      cells: .wording(
        rows.map { row in
          row.finding.map(row.cells.details)
            ?? Wording(vi: "chưa có số liệu", en: "no data yet")
        })),
  ]
}

private func numberColumns(_ rows: [CheckRow]) -> [AnswerColumn] {
  func numbers(
    _ name: String, _ label: Wording, _ value: (CheckRow) -> Fraction?
  ) -> AnswerColumn {
    AnswerColumn(
      name: name, label: label,
      cells: .numbers(
        column(rows) { row in
          let number = value(row)
          return (number, number == nil ? .missing : .value)
        }))
  }
  return [
    numbers("nguong_so", Wording(vi: "Mức (số)", en: "Level (number)")) {
      $0.cells.target.threshold?.goal
    },
    numbers("thieu", Wording(vi: "Thiếu", en: "Distance")) { $0.shortfall?.distance },
    numbers("thieu_dv", Wording(vi: "Thiếu (đơn vị)", en: "Units lacking")) {
      $0.shortfall?.units.map { Fraction($0) }
    },
    numbers("moc", Wording(vi: "Mốc nội suy", en: "Interpolated")) { $0.finding?.milestone },
    numbers("can_duoi", Wording(vi: "Cận dưới", en: "Lower bound")) {
      $0.finding?.reading.bounds?.low
    },
    numbers("can_tren", Wording(vi: "Cận trên", en: "Upper bound")) {
      $0.finding?.reading.bounds?.high
    },
  ]
}

private func column(
  _ rows: [CheckRow], _ value: (CheckRow) -> (Fraction?, CellState)
) -> NumberColumn {
  var builder = NumberColumnBuilder(capacity: rows.count)
  for row in rows {
    let (number, state) = value(row)
    if let number { builder.append(number) } else { builder.append(state) }
  }
  return builder.finish()
}
