import HoiAnswer
import HoiDiagnostics
import HoiFormats
import HoiNumbers
import HoiRendering
import Testing

/// Three villages and a total: one without children, one that did not report.
func villageAnswer() -> Answer {
  var answer = Answer(rowCount: 4)
  answer.title = [Wording(vi: "Tỷ lệ huy động", en: "Enrolment rate"), Wording(verbatim: "2027")]
  answer.columns = [
    AnswerColumn(
      name: "thon", label: Wording(vi: "Thôn", en: "Village"), role: .group,
      cells: .members(codes: [1, 0, 2, -1], labels: ["Nà Lìu", "Nà \"Pài\", trên", "a|b\tc"])),
    AnswerColumn(
      name: "nam", label: Wording(vi: "Năm", en: "Year"), role: .group,
      cells: .years([2027, 2027, 2027, -1], .school)),
    AnswerColumn(
      name: "tyle", label: Wording(vi: "Tỷ lệ", en: "Rate"), unit: .ratio,
      cells: .numbers(
        NumberColumn(
          numerators: .narrow([206, 0, 0, 1]), denominators: .narrow([423, 1, 1, 8]),
          states: [.value, .missing, .notApplicable, .value]))),
    AnswerColumn(
      name: "mau", label: Wording(vi: "mẫu", en: "of"), role: .detail,
      cells: .numbers(
        NumberColumn(numerators: .constant(9, count: 4), denominators: .constant(1, count: 4)))),
    AnswerColumn(
      name: "ket_luan", label: Wording(vi: "Kết luận", en: "Verdict"),
      cells: .verdicts([.behind, .insufficient, .notDue, .met])),
  ]
  answer.hasTotal = true
  answer.rowsBeforeLimit = 5
  answer.milliseconds = 0.41239
  answer.sources = ["mamnon.csv"]
  answer.coverage = [
    Coverage(
      leaf: Wording(vi: "Thôn", en: "Village"), item: "tyle", expected: 31, reported: 30,
      missing: ["Nà Lìu"], denominatorCovered: Fraction(3, over: 4))
  ]
  answer.notes = [Note("year_chosen", Wording(vi: "năm mới nhất", en: "the latest year"))]
  return answer
}

