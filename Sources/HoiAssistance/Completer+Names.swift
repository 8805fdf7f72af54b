import HoiCatalog
import HoiDiagnostics
import HoiSemantics
import HoiSyntax
import HoiText

extension Completer {
  /// The names that may stand here.
  func names() -> [Candidate] {
    if let owner = owner() { return inside(owner) }
    switch scan.section {
    case .items: return values() + named() + functions()
    case .results: return shownNames() + axes() + values().map(\.last) + named() + functions()
    case .sortKeys: return shownNames() + axes()
    case .subject(let verb): return subjects(of: verb)
    case .axes: return axes()
    case .comparison: return words(["prev"]) + years() + axes()
    case .condition: return axes() + measuresOfTables() + [function("missing", "")]
    case .start, .total, .chart, .format, .file, .free, .setting, .over, .declaration: return []
    }
  }

  // MARK: What the catalogue holds

  /// What stands before the dot that was typed last.
  private func owner() -> Name? {
    scan.expectsOperand && scan.left == nil && !scan.path.isEmpty && scan.isAfterDot
      ? scan.path[scan.path.count - 1] : nil
  }

  func inside(_ name: Name) -> [Candidate] {
    let key = HoiText.folded(name.text)
    func isMeant(_ other: String, _ label: String) -> Bool {
      HoiText.folded(other) == key || HoiText.folded(label) == key
    }
    var found: [Candidate] = []
    for (index, subject) in catalog.subjects.enumerated() where isMeant(subject.name, subject.label)
    {
      for indicator in catalog.indicators where indicator.subject == SubjectID(index) {
        found.append(candidate(indicator.name, indicator.label, .indicator))
      }
      if case .subject(let verb) = scan.section, verb == .check || verb == .describe {
        for target in catalog.targets where target.subject == SubjectID(index) {
          found.append(candidate(lastPart(target.name), target.label, .target))
        }
      }
    }
    for table in catalog.tables where isMeant(table.name, table.label) {
      if scan.section != .axes {
        found += table.measures.map { candidate($0.name, $0.label, .measure) }
      }
      if scan.section != .items {
        found += table.dimensions.map {
          candidate(catalog[$0.dimension].name, catalog[$0.dimension].label, .axis)
        }
      }
    }
    for dimension in catalog.dimensions where isMeant(dimension.name, dimension.label) {
      found += dimension.attributes.map { candidate($0.name, $0.label, .axis) }
    }
    return found
  }

  private func values() -> [Candidate] { indicators() + measures().map(\.last) }

  func indicators() -> [Candidate] {
    catalog.indicators.enumerated().map { index, indicator in
      candidate(catalog.qualifiedName(IndicatorID(index)), indicator.label, .indicator)
    }
  }

  func measures() -> [Candidate] {
    catalog.tables.flatMap { table in
      table.measures.map { candidate("\(table.name).\($0.name)", $0.label, .measure) }
    }
  }

  private func targets() -> [Candidate] {
    catalog.targets.map { target in
      let name = "\(catalog[target.subject].name).\(lastPart(target.name))"
      return candidate(name, target.label, .target)
    }
  }

  private func subjects(of verb: Keyword) -> [Candidate] {
    let subjects = catalog.subjects.map { candidate($0.name, $0.label, .subject) }
    let tables = catalog.tables.map { candidate($0.name, $0.label, .table) }
    let dimensions = catalog.dimensions.map { candidate($0.name, $0.label, .axis) }
    switch verb {
    case .check: return subjects + targets() + indicators().map(\.last)
    case .pace, .project, .trace: return indicators() + named()
    case .rows: return tables
    case .list:
      return words(["indicators", "targets", "subjects", "tables", "measures", "dimensions"])
        + subjects + tables + dimensions
    case .describe: return indicators() + named() + targets() + subjects + tables + dimensions
    default: return []
    }
  }

  private func functions() -> [Candidate] {
    [
      ("sum", Wording(vi: "tổng", en: "sum")),
      ("min", Wording(vi: "nhỏ nhất", en: "least")),
      ("max", Wording(vi: "lớn nhất", en: "greatest")),
      ("avg", Wording(vi: "trung bình", en: "average")),
      ("count", Wording(vi: "số dòng", en: "number of rows")),
      ("distinct", Wording(vi: "bao nhiêu thành viên", en: "how many members")),
      ("prev", Wording(vi: "năm trước", en: "the year before")),
      ("change", Wording(vi: "tăng giảm so với năm trước", en: "difference to the year before")),
      ("growth", Wording(vi: "tốc độ tăng", en: "relative growth")),
      ("moving", Wording(vi: "trung bình trượt", en: "moving mean")),
      ("share", Wording(vi: "tỷ trọng", en: "share of the whole")),
      ("rank", Wording(vi: "xếp hạng", en: "rank")),
      ("coverage", Wording(vi: "mức báo cáo", en: "how much was reported")),
      ("missing", Wording(vi: "chưa báo cáo", en: "not reported")),
      ("target", Wording(vi: "mức của mục tiêu", en: "threshold of the target")),
      ("gap", Wording(vi: "còn thiếu", en: "distance to the target")),
      ("status", Wording(vi: "kết luận", en: "verdict")),
      ("round", Wording(vi: "làm tròn", en: "rounded")),
      ("abs", Wording(vi: "giá trị tuyệt đối", en: "without its sign")),
    ].map { function($0.0, $0.1[language]).rare }
  }

  private func function(_ name: String, _ label: String) -> Candidate {
    Candidate(completion: Completion(name + "(", label: label, kind: .function, isWhole: false))
  }

  /// The last parts of what is shown.
  private func shownNames() -> [Candidate] {
    scan.subjects.map { path in
      candidate(path.last.text, label(of: path), .indicator)
    }
  }

  private func label(of path: Path) -> String {
    switch reference(path) {
    case .indicator(let id): catalog[id].label
    case .measure(let id): catalog[id].label
    case .subject, .table, .target, .axis, .named, nil: ""
    }
  }

  func candidate(_ name: String, _ label: String, _ kind: Completion.Kind) -> Candidate {
    let text = isQuoted || !isBareName(name) ? "\"\(name)\"" : name
    return Candidate(
      completion: Completion(displaySafe(text), label: displaySafe(label), kind: kind))
  }

  private func lastPart(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }
}

extension Candidate {
  /// The same, shown only to those who have begun to type it.
  var rare: Candidate { Candidate(completion: completion, isRare: true) }

  /// The same, shown only where nothing else fits.
  var last: Candidate { Candidate(completion: completion, isRare: true, isLast: true) }
}

/// Whether a name needs no quotes: one word of the language, or several with dots between.
func isBareName(_ name: String) -> Bool {
  let tokens = Lexer.tokens(of: SourceText(name)).tokens
  var expectsWord = true
  for token in tokens.dropLast() {
    guard token.gap.isEmpty else { return false }
    switch token.kind {
    case .word, .code, .number: if !expectsWord { return false }
    case .dot: if expectsWord { return false }
    default: return false
    }
    expectsWord.toggle()
  }
  guard !expectsWord else { return false }
  return tokens.last.map { $0.start == name.utf8.count && $0.gap.isEmpty } ?? false
}
