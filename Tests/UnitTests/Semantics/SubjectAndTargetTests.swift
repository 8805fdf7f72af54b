import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSemantics
import HoiSyntax
import Testing

/// Indicators and the targets on them.
@Suite struct SubjectAndTargetTests {
  private func subject(
    _ text: Snippet, _ entries: [SubjectDeclaration.Entry]
  ) throws(Diagnostic) -> ModelChange {
    try text.resolver(SmallModel.catalog).subject(
      SubjectDeclaration(name: text.name("thcs"), label: nil, entries: entries))
  }

  @Test func indicatorsAreMade() throws {
    let indicators = SmallModel.catalog.indicators
    #expect(indicators.map(\.name) == ["tyle", "tre", "co_nuoc", "muc_gd", "gv_phong"])
    #expect(indicators[0].isPart)
    #expect(indicators[0].spelling == "cutru.ra_lop / cutru.dan_so")
    #expect(!indicators[1].isPart)
    // Yes over known is a part of the whole by nature.
    #expect(indicators[2].isPart)
    #expect(indicators[2].unit == .ratio)
    #expect(indicators[3].unit == .level)
  }

  @Test func whatIsNoRatioIsRefused() {
    let text = Snippet("subject thcs { ratio gv_tre = coso.gv / cutru.dan_so }")
    let refused = refusal { () throws(Diagnostic) in
      try subject(text, [text.indicator(.ratio, "gv_tre", "coso.gv / cutru.dan_so")])
    }
    #expect(refused?.code == "H105")
    #expect(refused?.range == text.range("coso.gv / cutru.dan_so"))
    #expect(
      refused?.fix?.applied(to: text.source)
        == "subject thcs { measure gv_tre = coso.gv / cutru.dan_so }")
  }

  @Test func indicatorsAreChecked() {
    let text = Snippet(
      "subject thcs { measure x = coso.gv part; measure y = 5; measure z = coso.gv nots \"…\" }")
    let part = refusal { () throws(Diagnostic) in
      try subject(
        text, [text.indicator(.measure, "x", "coso.gv", part: text.range("part"))])
    }
    #expect(part?.code == "H108")
    let empty = refusal { () throws(Diagnostic) in
      try subject(text, [text.indicator(.measure, "y", "5")])
    }
    #expect(empty?.code == "H120")
    let twice = refusal { () throws(Diagnostic) in
      try subject(
        text,
        [text.indicator(.measure, "x", "coso.gv"), text.indicator(.measure, "x", "coso.gv")])
    }
    #expect(twice?.code == "H081")
  }

  @Test func aBoundReachesFromZero() throws {
    let text = Snippet("subject thcs { measure x = coso.gv bound 100 }")
    var entry = text.indicator(.measure, "x", "coso.gv")
    if case .indicator(var indicator) = entry.kind {
      indicator.bound = text.expression("100")
      entry.kind = .indicator(indicator)
    }
    let bound = try subject(text, [entry]).catalog.indicators.last?.bound
    #expect(bound?.low == .zero)
    #expect(bound?.high == Fraction(100))
  }

  @Test func targetsAreMade() throws {
    let target = SmallModel.catalog.targets[0]
    #expect(target.name == "mamnon.tyle_nt")
    #expect(target.label == "Tỷ lệ huy động, nhà trẻ")
    #expect(target.threshold == .comparison(.greaterOrEqual, Fraction(557, over: 1000)))
    #expect(target.deadline == .due(2030))
    #expect(target.scope == .members(.dimension(DimensionID(1)), MemberSet([0])))
    #expect(target.scopeSpelling == "nhom = nhatre")
  }

  private let text = Snippet(
    "target mamnon.co_nuoc >= 80% > 80 != 41% in 41%..43% 2040 2030 2025 mucc due grade datt bao_dam "
      + "blend chung mamnon.muc_gd \"khá\" mamnon.tyle_huyen don_le where nam = 2027 nhom = nhatre")

  private func target(
    _ id: String = "mamnon.co_nuoc", _ change: (inout TargetDeclaration) -> Void = { _ in }
  ) throws(Diagnostic) -> Target {
    var declaration = TargetDeclaration(id: text.path(id))
    declaration.deadline = .due(text.number("2030"))
    change(&declaration)
    let made = try text.resolver(SmallModel.catalog).target(declaration).catalog.targets
    return made[made.count - 1]
  }

  @Test func everyPartOfATargetIsKept() throws {
    let made = try target { declaration in
      declaration.threshold = .range(
        lower: text.expression("41%", 1), upper: text.expression("43%"), text.range("in 41%..43%"))
      declaration.deadline = .everyYear(to: text.number("2030"), text.range("2030"))
      declaration.from = text.number("2025")
      declaration.fromValue = text.expression("80%")
      declaration.grade = text.name("bao_dam")
    }
    #expect(made.threshold == .range(Fraction(41, over: 100), Fraction(43, over: 100)))
    #expect(made.deadline == .everyYear(to: 2030))
    #expect(made.from == 2025)
    #expect(made.fromValue == Fraction(80, over: 100))
    #expect(made.grade == .baoDam)
    // The label is the indicator's where neither the target nor its scope has one.
    #expect(made.label == "co_nuoc")
  }

  @Test func aBlendIsOfOneThreshold() throws {
    let made = try target { declaration in
      declaration.threshold = .comparison(
        .greaterOrEqual, text.expression("80%"), text.range(">= 80%"))
      declaration.blend = text.name("chung")
    }
    #expect(made.blend == "chung")
    let ranged = refusal { () throws(Diagnostic) in
      try target { declaration in
        declaration.threshold = .range(
          lower: text.expression("41%", 1), upper: text.expression("43%"), text.range("in 41%..43%")
        )
        declaration.blend = text.name("chung")
      }
    }
    #expect(ranged?.code == "H163")
  }

  @Test func aLevelIsMetAtAStep() throws {
    let made = try target("mamnon.muc_gd") { declaration in
      declaration.threshold = .comparison(
        .greaterOrEqual, text.expression("\"khá\""), text.range("\"khá\""))
    }
    #expect(made.threshold == .comparison(.greaterOrEqual, Fraction(2)))
  }

  @Test func targetsAreChecked() {
    let alone = refusal { () throws(Diagnostic) in try target("don_le") }
    #expect(alone?.code == "H122")
    #expect(alone?.fix?.edits.first?.replacement == "mamnon.don_le")
    let nameless = refusal { () throws(Diagnostic) in try target("mamnon.tyle_huyen") }
    #expect(nameless?.code == "H123")
    #expect(nameless?.fix?.edits.first?.replacement == "mamnon.tyle_huyen on mamnon.tyle")
    let endless = refusal { () throws(Diagnostic) in try target { $0.deadline = nil } }
    #expect(endless?.code == "H124")
    let backward = refusal { () throws(Diagnostic) in
      try target { $0.from = text.number("2040") }
    }
    #expect(backward?.code == "H125")
    #expect(backward?.range == text.range("2040"))
    #expect(backward?.fix?.edits.first?.replacement == "2030")
    let sign = refusal { () throws(Diagnostic) in
      try target {
        $0.threshold = .comparison(.notEqual, text.expression("41%"), text.range("!= 41%"))
      }
    }
    #expect(sign?.code == "H126")
    let bare = refusal { () throws(Diagnostic) in
      try target {
        $0.threshold = .comparison(.greater, text.expression("80", 1), text.range("> 80"))
      }
    }
    #expect(bare?.code == "H051")
    #expect(bare?.fix?.edits.first?.replacement == "80%")
    let scoped = refusal { () throws(Diagnostic) in
      try target { $0.scope = text.expression("nam = 2027") }
    }
    #expect(scoped?.code == "H127")
    let foreign = refusal { () throws(Diagnostic) in
      try target { $0.scope = text.expression("nhom = nhatre") }
    }
    #expect(foreign?.code == "H044")
    let grade = refusal { () throws(Diagnostic) in try target { $0.grade = text.name("datt") } }
    #expect(grade?.code == "H128")
    #expect(grade?.fix?.edits.first?.replacement == "dat")
  }

  @Test func aTargetsNameIsItsOwn() throws {
    let once = try text.resolver(SmallModel.catalog).target(promise).catalog
    let twice = refusal { () throws(Diagnostic) in try text.resolver(once).target(promise) }
    #expect(twice?.code == "H080")
  }

  private var promise: TargetDeclaration {
    var declaration = TargetDeclaration(id: text.path("mamnon.co_nuoc"))
    declaration.deadline = .due(text.number("2030"))
    return declaration
  }
}
