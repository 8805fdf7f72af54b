import HoiCatalog
import HoiColumns
import HoiFormats
import HoiSemantics
import HoiSyntax

extension HoiSession {
  /// Adds what a model file declares, wholly or not at all.
  ///
  /// - Parameter path: a model file, or a folder with a `model.hoi`.
  /// - Returns: what should be known of it.
  /// - Throws: everything that is wrong with the model, or the first thing wrong with its data.
  @discardableResult
  public func open(model path: String) throws(HoiFailure) -> [Diagnostic] {
    let file = isFolder(path) ? joined(path, "model.hoi") : path
    return try withSnapshot(of: file) { () throws(HoiFailure) in try openText(of: path) }
  }

  /// Adds what a model file declares, with no look at a snapshot.
  @discardableResult
  func openText(of path: String) throws(HoiFailure) -> [Diagnostic] {
    let asked = SourceText(path)
    let asker = (source: asked, range: SourceRange(0, asked.bytes.count))
    let file = isFolder(path) ? joined(path, "model.hoi") : path
    let source: SourceText
    do throws(Diagnostic) {
      source = SourceText(bytes: try bytes(of: file, named: file, askedBy: asker), name: file)
    } catch {
      // Whoever names a folder has not named a `model.hoi`.
      let isBare = isFolder(path) && !isThere(file)
      throw HoiFailure([isBare ? .folderWithoutModel(path) : error])
    }
    return try open(source)
  }

  /// Adds what a text declares, wholly or not at all; files it names are relative to its name.
  @discardableResult
  public func open(_ source: SourceText) throws(HoiFailure) -> [Diagnostic] {
    try change { model throws(HoiFailure) in
      let reading = Reading(source)
      if let file = reading.files.first { model.filesRead.insert(file.path) }
      return try trusting(&model) { model throws(HoiFailure) in
        try declareAll(reading, to: &model)
      }
    }
  }

  /// Adds every statement of a text that only declares.
  func declareAll(
    _ reading: Reading, to model: inout SessionModel
  ) throws(HoiFailure) -> [Diagnostic] {
    let (tree, diagnostics) = parse(
      reading.source, lineEnds: .mayContinue, limits: settings.limits)
    if diagnostics.contains(where: { $0.severity == .error }) { throw HoiFailure(diagnostics) }
    var warnings: [Diagnostic] = []
    for statement in tree.statements {
      warnings += try declare(statement, reading, to: &model)
    }
    return warnings
  }

  /// Adds one statement of a model.
  func declare(
    _ statement: Statement, _ reading: Reading, to model: inout SessionModel
  ) throws(HoiFailure) -> [Diagnostic] {
    do throws(Diagnostic) {
      switch statement.kind {
      case .dimension, .table, .subject, .target:
        return try declarePart(statement, reading, to: &model)
      case .let(let name, let expression):
        return try define(name, expression, reading, in: &model)
      case .param(let name, let expression):
        return try defineParameter(name, expression, reading, in: &model)
      case .load(let file, let name):
        return try load(file, as: name, reading, to: &model)
      case .question, .explain, .set, .expect, .say:
        throw .questionInModel(statement.range, in: reading.source)
      case .use, .broken: break
      }
    } catch {
      throw HoiFailure([error])
    }
    guard case .use(let file) = statement.kind else {
      preconditionFailure("a broken statement has a diagnostic")
    }
    return try use(file, reading, in: &model)
  }

  /// What the model itself is made of.
  private func declarePart(
    _ statement: Statement, _ reading: Reading, to model: inout SessionModel
  ) throws(Diagnostic) -> [Diagnostic] {
    let source = reading.source
    let resolver = Resolver(
      catalog: model.catalog, source: source, definitions: model.definitions)
    let change: ModelChange
    switch statement.kind {
    case .dimension(let declaration):
      var list: TextTable?
      if let file = declaration.file {
        let bytes = try read(file, reading)
        list = try readTextTable(bytes, file: file.text, limits: settings.limits)
      }
      var yearlyLists: [TextTable] = []
      for case .yearlyAttribute(_, _, let file, _, _) in declaration.entries.map(\.kind) {
        let bytes = try read(file, reading)
        yearlyLists.append(try readTextTable(bytes, file: file.text, limits: settings.limits))
      }
      change = try resolver.dimension(declaration, list: list, yearlyLists: yearlyLists)
    case .table(let declaration):
      return try declare(declaration, resolver, reading, to: &model)
    case .subject(let declaration):
      change = try resolver.subject(declaration)
    case .target(let declaration):
      var binder = Binder(model.definitions, source: source)
      let bound = binder.target(declaration)
      if let problem = binder.problems.first { throw problem }
      change = try resolver.target(bound)
    case .question, .explain, .let, .param, .set, .expect, .say, .use, .load, .broken:
      preconditionFailure("the caller has told the statements of a model from others")
    }
    model.catalog = change.catalog
    return change.warnings
  }

  func declare(
    _ declaration: TableDeclaration, _ resolver: Resolver, _ reading: Reading,
    to model: inout SessionModel
  ) throws(Diagnostic) -> [Diagnostic] {
    let definition = try resolver.tableDefinition(declaration)
    guard let file = declaration.file else {
      throw .tableWithoutFile(
        declaration.name.text, at: declaration.name.range, in: resolver.source)
    }
    let (facts, warnings) = try readFacts(
      at: try permitted(
        joined(reading.folder, file.text), named: file.text,
        askedBy: (resolver.source, file.range)),
      named: file.text, askedBy: (resolver.source, file.range), definition.blueprint,
      leaving: { unread(definition, $0.catalog) }, for: &model)
    return warnings + (try definition.makeTable(facts, catalog: &model.catalog))
  }

  func read(_ file: StringLiteral, _ reading: Reading) throws(Diagnostic) -> [UInt8] {
    try bytes(
      of: joined(reading.folder, file.text), named: file.text,
      askedBy: (reading.source, file.range))
  }
}
