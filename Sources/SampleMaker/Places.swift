/// One of the four communes that became the present one in 2025.
enum FormerCommune: String, CaseIterable {
  case giaLoc = "gia_loc"
  case bangHuu = "bang_huu"
  case thuongCuong = "thuong_cuong"
  case bangMac = "bang_mac"
}

/// An invented village.
struct Village {
  let number: Int
  let commune: FormerCommune
  /// Specially disadvantaged before 2026.
  let isDisadvantaged: Bool
  /// How many children live there, against the others.
  let weight: Int
  /// Of a hundred children, how many are Kinh.
  let kinhShare: Int

  var key: String { "BM-" + (number < 10 ? "0" : "") + String(number) }
}

let villages: [Village] = {
  var chance = Chance(seed: 6475)
  let disadvantaged: Set = [4, 7, 9, 13, 17, 22, 26, 28, 31]
  let mixed: Set = [1, 10, 18, 25]
  return (1...32).map { number in
    let commune: FormerCommune =
      switch number {
      case ...8: .giaLoc
      case ...15: .bangHuu
      case ...23: .thuongCuong
      default: .bangMac
      }
    let weight = number == 12 ? 12 : chance.number(70...130)
    let kinhShare = mixed.contains(number) ? chance.number(35...55) : chance.number(0...16)
    return Village(
      number: number, commune: commune, isDisadvantaged: disadvantaged.contains(number),
      weight: weight, kinhShare: kinhShare)
  }
}()

func villageFile() -> SampleFile {
  var file = SampleFile(name: "thon.csv", columns: ["ma", "ten", "cum"])
  for village in villages {
    file.append([village.key, "Thôn \(village.key)", village.commune.rawValue])
  }
  return file
}

/// Which villages are specially disadvantaged, from a year on: two leave the list in 2026.
func areaFile() -> SampleFile {
  var file = SampleFile(name: "thon_dia_ban.csv", columns: ["ma", "nam", "dia_ban"])
  for village in villages {
    file.append([village.key, "2020", village.isDisadvantaged ? "dbkk" : "khac"])
  }
  for village in villages where [13, 28].contains(village.number) {
    file.append([village.key, "2026", "khac"])
  }
  return file
}

/// Keys of the invented preschools, one for each former commune.
let schools = allSchools.filter { $0.levels == ["mn"] }.map(\.key)
