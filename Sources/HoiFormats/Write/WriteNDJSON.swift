import HoiAnswer
import HoiDiagnostics

/// An answer as a line of JSON for each row, totals apart: `{"thon":"…","tyle_huydong":0.487}`.
///
/// Values are as in `writeJSON`; what is not there is null. A name that an earlier column has too
/// is told apart by its place: `tyle_2`.
package func writeNDJSON(_ answer: Answer, _ language: Language) -> String {
  let columns = answer.dataColumns
  var names: [String] = []
  for column in columns {
    let name = answer.columns[column].name
    var unique = name
    var place = 1
    while names.contains(unique) {
      place += 1
      unique = "\(name)_\(place)"
    }
    names.append(unique)
  }
  var output: [UInt8] = []
  for row in 0..<(answer.rowCount - answer.totalCount) {
    var json = JSONText()
    json.object { json in
      for (name, column) in zip(names, columns) {
        json.key(name)
        json.value(answer, row, column, language)
      }
    }
    output += json.bytes
    output.append(lineFeed)
  }
  return String(decoding: output, as: UTF8.self)
}
