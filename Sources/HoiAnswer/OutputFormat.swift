/// How an answer is written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// For people.
  case table
  case tsv, csv, json, markdown
  /// One line of JSON, for programs.
  case jsonl
}
