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

/// The axes besides the year, which every check has a column of.
private func groupColumns(
  _ question: CheckQuestion, _ rows: [CheckRow], in catalog: Catalog
) -> [AnswerColumn] {
  question.axes.filter { $0 != .time }.map { axis in
    // A target that is not split by an axis has no member of it, which is not an unknown one.
    if rows.allSatisfy({ $0.members[axis] != nil }) {
      return catalog.column(
        axis, rows.map { $0.members[axis] ?? -1 }, period: .calendar, timeName: "nam")
    }
    let labels = catalog.labels(axis)
    return AnswerColumn(
      name: catalog.name(axis), label: catalog.label(axis, period: .calendar), role: .group,
      cells: .wording(
        rows.map { row in
          guard let member = row.members[axis] else { return Wording(verbatim: "") }
          return member < 0
            ? Wording(vi: "không rõ", en: "unknown") : Wording(verbatim: labels[Int(member)])
        }))
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
    AnswerColumn(
      name: "muc_tieu", label: Wording(vi: "Mục tiêu", en: "Target"),
      cells: .wording(
        rows.map { row in
          guard row.isBlend else { return Wording(verbatim: row.target.label) }
          let label = catalog[row.target.indicator].label
          return Wording(vi: "\(label), mức chung (tính ra)", en: "\(label), blended (computed)")
        })),
    texts("id", Wording(vi: "Mã", en: "Id")) { row in
      row.ids.map { catalog[$0].name }.joined(separator: " + ")
    },
    AnswerColumn(
      name: "nguong", label: Wording(vi: "Mức", en: "Level"), role: .detail,
      cells: .wording(rows.map { catalog.thresholdWording($0) })),
    texts("so_sanh", Wording(vi: "So sánh", en: "Comparison"), role: .detail) { row in
      switch row.target.threshold {
      case .comparison(let ordering, _): ordering.rawValue
      case .range: "in"
      case nil: ""
      }
    },
    texts("don_vi", Wording(vi: "Đơn vị", en: "Unit")) { row in
      if row.cells.isFlag { return "flag" }
      return switch catalog[row.target.indicator].unit {
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
      $0.target.grade?.rawValue ?? ""
    },
    texts("dieu_khoan", Wording(vi: "Điều khoản", en: "Clause")) { $0.target.clause ?? "" },
  ]
}

private func findingColumns(_ rows: [CheckRow], in catalog: Catalog) -> [AnswerColumn] {
  let periods = Set(
    rows.map { row in row.cells.formula.tables.first.map { catalog[$0].period } ?? .calendar })
  let units = Set(rows.map { catalog[$0.target.indicator].unit })
  var value = AnswerColumn(
    name: "gia_tri", label: Wording(vi: "Giá trị", en: "Value"),
    unit: units.count == 1 ? units.first! : .number,
    cells: .numbers(
      column(rows) { row in
        if row.isHidden { return (nil, .hidden) }
        guard let reading = row.finding?.reading else { return (nil, .missing) }
        return (reading.value, reading.state)
      }))
  value.thresholds = rows.flatMap(\.target.bounds).uniqued
  return [
    AnswerColumn(
      name: "nam", label: Wording(vi: "Năm", en: "Year"),
      // Years of both kinds in one column are told by the year that they begin in.
      cells: .years(rows.map { $0.year ?? 0 }, periods.count == 1 ? periods.first! : .calendar)),
    value,
    AnswerColumn(
      name: "gia_tri_chu", label: Wording(vi: "Giá trị", en: "Value"), role: .detail,
      cells: .wording(
        rows.map { row in
          guard let value = row.value, !catalog[row.target.indicator].unit.isPercentage else {
            return Wording(verbatim: "")
          }
          return catalog.wording(value, of: row.target)
        })),
    AnswerColumn(
      name: "con_thieu", label: Wording(vi: "Còn thiếu", en: "Lacking"), role: .detail,
      cells: .wording(rows.map { $0.cells.wording($0.shortfall) })),
    AnswerColumn(
      name: "ket_luan", label: Wording(vi: "Kết luận", en: "Verdict"),
      cells: .verdicts(rows.map(\.verdict))),
    AnswerColumn(
      name: "chi_tiet", label: Wording(vi: "Chi tiết", en: "Details"),
      cells: .wording(rows.map(details))),
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
          return (number, number != nil ? .value : row.isHidden ? .hidden : .missing)
        }))
  }
  return [
    numbers("nguong_so", Wording(vi: "Mức (số)", en: "Level (number)")) {
      $0.number(.threshold)
    },
    numbers("thieu", Wording(vi: "Thiếu", en: "Distance")) { $0.number(.gap) },
    numbers("thieu_dv", Wording(vi: "Thiếu (đơn vị)", en: "Units lacking")) {
      $0.number(.units)
    },
    numbers("moc", Wording(vi: "Mốc nội suy", en: "Interpolated")) { $0.number(.milestone) },
    numbers("can_duoi", Wording(vi: "Cận dưới", en: "Lower bound")) {
      $0.number(.low)
    },
    numbers("can_tren", Wording(vi: "Cận trên", en: "Upper bound")) {
      $0.number(.high)
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
