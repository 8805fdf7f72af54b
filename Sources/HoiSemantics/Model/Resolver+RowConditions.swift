import HoiColumns
import HoiDiagnostics
import HoiSyntax
import HoiText

/// `only rows where …`: a condition on the rows of a file, before they are a table's.
///
/// It speaks of cells as the file writes them: the columns of the table by their names, all others by
/// their heads.
extension Resolver {
  func add(
    _ condition: Expression, to definition: inout TableDefinition
  ) throws(Diagnostic) {
    definition.blueprint.conditions.append(try rowCondition(condition, &definition))
  }

  private func rowCondition(
    _ expression: Expression, _ definition: inout TableDefinition
  ) throws(Diagnostic) -> RowCondition {
    switch expression {
    case .all(let terms, _): return .all(try rowConditions(terms, &definition))
    case .any(let terms, _): return .any(try rowConditions(terms, &definition))
    case .not(let inner, _): return .not(try rowCondition(inner, &definition))
    case .bracket(let inner, _): return try rowCondition(inner, &definition)
    case .comparison(let sign, let left, let right, let range):
      return try rowComparison(sign, left, right, range, &definition)
    case .membership(let left, let values, _):
      let column = try column(left, &definition)
      guard isTime(column, definition) else {
        var texts: [String] = []
        for value in values { texts.append(try memberText(value).text) }
        return .text(column: column, texts)
      }
      var years: [ClosedRange<Int32>] = []
      for value in values {
        let year = try year(value, tables: [])
        years.append(year...year)
      }
      return .years(column: column, years)
    case .range(let left, let lower, let upper, let range):
      let column = try column(left, &definition)
      guard isTime(column, definition) else {
        throw .membersHaveNoOrder(source[left.range], at: range, in: source)
      }
      let (low, high) = (try year(lower, tables: []), try year(upper, tables: []))
      guard low <= high else {
        throw .emptyRange(
          lower.range.union(upper.range), in: source,
          mended: "\(source[upper.range])..\(source[lower.range])")
      }
      return .years(column: column, [low...high])
    case .call(let name, let arguments, let range):
      guard isMissingCall(name), arguments.count == 1 else {
        throw .notACondition(range, in: source, mended: nil)
      }
      return .missing(column: try column(arguments[0], &definition))
    case .parameter(let name): throw .unknownParameter(name, in: source)
    case .number, .string, .name, .negative, .arithmetic, .filtered, .broken:
      throw .notACondition(expression.range, in: source, mended: nil)
    }
  }

  private func rowConditions(
    _ terms: [Expression], _ definition: inout TableDefinition
  ) throws(Diagnostic) -> [RowCondition] {
    var conditions: [RowCondition] = []
    for term in terms { conditions.append(try rowCondition(term, &definition)) }
    return conditions
  }

  private func rowComparison(
    _ sign: Expression.Comparison, _ left: Expression, _ right: Expression, _ range: SourceRange,
    _ definition: inout TableDefinition
  ) throws(Diagnostic) -> RowCondition {
    let column = try column(left, &definition)
    guard isTime(column, definition) else {
      let text = try memberText(right).text
      switch sign {
      case .equal: return .text(column: column, [text])
      case .notEqual: return .not(.text(column: column, [text]))
      case .contains: return .contains(column: column, text)
      case .less, .lessOrEqual, .greater, .greaterOrEqual:
        throw .membersHaveNoOrder(source[left.range], at: range, in: source)
      }
    }
    let year = try year(right, tables: [])
    switch sign {
    case .equal: return .years(column: column, [year...year])
    case .notEqual: return .not(.years(column: column, [year...year]))
    case .less: return .not(.years(column: column, [year...Int32.max]))
    case .lessOrEqual: return .years(column: column, [Int32.min...year])
    case .greater: return .not(.years(column: column, [Int32.min...year]))
    case .greaterOrEqual: return .years(column: column, [year...Int32.max])
    case .contains: throw .containsNeedsText(source[right.range], at: range, in: source)
    }
  }

  private func isTime(_ column: Int, _ definition: TableDefinition) -> Bool {
    column == definition.time.column
  }

  /// The column of a name: one of the table, else a head of the file.
  private func column(
    _ left: Expression, _ definition: inout TableDefinition
  ) throws(Diagnostic) -> Int {
    guard let path = left.path, path.parts.count == 1 else {
      throw .notACondition(left.range, in: source, mended: nil)
    }
    let columns = definition.blueprint.columns
    let wanted = HoiText.folded(path.text)
    let place =
      columns.firstIndex { $0.schema.name == path.text }
      ?? columns.firstIndex { HoiText.folded($0.schema.name) == wanted }
    if let place {
      if case .measure = columns[place].schema.role {
        throw .rowsByMeasure(path.text, at: left.range, in: source)
      }
      return place
    }
    let others = definition.blueprint.conditionColumns
    if let known = others.firstIndex(where: { $0.sourceName == path.text }) {
      return columns.count + known
    }
    definition.blueprint.conditionColumns.append(
      .init(schema: ColumnSchema(name: path.text, role: .dimension), sourceName: path.text))
    return columns.count + others.count
  }
}
