/// Gives the lines it was made with, for tests of what stands behind a prompt.
package final class ScriptedEditor: LineEditor {
  /// The prompts asked with so far.
  package private(set) var prompts: [String] = []
  /// The statements kept so far.
  package private(set) var history: [String] = []
  private var reads: ArraySlice<LineRead>

  package init(_ reads: [LineRead]) { self.reads = reads[...] }

  package convenience init(lines: [String]) { self.init(lines.map { .line($0) }) }

  package func readLine(prompt: String) -> LineRead {
    prompts.append(prompt)
    return reads.popFirst() ?? .endOfInput
  }

  @discardableResult
  package func addToHistory(_ statement: String) -> HistoryProblem? {
    history.append(statement)
    return nil
  }
}
