import HoiCatalog
import HoiColumns
import HoiExecution
import HoiFormats
import HoiSyntax
import Synchronization

/// A model with its rows, and answers to questions about them.
///
/// It never prints, never reads a terminal and never exits. It may be used from several threads at
/// once: a question runs on what was loaded when it started.
public final class HoiSession: Sendable {
  let settings: Settings
  let state: Mutex<SessionState>
  /// Held while the model changes, so that two changes never start from the same catalogue.
  private let changing = Mutex(())
  let shelf = SnapshotShelf()
  let snapshotUse = Mutex<SnapshotUse?>(nil)
  let lateRefusals = Mutex<[Diagnostic]>([])
  let narrowing = Mutex<Narrowing?>(nil)
  /// Held while columns are read that were left unread.
  let readingWhole = Mutex(())
  private let loading = Mutex<LoadWatch?>(nil)

  /// A session that knows nothing yet.
  public init(settings: Settings = Settings()) {
    self.settings = settings
    self.state = Mutex(SessionState(settings))
  }

  /// Another session that begins with the model, the names and the settings of this one; from then
  /// on neither knows of the other.
  public func copy() -> HoiSession {
    let copy = fresh()
    let model = model
    copy.state.withLock { $0.model = model }
    let use = lastSnapshotUse
    copy.snapshotUse.withLock { $0 = use }
    return copy
  }

  /// Another session with the settings of this one, which knows nothing yet.
  public func fresh() -> HoiSession {
    let fresh = HoiSession(settings: settings)
    let (language, pool, timeout, overrides, isPublic) = state.withLock {
      ($0.language, $0.pool, $0.timeout, $0.overrides, $0.isPublic)
    }
    fresh.state.withLock {
      ($0.language, $0.pool, $0.timeout) = (language, pool, timeout)
      $0.overrides = overrides
      $0.isPublic = isPublic
    }
    return fresh
  }

  /// A session with a model.
  ///
  /// - Parameter path: a model file, or a folder with a `model.hoi`.
  /// - Throws: everything that is wrong with the model or its data.
  public convenience init(
    model path: String, settings: Settings = Settings()
  ) throws(HoiFailure) {
    self.init(settings: settings)
    try open(model: path)
  }

  /// Runs text: statements, the way a file holds them.
  ///
  /// - Returns: what became of the last statement, or of the first that failed; the statements
  ///   after that one are not run.
  public func run(_ text: String) -> Outcome {
    run(SourceText(text))
  }

  /// As `run` of a text that has a name, such as a file.
  public func run(_ source: SourceText) -> Outcome {
    var last = Outcome.done([])
    runScript(source) { outcome in
      last = outcome
      return !outcome.isFailure
    }
    return last
  }

  /// Stops whatever is running; it ends within one segment of rows as a failure that says so.
  public func cancel() {
    state.withLock { state in
      for context in state.running { context.cancel() }
    }
  }

  /// What is loaded and named now.
  var model: SessionModel { state.withLock { $0.model } }

  var catalog: Catalog { model.catalog }

  /// The threads that work for it now.
  var pool: WorkerPool { state.withLock { $0.pool } }

  /// The language that files are written in.
  var language: Language { state.withLock { $0.language } }

  /// Changes the model wholly or not at all.
  func change<Failure: Error>(
    _ body: (inout SessionModel) throws(Failure) -> [Diagnostic]
  ) throws(Failure) -> [Diagnostic] {
    try changing.withLock { _ throws(Failure) in
      let timeout = state.withLock { $0.timeout }
      loading.withLock { $0 = LoadWatch(milliseconds: timeout) }
      defer { loading.withLock { $0 = nil } }
      var model = self.model
      let warnings = try body(&model)
      state.withLock { $0.model = model }
      return warnings
    }
  }

  /// How much of the large file that is read now has been read; nil while none is.
  public var loadedPercent: Int? { loading.withLock { $0 }?.percent }

  /// How files are read for the change that is under way, which has to be over at some time.
  var bulkReading: BulkReading {
    var bulk = BulkReading()
    if let watch = loading.withLock({ $0 }) { bulk.watch = watch }
    return bulk
  }

  /// Runs something that `cancel` can stop, and that stops by itself when its time is over.
  func withContext<Result>(
    isPublic: Bool = false, _ body: (ExecutionContext) -> Result
  ) -> Result {
    let context = state.withLock { state in
      let context = ExecutionContext(
        limits: settings.limits, pool: state.pool,
        deadline: state.timeout.map { monotonicNanoseconds() + Int64($0) * 1_000_000 },
        isPublic: isPublic)
      state.running.append(context)
      return context
    }
    defer { state.withLock { $0.running.removeAll { $0 === context } } }
    return body(context)
  }
}
