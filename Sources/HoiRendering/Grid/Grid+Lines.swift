import HoiText

extension Grid {
  /// The lines of the grid, each without blanks at its end.
  func lines(_ fit: GridFit, _ options: RenderOptions) -> [String] {
    var lines: [String] = []
    let rule = fit.widths.map {
      Cell(text: String(repeating: options.glyphs.rule, count: $0), ink: .faint)
    }
    let heads = fit.columns.map { Cell(text: columns[$0].head, ink: hasRules ? .plain : .faint) }
    if heads.contains(where: { !$0.text.isEmpty }) {
      lines += self.lines(heads, fit, options, standsLow: true)
      if hasRules { lines.append(line(rule, fit, options)) }
    }
    for row in 0..<rowCount {
      if let section = sections[row] {
        if row > 0 { lines.append("") }
        lines.append(blanks(margin) + Ink.strong.painting(section, options))
      }
      if totalCount > 0, row == rowCount - totalCount, hasRules {
        lines.append(line(rule, fit, options))
      }
      lines += self.lines(fit.columns.map { columns[$0].cells[row] }, fit, options)
    }
    return lines
  }

  /// The lines of one row: as many as its highest cell needs.
  private func lines(
    _ cells: [Cell], _ fit: GridFit, _ options: RenderOptions, standsLow: Bool = false
  ) -> [String] {
    let broken = zip(cells, fit.widths).map { wrapped($0.text, toCells: $1) }
    let height = broken.map(\.count).max() ?? 0
    if height == 1 { return [line(cells, fit, options)] }
    return (0..<height).map { level in
      let pieces = zip(cells, broken).map { cell, texts in
        let place = standsLow ? level - (height - texts.count) : level
        return Cell(text: texts.indices.contains(place) ? texts[place] : "", ink: cell.ink)
      }
      return line(pieces, fit, options)
    }
  }

  private func line(_ cells: [Cell], _ fit: GridFit, _ options: RenderOptions) -> String {
    var line = ""
    // Blanks are held back until something follows them, so that none is left at the end.
    var pending = margin
    for (place, cell) in cells.enumerated() {
      if place > 0 { pending += gap }
      let room = max(0, fit.widths[place] - cellWidth(cell.text))
      let isRight = columns[fit.columns[place]].isRight
      if isRight { pending += room }
      let blanksAfter = cell.text.utf8.reversed().prefix { $0 == 0x20 }.count
      let text = String(cell.text.dropLast(blanksAfter))
      if !text.isEmpty {
        line += blanks(pending) + cell.ink.painting(text, options)
        pending = 0
      }
      pending += blanksAfter + (isRight ? 0 : room)
    }
    return line
  }
}

func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
