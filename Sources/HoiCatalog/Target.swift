import HoiNumbers

/// A promise of the resolution: an indicator, what it must reach, by when, and in which words.
public struct Target: Sendable {
  public enum Threshold: Hashable, Sendable {
    case comparison(Predicate.Ordering, Fraction)
    /// Both ends included; above counts as met.
    case range(Fraction, Fraction)
  }

  public enum Deadline: Hashable, Sendable {
    case due(Int32)
    /// Nil: with no end.
    case everyYear(to: Int32?)
  }

  /// How firm the commitment is.
  public enum Grade: String, Sendable, CaseIterable {
    case dat
    case baoDam = "bao_dam"
    case duyTri = "duy_tri"
    case phanDau = "phan_dau"
    case giamDuoi = "giam_duoi"
    case dinhTinh = "dinh_tinh"
    case tamNhin = "tam_nhin"
  }

  public var subject: SubjectID
  /// What `describe` and `check` name: `mamnon.tyle_huydong_nhatre`.
  public var name: String
  public var label: String
  public var indicator: IndicatorID
  /// Nil: a promise without a number, listed and never judged.
  public var threshold: Threshold?
  public var deadline: Deadline
  /// The year its straight line begins in, and the value there where the model gives one.
  public var from: Int32?
  public var fromValue: Fraction?
  public var scope: Predicate
  public var scopeSpelling: String?
  public var grade: Grade?
  public var clause: String?
  public var quote: String?
  public var notes: [String]
  /// Targets of one blend also get a threshold together, weighted by their denominators.
  public var blend: String?
  /// The file and the line that declare it; the file's name is empty for what was typed.
  public var origin: (file: String, line: Int)?

  public init(
    subject: SubjectID, name: String, label: String?, indicator: IndicatorID,
    threshold: Threshold?, deadline: Deadline, from: Int32?, fromValue: Fraction?,
    scope: Predicate, scopeSpelling: String?, grade: Grade?, clause: String?, quote: String?,
    notes: [String], blend: String? = nil
  ) {
    self.subject = subject
    self.name = name
    self.label = label ?? name
    self.indicator = indicator
    self.threshold = threshold
    self.deadline = deadline
    self.from = from
    self.fromValue = fromValue
    self.scope = scope
    self.scopeSpelling = scopeSpelling
    self.grade = grade
    self.clause = clause
    self.quote = quote
    self.notes = notes
    self.blend = blend
  }

  /// The values that a shown number must not round across.
  public var bounds: [Fraction] {
    switch threshold {
    case .comparison(_, let bound): [bound]
    case .range(let low, let high): [low, high]
    case nil: []
    }
  }
}
