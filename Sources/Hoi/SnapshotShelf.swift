import HoiColumns
import HoiFormats
import Synchronization

/// Tables on their way between files and snapshots while a model is opened.
final class SnapshotShelf: Sendable {
  private struct State {
    /// What the snapshot beside the model has.
    var stored: MappedSnapshot?
    var path = ""
    /// Whether all of it has been compared, and files are to be compared by what stands in them.
    var isVerified = false
    var used = 0
    var changed = 0
    /// What is damaged of it, so that it is not used.
    var damage: [SnapshotPart]?
    /// Whether what is read is kept, to be written to a snapshot.
    var isFilled = false
    var read: [SnapshotTable] = []
  }
  private let state = Mutex(State())

  func store(_ snapshot: MappedSnapshot, at path: String, isVerified: Bool) {
    state.withLock {
      $0 = State(stored: snapshot, path: path, isVerified: isVerified)
    }
  }

  /// The rows of a file as it is now, and the snapshot that has them; nil where none has.
  ///
  /// - Parameter contents: what its bytes add up to.
  func rows(
    of file: String, _ source: SnapshotSource, contents: () -> UInt64?
  ) -> (facts: FactTable, snapshot: OpenSnapshot)? {
    let (stored, path, isVerified) = state.withLock { ($0.stored, $0.path, $0.isVerified) }
    guard let stored else { return nil }
    let found = stored.tables.first { table in
      guard table.file == file else { return false }
      return isVerified
        ? table.source.mayBeSame(as: source) && table.contents == contents()
        : table.source == source
    }
    state.withLock { state in
      if found == nil { state.changed += 1 } else { state.used += 1 }
    }
    return found.map { ($0.facts, OpenSnapshot(path: path, mapped: stored)) }
  }

  /// Whether rows of the snapshot have been found damaged; it is then forgotten.
  func refuseDamaged() -> Bool {
    state.withLock { state in
      guard let stored = state.stored, stored.rows.isDamaged else { return false }
      state = State(path: state.path, damage: stored.damage)
      return true
    }
  }

  var isFilled: Bool { state.withLock { $0.isFilled } }

  var read: [SnapshotTable] { state.withLock { $0.read } }

  func fill() { state.withLock { $0.isFilled = true } }

  func keep(_ table: SnapshotTable) { state.withLock { $0.read.append(table) } }

  /// What became of the snapshot; forgets everything.
  func clear() -> SnapshotUse? {
    state.withLock { state in
      defer { state = State() }
      if let damage = state.damage {
        return .refused(.snapshotRefused(.damaged(damage), path: state.path))
      }
      return state.stored.map {
        .used(
          path: state.path, tables: state.used, changed: state.changed,
          byteCount: $0.rows.file.count, isVerified: state.isVerified)
      }
    }
  }
}
