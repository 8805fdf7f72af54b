import CGlibc
import Glibc
import Synchronization

/// Threads that live as long as a session and take tasks by a counter.
///
/// The caller is the first worker; the others sleep between runs. Two runs at once, or one within
/// another, do not wait for each other: the later one has no helpers.
package final class WorkerPool: Sendable {
  /// How many workers there are, the caller among them.
  package let count: Int
  private let crew: Crew?

  package init(count: Int) {
    self.count = max(1, min(count, Self.most))
    crew = self.count > 1 ? Crew(helperCount: self.count - 1) : nil
  }

  private static let most = 256

  /// The processors that this process may run on.
  package static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  deinit { crew?.stop() }

  /// Calls `body` once for each task, with the number of the worker that does it.
  ///
  /// Tasks begin in order, and end in any. No two calls with one worker's number run at once, so
  /// that each worker can have scratch of its own.
  package func run(taskCount: Int, _ body: (_ worker: Int, _ task: Int) -> Void) {
    if let crew, taskCount > 1, crew.begin() {
      defer { crew.end() }
      return crew.run(taskCount: taskCount, body)
    }
    for task in 0..<taskCount { body(0, task) }
  }
}

/// The helpers of a pool and what they share.
private final class Crew: @unchecked Sendable {
  // Everything below but what is atomic is read and written under the lock.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let work = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let rest = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let helperCount: Int
  private var threads: [pthread_t] = []
  private var run = 0
  /// Whether helpers may still begin with the run.
  private var isOpen = false
  private var isStopping = false
  private var taskCount = 0
  private var body: ((Int, Int) -> Void)?

  private let next = Atomic<Int>(0)
  /// Helpers that have begun with the run and are not done; it grows under the lock alone.
  private let activeCount = Atomic<Int>(0)
  private let isBusy = Atomic<Bool>(false)

  init(helperCount: Int) {
    self.helperCount = helperCount
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(work, nil)
    unsafe pthread_cond_init(rest, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe pthread_cond_destroy(work)
    unsafe pthread_cond_destroy(rest)
    unsafe lock.deallocate()
    unsafe work.deallocate()
    unsafe rest.deallocate()
  }

  func begin() -> Bool {
    isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
  }

  func end() { isBusy.store(false, ordering: .releasing) }

  func run(taskCount: Int, _ body: (Int, Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      unsafe pthread_mutex_lock(lock)
      if threads.isEmpty { start() }
      self.body = body
      self.taskCount = taskCount
      next.store(0, ordering: .relaxed)
      run += 1
      isOpen = true
      unsafe pthread_cond_broadcast(work)
      unsafe pthread_mutex_unlock(lock)
      drain(worker: 0, taskCount, body)
      unsafe pthread_mutex_lock(lock)
      // Who has not woken by now is not waited for.
      isOpen = false
      self.body = nil
      unsafe pthread_mutex_unlock(lock)
      waitForHelpers()
    }
  }

  private func waitForHelpers() {
    // The last tasks of the others are mostly done sooner than a sleeping thread is woken.
    for _ in 0..<(1 << 15) where activeCount.load(ordering: .acquiring) == 0 { return }
    unsafe pthread_mutex_lock(lock)
    while activeCount.load(ordering: .acquiring) > 0 { unsafe pthread_cond_wait(rest, lock) }
    unsafe pthread_mutex_unlock(lock)
  }

  func stop() {
    unsafe pthread_mutex_lock(lock)
    isStopping = true
    unsafe pthread_cond_broadcast(work)
    unsafe pthread_mutex_unlock(lock)
    for thread in threads { pthread_join(thread, nil) }
  }

  private func drain(worker: Int, _ taskCount: Int, _ body: (Int, Int) -> Void) {
    while true {
      let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if task >= taskCount { return }
      body(worker, task)
    }
  }

  /// Begins the threads; where the system gives fewer, the others do their part.
  private func start() {
    for worker in 1...helperCount {
      var thread = pthread_t()
      let start = unsafe Unmanaged.passRetained(
        HelperStart(crew: self, worker: worker, processor: processor_here()))
      let failure = unsafe pthread_create(&thread, nil, helperMain, start.toOpaque())
      if failure != 0 {
        unsafe start.release()
        return
      }
      threads.append(thread)
    }
  }

  fileprivate func helpAlways(worker: Int) {
    var seen = 0
    unsafe pthread_mutex_lock(lock)
    while true {
      while (run == seen || !isOpen) && !isStopping { unsafe pthread_cond_wait(work, lock) }
      if isStopping { break }
      seen = run
      activeCount.wrappingAdd(1, ordering: .relaxed)
      help(worker: worker)
      activeCount.wrappingSubtract(1, ordering: .acquiringAndReleasing)
      unsafe pthread_mutex_lock(lock)
      if activeCount.load(ordering: .acquiring) == 0 { unsafe pthread_cond_signal(rest) }
    }
    unsafe pthread_mutex_unlock(lock)
  }

  /// Takes part in the run, under the lock at first. A function of its own, so that it holds nothing of the
  /// run any more when it is said to be done.
  @inline(never)
  private func help(worker: Int) {
    let (taskCount, body) = (taskCount, body)
    unsafe pthread_mutex_unlock(lock)
    if let body { drain(worker: worker, taskCount, body) }
  }
}

private final class HelperStart {
  let crew: Crew
  let worker: Int
  /// Where the thread runs that begins it.
  let processor: Int

  init(crew: Crew, worker: Int, processor: Int) {
    self.crew = crew
    self.worker = worker
    self.processor = processor
  }
}

private func helperMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  // Interrupts are for the thread that asks.
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
  let start = unsafe Unmanaged<HelperStart>.fromOpaque(argument!).takeRetainedValue()
  // A thread is begun beside the one that begins it, and woken where it ran last: the two would take turns
  // on one processor until the system parts them, which takes longer than a question.
  leave_processor(start.processor)
  start.crew.helpAlways(worker: start.worker)
  return nil
}
