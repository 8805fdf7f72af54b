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
  ///   `show`, for a model of several files or with a statement that is none, in public.
  /// - Throws: what is wrong with the model, or with what was read of its data.
  public func open(
    model path: String, toAsk questions: [SourceText]
  ) throws(HoiFailure) -> [Diagnostic]? {
    let file = isFolder(path) ? joined(path, "model.hoi") : path
    guard !state.withLock({ $0.isPublic }), questions.allSatisfy(isPlain) else { return nil }
    let asked = questions.map { String(decoding: $0.bytes, as: UTF8.self) }
    var narrow = Narrowing(questions: asked.joined(separator: "\n"), path: path)
    if Self.isData(path) {
      narrowing.withLock { $0 = narrow }
      return try load(path)
    }
    let model: SourceText
    do throws(HoiFailure) {
      model = try readScript(file)
    } catch {
      // Whoever opens it whole says so of the path that was asked for.
      return nil
    }
    if isOfFiles(model) { return nil }
    narrow.model = String(decoding: model.bytes, as: UTF8.self)
    narrowing.withLock { $0 = narrow }
    return try open(model: path)
  }

  /// Whether an outcome is what the whole model would give.
  ///
  /// An answer is, since what it needs is read. What is wrong with a question can be said of a model
  /// whose members are all known, and of any where a limit was reached or a name is nobody's.
  public func isFinal(_ outcome: Outcome) -> Bool {
    guard case .failure(let diagnostics) = outcome else { return true }
    return diagnostics.contains { $0.kind == .limit }
      || diagnostics.allSatisfy { $0.code == Diagnostic.unknownNameCode }
      || catalog.tables.allSatisfy(\.knowsItsKeys)
  }

  /// Opens the model again with all its columns, once for all questions that need them at a time.
  func readWhole() throws(HoiFailure) {
    try readingWhole.withLock { _ throws(HoiFailure) in
      guard let path = narrowing.withLock({ $0?.path }) else { return }
      // In a session of its own: others ask what there is meanwhile.
      let whole = fresh()
      if Self.isData(path) {
        try whole.load(path)
      } else {
        try whole.open(model: path)
      }
      let (model, use) = (whole.model, whole.lastSnapshotUse)
      state.withLock { $0.model = model }
      snapshotUse.withLock { $0 = use }
      narrowing.withLock { $0 = nil }
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

extension Table {
  /// Whether all members that its rows name have been read.
  fileprivate var knowsItsKeys: Bool {
    facts.unread.allSatisfy { column in
      switch facts.columns[column].role {
      case .time, .dimension: false
      case .measure: true
      }
    }
  }
}
