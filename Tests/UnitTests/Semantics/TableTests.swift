import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSemantics
import HoiSyntax
import Testing

/// Tables: what their statement says of a file, and how a bad one is refused.
@Suite struct TableTests {
  private let text = Snippet(
    """
    table lop "Lớp" from "lop.csv" { time nam school at 31-05; apart dimension ky { giua "Giữa kỳ", cuoi }
    dimension truong; reports by truongg; count hs unit "em" flow; amount chi unit "%"
    level muc { hai "khá" }; flag co { hai }; at 30-02; scool; thon
    delimiter ";" decimal "," skip 3 missing ".." "x" blank sheet "1" encoding "utf-8" "tcvn3" delimeter
    only rows where nam = 2027; "{nam} {cap}" }
    """)

  private var time: TableDeclaration.Entry.Kind {
    .time(
      TimeDeclaration(
        name: text.name("nam"), period: text.name("school"), referenceDay: text.name("31-05"),
        column: nil))
  }

  private var pupils: TableDeclaration.Entry.Kind {
    var measure = text.measure(.count, "hs", unit: "em")
    measure.accumulation = .flow
    return .measure(measure)
  }

  private func definition(
    _ kinds: [TableDeclaration.Entry.Kind], catalog: Catalog = Catalog()
  ) throws(Diagnostic) -> TableDefinition {
    try text.resolver(catalog).tableDefinition(
      TableDeclaration(
        name: text.name("lop"), label: text.text("Lớp"), file: text.text("lop.csv"),
        entries: kinds.map { .init($0, range: text.range("only rows where nam = 2027")) }))
  }

  private func refused(
    _ kinds: [TableDeclaration.Entry.Kind], catalog: Catalog = Catalog()
  ) -> Diagnostic? {
    refusal { () throws(Diagnostic) in try definition(kinds, catalog: catalog) }
  }

  private func option(_ name: String, _ values: String...) -> TableDeclaration.Entry.Kind {
    .option(text.name(name), values.map { text.expression($0) })
  }

  @Test func theStatementMakesABlueprint() throws {
    let definition = try definition([
      time, .dimensions([text.used("truong")], isApart: false), pupils,
      option("delimiter", "\";\""), option("decimal", "\",\""), option("skip", "3"),
      option("missing", "\"..\"", "\"x\""), option("blank"), option("encoding", "\"utf-8\""),
    ])
    let blueprint = definition.blueprint
    #expect(blueprint.table == "lop")
    #expect(blueprint.columns.map(\.sourceName) == ["nam", "truong", "hs"])
    #expect(blueprint.columns.map(\.schema.role) == [.time, .dimension, .measure(.count)])
    #expect(blueprint.delimiter == 0x3B)
    #expect(blueprint.decimal == 0x2C)
    #expect(blueprint.skippedLines == 3)
    #expect(blueprint.missingMarks == ["..", "x"])
    #expect(blueprint.blankIsZero)
    // Flows alone: two rows of one key add, and nothing is lost.
    #expect(!blueprint.requiresUniqueKeys)
  }

  @Test func aStockWantsUniqueKeys() throws {
    let stock = TableDeclaration.Entry.Kind.measure(text.measure(.count, "hs", unit: "em"))
    #expect(try definition([time, stock]).blueprint.requiresUniqueKeys)
  }

  @Test func rowsOutsideTheListAreKeptAndNamed() throws {
    let ky = text.used("ky", members: [text.member("giua", "Giữa kỳ"), text.member("cuoi")])
    let definition = try definition([time, .dimensions([ky], isApart: true), pupils])
    var catalog = Catalog()
    let warnings = try definition.makeTable(
      facts(definition.blueprint, ["2027 giua 5", "2027 he 6", "2028 he -"], file: "lop.csv"),
      catalog: &catalog)
    #expect(warnings.map(\.code) == ["H097"])
    #expect(warnings[0].notes.map(\.vietnamese) == ["lop.csv dòng 3: `he`, 2 dòng"])
    #expect(warnings[0].range == text.range("ky"))
    #expect(catalog.dimensions[0].keys == ["giua", "cuoi", "he"])
    #expect(catalog.tables[0].dimensions[0].isApart)
    #expect(catalog.tables[0].dimensions[0].memberOfCode == [0, 2])
    #expect(catalog.tables[0].referenceDay?.month == 5)
    #expect(catalog.tables[0].measures[0].isFlow)
  }

  @Test func aLabelOfTwoMembersIsNoKey() throws {
    var members = [text.member("giua", "Giữa kỳ"), text.member("cuoi")]
    members[1].label = members[0].label
    let definition = try definition([
      time, .dimensions([text.used("ky", members: members)], isApart: true), pupils,
    ])
    var catalog = Catalog()
    let table = FactTable(
      columns: definition.blueprint.columns.map(\.schema),
      keys: [.years([2027]), .text(["Giữa kỳ"]), .none], segments: [],
      origin: RowOrigin(file: "lop.csv", breaks: []))
    let refused = refusal { () throws(Diagnostic) in
      try definition.makeTable(table, catalog: &catalog)
    }
    #expect(refused?.code == "H098")
    #expect(catalog.tables.isEmpty)
    #expect(catalog.dimensions.isEmpty)
  }

