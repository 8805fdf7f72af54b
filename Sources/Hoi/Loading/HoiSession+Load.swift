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
    let asker = (source: reading.source, range: range)
    let permitted = try permitted(path, named: file, askedBy: asker)
    let wanted = LoadedFile(
      path: permitted, file: file, name: name,
      table: name?.text
        ?? usableName(
          baseName(file), orElse: "bang"), range: range, reading: reading)
    if let warnings = try loadLarge(wanted, to: &model) { return warnings }
    if bulkReading.watch.hasStopped { throw .loadingTimedOut(file, askedBy: asker) }
    // Small files, and whatever is unusual or wrong in large ones: cell by cell.
    try requireMemory(toRead: permitted, named: file, askedBy: asker, limits: settings.limits)
    let bytes = try readFile(permitted, named: file, askedBy: asker, limits: settings.limits)
    let looks = try columnLooks(
      bytes, file: file, limits: settings.limits, watch: wanted.watch(0..<50, bulkReading.watch))
    var inference = try infer(looks, wanted, model)
    do throws(Diagnostic) {
      return inference.warnings + (try add(inference.table, bytes, wanted, to: &model))
    } catch {
      // A stock has one value for a key; where keys repeat, the rows must be things that add up.
      guard error.code == Diagnostic.repeatedKeyCode else { throw error }
      inference.table.isFlow = true
      return inference.warnings
        + [.keysRepeat(file, first: error.message, at: range, in: reading.source)]
        + (try add(inference.table, bytes, wanted, to: &model))
    }
  }

  /// Loads a large file without holding its bytes.
  ///
  /// - Returns: nil where anything is unusual or wrong, which is told of by who reads cell by cell.
  /// - Throws: rows that need more memory than they may take.
  private func loadLarge(
    _ wanted: LoadedFile, to model: inout SessionModel
  ) throws(Diagnostic) -> [Diagnostic]? {
    let bulk = bulkReading
    guard
      let looks = bulk.columnLooks(
        at: wanted.path, named: wanted.file, limits: settings.limits, pool: pool)
    else { return nil }
    let asker = (source: wanted.reading.source, range: wanted.range)
    var changed = model
    do throws(Diagnostic) {
      var inference = try infer(looks, wanted, model)
      var (definition, text) = try declared(inference.table, wanted, model)
      guard
        let facts = try bulk.readRepeating(
          at: wanted.path, named: wanted.file, askedBy: asker, definition.blueprint,
          leaving: unread(definition, declaredBy: text, changed.catalog)
            .intersection(inference.table.sureMeasures),
          limits: settings.limits, pool: pool)
      else { return nil }
      var warnings = inference.warnings
      if let repeated = facts.repeatedKey {
        inference.table.isFlow = true
        (definition, text) = try declared(inference.table, wanted, model)
        warnings.append(
          .keysRepeat(wanted.file, first: repeated, at: wanted.range, in: asker.source))
      }
      warnings += facts.warnings
      warnings += try definition.makeTable(facts.table, catalog: &changed.catalog)
      changed.catalog.keep(text: text, ofTable: inference.table.name)
      model = changed
      return warnings
    } catch {
      if error.code == Diagnostic.memoryCode { throw error }
      return nil
    }
  }

  private func infer(
    _ looks: [ColumnLooks], _ wanted: LoadedFile, _ model: SessionModel
  ) throws(Diagnostic) -> Inference {
    let source = wanted.reading.source
    let inference = try Inference(
      looks, name: usableName(wanted.table, orElse: "bang"), file: wanted.file, at: wanted.range,
      in: source)
    let resolver = Resolver(
      catalog: model.catalog, source: source, definitions: model.definitions)
    try resolver.requireFreeName(
      Name(inference.table.name, range: wanted.name?.range ?? wanted.range))
    return inference
  }

  /// The table that its own text declares, so that pasting the text gives the same.
  private func declared(
    _ table: InferredTable, _ wanted: LoadedFile, _ model: SessionModel
  ) throws(Diagnostic) -> (definition: TableDefinition, text: String) {
    let text = SourceText(
      table.text { model.catalog.dimension(named: $0) != nil }, name: wanted.reading.source.name)
    let (tree, diagnostics) = parse(text, lineEnds: .endStatement, limits: settings.limits)
    guard diagnostics.isEmpty, tree.statements.count == 1,
      case .table(let declaration) = tree.statements[0].kind
    else { throw diagnostics.first ?? .failed(.memory, at: SourceRange(0, 0), in: text) }
    let definition = try Resolver(
      catalog: model.catalog, source: text, definitions: model.definitions
    ).tableDefinition(declaration)
    return (definition, String(decoding: text.bytes, as: UTF8.self))
  }

  private func add(
    _ table: InferredTable, _ bytes: [UInt8], _ wanted: LoadedFile, to model: inout SessionModel
  ) throws(Diagnostic) -> [Diagnostic] {
    let (definition, text) = try declared(table, wanted, model)
    let (facts, warnings) = try readFactTable(
      bytes, definition.blueprint, file: wanted.file, limits: settings.limits,
      watch: wanted.watch(50..<100, bulkReading.watch))
    let more = try definition.makeTable(facts, catalog: &model.catalog)
    model.catalog.keep(text: text, ofTable: table.name)
    return warnings + more
  }
}

/// A file that is to become a table.
private struct LoadedFile {
  /// Where it may be read.
  let path: String
  /// The path as it was written.
  let file: String
  /// The name that was asked for, and the one that it will have.
  let name: Name?
  let table: String
  /// The place that asks for it.
  let range: SourceRange
  let reading: Reading

  func watch(_ percents: Range<Int>, _ watch: LoadWatch) -> FileWatch {
    FileWatch(watch, over: file, askedBy: (reading.source, range), percents: percents)
  }
}

/// The name of a file without its folder and its ending.
private func baseName(_ path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
  return String(name[..<dot])
}
