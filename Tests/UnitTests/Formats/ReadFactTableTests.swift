import HoiColumns
import HoiDiagnostics
import HoiFormats
import Testing

@Suite struct ReadFactTableTests {
  @Test func readsKeysAndCounts() throws {
    let table = try readChildren("nam,thon,tre\n2027,BM-02,12\n2026,BM-01,0\n2027,,7\n")
    #expect(
      table.allRowWords == [["2027", "BM-02", "12"], ["2026", "BM-01", "0"], ["2027", "?", "7"]])
    guard case .text(let villages) = table.keys[1], case .years(let years) = table.keys[0] else {
      Issue.record("keys of the wrong kind")
      return
    }
    #expect(villages == ["BM-01", "BM-02"])
    #expect(years == [2026, 2027])
    #expect(table.value(row: 2, column: 1) == 2)
  }

  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func readsEveryDelimiterAndLineBreak(delimiter: String, lineBreak: String) throws {
    for mark in ["", "\u{FEFF}"] {
      for isQuoted in [false, true] {
        for last in ["", lineBreak] {
          let rows = [["nam", "thon", "tre"], ["2027", "Nà Lìu", "12"], ["2028", "Nà Pài", "3"]]
          let text =
            mark
            + rows.map { row in
              row.map { isQuoted ? "\"\($0)\"" : " \($0) " }.joined(separator: delimiter)
            }.joined(separator: lineBreak) + last
          let table = try readChildren(text)
          #expect(table.allRowWords == [["2027", "Nà Lìu", "12"], ["2028", "Nà Pài", "3"]])
          #expect(table.origin.line(ofRow: 1) == 3)
        }
      }
    }
  }

  @Test func keepsWhatStandsInQuotes() throws {
    let table = try readChildren(
      "thon,nam,tre\n\"Nà, \"\"Lìu\"\"\",2027,1\n \"hai\ndòng\" ,2027,2\n\n\nBa,2027,3\n")
    #expect(
      table.allRowWords == [
        ["2027", "Nà, \"Lìu\"", "1"], ["2027", "hai\ndòng", "2"], ["2027", "Ba", "3"],
      ])
    #expect((0..<3).map { table.origin.line(ofRow: $0) } == [2, 3, 7])
  }

  @Test func matchesHeadsExactlyThenFolded() throws {
    #expect(try readChildren("NAM,Thon,tre\n2027,A,1\n").rowCount == 1)
    // The exact head wins over one that is only alike.
    #expect(try readChildren("nam,thon,TRE,tre\n2027,A,1,2\n").rowWords(0) == ["2027", "A", "2"])
    #expect(fileRefusal("nam,thon,TRE,Tre\n")?.filePlace == "H220 1:14 `Tre`")
    #expect(fileRefusal("nam,thon,tre,tre\n")?.filePlace == "H219 1:14 `tre`")
    let missing = fileRefusal("nam,thonn,tre\n")
    #expect(missing?.filePlace == "H218 1:1 `nam,thonn,tre`")
    #expect(missing?.notes.first?.english == "the columns of the file: nam, thonn, tre")
    #expect(missing?.fix?.hint?.english.contains("`thonn`") == true)
  }

  @Test func skipsTitlesAndSeparatorLines() throws {
    var blueprint = childrenBlueprint()
    blueprint.skippedLines = 2
    let table = try readChildren("Xã Bằng Mạc\n\"biểu 3\n\n \nnam;thon;tre\n2027;A;1\n", blueprint)
    #expect(table.origin.line(ofRow: 0) == 6)
    #expect(try readChildren("sep=;\nnam;thon;tre\n2027;A;1\n").rowCount == 1)
    blueprint.skippedLines = 0
    blueprint.delimiter = 0x7C
    #expect(try readChildren("nam|thon|\"tre\"\n2027|a,b,c,d,e|1\n", blueprint).rowCount == 1)
  }

  @Test func tellsBlankFromZeroAndMarks() throws {
    var blueprint = childrenBlueprint([("tre", .count), ("co", .flag), ("muc", .level)])
    blueprint.missingMarks = ["..", "KXĐ"]
    let text = "nam,thon,tre,co,muc\n2027,A,..,,KXĐ\n2027,..,,có,3\n2027,C,5,KHONG,\n"
    #expect(
      try readChildren(text, blueprint).allRowWords == [
        ["2027", "A", "—", "—", "—"], ["2027", "?", "—", "1", "3"], ["2027", "C", "5", "0", "—"],
      ])
    blueprint.blankIsZero = true
    #expect(
      try readChildren(text, blueprint).allRowWords == [
        ["2027", "A", "—", "0", "—"], ["2027", "?", "0", "1", "3"], ["2027", "C", "5", "0", "0"],
      ])
    // A mark that looks like a number is a mark first.
    blueprint.missingMarks = ["99", "..", "KXĐ"]
    #expect(
      try readChildren("nam,thon,tre,co,muc\n2027,A,99,1,2\n", blueprint).rowWords(0)[2] == "—")
  }

  @Test func readsSchoolYears() throws {
    let table = try readChildren("nam,thon,tre\n2027-2028,A,1\n2026 – 2027,A,1\n2025,A,1\n")
    #expect(table.allRowWords.map { $0[0] } == ["2027", "2026", "2025"])
    for (year, place) in [
      ("", "H242 2:1 ``"), ("2027-2029", "H243 2:1 `2027-2029`"), ("27", "H244 2:1 `27`"),
      ("2027-28", "H243 2:1 `2027-28`"), ("99999999999", "H243 2:1 `99999999999`"),
      ("2027-2028-2029", "H243 2:1 `2027-2028-2029`"),
    ] {
      #expect(fileRefusal("nam,thon,tre\n\(year),A,1\n")?.filePlace == place)
    }
  }

  @Test func oneNameInTwoSpellingsIsOneMember() throws {
    let table = try readChildren("nam,thon,tre\n2027,Nà,1\n2028,\"Nà\",2\n2029,  Nà\u{00A0},3\n")
    #expect(table.keys[1].count == 1)
  }

  @Test func acceptsAHeaderWithoutRows() throws {
    let table = try readChildren("nam,thon,tre\n")
    #expect(table.rowCount == 0)
    #expect(table.columns.count == 3)
  }

  @Test func fillsManySegments() throws {
    let count = FactTable.segmentRows + 1000
    var text = "nam,thon,tre\n"
    for row in 0..<count {
      text += "\(2020 + row % 7),T\(row % 300),\(row % 5 == 0 ? "" : "\(row)")\n"
    }
    let table = try readChildren(text)
    #expect(table.rowCount == count)
    #expect(table.segments.count == 2)
    for row in [0, 1, 63, 64, FactTable.segmentRows - 1, FactTable.segmentRows, count - 1] {
      #expect(
        table.rowWords(row) == [
          "\(2020 + row % 7)", "T\(row % 300)", row % 5 == 0 ? "—" : "\(row)",
        ])
      #expect(table.origin.line(ofRow: row) == row + 2)
    }
  }
}
