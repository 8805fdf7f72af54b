import HoiAnswer
import HoiCatalog
import HoiColumns
import HoiExecution
import HoiSemantics

/// What a session knows, changed wholly or not at all.
struct SessionModel: Sendable {
  var catalog = Catalog()
  var definitions = Definitions()
  /// Files that `use` and `open` have read, by the path that all links have been followed of.
  var filesRead: Set<String> = []
  /// Where its rows stand in files and not in memory.
  var snapshots: [OpenSnapshot] = []
}

/// Everything of a session that moves.
struct SessionState {
  var model = SessionModel()
  var language: Language
  /// The threads that work on questions and on reading files.
  var pool: WorkerPool
  var timeout: Int?
  /// Whether counts of few people are kept out of answers.
  var isPublic: Bool
  /// What `param` gives way to: texts of the command line by name.
  var overrides: [String: String] = [:]
  /// What `_` names.
  var lastAnswer: Answer?
  var running: [ExecutionContext] = []

  init(_ settings: Settings) {
    language = settings.language
    pool = WorkerPool(count: settings.threadCount)
    timeout = settings.timeoutMilliseconds
    isPublic = settings.isPublic
  }
}
