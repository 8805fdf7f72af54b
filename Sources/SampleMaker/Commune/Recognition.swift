/// Recognised levels of the whole commune: universal primary and lower secondary education, literacy.
func recognisedLevelFile() -> SampleFile {
  var file = SampleFile(name: "phocap.csv", columns: ["nam", "muc_th", "muc_thcs", "muc_xmc"])
  // In 2021 the commune was set back for a year in lower secondary education.
  for year in longYears {
    file.append([String(year), "3", year == 2021 ? "2" : "3", year < 2022 ? "1" : "2"])
  }
  return file
}

/// The same by area, the former communes: each is a unit that has to be recognised.
func areaLevelFile() -> SampleFile {
  var file = SampleFile(
    name: "phocap_donvi.csv", columns: ["nam", "don_vi", "so_don_vi", "dat_muc3"])
  for year in longYears {
    for area in FormerCommune.allCases {
      let isBehind =
        (year == 2021 && area == .bangHuu) || (year == 2020 && area == .thuongCuong)
      file.append([String(year), area.rawValue, "1", isBehind ? "0" : "1"])
    }
  }
  return file
}

/// How the six communes around Chi Lăng stand: 1 weak, 2 fair, 3 good, 4 best.
func standingFile() -> SampleFile {
  var file = SampleFile(name: "xeploai_xa.csv", columns: ["nam", "xa", "muc", "cds_toandien"])
  let standings: [(String, [Int?])] = [
    ("bang_mac", [2, 2, 2]), ("chi_lang", [3, 3, 4]), ("chien_thang", [2, 2, 2]),
    ("nhan_ly", [2, 3, 3]), ("van_linh", [1, 2, 2]), ("quan_son", [2, nil, 2]),
  ]
  for (place, year) in (2025...2027).enumerated() {
    for (key, levels) in standings {
      guard let level = levels[place] else { continue }
      file.append([String(year), key, String(level), "0"])
    }
  }
  return file
}
