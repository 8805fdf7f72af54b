import HoiCatalog
import HoiDiagnostics
import HoiSyntax

/// How one statement is written.
public struct StatementHelp: Sendable {
  /// The word that opens it, in both languages.
  public let word: Wording
  public let meaning: Wording
  /// The statement with its places named: `show ITEM, …`.
  public let usage: Wording
  /// The clauses it takes, each with what it does.
  public let clauses: [(word: Wording, meaning: Wording)]
  /// A statement that runs on the model; nil where the model has nothing to ask that way.
  public let example: String?
}

/// The statements with what they do, in the order of the table of keywords.
public func statementWords() -> [(word: Wording, meaning: Wording)] {
  Keyword.allRows.filter { $0.roles.contains(.statement) }.map { (word($0), $0.meaning) }
}

/// What `word` opens, in either language; nil where it opens no statement.
public func statementHelp(_ word: String, in catalog: Catalog) -> StatementHelp? {
  guard let keyword = Keyword(word: word), keyword.hasRole(.statement),
    let row = Keyword.allRows.first(where: { $0.keyword == keyword })
  else { return nil }
  let clauses = clausesTaken(by: keyword).compactMap { clause in
    Keyword.allRows.first { $0.keyword == clause }
  }
  return StatementHelp(
    word: HoiAssistance.word(row), meaning: row.meaning, usage: usage(keyword),
    clauses: clauses.map { (HoiAssistance.word($0), $0.meaning) },
    example: Examples(catalog: catalog).example(keyword))
}

private func word(_ row: Keyword.Row) -> Wording {
  Wording(vi: row.vietnamese, en: row.keyword.rawValue)
}

/// Words of the language stay as they are typed; only what stands for something is translated.
private func usage(_ keyword: Keyword) -> Wording {
  switch keyword {
  case .show: Wording(vi: "show CHỈ_TIÊU, … | show _", en: "show ITEM, … | show _")
  case .check:
    Wording(
      vi: "check [LĨNH_VỰC | CHỈ_TIÊU | MỤC_TIÊU]", en: "check [SUBJECT | INDICATOR | TARGET]")
  case .pace: Wording(vi: "pace CHỈ_TIÊU to NĂM", en: "pace INDICATOR to YEAR")
  case .project: Wording(vi: "project CHỈ_TIÊU to NĂM", en: "project INDICATOR to YEAR")
  case .trace: Wording(vi: "trace CHỈ_TIÊU", en: "trace INDICATOR")
  case .rows: Wording(vi: "rows BẢNG", en: "rows TABLE")
  case .list:
    Wording(
      vi: "list [indicators | targets | subjects | tables | measures | dimensions | TÊN]",
      en: "list [indicators | targets | subjects | tables | measures | dimensions | NAME]")
  case .describe: Wording(vi: "describe TÊN", en: "describe NAME")
  case .explain: Wording(vi: "explain CÂU_LỆNH", en: "explain STATEMENT")
  case .say: Wording(vi: "say \"LỜI có $tên\"", en: "say \"TEXT with $name\"")
  default: usageOfDeclaration(keyword)
  }
}

private func usageOfDeclaration(_ keyword: Keyword) -> Wording {
  switch keyword {
  case .let: Wording(vi: "let TÊN = BIỂU_THỨC", en: "let NAME = EXPRESSION")
  case .param: Wording(vi: "param TÊN = MẶC_ĐỊNH", en: "param NAME = DEFAULT")
  case .set: Wording(vi: "set TÊN = GIÁ_TRỊ", en: "set NAME = VALUE")
  case .expect: Wording(vi: "expect ĐIỀU_KIỆN", en: "expect CONDITION")
  case .use: Wording(vi: "use \"TỆP.hoi\"", en: "use \"FILE.hoi\"")
  case .load: Wording(vi: "load \"TỆP.csv\" as TÊN", en: "load \"FILE.csv\" as NAME")
  case .dimension:
    Wording(
      vi: "dimension TÊN \"NHÃN\" [from \"TỆP\"] { … }",
      en: "dimension NAME \"LABEL\" [from \"FILE\"] { … }")
  case .table:
    Wording(
      vi: "table TÊN \"NHÃN\" from \"TỆP\" { … }", en: "table NAME \"LABEL\" from \"FILE\" { … }")
  case .subject: Wording(vi: "subject TÊN \"NHÃN\" { … }", en: "subject NAME \"LABEL\" { … }")
  case .target:
    Wording(
      vi: "target TÊN on CHỈ_TIÊU >= GIÁ_TRỊ due NĂM …",
      en: "target NAME on INDICATOR >= VALUE due YEAR …")
  default: Wording(verbatim: keyword.rawValue)
  }
}

