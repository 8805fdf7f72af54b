import HoiFormats
import HoiRendering
import HoiText

/// For whom an answer is written.
public struct Page: Sendable {
  public var format: OutputFormat
  public var language: Language
  /// Cells in a row of the terminal; nil where there is no end to it.
  public var width: Int?
  public var color: Bool
  /// Whether the time it took is shown.
  public var showsTiming: Bool
  /// Rows of an answer that are shown to people at most, totals apart; nil for all of them.
  public var rowLimit: Int?
  /// Whether lines and bars are drawn in ASCII, for a terminal whose letters are not UTF-8.
  public var isPlain: Bool

  public init(
    format: OutputFormat = .table, language: Language = .english, width: Int? = nil,
    color: Bool = false, showsTiming: Bool = false, rowLimit: Int? = nil, isPlain: Bool = false
  ) {
    self.format = format
    self.language = language
    self.width = width
    self.color = color
    self.showsTiming = showsTiming
    self.rowLimit = rowLimit
    self.isPlain = isPlain
  }

  private var options: RenderOptions {
    RenderOptions(
      language: language, width: width, color: color, showsTiming: showsTiming,
      rowLimit: rowLimit, isPlain: isPlain)
  }

  /// What is written into a file knows no terminal.
  private var fileOptions: RenderOptions { RenderOptions(language: language) }

  /// An answer as text, ending in a line break.
  public func text(_ answer: Answer) -> String {
    switch format {
    case .table: render(answer, options)
    case .tsv: writeTSV(answer, language)
    case .csv: writeCSV(answer, language)
    case .json: writeJSON(answer, language)
    case .jsonl: writeJSONLine(answer, language)
    case .ndjson: writeNDJSON(answer, language)
    case .vertical: renderVertical(answer, options)
    case .markdown:
      writeMarkdown(
        title: titleParts(answer, language), wordTable(answer, fileOptions),
        notes: reportFooter(answer, fileOptions))
    case .html:
      writeHTML(
        title: titleParts(answer, language), wordTable(answer, fileOptions),
        chart: svgCharts(answer, fileOptions), notes: reportFooter(answer, fileOptions), language)
    }
  }

  /// What should be known of an answer whose format has no place for it: one line each.
  public func notes(_ answer: Answer) -> [String] {
    switch format {
    case .tsv, .csv, .ndjson: footer(answer, options)
    case .table, .vertical, .markdown, .html, .json, .jsonl: []
    }
  }

  /// A refusal or a warning as text, ending in a line break.
  public func text(_ diagnostic: Diagnostic) -> String {
    switch format {
    case .json, .jsonl: writeJSONDiagnostic(diagnostic, language)
    case .table, .vertical, .tsv, .csv, .ndjson, .markdown, .html: render(diagnostic, options)
    }
  }
}

extension Page {
  /// Whether the locale of an environment says that its letters are not UTF-8.
  public static func isPlain(environment: (String) -> String?) -> Bool {
    HoiRendering.isPlain(environment: environment)
  }
}

extension Language {
  /// The language that the variables of an environment ask for; English unless it is Vietnamese.
  public static func preferred(environment: (String) -> String?) -> Language {
    HoiRendering.language(fromEnvironment: environment)
  }
}
