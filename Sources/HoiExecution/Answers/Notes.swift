import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiPlanning
import HoiSemantics

/// What is said under an answer, both languages side by side.
extension Note {
  static func passedOver(_ count: Int) -> Note {
    Note(
      "passed_over",
      Wording(
        vi: "\(count) dòng không có giá trị để so sánh nên không xét trong điều kiện lọc kết quả",
        en: count == 1
          ? "1 row has no value to compare and was passed over by having"
          : "\(count) rows have no value to compare and were passed over by having"))
  }

  static func nothingHeld(_ condition: String?) -> Note {
    let quoted = condition.map { " \($0)" } ?? ""
    return Note(
      "empty_having",
      Wording(vi: "không có dòng nào thỏa điều kiện\(quoted)", en: "no row has\(quoted)"))
  }

  static func noRows(_ table: String) -> Note {
    Note(
      "empty_table",
      Wording(vi: "bảng \(table) chưa có dòng nào", en: "the table \(table) has no rows"))
  }

  static func noYear(_ asked: String, having years: [Int32]) -> Note {
    let known = spelled(years)
    return Note(
      "empty_year",
      Wording(
        vi: "không có số liệu năm \(asked); các năm có số liệu: \(known)",
        en: "there is no data for \(asked); years with data: \(known)"))
  }

  static func noMember(_ member: String, in table: String) -> Note {
    Note(
      "empty_member",
      Wording(
        vi: "bảng \(table) không có dòng nào của \(member)",
        en: "the table \(table) has no row of \(member)"))
  }

  static func noCombination() -> Note {
    Note(
      "empty",
      Wording(
        vi: "không có dòng nào thỏa mọi điều kiện cùng lúc",
        en: "no row meets all conditions at once"))
  }

  static func contradiction() -> Note {
    Note(
      "empty_contradiction",
      Wording(
        vi: "các điều kiện trái nhau nên không dòng nào thỏa được",
        en: "the conditions contradict each other, so no row can meet them"))
  }
}

/// Years as a person would say them: runs as ranges, but two years apart, since `2025–2026` is one
/// school year.
func spelled(_ years: [Int32]) -> String {
  var parts: [String] = []
  var start = 0
  while start < years.count {
    var end = start
    while end + 1 < years.count, years[end + 1] == years[end] + 1 { end += 1 }
    if end - start < 2 {
      parts += years[start...end].map(String.init)
    } else {
      parts.append("\(years[start])–\(years[end])")
    }
    start = end + 1
  }
  return parts.joined(separator: ", ")
}

extension Catalog {
  /// Why a question has no rows: the first reason that alone explains it.
  func whyEmpty(_ question: ShowQuestion) -> Note {
    whyEmpty(question.tables, where: question.filter)
  }

  func whyEmpty(_ tables: [TableID], where filter: Predicate) -> Note {
    if filter == .never { return .contradiction() }
    for table in tables where self[table].facts.rowCount == 0 { return .noRows(self[table].name) }
    let years = Set(tables.flatMap { self[$0].years }).sorted()
    let allowed = filter.allowed(on: .time)
    if allowed.intervals.isEmpty { return .contradiction() }
    for case .members(let axis, _) in filter.terms
    where filter.allowed(on: axis).intervals.isEmpty {
      return .contradiction()
    }
    if !years.contains(where: allowed.contains) {
      return .noYear(spelledOut(allowed), having: years)
    }
    for table in tables {
      for term in filter.terms {
        guard case .members(let axis, let set) = term, axis != .time,
          rowFilter(term, over: table) == .nothing
        else { continue }
        let members = labels(axis).indices.filter { set.contains(Int32($0)) }.map {
          labels(axis)[$0]
        }
        if !members.isEmpty, members.count <= 3 {
          return .noMember(members.joined(separator: ", "), in: self[table].name)
        }
      }
    }
    return .noCombination()
  }

  private func spelledOut(_ set: MemberSet) -> String {
    set.intervals.map { interval in
      if interval.lowerBound == interval.upperBound { return "\(interval.lowerBound)" }
      if interval.upperBound == .max { return "≥ \(interval.lowerBound)" }
      if interval.lowerBound == .min { return "≤ \(interval.upperBound)" }
      if interval.upperBound == interval.lowerBound + 1 {
        return "\(interval.lowerBound), \(interval.upperBound)"
      }
      return "\(interval.lowerBound)–\(interval.upperBound)"
    }.joined(separator: ", ")
  }
}

extension Catalog {
  /// Why a question can have no rows, whatever else is in the data: conditions that exclude one another,
  /// years or members without rows; nil where there may be some.
  package func whyAlwaysEmpty(_ statement: ResolvedStatement) -> Wording? {
    let note: Note
    switch statement {
    case .show(let question): note = whyEmpty(question)
    case .rows(let question): note = whyEmpty([question.table], where: question.filter)
    case .check, .pace, .project, .trace, .list, .describe: return nil
    }
    return note.code == Note.noCombination().code ? nil : note.text
  }
}
