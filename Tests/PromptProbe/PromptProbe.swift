import Glibc
import LineEditing

/// Reads lines as `hoi` does and says what it read, for the tests at a terminal.
@main
enum PromptProbe {
  static func main() {
    let history = HistoryFile.usual(environment: environmentVariable)
    let editor = makeEditor(program: "hoi", history: history)
    print("editor: \(type(of: editor))")
    var prompt = "hoi> "
    while true {
      switch editor.readLine(prompt: prompt) {
      case .interrupted:
        print("interrupted")
        prompt = "hoi> "
      case .endOfInput:
        print("end")
        return
      case .line(let line):
        print("read <\(shown(line))>")
        if let problem = editor.addToHistory(line) { print("history problem \(problem.code)") }
        prompt = line.hasSuffix(",") ? "...> " : "hoi> "
        if line == "long question" { askLongQuestion() }
      }
    }
  }

  private static func shown(_ line: String) -> String {
    line.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
  }

  /// Runs until Ctrl-C, as a question does that takes long.
  private static func askLongQuestion() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return }
    let (reading, writing) = (ends[0], ends[1])
    let cancel: @Sendable () -> Void = { _ = write(writing, "x", 1) }
    withInterruptHandler(cancel) {
      print("long question runs")
      var byte: UInt8 = 0
      while read(reading, &byte, 1) < 0, errno == EINTR {}
    }
    print(takeInterrupt() ? "long question cancelled" : "long question ended")
    close(reading)
    close(writing)
  }
}
