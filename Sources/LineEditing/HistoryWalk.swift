/// The way back through the statements kept, and forth again.
///
/// The first step back takes what stands before the cursor as the beginning that a statement must
/// have. Any other change of the line ends the walk; the next step begins a new one.
package struct HistoryWalk {
  /// The statements kept, the newest last.
  package private(set) var statements: [String]
  private let capacity: Int
  private var typed = ""
  private var beginning = ""
  private var shown: (text: String, index: Int)?

  package init(_ statements: [String], capacity: Int) {
    self.statements = statements.suffix(capacity)
    self.capacity = capacity
  }

  /// Keeps a statement; answers false for one that is not to be kept.
  package mutating func add(_ statement: String) -> Bool {
    guard let first = statement.unicodeScalars.first, !first.properties.isWhitespace,
      statement != statements.last
    else { return false }
    statements.append(statement)
    // Half again as many before the oldest go, so that not every statement moves all the others.
    if statements.count > capacity + capacity / 2 { statements = statements.suffix(capacity) }
    return true
  }

  /// Forgets the line that was being typed.
  package mutating func start() { shown = nil }

  /// The nearest older statement to show in place of `line`, or nil when there is none.
  package mutating func older(than line: String, beforeCursor: String) -> String? {
    if shown?.text != line {
      typed = line
      beginning = beforeCursor
      shown = nil
    }
    let index = statements[..<(shown?.index ?? statements.count)].lastIndex { fits($0, line) }
    guard let index else { return nil }
    shown = (statements[index], index)
    return statements[index]
  }

  /// The nearest newer one, at last the line that was being typed; nil when that is shown already.
  package mutating func newer(than line: String) -> String? {
    guard let now = shown, now.text == line else { return nil }
    guard let index = statements[(now.index + 1)...].firstIndex(where: { fits($0, line) }) else {
      shown = nil
      return typed
    }
    shown = (statements[index], index)
    return statements[index]
  }

  private func fits(_ statement: String, _ line: String) -> Bool {
    statement != line && statement.hasPrefix(beginning)
  }
}
