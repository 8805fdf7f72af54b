import HoiColumns
import HoiFormats
import HoiSyntax

/// A snapshot that tables of a model have their rows in.
struct OpenSnapshot: Sendable {
  var path: String
  var mapped: MappedSnapshot
  var taken: [StoredRows] = []

  var rows: MappedRuns { mapped.rows }
}

/// A table whose rows were taken from a snapshot, and how to read them from its file.
struct StoredRows: Sendable {
  /// The path to open, and the file as the model names it.
  var path: String
  var name: String
  var asker: (source: SourceText, range: SourceRange)
  var blueprint: TableBlueprint
  /// The file as it was when the rows were taken.
  var source: SnapshotSource
}

extension SessionModel {
  /// Keeps in mind where the rows of a table are.
  mutating func keep(_ taken: StoredRows, of snapshot: OpenSnapshot) {
    if let place = snapshots.firstIndex(where: { $0.rows === snapshot.rows }) {
      snapshots[place].taken.append(taken)
    } else {
      snapshots.append(snapshot)
      snapshots[snapshots.count - 1].taken.append(taken)
    }
  }

  /// Whether rows were found damaged, so that nothing that was made of this model may be told.
  var isDamaged: Bool { snapshots.contains { $0.rows.isDamaged } }
}

extension HoiSession {
  /// Reads the tables of damaged snapshots from their files, and tells of the snapshots no more.
  ///
  /// Members, scopes and names of the model stay what they are: the files are those that the snapshot was
  /// made of, so that they have the same members.
  ///
  /// - Throws: a file that is no longer the same, or cannot be read.
  func mend() throws(HoiFailure) {
    _ = try change { model throws(HoiFailure) in
      do throws(Diagnostic) {
        for snapshot in model.snapshots where snapshot.rows.isDamaged {
          for rows in snapshot.taken { try read(rows, of: snapshot, into: &model) }
          let refusal = Diagnostic.snapshotRefused(
            .damaged(snapshot.mapped.damage), path: snapshot.path)
          snapshotUse.withLock { $0 = .refused(refusal) }
          lateRefusals.withLock { $0.append(refusal) }
        }
      } catch {
        throw HoiFailure([error])
      }
      model.snapshots.removeAll { $0.rows.isDamaged }
      return []
    }
  }

  private func read(
    _ rows: StoredRows, of snapshot: OpenSnapshot, into model: inout SessionModel
  ) throws(Diagnostic) {
    let changed = Diagnostic.snapshotUnmendable(
      path: snapshot.path, file: rows.name, askedBy: rows.asker)
    guard SnapshotSource(rows.path, rows.blueprint) == rows.source else { throw changed }
    let (facts, _) = try readFactTable(
      at: rows.path, named: rows.name, askedBy: rows.asker, rows.blueprint, leaving: [],
      limits: settings.limits, pool: pool, bulk: bulkReading)
    guard SnapshotSource(rows.path, rows.blueprint) == rows.source,
      model.catalog.replaceRows(ofTable: rows.blueprint.table, with: facts)
    else { throw changed }
  }

  /// Snapshots that were found damaged since they were opened, each told once.
  public func takeLateRefusals() -> [Diagnostic] {
    lateRefusals.withLock { refusals in
      defer { refusals = [] }
      return refusals
    }
  }
}
