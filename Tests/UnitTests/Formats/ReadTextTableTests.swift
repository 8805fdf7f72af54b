import HoiColumns
import HoiDiagnostics
import HoiFormats
import Testing

@Suite struct ReadTextTableTests {
  private func read(_ text: String) throws(Diagnostic) -> TextTable {
    try readTextTable(Array(text.utf8), file: "thon.csv", limits: Limits())
  }

  @Test func readsNames() throws {
    let table = try read("ma;ten;\n01;\"Nà Lìu; trên\";x\n\n02; Nà Pài ;\n")
    #expect(table.header == ["ma", "ten", ""])
    #expect(table.columns == [["01", "02"], ["Nà Lìu; trên", "Nà Pài"], ["x", ""]])
    #expect(table.lines == [2, 4])
    #expect(table.file == "thon.csv")
  }

  @Test func refusesTwoColumnsOfOneName() throws {
    do throws(Diagnostic) {
      _ = try read("ma,ten,ma\n")
      Issue.record("two columns of one name were read")
    } catch {
      #expect(error.filePlace == "H219 1:8 `ma`")
    }
    do throws(Diagnostic) {
      _ = try read("ma,ten\n01\n")
      Issue.record("a short row was read")
    } catch {
      #expect(error.filePlace == "H216 2:1 `01`")
    }
  }

  @Test func pointsAtCellsLater() {
    let bytes = Array("\u{FEFF}ma,ten\n01,\"Nà\nLìu\"\n02,Nà Pài\n".utf8)
    func place(_ line: Int, _ column: Int?) -> String {
      let found = cellSource(bytes, file: "thon.csv", line: line, column: column)
      let position = found.source.position(of: found.range.start)
      return
        "\(found.source.name) \(position.line):\(position.byteInLine) \(found.source[found.range])"
    }
    #expect(place(1, 1) == "thon.csv 1:3 ten")
    #expect(place(2, 1) == "thon.csv 2:4 Nà\nLìu")
    #expect(place(4, 1) == "thon.csv 4:3 Nà Pài")
    #expect(place(4, nil) == "thon.csv 4:0 02,Nà Pài")
    #expect(place(4, 9) == "thon.csv 4:0 02,Nà Pài")
    #expect(place(99, 0) == "thon.csv 5:0 ")
  }
}
