import HoiFormats
import HoiSemantics

/// What a file of data seems to hold, as a `table` statement that can be read, changed and pasted.
struct InferredTable {
  struct Column {
    enum Role: String {
      case time, dimension, count, amount
    }
    var role: Role
    var name: String
    var head: String
    /// For years: whether they are school years.
    var isSchool = false
    /// Whether its cells were all seen to be numbers that are read one way only.
    var isSurelyNumbers = false
  }

  var name: String
  var file: String
  var columns: [Column] = []
  var marks: [String] = []
  /// Keys repeat, so that the rows are things that happened and add up.
  var isFlow = false

  /// The places of the measures that nothing can be refused or remarked of, so that they may stay unread.
  var sureMeasures: Set<Int> {
    Set(
      columns.indices.filter { place in
        switch columns[place].role {
        case .time, .dimension: false
        case .count, .amount: columns[place].isSurelyNumbers
        }
      })
  }

  /// The statement in one line.
  ///
  /// - Parameter known: whether the model has a dimension of a name, which keeps its label.
  func text(known: (String) -> Bool) -> String {
    var entries = columns.map { entry($0, known: known) }
    if !marks.isEmpty {
      entries.append("missing " + marks.map(quotedText).joined(separator: ", "))
    }
    return "table \(name) from \(quotedText(file)) { \(entries.joined(separator: "; ")) }"
  }

  private func entry(_ column: Column, known: (String) -> Bool) -> String {
    var parts = [column.role.rawValue, column.name]
    let isRenamed = column.name != column.head
    switch column.role {
    case .time:
      parts.append(column.isSchool ? "school" : "calendar")
    case .dimension:
      if isRenamed, !known(column.name) { parts.append(quotedText(column.head)) }
    case .count, .amount:
      if isRenamed { parts.append(quotedText(column.head)) }
      if isFlow { parts.append("flow") }
    }
    if isRenamed { parts.append("from \(quotedText(column.head))") }
    return parts.joined(separator: " ")
  }
}
