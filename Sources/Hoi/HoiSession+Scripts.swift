import HoiSyntax

extension HoiSession {
  /// Runs the statements of a text one by one.
  ///
  /// - Parameters:
  ///   - isInteractive: the text is one entry at a prompt, where the end of a line ends a statement.
  ///   - each: what became of each; answering false leaves the rest unrun.
  public func runScript(
    _ source: SourceText, isInteractive: Bool = false, each: (Outcome) -> Bool
  ) {
    let (tree, diagnostics) = parse(
      source, lineEnds: isInteractive ? .endStatement : .mayContinue, limits: settings.limits)
    var unsaid = diagnostics[...]
    for (place, statement) in tree.statements.enumerated() {
      // What is wrong up to the next statement is wrong with this one.
      let next =
        place + 1 < tree.statements.count ? tree.statements[place + 1].range.start : Int.max
      let own = unsaid.prefix { $0.range.start < next }
      unsaid = unsaid.dropFirst(own.count)
      let errors = own.filter { $0.severity == .error }
      let outcome = errors.isEmpty ? run(statement, in: source) : .failure(Array(errors))
      if !each(outcome) { return }
    }
    if !unsaid.isEmpty { _ = each(.failure(Array(unsaid))) }
  }

  /// Whether an entry at a prompt waits for more: an open bracket, or a line that ends in a comma or
  /// an operator.
  public static func isIncomplete(_ text: String) -> Bool {
    HoiSyntax.isIncomplete(SourceText(text))
  }
}
