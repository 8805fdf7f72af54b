/// People of 15 to 60 by village, sex and ethnicity, and who reads and writes at the first level.
func literacyFile() -> SampleFile {
  var file = SampleFile(
    name: "bietchu.csv", columns: ["nam", "thon", "gioitinh", "dantoc", "dan_so", "muc1"])
  var chance = Chance(seed: 15_60)
  let plans = [
    (7290, 4871), (7304, 4960), (7312, 5049), (7325, 5135), (7338, 5226), (7350, 5311),
    (7361, 5398), (7370, 5480),
  ]
  for (year, plan) in zip(longYears, plans) {
    var keys: [[String]] = []
    var weights: [Int] = []
    var pulls: [Int] = []
    for village in villages {
      for (sex, sexPull) in [("nu", 92), ("nam", 104)] {
        let shares = [
          ("kinh", village.kinhShare, 118), ("dtts", 100 - village.kinhShare, 100),
        ]
        for (folk, share, folkPull) in shares {
          keys.append([String(year), village.key, sex, folk])
          weights.append(village.weight * share * chance.number(92...108))
          pulls.append(
            sexPull * folkPull * (village.isDisadvantaged ? 82 : 100) * chance.number(92...108))
        }
      }
    }
    let counts = apportion(plan.0, by: weights)
    let literate = apportion(plan.1, by: zip(counts, pulls).map { $0 * $1 / 1000 }, atMost: counts)
    for place in keys.indices where counts[place] > 0 {
      // Two villages have not been surveyed in 2023.
      let isUnknown = year == 2023 && (keys[place][1] == "BM-05" || keys[place][1] == "BM-28")
      file.append(
        keys[place] + [cell(counts[place]), cell(isUnknown ? nil : literate[place])])
    }
  }
  return file
}

/// The labour force by village: trained, and with a certificate.
func labourFile() -> SampleFile {
  var file = SampleFile(
    name: "laodong.csv", columns: ["nam", "thon", "gioitinh", "llld", "qua_daotao", "bang_cap"])
  var chance = Chance(seed: 77_41_43)
  let plans = [
    (6402, 3905, 1921), (6413, 4002, 1989), (6425, 4110, 2063), (6431, 4219, 2142),
    (6440, 4340, 2227), (6452, 4452, 2311), (6460, 4571, 2399), (6466, 4690, 2483),
  ]
  for (year, plan) in zip(longYears, plans) {
    let keys = villages.flatMap { village in
      ["nu", "nam"].map { [String(year), village.key, $0] }
    }
    let weights = villages.flatMap { village in
      [0, 1].map { _ in village.weight * chance.number(88...112) }
    }
    let force = apportion(plan.0, by: weights)
    let trained = apportion(
      plan.1, by: force.map { $0 * chance.number(85...115) }, atMost: force)
    let certified = apportion(
      plan.2, by: trained.map { $0 * chance.number(75...125) }, atMost: trained)
    for place in keys.indices {
      let isUnknown = year == 2026 && keys[place][1] == "BM-16"
      file.append(
        keys[place] + [cell(force[place])]
          + [trained[place], certified[place]].map { cell(isUnknown ? nil : $0) })
    }
  }
  return file
}
