import HoiFormats
import HoiSemantics
import HoiSyntax

/// `load`: a table by inference alone.
extension HoiSession {
  /// Adds a table of a file of data by inference alone: texts are dimensions, numbers measures, and a
  /// column of years the time.
  ///
  /// - Parameters:
  ///   - path: a delimited file.
  ///   - name: what the table is called; the name of the file otherwise.
  /// - Returns: what was assumed, and what was left out.
  /// - Throws: a file that cannot be read, or one without a column of years.
  @discardableResult
  public func load(_ path: String, as name: String? = nil) throws(HoiFailure) -> [Diagnostic] {
    let asked = SourceText(path)
    let range = SourceRange(0, asked.bytes.count)
    return try change { model throws(HoiFailure) in
      do throws(Diagnostic) {
        return try load(
          path, named: path, as: name.map { Name($0, range: range) }, at: range,
          Reading(asked), to: &model)
      } catch {
        throw HoiFailure([error])
      }
    }
  }

  func load(
    _ file: StringLiteral, as name: Name?, _ reading: Reading, to model: inout SessionModel
  ) throws(Diagnostic) -> [Diagnostic] {
    let written = try model.definitions.path(file, in: reading.source)
    return try load(
      joined(reading.folder, written), named: written, as: name, at: file.range, reading,
      to: &model)
  }

  private func load(
    _ path: String, named file: String, as name: Name?, at range: SourceRange,
    _ reading: Reading, to model: inout SessionModel
  ) throws(Diagnostic) -> [Diagnostic] {
    let source = reading.source
    let bytes = try bytes(of: path, named: file, askedBy: (source, range))
    let looks = try columnLooks(bytes, file: file, limits: settings.limits)
    let table = name?.text ?? usableName(baseName(file), orElse: "bang")
    var inference = try Inference(
      looks, name: usableName(table, orElse: "bang"), file: file, at: range, in: source)
    let resolver = Resolver(
      catalog: model.catalog, source: source, definitions: model.definitions)
    try resolver.requireFreeName(Name(inference.table.name, range: name?.range ?? range))
    do throws(Diagnostic) {
      return inference.warnings
        + (try add(inference.table, bytes, file: file, folder: reading, to: &model))
    } catch {
      // A stock has one value for a key; where keys repeat, the rows must be things that add up.
      guard error.code == Diagnostic.repeatedKeyCode else { throw error }
      inference.table.isFlow = true
      return inference.warnings + [.keysRepeat(file, first: error.message, at: range, in: source)]
        + (try add(inference.table, bytes, file: file, folder: reading, to: &model))
    }
  }

  /// Adds the table that its own text declares, so that pasting the text gives the same.
  private func add(
    _ table: InferredTable, _ bytes: [UInt8], file: String, folder reading: Reading,
    to model: inout SessionModel
  ) throws(Diagnostic) -> [Diagnostic] {
    let catalog = model.catalog
    let text = SourceText(
      table.text { catalog.dimension(named: $0) != nil }, name: reading.source.name)
    let (tree, diagnostics) = parse(text, lineEnds: .endStatement, limits: settings.limits)
    guard diagnostics.isEmpty, tree.statements.count == 1,
      case .table(let declaration) = tree.statements[0].kind
    else { throw diagnostics.first ?? .failed(.memory, at: SourceRange(0, 0), in: text) }
    let definition = try Resolver(
      catalog: catalog, source: text, definitions: model.definitions
    ).tableDefinition(declaration)
    let (facts, warnings) = try readFactTable(
      bytes, definition.blueprint, file: file, limits: settings.limits)
    let more = try definition.makeTable(facts, catalog: &model.catalog)
    model.catalog.keep(text: String(decoding: text.bytes, as: UTF8.self), ofTable: table.name)
    return warnings + more
  }
}

/// The name of a file without its folder and its ending.
private func baseName(_ path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
  return String(name[..<dot])
}
