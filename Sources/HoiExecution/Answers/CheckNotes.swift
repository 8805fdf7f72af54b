import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSemantics

/// What is said under a check besides its totals: the year where none was asked for, the notes
/// of the model on what was judged, and the clauses it stands on.
func checkNotes(
  _ question: CheckQuestion, all: [CheckRow], kept: [CheckRow], in catalog: Catalog
) -> [Note] {
  var notes: [Note] = []
  if question.years == .everything, !question.showsEachYear {
    if let year = latestYear(all) { notes.append(year) }
  }
  if kept.contains(where: \.isBlend) { notes.append(blended(kept, in: catalog)) }
  notes += modelNotes(kept, in: catalog)
  if let basis = basis(kept, in: catalog) { notes.append(basis) }
  return notes
}

/// `13 mục tiêu: 4 đạt · 3 đúng tiến độ`; nothing where there is one verdict to read.
func totals(_ rows: [CheckRow]) -> [Note] {
  guard rows.count > 1 else { return [] }
  var counts: [Verdict: Int] = [:]
  for row in rows where !row.isBlend { counts[row.verdict, default: 0] += 1 }
  let judged = rows.filter { !$0.isBlend }
  let targets = judged.map(\.ids[0]).uniqued.count
  let parts = Verdict.allCases.compactMap { verdict in
    counts[verdict].map { count in
      Wording(
        vi: "\(count) \(verdict.wording.vietnamese)", en: "\(count) \(verdict.wording.english)")
    }
  }
  let inTargets = Wording(
    vi: "\(targets) mục tiêu", en: targets == 1 ? "1 target" : "\(targets) targets")
  let head =
    judged.count == targets
    ? inTargets
    : Wording(
      vi: "\(inTargets.vietnamese), \(judged.count) kết luận",
      en: "\(inTargets.english), \(judged.count) verdicts")
  let list = Wording.joined(parts, separator: " · ")
  return [
    Note(
      "totals",
      Wording(
        vi: "\(head.vietnamese): \(list.vietnamese)", en: "\(head.english): \(list.english)"))
  ]
}

private func latestYear(_ rows: [CheckRow]) -> Note? {
  let years = Set(rows.compactMap(\.year)).sorted()
  guard let last = years.last else { return nil }
  if years.count == 1 {
    return Note(
      "latest_year",
      Wording(
        vi: "câu hỏi không nêu năm: xét năm gần nhất có số liệu, năm \(last)",
        en: "no year was asked for: judged in the latest year with data, \(last)"))
  }
  return Note(
    "latest_year",
    Wording(
      vi:
        "câu hỏi không nêu năm: mỗi mục tiêu xét năm gần nhất có số liệu của nó (\(spelled(years)))",
      en:
        "no year was asked for: each target is judged in its own latest year with data (\(spelled(years)))"
    ))
}

/// What a threshold of a blend is made of.
private func blended(_ rows: [CheckRow], in catalog: Catalog) -> Note {
  Note(
    "blended",
    Wording(
      vi:
        "mức chung là mức tính ra, bình quân các mức theo mẫu số của từng phần; không có trong nghị quyết",
      en:
        "a blended threshold is computed, the thresholds weighted by the denominator of each part; it is in no resolution"
    ))
}

/// What the model notes of targets and their indicators, each text once with all that it is about.
private func modelNotes(_ rows: [CheckRow], in catalog: Catalog) -> [Note] {
  var texts: [String] = []
  var owners: [String: [String]] = [:]
  func add(_ text: String, of owner: String) {
    if owners[text] == nil { texts.append(text) }
    if owners[text]?.contains(owner) != true { owners[text, default: []].append(owner) }
  }
  for row in rows where !row.isBlend {
    let indicator = catalog[row.target.indicator]
    for text in indicator.texts where text.kind == .note { add(text.text, of: indicator.label) }
    for text in row.target.notes { add(text, of: row.target.label) }
  }
  return texts.map { text in
    Note(
      "model_note",
      Wording(verbatim: "\(owners[text]!.joined(separator: ", ")): \(text)"))
  }
}

/// The clauses behind the verdicts, and what the model says of the subject.
private func basis(_ rows: [CheckRow], in catalog: Catalog) -> Note? {
  // What of the clauses a line can hold: themselves, or the sections that they stand in.
  let clauses = rows.compactMap(\.target.clause).uniqued
  let sections = clauses.map { clause in
    clause.split(separator: ", ").prefix(2).joined(separator: ", ")
  }.uniqued
  let stated = clauses.count <= 3 ? clauses : sections.count <= 3 ? sections : []
  let subjects = rows.map(\.target.subject).uniqued.flatMap { catalog[$0].notes }.uniqued
  let parts = stated + subjects
  guard !parts.isEmpty else { return nil }
  let text = parts.joined(separator: " · ")
  return Note(
    "basis",
    Wording(
      vi: "căn cứ: \(text) · `describe` một mục tiêu để xem nguyên văn",
      en: "basis: \(text) · `describe` a target for its own words"))
}
