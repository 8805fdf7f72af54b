import ArgumentParser
import Hoi
import LineEditing

/// `hoi [MODEL]`: one statement and out, statements from standard input, or the prompt.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask: at the prompt, with -c, or from standard input. This is what happens without a "
      + "subcommand.")

  @Argument(help: "A model file, or a folder with a model.hoi.", completion: .file())
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

  func run() throws {
    let page = output.page()
    let driver = Driver(page: page)
    try driver.open(model: model)
    if !commands.isEmpty {
      for command in commands { try driver.runScript(SourceText(command)) }
      return
    }
    if Output.inputIsTerminal && !output.jsonl {
      let settings = PromptSettings(pages: !noPager, hints: !noHints, readsInit: !noInit)
      try Prompt(driver: driver, settings: settings).run()
    } else if output.jsonl {
      try driver.runLines()
    } else {
      try driver.runScript(SourceText(bytes: Output.readInput(), name: ""))
    }
  }
}

/// `hoi run [MODEL] FILE`.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a saved script.",
    discussion:
      "Without MODEL, a model.hoi beside the script is opened. Stops at the first statement that "
      + "fails unless --keep-going.")

  @Argument(
    help: ArgumentHelp("A model and a script, or a script alone.", valueName: "MODEL FILE"),
    completion: .file())
  var paths: [String]

  @Flag(help: "Go on after a statement that fails.")
  var keepGoing = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if paths.count > 2 {
      throw ValidationError("run takes a model and a script, or a script alone")
    }
  }

  func run() throws {
    let driver = Driver(page: output.page())
    let script = paths[paths.count - 1]
    try driver.open(model: paths.count == 2 ? paths[0] : HoiSession.modelBeside(script))
    try driver.runScript(try driver.read(script), keepGoing: keepGoing)
  }
}
