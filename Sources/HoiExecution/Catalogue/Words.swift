import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers

/// What the parts of a model are called, both languages side by side.

extension Unit {
  var wording: Wording {
    switch self {
    case .number: Wording(vi: "số", en: "number")
    case .named(let name): Wording(verbatim: name)
    case .ratio, .growth: Wording(verbatim: "%")
    case .points: Wording(vi: "điểm %", en: "percentage points")
    case .quotient(let top, let bottom):
      Wording(
        vi: "\(top.wording.vietnamese)/\(bottom.wording.vietnamese)",
        en: "\(top.wording.english)/\(bottom.wording.english)")
    case .level: Wording(vi: "mức", en: "level")
    case .rank: Wording(vi: "hạng", en: "rank")
    }
  }
}

extension Period {
  var wording: Wording {
    switch self {
    case .school: Wording(vi: "năm học (2027 là 2027–2028)", en: "school year (2027 is 2027–2028)")
    case .calendar: Wording(vi: "năm dương lịch", en: "calendar year")
    }
  }
}

extension Table {
  var timeWording: Wording {
    guard let day = referenceDay else { return period.wording }
    let at =
      (day.day < 10 ? "0" : "") + "\(day.day)-" + (day.month < 10 ? "0" : "") + "\(day.month)"
    return Wording(
      vi: "\(period.wording.vietnamese), tại ngày \(at)",
      en: "\(period.wording.english), at \(at)")
  }
}

extension Measure {
  var kindWording: Wording {
    switch kind {
    case .count where isOpen:
      isFlow
        ? Wording(vi: "đếm trong kỳ, không phải người", en: "count of no people, flow")
        : Wording(vi: "đếm tại thời điểm, không phải người", en: "count of no people, stock")
    case .count:
      isFlow
        ? Wording(vi: "đếm trong kỳ", en: "count, flow")
        : Wording(vi: "đếm tại thời điểm", en: "count, stock")
    case .amount:
      isFlow
        ? Wording(vi: "số thập phân trong kỳ", en: "amount, flow")
        : Wording(vi: "số thập phân tại thời điểm", en: "amount, stock")
    case .level: Wording(vi: "mức, thứ bậc", en: "level")
    case .flag: Wording(vi: "có/không", en: "flag")
    }
  }
}

extension Target.Deadline {
  var wording: Wording {
    switch self {
    case .due(let year): Wording(vi: "đến năm \(year)", en: "by \(year)")
    case .everyYear(nil): Wording(vi: "hằng năm", en: "every year")
    case .everyYear(let last?):
      Wording(vi: "hằng năm, đến năm \(last)", en: "every year until \(last)")
    }
  }
}

extension Target.Grade {
  var wording: Wording {
    switch self {
    case .dat: Wording(vi: "đạt", en: "reach (đạt)")
    case .baoDam: Wording(vi: "bảo đảm", en: "ensure (bảo đảm)")
    case .duyTri: Wording(vi: "duy trì", en: "maintain (duy trì)")
    case .phanDau: Wording(vi: "phấn đấu", en: "strive for (phấn đấu)")
    case .giamDuoi: Wording(vi: "giảm dưới", en: "reduce below (giảm dưới)")
    case .dinhTinh: Wording(vi: "định tính", en: "qualitative (định tính)")
    case .tamNhin: Wording(vi: "tầm nhìn", en: "vision (tầm nhìn)")
    }
  }
}

extension Catalog {
  /// `mamnon.tyle_huydong_nhatre`.
  func qualifiedName(_ id: TargetID) -> String { self[id].name }

  /// The names that something over these tables can be split by.
  func sharedAxes(_ tables: [TableID]) -> [String] {
    guard let first = tables.first else { return [] }
    var names = [self[first].timeName]
    for used in self[first].dimensions
    where tables.allSatisfy({ self[$0].dimension(used.dimension) != nil }) {
      names.append(self[used.dimension].name)
      names += self[used.dimension].attributes.map(\.name)
    }
    return names
  }
}

extension Period {
  /// `năm học 2027–2028`, `năm 2027`.
  func words(of year: Int32) -> Wording {
    switch self {
    case .school:
      Wording(
        vi: "năm học \(year)–\(Int64(year) + 1)", en: "school year \(year)–\(Int64(year) + 1)")
    case .calendar: Wording(vi: "năm \(year)", en: "year \(year)")
    }
  }
}
