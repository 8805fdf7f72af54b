import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiPlanning
import HoiSemantics

/// Whose rows are in a number, whose are not, and where they stand.
extension Trace {
  /// Names and ranges that one line tells before it counts the rest.
  private static let mostTold = 8

  /// `2   dòng thiếu ra_lop: Thôn BM-31`.
  func leftOutLines() -> [TraceLine] {
    var lines: [TraceLine] = []
    for (reading, rows) in zip(plan.readings, rows) {
      let table = catalog[reading.reading.table]
      for measure in table.measures {
        guard let left = rows.lacking[measure.column] else { continue }
        lines.append(
          line(
            left, reading,
            Wording(
              vi: "dòng thiếu \(table.name).\(measure.name)",
              en: "without \(table.name).\(measure.name)")))
      }
      if rows.unpaired.rows.count > 0 {
        lines.append(
          line(
            rows.unpaired, reading,
            Wording(
              vi: "dòng của \(table.name) mà bên kia chưa báo cáo",
              en: "of \(table.name) whose other side is not reported")))
      }
    }
    for place in lines.indices.dropFirst() { lines[place].head = Wording(verbatim: "") }
    return lines
  }

  private func line(
    _ left: TracedRows.LeftOut, _ reading: TracedReading, _ what: Wording
  ) -> TraceLine {
    var text = what
    if let owner = reading.owner, !left.owners.isEmpty {
      let labels = left.owners.map { member in
        member < 0 ? "?" : catalog[owner.dimension].labels[Int(member)]
      }
      let names = told(labels)
      text = Wording(
        vi: "\(what.vietnamese): \(names.vietnamese)", en: "\(what.english): \(names.english)")
    } else {
      let ranges = ranges(left.rows, of: reading)
      text = Wording(
        vi: "\(what.vietnamese): \(ranges.vietnamese)", en: "\(what.english): \(ranges.english)")
    }
    var line = TraceLine(
      kind: .leftOut, head: Wording(vi: "bỏ", en: "left out"), text: text)
    line.number = Fraction(Int128(left.rows.count))
    line.shown = exact(Fraction(Int128(left.rows.count))) ?? Wording(verbatim: "…")
    return line
  }

  /// `mamnon_cutru.csv, dòng 1.026–1.089`.
  func sourceLines() -> [TraceLine] {
    plan.readings.indices.compactMap { place in
      let reading = plan.readings[place]
      let runs = rows[place].entered
      guard runs.count > 0 else { return nil }
      let file = catalog[reading.reading.table].facts.origin.file
      let name = file.isEmpty ? catalog[reading.reading.table].name : file
      let ranges = ranges(runs, of: reading)
      var line = TraceLine(
        kind: .source, head: place == 0 ? Property.source : Wording(verbatim: ""),
        text: Wording(
          vi: "\(name), \(ranges.vietnamese)", en: "\(name), \(ranges.english)"))
      line.number = Fraction(Int128(runs.count))
      return line
    }
  }

  /// Runs of lines, or of rows where there is no file.
  private func ranges(_ runs: RowRuns, of reading: TracedReading) -> Wording {
    let hasLines = !catalog[reading.reading.table].facts.origin.breaks.isEmpty
    let texts = runs.runs.map { run in
      let ends =
        run.lowerBound == run.upperBound ? [run.lowerBound] : [run.lowerBound, run.upperBound]
      return Wording.joined(
        ends.map { exact(Fraction(Int128($0))) ?? Wording(verbatim: "\($0)") }, separator: "–")
    }
    let (vietnamese, english) = (told(texts.map(\.vietnamese)), told(texts.map(\.english)))
    return Wording(
      vi: "dòng \(vietnamese.vietnamese)",
      en: hasLines ? "lines \(english.english)" : "rows \(english.english)")
  }

  private func told(_ texts: [String]) -> Wording {
    let shown = texts.prefix(Self.mostTold).joined(separator: ", ")
    let rest = texts.count - Self.mostTold
    if rest <= 0 { return Wording(verbatim: shown) }
    return Wording(vi: "\(shown) và \(rest) chỗ nữa", en: "\(shown) and \(rest) more")
  }

  /// `31/32 thôn đã báo cáo, 97,4 % mẫu số; chưa báo cáo: Thôn BM-31`.
  func reportLine(_ reading: SeriesCells.Reading, _ place: Int) -> TraceLine? {
    let coverage = catalog.coverage(
      reading.summaries[place], of: cells.ledgers[place].ledger, item: "")
    guard coverage.expected > 0 || !coverage.notApplicable.isEmpty else { return nil }
    let count = "\(coverage.reported)/\(coverage.expected)"
    let leaf = coverage.leaf
    var parts = [
      coverage.countsRows
        ? Wording(vi: "\(count) dòng có số liệu", en: "\(count) rows have a value")
        : Wording(
          vi: "\(count) \(leaf.vietnamese.lowercased()) đã báo cáo",
          en: "\(count) \(leaf.english.lowercased()) reported")
    ]
    if let known = reading.known, let entered = reading.denominator, !known.isZero,
      let share = Fraction.dividing(entered, known), share < .one,
      let text = Wording.percentage(share, places: 1)
    {
      let whole =
        coverage.denominator.map { Wording(verbatim: inSentence($0.vietnamese)) }
        ?? Wording(vi: "mẫu số", en: "the denominator")
      parts.append(
        Wording(
          vi: "\(text.vietnamese) \(whole.vietnamese)",
          en: "\(text.english) of \(whole.english)"))
    }
    if !coverage.missing.isEmpty {
      let names = told(coverage.missing)
      parts.append(
        Wording(vi: "chưa báo cáo: \(names.vietnamese)", en: "not reported: \(names.english)"))
    }
    if !coverage.notApplicable.isEmpty {
      let names = told(coverage.notApplicable)
      parts.append(
        Wording(
          vi: "không áp dụng: \(names.vietnamese)", en: "not applicable: \(names.english)"))
    }
    return TraceLine(
      kind: .reports, head: Wording(vi: "báo cáo", en: "reports"),
      text: .joined(parts, separator: "; "))
  }
}
