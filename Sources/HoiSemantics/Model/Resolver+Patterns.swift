import HoiColumns
import HoiDiagnostics
import HoiSyntax
import HoiText

/// `count hs from columns "{nam} {cap}"`: measures whose heads hold years and members.
extension Resolver {
  private static let mostPlaceholders = 4

  func resolvePatterns(
    _ declaration: TableDeclaration, _ definition: inout TableDefinition
  ) throws(Diagnostic) {
    var first: (columns: Set<Int>, spelling: String)?
    for entry in declaration.entries {
      guard case .measure(let measure) = entry.kind, let written = measure.columnPattern,
        let place = definition.blueprint.columns.firstIndex(where: {
          $0.schema.name == measure.name.text
        })
      else { continue }
      let pattern = try pattern(written, definition)
      if let first, first.columns != Set(pattern.columns) {
        throw .patternsDiffer(written, first: first.spelling, in: source)
      }
      first = (Set(pattern.columns), written.text)
      definition.blueprint.columns[place].pattern = pattern
    }
  }

  private func pattern(
    _ written: StringLiteral, _ definition: TableDefinition
  ) throws(Diagnostic) -> ColumnPattern {
    var pieces: [ColumnPattern.Piece] = []
    var rest = written.text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw .badPattern(written, in: source)
      }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      let name = String(rest[rest.index(after: open)..<close])
      pieces.append(.column(try placeholder(name, written, definition)))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    let pattern = ColumnPattern(pieces: pieces, spelling: written.text)
    let columns = pattern.columns
    guard !columns.isEmpty, columns.count <= Self.mostPlaceholders,
      Set(columns).count == columns.count
    else { throw .badPattern(written, in: source) }
    return pattern
  }

  private func placeholder(
    _ name: String, _ written: StringLiteral, _ definition: TableDefinition
  ) throws(Diagnostic) -> Int {
    let columns = definition.blueprint.columns
    let wanted = HoiText.folded(name)
    let place = columns.indices.first { place in
      let schema = columns[place].schema
      if case .measure = schema.role { return false }
      return schema.name == name || HoiText.folded(schema.name) == wanted
    }
    guard let place else { throw .unknownPlaceholder(name, at: written.range, in: source) }
    return place
  }
}
