import HoiCatalog
import HoiFormats
import HoiSemantics
import HoiSyntax
import HoiText

/// What a model is opened for, where it is opened for some questions alone.
struct Narrowing: Sendable {
  /// Both as they are written.
  var questions: String
  var model = ""
  /// Where the model, or the file of data, is.
  var path: String
}

extension HoiSession {
  /// Opens a model for some questions alone: of large files, columns that no question can be about are
  /// not read.
  ///
  /// Nothing is to be declared or asked besides. Where a question needs such a column all the same,
  /// the model is opened again, whole.
  ///
  /// - Parameter path: a model file, a folder with a `model.hoi`, or a file of data.
  /// - Returns: what should be known of the model; nil where it has to be opened whole: for anything but
  ///   `show`, for a model of several files, for one that is wrong, in public.
  public func open(model path: String, toAsk questions: [SourceText]) -> [Diagnostic]? {
    let file = isFolder(path) ? joined(path, "model.hoi") : path
    guard !state.withLock({ $0.isPublic }), questions.allSatisfy(isPlain) else { return nil }
    let asked = questions.map { String(decoding: $0.bytes, as: UTF8.self) }
    var narrow = Narrowing(questions: asked.joined(separator: "\n"), path: path)
    do throws(HoiFailure) {
      if Self.isData(path) {
        narrowing.withLock { $0 = narrow }
        return try load(path)
      }
      let model = try readScript(file)
      if isOfFiles(model) { return nil }
      narrow.model = String(decoding: model.bytes, as: UTF8.self)
      narrowing.withLock { $0 = narrow }
      return try open(model: path)
    } catch {
      // Whoever opens it whole is told what is wrong.
      return nil
    }
  }

  /// Opens the model again with all its columns.
  func readWhole() throws(HoiFailure) {
    let path = narrowing.withLock { narrowing in
      defer { narrowing = nil }
      return narrowing?.path
    }
    guard let path else { preconditionFailure("only a narrow model has columns unread") }
    state.withLock { $0.model = SessionModel() }
    if Self.isData(path) {
      try load(path)
    } else {
      try open(model: path)
    }
  }

  /// The columns that were not read, over all tables.
  public var unreadColumnCount: Int {
    catalog.tables.reduce(0) { $0 + $1.facts.unread.count }
  }

  /// The columns of a table that need not be read.
  ///
  /// - Parameter text: what declares the table, where the model has no text of its own.
  func unread(
    _ definition: TableDefinition, declaredBy text: String = "", _ catalog: Catalog
  ) -> Set<Int> {
    guard let narrowing = narrowing.withLock({ $0 }) else { return [] }
    return definition.columnsUnnamed(
      in: folded(narrowing.questions), model: folded(narrowing.model + text), catalog: catalog)
  }

  /// Whether a text asks with `show` alone, of things that it names.
  private func isPlain(_ text: SourceText) -> Bool {
    let (tree, diagnostics) = parse(text, lineEnds: .mayContinue, limits: settings.limits)
    return diagnostics.isEmpty
      && tree.statements.allSatisfy { statement in
        guard case .question(let question) = statement.kind, question.verb == .show,
          case .items = question.subject
        else { return false }
        return true
      }
  }

  /// Whether a model is made of more files than one.
  private func isOfFiles(_ text: SourceText) -> Bool {
    let (tree, diagnostics) = parse(text, lineEnds: .mayContinue, limits: settings.limits)
    return !diagnostics.isEmpty
      || tree.statements.contains { statement in
        switch statement.kind {
        case .use, .load, .broken: true
        case .dimension, .table, .subject, .target, .let, .param, .question, .explain, .set,
          .expect, .say:
          false
        }
      }
  }
}
