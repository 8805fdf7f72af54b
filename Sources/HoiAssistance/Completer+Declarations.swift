import HoiCatalog
import HoiDiagnostics
import HoiSemantics
import HoiSyntax

// What may stand in a model.
extension Completer {
  func declared(_ verb: Keyword) -> [Candidate] {
    let place = scan.declared
    if place.part == .where { return condition(verb) }
    if isQuoted { return [] }
    if verb == .target { return partsOfTarget() }
    switch scan.braces {
    case 0: return place.nameCount > 0 && place.part == nil ? keyword(.from) : []
    case 1:
      guard let entry = place.entry else {
        return entries(of: verb).flatMap { keyword($0) }
      }
      return place.isFormula ? formula() : words(of: entry)
    // Members that are listed, each by a name of its own.
    default: return []
    }
  }

  private func entries(of verb: Keyword) -> [Keyword] {
    switch verb {
    case .dimension: [.key, .label, .attribute, .valid, .successor, .note]
    case .table:
      [
        .time, .dimension, .apart, .reports, .count, .amount, .level, .flag, .valid, .only, .blank,
        .delimiter, .decimal, .encoding, .sheet, .skip, .missing, .note,
      ]
    case .subject:
      [.ratio, .measure, .definition, .population, .source, .note, .part, .lower, .bound]
    default: []
    }
  }

  /// What goes on with an entry.
  private func words(of entry: Keyword) -> [Candidate] {
    let place = scan.declared
    let isNamed = place.nameCount > 0 || place.part != entry
    switch entry {
    case .dimension:
      return place.nameCount > 0 && !scan.expectsOperand ? unused([.from]) : columns()
    case .apart:
      if place.part == .apart { return keyword(.dimension) }
      return scan.expectsOperand ? columns() : unused([.from])
    case .time: return isNamed ? either([.school, .calendar]) + unused([.at, .from]) : []
    case .reports:
      if place.part == .reports { return keyword(.by) }
      return scan.expectsOperand ? columnsOfTable() : unused([.where])
    case .count, .amount, .level, .flag:
      return isNamed ? unused([.unit]) + either([.stock, .flow]) + unused([.open, .from]) : []
    // `rows` is the word of a question, and so no part of an entry.
    case .only: return place.nameCount == 0 ? keyword(.rows) : unused([.where])
    case .blank: return place.used.contains(.is) ? keyword(.zero) : keyword(.is)
    case .attribute: return isNamed ? unused([.from, .by]) : []
    default: return []
    }
  }

  private func unused(_ keywords: [Keyword]) -> [Candidate] {
    keywords.filter { !scan.declared.used.contains($0) }.flatMap { keyword($0) }
  }

  /// Words of which an entry has one.
  private func either(_ keywords: [Keyword]) -> [Candidate] {
    scan.declared.used.isDisjoint(with: keywords) ? keywords.flatMap { keyword($0) } : []
  }

  /// The lists that a table can share.
  private func columns() -> [Candidate] {
    catalog.dimensions.map { candidate($0.name, $0.label, .axis) }
  }

  private func columnsOfTable() -> [Candidate] {
    let own = scan.declared.dimensions
    if own.isEmpty { return columns() }
    return own.map { name in
      candidate(name, catalog.dimensions.first { $0.name == name }?.label ?? "", .axis)
    }
  }

  private func formula() -> [Candidate] {
    if scan.expectsOperand {
      let isOwned = scan.isAfterDot && !scan.path.isEmpty
      guard isOwned else { return measures() }
      return inside(scan.path[scan.path.count - 1]).filter { $0.completion.kind == .measure }
    }
    if scan.depth > 0 { return keyword(.where) }
    return unused([.part, .lower, .bound, .definition, .population, .source, .note])
      + (scan.declared.part == .lower ? keyword(.better) : [])
  }

  // MARK: Targets

  private func partsOfTarget() -> [Candidate] {
    let place = scan.declared
    switch place.part {
    case .on where scan.expectsOperand || scan.isAfterDot: return named(by: .on)
    case .grade where scan.expectsOperand:
      return words(Target.Grade.allCases.map(\.rawValue))
    case .every where !place.used.contains(.year): return keyword(.year)
    case .year: return unused([.to]) + parts()
    case nil where place.nameCount == 0: return named(by: nil)
    default: return scan.expectsOperand ? [] : parts()
    }
  }

  /// The name of a target stands in a subject, most often beside that of its indicator.
  private func named(by part: Keyword?) -> [Candidate] {
    scan.isAfterDot && !scan.path.isEmpty ? inside(scan.path[scan.path.count - 1]) : indicators()
  }

  private func parts() -> [Candidate] {
    unused([.on, .due, .every, .from, .where, .blend, .grade, .per, .quote]) + keyword(.note)
  }

  // MARK: Conditions

  private func condition(_ verb: Keyword) -> [Candidate] {
    if scan.expectsOperand {
      if scan.isAfterDot, !scan.path.isEmpty { return inside(scan.path[scan.path.count - 1]) }
      return axes() + (scan.left == nil ? keyword(.not) : [])
    }
    let more = keyword(.and) + keyword(.or)
    let isWhole = scan.left != nil || scan.path.isEmpty
    let others = verb == .target && scan.depth == 0 ? parts() : []
    return (isWhole ? [] : operators()) + more + others
  }
}
