import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiPlanning
import HoiSemantics

/// What should be known of the shares, ranks, totals and columns of an answer.
func showNotes(
  _ question: ShowQuestion, _ plan: Plan, _ main: BlockCells, in catalog: Catalog
) -> [Note] {
  var notes: [Note] = []
  if question.hasTotal, plan.total == nil, main.rowCount > 0 {
    let hasSums = question.items.contains { $0.unit != .rank }
    notes.append(hasSums ? .totalOfNothing() : .totalOfRanks())
  }
  if question.pivot != nil, plan.having != nil { notes.append(.pivotedHaving()) }
  for (place, item) in question.items.enumerated() where item.unit == .rank {
    if main.values[place].states.contains(.hidden) { continue }
    let ranked = (0..<main.rowCount).count { main.values[place].state($0) == .value }
    if ranked < main.rowCount {
      notes.append(
        .ranked(ranked, of: main.rowCount, what: catalog.rowWords(question)))
    }
  }
  return notes
}

extension Catalog {
  /// What the rows of an answer are, where they are the members of one axis.
  fileprivate func rowWords(_ question: ShowQuestion) -> Wording {
    let others = question.axes.indices.filter { !question.within.contains($0) }
    guard others.count == 1 else { return Wording(vi: "dòng", en: "rows") }
    let label = label(question.axes[others[0]], period: question.period)
    return Wording(vi: label.vietnamese.lowercased(), en: label.english.lowercased())
  }
}

extension Note {
  static func rowsPassedOver(_ count: Int128) -> Note {
    Note(
      "rows_passed_over",
      Wording(
        vi: "\(count) dòng số liệu còn trống nên không xét trong điều kiện lọc",
        en: count == 1
          ? "1 row of data has no value to compare and was passed over by where"
          : "\(count) rows of data have no value to compare and were passed over by where"))
  }

  static func totalOfNothing() -> Note {
    Note(
      "no_total",
      Wording(
        vi: "không có dòng tổng: các dòng thuộc những năm hay những kỳ không cộng vào nhau",
        en: "no total: the rows are of years or rounds that never add"))
  }

  static func totalOfRanks() -> Note {
    Note(
      "no_total",
      Wording(vi: "không có dòng tổng: thứ hạng không cộng được", en: "no total: ranks never add"))
  }

  static func pivotedHaving() -> Note {
    Note(
      "pivoted_having",
      Wording(
        vi: "một dòng được giữ khi có ít nhất một ô thỏa điều kiện; các ô khác vẫn hiện đủ",
        en: "a row is kept where at least one of its cells meets the condition; all are shown"))
  }

  static func ranked(_ count: Int, of all: Int, what: Wording) -> Note {
    Note(
      "ranked",
      Wording(
        vi: "xếp hạng \(count)/\(all) \(what.vietnamese); nơi thiếu số liệu không có hạng",
        en: "\(count)/\(all) \(what.english) ranked; without a value there is no rank"))
  }
}
