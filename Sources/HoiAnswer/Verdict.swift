import HoiDiagnostics

/// What is said of a target in a year. The raw value is the stable name for programs.
public enum Verdict: String, Sendable, CaseIterable {
  case met = "dat"
  case metEarly = "dat_truoc_han"
  case notMet = "chua_dat"
  /// A target to strive for: missing it is no breach.
  case notMetNoBreach = "chua_dat_khong_vi_pham"
  case onTrack = "dung_tien_do"
  case behind = "cham"
  case notDue = "chua_den_han"
  case insufficient = "chua_du_so_lieu"
  case below = "duoi"
  case within = "trong"
  case above = "vuot"
  /// A value that cannot be right, such as a part larger than its whole: shown, never judged.
  case suspect = "dang_ngo"
  /// A promise without a number: listed, never judged.
  case notJudged = "khong_xet"
  /// Stands on counts too small to be published.
  case hidden = "che"

  public var wording: Wording {
    switch self {
    case .met: Wording(vi: "đạt", en: "met")
    case .metEarly: Wording(vi: "đạt (trước hạn)", en: "met (ahead of time)")
    case .notMet: Wording(vi: "chưa đạt", en: "not met")
    case .notMetNoBreach: Wording(vi: "chưa đạt, không vi phạm", en: "not met, no breach")
    case .onTrack: Wording(vi: "đúng tiến độ", en: "on track")
    case .behind: Wording(vi: "chậm", en: "behind")
    case .notDue: Wording(vi: "chưa đến hạn", en: "not yet due")
    case .insufficient: Wording(vi: "chưa đủ số liệu", en: "not enough data")
    case .below: Wording(vi: "dưới", en: "below")
    case .within: Wording(vi: "trong khoảng", en: "within")
    case .above: Wording(vi: "vượt", en: "above")
    case .suspect: Wording(vi: "số liệu đáng ngờ", en: "suspect data")
    case .notJudged: Wording(vi: "không xét", en: "not judged")
    case .hidden: Wording(vi: "không công bố", en: "not published")
    }
  }
}