/// Statements made of the names of a model.
struct Examples {
  let catalog: Catalog

  func example(_ keyword: Keyword) -> String? {
    switch keyword {
    case .show: question()
    case .explain: question().map { "explain \($0)" }
    case .check: checked()
    case .pace: targeted().map { "pace \($0.name) to \($0.year)\($0.scope)" }
    case .project: targeted().map { "project \($0.name) to \($0.year)\($0.scope)" }
    case .trace: indicator().map { "trace \($0.name) where \($0.time) = \($0.year)" }
    case .rows: rows()
    case .list: catalog.indicators.isEmpty ? "list" : "list indicators"
    case .describe: (indicator()?.name ?? catalog.tables.first?.name).map { "describe \($0)" }
    case .let: indicator().map { "let \(shortName($0.name)) = \($0.name)" }
    case .param: indicator().map { "param \($0.time) = \($0.year)" }
    case .expect: indicator().map { "expect \($0.name) > 0 where \($0.time) = \($0.year)" }
    case .say: "say \"**\(catalog.subjects.first?.label ?? "hoi")**\""
    default: nil
    }
  }

  /// An indicator of a model, with the last year that its table has.
  private func indicator() -> (name: String, time: String, year: Int32, tables: [TableID])? {
    for (index, indicator) in catalog.indicators.enumerated() {
      let tables = indicator.formula.tables
      guard let table = tables.first, let year = lastYear(tables) else { continue }
      return (catalog.qualifiedName(IndicatorID(index)), catalog[table].timeName, year, tables)
    }
    for (index, table) in catalog.tables.enumerated() {
      guard let measure = table.measures.first, let year = table.years.last else { continue }
      return ("\(table.name).\(measure.name)", table.timeName, year, [TableID(index)])
    }
    return nil
  }

  private func lastYear(_ tables: [TableID]) -> Int32? {
    var shared = Set(tables.first.map { catalog[$0].years } ?? [])
    for table in tables { shared.formIntersection(catalog[table].years) }
    return shared.max()
  }

  private func question() -> String? {
    indicator().map { asked in
      let axis = catalog[asked.tables[0]].dimensions.map(\.dimension).first { id in
        asked.tables.allSatisfy { catalog[$0].dimension(id) != nil }
      }
      let by = axis.map { " by \(catalog[$0].name)" } ?? ""
      return "show \(asked.name)\(by) where \(asked.time) = \(asked.year)"
    }
  }

  private func checked() -> String? {
    guard let target = catalog.targets.first else { return nil }
    let tables = catalog[target.indicator].formula.tables
    guard let table = tables.first, let year = lastYear(tables) else { return nil }
    return "check \(catalog[target.subject].name) where \(catalog[table].timeName) = \(year)"
  }

  /// An indicator with a target that is due in a year.
  private func targeted() -> (name: String, year: Int32, scope: String)? {
    for target in catalog.targets {
      guard case .due(let year) = target.deadline, target.threshold != nil, target.from != nil
      else { continue }
      let scope = target.scopeSpelling.map { " where \($0)" } ?? ""
      return (catalog.qualifiedName(target.indicator), year, scope)
    }
    return nil
  }

  private func rows() -> String? {
    catalog.tables.first.flatMap { table in
      table.years.last.map { "rows \(table.name) where \(table.timeName) = \($0) limit 10" }
    }
  }

  private func shortName(_ name: String) -> String {
    "\(name.split(separator: ".").last ?? "x")_moi"
  }
}
