import HoiColumns
import HoiFormats
import Synchronization

/// What became of the snapshot beside a model that was opened.
public enum SnapshotUse: Sendable {
  /// Tables whose rows were taken from it, and tables whose files have changed since.
  case used(path: String, tables: Int, changed: Int)
  /// It was not trusted; the files were read instead.
  case refused(Diagnostic)
}

/// A snapshot that was written.
public struct WrittenSnapshot: Sendable {
  public var path: String
  public var tableCount: Int
  public var byteCount: Int
}

/// Tables on their way between files and snapshots while a model is opened.
final class SnapshotShelf: Sendable {
  private struct State {
    /// What the snapshot beside the model has.
    var stored: [SnapshotTable] = []
    var used = 0
    var changed = 0
    /// What has been read, to be written to one.
    var read: [SnapshotTable] = []
  }
  private let state = Mutex(State())

  func store(_ tables: [SnapshotTable]) {
    state.withLock { $0 = State(stored: tables) }
  }

  /// The rows of a file as it is now; nil where the snapshot has none.
  func rows(of file: String, _ source: SnapshotSource) -> FactTable? {
    state.withLock { state in
      guard !state.stored.isEmpty else { return nil }
      let found = state.stored.first { $0.file == file && $0.source == source }
      if found == nil { state.changed += 1 } else { state.used += 1 }
      return found?.facts
    }
  }

  func keep(_ table: SnapshotTable) { state.withLock { $0.read.append(table) } }

  /// What was used and what had changed since; forgets everything.
  func clear() -> (used: Int, changed: Int, read: [SnapshotTable]) {
    state.withLock { state in
      defer { state = State() }
      return (state.used, state.changed, state.read)
    }
  }
}

extension HoiSession {
  /// The rows of a table: from the snapshot while its file is the same, else from the file.
  func readFacts(
    at path: String, named name: String,
    askedBy asker: (source: SourceText, range: SourceRange), _ blueprint: TableBlueprint,
    leaving unread: Set<Int>
  ) throws(Diagnostic) -> (table: FactTable, warnings: [Diagnostic]) {
    let source = SnapshotSource(path, blueprint)
    if let source, let facts = shelf.rows(of: name, source) { return (facts, []) }
    let (facts, warnings) = try readFactTable(
      at: path, named: name, askedBy: asker, blueprint, leaving: unread, limits: settings.limits,
      pool: pool)
    // What should be looked at is said each time, so such a file is read each time. So is one that
    // has changed while it was read.
    if warnings.isEmpty, facts.unread.isEmpty, let source, source == SnapshotSource(path, blueprint)
    {
      shelf.keep(SnapshotTable(file: name, source: source, facts: facts))
    }
    return (facts, warnings)
  }

  /// Opens a model with the help of the snapshot beside it, where there is one and it may be used.
  func withSnapshot(
    of modelFile: String, _ open: () throws(HoiFailure) -> [Diagnostic]
  ) throws(HoiFailure) -> [Diagnostic] {
    let path = Self.snapshotPath(of: modelFile)
    var use: SnapshotUse?
    if settings.usesSnapshot {
      do throws(SnapshotFault) {
        if let tables = try readSnapshot(path, pool: pool) {
          shelf.store(tables)
          use = .used(path: path, tables: 0, changed: 0)
        }
      } catch {
        use = .refused(.snapshotRefused(error, path: path))
      }
    }
    defer {
      let (used, changed, _) = shelf.clear()
      if case .used = use { use = .used(path: path, tables: used, changed: changed) }
      snapshotUse.withLock { $0 = use }
    }
    return try open()
  }

  /// What became of the snapshot beside the model that was opened last; nil where there is none.
  public var lastSnapshotUse: SnapshotUse? { snapshotUse.withLock { $0 } }

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
    var tables: [SnapshotTable] = []
    try session.openKeeping(path) { tables = $0 }
    let target = snapshotPath(of: file)
    do throws(SnapshotWriteFailure) {
      let count = try HoiFormats.writeSnapshot(tables, to: target)
      return WrittenSnapshot(path: target, tableCount: tables.count, byteCount: count)
    } catch {
      throw HoiFailure([.snapshotUnwritten(error.number, path: target)])
    }
  }

  private func openKeeping(
    _ path: String, _ take: ([SnapshotTable]) -> Void
  ) throws(HoiFailure) {
    try openText(of: path)
    take(shelf.clear().read)
  }

  static func snapshotPath(of modelFile: String) -> String {
    (modelFile.hasSuffix(".hoi") ? String(modelFile.dropLast(4)) : modelFile) + ".hoisnap"
  }
}
