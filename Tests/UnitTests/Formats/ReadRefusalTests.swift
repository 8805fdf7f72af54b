import HoiColumns
import HoiDiagnostics
import HoiFormats
import Testing

/// What a data file is refused for: the code, the place and the characters pointed at.
@Suite struct ReadRefusalTests {
  @Test(arguments: [
    ("", "H212 1:1 ``"),
    ("\n \n;;\n", "H212 1:1 ``"),
    ("nam,thon,tre\n2027,A\n", "H216 2:1 `2027,A`"),
    ("nam,thon,tre\n2027,A,1,2,3\n", "H217 2:10 `2,3`"),
    ("nam,thon,tre\n2027,A,1,\n", "H217 2:10 ``"),
    ("nam,thon,tre\n2027,\"A,1\n2028,B,2\n", "H213 2:6 `\"`"),
    ("nam,thon,tre\n2027,\"A\" B,1\n", "H214 2:10 `B`"),
    ("nam,thon,\"tre\n", "H213 1:10 `\"`"),
  ])
  func refusesBrokenShapes(text: String, place: String) {
    #expect(fileRefusal(text)?.filePlace == place)
  }

  @Test(arguments: [
    ("mười", "H230 2:8 `mười`"), ("1.5", "H230 2:8 `1.5`"), ("5.00", "H230 2:8 `5.00`"),
    ("1.234", "H231 2:8 `1.234`"), ("\"1,234\"", "H231 2:9 `1,234`"),
    ("1_234", "H232 2:8 `1_234`"), ("1 234 567", "H232 2:8 `1 234 567`"),
    ("1.234.567", "H232 2:8 `1.234.567`"), ("55%", "H234 2:8 `55%`"), ("-", "H230 2:8 `-`"),
    ("9223372036854775808", "H238 2:8 `9223372036854775808`"), ("1e3", "H230 2:8 `1e3`"),
    ("+5", "H230 2:8 `+5`"), ("0x10", "H230 2:8 `0x10`"), ("٣", "H230 2:8 `٣`"),
  ])
  func refusesWhatIsNoCount(cell: String, place: String) {
    #expect(fileRefusal("nam,thon,tre\n2027,A,\(cell)\n")?.filePlace == place)
  }

  @Test(arguments: [
    ("1234", "1234"), ("5.0", "5"), ("9223372036854775807", "9223372036854775807"),
    ("000", "0"), ("\" 7 \"", "7"), ("1000000000000000000", "1000000000000000000"),
  ])
  func acceptsCounts(cell: String, stored: String) throws {
    #expect(try readChildren("nam,thon,tre\n2027,A,\(cell)\n").rowWords(0)[2] == stored)
  }

  @Test func givesBothReadingsAndAFix() {
    let found = fileRefusal("nam,thon,tre\n2027,A,1.234\n")
    #expect(
      found?.message.english
        == "column `tre`: `1.234` has two readings: the whole number 1234 or the decimal 1.234")
    #expect(found.map { $0.fix!.applied(to: $0.source) } == "2027,A,1234")
    #expect(
      fileRefusal("nam,thon,tre\n2027,A,..\n")?.fix?.hint?.english.contains("missing \"..\"")
        == true)
  }

  @Test func refusesWhatIsNoFlagOrLevel() throws {
    let flag = childrenBlueprint([("co", .flag)])
    #expect(fileRefusal("nam,thon,co\n2027,A,x\n", flag)?.filePlace == "H241 2:8 `x`")
    let text = "nam,thon,co\n2027,A,Có\n2027,B,no\n2027,C,TRUE\n2027,D,0\n2027,E,\n"
    #expect(try readChildren(text, flag).allRowWords.map { $0[2] } == ["1", "0", "1", "0", "—"])
    let level = childrenBlueprint([("muc", .level)])
    #expect(fileRefusal("nam,thon,muc\n2027,A,-1\n", level)?.filePlace == "H240 2:8 `-1`")
    #expect(fileRefusal("nam,thon,muc\n2027,A,1000\n", level)?.filePlace == "H240 2:8 `1000`")
  }

  @Test func namesBothLinesOfAKey() {
    var blueprint = childrenBlueprint()
    blueprint.requiresUniqueKeys = true
    let text = "nam,thon,tre\n2027,A,1\n\n2027,B,1\n2027, a,1\n2027,\"A\",2\n"
    let found = fileRefusal(text, blueprint)
    #expect(found?.filePlace == "H223 6:1 `2027,\"A\",2`")
    #expect(found?.message.english == "lines 2 and 6 have the same key: nam=2027, thon=A")
    #expect(fileRefusal("nam,thon,tre\n2027,,1\n2027,,1\n", blueprint)?.code == "H223")
    #expect(fileRefusal("nam,thon,tre\n2027,A,1\n2028,A,1\n2027,B,1\n", blueprint) == nil)
  }

  @Test func reportsTheFirstErrorOfTheFile() {
    // The bad year stands below the bad count, although its column is read first.
    #expect(fileRefusal("nam,thon,tre\n2027,A,1\n2027,B,x\nz,C,1\n")?.filePlace == "H230 3:8 `x`")
    #expect(fileRefusal("nam,thon,tre\n2027,A,y\n2027\n")?.filePlace == "H230 2:8 `y`")
    #expect(fileRefusal("nam,thon,tre\n2027\n2027,A,y\n")?.filePlace == "H216 2:1 `2027`")
  }

  @Test func pointsIntoLaterLinesOfALongFile() {
    var text = "nam,thon,tre\r"
    for row in 0..<20_000 { text += "2027,T\(row),1\r" }
    #expect(fileRefusal(text + "2027,\"hai\rdòng\",sai\r")?.filePlace == "H230 20003:8 `sai`")
  }

  @Test func refusesOtherEncodings() {
    let head = Array("nam,thon,tre\n2027,".utf8)
    let found = fileRefusal(head + [0x4E, 0xC3, 0x2C, 0x31, 0x0A])
    #expect(found?.code == "H210")
    #expect(found?.source.position(of: found!.range.start).line == 2)
    #expect(found?.range.start == 6)
    #expect(fileRefusal([0xFF, 0xFE, 0x41, 0x00, 0x42])?.code == "H211")
    #expect(fileRefusal(head + [0x41, 0x00, 0x2C, 0x31, 0x0A])?.filePlace == "H245 2:6 `A\0`")
  }

  @Test func holdsItsLimits() {
    var limits = Limits()
    limits.fileColumns = 2
    #expect(fileRefusal("nam,thon,tre\n", limits: limits)?.filePlace == "H221 1:10 `tre`")
    limits = Limits()
    limits.cellBytes = 10
    let long = String(repeating: "a", count: 11)
    #expect(
      fileRefusal("nam,thon,tre\n2027,\(long),1\n", limits: limits)?.filePlace == "H215 2:6 `a`")
    #expect(
      fileRefusal("nam,thon,tre\n2027,\"\(long)\",1\n", limits: limits)?.filePlace
        == "H215 2:6 `\"`")
    limits = Limits()
    limits.members = 2
    let found = fileRefusal("nam,thon,tre\n2027,A,1\n2027,B,1\n2027,C,1\n", limits: limits)
    #expect(found?.filePlace == "H246 4:6 `C`")
    guard case .limit? = found?.kind else {
      Issue.record("a limit is of the kind limit")
      return
    }
  }
}
