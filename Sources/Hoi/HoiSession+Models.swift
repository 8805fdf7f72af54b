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
    let asked = SourceText(path)
    let asker = (source: asked, range: SourceRange(0, asked.bytes.count))
    let file = isFolder(path) ? joined(path, "model.hoi") : path
    let source: SourceText
    do throws(Diagnostic) {
      let bytes = try readFile(file, named: file, askedBy: asker, limits: settings.limits)
      source = SourceText(bytes: bytes, name: file)
    } catch {
      throw HoiFailure([error])
    }
    return try open(source)
  }

  /// Adds what a text declares, wholly or not at all; files it names are relative to its name.
  @discardableResult
  public func open(_ source: SourceText) throws(HoiFailure) -> [Diagnostic] {
    let (tree, diagnostics) = parse(source, lineEnds: .mayContinue, limits: settings.limits)
    if diagnostics.contains(where: { $0.severity == .error }) { throw HoiFailure(diagnostics) }
    return try change { catalog throws(HoiFailure) in
      var warnings: [Diagnostic] = []
      for statement in tree.statements {
        switch statement.kind {
        case .dimension, .table, .subject, .target:
          do throws(Diagnostic) {
            warnings += try declare(statement, in: source, folder: source.folder, to: &catalog)
          } catch {
            throw HoiFailure([error])
          }
        case .question:
          throw HoiFailure([.questionInModel(statement.range, in: source)])
        case .explain, .let, .param, .set, .expect, .say, .use, .load, .broken:
          throw HoiFailure([.statementNotYet(statement.range, in: source)])
        }
      }
      return warnings
    }
  }

  /// Adds one statement of a model to a catalogue; on failure the catalogue is as it was.
  func declare(
    _ statement: Statement, in source: SourceText, folder: String, to catalog: inout Catalog
  ) throws(Diagnostic) -> [Diagnostic] {
    let resolver = Resolver(catalog: catalog, source: source)
    let change: ModelChange
    switch statement.kind {
    case .dimension(let declaration):
      var list: TextTable?
      if let file = declaration.file {
        let bytes = try read(file, in: source, folder: folder)
        list = try readTextTable(bytes, file: file.text, limits: settings.limits)
      }
      var yearlyLists: [TextTable] = []
      for case .yearlyAttribute(_, _, let file, _, _) in declaration.entries.map(\.kind) {
        let bytes = try read(file, in: source, folder: folder)
        yearlyLists.append(try readTextTable(bytes, file: file.text, limits: settings.limits))
      }
      change = try resolver.dimension(declaration, list: list, yearlyLists: yearlyLists)
    case .table(let declaration):
      return try declare(declaration, resolver, folder: folder, to: &catalog)
    case .subject(let declaration):
      change = try resolver.subject(declaration)
    case .target(let declaration):
      change = try resolver.target(declaration)
    case .question, .explain, .let, .param, .set, .expect, .say, .use, .load, .broken:
      preconditionFailure("the caller has told the statements of a model from others")
    }
    catalog = change.catalog
    return change.warnings
  }

  private func declare(
    _ declaration: TableDeclaration, _ resolver: Resolver, folder: String, to catalog: inout Catalog
  ) throws(Diagnostic) -> [Diagnostic] {
    let definition = try resolver.tableDefinition(declaration)
    guard let file = declaration.file else {
      throw .tableWithoutFile(
        declaration.name.text, at: declaration.name.range, in: resolver.source)
    }
    let bytes = try read(file, in: resolver.source, folder: folder)
    let (facts, warnings) = try readFactTable(
      bytes, definition.blueprint, file: file.text, limits: settings.limits)
    return warnings + (try definition.makeTable(facts, catalog: &catalog))
  }

  private func read(
    _ file: StringLiteral, in source: SourceText, folder: String
  ) throws(Diagnostic) -> [UInt8] {
    try readFile(
      joined(folder, file.text), named: file.text, askedBy: (source, file.range),
      limits: settings.limits)
  }
}

extension SourceText {
  /// The folder that its files are relative to: empty for what was typed.
  var folder: String {
    guard let slash = name.lastIndex(of: "/") else { return "" }
    return slash == name.startIndex ? "/" : String(name[..<slash])
  }
}

/// A path in a folder; an absolute one stays as it is.
func joined(_ folder: String, _ path: String) -> String {
  if folder.isEmpty || path.hasPrefix("/") { return path }
  return folder.hasSuffix("/") ? folder + path : folder + "/" + path
}
