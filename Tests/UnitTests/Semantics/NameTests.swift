import HoiCatalog
import HoiDiagnostics
import HoiSemantics
import Testing

/// What names stand for, and how unknown ones are refused.
@Suite struct NameTests {
  private func found(_ name: String, _ kinds: ReferenceKinds = .everything) -> Reference? {
    let text = Snippet(name)
    do {
      return try text.resolver(SmallModel.catalog).reference(text.path(name), expecting: kinds)
    } catch {
      return nil
    }
  }

  private func refused(_ name: String, _ kinds: ReferenceKinds = .values) -> Diagnostic? {
    let text = Snippet(name)
    return refusal { () throws(Diagnostic) in
      try text.resolver(SmallModel.catalog).reference(text.path(name), expecting: kinds)
    }
  }

  @Test func namesAreFoundByTheirParts() {
    #expect(found("mamnon.tyle") == .indicator(IndicatorID(0)))
    #expect(found("MamNon.TYLE") == .indicator(IndicatorID(0)))
    #expect(found("tyle") == .indicator(IndicatorID(0)))
    #expect(found("cutru.ra_lop") == .measure(MeasureID(TableID(0), 1)))
    #expect(found("mamnon") == .subject(SubjectID(0)))
    #expect(found("coso") == .table(TableID(1)))
    #expect(found("mamnon.tyle_nt") == .target(TargetID(0)))
    #expect(found("nhom") == .axis(.dimension(DimensionID(1)), of: nil))
    #expect(found("thon.dia_ban") == .axis(.attribute(DimensionID(0), 0), of: nil))
    #expect(found("cutru.nhom") == .axis(.dimension(DimensionID(1)), of: TableID(0)))
    #expect(found("cutru.nam") == .axis(.time, of: TableID(0)))
  }

  @Test func labelsNameToo() {
    let text = Snippet("\"Tỷ lệ huy động\"")
    let path = text.expression("\"Tỷ lệ huy động\"").path
    #expect(path != nil)
    let found = refusal { () throws(Diagnostic) in
      try text.resolver(SmallModel.catalog).reference(path!, expecting: .indicators)
    }
    #expect(found == nil)
  }

  /// `tre` is only `cutru.ra_lop` under another name, so the two are never in each other's way.
  @Test func oneNumberUnderTwoNamesIsNoAmbiguity() {
    #expect(found("tre") == .indicator(IndicatorID(1)))
  }

  @Test func unknownNamesAreRefusedWithNearOnes() {
    let unknown = refused("mamnon.tyl")
    #expect(unknown?.code == "H040")
    #expect(unknown?.range == SourceRange(0, 10))
    #expect(unknown.map { $0.fix?.applied(to: $0.source) } == "mamnon.tyle")
    let owner = refused("mannon.tyle")
    #expect(owner?.range == SourceRange(0, 6))
    #expect(owner.map { $0.fix?.applied(to: $0.source) } == "mamnon.tyle")
    let far = refused("hoan_toan_khac")
    #expect(far?.code == "H040")
    #expect(far?.fix == nil)
  }

  @Test func anotherKindOfThingIsNamed() {
    let wrong = refused("mamnon")
    #expect(wrong?.code == "H043")
    #expect(wrong.map { $0.fix?.applied(to: $0.source) } == "mamnon.tyle")
    #expect(refused("nhom")?.code == "H043")
  }

  @Test func twoHitsAreRefused() throws {
    let text = Snippet("subject thcs { measure tyle = coso.gv }")
    let catalog = try text.resolver(SmallModel.catalog).subject(
      .init(
        name: text.name("thcs"), label: nil, entries: [text.indicator(.measure, "tyle", "coso.gv")])
    ).catalog
    let question = Snippet("tyle")
    let both = refusal { () throws(Diagnostic) in
      try question.resolver(catalog).reference(question.path("tyle"), expecting: .values)
    }
    #expect(both?.code == "H041")
    #expect(both?.message.english.contains("thcs.tyle") == true)
    #expect(both?.message.english.contains("mamnon.tyle") == true)
    #expect(both.map { $0.fix?.applied(to: $0.source) } == "mamnon.tyle")
  }

  @Test func axesAreLookedForInTheTablesFirst() throws {
    let text = Snippet("nam NĂM dia_ban thon.dia_ban truong nhomm tyle")
    let resolver = text.resolver(SmallModel.catalog)
    let tables = [TableID(0)]
    #expect(try resolver.axis(text.path("nam"), tables: tables) == .time)
    #expect(try resolver.axis(text.path("NĂM"), tables: tables) == .time)
    #expect(
      try resolver.axis(text.path("dia_ban"), tables: tables) == .attribute(DimensionID(0), 0))
    #expect(
      try resolver.axis(text.path("thon.dia_ban"), tables: tables)
        == .attribute(DimensionID(0), 0))
    #expect(try resolver.axis(text.path("truong"), tables: tables) == .dimension(DimensionID(3)))
    let near = refusal { () throws(Diagnostic) in
      try resolver.axis(text.path("nhomm"), tables: tables)
    }
    #expect(near?.code == "H040")
    #expect(near?.fix?.edits.first?.replacement == "nhom")
    let indicator = refusal { () throws(Diagnostic) in
      try resolver.axis(text.path("tyle"), tables: tables)
    }
    #expect(indicator?.code == "H043")
  }

  @Test func anAxisThatASideLacksIsRefused() {
    let text = Snippet("show mamnon.tyle by truong")
    let resolver = text.resolver(SmallModel.catalog)
    let formula = SmallModel.catalog.indicators[0].formula
    let refused = refusal { () throws(Diagnostic) in
      try resolver.requireAxis(
        .dimension(DimensionID(3)), at: text.range("truong"),
        on: [AxisUser(name: "mamnon.tyle", formula: formula)])
    }
    #expect(refused?.code == "H044")
    #expect(refused?.message.vietnamese == "mamnon.tyle không chia theo `truong`")
    #expect(refused?.range == text.range("truong"))
    #expect(refused.map { $0.fix?.applied(to: $0.source) } == "show mamnon.tyle by thon")
    #expect(refused?.fix?.hint?.vietnamese == "chia được theo: nam, thon, nhom, khoi")
  }

  @Test func theSideThatLacksTheAxisIsNamed() {
    let text = Snippet("truong")
    let gv = MeasureID(TableID(1), 0)
    let formula = Formula.quotient(.measure(gv), .measure(MeasureID(TableID(0), 0)))
    let refused = refusal { () throws(Diagnostic) in
      try text.resolver(SmallModel.catalog).requireAxis(
        .dimension(DimensionID(3)), at: text.range("truong"),
        on: [AxisUser(name: "x", formula: formula)])
    }
    #expect(refused?.message.vietnamese == "mẫu số của x không chia theo `truong`")
    #expect(refused?.message.english == "the denominator of x cannot be split by `truong`")
  }
}
