import Hoi
import LineEditing

/// The prompt: one statement a line, with history; Ctrl-C clears, Ctrl-D leaves.
struct Prompt {
  let driver: Driver

  func run() throws {
    let history = HistoryFile.usual(environment: environmentVariable)
    let editor = makeEditor(program: "hoi", history: history)
    var pending = ""
    var hasComplained = false
    while true {
      switch editor.readLine(prompt: pending.isEmpty ? "hoi> " : "...> ") {
      case .interrupted:
        pending = ""
      case .endOfInput:
        Output.write("\n")
        return
      case .line(let line):
        pending += pending.isEmpty ? line : "\n" + line
        if HoiSession.isIncomplete(pending) { continue }
        let entry = pending
        pending = ""
        if entry.allSatisfy(\.isWhitespace) { continue }
        if let problem = editor.addToHistory(entry), !hasComplained {
          hasComplained = true
          Output.complain("\(problem.path): errno \(problem.code)\n")
        }
        driver.runEntry(entry)
        Output.flush()
      }
    }
  }
}
