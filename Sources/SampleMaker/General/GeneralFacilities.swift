/// A number for each year from 2020 to 2027.
typealias ByYear = [Int]

/// A school as it was through the years, for one level that it teaches.
private struct SchoolLevel {
  let school: String
  let level: String
  let rooms: ByYear
  let permanent: ByYear
  let teachers: ByYear
  let qualified: ByYear
  /// 1 where the school teaches full days.
  var fullDay = [1, 1, 1, 1, 1, 1, 1, 1]
}

private let levels = [
  SchoolLevel(
    school: "TH-01", level: "th", rooms: [15, 15, 15, 15, 15, 15, 15, 15],
    permanent: [12, 12, 13, 13, 14, 14, 14, 15], teachers: [21, 21, 22, 22, 22, 22, 22, 22],
    qualified: [14, 15, 17, 18, 19, 20, 20, 21]),
  SchoolLevel(
    school: "TH-02", level: "th", rooms: [11, 11, 11, 14, 14, 14, 14, 14],
    permanent: [8, 8, 9, 10, 11, 11, 12, 13], teachers: [16, 16, 16, 20, 20, 20, 20, 20],
    qualified: [11, 12, 12, 15, 16, 17, 18, 19]),
  SchoolLevel(
    school: "TH-03", level: "th", rooms: [14, 14, 14, 14, 14, 14, 14, 14],
    permanent: [10, 10, 10, 11, 11, 12, 12, 12], teachers: [20, 20, 20, 20, 21, 21, 21, 21],
    qualified: [13, 14, 15, 16, 17, 18, 19, 19]),
  SchoolLevel(
    school: "TH-05", level: "th", rooms: [4, 4, 4], permanent: [1, 1, 1], teachers: [5, 5, 5],
    qualified: [3, 3, 3], fullDay: [0, 0, 1]),
  SchoolLevel(
    school: "THTHCS-01", level: "th", rooms: [11, 11, 11, 11, 11, 11, 11, 11],
    permanent: [7, 7, 7, 8, 8, 9, 9, 10], teachers: [16, 16, 16, 16, 16, 16, 16, 16],
    qualified: [10, 11, 11, 12, 13, 14, 14, 15]),
  SchoolLevel(
    school: "THCS-01", level: "thcs", rooms: [12, 12, 12, 12, 12, 12, 12, 12],
    permanent: [11, 11, 11, 12, 12, 12, 12, 12], teachers: [18, 18, 18, 18, 18, 18, 18, 18],
    qualified: [14, 14, 15, 16, 16, 17, 17, 18], fullDay: [1, 1, 1, 1, 1, 1, 1, 1]),
  SchoolLevel(
    school: "THCS-02", level: "thcs", rooms: [9, 9, 9, 9, 9, 9, 9, 9],
    permanent: [6, 6, 7, 7, 7, 8, 8, 8], teachers: [13, 13, 13, 13, 13, 13, 13, 13],
    qualified: [10, 10, 10, 11, 11, 12, 12, 12], fullDay: [0, 0, 0, 1, 1, 1, 1, 1]),
  SchoolLevel(
    school: "THCS-03", level: "thcs", rooms: [10, 10, 10, 10, 10, 10, 10, 10],
    permanent: [8, 8, 8, 8, 9, 9, 9, 9], teachers: [15, 15, 15, 15, 15, 15, 15, 15],
    qualified: [11, 12, 12, 13, 13, 13, 14, 14], fullDay: [0, 0, 0, 0, 0, 0, 1, 1]),
  SchoolLevel(
    school: "THTHCS-01", level: "thcs", rooms: [9, 9, 9, 9, 9, 9, 9, 9],
    permanent: [5, 5, 6, 6, 6, 7, 7, 7], teachers: [14, 14, 14, 14, 14, 14, 14, 14],
    qualified: [9, 10, 10, 11, 11, 12, 12, 13], fullDay: [0, 0, 0, 0, 0, 0, 0, 0]),
]

/// Schools by level, with their teachers; one row a year, school and level.
func staffFile() -> SampleFile {
  var file = SampleFile(
    name: "phothong_doingu.csv",
    columns: ["nam", "truong", "cap", "so_truong", "truong_2buoi", "gv", "gv_datchuan"])
  for (place, year) in longYears.enumerated() {
    for level in levels where place < level.rooms.count {
      // One school's report on its teachers came after the books were closed.
      let isLate = year == 2022 && level.school == "THCS-03"
      file.append(
        [String(year), level.school, level.level, "1", String(level.fullDay[place])]
          + [level.teachers[place], level.qualified[place]].map { cell(isLate ? nil : $0) })
    }
  }
  return file
}

/// Classrooms of every level, the preschools' among them.
func classroomFile() -> SampleFile {
  var file = SampleFile(
    name: "phonghoc.csv", columns: ["nam", "truong", "cap", "phonghoc", "kienco"])
  for (place, year) in longYears.enumerated() {
    for level in preschoolRooms + levels.map({ ($0.school, $0.level, $0.rooms, $0.permanent) })
    where place < level.2.count {
      file.append(
        [String(year), level.0, level.1, String(level.2[place]), String(level.3[place])])
    }
  }
  return file
}

private let preschoolRooms: [(String, String, ByYear, ByYear)] = [
  ("MN-01", "mn", [11, 11, 12, 12, 12, 12, 12, 12], [9, 10, 10, 11, 11, 12, 12, 12]),
  ("MN-02", "mn", [9, 9, 9, 9, 9, 9, 9, 9], [6, 6, 7, 7, 8, 8, 8, 9]),
  ("MN-03", "mn", [8, 8, 8, 8, 8, 8, 8, 8], [5, 5, 6, 6, 6, 6, 7, 7]),
  ("MN-04", "mn", [7, 7, 7, 7, 7, 7, 7, 7], [2, 2, 3, 3, 4, 4, 4, 5]),
]

/// Which schools bear the title of a cultural unit.
func titleFile() -> SampleFile {
  var file = SampleFile(
    name: "danhhieu.csv", columns: ["nam", "truong", "so_truong", "chuan_vanhoa"])
  let titled: [String: Int] = [
    "TH-01": 2020, "TH-02": 2021, "TH-03": 2024, "THTHCS-01": 2026, "THCS-01": 2020,
    "THCS-02": 2023, "THCS-03": 9999,
  ]
  for year in longYears {
    for school in allSchools where school.levels != ["mn"] && school.years.contains(year) {
      let isTitled = year >= titled[school.key] ?? 9999
      file.append([String(year), school.key, "1", isTitled ? "1" : "0"])
    }
  }
  return file
}

/// Recognitions at national standard, each for five years: one has run out and was not renewed.
func recognitionFile() -> SampleFile {
  var file = SampleFile(
    name: "chuanqg.csv", columns: ["truong", "cap", "tu", "den", "dat"])
  let decisions = [
    ("TH-01", "th", 2019), ("TH-01", "th", 2024), ("TH-02", "th", 2021), ("TH-02", "th", 2026),
    ("TH-03", "th", 2018), ("THCS-01", "thcs", 2020), ("THCS-01", "thcs", 2025),
    ("THCS-02", "thcs", 2022), ("THCS-03", "thcs", 2026), ("THTHCS-01", "th", 2025),
  ]
  for (school, level, year) in decisions {
    file.append([school, level, "\(year)-11-20", "\(year + 5)-11-19", "1"])
  }
  return file
}