  @Test func columnsAreChecked() {
    #expect(refused([pupils])?.code == "H090")
    #expect(refused([time, time, pupils])?.code == "H091")
    #expect(refused([time])?.code == "H092")
    #expect(refused([time, pupils, pupils])?.code == "H081")
    var bare = TimeDeclaration(
      name: text.name("nam"), period: nil, referenceDay: nil, column: nil)
    let period = refused([.time(bare), pupils])
    #expect(period?.code == "H093")
    #expect(period?.fix?.edits.first?.replacement == "nam school")
    bare.period = text.name("scool")
    let misspelt = refused([.time(bare), pupils])
    #expect(misspelt?.code == "H095")
    #expect(misspelt?.fix?.edits.first?.replacement == "school")
    bare.period = text.name("school")
    bare.referenceDay = text.name("30-02")
    #expect(refused([.time(bare), pupils])?.code == "H099")
    let truong = TableDeclaration.Entry.Kind.dimensions([text.used("truong")], isApart: false)
    let by = TableDeclaration.Entry.Kind.reports(by: text.name("truongg"), where: nil)
    let reports = refused([time, truong, by, pupils])
    #expect(reports?.code == "H101")
    #expect(reports?.fix?.edits.first?.replacement == "truong")
    #expect(refused([time, truong, by, by, pupils])?.code == "H100")
  }

  @Test func measuresAreChecked() {
    #expect(refused([time, .measure(text.measure(.amount, "chi", unit: "%"))])?.code == "H102")
    var level = text.measure(.level, "muc")
    level.steps = [text.member("hai", "khá")]
    #expect(refused([time, .measure(level)])?.code == "H103")
    var flag = text.measure(.flag, "co")
    flag.steps = [text.member("hai")]
    #expect(refused([time, .measure(flag)])?.code == "H104")
    var wide = text.measure(.count, "hs")
    wide.columnPattern = text.text("{nam} {cap}")
    #expect(refused([time, .measure(wide)])?.code == "H185")
  }

  @Test func optionsAreChecked() {
    #expect(refused([time, pupils, option("skip", "\"x\"")])?.code == "H106")
    #expect(refused([time, pupils, option("delimiter", "\"..\"")])?.code == "H106")
    #expect(refused([time, pupils, option("decimal", "\";\"")])?.code == "H106")
    #expect(refused([time, pupils, option("missing")])?.code == "H106")
    #expect(refused([time, pupils, option("sheet", "\"1\"")])?.code == "H188")
    #expect(refused([time, pupils, option("encoding", "\"tcvn3\"")])?.code == "H187")
    let rows = text.expression("nam = 2027")
    #expect(refused([time, pupils, .onlyRows(rows)]) == nil)
    let valid = TableDeclaration.Entry.Kind.valid(from: text.name("nam"), to: text.name("hs"))
    #expect(refused([time, pupils, valid])?.code == "H198")
  }

  @Test func aDimensionKeepsItsMembers() throws {
    let other = text.used("thon", members: [text.member("cuoi")])
    let refused = refused(
      [time, .dimensions([other], isApart: false), pupils], catalog: SmallModel.catalog)
    #expect(refused?.code == "H082")
    #expect(refused?.range == text.range("thon"))
  }

  @Test func tablesAndSubjectsShareTheirNames() {
    let text = Snippet("table mamnon { }")
    let refused = refusal { () throws(Diagnostic) in
      try text.resolver(SmallModel.catalog).tableDefinition(
        TableDeclaration(name: text.name("mamnon"), label: nil, file: nil, entries: []))
    }
    #expect(refused?.code == "H080")
    #expect(refused?.fix?.applied(to: text.source) == "table mamnon_2 { }")
  }

  /// A later table may bring members that go before those a target's scope knows by place.
  @Test func scopesFollowMembersThatMove() throws {
    let target = Snippet(
      "target mamnon.x on mamnon.co_nuoc = 100% due 2030 where truong in (MN-02) and truong != MN-01"
    )
    var declaration = TargetDeclaration(id: target.path("mamnon.x"))
    declaration.indicator = target.path("mamnon.co_nuoc")
    declaration.deadline = .due(target.number("2030"))
    declaration.scope = target.expression("truong in (MN-02) and truong != MN-01")
    var catalog = try target.resolver(SmallModel.catalog).target(declaration).catalog
    let definition = try definition([
      time, .dimensions([text.used("truong")], isApart: false), pupils,
    ])
    _ = try definition.makeTable(
      facts(definition.blueprint, ["2027 A-01 5", "2027 MN-02 6"]), catalog: &catalog)
    let truong = Axis.dimension(DimensionID(3))
    #expect(catalog[DimensionID(3)].keys == ["A-01", "MN-01", "MN-02"])
    #expect(
      catalog.targets[1].scope
        == .all([.members(truong, MemberSet([2])), .members(truong, MemberSet([1]).complement)]))
  }
}
