/// What a year means in a table.
public enum Period: Hashable, Sendable {
  /// The school year that begins in that year: 2027 is 2027–2028.
  case school
  /// The calendar year.
  case calendar
}
