/// An invented school of the commune.
struct School {
  let key: String
  let commune: FormerCommune
  /// The levels it teaches: `mn`, `th`, `thcs`.
  let levels: [String]
  /// How many pupils it has, against the others of its level.
  let weight: Int
  /// The years it is in force for, and what it became.
  var years = 2000...9999
  var successor: String?

  func teaches(_ level: String, in year: Int) -> Bool {
    levels.contains(level) && years.contains(year)
  }
}

/// Four preschools, then primary and lower secondary schools. One teaches both levels, and one was
/// merged into another in 2023.
let allSchools: [School] = [
  School(key: "MN-01", commune: .giaLoc, levels: ["mn"], weight: 25),
  School(key: "MN-02", commune: .bangHuu, levels: ["mn"], weight: 22),
  School(key: "MN-03", commune: .thuongCuong, levels: ["mn"], weight: 26),
  School(key: "MN-04", commune: .bangMac, levels: ["mn"], weight: 27),
  School(key: "TH-01", commune: .giaLoc, levels: ["th"], weight: 28),
  School(key: "TH-02", commune: .bangHuu, levels: ["th"], weight: 22),
  School(key: "TH-03", commune: .thuongCuong, levels: ["th"], weight: 27),
  School(
    key: "TH-05", commune: .bangHuu, levels: ["th"], weight: 7, years: 2000...2022,
    successor: "TH-02"),
  School(key: "THCS-01", commune: .giaLoc, levels: ["thcs"], weight: 30),
  School(key: "THCS-02", commune: .bangHuu, levels: ["thcs"], weight: 22),
  School(key: "THCS-03", commune: .thuongCuong, levels: ["thcs"], weight: 26),
  School(key: "THTHCS-01", commune: .bangMac, levels: ["th", "thcs"], weight: 24),
]

/// The years that the data of general education, adults and the commune cover.
let longYears = 2020...2027

func schoolFile() -> SampleFile {
  var file = SampleFile(
    name: "truong.csv", columns: ["ma", "ten", "cum", "loai", "tu", "den", "ke_thua"])
  for school in allSchools {
    let isClosed = school.years.upperBound < 9999
    file.append([
      school.key, "Trường \(school.key)", school.commune.rawValue,
      school.levels.joined(separator: "_"), "",
      // A school year ends in July of the next.
      isClosed ? "\(school.years.upperBound + 1)-07-31" : "", school.successor ?? "",
    ])
  }
  return file
}
