/// The budget in million đồng: by source, level, field, kind, and stage.
func budgetFile() -> SampleFile {
  var file = SampleFile(
    name: "ngansach.csv",
    columns: ["nam", "nguon", "cap_ns", "linh_vuc", "noi_dung", "giai_doan", "so_tien"])
  var chance = Chance(seed: 20)
  // Of a thousand: how the whole is dealt out, by source, level, field and kind.
  let lines: [(String, String, String, String, Int)] = [
    ("nsnn", "tinh", "giao_duc", "thuong_xuyen", 131), ("nsnn", "tinh", "giao_duc", "dau_tu", 28),
    ("nsnn", "xa", "giao_duc", "thuong_xuyen", 18), ("nsnn", "xa", "khac", "thuong_xuyen", 459),
    ("nsnn", "xa", "khac", "dau_tu", 186), ("ctmtqg", "tinh", "giao_duc", "dau_tu", 21),
    ("ctmtqg", "tinh", "khac", "dau_tu", 122), ("oda", "tinh", "giao_duc", "dau_tu", 9),
    ("dich_vu", "xa", "giao_duc", "thuong_xuyen", 6), ("huy_dong", "xa", "giao_duc", "dau_tu", 11),
    ("khac", "xa", "giao_duc", "thuong_xuyen", 2), ("khac", "xa", "khac", "thuong_xuyen", 7),
  ]
  for (place, year) in longYears.enumerated() {
    let total = 104_000 + 3_900 * place
    for (stage, percent) in [("du_toan", 100), ("quyet_toan", 97)] {
      if stage == "quyet_toan", year == 2027 { continue }
      for (source, level, field, kind, share) in lines {
        // The settled accounts of 2026 lack the loans: nobody has reported them.
        if stage == "quyet_toan", year == 2026, source == "oda" { continue }
        if source == "oda", year < 2023 { continue }
        let tenths = total * share * percent * chance.number(960...1040) / 1_000_0000
        file.append([
          String(year), source, level, field, kind, stage, "\(tenths / 10).\(tenths % 10)",
        ])
      }
    }
  }
  return file
}
