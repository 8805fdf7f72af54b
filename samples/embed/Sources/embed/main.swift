import Hoi

// A program's own rows become a table; the rest of the model is text, as in a file.
var pupils = HoiTable(
  "lop", label: "Học sinh", years: [2026, 2026, 2027, 2027], reportsBy: "truong")
pupils.addDimension("truong", label: "Trường", ["A", "B", "A", "B"])
pupils.addMeasure("hs", label: "Học sinh", unit: "học sinh", .counts([100, 80, 110, nil]))
pupils.addMeasure("hai_buoi", label: "Học hai buổi", unit: "học sinh", .counts([90, 60, 104, nil]))

let session = HoiSession()
do {
  try session.add(pupils)
} catch {
  fail(error.diagnostics)
}
let model = """
  subject tieuhoc "Tiểu học" {
    ratio tyle_2buoi "Tỷ lệ học hai buổi" = lop.hai_buoi / lop.hs part
  }
  """
if case .failure(let diagnostics) = session.run(model) { fail(diagnostics) }

// Cells come with their state: a school that has not reported is missing, never zero.
switch session.run("show tieuhoc.tyle_2buoi by truong where nam = 2027") {
case .answer(let answer):
  for row in 0..<answer.rowCount {
    guard case .text(let school) = answer[row, 0] else { continue }
    switch answer[row, 1] {
    case .number(let share): print("\(school): \(share.numerator)/\(share.denominator)")
    case .missing: print("\(school): not reported")
    case .notApplicable: print("\(school): no pupils")
    case .hidden: print("\(school): not published")
    case .year, .text, .unknown, .wording, .verdict: print("\(school): not a number")
    }
  }
  // Who is missing is part of the answer.
  for coverage in answer.coverage {
    print("reported: \(coverage.reported) of \(coverage.expected), missing: \(coverage.missing)")
  }
case .failure(let diagnostics): fail(diagnostics)
default: break
}

// The same answer as text, and what a refusal looks like.
let page = Page(format: .table, language: .english)
if case .failure(let diagnostics) = session.run("show avg(tieuhoc.tyle_2buoi) where nam = 2027") {
  for diagnostic in diagnostics { print(page.text(diagnostic), terminator: "") }
}

func fail(_ diagnostics: [Diagnostic]) -> Never {
  for diagnostic in diagnostics { print(Page(language: .english).text(diagnostic)) }
  fatalError("the sample does not run")
}
