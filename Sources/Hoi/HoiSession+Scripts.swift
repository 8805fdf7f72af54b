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
    _ = runAll(Reading(source), isInteractive: isInteractive, each: each)
  }

  /// - Returns: whether to go on.
  private func runAll(
    _ reading: Reading, isInteractive: Bool, each: (Outcome) -> Bool
  ) -> Bool {
    let (tree, diagnostics) = parse(
      reading.source, lineEnds: isInteractive ? .endStatement : .mayContinue,
      limits: settings.limits)
    var unsaid = diagnostics[...]
    for (place, statement) in tree.statements.enumerated() {
      // What is wrong up to the next statement is wrong with this one.
      let next =
        place + 1 < tree.statements.count ? tree.statements[place + 1].range.start : Int.max
      let own = unsaid.prefix { $0.range.start < next }
      unsaid = unsaid.dropFirst(own.count)
      let errors = own.filter { $0.severity == .error }
      if !errors.isEmpty {
        if !each(.failure(Array(errors))) { return false }
      } else if case .use(let file) = statement.kind {
        if !use(file, reading, each: each) { return false }
      } else if !each(run(statement, reading)) {
        return false
      }
    }
    return unsaid.isEmpty || each(.failure(Array(unsaid)))
  }

  /// Runs a file that a script uses, once: as one change where it only declares, statement by
  /// statement where it also asks.
  private func use(
    _ file: StringLiteral, _ reading: Reading, each: (Outcome) -> Bool
  ) -> Bool {
    let inner: Reading
    do throws(Diagnostic) {
      guard let found = try entered(file, reading, filesRead: model.filesRead) else {
        return each(.done([]))
      }
      inner = found
    } catch {
      return each(.failure([error]))
    }
    let (tree, _) = parse(inner.source, lineEnds: .mayContinue, limits: settings.limits)
    if tree.statements.allSatisfy(\.declares) {
      return each(
        changed { model throws(HoiFailure) in try use(file, reading, in: &model) })
    }
    var hasFailed = false
    let goesOn = runAll(inner, isInteractive: false) { outcome in
      if outcome.isFailure { hasFailed = true }
      return each(outcome)
    }
    // A file that failed is read again when it is asked for again.
    if !hasFailed {
      let path = inner.files[inner.files.count - 1].path
      _ = changed { model throws(HoiFailure) in
        model.filesRead.insert(path)
        return []
      }
    }
    return goesOn
  }

  /// What becomes of a statement that changes the model.
  func changed(
    _ body: (inout SessionModel) throws(HoiFailure) -> [Diagnostic]
  ) -> Outcome {
    do throws(HoiFailure) {
      return .done(try change(body))
    } catch {
      return .failure(error.diagnostics)
    }
  }

  /// Whether an entry at a prompt waits for more: an open bracket, or a line that ends in a comma or
  /// an operator.
  public static func isIncomplete(_ text: String) -> Bool {
    HoiSyntax.isIncomplete(SourceText(text))
  }
}
