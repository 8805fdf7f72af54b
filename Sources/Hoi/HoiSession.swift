import HoiCatalog
import HoiExecution
import HoiSyntax
import Synchronization

/// A model with its rows, and answers to questions about them.
///
/// It never prints, never reads a terminal and never exits. It may be used from several threads at
/// once: a question runs on what was loaded when it started.
public final class HoiSession: Sendable {
  let settings: Settings
  private let state = Mutex(State())
  /// Held while the model changes, so that two changes never start from the same catalogue.
  private let changing = Mutex(())

  private struct State {
    var catalog = Catalog()
    var running: [ExecutionContext] = []
  }

  /// A session that knows nothing yet.
  public init(settings: Settings = Settings()) {
    self.settings = settings
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

  /// What is loaded now.
  var catalog: Catalog { state.withLock { $0.catalog } }

  /// Changes the model wholly or not at all.
  func change<Failure: Error>(
    _ body: (inout Catalog) throws(Failure) -> [Diagnostic]
  ) throws(Failure) -> [Diagnostic] {
    try changing.withLock { _ throws(Failure) in
      var catalog = self.catalog
      let warnings = try body(&catalog)
      state.withLock { $0.catalog = catalog }
      return warnings
    }
  }

  /// Runs something that `cancel` can stop.
  func withContext<Result>(_ body: (ExecutionContext) -> Result) -> Result {
    let context = ExecutionContext(limits: settings.limits, threadCount: settings.threadCount)
    state.withLock { $0.running.append(context) }
    defer { state.withLock { $0.running.removeAll { $0 === context } } }
    return body(context)
  }
}
