import HoiDiagnostics

/// A member named in the model: `nhatre "Nhà trẻ"`, or a step of a level: `1 "trung bình"`.
public struct MemberDeclaration: Sendable {
  public var key: Name
  public var label: StringLiteral?

  public init(key: Name, label: StringLiteral?) {
    self.key = key
    self.label = label
  }
}

/// `dimension thon "Thôn" from "thon.csv" { … }`, or with its members in braces.
public struct DimensionDeclaration: Sendable {
  public struct Entry: Sendable {
    public enum Kind: Sendable {
      case key(Name)
      case label(Name)
      /// `attribute dia_ban "Địa bàn" { dbkk "…", khac "…" }`; members are empty where none are listed.
      case attribute(Name, label: StringLiteral?, column: StringLiteral?, [MemberDeclaration])
      /// `attribute dia_ban from "dia_ban.csv" by nam { … }`: the value depends on the year.
      case yearlyAttribute(
        Name, label: StringLiteral?, file: StringLiteral, by: Name, [MemberDeclaration])
      case valid(from: Name, to: Name)
      case successor(Name)
      case note(StringLiteral)
      case broken
    }
    public var kind: Kind
    public var range: SourceRange
    public var surroundings: Surroundings

    public init(_ kind: Kind, range: SourceRange, surroundings: Surroundings = Surroundings()) {
      self.kind = kind
      self.range = range
      self.surroundings = surroundings
    }
  }

  public var name: Name
  public var label: StringLiteral?
  public var file: StringLiteral?
  /// Members in braces; nil where braces hold entries or there are none.
  public var members: [MemberDeclaration]?
  public var entries: [Entry]

  public init(
    name: Name, label: StringLiteral?, file: StringLiteral?, members: [MemberDeclaration]?,
    entries: [Entry]
  ) {
    self.name = name
    self.label = label
    self.file = file
    self.members = members
    self.entries = entries
  }
}

/// `table mamnon_cutru from "mamnon_cutru.csv" { … }`.
public struct TableDeclaration: Sendable {
  public struct Entry: Sendable {
    public enum Kind: Sendable {
      case time(TimeDeclaration)
      /// `dimension a, b` gives two; `apart dimension ky` says so of all it names.
      case dimensions([ColumnDimension], isApart: Bool)
      /// Who owes a report, and which of them.
      case reports(by: Name, where: Expression?)
      case measure(MeasureDeclaration)
      case valid(from: Name, to: Name)
      /// `delimiter ";"`, `skip 3`, `missing "..", "x"`, `blank is zero` (as `blank`, no values).
      case option(Name, [Expression])
      case onlyRows(Expression)
      case note(StringLiteral)
      case broken
    }
    public var kind: Kind
    public var range: SourceRange
    public var surroundings: Surroundings

    public init(_ kind: Kind, range: SourceRange, surroundings: Surroundings = Surroundings()) {
      self.kind = kind
      self.range = range
      self.surroundings = surroundings
    }
  }

  public var name: Name
  public var label: StringLiteral?
  public var file: StringLiteral?
  public var entries: [Entry]

  public init(name: Name, label: StringLiteral?, file: StringLiteral?, entries: [Entry]) {
    self.name = name
    self.label = label
    self.file = file
    self.entries = entries
  }
}

/// `time nam school at 31-05`, the column named after `from` where it has another name.
public struct TimeDeclaration: Sendable {
  public var name: Name
  /// `school` or `calendar`, as a word in either language; meaning checks it.
  public var period: Name?
  /// `31-05`: day and month.
  public var referenceDay: Name?
  public var column: StringLiteral?

  public init(name: Name, period: Name?, referenceDay: Name?, column: StringLiteral?) {
    self.name = name
    self.period = period
    self.referenceDay = referenceDay
    self.column = column
  }
}

/// A dimension used by a table, with the members a table lists for itself.
public struct ColumnDimension: Sendable {
  public var name: Name
  public var label: StringLiteral?
  public var column: StringLiteral?
  public var members: [MemberDeclaration]?

  public init(
    name: Name, label: StringLiteral?, column: StringLiteral?, members: [MemberDeclaration]?
  ) {
    self.name = name
    self.label = label
    self.column = column
    self.members = members
  }
}

/// `count ra_lop "Trẻ đến trường" unit "trẻ" stock`.
public struct MeasureDeclaration: Sendable {
  public enum Kind: String, Sendable {
    case count, amount, level, flag
  }

  public enum Accumulation: Sendable {
    case stock, flow
  }

