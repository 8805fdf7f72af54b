/// Totals of a year for one age group of school age.
private struct SchoolAgePlan {
  let children: Int
  /// Not at any school.
  let away: Int
  /// At a school, but not at the level of their age.
  let elsewhere: Int
}

private struct ResidentPupilYear {
  let year: Int
  let primary: SchoolAgePlan
  let lowerSecondary: SchoolAgePlan
  /// The village that sent nothing.
  var silentVillage: Int?
  /// The village whose attendance at lower secondary age is not known.
  var villageWithGap: Int?
}

private let years = [
  ResidentPupilYear(
    year: 2020, primary: SchoolAgePlan(children: 934, away: 9, elsewhere: 22),
    lowerSecondary: SchoolAgePlan(children: 668, away: 21, elsewhere: 30)),
  ResidentPupilYear(
    year: 2021, primary: SchoolAgePlan(children: 941, away: 8, elsewhere: 20),
    lowerSecondary: SchoolAgePlan(children: 671, away: 19, elsewhere: 28)),
  ResidentPupilYear(
    year: 2022, primary: SchoolAgePlan(children: 946, away: 7, elsewhere: 18),
    lowerSecondary: SchoolAgePlan(children: 677, away: 17, elsewhere: 25), silentVillage: 14),
  ResidentPupilYear(
    year: 2023, primary: SchoolAgePlan(children: 952, away: 6, elsewhere: 15),
    lowerSecondary: SchoolAgePlan(children: 682, away: 14, elsewhere: 23)),
  ResidentPupilYear(
    year: 2024, primary: SchoolAgePlan(children: 955, away: 5, elsewhere: 13),
    lowerSecondary: SchoolAgePlan(children: 686, away: 12, elsewhere: 21)),
  ResidentPupilYear(
    year: 2025, primary: SchoolAgePlan(children: 951, away: 4, elsewhere: 11),
    lowerSecondary: SchoolAgePlan(children: 690, away: 10, elsewhere: 18)),
  ResidentPupilYear(
    year: 2026, primary: SchoolAgePlan(children: 948, away: 3, elsewhere: 7),
    lowerSecondary: SchoolAgePlan(children: 693, away: 8, elsewhere: 15)),
  ResidentPupilYear(
    year: 2027, primary: SchoolAgePlan(children: 944, away: 2, elsewhere: 4),
    lowerSecondary: SchoolAgePlan(children: 691, away: 6, elsewhere: 13), villageWithGap: 20),
]

/// Children of school age by village, sex, ethnicity, disability and hardship, and who goes where.
func residentPupilFile() -> SampleFile {
  var file = SampleFile(
    name: "phothong_cutru.csv",
    columns: [
      "nam", "thon", "do_tuoi", "gioitinh", "dantoc", "khuyettat", "hoancanh", "dan_so", "di_hoc",
      "dung_tuoi",
    ])
  var chance = Chance(seed: 6_102_027)
  for year in years {
    for (group, plan) in [("t6_10", year.primary), ("t11_14", year.lowerSecondary)] {
      let places = villages.filter { $0.number != year.silentVillage }
      let children = apportion(
        plan.children, by: places.map { $0.weight * chance.number(90...110) })
      let hardships = places.map { chance.number(1...12) * ($0.isDisadvantaged ? 5 : 1) }
      let away = apportion(plan.away, by: hardships, atMost: children)
      let rest = zip(children, away).map { $0 - $1 }
      let elsewhere = apportion(
        plan.elsewhere, by: hardships.map { $0 * chance.number(1...9) }, atMost: rest)
      for (place, village) in places.enumerated() {
        let cells = people(children[place], of: village, &chance)
        let missing = dealt(away[place], over: cells.map(\.count), &chance)
        let left = zip(cells, missing).map { $0.count - $1 }
        let other = dealt(elsewhere[place], over: left, &chance)
        let isGap = village.number == year.villageWithGap && group == "t11_14"
        for (index, person) in cells.enumerated()
        where person.count > 0 || person.key[2] == "co" {
          file.append(
            [String(year.year), village.key, group] + person.key + [
              cell(person.count), cell(isGap ? nil : left[index]),
              cell(isGap ? nil : left[index] - other[index]),
            ])
        }
      }
    }
  }
  return file
}

/// The children of a village, told apart by sex, ethnicity, disability and hardship.
private func people(
  _ total: Int, of village: Village, _ chance: inout Chance
) -> [(key: [String], count: Int)] {
  var keys: [[String]] = []
  var weights: [Int] = []
  let girls = chance.number(45...53)
  let poor = village.isDisadvantaged ? 31 : 11
  for (sex, sexShare) in [("nu", girls), ("nam", 100 - girls)] {
    for (folk, folkShare) in [("kinh", village.kinhShare), ("dtts", 100 - village.kinhShare)] {
      for (hardship, hardshipShare) in [("ngheo", poor), ("khac", 100 - poor)] {
        keys.append([sex, folk, "khong", hardship])
        weights.append(sexShare * folkShare * hardshipShare)
      }
    }
  }
  // One village in three has a child with a disability in an age group, rarely two.
  let disabled = min(total, max(0, chance.number(0...7) - 5))
  let counts = apportion(total - disabled, by: weights)
  var cells = zip(keys, counts).map { (key: $0, count: $1) }
  // Villages say so when they have none.
  let places = [cells.count, cells.count + 1]
  for sex in ["nu", "nam"] { cells.append((key: [sex, "dtts", "co", "khac"], count: 0)) }
  for _ in 0..<disabled { cells[places[chance.number(0...1)]].count += 1 }
  return cells
}

/// Deals a few out over cells, by luck.
private func dealt(_ total: Int, over cells: [Int], _ chance: inout Chance) -> [Int] {
  apportion(total, by: cells.map { $0 > 0 ? chance.number(1...20) : 0 }, atMost: cells)
}

/// Children who enter grade 1, by village and sex.
func enrolmentFile() -> SampleFile {
  var file = SampleFile(
    name: "tuyensinh_lop1.csv", columns: ["nam", "thon", "gioitinh", "tuyen_moi"])
  var chance = Chance(seed: 1_000_001)
  for (year, total) in zip(longYears, [191, 188, 193, 190, 186, 182, 184, 179]) {
    let counts = apportion(total, by: villages.map { $0.weight * chance.number(70...130) })
    for (village, count) in zip(villages, counts) {
      let girls = count * chance.number(38...62) / 100
      file.append([String(year), village.key, "nu", String(girls)])
      file.append([String(year), village.key, "nam", String(count - girls)])
    }
  }
  return file
}
