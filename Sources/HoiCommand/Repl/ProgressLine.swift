import Glibc
import Hoi
import LineEditing
import Synchronization

/// A line on standard error that says how long a question has been running.
///
/// It appears after half a second and moves ten times a second at most; before anything else is
/// written it goes away.
final class ProgressLine: Sendable {
  private struct State {
    var start = 0.0
    var isRunning = false
    var isShown = false
    var isPaused = false
    var percent: @Sendable () -> Int? = { nil }
  }

  private static let patienceSeconds = 0.5
  private static let stepMilliseconds: Int32 = 100
  private let state = Mutex(State())
  private let thread = Mutex<pthread_t?>(nil)
  private let ends: (reading: Int32, writing: Int32)
  private let language: Language

  /// Nil where the system has no pipe left.
  init?(language: Language) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.ends = (ends[0], ends[1])
    self.language = language
  }

  deinit {
    close(ends.reading)
    close(ends.writing)
  }

  /// From now on a question runs, or something is loaded.
  ///
  /// - Parameter percent: how much of it has been read; nil where nothing is.
  func begin(percent: @escaping @Sendable () -> Int? = { nil }) {
    state.withLock {
      $0 = State(start: monotonicSeconds(), isRunning: true, percent: percent)
    }
    let started = startThread { [self] in watch() }
    thread.withLock { $0 = started }
  }

  /// Takes the line away while an answer is shown, which may be for long in a pager.
  ///
  /// The next question of the entry has a time of its own.
  func paused(_ body: () -> Void) {
    state.withLock { state in
      Self.erase(&state)
      state.isPaused = true
    }
    body()
    state.withLock { state in
      state.start = monotonicSeconds()
      state.isPaused = false
    }
  }

  func end() {
    state.withLock { state in
      Self.erase(&state)
      state.isRunning = false
    }
    guard let running = thread.withLock({ $0 }) else { return }
    var byte: UInt8 = 0
    _ = write(ends.writing, &byte, 1)
    pthread_join(running, nil)
    _ = read(ends.reading, &byte, 1)
    thread.withLock { $0 = nil }
  }

  private func watch() {
    while true {
      var ended = pollfd(fd: ends.reading, events: Int16(POLLIN), revents: 0)
      if poll(&ended, 1, Self.stepMilliseconds) != 0 { return }
      let goesOn = state.withLock { state in
        let seconds = monotonicSeconds() - state.start
        if state.isRunning, !state.isPaused, seconds >= Self.patienceSeconds {
          state.isShown = true
          Output.complain("\r\(text(seconds, percent: state.percent()))\u{1B}[K")
        }
        return state.isRunning
      }
      if !goesOn { return }
    }
  }

  private func text(_ seconds: Double, percent: Int?) -> String {
    let tenths = Int(seconds * 10)
    if let percent {
      return Wording(
        vi: "… đã đọc \(percent)%, \(tenths / 10),\(tenths % 10) giây · Ctrl-C để dừng",
        en: "… \(percent)% read, \(tenths / 10).\(tenths % 10) seconds · Ctrl-C to stop")[language]
    }
    return Wording(
      vi: "… đang tính, \(tenths / 10),\(tenths % 10) giây · Ctrl-C để dừng",
      en: "… working, \(tenths / 10).\(tenths % 10) seconds · Ctrl-C to stop")[language]
  }

  private static func erase(_ state: inout State) {
    if state.isShown { Output.complain("\r\u{1B}[K") }
    state.isShown = false
  }
}
