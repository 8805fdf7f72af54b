import HoiCatalog
import HoiDiagnostics
import HoiSyntax

/// The catalogue after a statement of the model, with what should be known of it.
package struct ModelChange: Sendable {
  package var catalog: Catalog
  package var warnings: [Diagnostic]

  package init(_ catalog: Catalog, warnings: [Diagnostic] = []) {
    self.catalog = catalog
    self.warnings = warnings
  }
}

extension Resolver {
  /// Tables, subjects and `let` names share one namespace; a `let` may be defined anew.
  package func requireFreeName(_ name: Name, isLet: Bool = false) throws(Diagnostic) {
    if !isLet, definitions.names.contains(where: { $0.name == name.text }) {
      throw .nameTaken(name, by: .names, in: source)
    }
    if catalog.tables.contains(where: { $0.name == name.text }) {
      throw .nameTaken(name, by: .tables, in: source)
    }
    if catalog.subjects.contains(where: { $0.name == name.text }) {
      throw .nameTaken(name, by: .subjects, in: source)
    }
  }

  /// Refuses two of one name, pointing at the second.
  func requireDistinct(_ names: [Name]) throws(Diagnostic) {
    var seen: [String: Name] = [:]
    for name in names {
      if let first = seen.updateValue(name, forKey: name.text) {
        throw .duplicateName(
          name, firstLine: source.position(of: first.range.start).line, in: source)
      }
    }
  }
}
