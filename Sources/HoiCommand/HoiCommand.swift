import ArgumentParser
import Hoi
import LineEditing

/// `hoi`.
struct HoiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hoi",
    abstract: "Answers questions about education data. / Trả lời câu hỏi về số liệu giáo dục.",
    version: "hoi \(version)", subcommands: [Ask.self, Run.self], defaultSubcommand: Ask.self)

  static let version = "0.1.0"
}

/// Options that every way of asking takes.
struct OutputOptions: ParsableArguments {
  @Option(help: "Language of messages: vi or en. The locale decides otherwise.")
  var lang: LanguageOption?

  @Option(
    help:
      "table, tsv, csv, json or markdown. A table on a terminal, tsv in a pipe otherwise.")
  var format: FormatOption?

  @Option(help: "auto, always or never. Colours on a terminal, unless NO_COLOR is set.")
  var color = ColorOption.auto

  @Flag(inversion: .prefixedNo, help: "The time each answer took, in its last line.")
  var timing: Bool?

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
    if let format { page.format = format.output }
    if jsonl { page.format = .jsonl }
    return page
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

/// `--format`.
enum FormatOption: String, ExpressibleByArgument, CaseIterable {
  case table, tsv, csv, json, markdown

  var output: OutputFormat {
    switch self {
    case .table: .table
    case .tsv: .tsv
    case .csv: .csv
    case .json: .json
    case .markdown: .markdown
    }
  }
}
