import HoiCatalog
import HoiDiagnostics
import HoiSemantics
import HoiSyntax
import HoiText

extension Completer {
  /// Everything that may stand here, whether it begins as was typed or not.
  func candidates() -> [Candidate] {
    if typed.first == "$", !isQuoted { return parameters() }
    if case .declaration(let verb) = scan.section { return declared(verb) }
    // What stands in quotes is a name, a member or a text, never a keyword.
    if isQuoted { return scan.expectsOperand ? names() : [] }
    guard scan.expectsOperand else { return scan.path.isEmpty ? wordsAfterNothing() : goesOn() }
    switch scan.section {
    case .start: return keywords([.statement])
    case .subject(.check), .subject(.list):
      return names() + (scan.path.isEmpty ? clauses() : [])
    case .chart: return words(["line", "bar"]) + clauses()
    case .format: return words(["table", "tsv", "csv", "json", "markdown"])
    case .total: return keyword(.total)
    case .condition, .results:
      return names() + (scan.path.isEmpty && scan.left == nil ? keyword(.not) : [])
    case .items, .subject, .axes, .sortKeys, .comparison: return names()
    case .file, .free, .setting, .over: return []
    case .declaration: return []
    }
  }

  private func wordsAfterNothing() -> [Candidate] {
    switch scan.section {
    case .start: keywords([.statement])
    case .over: clauses()
    case .total: keyword(.total)
    case .declaration: []
    case .items, .subject, .axes, .condition, .results, .sortKeys, .comparison, .chart, .format,
      .file, .free, .setting:
      afterValue()
    }
  }

  /// Behind a whole name or value.
  private func goesOn() -> [Candidate] {
    switch scan.section {
    case .condition, .results:
      if scan.left == nil, scan.depth == 0 || !scan.path.isEmpty {
        return operators() + afterValue()
      }
      return afterValue()
    default: return afterValue()
    }
  }

  private func afterValue() -> [Candidate] {
    guard scan.depth == 0 else {
      return scan.section == .condition || scan.section == .results
        ? keyword(.and) + keyword(.or) : []
    }
    switch scan.section {
    case .items: return clauses() + keyword(.as)
    case .subject(.pace), .subject(.project): return keyword(.to) + clauses()
    case .condition, .results: return keyword(.and) + keyword(.or) + clauses()
    case .free where scan.used.contains(.limit): return keyword(.per) + clauses()
    case .start: return keywords([.statement])
    case .subject, .axes, .sortKeys, .comparison, .chart, .format, .over, .free: return clauses()
    case .file where scan.verb == .load: return keyword(.as)
    case .file where scan.verb != .use: return clauses()
    case .total, .setting, .file, .declaration: return []
    }
  }

  func operators() -> [Candidate] {
    let signs = ["=", "!=", "<", "<=", ">", ">=", "~"]
    return signs.map { Candidate(completion: Completion($0, label: "", kind: .operator)) }
      + keyword(.in)
  }

  // MARK: Keywords

  /// The clauses that the statement takes and does not have yet.
  private func clauses() -> [Candidate] {
    guard let verb = scan.verb else { return [] }
    return clausesTaken(by: verb).filter { !scan.used.contains($0) }.flatMap { keyword($0) }
  }

  private func keywords(_ roles: [Keyword.Role]) -> [Candidate] {
    Keyword.allRows.filter { row in roles.contains { row.roles.contains($0) } }
      .flatMap { candidates($0) }
  }

  func keyword(_ keyword: Keyword) -> [Candidate] {
    Keyword.allRows.filter { $0.keyword == keyword }.flatMap { candidates($0) }
  }

  /// A keyword in the language being typed, and in the other for those who have begun to type it.
  private func candidates(_ row: Keyword.Row) -> [Candidate] {
    let isVietnamese = scan.isVietnamese ?? (language == .vietnamese)
    let label = row.meaning[language]
    let own = isVietnamese ? row.vietnamese : row.keyword.rawValue
    let other = isVietnamese ? row.keyword.rawValue : row.vietnamese
    var found = [Candidate(completion: Completion(own, label: label, kind: .keyword))]
    let fitsOwn = HoiText.folded(own).hasPrefix(typedKey)
    if !fitsOwn, !typedKey.isEmpty, HoiText.folded(other).hasPrefix(typedKey) {
      // Once a statement has begun in one language it goes on in it.
      found.append(
        Candidate(
          completion: Completion(other, label: label, kind: .keyword), isRare: true,
          isLast: scan.isVietnamese != nil))
    }
    return found
  }

  func words(_ words: [String]) -> [Candidate] {
    words.map { Candidate(completion: Completion($0, label: "", kind: .word)) }
  }
}

/// The clauses that a statement takes, in the order in which they are usually written.
func clausesTaken(by verb: Keyword) -> [Keyword] {
  switch verb {
  case .show:
    [
      .by, .where, .having, .vs, .with, .pivot, .sort, .limit, .pooled, .strict, .restated, .chart,
      .format, .into,
    ]
  case .check: [.by, .where, .having, .sort, .limit, .format, .into]
  case .pace, .trace: [.by, .where, .format, .into]
  case .project: [.by, .where, .chart, .format, .into]
  case .rows: [.where, .sort, .limit, .format, .into]
  case .list, .describe: [.format, .into]
  case .expect: [.by, .where]
  default: []
  }
}
