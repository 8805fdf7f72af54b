/// Totals of a year for one age group, over the villages that reported.
struct AgeGroupPlan {
  let children: Int
  let attending: Int
}

/// What a village's numbers must be, where a story hangs on them.
struct PinnedVillage {
  let children: Int
  /// Nil: not reported.
  let attending: Int?
}

/// A year of the sample, with the irregularities that real reports have.
struct ResidentYear {
  let year: Int
  let nursery: AgeGroupPlan
  let kindergarten: AgeGroupPlan
  /// The village that sent nothing at all, not even who lives there.
  var silentVillage: Int?
  /// The least share of nursery children attending in a village, in percent.
  var nurseryFloor = 24
  var pinnedNursery: [Int: PinnedVillage] = [:]
  var pinnedKindergarten: [Int: PinnedVillage] = [:]
  /// The village with one empty cell among its rows: nursery boys of ethnic minorities.
  var villageWithGap: Int?
}

/// 2025 and 2027 are set so that the straight line to the target of 2030 passes just above what
/// 2027 reached; 2027 repeats the pictures of the manual.
let residentYears = [
  ResidentYear(
    year: 2023, nursery: AgeGroupPlan(children: 438, attending: 178),
    kindergarten: AgeGroupPlan(children: 571, attending: 553), silentVillage: 7),
  ResidentYear(
    year: 2024, nursery: AgeGroupPlan(children: 429, attending: 186),
    kindergarten: AgeGroupPlan(children: 563, attending: 551), silentVillage: 19),
  ResidentYear(
    year: 2025, nursery: AgeGroupPlan(children: 417, attending: 193),
    kindergarten: AgeGroupPlan(children: 550, attending: 541)),
  ResidentYear(
    year: 2026, nursery: AgeGroupPlan(children: 426, attending: 201),
    kindergarten: AgeGroupPlan(children: 556, attending: 549),
    // One child more at school than lives there: the kind of report that has to be asked about.
    pinnedKindergarten: [24: PinnedVillage(children: 18, attending: 19)], villageWithGap: 26),
  ResidentYear(
    year: 2027, nursery: AgeGroupPlan(children: 423, attending: 206),
    kindergarten: AgeGroupPlan(children: 554, attending: 549), nurseryFloor: 40,
    pinnedNursery: [
      4: PinnedVillage(children: 13, attending: 5),
      9: PinnedVillage(children: 11, attending: 3),
      12: PinnedVillage(children: 0, attending: 0),
      17: PinnedVillage(children: 14, attending: 3),
      22: PinnedVillage(children: 12, attending: 4),
      31: PinnedVillage(children: 9, attending: nil),
    ],
    pinnedKindergarten: [31: PinnedVillage(children: 12, attending: nil)]),
]

/// Years before the reports were put in order: drawn apart, so that later ones stay as they are.
let earlyResidentYears = [
  ResidentYear(
    year: 2020, nursery: AgeGroupPlan(children: 447, attending: 148),
    kindergarten: AgeGroupPlan(children: 579, attending: 541)),
  ResidentYear(
    year: 2021, nursery: AgeGroupPlan(children: 441, attending: 143),
    kindergarten: AgeGroupPlan(children: 575, attending: 544), nurseryFloor: 20),
  ResidentYear(
    year: 2022, nursery: AgeGroupPlan(children: 444, attending: 169),
    kindergarten: AgeGroupPlan(children: 572, attending: 550), silentVillage: 29),
]
