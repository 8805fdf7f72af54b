import CLineEdit
import Glibc

/// Whether Ctrl-C was pressed since this was last asked; asking clears it.
///
/// A prompt clears it too, so that what was pressed there never stops the question after it.
package func takeInterrupt() -> Bool { hoi_take_interrupt() }

/// Runs `body`, and calls `onInterrupt` on another thread each time Ctrl-C is pressed meanwhile.
///
/// From the first use on, Ctrl-C no longer ends the program. A Ctrl-C that came just before and was
/// not yet taken counts. When this returns, `onInterrupt` is no longer running.
/// - Precondition: not used within another `body`, nor while a line is being read.
package func withInterruptHandler<Result, Failure: Error>(
  _ onInterrupt: @escaping @Sendable () -> Void, hidesTyping: Bool = false,
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  let watcher = InterruptWatcher(onInterrupt, hidesTyping: hidesTyping)
  defer { watcher.stop() }
  return try body()
}

/// A thread that waits for Ctrl-C.
///
/// Without a thread to be had nobody is told, but the flag of `takeInterrupt` is raised all the same.
/// - Precondition: one at a time, and none while a line is being read.
package final class InterruptWatcher: Sendable {
  private let thread: pthread_t?
  private let keptOutput: KeptOutput

  /// - Parameter hidesTyping: whether what is typed meanwhile waits unseen for the next prompt.
  package init(_ onInterrupt: @escaping @Sendable () -> Void, hidesTyping: Bool = false) {
    hoi_signals_start()
    let task = WatcherTask(onInterrupt)
    thread = startThread { task.run() }
    keptOutput = KeptOutput(hidesTyping: hidesTyping)
  }

  /// Ends the thread and waits for it; to be called once.
  package func stop() {
    keptOutput.restore()
    guard let thread else { return }
    hoi_wake()
    pthread_join(thread, nil)
  }
}

private final class WatcherTask: Sendable {
  private let onInterrupt: @Sendable () -> Void

  init(_ onInterrupt: @escaping @Sendable () -> Void) { self.onInterrupt = onInterrupt }

  func run() {
    while true {
      let event = hoi_wait(-1, -1)
      if event == Int32(hoi_wait_woken) { return }
      // A Ctrl-C that somebody has taken meanwhile has had its effect.
      guard event == SIGINT, hoi_interrupted() else { continue }
      KeptOutput.interrupted()
      onInterrupt()
    }
  }
}

/// Runs `body` on a thread of its own, to be joined once; nil where there is no thread to be had.
package func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
  var thread = pthread_t()
  let context = Unmanaged.passRetained(Body(body))
  let failure = pthread_create(
    &thread, nil,
    { context in
      guard let context else { return nil }
      Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
      return nil
    }, context.toOpaque())
  if failure != 0 { context.release() }
  return failure == 0 ? thread : nil
}
