import HoiSemantics
import HoiSyntax

/// `let`, `param` and `use`.
extension HoiSession {
  /// Gives a parameter a value in the place of the default that its `param` writes.
  ///
  /// - Parameter value: as it would be written in a script; a text without its quotes.
  public func set(parameter name: String, to value: String) {
    state.withLock { $0.overrides[name] = value }
  }

  /// The parameters set that no `param` of these scripts declares, nor of a file they use: each as a
  /// refusal with the names that are near.
  public func unknownParameters(in scripts: [SourceText]) -> [Diagnostic] {
    let (overrides, known) = state.withLock { state in
      (state.overrides.keys.sorted(), state.model.definitions.parameterNames)
    }
    if overrides.isEmpty { return [] }
    var declared = known
    var seen: Set<String> = []
    for script in scripts { collectParameters(Reading(script), &declared, &seen) }
    return overrides.filter { !declared.contains($0) }.map {
      .unknownOverride($0, declared: declared)
    }
  }

  private func collectParameters(
    _ reading: Reading, _ declared: inout [String], _ seen: inout Set<String>
  ) {
    let (tree, _) = parse(reading.source, lineEnds: .mayContinue, limits: settings.limits)
    for statement in tree.statements {
      if case .param(let name, _) = statement.kind { declared.append(name.text) }
      guard case .use(let file) = statement.kind else { continue }
      do throws(Diagnostic) {
        let (source, path) = try text(of: file, reading)
        if seen.insert(path).inserted {
          collectParameters(reading.entering(source, path: path), &declared, &seen)
        }
      } catch {
        // A file that cannot be read is refused where it is used.
        continue
      }
    }
  }

  func define(
    _ name: Name, _ expression: Expression, _ reading: Reading, in model: inout SessionModel
  ) throws(Diagnostic) -> [Diagnostic] {
    var binder = Binder(model.definitions, source: reading.source)
    let bound = binder.expression(expression)
    if let problem = binder.problems.first { throw problem }
    let resolver = Resolver(
      catalog: model.catalog, source: reading.source, definitions: model.definitions)
    let (definitions, warnings) = try resolver.letting(name, bound)
    model.definitions = definitions
    return warnings
  }

  func defineParameter(
    _ name: Name, _ expression: Expression, _ reading: Reading, in model: inout SessionModel
  ) throws(Diagnostic) -> [Diagnostic] {
    var binder = Binder(model.definitions, source: reading.source)
    let bound = binder.expression(expression)
    if let problem = binder.problems.first { throw problem }
    let override = state.withLock { $0.overrides[name.text] }
    let resolver = Resolver(
      catalog: model.catalog, source: reading.source, definitions: model.definitions)
    let (definitions, warnings) = try resolver.parameter(
      name, bound, override: override.map { SourceText($0, name: "--set \(name.text)") })
    model.definitions = definitions
    return warnings
  }

  /// Reads a file that only declares, once, wholly or not at all.
  func use(
    _ file: StringLiteral, _ reading: Reading, in model: inout SessionModel
  ) throws(HoiFailure) -> [Diagnostic] {
    let inner: Reading
    do throws(Diagnostic) {
      guard let found = try entered(file, reading, filesRead: model.filesRead) else { return [] }
      inner = found
    } catch {
      throw HoiFailure([error])
    }
    var changed = model
    changed.filesRead.insert(inner.files[inner.files.count - 1].path)
    let warnings = try declareAll(inner, to: &changed)
    model = changed
    return warnings
  }

  /// The file that a `use` names; nil where it has been read before.
  ///
  /// - Throws: a file that cannot be read, or one that is still being read.
  func entered(
    _ file: StringLiteral, _ reading: Reading, filesRead: Set<String>
  ) throws(Diagnostic) -> Reading? {
    let (source, path) = try text(of: file, reading)
    if let first = reading.files.firstIndex(where: { $0.path == path }) {
      let way = reading.files[first...].map(\.name) + [source.name]
      throw .useInCircle(way, at: file.range, in: reading.source)
    }
    return filesRead.contains(path) ? nil : reading.entering(source, path: path)
  }
}
