import Hoi

extension HoiTable {
  /// A table of a program's own arrays, as a script writes it.
  ///
  /// The name and the years, then a column on each line: `t 2025 2026`, `by thon A B`,
  /// `count x 1 ?`, `amount y 1/2 3`, `reports thon`; `?` is missing, `flow` and `open` before a kind
  /// make it one.
  init(written text: String) {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    self.init(lines[0][0], years: lines[0].dropFirst().compactMap { Int($0) })
    for line in lines.dropFirst() {
      let marks = line.prefix { ["flow", "open"].contains($0) }
      let words = line.dropFirst(marks.count)
      let (kind, name) = (words[words.startIndex], words[words.startIndex + 1])
      let cells = words.dropFirst(2).map { $0 == "?" ? nil : $0 }
      switch kind {
      case "by": addDimension(name, cells)
      case "reports": reportsBy = name
      case "count":
        addMeasure(
          name, isFlow: marks.contains("flow"), isOpen: marks.contains("open"),
          .counts(cells.map { $0.flatMap { Int($0) } }))
      case "amount":
        addMeasure(
          name, isFlow: marks.contains("flow"), .amounts(cells.map { $0.flatMap(Self.fraction) }))
      default: preconditionFailure("a script of arrays has no `\(kind)`")
      }
    }
  }

  private static func fraction(_ text: String) -> Fraction? {
    let sides = text.split(separator: "/").compactMap { Int128($0) }
    return Fraction(sides[0], over: sides.count > 1 ? sides[1] : 1)
  }
}
