/// Totals of a year over all preschools.
struct AttendanceYear {
  let year: Int
  let nursery: Int
  let kindergarten: Int
  let lunch: Int
  let fullDay: Int
  let examined: Int
  let charted: Int
  let measured: Int
  let underweight: Int
  let stunted: Int
  /// Both at once.
  let both: Int
  /// The school that sent nothing.
  var silentSchool: String?
  /// The school whose kindergarten sent no weights and heights.
  var unmeasuredSchool: String?
}

/// 10 of 758 is 1.319 %: below 1.32 %, though two decimals would round it there.
let attendanceYears = [
  AttendanceYear(
    year: 2023, nursery: 182, kindergarten: 556, lunch: 600, fullDay: 690, examined: 738,
    charted: 720, measured: 725, underweight: 18, stunted: 24, both: 6, silentSchool: "MN-04"),
  AttendanceYear(
    year: 2024, nursery: 190, kindergarten: 553, lunch: 634, fullDay: 715, examined: 743,
    charted: 733, measured: 735, underweight: 15, stunted: 20, both: 5,
    unmeasuredSchool: "MN-03"),
  AttendanceYear(
    year: 2025, nursery: 197, kindergarten: 543, lunch: 651, fullDay: 728, examined: 740,
    charted: 735, measured: 736, underweight: 11, stunted: 15, both: 4),
  AttendanceYear(
    year: 2026, nursery: 206, kindergarten: 551, lunch: 689, fullDay: 752, examined: 751,
    charted: 748, measured: 749, underweight: 10, stunted: 13, both: 4),
  AttendanceYear(
    year: 2027, nursery: 212, kindergarten: 554, lunch: 717, fullDay: 766, examined: 766,
    charted: 757, measured: 758, underweight: 10, stunted: 12, both: 4),
]

/// Years before the reports were put in order, drawn apart.
let earlyAttendanceYears = [
  AttendanceYear(
    year: 2020, nursery: 152, kindergarten: 546, lunch: 512, fullDay: 588, examined: 640,
    charted: 601, measured: 622, underweight: 27, stunted: 38, both: 9),
  AttendanceYear(
    year: 2021, nursery: 147, kindergarten: 549, lunch: 470, fullDay: 561, examined: 611,
    charted: 580, measured: 598, underweight: 25, stunted: 35, both: 9),
  AttendanceYear(
    year: 2022, nursery: 173, kindergarten: 553, lunch: 571, fullDay: 660, examined: 712,
    charted: 690, measured: 702, underweight: 21, stunted: 29, both: 7),
]

/// Children by school and age group.
func attendanceFile() -> SampleFile {
  var file = SampleFile(
    name: "mamnon_truong.csv",
    columns: [
      "nam", "truong", "nhom", "tre", "bantru", "hai_buoi", "kham", "danhgia", "can_do",
      "sdd_nhecan", "sdd_thapcoi", "sdd_hop",
    ])
  var early = Chance(seed: 1_917)
  append(earlyAttendanceYears, to: &file, &early)
  var chance = Chance(seed: 1_918)
  append(attendanceYears, to: &file, &chance)
  return file
}

private func append(
  _ plans: [AttendanceYear], to file: inout SampleFile, _ chance: inout Chance
) {
  for plan in plans {
    let cells = attendanceCells(plan, &chance)
    for (place, school) in schools.enumerated() where school != plan.silentSchool {
      for (offset, group) in ["nhatre", "maugiao"].enumerated() {
        let isUnmeasured = school == plan.unmeasuredSchool && group == "maugiao"
        let counts = cells.map { $0[2 * place + offset] }
        // The last four columns are of those measured.
        let written = counts.enumerated().map { isUnmeasured && $0 >= 5 ? nil : $1 }
        file.append([String(plan.year), school, group] + written.map(cell))
      }
    }
  }
}

/// One list for each column; each has nursery and kindergarten of the first school, then the next.
private func attendanceCells(_ plan: AttendanceYear, _ chance: inout Chance) -> [[Int]] {
  let sizes = [25, 22, 26, 27]
  let nursery = apportion(plan.nursery, by: sizes.map { $0 * chance.number(93...107) })
  let kindergarten = apportion(plan.kindergarten, by: sizes.map { $0 * chance.number(97...103) })
  let children = zip(nursery, kindergarten).flatMap { [$0, $1] }
  // Whoever is left out is left out in a few places, not evenly.
  func allBut(_ missing: Int, of whole: [Int]) -> [Int] {
    let weights = whole.map { _ in
      let luck = chance.number(1...30)
      return luck * luck * luck
    }
    return zip(whole, apportion(missing, by: weights, atMost: whole)).map { $0 - $1 }
  }
  func some(_ total: Int, of whole: [Int]) -> [Int] {
    apportion(total, by: whole.map { $0 * chance.number(60...140) }, atMost: whole)
  }
  let enrolled = plan.nursery + plan.kindergarten
  let lunch = allBut(enrolled - plan.lunch, of: children)
  let fullDay = allBut(enrolled - plan.fullDay, of: children)
  let examined = allBut(enrolled - plan.examined, of: children)
  let measured = allBut(enrolled - plan.measured, of: children)
  let charted = allBut(plan.measured - plan.charted, of: measured)
  let underweight = some(plan.underweight, of: measured)
  let stunted = some(plan.stunted, of: measured)
  let shared = zip(underweight, stunted).map { min($0, $1) }
  let both = some(min(plan.both, shared.reduce(0, +)), of: shared)
  let either = measured.indices.map { underweight[$0] + stunted[$0] - both[$0] }
  return [children, lunch, fullDay, examined, charted, measured, underweight, stunted, either]
}
