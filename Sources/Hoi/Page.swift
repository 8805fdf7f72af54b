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

  public init(
    format: OutputFormat = .table, language: Language = .english, width: Int? = nil,
    color: Bool = false, showsTiming: Bool = false
  ) {
    self.format = format
    self.language = language
    self.width = width
    self.color = color
    self.showsTiming = showsTiming
  }

  private var options: RenderOptions {
    RenderOptions(language: language, width: width, color: color, showsTiming: showsTiming)
  }

  /// An answer as text, ending in a line break.
  public func text(_ answer: Answer) -> String {
    switch format {
    case .table: render(answer, options)
    case .tsv: writeTSV(answer, language)
    case .csv: writeCSV(answer, language)
    case .json: writeJSON(answer, language)
    case .jsonl: writeJSONLine(answer, language)
    case .markdown:
      writeMarkdown(
        title: titleParts(answer, language), wordTable(answer, options),
        notes: footer(answer, options))
    }
  }

  /// What should be known of an answer whose format has no place for it: one line each.
  public func notes(_ answer: Answer) -> [String] {
    switch format {
    case .tsv, .csv: footer(answer, options)
    case .table, .json, .jsonl, .markdown: []
    }
  }

  /// A refusal or a warning as text, ending in a line break.
  public func text(_ diagnostic: Diagnostic) -> String {
    switch format {
    case .json, .jsonl: writeJSONDiagnostic(diagnostic, language)
    case .table, .tsv, .csv, .markdown: render(diagnostic, options)
    }
  }
}

extension Language {
  /// The language that the variables of an environment ask for; English unless it is Vietnamese.
  public static func preferred(environment: (String) -> String?) -> Language {
    HoiRendering.language(fromEnvironment: environment)
  }
}
