import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSemantics

/// What a person reads of a pace, both languages side by side.
extension TargetCells {
  /// Whether the pace so far is enough.
  func wording(_ pace: Pace, to due: Int32) -> Wording {
    switch pace.state {
    case .met: return Wording(vi: "đã đạt", en: "met already")
    case .insufficient: return Wording(vi: "chưa đủ số liệu", en: "not enough data")
    case .hidden: return Wording(vi: "không công bố", en: "not published")
    case .suspect: return Wording(vi: "số liệu đáng ngờ", en: "suspect data")
    case .empty:
      return Wording(
        vi: "không áp dụng: mẫu số bằng 0", en: "not applicable: the denominator is 0")
    case .lacking: break
    }
    if let strict = strictWording(pace.reading, target) { return strict }
    if due <= pace.year {
      return Wording(vi: "không còn năm nào", en: "no year is left")
    }
    guard let needed = pace.distancePerYear else {
      return Wording(vi: "chưa đạt", en: "not met")
    }
    guard let achieved = pace.achieved else {
      return Wording(vi: "chưa có nhịp để so", en: "no pace yet to compare with")
    }
    return comparison(needed: needed, achieved: achieved)
  }

  private func comparison(needed: Fraction, achieved: Fraction) -> Wording {
    if achieved.isZero || achieved.isNegative != needed.isNegative {
      return Wording(vi: "chưa tiến về phía mức", en: "not moving towards the threshold")
    }
    guard let factor = Fraction.dividing(needed, achieved) else {
      return Wording(vi: "phải nhanh hơn nhiều", en: "must be much faster")
    }
    if factor <= .one {
      return Wording(vi: "giữ nhịp này là đủ", en: "this pace is enough")
    }
    // A pace that is not enough must not be shown as one that is.
    let places = (1...6).first { places in
      factor.rounded(toPlaces: places).map { $0 > .one } ?? true
    }
    guard let text = Wording.number(factor, places: places ?? 6) else {
      return Wording(vi: "phải nhanh hơn", en: "must be faster")
    }
    return Wording(
      vi: "phải nhanh gấp \(text.vietnamese) lần", en: "must be \(text.english) times as fast")
  }
}

/// What is said under a pace: the years it is counted from, its limits, and the target in its words.
func paceNotes(
  _ question: PaceQuestion, _ paces: [Pace], _ cells: TargetCells, from year: Int32
) -> [Note] {
  var notes = [startNote(question, cells, from: year)]
  if cells.isStepwise {
    notes.append(
      Note(
        "steps",
        Wording(
          vi: "mức và có/không không tăng đều theo năm nên không chia cho từng năm",
          en: "levels and yes or no do not grow by the year, so nothing is divided by years")))
  }
  if paces.contains(where: { $0.units != nil }), !cells.isFlag {
    notes.append(unitsNote(paces, cells, in: year))
  }
  let target = cells.catalog.sentence(cells.target)
  notes.append(
    Note(
      "target",
      Wording(vi: "mục tiêu \(target.vietnamese)", en: "target \(target.english)")))
  return notes
}

private func startNote(
  _ question: PaceQuestion, _ cells: TargetCells, from year: Int32
) -> Note {
  var parts = [
    question.asOf == nil
      ? Wording(
        vi: "tính từ năm gần nhất có số liệu, năm \(year)",
        en: "from the latest year with data, \(year)")
      : Wording(vi: "tính từ năm \(year)", en: "from \(year)")
  ]
  if let from = cells.target.from, from < year, !cells.isStepwise {
    parts.append(
      Wording(
        vi: "nhịp đã qua kể từ năm \(from)", en: "the pace so far is counted from \(from)"))
  }
  return Note("pace_years", .joined(parts, separator: "; "))
}

/// What the units stand on, and the value that they lead to where there is one.
private func unitsNote(_ paces: [Pace], _ cells: TargetCells, in year: Int32) -> Note {
  var parts = [
    cells.series.countsWhole
      ? Wording(
        vi: "số còn cần là số nguyên nhỏ nhất đủ để đạt, ở mẫu số của năm \(year)",
        en: "what is needed is the least whole number that is enough, at the denominator of \(year)"
      )
      : Wording(
        vi: "số còn cần tính ở mẫu số của năm \(year)",
        en: "what is needed is told at the denominator of \(year)")
  ]
  if paces.count == 1, let reached = paces[0].reached, cells.series.countsWhole,
    let text = cells.shown(reached, besides: cells.target.bounds)
  {
    parts.append(Wording(vi: "khi đó \(text.vietnamese)", en: "then \(text.english)"))
  }
  return Note("latest_denominator", .joined(parts, separator: "; "))
}

extension Catalog {
  /// A target in one line: its name, what it asks for, by when, under which clause, and in which words.
  func sentence(_ target: Target) -> Wording {
    var inBrackets: [Wording] = target.clause.map { [Wording(verbatim: $0)] } ?? []
    if let grade = target.grade {
      inBrackets.append(
        Wording(
          vi: "mức cam kết: \(grade.wording.vietnamese)", en: "grade: \(grade.wording.english)"))
    }
    let scope = target.scopeSpelling.map { ", \($0)" } ?? ""
    let asked = thresholdWording(target)
    let deadline = target.deadline.wording
    let brackets = Wording.joined(inBrackets, separator: "; ")
    let quote = target.quote.map { ": “\($0)”" } ?? ""
    return Wording(
      vi: "\(target.name)\(scope): \(asked.vietnamese) \(deadline.vietnamese)"
        + (inBrackets.isEmpty ? "" : " (\(brackets.vietnamese))") + quote,
      en: "\(target.name)\(scope): \(asked.english) \(deadline.english)"
        + (inBrackets.isEmpty ? "" : " (\(brackets.english))") + quote)
  }
}
