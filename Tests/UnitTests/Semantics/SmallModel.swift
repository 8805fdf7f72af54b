import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSemantics
import HoiSyntax

/// A small model made by the statements themselves: two tables, a subject and a target.
///
/// `cutru`: nam, thon (listed, with `dia_ban`), nhom (listed), khoi (whole numbers, listed), counts
/// `dan_so` and `ra_lop`. `coso`: nam, truong (from data), counts `gv` and `phong`, amount `chi`,
/// flag `nuoc`, level `muc`. Subject `mamnon`: `tyle` (part), `tre`, `co_nuoc`, `muc_gd`, `gv_phong`.
struct SmallModel {
  static let catalog: Catalog = {
    do throws(Diagnostic) {
      return try make()
    } catch {
      fatalError("\(error.code) \(error.message.english)")
    }
  }()

  private static func make() throws(Diagnostic) -> Catalog {
    var catalog = Catalog()
    catalog = try thon(catalog)
    catalog = try cutru(catalog)
    catalog = try coso(catalog)
    catalog = try mamnon(catalog)
    let text = Snippet("target mamnon.tyle_nt on mamnon.tyle >= 55.7% due 2030 where nhom = nhatre")
    var target = TargetDeclaration(id: text.path("mamnon.tyle_nt"))
    target.indicator = text.path("mamnon.tyle", 1)
    target.threshold = .comparison(
      .greaterOrEqual, text.expression("55.7%"), text.range(">= 55.7%"))
    target.deadline = .due(text.number("2030"))
    target.scope = text.expression("nhom = nhatre")
    return try text.resolver(catalog).target(target).catalog
  }

  private static func thon(_ catalog: Catalog) throws(Diagnostic) -> Catalog {
    let text = Snippet(
      "dimension thon \"Thôn\" from \"thon.csv\" key ma label ten attribute dia_ban dbkk \"Đặc biệt khó khăn\" khac"
    )
    let list = TextTable(
      file: "thon.csv", header: ["ma", "ten", "dia_ban"],
      columns: [
        ["BM-01", "BM-02", "BM-03"], ["Hoa Sen", "Hoa Mai", "Nà Pất"], ["dbkk", "khac", ""],
      ],
      lines: [2, 3, 4])
    return try text.resolver(catalog).dimension(
      DimensionDeclaration(
        name: text.name("thon"), label: text.text("Thôn"), file: text.text("thon.csv"),
        members: nil,
        entries: [
          .init(.key(text.name("ma")), range: text.range("key ma")),
          .init(.label(text.name("ten")), range: text.range("label ten")),
          .init(
            .attribute(
              text.name("dia_ban"), label: nil, column: nil,
              [text.member("dbkk", "Đặc biệt khó khăn"), text.member("khac")]),
            range: text.range("attribute dia_ban")),
        ]), list: list
    ).catalog
  }

  private static func cutru(_ catalog: Catalog) throws(Diagnostic) -> Catalog {
    let text = Snippet(
      """
      table cutru "Trẻ theo nơi cư trú" { time nam school at 31-05; dimension thon
      dimension nhom { nhatre "Nhà trẻ", maugiao "Mẫu giáo" }; dimension khoi { 1, 2, 10 }
      reports by thon; count dan_so unit "trẻ"; count ra_lop unit "trẻ" }
      """)
    let declaration = TableDeclaration(
      name: text.name("cutru"), label: text.text("Trẻ theo nơi cư trú"), file: nil,
      entries: [
        .init(
          .time(
            TimeDeclaration(
              name: text.name("nam"), period: text.name("school"),
              referenceDay: text.name("31-05"), column: nil)), range: text.range("time nam school")),
        .init(
          .dimensions([text.used("thon")], isApart: false), range: text.range("dimension thon")),
        .init(
          .dimensions(
            [
              text.used(
                "nhom",
                members: [text.member("nhatre", "Nhà trẻ"), text.member("maugiao", "Mẫu giáo")])
            ], isApart: false), range: text.range("dimension nhom")),
        .init(
          .dimensions(
            [text.used("khoi", members: [text.member("1"), text.member("2"), text.member("10")])],
            isApart: true), range: text.range("dimension khoi")),
        .init(.reports(by: text.name("thon"), where: nil), range: text.range("reports by thon")),
        .init(.measure(text.measure(.count, "dan_so", unit: "trẻ")), range: text.range("dan_so")),
        .init(.measure(text.measure(.count, "ra_lop", unit: "trẻ")), range: text.range("ra_lop")),
      ])
    let definition = try text.resolver(catalog).tableDefinition(declaration)
    var changed = catalog
    _ = try definition.makeTable(
      facts(
        definition.blueprint,
        ["2026 BM-01 nhatre 1 10 9", "2027 BM-01 nhatre 1 100 40", "2027 BM-02 maugiao 2 50 -"]),
      catalog: &changed)
    return changed
  }

