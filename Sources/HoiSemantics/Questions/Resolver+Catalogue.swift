import HoiCatalog
import HoiDiagnostics
import HoiSyntax
import HoiText

/// `rows`, `list` and `describe`.
extension Resolver {
  func rows(_ question: Question, problems: inout [Diagnostic]) -> RowsQuestion? {
    let clauses = ClauseSet(
      question, taking: [.where, .sort, .limit], in: source, problems: &problems)
    guard case .path(let path) = question.subject,
      let found = collecting(
        &problems, { () throws(Diagnostic) in try reference(path, expecting: .tables) }),
      case .table(let table) = found
    else { return nil }
    var filter = Predicate.always
    if let (condition, _) = clauses.condition {
      let user = AxisUser(name: catalog[table].name, tables: [table])
      let found = conditions(condition, tables: [table], users: [user], in: question)
      filter = found.predicate
      problems += found.problems
    }
    let sort = clauses.sort.compactMap { key in
      collecting(&problems) { () throws(Diagnostic) in
        (column: try storedColumn(key.expression, table), isDescending: key.isDescending)
      }
    }
    let limit = clauses.limit.flatMap { literal in
      collecting(&problems) { () throws(Diagnostic) in try rowLimit(literal) }
    }
    guard problems.isEmpty else { return nil }
    return RowsQuestion(
      table: table, filter: filter, sort: sort, limit: limit,
      title: title(
        [Wording(verbatim: catalog[table].label)], clauses.condition?.expression, tables: [table],
        axes: []))
  }

  private func storedColumn(
    _ expression: Expression, _ table: TableID
  ) throws(Diagnostic) -> RowsQuestion.StoredColumn {
    guard let path = expression.path else {
      let columns =
        [catalog[table].timeName] + catalog[table].dimensions.map { catalog[$0.dimension].name }
        + catalog[table].measures.map(\.name)
      throw .columnNotOfTable(
        source[expression.range], columns: columns, at: expression.range, in: source)
    }
    let own = SoughtName(path.last.text).closest(among: [measureThings(table)])
    if path.parts.count == 1, own.count == 1, case .measure(let id) = own[0].reference {
      return .measure(id.index)
    }
    let axis = try self.axis(path, tables: [table])
    try requireAxis(
      axis, at: path.range, on: [AxisUser(name: catalog[table].name, tables: [table])])
    return .axis(axis)
  }

  /// `list`, or what a name holds: the members of a dimension, the parts of a subject or table.
  func list(_ question: Question, problems: inout [Diagnostic]) -> ResolvedStatement? {
    _ = ClauseSet(question, taking: [], in: source, problems: &problems)
    guard case .path(let path) = question.subject else {
      return .list(.everything, definitions)
    }
    if path.parts.count == 1, let listing = Listing(folded: HoiText.folded(path.last.text)) {
      return .list(listing, definitions)
    }
    switch references(path, expecting: [.subjects, .tables, .axes]).first?.reference {
    case .subject(let id): return .describe(.subject(id))
    case .table(let id): return .describe(.table(id))
    case .axis(.dimension(let id), _): return .describe(.dimension(id))
    case .axis(.attribute(let id, let index), _): return .describe(.attribute(id, index))
    case .axis(.time, _), .indicator, .measure, .target, .named, nil: break
    }
    let near = NearNames.suggestions(
      for: path.text, among: Listing.allCases.dropFirst().map { ($0.rawValue, $0.rawValue) })
    problems.append(.unknownListing(path, in: source, near: near))
    return nil
  }

  func describe(_ question: Question, problems: inout [Diagnostic]) -> Described? {
    _ = ClauseSet(question, taking: [], in: source, problems: &problems)
    guard case .path(let path) = question.subject else { return nil }
    // Names first, so that a member never hides what the model declares.
    if references(path, expecting: .everything).isEmpty, let member = memberNamed(path) {
      return .member(member.axis, member.member)
    }
    return collecting(&problems) { () throws(Diagnostic) in
      switch try reference(path, expecting: .everything) {
      case .indicator(let id): .indicator(id)
      case .measure(let id): .measure(id)
      case .subject(let id): .subject(id)
      case .table(let id): .table(id)
      case .target(let id): .target(id)
      case .named(let place): .named(definitions.names[place])
      case .axis(.dimension(let id), _): .dimension(id)
      case .axis(.attribute(let id, let index), _): .attribute(id, index)
      case .axis(.time, let table):
        .table(table ?? TableID(catalog.tables.firstIndex { !$0.years.isEmpty } ?? 0))
      }
    }
  }

  /// The one member of one dimension that has a name.
  private func memberNamed(_ path: Path) -> (axis: Axis, member: Int32)? {
    var found: [(axis: Axis, member: Int32)] = []
    for (index, dimension) in catalog.dimensions.enumerated() {
      found += dimension.names.places(named: path.text).map {
        (.dimension(DimensionID(index)), $0)
      }
    }
    return found.count == 1 ? found[0] : nil
  }
}

extension Listing {
  /// A word for a part of the catalogue, in either language, folded.
  fileprivate init?(folded word: String) {
    switch word {
    case "all", "everithing", "tatca", "danhmuc": self = .everything
    case "tables", "table", "bang", "cacbang": self = .tables
    case "dimensions", "dimension", "chieu", "cacchieu": self = .dimensions
    case "subjects", "subject", "chude", "cacchude": self = .subjects
    case "indicators", "indicator", "chiso", "cacchiso", "chitieu": self = .indicators
    case "measures", "measure", "sodo", "cacsodo": self = .measures
    case "targets", "target", "muctieu", "cacmuctieu": self = .targets
    case "names", "name", "let", "lets", "ten", "cacten": self = .names
    case "parameters", "parameter", "params", "param", "thamso", "cacthamso": self = .parameters
    default: return nil
    }
  }
}
