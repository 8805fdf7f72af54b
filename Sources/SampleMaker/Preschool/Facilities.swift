/// What the four preschools have in a year, in the order of `schools`.
struct FacilityYear {
  let year: Int
  let atNationalStandard: [Int]
  /// Whether a school stands on its own, apart from a general school.
  let independent: [Int]
  let teachers: [Int]
  let qualifiedTeachers: [Int]
  /// 1 and 0; nil: not reported.
  let cleanWater: [Int?]
  var silentSchool: String?
}

let facilityYears = [
  FacilityYear(
    year: 2020, atNationalStandard: [1, 0, 0, 0], independent: [1, 1, 0, 0],
    teachers: [14, 10, 10, 8], qualifiedTeachers: [11, 7, 6, 4], cleanWater: [1, 0, 0, 0]),
  FacilityYear(
    year: 2021, atNationalStandard: [1, 0, 0, 0], independent: [1, 1, 0, 0],
    teachers: [14, 10, 11, 8], qualifiedTeachers: [11, 8, 7, 5], cleanWater: [1, 0, 0, 0]),
  FacilityYear(
    year: 2022, atNationalStandard: [1, 1, 0, 0], independent: [1, 1, 1, 0],
    teachers: [15, 11, 11, 9], qualifiedTeachers: [12, 9, 8, 6], cleanWater: [1, 1, 0, 0]),
  FacilityYear(
    year: 2023, atNationalStandard: [1, 1, 0, 0], independent: [1, 1, 1, 0],
    teachers: [15, 11, 11, 9], qualifiedTeachers: [13, 9, 8, 6], cleanWater: [1, 1, 0, 0],
    silentSchool: "MN-04"),
  FacilityYear(
    year: 2024, atNationalStandard: [1, 1, 0, 0], independent: [1, 1, 1, 0],
    teachers: [15, 12, 11, 9], qualifiedTeachers: [13, 10, 9, 7], cleanWater: [1, 1, 0, 0]),
  FacilityYear(
    year: 2025, atNationalStandard: [1, 1, 1, 0], independent: [1, 1, 1, 0],
    teachers: [15, 12, 11, 10], qualifiedTeachers: [14, 11, 9, 7], cleanWater: [1, 1, 1, 0]),
  FacilityYear(
    year: 2026, atNationalStandard: [1, 1, 1, 0], independent: [1, 1, 1, 1],
    teachers: [15, 12, 11, 10], qualifiedTeachers: [14, 11, 9, 8], cleanWater: [1, 1, 1, 0]),
  FacilityYear(
    year: 2027, atNationalStandard: [1, 1, 1, 0], independent: [1, 1, 1, 1],
    teachers: [15, 12, 11, 10], qualifiedTeachers: [14, 11, 10, 8], cleanWater: [1, 1, 1, nil]),
]

/// Schools and teachers.
func facilityFile() -> SampleFile {
  var file = SampleFile(
    name: "mamnon_coso.csv",
    columns: [
      "nam", "truong", "so_truong", "truong_chuanqg", "truong_doclap", "gv", "gv_datchuan",
      "nuoc_sach",
    ])
  for plan in facilityYears {
    for (place, school) in schools.enumerated() where school != plan.silentSchool {
      file.append(
        [String(plan.year), school]
          + [
            1, plan.atNationalStandard[place], plan.independent[place], plan.teachers[place],
            plan.qualifiedTeachers[place], plan.cleanWater[place],
          ].map(cell))
    }
  }
  return file
}

/// Whether the commune was recognised: for children of 5, and for the whole kindergarten.
func universalisationFile() -> SampleFile {
  var file = SampleFile(name: "mamnon_phocap.csv", columns: ["nam", "dat_5tuoi", "dat_maugiao"])
  for year in longYears { file.append([String(year), "1", "0"]) }
  return file
}
