import HoiCatalog
import HoiDiagnostics
import HoiSyntax

/// Gives names in one text their meaning in one catalogue.
///
/// A value: what it answers depends on nothing else, and it changes nothing.
package struct Resolver: Sendable {
  package let catalog: Catalog
  /// The text that every path and expression handed to it stands in.
  package let source: SourceText
  /// What the script has named for itself.
  package let definitions: Definitions
  /// What the question is about, where that decides which target is meant; nil while it is not known.
  var targetScope: Predicate?

  package init(catalog: Catalog, source: SourceText, definitions: Definitions = Definitions()) {
    self.catalog = catalog
    self.source = source
    self.definitions = definitions
  }
}
