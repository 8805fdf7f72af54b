import CLineEdit
import Glibc

/// Reads whole lines through a buffer of its own, where nobody edits.
///
/// The last line counts without a newline too. A carriage return before the newline is dropped, NUL
/// is kept, and bytes that are not UTF-8 become U+FFFD. Keeps no history.
package final class PipeEditor: LineEditor {
  private let descriptor: Int32
  private let showsPrompt: Bool
  private let maximumLineBytes: Int
  private var buffer: [UInt8] = []
  /// What is read before it was given out, and how far it was looked through for a newline.
  private var start = 0
  private var searched = 0
  private var ended = false

  /// Reads from an open file, which it does not close.
  ///
  /// - Parameter maximumLineBytes: a longer line is cut one byte beyond, so that the limit of source
  ///   text refuses it, and the memory it takes stays bounded.
  package init(descriptor: Int32, showsPrompt: Bool, maximumLineBytes: Int = 8 << 20) {
    precondition(maximumLineBytes > 0)
    self.descriptor = descriptor
    self.showsPrompt = showsPrompt
    self.maximumLineBytes = maximumLineBytes
  }

  package func readLine(prompt: String) -> LineRead {
    guard showsPrompt else { return readLine() }
    let keptOutput = KeptOutput()
    defer { keptOutput.restore() }
    hoi_terminal_say(prompt)
    return readLine()
  }

  private func readLine() -> LineRead {
    while true {
      if let newline = buffer[searched...].firstIndex(of: 0x0A) {
        let line = text(start..<newline)
        start = newline + 1
        searched = start
        return .line(line)
      }
      searched = buffer.count
      if ended { return lastLine() }
      dropWhatIsBehind()
      guard readMore() else { return interrupted() }
    }
  }

  @discardableResult
  package func addToHistory(_ statement: String) -> HistoryProblem? { nil }

  private func text(_ bytes: Range<Int>) -> String {
    var bytes = bytes.clamped(to: bytes.lowerBound..<(bytes.lowerBound + maximumLineBytes + 1))
    if let last = buffer[bytes].last, last == 0x0D {
      bytes = bytes.lowerBound..<bytes.upperBound - 1
    }
    return String(decoding: buffer[bytes], as: UTF8.self)
  }

  private func lastLine() -> LineRead {
    guard start < buffer.count else {
      if showsPrompt { hoi_terminal_say("\n") }
      return .endOfInput
    }
    let line = text(start..<buffer.count)
    start = buffer.count
    return .line(line)
  }

  private func interrupted() -> LineRead {
    _ = hoi_take_interrupt()
    buffer = []
    start = 0
    searched = 0
    if showsPrompt {
      KeptOutput.interrupted()
      hoi_terminal_say("\n")
    }
    return .interrupted
  }

  /// Forgets lines given out, and the middle of a line beyond the limit.
  private func dropWhatIsBehind() {
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    if buffer.count > maximumLineBytes + 1 { buffer.removeSubrange((maximumLineBytes + 1)...) }
    searched = buffer.count
  }

  /// Answers false when Ctrl-C came first.
  private func readMore() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let event = hoi_wait(descriptor, -1)
      if event == SIGINT, hoi_interrupted() { return false }
      guard event == Int32(hoi_wait_readable) else { continue }
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count > 0 { buffer.append(contentsOf: chunk[..<count]) }
      ended = count <= 0
      return true
    }
  }
}
