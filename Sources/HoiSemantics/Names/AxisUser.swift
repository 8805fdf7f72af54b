import HoiCatalog
import HoiDiagnostics

/// Something shown or judged that must have every axis of the question.
package struct AxisUser: Sendable {
  /// Which part of a quotient reads a table.
  package enum Role: Sendable {
    case whole, numerator, denominator
  }

  /// As a person writes it.
  package var name: String
  package var sides: [(role: Role, tables: [TableID])]
  /// What conditions of its definition have fixed, so that a question cannot ask of it.
  package var fixed: Set<Axis> = []

  package init(name: String, tables: [TableID]) {
    self.name = name
    self.sides = [(.whole, tables)]
  }

  /// The two sides are told apart only where they read different tables.
  package init(name: String, formula: Formula) {
    self.init(name: name, tables: formula.tables)
    fixed = formula.fixedAxes
    if let both = formula.sides, both.numerator.tables != both.denominator.tables {
      sides = [(.numerator, both.numerator.tables), (.denominator, both.denominator.tables)]
    }
  }

  package var tables: [TableID] {
    var found: [TableID] = []
    for side in sides {
      for table in side.tables where !found.contains(table) { found.append(table) }
    }
    return found
  }
}

extension AxisUser {
  /// Whether its definition has fixed an axis, or the dimension that the axis belongs to.
  package func fixes(_ axis: Axis) -> Bool {
    if fixed.contains(axis) { return true }
    guard case .attribute(let id, _) = axis else { return false }
    return fixed.contains(.dimension(id))
  }
}

extension Resolver {
  /// The part of a thing whose table lacks an axis, or nil where every table has it.
  package func missingSide(
    of user: AxisUser, axis: Axis
  ) -> (role: AxisUser.Role, table: TableID)? {
    var missing: [(role: AxisUser.Role, table: TableID)] = []
    for side in user.sides {
      if let table = side.tables.first(where: { !catalog[$0].has(axis) }) {
        missing.append((side.role, table))
      }
    }
    // Where both sides lack it, neither is to blame alone.
    if missing.count > 1 { return (.whole, missing[0].table) }
    return missing.first
  }

  package func missingSide(
    of formula: Formula, axis: Axis
  ) -> (role: AxisUser.Role, table: TableID)? {
    missingSide(of: AxisUser(name: "", formula: formula), axis: axis)
  }

  /// Refuses an axis that one of the things asked for does not have.
  ///
  /// - Parameters:
  ///   - isGrouping: the axis stands in `by`, where another can be put in its place.
  ///   - taken: axes that the question has already, which are not suggested again.
  package func requireAxis(
    _ axis: Axis, at range: SourceRange, on users: [AxisUser], isGrouping: Bool = true,
    taken: [Axis] = []
  ) throws(Diagnostic) {
    for user in users {
      if user.fixes(axis) {
        throw .axisFixed(user.name, spelled: source[range], at: range, in: source)
      }
      guard let (role, table) = missingSide(of: user, axis: axis) else { continue }
      let tables = users.flatMap(\.tables)
      let names = sharedAxisNames(tables)
      let free = sharedDimensions(tables).filter { !taken.contains(.dimension($0)) }
      let reporting = free.first { id in tables.contains { catalog[$0].reportsBy == id } }
      let suggestion = (reporting ?? free.first).map { catalog[$0].name }
      throw .axisNotShared(
        LackedAxis(
          user: user.name, role: role, spelled: source[range], axis: catalog.name(axis),
          table: catalog[table].name, tableNotes: ownNotes(table),
          tableAxes: sharedAxisNames([table]), shared: names),
        at: range, in: source, suggestion: isGrouping ? suggestion : nil)
    }
  }

  /// What is noted of every table alike does not tell why this one lacks something.
  private func ownNotes(_ table: TableID) -> [String] {
    catalog[table].notes.filter { note in
      catalog.tables.count == 1 || !catalog.tables.allSatisfy { $0.notes.contains(note) }
    }
  }

  private func sharedDimensions(_ tables: [TableID]) -> [DimensionID] {
    guard let first = tables.first else { return [] }
    return catalog[first].dimensions.map(\.dimension).filter { id in
      tables.allSatisfy { catalog[$0].dimension(id) != nil }
    }
  }
}

/// What a refusal of an axis says.
struct LackedAxis {
  var user: String
  var role: AxisUser.Role
  /// As typed.
  var spelled: String
  var axis: String
  var table: String
  var tableNotes: [String]
  var tableAxes: [String]
  /// What everything asked for can be split by.
  var shared: [String]
}
