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
  /// Specially disadvantaged.
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
  var file = SampleFile(name: "thon.csv", columns: ["ma", "ten", "cum", "dia_ban"])
  for village in villages {
    file.append([
      village.key, "Thôn \(village.key)", village.commune.rawValue,
      village.isDisadvantaged ? "dbkk" : "khac",
    ])
  }
  return file
}

/// Keys of the invented preschools, one for each former commune.
let schools = ["MN-01", "MN-02", "MN-03", "MN-04"]

func schoolFile() -> SampleFile {
  var file = SampleFile(name: "truong.csv", columns: ["ma", "ten", "cum"])
  for (school, commune) in zip(schools, FormerCommune.allCases) {
    file.append([school, "Trường \(school)", commune.rawValue])
  }
  return file
}
