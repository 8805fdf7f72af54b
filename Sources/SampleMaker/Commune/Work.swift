/// Tasks of the seven groups of section II, and how far they are.
func taskFile() -> SampleFile {
  var file = SampleFile(
    name: "nhiemvu.csv", columns: ["nam", "nhom_nv", "giao", "xong_dunghan", "xong_chamhan"])
  var chance = Chance(seed: 7)
  for year in 2025...2027 {
    for group in 1...7 {
      let given = chance.number(4...14)
      let late = chance.number(0...2)
      let done = max(0, given - late - chance.number(0...(2027 - year + 3)))
      file.append([
        String(year), "nv\(group)", String(given), String(done), String(min(late, given - done)),
      ])
    }
  }
  return file
}

/// Which school handed in its report, at mid-year and at the end.
func reportFile() -> SampleFile {
  var file = SampleFile(name: "baocao.csv", columns: ["nam", "truong", "ky", "da_nop"])
  for year in 2024...2027 {
    for school in allSchools where school.years.contains(year) {
      for term in ["dau", "cuoi"] {
        // One said that it would come, of another nothing is known.
        if year == 2026, school.key == "MN-04", term == "dau" { continue }
        if year == 2027, term == "cuoi" { continue }
        let isIn = !(year == 2026 && term == "dau" && school.key == "THCS-03")
        file.append([String(year), school.key, term, isIn ? "1" : "0"])
      }
    }
  }
  return file
}

/// Supervision by the council: visits, what was recommended and what came of it.
func supervisionFile() -> SampleFile {
  var file = SampleFile(
    name: "giamsat.csv", columns: ["nam", "linh_vuc", "so_cuoc", "kien_nghi", "da_giai_quyet"])
  let rows = [
    (2025, "mn", 1, 4, 4), (2025, "pt", 1, 5, 3), (2025, "tc", 1, 3, 3), (2026, "mn", 2, 6, 5),
    (2026, "pt", 1, 4, 3), (2026, "tc", 1, 2, 1), (2027, "mn", 1, 5, 2), (2027, "pt", 2, 7, 4),
    (2027, "tc", 1, 3, 1),
  ]
  for row in rows {
    file.append([String(row.0), row.1, String(row.2), String(row.3), String(row.4)])
  }
  return file
}

/// What the ministry's database says of pupils by village, which is not what the survey says.
func registerFile() -> SampleFile {
  var file = SampleFile(name: "csdl_nganh.csv", columns: ["nam", "thon", "hs"])
  var chance = Chance(seed: 21)
  for (year, total) in zip(2025...2027, [1612, 1619, 1617]) {
    let counts = apportion(total, by: villages.map { $0.weight * chance.number(94...106) })
    for (village, count) in zip(villages, counts) {
      file.append([String(year), village.key, String(count)])
    }
  }
  return file
}
