import ArgumentParser
import Hoi
import LineEditing

/// `hoi [MODEL]`: one statement and out, statements from standard input, or the prompt.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask: at the prompt, with -c, or from standard input. This is what happens without a "
      + "subcommand.")

  @Argument(
    help: "A model file, a folder with a model.hoi, or a file of data.", completion: .file())
  var model: String?

  @Option(name: .customShort("c"), help: "A statement to run; may be repeated.")
  var commands: [String] = []

  @Flag(help: "At the prompt: do not read $XDG_CONFIG_HOME/hoi/init.hoi.")
  var noInit = false

  @Flag(help: "At the prompt: do not show long answers in $PAGER.")
  var noPager = false

  @Flag(help: "At the prompt: no dim hints behind the line.")
  var noHints = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var session: SessionOptions

  /// A question by `-c` and no other command; nil for anything else, and for what is wrong, which the
  /// whole grammar of commands has the words for.
  ///
  /// To make ready that grammar, or only the part of it that asks, takes a millisecond, and a question of
  /// ten million rows some 5.
  static func plainly(_ arguments: ArraySlice<String>) -> Ask? {
    if let ask = Ask(plain: arguments) { return ask }
    let others = HoiCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    guard arguments.contains("-c"),
      !arguments.contains(where: { others.contains($0) || $0 == "help" })
    else { return nil }
    do {
      return try parse(Array(arguments))
    } catch {
      return nil
    }
  }

  func run() throws {
    Heap.prepare()
    let page = output.page()
    let driver = Driver(
      page: page, session: HoiSession(settings: session.settings(page, home: model)))
    keepUntilExit(driver)
    session.set(driver.session)
    driver.isVerbose = session.verbose
    if Output.errorIsTerminal { driver.progress = ProgressLine(language: page.language) }
    let scripts = commands.map { SourceText($0) }
    defer { driver.tellChecked() }
    if let model, !scripts.isEmpty, try driver.answer(scripts, from: model) { return }
    try driver.open(model: model)
    if !scripts.isEmpty {
      try driver.requireParameters(of: scripts)
      for script in scripts { try driver.runScript(script) }
      return
    }
    if Output.inputIsTerminal && !output.jsonl {
      let settings = PromptSettings(pages: !noPager, hints: !noHints, readsInit: !noInit)
      try Prompt(driver: driver, settings: settings).run()
    } else if output.jsonl {
      try driver.runLines()
    } else {
      let script = SourceText(bytes: Output.readInput(), name: "")
      try driver.requireParameters(of: [script])
      try driver.runScript(script)
    }
  }
}
