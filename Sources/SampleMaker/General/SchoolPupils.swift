/// Pupils of a year over all schools of a level, and what they were given.
private struct LevelYear {
  let pupils: Int
  let fullDay: Int
  let arts: Int
  let heritage: Int
  let geopark: Int
  let visits: Int
}

private let primaryYears = [
  LevelYear(pupils: 938, fullDay: 861, arts: 845, heritage: 702, geopark: 280, visits: 356),
  LevelYear(pupils: 944, fullDay: 902, arts: 868, heritage: 731, geopark: 331, visits: 298),
  LevelYear(pupils: 949, fullDay: 931, arts: 891, heritage: 778, geopark: 420, visits: 451),
  LevelYear(pupils: 955, fullDay: 955, arts: 912, heritage: 815, geopark: 516, visits: 540),
  LevelYear(pupils: 957, fullDay: 957, arts: 923, heritage: 842, geopark: 603, visits: 611),
  LevelYear(pupils: 953, fullDay: 953, arts: 930, heritage: 858, geopark: 667, visits: 648),
  LevelYear(pupils: 951, fullDay: 951, arts: 938, heritage: 883, geopark: 741, visits: 703),
  LevelYear(pupils: 947, fullDay: 947, arts: 941, heritage: 902, geopark: 806, visits: 771),
]

private let lowerSecondaryYears = [
  LevelYear(pupils: 652, fullDay: 148, arts: 540, heritage: 489, geopark: 221, visits: 240),
  LevelYear(pupils: 655, fullDay: 151, arts: 562, heritage: 507, geopark: 260, visits: 201),
  LevelYear(pupils: 661, fullDay: 153, arts: 583, heritage: 530, geopark: 322, visits: 318),
  LevelYear(pupils: 668, fullDay: 312, arts: 601, heritage: 552, geopark: 381, visits: 372),
  LevelYear(pupils: 674, fullDay: 318, arts: 619, heritage: 571, geopark: 440, visits: 415),
  LevelYear(pupils: 680, fullDay: 324, arts: 633, heritage: 596, geopark: 492, visits: 449),
  LevelYear(pupils: 684, fullDay: 500, arts: 650, heritage: 620, geopark: 551, visits: 502),
  LevelYear(pupils: 685, fullDay: 503, arts: 662, heritage: 641, geopark: 596, visits: 548),
]

/// Pupils by school, grade and sex.
func schoolPupilFile() -> SampleFile {
  var file = SampleFile(
    name: "phothong_truong.csv",
    columns: [
      "nam", "truong", "khoi", "gioitinh", "hs", "hai_buoi", "nghe_thuat", "di_san", "cv_diachat",
      "tham_quan",
    ])
  var chance = Chance(seed: 945)
  for (place, year) in longYears.enumerated() {
    let levels = [
      ("th", 1...5, primaryYears[place]), ("thcs", 6...9, lowerSecondaryYears[place]),
    ]
    for (level, grades, plan) in levels {
      appendLevel(level, grades, plan, in: year, to: &file, &chance)
    }
  }
  return file
}

private func appendLevel(
  _ level: String, _ grades: ClosedRange<Int>, _ plan: LevelYear, in year: Int,
  to file: inout SampleFile, _ chance: inout Chance
) {
  var keys: [[String]] = []
  var weights: [Int] = []
  for school in allSchools where school.teaches(level, in: year) {
    for grade in grades {
      for sex in ["nu", "nam"] {
        keys.append([String(year), school.key, String(grade), sex])
        weights.append(school.weight * chance.number(85...115))
      }
    }
  }
  let pupils = apportion(plan.pupils, by: weights)
  func given(_ total: Int) -> [Int] {
    apportion(total, by: pupils.map { $0 * chance.number(60...140) }, atMost: pupils)
  }
  // A school teaches full days or it does not; the last cells are those that do not yet.
  var left = plan.fullDay
  let fullDay = pupils.map { count in
    let here = min(count, left)
    left -= here
    return here
  }
  let arts = given(plan.arts)
  let heritage = given(plan.heritage)
  let geopark = given(plan.geopark)
  let visits = given(plan.visits)
  for (place, key) in keys.enumerated() {
    // In 2021 a school could not yet say who had been taken on visits.
    let isUnknown = year == 2021 && key[1] == "THCS-02"
    file.append(
      key + [
        cell(pupils[place]), cell(fullDay[place]), cell(arts[place]), cell(heritage[place]),
        cell(geopark[place]), cell(isUnknown ? nil : visits[place]),
      ])
  }
}

