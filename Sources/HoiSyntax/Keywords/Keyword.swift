import HoiDiagnostics

/// The words of the language. None is reserved: what a word is depends on where it stands.
///
/// `Grammar/keywords.tsv` holds the same rows for people and other programs.
package enum Keyword: String, CaseIterable, Sendable {
  case show, check, pace, project, trace, rows, list, describe, explain, `let`, param, set
  case expect, say, use, load, dimension, table, subject, target, by, `where`, having, vs, with
  case pivot, sort, limit, pooled, strict, restated, chart, format, into, total, per, `as`, to
  case and, or, not, `in`, on, due, every, year, from, blend, grade, quote, note, key, label
  case attribute, valid, successor, time, apart, reports, count, amount, level, flag, only
  case ratio, measure, delimiter, decimal, encoding, sheet, skip, missing, blank, `is`, zero
  case unit, stock, flow, open, at, school, calendar, columns, part, lower, better, bound,
    definition
  case population, source

  /// Where a word may stand as a keyword; some stand in several places.
  package enum Role: String, Sendable {
    /// Opens a statement.
    case statement
    /// Opens a clause of a question.
    case clause
    /// Opens a part of a target.
    case target
    /// Opens an entry between braces.
    case entry
    case `operator`
    /// Inside a clause or an entry.
    case word
  }

  /// One row of the table.
  package struct Row: Sendable {
    package let keyword: Keyword
    package let roles: [Role]
    package let vietnamese: String
    /// A few words for completion and the manual, in both languages.
    package let meaning: Wording
  }
}

/// The words that open a statement.
package enum StatementWord: String, CaseIterable, Sendable {
  case show, check, pace, project, trace, rows, list, describe, explain, `let`, param, set
  case expect, say, use, load, dimension, table, subject, target

  init?(_ keyword: Keyword) { self.init(rawValue: keyword.rawValue) }
}

/// The words that open a clause.
package enum ClauseWord: String, CaseIterable, Sendable {
  case by, `where`, having, vs, with, pivot, sort, limit, pooled, strict, restated, chart, format
  case into

  init?(_ keyword: Keyword) { self.init(rawValue: keyword.rawValue) }
}

/// The words that open a part of a target.
enum TargetWord: String, CaseIterable {
  case on, due, every, from, `where`, blend, grade, per, quote, note, `in`, to

  init?(_ keyword: Keyword) { self.init(rawValue: keyword.rawValue) }
}

/// The words that open an entry of a dimension, a table or a subject.
enum EntryWord: String, CaseIterable {
  case dimension, note, key, label, attribute, valid, successor, time, apart, reports, count
  case amount, level, flag, only, ratio, measure, delimiter, decimal, encoding, sheet, skip
  case missing, blank

  init?(_ keyword: Keyword) { self.init(rawValue: keyword.rawValue) }
}
