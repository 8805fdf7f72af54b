/// Sentences that must be read without a word of refusal.
enum SyntaxExamples {
  static let questions = [
    "show mamnon.tyle_huydong where nam=2027",
    "show mamnon.tyle_huydong by thon where nam=2027 and nhom=nhatre sort tyle_huydong limit 5",
    "check mamnon where nam=2027",
    "pace mamnon.tyle_huydong to 2030 where nhom=nhatre",
    "show a by thon, nam",
    "show a where nam = 2027 and gioitinh = nu",
    "show a having tyle_huydong < 50%",
    "show a vs 2025", "show a vs prev", "show a vs dantoc = kinh",
    "show a with total", "show a pivot nam", "show a sort -tyle_huydong, thon",
    "show a limit 3 per nam", "show a pooled nam", "show a strict", "show a restated",
    "show a chart line", "show a into \"q1.xlsx\"", "show a chart format csv",
    "show _ sort -a limit 3 pivot nam chart into \"x.csv\"",
    "show x.tu, x.mau, prev(x), prev(x, 2), change(x), growth(x), moving(x, 3), share(x), rank(x)",
    "show sum(a), min(a), max(a), avg(a), count(t), distinct(d), coverage(x), round(x, 2), abs(x)",
    "show missing(x), target(x), gap(x), status(x), sum(a) / sum(b) as ty_so",
    "show a where nam in 2025..2030 and thon in (a, b) and ten ~ \"hoa sen\"",
    "show a where not missing(x) and not (a = 1 or b != 2) and nam = latest",
    "show a where x >= 20 ty and y < 35 tr and z <= 1_000_000 and t > -5",
    "show a where m in (nu, 3t, BM-01, 15-25, 06475) and $nam = 3 and thon = $thon",
    "show a where thon = \"Nà Pò\" and x = (1 + 2)",
    "show mamnon.tỉ_lệ_huy_động by thôn where năm=2027",
    "trace mamnon.tyle_huydong by thon where nam=2027 format json into \"x\"",
    "project tieuhoc.tuyen_moi to 2030 by thon",
    "rows mamnon_cutru where nam=2027 and thon=BM-31 sort ra_lop limit 3",
    "list targets", "list", "check", "describe mamnon.tyle_huydong", "describe BM-01",
    "describe mamnon.\"tỷ lệ huy động\"", "explain show a by thon",
    "let tyle = mamnon.tyle_huydong", "let g = a / (b where khoi = 9)", "param nam = 2027",
    "set threads = 2", "set lang vi", "expect tre > 0 by truong where nam=2027",
    "say \"Năm $nam\"", "use \"mo_hinh.hoi\"", "load \"anything.csv\" as x", "load \"a.csv\"",
    // What the council asks.
    "check where nam=2027",
    "show mamnon.tyle_huydong where nam=2026 vs 2025",
    "pace mamnon.tyle_truong_chuanqg to 2030",
    "show mamnon.tyle_sdd_nhecan, mamnon.tyle_sdd_thapcoi, mamnon.tyle_sdd_hop where nam=2027",
    "show tieuhoc.muc_pcgd by nam having muc_pcgd < 3",
    "check gdtx.tyle_ld_bangcap where nam=2030",
    "show ngansach.so_tien, share(ngansach.so_tien) by nguon where nam=2026",
    "show baocao.da_nop by truong where nam=2026 and ky=dau having missing(da_nop) or da_nop = 0%",
    "check thcs.tyle_hoc_gdnn by dia_ban where nam=2027",
    "show avg(mamnon.tyle_huydong) where nam=2027",
    "show mamnon.tyle_huydong by dantoc where nam=2027 and nhom=maugiao vs dantoc = kinh",
    "show tieuhoc.hs by thon, gioitinh where khuyettat=co and nam=2027",
    "show thcs.tyle_hoanthanh_cap, rank(thcs.tyle_hoanthanh_cap) by xa where nam=2026",
    "check ngansach by nam",
    "show gso.hs by cap where tinh=\"Lạng Sơn\" and nam=2016",
    // Vietnamese keywords, and names that are spelled like keywords.
    "xem a theo thôn khi năm = 2027 sắp -a lấy 5", "kiểm mamnon khi nam=2027", "KIỂM",
    "show by by where where where = by sort sort", "show ra, lay by theo, khi sort loc",
    "show show, check as list", "show không where không = không and co = không",
    "show a where không missing(b)",
  ]

  static let models = [
    """
    dimension thon "Thôn" from "thon.csv" {
      key ma
      label ten
      attribute cum      "Cụm (xã cũ)"
      attribute dia_ban  "Địa bàn" { dbkk "Đặc biệt khó khăn", khac "Địa bàn khác" }
      valid tu, den
      successor ke_thua; note "Giả định."
    }

    table mamnon_cutru from "mamnon_cutru.csv" {        # one row: a year × village × age group × sex
      time       nam school at 31-05
      dimension  thon
      dimension  nhom { nhatre "Nhà trẻ", maugiao "Mẫu giáo" }
      dimension  gioitinh { nu "Nữ", nam "Nam" }
      reports by thon                                   # each village owes a report each year
      count      dan_so "Trẻ trong độ tuổi" unit "trẻ" stock
      count      ra_lop "Trẻ đến trường"    unit "trẻ" stock
    }

    subject mamnon "Giáo dục mầm non" {
      ratio   tyle_huydong "Tỷ lệ huy động trẻ đến trường" = mamnon_cutru.ra_lop / mamnon_cutru.dan_so part
      ratio   tyle_bantru  "Tỷ lệ trẻ ăn bán trú" = mamnon_truong.bantru / mamnon_truong.tre part
      measure tre          "Số trẻ trong trường" = mamnon_truong.tre
    }

    target mamnon.tyle_huydong_nhatre on mamnon.tyle_huydong >= 55.7% due 2030 from 2025 where nhom = nhatre
      grade dat per "Điều 1, mục I.2.1" quote "Tỷ lệ huy động trẻ nhà trẻ đến trường đạt 55,7%"
    """,
    """
    table t {
      time nam calendar from "Năm"
      apart dimension ky, nguon
      dimension cap from "Cấp" { th, thcs "THCS" }
      level muc { 1 "trung bình", 2 "khá" }
      flag co_nuoc; amount tien unit "đồng" flow
      valid tu, den
      delimiter ";"
      decimal ","
      encoding "utf-8"
      sheet "Sheet 1"
      skip 3
      missing "..", "x"
      blank is zero
      only rows where loai = xa and cap != 3
      count ra_lop from "Số trẻ ra lớp"
      count hs from columns "{nam} {cap}" unit "học sinh"
    }
    """,
    """
    subject s { ratio tyle_hoanthanh = (hs.hoanthanh where khoi = 9) / prev((hs.tuyen_moi where khoi = 6), 3)
      ratio b = x.a
        / x.b part lower better bound 0%..100%
        definition "…" population "…"
        source "…"
      note "…"
    }
    target a in 41%..43% every year to 2030 from 2025 12.5% blend ten grade tam_nhin note "a" note "b"
    target b "Không có số" due 2045
    target c on ra >= 5 where lay = ra grade dat
    subject ra "Ra" { ratio lay "Lấy" = ra.khi / ra definition "…" }
    """,
  ]
}
