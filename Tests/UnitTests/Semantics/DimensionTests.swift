import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiSemantics
import HoiSyntax
import Testing

/// Lists of members: what they make, and how a bad one is refused.
@Suite struct DimensionTests {
  private static let list = TextTable(
    file: "thon.csv", header: ["Mã", "ten", "dia_ban"],
    columns: [["a", "b", "c"], ["Hoa Sen", "", "Nà Pất"], ["dbkk", "khac", "vung_sau"]],
    lines: [2, 3, 5])

  private let text = Snippet(
    "dimension thon from \"thon.csv\" { key Mã; key mã_số; label ten; attribute dia_ban { dbkk } "
      + "attribute dia_bam; valid ten, dia_ban; successor ten; note \"Giả định\" }")

  private func declaration(
    _ entries: [DimensionDeclaration.Entry.Kind]
  ) -> DimensionDeclaration {
    DimensionDeclaration(
      name: text.name("thon"), label: nil, file: text.text("thon.csv"), members: nil,
      entries: entries.map { .init($0, range: text.range("key Mã")) })
  }

  private func made(
    _ entries: [DimensionDeclaration.Entry.Kind], _ list: TextTable = list,
    catalog: Catalog = Catalog()
  ) throws(Diagnostic) -> ModelChange {
    try text.resolver(catalog).dimension(declaration(entries), list: list)
  }

  private var diaBan: DimensionDeclaration.Entry.Kind {
    .attribute(text.name("dia_ban"), label: nil, column: nil, [text.member("dbkk")])
  }

  @Test func aListMakesMembersAndAttributes() throws {
    let change = try made([
      .key(text.name("Mã")), .label(text.name("ten")), diaBan, .note(text.text("Giả định")),
    ])
    let dimension = change.catalog.dimensions[0]
    #expect(dimension.keys == ["a", "b", "c"])
    #expect(dimension.labels == ["Hoa Sen", "b", "Nà Pất"])
    #expect(dimension.listedCount == 3)
    #expect(dimension.notes == ["Giả định"])
    #expect(dimension.attributes[0].keys == ["dbkk", "khac", "vung_sau"])
    #expect(dimension.attributes[0].valueOfMember == [0, 1, 2])
    #expect(change.warnings.map(\.code) == ["H096"])
    #expect(change.warnings[0].severity == .warning)
    #expect(change.warnings[0].notes[1].vietnamese == "thon.csv dòng 5: `vung_sau`")
  }

  @Test func daysAndSuccessorsAreRead() throws {
    let notADay = refusal { () throws(Diagnostic) in
      try made([.valid(from: text.name("ten"), to: text.name("dia_ban"))])
    }
    #expect(notADay?.code == "H190")
    let unknown = refusal { () throws(Diagnostic) in
      try made([.successor(text.name("dia_ban"))])
    }
    #expect(unknown?.code == "H192")
  }

  @Test func theSameTwiceChangesNothing() throws {
    let once = try made([.key(text.name("Mã"))]).catalog
    #expect(try made([.key(text.name("Mã"))], catalog: once).catalog.dimensions.count == 1)
    let other = refusal { () throws(Diagnostic) in
      try made([.key(text.name("ten"))], Self.filled, catalog: once)
    }
    #expect(other?.code == "H082")
    #expect(other?.range == text.range("thon"))
  }

  private static let filled = TextTable(
    file: "thon.csv", header: ["ten"], columns: [["x", "y"]], lines: [2, 3])

  @Test func unknownColumnsAreRefused() throws {
    let key = refusal { () throws(Diagnostic) in try made([.key(text.name("mã_số"))]) }
    #expect(key?.code == "H087")
    let near = refusal { () throws(Diagnostic) in
      try made([
        .attribute(text.name("dia_bam"), label: nil, column: nil, [])
      ])
    }
    #expect(near?.code == "H087")
    #expect(near?.range == text.range("dia_bam"))
    #expect(near?.fix?.edits.first?.replacement == "dia_ban")
  }

  @Test func badListsAreRefused() {
    let twice = TextTable(
      file: "thon.csv", header: ["ma"], columns: [["a", "b", "a"]], lines: [2, 3, 7])
    let double = refusal { () throws(Diagnostic) in try made([], twice) }
    #expect(double?.code == "H094")
    #expect(double?.message.english == "thon.csv: the key `a` is on line 2 and on line 7")
    let empty = TextTable(file: "thon.csv", header: ["ma"], columns: [["a", ""]], lines: [2, 3])
    #expect(refusal { () throws(Diagnostic) in try made([], empty) }?.code == "H089")
    var fileless = declaration([.key(text.name("Mã"))])
    fileless.file = nil
    let needed = refusal { () throws(Diagnostic) in
      try text.resolver(Catalog()).dimension(fileless, list: nil)
    }
    #expect(needed?.code == "H086")
  }

  @Test func membersInBracesDiffer() {
    let text = Snippet("dimension nhom { a, b, a }")
    let refused = refusal { () throws(Diagnostic) in
      try text.resolver(Catalog()).dimension(
        .init(
          name: text.name("nhom"), label: nil, file: nil,
          members: [
            .init(key: Name("a", range: text.range("a,")), label: nil),
            .init(key: Name("a", range: text.range("a }")), label: nil),
          ], entries: []), list: nil)
    }
    #expect(refused?.code == "H081")
    #expect(refused?.range == text.range("a }"))
  }
}