@Suite struct WriteAnswerTests {
  @Test func writesCSV() {
    #expect(
      writeCSV(villageAnswer(), .vietnamese) == """
        thon,nam,tyle,ket_luan
        "Nà ""Pài"", trên",2027,0.486997635933806,chậm
        Nà Lìu,2027,,chưa đủ số liệu
        a|b\tc,2027,KAD,chưa đến hạn
        ,,0.125,đạt

        """)
    #expect(
      writeCSV(villageAnswer(), .english, delimiter: 0x3B).hasPrefix(
        "thon;nam;tyle;ket_luan\n\"Nà \"\"Pài\"\", trên\";2027;"))
  }

  @Test func writesTSV() {
    #expect(
      writeTSV(villageAnswer(), .english) == """
        thon\tnam\ttyle\tket_luan
        Nà "Pài", trên\t2027\t0.486997635933806\tbehind
        Nà Lìu\t2027\t\tnot enough data
        a|b c\t2027\tKAD\tnot yet due
        \t\t0.125\tmet

        """)
  }

  @Test func writesJSONLines() {
    let line = writeJSONLine(villageAnswer(), .english)
    #expect(
      line == #"{"ms":0.412,"columns":["#
        + #"{"name":"thon","unit":null,"role":"group"},{"name":"nam","unit":null,"role":"group"},"#
        + #"{"name":"tyle","unit":"ratio","role":"item"},"#
        + #"{"name":"ket_luan","unit":null,"role":"item"}],"#
        + #""rows":[["Nà \"Pài\", trên",2027,0.486997635933806,"cham"],"#
        + #"["Nà Lìu",2027,null,"chua_du_so_lieu"],["a|b\tc",2027,null,"chua_den_han"],"#
        + #"[null,null,0.125,"dat"]],"#
        + #""notes":[{"code":"total","rows":[3]},{"code":"limit","rows_before":5},"#
        + #"{"code":"missing","column":"tyle","rows":[1]},"#
        + #"{"code":"not_applicable","column":"tyle","rows":[2]},"#
        + #"{"code":"coverage","column":"tyle","leaf":"Village","expected":31,"reported":30,"#
        + #""missing":["Nà Lìu"],"not_applicable":[],"denominator_covered":0.75,"#
        + #""dropped_rows":0,"counts_rows":false},"#
        + #"{"code":"year_chosen","text":"the latest year"}]}"# + "\n")
  }

  @Test func writesJSONForPeople() {
    var answer = villageAnswer()
    answer.columns = [answer.columns[2]]
    answer.coverage = []
    answer.totalCount = 0
    answer.rowsBeforeLimit = 4
    #expect(
      writeJSON(answer, .vietnamese) == """
        {
          "title":["Tỷ lệ huy động","2027"],
          "columns":[
            {"name":"tyle","label":"Tỷ lệ","unit":"ratio","role":"item"}
          ],
          "rows":[
            [0.486997635933806],
            [null],
            [null],
            [0.125]
          ],
          "notes":[
            {"code":"missing","column":"tyle","rows":[1]},
            {"code":"not_applicable","column":"tyle","rows":[2]},
            {"code":"year_chosen","text":"năm mới nhất"}
          ],
          "sources":["mamnon.csv"]
        }

        """)
    let empty = writeJSON(Answer(), .english)
    #expect(empty.contains("\"rows\":[],"))
  }

  @Test func writesMarkdown() {
    let options = RenderOptions(language: .vietnamese)
    let text = writeMarkdown(
      title: titleParts(villageAnswer(), .vietnamese), wordTable(villageAnswer(), options),
      notes: ["30/31 đã báo cáo"])
    #expect(
      text == """
        **Tỷ lệ huy động · 2027**

        | Thôn | Năm | Tỷ lệ | mẫu | Kết luận |
        | --- | --- | ---: | ---: | --- |
        | Nà "Pài", trên | 2027–2028 | 48,70 % | 9 | chậm |
        | Nà Lìu | 2027–2028 | — | 9 | chưa đủ số liệu |
        | a\\|b\\\\u{9}c | 2027–2028 | KAD | 9 | chưa đến hạn |
        | **Tổng** |  | **12,50 %** | **9** | **đạt** |

        30/31 đã báo cáo\u{20}\u{20}

        """)
    #expect(writeMarkdown(title: [], WordTable(), notes: []) == "")
  }

  @Test func writesNumbersExactly() {
    func text(_ value: Fraction, _ unit: Unit = .number) -> String {
      var answer = Answer(rowCount: 1)
      answer.columns = [
        AnswerColumn(
          name: "x", label: Wording(verbatim: "x"), unit: unit,
          cells: .numbers(
            NumberColumn(
              numerators: .wide([value.numerator]), denominators: .wide([value.denominator]))))
      ]
      return String(writeTSV(answer, .english).dropFirst(2).dropLast())
    }
    #expect(text(Fraction(0)) == "0")
    #expect(text(Fraction(-7)) == "-7")
    #expect(text(Fraction(1, over: 3)) == "0.333333333333333")
    #expect(text(Fraction(-2, over: 3)) == "-0.666666666666667")
    #expect(text(Fraction(10, over: 5)) == "2")
    #expect(text(Fraction(100, over: 8)) == "12.5")
    #expect(text(Fraction(7, over: 100), .points) == "7")
    #expect(text(Fraction(-1, over: 3000), .points) == "-0.033333333333333")
    #expect(text(Fraction(2), .points) == "200")
    #expect(text(Fraction(Int128.max)) == String(Int128.max))
    #expect(text(Fraction(Int128.min)) == String(Int128.min))
    #expect(text(Fraction(Int128.max, over: 2)).hasPrefix("8507059173023461586584365185794205286"))
    #expect(text(Fraction(Int128.max), .points) == String(Int128.max) + "00")
    #expect(text(Fraction(1, over: Int128.max)) == "0")
  }

  @Test func quotesWhatWouldBreakARow() {
    var answer = Answer(rowCount: 3)
    answer.columns = [
      AnswerColumn(
        name: "a\nb", label: Wording(verbatim: "a"), role: .group,
        cells: .text(["", "=1+1", "x\r\ny"]))
    ]
    #expect(writeCSV(answer, .english) == "\"a\nb\"\n\"\"\n=1+1\n\"x\r\ny\"\n")
    #expect(writeTSV(answer, .english) == "a b\n\n=1+1\nx  y\n")
    #expect(writeJSONLine(answer, .english).contains(#"[[""],["=1+1"],["x\r\ny"]]"#))
  }

  @Test func letsNoTextCommandATerminal() {
    var answer = Answer(rowCount: 1)
    answer.columns = [
      AnswerColumn(
        name: "a", label: Wording(verbatim: "a"), role: .group,
        cells: .text(["\u{1B}[31m\u{7}\u{9B}\u{202E}đỏ\u{0}"]))
    ]
    #expect(writeTSV(answer, .english) == "a\n [31m   đỏ \n")
    #expect(
      writeJSONLine(answer, .english).contains(#"["\u001b[31m\u0007\u009b\u202eđỏ\u0000"]"#))
  }
}
