import HoiAnswer
import HoiColumns
import HoiDiagnostics
import HoiFormats
import HoiNumbers
import Testing

@Suite struct CSVRoundTripTests {
  @Test func readsBackWhatItWrites() throws {
    var random = FormatsRandom(seed: 2027)
    let pieces = ["a", "Nà Lìu", "\"", "\"\"", ",", ";", "\n", "|", "\t", "=", "đ", "x y", "0"]
    for round in 0..<200 {
      let rowCount = Int.random(in: 0...30, using: &random)
      let columnCount = Int.random(in: 1...5, using: &random)
      var texts: [[String]] = []
      var answer = Answer(rowCount: rowCount)
      for column in 0..<columnCount {
        let cells = (0..<rowCount).map { _ in
          let inner = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            pieces.randomElement(using: &random)!
          }
          // Blanks at the ends of a cell are dropped when it is read.
          return Bool.random(using: &random) ? "" : "<" + inner.joined() + ">"
        }
        texts.append(cells)
        answer.columns.append(
          AnswerColumn(
            name: "cột \(column)", label: Wording(verbatim: ""), role: .group, cells: .text(cells)))
      }
      // A header of one column shows no delimiter, and then a comma is taken.
      let delimiter: UInt8 = round % 2 == 0 || columnCount == 1 ? 0x2C : 0x3B
      let written = writeCSV(answer, .vietnamese, delimiter: delimiter)
      // A row of empty cells says nothing and is passed over when it stands without quotes.
      let kept = (0..<rowCount).filter { row in
        columnCount == 1 || texts.contains { !$0[row].isEmpty }
      }
      let table = try readTextTable(Array(written.utf8), file: "x.csv", limits: Limits())
      #expect(table.header == answer.columns.map(\.name))
      #expect(table.columns == texts.map { column in kept.map { column[$0] } })
    }
  }

  /// Whatever the bytes, reading ends with a table or a diagnostic whose range lies in its source.
  @Test func randomBytesNeverTrap() {
    var random = FormatsRandom(seed: 11)
    let alphabet =
      Array("nam,thon,tre;|\t\"\"\r\n\n 0123456789.,-_%\u{FEFF}đà−–".utf8) + [0, 0xFF, 0xC3]
    var blueprint = childrenBlueprint([("tre", .count), ("chi", .amount), ("co", .flag)])
    blueprint.requiresUniqueKeys = true
    let heads = [
      "nam,thon,tre,chi,co\n", "nam;thon;tre;chi;co\r", "", "sep=|\n\"nam\"|thon|tre|chi|co\n",
    ]
    var limits = Limits()
    for round in 0..<3000 {
      limits.cellBytes = round % 3 == 0 ? 5 : 1 << 20
      limits.fileColumns = round % 5 == 0 ? 4 : 4096
      var bytes = Array(heads[round % 4].utf8)
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        if Int.random(in: 0...9, using: &random) == 0 {
          bytes += Array("2027,A,1,1.5,1\n".utf8)
        } else {
          bytes.append(alphabet.randomElement(using: &random)!)
        }
      }
      if let found = fileRefusal(bytes, blueprint, limits: limits) {
        #expect(found.range.end <= found.source.bytes.count)
        _ = writeJSONDiagnostic(found, .vietnamese)
      }
      do throws(Diagnostic) {
        _ = try readTextTable(bytes, file: "x", limits: limits)
      } catch {
        #expect(error.range.end <= error.source.bytes.count)
      }
    }
  }
}
