import ArgumentParser
import Hoi
import LineEditing

/// `hoi run [MODEL] FILE…`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run saved scripts.",
    discussion:
      "Without MODEL, the model.hoi beside each script is opened. Every script starts from the model "
      + "alone, so that what one names or loads never reaches the next. Stops at the first statement "
      + "that fails unless --keep-going; an `expect` that does not hold is one that fails.")

  @Argument(
    help: ArgumentHelp(
      "A model (a folder, a file that only declares, or a file of data), then scripts.",
      valueName: "MODEL FILE"))
  var paths: [String]

  @Flag(help: "Go on after a statement that fails.")
  var keepGoing = false

  @Option(
    help: ArgumentHelp(
      "Write one document of all answers to a file, whole or not at all; its ending says the format.",
      valueName: "file"))
  var into: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var session: SessionOptions

  func run() throws {
    Heap.prepare()
    var page = output.page()
    if let into { try turn(&page, into: into) }
    let home = HoiSession(settings: session.settings(page, home: paths[0]))
    session.set(home)
    let driver = Driver(page: page, session: home)
    driver.isVerbose = session.verbose
    var document = ""
    if into != nil {
      driver.write = { document += $0 }
      driver.keepsFormat = true
    }
    var scripts = paths
    let hasModel = paths.count > 1 && home.isModel(paths[0])
    if hasModel { try driver.open(model: scripts.removeFirst()) }
    let texts = try scripts.map { try driver.read($0) }
    try driver.requireParameters(of: texts)
    var firstFailure: ExitCode?
    for (path, text) in zip(scripts, texts) {
      do {
        driver.start(from: home.copy())
        if !hasModel { try driver.open(model: HoiSession.modelBeside(path)) }
        defer { driver.tellChecked() }
        try driver.runScript(text, keepGoing: keepGoing)
      } catch let code as ExitCode where keepGoing && code != ExitStatus.interrupted.exitCode {
        if firstFailure == nil { firstFailure = code }
      }
    }
    if let into { try driver.save(document, to: into) }
    if let firstFailure { throw firstFailure }
  }

  /// A page for a file: in the format that its name or `--format` says, and without what changes from
  /// one run to the next.
  private func turn(_ page: inout Page, into file: String) throws {
    if session.safe { throw ValidationError("--safe writes no file") }
    guard !output.jsonl else { throw ValidationError("--jsonl goes to standard output") }
    guard let format = output.format ?? OutputFormat(ending: file) else {
      throw ValidationError(
        "the ending of '\(file)' does not say which format; say it with --format")
    }
    page.format = format
    page.width = nil
    page.color = false
    page.showsTiming = false
  }
}
