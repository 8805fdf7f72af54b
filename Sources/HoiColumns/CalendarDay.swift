/// A day, as a number that orders days: 20270531.
public struct CalendarDay: Hashable, Comparable, Sendable {
  public let number: Int32

  public init(year: Int32, month: Int32, day: Int32) {
    number = year * 10_000 + month * 100 + day
  }

  /// Before and after every day: validity without a beginning, or without an end.
  public static let always = CalendarDay(number: .min)
  public static let never = CalendarDay(number: .max)

  private init(number: Int32) {
    self.number = number
  }

  /// The day that a text names; nil where it names none.
  ///
  /// `2027-05-31`, `31/05/2027` and `31.5.2027` are days. A year or a month alone is its first day,
  /// or its last where the text closes a time.
  public init?(_ text: String, closing: Bool) {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { "-/.".contains($0) }
    ).map { part -> Int32? in
      let digits = part.drop { $0 == " " }
      guard (1...4).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        return nil
      }
      return Int32(digits)
    }
    guard (1...3).contains(parts.count), !parts.contains(nil) else { return nil }
    var numbers = parts.map { $0! }
    // The year stands last as people here write it, first in machines' files.
    if numbers[0] < 1000 { numbers.reverse() }
    guard (1000...9999).contains(numbers[0]) else { return nil }
    let month = numbers.count > 1 ? numbers[1] : closing ? 12 : 1
    let day = numbers.count > 2 ? numbers[2] : closing ? 31 : 1
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.init(year: numbers[0], month: month, day: day)
  }

  public var year: Int32 { number / 10_000 }

  /// `31/05/2027`.
  public var text: String {
    func padded(_ part: Int32) -> String { part < 10 ? "0\(part)" : "\(part)" }
    return "\(padded(number % 100))/\(padded(number / 100 % 100))/\(year)"
  }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }
}

/// The days that a year of a table stands for: its reference day, or all of it.
public struct YearDays: Sendable, Hashable {
  public struct Bound: Sendable, Hashable {
    /// Added to the year: the spring of a school year lies in the next.
    public var yearOffset: Int32
    public var month: Int32
    public var day: Int32

    public init(yearOffset: Int32, month: Int32, day: Int32) {
      self.yearOffset = yearOffset
      self.month = month
      self.day = day
    }
  }

  public var first: Bound
  public var last: Bound

  public init(first: Bound, last: Bound) {
    self.first = first
    self.last = last
  }

  public func days(of year: Int32) -> ClosedRange<CalendarDay> {
    func day(_ bound: Bound) -> CalendarDay {
      CalendarDay(year: year + bound.yearOffset, month: bound.month, day: bound.day)
    }
    return day(first)...day(last)
  }
}

/// When something holds, both ends included.
public struct Validity: Sendable, Hashable {
  public var from: CalendarDay
  public var to: CalendarDay

  public init(from: CalendarDay, to: CalendarDay) {
    self.from = from
    self.to = to
  }

  public func holds(on days: ClosedRange<CalendarDay>) -> Bool {
    from <= days.upperBound && days.lowerBound <= to
  }
}

/// A table whose rows hold from a day to a day.
public struct RowValidity: Sendable {
  /// The heads of the two columns in the file.
  public var from: String
  public var to: String
  public var days: YearDays
  /// The years that other tables have: how far a row without an end is followed.
  public var knownYears: ClosedRange<Int32>?

  public init(from: String, to: String, days: YearDays, knownYears: ClosedRange<Int32>?) {
    self.from = from
    self.to = to
    self.days = days
    self.knownYears = knownYears
  }
}
