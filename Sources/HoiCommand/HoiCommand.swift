import ArgumentParser
import Hoi
import LineEditing

/// `hoi`.
struct HoiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hoi",
    abstract: "Answers questions about education data. / Trả lời câu hỏi về số liệu giáo dục.",
    usage: """
      hoi [MODEL]                    the prompt, or statements from standard input
      hoi [MODEL] -c 'show …'        one statement and out; -c may be repeated
      hoi run [MODEL] FILE…          saved scripts
      hoi fmt FILE…                  scripts and models in the form of the house
      hoi lint FILE…                 what is wrong or unused in them, without running
      hoi snapshot MODEL             makes the next opening immediate
      """,
    discussion: """
      MODEL is a model file, a folder with a model.hoi, or a file of data (.csv), which is loaded under \
      its own name. The options of asking are those of `hoi help ask`.

      MODEL là tệp mô hình, thư mục có model.hoi, hay một tệp số liệu (.csv). Các tùy chọn khi hỏi: \
      `hoi help ask`.

      Exit codes: 0 fine, 1 a statement failed, 2 wrong usage, 3 a limit was reached, 130 interrupted.
      """,
    version: "hoi \(version)",
    subcommands: [Ask.self, Run.self, Snapshot.self, Format.self, Lint.self],
    defaultSubcommand: Ask.self)

  static let version = "0.1.0"
}

/// Options that every way of asking takes.
struct OutputOptions: ParsableArguments {
  @Option(help: "Language of answers and messages: vi or en. The locale decides otherwise.")
  var lang: LanguageOption?

  @Option(
    help: ArgumentHelp(
      "\(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")). "
        + "A table on a terminal, tsv in a pipe otherwise.",
      valueName: "format"),
    transform: { name in
      guard let format = OutputFormat(named: name) else {
        throw ValidationError("there is no format '\(name)'")
      }
      return format
    })
  var format: OutputFormat?

  @Option(help: "auto, always or never. Colours on a terminal, unless NO_COLOR is set.")
  var color = ColorOption.auto

  @Flag(inversion: .prefixedNo, help: "The time each answer took, in its last line.")
  var timing: Bool?

  @Option(help: "Rows of an answer that are shown at most, totals apart; all of them otherwise.")
  var rows: Int?

  @Flag(help: "One line of JSON for each statement, flushed, for programs.")
  var jsonl = false

  /// How answers are written, by the options and by where they go.
  func page() -> Page {
    let isTerminal = Output.isTerminal
    var page = Page(format: isTerminal ? .table : .tsv)
    page.language = lang?.language ?? .preferred(environment: environmentVariable)
    page.width = isTerminal ? Output.terminalWidth : nil
    page.showsTiming = timing ?? isTerminal
    page.color = color.isOn(terminal: isTerminal)
    if let format { page.format = format }
    if jsonl { page.format = .jsonl }
    page.isPlain = Page.isPlain(environment: environmentVariable)
    page.rowLimit = rows.flatMap { $0 > 0 ? $0 : nil }
    return page
  }
}

/// Options of the session that answers.
struct SessionOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Gives a parameter of the script another value; may be repeated.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(
    help: "How many threads may work on a question or a file; one for each processor otherwise.")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "The most memory that rows and groups may take, such as 512M or 2G.", valueName: "bytes"))
  var memory: MemoryOption?

  @Flag(help: "Read the data files, whatever snapshot there is beside the model.")
  var noSnapshot = false

  @Flag(
    help:
      "Compare all of the data files and of the snapshot with their checksums, and no times.")
  var verifySnapshot = false

  @Flag(help: "Say where rows came from.")
  var verbose = false

  @Option(help: "Seconds that one question, or reading a large file, may take.")
  var timeout: Double?

  @Flag(help: "Read no file outside the model's folder, and write none.")
  var safe = false

  @Flag(
    name: .customLong("public"),
    help: "Answers for publication: counts of people below 5 are *, and what would tell them.")
  var isPublic = false

  func validate() throws {
    for text in parameters where text.firstIndex(of: "=").map({ $0 == text.startIndex }) ?? true {
      throw ValidationError("--set takes name=value, not '\(text)'")
    }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads takes 1 to 256")
    }
    if let timeout, !(timeout > 0 && timeout <= 1_000_000) {
      throw ValidationError("--timeout takes a number of seconds above 0")
    }
  }

  /// - Parameter home: what names the folder that a safe session keeps to: a model or a script.
  func settings(_ page: Page, home: String?) -> Settings {
    var settings = Settings(threadCount: threads, language: page.language)
    settings.usesSnapshot = !noSnapshot
    settings.verifiesSnapshot = verifySnapshot
    if let memory { settings.limits.memoryBytes = memory.bytes }
    settings.timeoutMilliseconds = timeout.map { Int($0 * 1000) }
    settings.isPublic = isPublic
    if safe { settings.safeFolder = HoiSession.folder(of: home ?? ".") }
    return settings
  }

  /// Hands the parameters over.
  func set(_ session: HoiSession) {
    for text in parameters {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      session.set(parameter: String(parts[0]), to: String(parts[1]))
    }
  }
}

/// `--memory`.
struct MemoryOption: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    let units: [String: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40]
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    // `512M`, `512MB` and `512MiB` are the same; plain digits, with or without a B, are bytes.
    let suffix = argument[digits.endIndex...].uppercased()
    let unit = units.first { [$0.key, $0.key + "B", $0.key + "IB"].contains(suffix) }?.value
    guard let number = Int(digits), number > 0, unit != nil || ["", "B"].contains(suffix)
    else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
    if overflow { return nil }
    self.bytes = bytes
  }
}

/// `--lang`.
enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
  case vi, en

  var language: Language {
    switch self {
    case .vi: .vietnamese
    case .en: .english
    }
  }
}

/// `--color`.
enum ColorOption: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  func isOn(terminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      let isPlain = environmentVariable("NO_COLOR").map { !$0.isEmpty } ?? false
      return terminal && !isPlain && terminalIsCapable
    }
  }
}
