/// Children by village, age group, sex and ethnicity, and how many of them attend.
func residentFile() -> SampleFile {
  var file = SampleFile(
    name: "mamnon_cutru.csv",
    columns: ["nam", "thon", "nhom", "gioitinh", "dantoc", "dan_so", "ra_lop"])
  var early = Chance(seed: 2_020)
  append(earlyResidentYears, to: &file, &early)
  var chance = Chance(seed: 2_610_2025)
  append(residentYears, to: &file, &chance)
  return file
}

private func append(
  _ years: [ResidentYear], to file: inout SampleFile, _ chance: inout Chance
) {
  for year in years {
    let nursery = nurseryVillages(year, &chance)
    let kindergarten = kindergartenVillages(year, &chance)
    for (place, village) in villages.enumerated() where village.number != year.silentVillage {
      for (group, numbers) in [("nhatre", nursery[place]), ("maugiao", kindergarten[place])] {
        let cells = split(numbers, of: village, &chance)
        for (index, counts) in cells.enumerated() {
          // The second pair of cells is the boys, the second of each pair the minorities.
          let isGap = village.number == year.villageWithGap && group == "nhatre" && index == 3
          file.append([
            String(year.year), village.key, group, index < 2 ? "nu" : "nam",
            index.isMultiple(of: 2) ? "kinh" : "dtts", cell(counts.children),
            cell(isGap ? nil : counts.attending),
          ])
        }
      }
    }
  }
}

/// The nursery: each village reaches the floor of the year, the rest follows the luck of the year.
private func nurseryVillages(_ year: ResidentYear, _ chance: inout Chance) -> [PinnedVillage] {
  let children = childrenByVillage(
    year.nursery.children, pinned: year.pinnedNursery, silent: year.silentVillage, &chance)
  let isFree = villages.map {
    year.pinnedNursery[$0.number] == nil && $0.number != year.silentVillage
  }
  let least = zip(children, isFree).map { $1 ? ($0 * year.nurseryFloor + 99) / 100 : 0 }
  let pinnedAttending = year.pinnedNursery.values.reduce(0) { $0 + ($1.attending ?? 0) }
  // Luck squared, so that a few villages do much better than the rest.
  let weights = zip(children, isFree).map { children, isFree in
    let luck = chance.number(5...100)
    return isFree ? children * luck * luck : 0
  }
  let room = zip(children, least).map { $0 * 5 / 6 - $1 }.map { max($0, 0) }
  let more = apportion(
    year.nursery.attending - pinnedAttending - least.reduce(0, +), by: weights, atMost: room)
  return villages.indices.map { place in
    year.pinnedNursery[villages[place].number]
      ?? PinnedVillage(children: children[place], attending: least[place] + more[place])
  }
}

/// The kindergarten: all attend but a few, and those live where the way is long.
private func kindergartenVillages(
  _ year: ResidentYear, _ chance: inout Chance
) -> [PinnedVillage] {
  let children = childrenByVillage(
    year.kindergarten.children, pinned: year.pinnedKindergarten, silent: year.silentVillage,
    &chance)
  var pinnedAbsent = 0
  for pinned in year.pinnedKindergarten.values {
    if let attending = pinned.attending { pinnedAbsent += pinned.children - attending }
  }
  let weights = villages.map { village in
    let isFree = year.pinnedKindergarten[village.number] == nil
    guard isFree, village.number != year.silentVillage else { return 0 }
    return chance.number(1...20) * (village.isDisadvantaged ? 6 : 1)
  }
  let absent = apportion(
    year.kindergarten.children - year.kindergarten.attending - pinnedAbsent, by: weights,
    atMost: children)
  return villages.indices.map { place in
    year.pinnedKindergarten[villages[place].number]
      ?? PinnedVillage(children: children[place], attending: children[place] - absent[place])
  }
}

/// Deals the children of an age group out to the villages, after those whose number is set.
private func childrenByVillage(
  _ total: Int, pinned: [Int: PinnedVillage], silent: Int?, _ chance: inout Chance
) -> [Int] {
  let weights = villages.map { village in
    let weight = village.weight * chance.number(88...112)
    return pinned[village.number] == nil && village.number != silent ? weight : 0
  }
  // The plan counts the villages that reported attendance.
  let reported = pinned.values.reduce(0) { $0 + ($1.attending == nil ? 0 : $1.children) }
  return apportion(total - reported, by: weights)
}

/// Girls and boys, Kinh and minorities: four pairs of numbers that add to the village's.
private func split(
  _ numbers: PinnedVillage, of village: Village, _ chance: inout Chance
) -> [PinnedVillage] {
  let kinh = village.kinhShare
  let girls = chance.number(44...53)
  let weights = [
    girls * kinh, girls * (100 - kinh), (100 - girls) * kinh, (100 - girls) * (100 - kinh),
  ]
  let children = apportion(numbers.children, by: weights)
  guard let attending = numbers.attending else {
    return children.map { PinnedVillage(children: $0, attending: nil) }
  }
  // Kinh children attend a little more often.
  let pull = zip(children, [118, 100, 118, 100]).map { $0 * $1 * chance.number(90...110) }
  var going = apportion(min(attending, numbers.children), by: pull, atMost: children)
  // Those who are not on the list of the village stand with the minority girls.
  going[1] += max(attending - numbers.children, 0)
  return zip(children, going).map { PinnedVillage(children: $0, attending: $1) }
}
