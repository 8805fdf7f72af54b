import HoiAssistance
import HoiCatalog

/// What helps a person write, at a prompt or in an editor of texts.
extension HoiSession {
  /// What may stand where the cursor is in a text, by what is loaded.
  ///
  /// - Parameter cursor: a UTF-8 offset.
  public func completions(
    _ text: String, at cursor: Int, language: Language, most: Int = 200
  ) -> Completions {
    let model = model
    return HoiAssistance.completions(
      text, at: cursor, in: model.catalog, naming: model.definitions, language: language,
      most: most)
  }

  /// Whether the session keeps to the model's folder and writes nothing; a prompt must not either.
  public var isSafe: Bool { settings.safeFolder != nil }

  /// How many things of each kind are loaded.
  public var inventory: (indicators: Int, targets: Int, tables: Int) {
    let catalog = catalog
    return (catalog.indicators.count, catalog.targets.count, catalog.tables.count)
  }

  /// Makes ready what completions look up, so that the first does not wait for it.
  public func prepareCompletions() {
    for dimension in catalog.dimensions {
      dimension.names.prepare()
      for attribute in dimension.attributes { attribute.names.prepare() }
    }
  }

  /// How a statement is written, with an example that runs on what is loaded.
  ///
  /// - Parameter word: the word that opens it, in either language; nil for any other word.
  public func statementHelp(_ word: String) -> StatementHelp? {
    HoiAssistance.statementHelp(word, in: catalog)
  }
}
