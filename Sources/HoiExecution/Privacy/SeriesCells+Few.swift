import HoiCatalog
import HoiNumbers

extension SeriesCells {
  /// Whether any year of a group counts few people. What is said of a series stands on all its years,
  /// so it is hidden for one of them.
  func countsFew(_ group: [Int32]) -> Bool {
    func counts(_ formula: Formula) -> Bool {
      formula.measures.contains { catalog[$0].countsPeople }
    }
    var values: [Int] = []
    if let sides = formula.sides {
      if counts(sides.numerator) { values.append(1) }
      if counts(sides.denominator) { values.append(2) }
    } else if counts(formula) {
      values.append(0)
    }
    let few = Fraction(CountTable.smallestPublished)
    return (0..<block.rowCount).contains { row in
      block.keys.dropFirst().elementsEqual(group) { $0[row] == $1 }
        && values.contains { value in block.values[value][row].map { $0 < few } ?? false }
    }
  }

  /// Whether few people are all that a reading does not cover.
  func lacksFew(_ reading: Reading?) -> Bool {
    guard let known = reading?.known, let denominator = formula.sides?.denominator,
      denominator.measures.contains(where: { catalog[$0].countsPeople })
    else { return false }
    let left = Fraction.subtracting(known, reading?.denominator ?? .zero)
    return left.map { $0 < Fraction(CountTable.smallestPublished) } ?? false
  }
}
