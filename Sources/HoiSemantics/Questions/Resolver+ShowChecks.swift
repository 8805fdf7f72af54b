import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

/// What a question must be as a whole, once its parts have meaning.
extension Resolver {
  func rowLimit(
    _ literal: NumberLiteral, per paths: [Path], _ frame: ShowFrame, _ tables: [TableID]
  ) throws(Diagnostic) -> RowLimit {
    let most = try rowLimit(literal)
    var groups = Array(frame.split.indices)
    for path in paths {
      guard let axis = try knownAxis(path, tables: tables),
        let place = frame.axes.firstIndex(of: axis)
      else {
        throw .limitGroupNotInBy(path, in: source)
      }
      if !groups.contains(place) { groups.append(place) }
    }
    return RowLimit(most: most, groups: groups)
  }

  /// `chart`, `chart line`, `chart bar`; a line over years and bars otherwise where none is named.
  func chart(
    _ clauses: ClauseSet, overYears: Bool
  ) throws(Diagnostic) -> ShowQuestion.Chart? {
    guard let chart = clauses.chart else { return nil }
    return try self.chart(chart, hasYears: overYears)
  }

  /// - Parameter hasYears: whether the answer has a row for each year, which a line suits.
  func chart(_ name: Name?, hasYears: Bool) throws(Diagnostic) -> ShowQuestion.Chart {
    guard let name else { return hasYears ? .line : .bar }
    switch HoiText.folded(name.text) {
    case "line", "duong": return .line
    case "bar", "cot": return .bar
    default: throw .unknownChart(name, in: source)
    }
  }

  /// Shares and ranks are among several rows of one year.
  func requireGroups(
    _ items: [(item: Item, value: ItemValue)], _ hidden: [Value], _ clauses: ClauseSet,
    _ frame: ShowFrame, _ tables: [TableID], problems: inout [Diagnostic]
  ) {
    guard problems.isEmpty else { return }
    let others = frame.axes.count - frame.apart.count
    func isAlone(_ value: Value) -> Bool {
      value.hasShare && others == 0 || value.hasRank && frame.asked.isEmpty
    }
    let free = sharedAxisNames(tables).dropFirst().first
    let last = clauses.by.last?.range
    for item in items where isAlone(item.value.value) {
      problems.append(
        .nothingToCompare(item.item.expression.range, byRange: last, suggestion: free, in: source))
    }
    if problems.isEmpty, let range = clauses.having?.range ?? clauses.sort.first?.range,
      hidden.contains(where: isAlone)
    {
      problems.append(
        .nothingToCompare(range, byRange: last, suggestion: nil, in: source))
    }
  }

  /// Conditions on years choose the rows shown and not their neighbours, so they stand apart.
  func requirePlainYears(
    _ items: [(item: Item, value: ItemValue)], _ hidden: [Value], _ clauses: ClauseSet,
    _ frame: ShowFrame, problems: inout [Diagnostic]
  ) {
    guard problems.isEmpty, let condition = clauses.condition?.expression else { return }
    let isMixed = { (axes: Set<Axis>) in
      frame.filter.terms.contains { term in
        if case .members = term { return false }
        return !term.axes.isDisjoint(with: axes)
      }
    }
    let looking = items.first { $0.value.value.looksAtOtherYears }
    if isMixed([.time]) {
      if let looking {
        problems.append(
          .yearNotTopmost(condition.range, item: source[looking.item.range], in: source))
      } else if hidden.contains(where: \.looksAtOtherYears) {
        problems.append(.yearNotTopmost(condition.range, item: "having", in: source))
      } else if let versus = clauses.versus, frame.versus?.axis == .time {
        problems.append(
          .yearNotTopmost(condition.range, item: source[versus.range], in: source))
      }
    }
    if let versus = clauses.versus, let axis = frame.versus?.axis, axis != .time,
      isMixed(Set(catalog.axesAlike(axis)))
    {
      problems.append(.versusNotTopmost(condition.range, source[versus.range], in: source))
    }
  }

  /// The heading: what is shown, the filters, what it is compared with and split by.
  func title(
    of items: [(item: Item, value: ItemValue)], _ clauses: ClauseSet, _ frame: ShowFrame,
    _ tables: [TableID]
  ) -> [Wording] {
    var labels = items.map { shownItem($0.item, $0.value).label }
    if frame.pooled.contains(.time) {
      labels.append(Wording(vi: "gộp năm", en: "years pooled"))
    }
    var title = title(
      labels, clauses.condition?.expression, tables: tables, axes: frame.asked)
    if let versus = frame.versus {
      title.append(
        Wording(
          vi: "so với \(versus.label.vietnamese)", en: "compared with \(versus.label.english)"))
    }
    return title
  }
}

extension Versus {
  var axis: Axis {
    switch self {
    case .previousYear: .time
    case .member(let axis, _, _, _): axis
    }
  }

  var label: Wording {
    switch self {
    case .previousYear(let year): year ?? Wording(vi: "năm trước", en: "the year before")
    case .member(_, _, _, let label): label
    }
  }
}

extension Value {
  var hasShare: Bool {
    if case .share = self { return true }
    return parts.contains(where: \.hasShare)
  }

  var hasRank: Bool {
    if case .rank = self { return true }
    return parts.contains(where: \.hasRank)
  }

  /// Whether it counts reports.
  var readsReports: Bool {
    if case .reports = self { return true }
    return parts.contains(where: \.readsReports)
  }

  /// Whether a target says it.
  var isJudged: Bool {
    if case .judged = self { return true }
    return parts.contains(where: \.isJudged)
  }

  /// Whether it is a verdict, which is no number.
  var isVerdict: Bool {
    if case .judged(_, .verdict, _) = self { return true }
    return parts.contains(where: \.isVerdict)
  }

  /// The values that it is made of.
  private var parts: [Value] {
    switch self {
    case .literal, .formula, .numerator, .denominator, .aggregate, .rowCount, .distinct, .reports,
      .judged:
      []
    case .arithmetic(_, let left, let right): [left, right]
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _),
      .earlier(let inner, _), .fixed(let inner, _, _), .within(let inner, _), .share(let inner),
      .rank(let inner, _):
      [inner]
    }
  }
}
