import HoiColumns
import HoiDiagnostics

/// The first two rows of a table that share their key.
func repeatedKey(in table: FactTable) -> (first: Int, second: Int)? {
  // As many columns in one number as there is room for, since fewer are compared faster.
  var groups: [[(column: Int, factor: Int64)]] = [[]]
  var product: Int64 = 1
  for (column, schema) in table.columns.enumerated() {
    guard schema.role == .time || schema.role == .dimension else { continue }
    let radix = Int64(table.keys[column].count + 1)
    var (next, overflow) = product.multipliedReportingOverflow(by: radix)
    if overflow {
      groups.append([])
      (product, next) = (1, radix)
    }
    groups[groups.count - 1].append((column, product))
    product = next
  }
  var search = RepeatedKeySearch(columnCount: groups.count)
  // By segment, since keys that repeat mostly do so early.
  for segment in table.segments {
    let keys = groups.map { group in
      var packed = [Int64](repeating: 0, count: segment.rowCount)
      for (column, factor) in group { add(segment.columns[column], times: factor, to: &packed) }
      return packed
    }
    if let found = search.next(keys, rowCount: segment.rowCount) { return found }
  }
  return nil
}

private func add(_ column: EncodedColumn, times factor: Int64, to packed: inout [Int64]) {
  for row in packed.indices { packed[row] += factor * (column[row] ?? 0) }
}

/// The facts of a table that may have its keys twice, from a large file.
package struct RepeatingFacts {
  package let table: FactTable
  package let warnings: [Diagnostic]
  /// Which rows have the same key, where any have.
  package let repeatedKey: Wording?
}

extension BulkReading {
  /// Reads a large file, and finds out whether its keys repeat.
  ///
  /// - Parameter unread: columns that need not be read, no keys among them.
  /// - Returns: nil where the file is small, unusual or wrong.
  /// - Throws: rows that need more memory than they may take.
  package func readRepeating(
    at path: String, named name: String, askedBy asker: (source: SourceText, range: SourceRange),
    _ blueprint: TableBlueprint, leaving unread: Set<Int> = [], limits: Limits, pool: WorkerPool
  ) throws(Diagnostic) -> RepeatingFacts? {
    var tolerant = blueprint
    tolerant.requiresUniqueKeys = false
    let budget = RowBudget(limits.memoryBytes)
    guard
      let (table, warnings) = read(
        path, name, tolerant, leaving: unread, limits, pool, budget, percents: 50..<100)
    else {
      if budget.isExceeded {
        throw .memoryExceeded(name, limit: limits.memoryBytes, askedBy: asker)
      }
      return nil
    }
    guard blueprint.requiresUniqueKeys else {
      return RepeatingFacts(table: table, warnings: warnings, repeatedKey: nil)
    }
    let rows = HoiFormats.repeatedKey(in: table)
    return RepeatingFacts(
      table: table, warnings: warnings,
      repeatedKey: rows.map { keyRepeats($0, in: table, file: name) })
  }
}

private func keyRepeats(
  _ rows: (first: Int, second: Int), in table: FactTable, file: String
) -> Wording {
  let segment = table.firstRows.lastIndex { $0 <= rows.second } ?? 0
  let row = rows.second - table.firstRows[segment]
  let words = table.columns.indices.compactMap { column -> String? in
    let keys = table.keys[column]
    if case .none = keys { return nil }
    let code = table.segments[segment].columns[column][row] ?? Int64(keys.count)
    return "\(table.columns[column].name)=\(keys.text(of: code))"
  }
  // The message alone is of use: there is no file here to point into.
  let lines = [rows.first, rows.second].map { table.origin.line(ofRow: $0) ?? 0 }
  return Diagnostic.repeatedKey(
    DataFile(bytes: [], name: file), words, lines: (lines[0], lines[1])
  ).message
}
