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
}