  private static func coso(_ catalog: Catalog) throws(Diagnostic) -> Catalog {
    let text = Snippet(
      """
      table coso { time nam calendar; dimension truong; count gv unit "người"; count phong
      amount chi unit "đồng" flow; flag nuoc; level muc { 1 "trung bình", 2 "khá" } }
      """)
    var level = text.measure(.level, "muc")
    level.steps = [text.member("1", "trung bình"), text.member("2", "khá")]
    let declaration = TableDeclaration(
      name: text.name("coso"), label: nil, file: nil,
      entries: [
        .init(
          .time(
            TimeDeclaration(
              name: text.name("nam"), period: text.name("calendar"), referenceDay: nil, column: nil)
          ), range: text.range("time nam calendar")),
        .init(.dimensions([text.used("truong")], isApart: false), range: text.range("truong")),
        .init(.measure(text.measure(.count, "gv", unit: "người")), range: text.range("count gv")),
        .init(.measure(text.measure(.count, "phong")), range: text.range("count phong")),
        .init(
          .measure(text.measure(.amount, "chi", unit: "đồng")), range: text.range("amount chi")),
        .init(.measure(text.measure(.flag, "nuoc")), range: text.range("flag nuoc")),
        .init(.measure(level), range: text.range("level muc")),
      ])
    let definition = try text.resolver(catalog).tableDefinition(declaration)
    var changed = catalog
    _ = try definition.makeTable(
      facts(definition.blueprint, ["2026 MN-01 10 5 7 1 2", "2027 MN-02 12 6 8 0 1"]),
      catalog: &changed)
    return changed
  }

  private static func mamnon(_ catalog: Catalog) throws(Diagnostic) -> Catalog {
    let text = Snippet(
      """
      subject mamnon { ratio tyle "Tỷ lệ huy động" = cutru.ra_lop / cutru.dan_so part
      measure tre = cutru.ra_lop
      measure co_nuoc = coso.nuoc
      measure muc_gd = coso.muc
      measure gv_phong = coso.gv / coso.phong }
      """)
    return try text.resolver(catalog).subject(
      SubjectDeclaration(
        name: text.name("mamnon"), label: nil,
        entries: [
          text.indicator(
            .ratio, "tyle", label: "Tỷ lệ huy động", "cutru.ra_lop / cutru.dan_so",
            part: text.range("part")),
          text.indicator(.measure, "tre", "cutru.ra_lop"),
          text.indicator(.measure, "co_nuoc", "coso.nuoc"),
          text.indicator(.measure, "muc_gd", "coso.muc"),
          text.indicator(.measure, "gv_phong", "coso.gv / coso.phong"),
        ])
    ).catalog
  }
}

extension Snippet {
  func used(_ text: String, members: [MemberDeclaration]? = nil) -> ColumnDimension {
    ColumnDimension(name: name(text), label: nil, column: nil, members: members)
  }

  func measure(
    _ kind: MeasureDeclaration.Kind, _ text: String, unit: String? = nil
  ) -> MeasureDeclaration {
    MeasureDeclaration(
      kind: kind, name: name(text), label: nil, unit: unit.map { self.text($0) },
      accumulation: nil, column: nil, columnPattern: nil, steps: [])
  }

  func indicator(
    _ kind: IndicatorDeclaration.Kind, _ text: String, label: String? = nil, _ formula: String,
    part: SourceRange? = nil
  ) -> SubjectDeclaration.Entry {
    .init(
      .indicator(
        IndicatorDeclaration(
          kind: kind, name: name(text), label: label.map { self.text($0) },
          formula: expression(formula), part: part, lowerBetter: nil, bound: nil, texts: [])),
      range: range("\(kind.rawValue) \(text)"))
  }
}
