import HoiColumns
import HoiFormats
import HoiSemantics
import HoiSyntax
import Synchronization

/// What became of the snapshot beside a model that was opened.
public enum SnapshotUse: Sendable {
  /// Tables whose rows were taken from it, tables whose files have changed since, and how long it is;
  /// where it has not been verified as a whole, its rows are compared with their checksums when a
  /// question first reads them.
  case used(path: String, tables: Int, changed: Int, byteCount: Int, isVerified: Bool)
  /// It was not trusted; the files were read instead.
  case refused(Diagnostic)
}

/// A snapshot that was written.
public struct WrittenSnapshot: Sendable {
  public var path: String
  public var tableCount: Int
  public var byteCount: Int
}

extension HoiSession {
  /// The rows of a table: from the snapshot while its file is the same, else from the file.
  ///
  /// - Parameter unread: the columns that need not be read of the file.
  func readFacts(
    at path: String, named name: String,
    askedBy asker: (source: SourceText, range: SourceRange), _ blueprint: TableBlueprint,
    leaving unread: (SessionModel) -> Set<Int>, for model: inout SessionModel
  ) throws(Diagnostic) -> (table: FactTable, warnings: [Diagnostic]) {
    let source = SnapshotSource(path, blueprint)
    if let source,
      let (facts, snapshot) = shelf.rows(
        of: name, source, contents: { contentsSum(path, pool: pool) })
    {
      model.keep(
        StoredRows(path: path, name: name, asker: asker, blueprint: blueprint, source: source),
        of: snapshot)
      return (facts, [])
    }
    let (facts, warnings) = try readFactTable(
      at: path, named: name, askedBy: asker, blueprint, leaving: unread(model),
      limits: settings.limits, pool: pool, bulk: bulkReading)
    // What should be looked at is said each time, so such a file is read each time. So is one that
    // has changed while it was read.
    if shelf.isFilled, warnings.isEmpty, facts.unread.isEmpty, let source,
      let contents = contentsSum(path, pool: pool), source == SnapshotSource(path, blueprint)
    {
      shelf.keep(
        SnapshotTable(file: name, source: source, contents: contents, facts: facts))
    }
    return (facts, warnings)
  }

  /// Opens a model with the help of the snapshot beside it, where there is one and it may be used.
  func withSnapshot(
    of modelFile: String, _ open: () throws(HoiFailure) -> [Diagnostic]
  ) throws(HoiFailure) -> [Diagnostic] {
    let path = Self.snapshotPath(of: modelFile)
    var refusal: Diagnostic?
    if settings.usesSnapshot {
      do throws(SnapshotFault) {
        if let snapshot = try readSnapshot(path, pool: pool) {
          if settings.verifiesSnapshot { try snapshot.verify(pool) }
          shelf.store(snapshot, at: path, isVerified: settings.verifiesSnapshot)
        }
      } catch {
        refusal = .snapshotRefused(error, path: path)
      }
    }
    defer {
      let use = shelf.clear()
      snapshotUse.withLock { $0 = refusal.map { .refused($0) } ?? use }
    }
    return try open()
  }

  /// Runs what declares a model, and again from its files alone where the rows of the snapshot that it
  /// looked at are not those that were written.
  func trusting(
    _ model: inout SessionModel,
    _ declare: (inout SessionModel) throws(HoiFailure) -> [Diagnostic]
  ) throws(HoiFailure) -> [Diagnostic] {
    let before = model
    let result: Result<[Diagnostic], HoiFailure>
    do throws(HoiFailure) {
      result = .success(try declare(&model))
    } catch {
      result = .failure(error)
    }
    guard shelf.refuseDamaged() else { return try result.get() }
    model = before
    return try declare(&model)
  }

  /// What became of the snapshot beside the model that was opened last; nil where there is none.
  public var lastSnapshotUse: SnapshotUse? { snapshotUse.withLock { $0 } }

  /// How many bytes of snapshots have been compared with their checksums, their dictionaries apart.
  public var checkedSnapshotBytes: Int {
    model.snapshots.reduce(0) { $0 + $1.rows.checkedBytes }
  }

  /// Reads a model from its files and writes its rows to a snapshot beside it.
  ///
  /// - Parameter path: a model file, or a folder with a `model.hoi`.
  /// - Throws: what is wrong with the model, its data, or the place of the snapshot.
  public static func writeSnapshot(
    of path: String, settings: Settings = Settings()
  ) throws(HoiFailure) -> WrittenSnapshot {
    var settings = settings
    settings.usesSnapshot = false
    let session = HoiSession(settings: settings)
    let file = isFolder(path) ? joined(path, "model.hoi") : path
    session.shelf.fill()
    try session.openText(of: path)
    let tables = session.shelf.read
    let target = snapshotPath(of: file)
    do throws(SnapshotWriteFailure) {
      let count = try HoiFormats.writeSnapshot(tables, to: target)
      return WrittenSnapshot(path: target, tableCount: tables.count, byteCount: count)
    } catch {
      throw HoiFailure([.snapshotUnwritten(error.number, path: target)])
    }
  }

  static func snapshotPath(of modelFile: String) -> String {
    (modelFile.hasSuffix(".hoi") ? String(modelFile.dropLast(4)) : modelFile) + ".hoisnap"
  }
}
