/// One thing that may stand where the cursor is.
package struct LineChoice: Hashable, Sendable {
  /// What the line holds afterwards.
  package let text: String
  /// What a person reads beside it in the list.
  package let label: String
  /// What follows it when it is the only choice, usually a blank.
  package let ending: String

  package init(_ text: String, label: String = "", ending: String = " ") {
    self.text = text
    self.label = label
    self.ending = ending
  }
}

/// Everything that may stand where the cursor is.
package struct LineChoices: Hashable, Sendable {
  /// How many letters before the cursor a choice replaces; letters are Unicode scalars.
  package var replaced: Int
  package var choices: [LineChoice]
  /// What all of them begin with, where that says more than what stands in the line.
  package var common: String?
  /// Said below the list where it does not hold all there are.
  package var cutNote: String?

  package init(
    replaced: Int, choices: [LineChoice], common: String? = nil, cutNote: String? = nil
  ) {
    self.replaced = replaced
    self.choices = choices
    self.common = common
    self.cutNote = cutNote
  }
}

/// What knows the language of the lines that are typed; asked at every key, so it must be quick.
package protocol LineHelp: AnyObject {
  /// What may stand behind a beginning of the line.
  func choices(behind text: String) -> LineChoices

  /// The line with colours in it, taking the same cells; nil where it stays as it is.
  func colored(_ line: String) -> String?

  /// How the line probably goes on; nil where nobody knows.
  ///
  /// - Parameter history: the statements kept, the newest last.
  func hint(for line: String, history: [String]) -> String?
}
