import HoiCatalog
import HoiDiagnostics
import HoiSyntax

extension Resolver {
  /// What rows can be grouped or filtered by under a name.
  ///
  /// A name of one part is looked for among the years, dimensions and attributes of the tables,
  /// then in the whole catalogue; `a.b` is dimension.attribute or table.dimension.
  ///
  /// - Returns: an axis that a table may lack: `requireAxis` refuses that.
  package func axis(_ path: Path, tables: [TableID]) throws(Diagnostic) -> Axis {
    if let known = try knownAxis(path, tables: tables) { return known }
    if let other = references(path, expecting: .everything).first {
      throw .wrongKindOfName(
        path, in: source, is: other.reference.kind, expected: .axes, near: other.qualified,
        insideIt: [])
    }
    throw unknownAxis(path, tables: tables)
  }

  /// As `axis`, but nil for a name that no axis has.
  func knownAxis(_ path: Path, tables: [TableID]) throws(Diagnostic) -> Axis? {
    let found =
      path.parts.count == 1
      ? onePartAxes(path.last.text, tables: tables)
      : references(path, expecting: .axes)
    var axes: [Axis] = []
    for thing in found {
      if case .axis(let axis, _) = thing.reference, !axes.contains(axis) { axes.append(axis) }
    }
    let shared = axes.filter { axis in tables.allSatisfy { catalog[$0].has(axis) } }
    if axes.count > 1, shared.count != 1 {
      throw .ambiguousName(path, in: source, meanings: found.map(\.qualified))
    }
    return axes.count > 1 ? shared[0] : axes.first
  }

  private func onePartAxes(_ name: String, tables: [TableID]) -> [NamedThing] {
    let sought = SoughtName(name)
    let near = sought.closest(among: axisTiers(of: tables))
    if !near.isEmpty { return near }
    let anywhere = axisTiers(of: catalog.tables.indices.map { TableID($0) })
    return sought.closest(among: anywhere + [dimensionThings()])
  }

  /// The years, the dimensions and the attributes of some tables.
  private func axisTiers(of tables: [TableID]) -> [[NamedThing]] {
    var used: [DimensionID] = []
    for table in tables {
      for dimension in catalog[table].dimensions where !used.contains(dimension.dimension) {
        used.append(dimension.dimension)
      }
    }
    let all = dimensionThings()
    return [
      timeThings(of: tables.map(\.index)), used.map { all[$0.index] },
      used.flatMap { attributeThings($0) },
    ]
  }

  private func unknownAxis(_ path: Path, tables: [TableID]) -> Diagnostic {
    guard path.parts.count == 1 else { return unknown(path, expecting: .axes) }
    let things = axisTiers(of: tables).flatMap { $0 }
    let near = NearNames.suggestions(
      for: path.text, among: things.map { ($0.name, $0.name) })
    return .unknownName(
      path.text, at: path.range, in: source, near: near,
      known: near.isEmpty ? things.map(\.name) : [])
  }

  /// The names that answers over some tables can be split by: years first, then what all share.
  package func sharedAxisNames(_ tables: [TableID]) -> [String] {
    guard let first = tables.first else { return [] }
    let dimensions = catalog[first].dimensions.map(\.dimension).filter { id in
      tables.allSatisfy { catalog[$0].dimension(id) != nil }
    }
    return [catalog[first].timeName] + dimensions.map { catalog[$0].name }
  }
}
