import ArgumentParser
import Hoi
import LineEditing

/// `hoi lint [FILE or FOLDER …]`.
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Look for mistakes in scripts and models without answering anything.",
    discussion:
      "Every statement is held against the model beside its file, model.hoi, or against MODEL; a file "
      + "that the model uses is looked at with all of the model. Found is what "
      + "would be refused, names that nothing uses, questions that can only have no rows, targets "
      + "without clause or words. Ends with 1 if anything is found. A statement behind the comment "
      + "`# refused: H016` must be refused with that code.")

  @Argument(help: "Files, folders, or - for standard input.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The model of the scripts.", valueName: "MODEL"))
  var model: String?

  @Option(help: "Language of messages: vi or en. The locale decides otherwise.")
  var lang: LanguageOption?

  func run() throws {
    let language = lang?.language ?? .preferred(environment: environmentVariable)
    let files = ScriptFiles(page: Page(format: .table, language: language))
    let sessions = ModelSessions()
    var models: Set<String> = []
    try files.each(paths) { (source, path) throws(HoiFailure) in
      let beside = model ?? HoiSession.modelBeside(path ?? "")
      var session = try sessions.session(beside)
      var source = source
      // A part of a model means nothing without the rest of it: the whole is looked at, once.
      let whole = path.flatMap { session.hasRead($0) ? beside : beside == nil ? $0 : nil }
      if let whole {
        if !models.insert(whole).inserted { return true }
        session = try sessions.session(nil)
        source = try session.readScript(whole)
      }
      let found = session.lint(source)
      Output.complain(found.map { files.page.text($0) }.joined())
      return found.isEmpty
    }
  }
}

/// A session for each model, opened once.
private final class ModelSessions {
  private var opened: [String: HoiSession] = [:]

  func session(_ model: String?) throws(HoiFailure) -> HoiSession {
    if let session = opened[model ?? ""] { return session }
    let session = HoiSession()
    if let model { try session.open(model: model) }
    opened[model ?? ""] = session
    return session
  }
}