/// Whoever finished a level in a village, and where they went.
func graduateFile() -> SampleFile {
  var file = SampleFile(name: "totnghiep.csv", columns: ["nam", "thon", "cap", "huong", "hs"])
  var chance = Chance(seed: 30_50)
  let primary = [181, 183, 180, 186, 184, 187, 185, 188]
  let lowerSecondary = [158, 161, 157, 163, 160, 166, 164, 165]
  // Of a hundred: vocational training elsewhere, and in the disadvantaged villages.
  let vocational = [(21, 27), (22, 29), (24, 31), (26, 33), (28, 36), (29, 38), (30, 41), (31, 43)]
  let working = [9, 8, 8, 7, 6, 5, 4, 3]
  for (place, year) in longYears.enumerated() {
    // In 2024 one village did not say where its graduates went.
    let places = villages.filter { !(year == 2024 && $0.number == 30) }
    let finished = apportion(
      primary[place], by: places.map { $0.weight * chance.number(80...120) })
    let stayed = apportion(8 - place, by: finished.map { $0 * chance.number(1...20) })
    let graduates = apportion(
      lowerSecondary[place], by: places.map { $0.weight * chance.number(80...120) })
    for (index, village) in places.enumerated() {
      let head = [String(year), village.key]
      let staying = min(stayed[index], finished[index])
      file.append(head + ["th", "thcs", String(finished[index] - staying)])
      if staying > 0 { file.append(head + ["th", "khac", String(staying)]) }
      let share = village.isDisadvantaged ? vocational[place].1 : vocational[place].0
      let training = (graduates[index] * (share + chance.number(-9...9)) + 50) / 100
      let job = min(graduates[index] - training, chance.number(0...99) < working[place] * 6 ? 1 : 0)
      let rest = graduates[index] - training - job
      let evening = rest * chance.number(8...22) / 100
      let ways = [
        ("thpt", rest - evening), ("gdtx", evening), ("gdnn", training), ("lam_viec", job),
      ]
      for (way, count) in ways where count > 0 {
        file.append(head + ["thcs", way, String(count)])
      }
    }
  }
  return file
}

/// Cohorts of the six communes around Chi Lăng: who entered grades 1 and 6, who finished 5 and 9.
func cohortFile() -> SampleFile {
  var file = SampleFile(
    name: "khoahoc.csv", columns: ["nam", "xa", "khoi", "tuyen_moi", "hoanthanh"])
  var chance = Chance(seed: 56)
  // Nhân Lý and Chiến Thắng stand level in 2026: 148 of 150 of their pupils finish grade 9.
  let level: Set = ["nhan_ly", "chien_thang"]
  // Size against Bằng Mạc in percent, and how many of a thousand do not finish.
  let communes = [
    ("bang_mac", 100, 12), ("chi_lang", 168, 8), ("chien_thang", 92, 17), ("nhan_ly", 88, 12),
    ("van_linh", 120, 21), ("quan_son", 75, 25),
  ]
  for (key, size, lost) in communes {
    var entered: [Int: [Int]] = [1: [], 6: []]
    for (place, year) in longYears.enumerated() {
      let reports = !(key == "quan_son" && year == 2026)
      for (first, last, length, base) in [(1, 5, 4, 187), (6, 9, 3, 171)] {
        let drawn = base * size / 100 + chance.number(-6...6)
        let intake = first == 6 && year == 2023 && level.contains(key) ? 150 : drawn
        entered[first]!.append(intake)
        // Before the first cohort is known, a likely number.
        let cohort = place >= length ? entered[first]![place - length] : base * size / 100
        let loss = max(0, lost * (first == 1 ? 5 : 16) / 10 - place + chance.number(-2...2))
        let leaving = (cohort * loss + 500) / 1000
        let finished =
          last == 9 && year == 2026 && level.contains(key) ? 148 : cohort - leaving
        guard reports else { continue }
        file.append([String(year), key, String(first), cell(intake), cell(nil)])
        file.append([String(year), key, String(last), cell(nil), cell(finished)])
      }
    }
  }
  return file
}