  public var kind: Kind
  public var name: Name
  public var label: StringLiteral?
  public var unit: StringLiteral?
  public var accumulation: Accumulation?
  /// It counts no people, so that its small numbers are published too.
  public var isOpen = false
  /// `from "Số trẻ ra lớp"`.
  public var column: StringLiteral?
  /// `from columns "{nam} {cap}"`.
  public var columnPattern: StringLiteral?
  /// The named steps of a level.
  public var steps: [MemberDeclaration]

  public init(
    kind: Kind, name: Name, label: StringLiteral?, unit: StringLiteral?,
    accumulation: Accumulation?, column: StringLiteral?, columnPattern: StringLiteral?,
    steps: [MemberDeclaration]
  ) {
    self.kind = kind
    self.name = name
    self.label = label
    self.unit = unit
    self.accumulation = accumulation
    self.column = column
    self.columnPattern = columnPattern
    self.steps = steps
  }
}

/// `subject mamnon "Giáo dục mầm non" { … }`.
public struct SubjectDeclaration: Sendable {
  public struct Entry: Sendable {
    public enum Kind: Sendable {
      case indicator(IndicatorDeclaration)
      case note(StringLiteral)
      case broken
    }
    public var kind: Kind
    public var range: SourceRange
    public var surroundings: Surroundings

    public init(_ kind: Kind, range: SourceRange, surroundings: Surroundings = Surroundings()) {
      self.kind = kind
      self.range = range
      self.surroundings = surroundings
    }
  }

  public var name: Name
  public var label: StringLiteral?
  public var entries: [Entry]

  public init(name: Name, label: StringLiteral?, entries: [Entry]) {
    self.name = name
    self.label = label
    self.entries = entries
  }
}

/// `ratio tyle_huydong "…" = mamnon_cutru.ra_lop / mamnon_cutru.dan_so part note "…"`.
public struct IndicatorDeclaration: Sendable {
  public enum Kind: String, Sendable {
    case ratio, measure
  }

  public var kind: Kind
  public var name: Name
  public var label: StringLiteral?
  public var formula: Expression
  /// The range of `part` where it stands.
  public var part: SourceRange?
  /// `lower better`.
  public var lowerBetter: SourceRange?
  /// `bound 0%..100%`.
  public var bound: Expression?
  /// `note`, `definition`, `population` and `source`, by their word, in order.
  public var texts: [(word: Name, text: StringLiteral)]
  /// Where everything behind the formula stands, in order.
  public var parts: [SourceRange] = []

  public init(
    kind: Kind, name: Name, label: StringLiteral?, formula: Expression, part: SourceRange?,
    lowerBetter: SourceRange?, bound: Expression?, texts: [(word: Name, text: StringLiteral)]
  ) {
    self.kind = kind
    self.name = name
    self.label = label
    self.formula = formula
    self.part = part
    self.lowerBetter = lowerBetter
    self.bound = bound
    self.texts = texts
  }
}

/// `target ID on INDICATOR >= 55.7% due 2030 from 2025 where … grade dat per "…" quote "…"`.
public struct TargetDeclaration: Sendable {
  public enum Threshold: Sendable {
    case comparison(Expression.Comparison, Expression, SourceRange)
    /// `in 41%..43%`.
    case range(lower: Expression, upper: Expression, SourceRange)
  }

  public enum Deadline: Sendable {
    case due(NumberLiteral)
    case everyYear(to: NumberLiteral?, SourceRange)
  }

  /// Where a part stands.
  public struct Part: Sendable {
    /// In the order in which they are best read.
    public enum Kind: Int, Sendable {
      case indicator, threshold, deadline, from, scope, blend, grade, clause, quote, note
    }

    public var kind: Kind
    public var range: SourceRange

    public init(_ kind: Kind, range: SourceRange) {
      self.kind = kind
      self.range = range
    }
  }

  public var id: Path
  public var label: StringLiteral?
  public var indicator: Path?
  /// Nil: a promise without a number.
  public var threshold: Threshold?
  public var deadline: Deadline?
  public var from: NumberLiteral?
  public var fromValue: Expression?
  public var scope: Expression?
  public var blend: Name?
  public var grade: Name?
  public var clause: StringLiteral?
  public var quote: StringLiteral?
  public var notes: [StringLiteral]
  /// Every part in the order written.
  public var parts: [Part] = []

  public init(id: Path) {
    self.id = id
    self.label = nil
    self.indicator = nil
    self.threshold = nil
    self.deadline = nil
    self.from = nil
    self.fromValue = nil
    self.scope = nil
    self.blend = nil
    self.grade = nil
    self.clause = nil
    self.quote = nil
    self.notes = []
  }
}
