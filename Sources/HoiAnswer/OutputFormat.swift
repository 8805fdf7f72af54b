/// How an answer is written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// For people: rows and columns, or a line for each cell where they are too wide.
  case table, vertical
  /// For reports.
  case markdown, html
  case tsv, csv, json
  /// A line of JSON for each row.
  case ndjson
  /// A line of JSON for each statement, for programs.
  case jsonl
}
