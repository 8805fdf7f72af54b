import CGlibc
import Glibc
import Hoi
import Synchronization

/// What the C library is told of the memory that columns and groups are kept in.
enum Heap {
  private static let pageBytes: UInt = 1 << 21
  /// The addresses the heap may grow to, but for the last page, which `giveBack` writes to.
  private static let addresses = Mutex<Range<UInt>?>(nil)
  /// How many pages the system had given when some were last given back.
  private static let pagesGiven = Atomic<Int>(0)

  /// Lets the heap have addresses for all it may grow to in one piece, whose memory comes as it is touched.
  static func prepare() {
    // One heap for all threads, and nothing of it given back but by `giveBack`.
    mallopt(M_ARENA_MAX, 1)
    mallopt(M_MMAP_THRESHOLD, 1 << 25)
    mallopt(M_TRIM_THRESHOLD, .max)
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    // Less than the threshold, and more than most tables need; what they need beyond it is added.
    mallopt(M_TOP_PAD, Int32(min(memory / 2, 3 << 29)))
    // More than is left of the heap makes it grow.
    let piece = unsafe malloc(1 << 18)
    mallopt(M_TOP_PAD, Int32(pageBytes))
    guard let piece else { return }
    let (start, end) = unsafe (UInt(bitPattern: piece), UInt(bitPattern: sbrk(0)))
    unsafe free(piece)
    let first = (start + pageBytes - 1) / pageBytes * pageBytes
    // A piece that does not lie before the end of the heap is none of it.
    guard start < end, first + pageBytes < end else { return }
    addresses.withLock { $0 = first..<(end - pageBytes) }
  }

  /// Asks for pages of two megabytes for what is touched from now on, where a session's rows are those of a
  /// snapshot.
  ///
  /// What it takes then are the groups of questions, which are added to all over: in pages of four
  /// kilobytes a fifth of a first question with many groups goes to being given them and to finding them
  /// again. Reading a file takes so much that it would be slower: a system that is a guest of another may
  /// have to ask for each large page there.
  static func suit(_ session: HoiSession) {
    guard case .used = session.lastSnapshotUse, let range = addresses.withLock({ $0 }) else {
      return
    }
    unsafe madvise(
      UnsafeMutableRawPointer(bitPattern: range.lowerBound), range.count, MADV_HUGEPAGE)
  }

  /// Gives the system back what is free, after something that may have been the reading of a file.
  static func giveBack() {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    // What has touched next to no memory leaves next to none.
    if usage.ru_minflt - pagesGiven.load(ordering: .relaxed) < 16 { return }
    pagesGiven.store(usage.ru_minflt, ordering: .relaxed)
    // Between pieces in use; of what is behind the last the addresses are to be kept.
    malloc_trim(1 << 40)
    let count = heap_bytes_behind_last() - (1 << 16)
    // No other free stretch is as long.
    guard count > Int(pageBytes), let piece = unsafe malloc(count) else { return }
    let pageBytes = UInt(sysconf(Int32(_SC_PAGESIZE)))
    let start = (UInt(bitPattern: piece) + pageBytes - 1) / pageBytes * pageBytes
    unsafe madvise(
      UnsafeMutableRawPointer(bitPattern: start), count - Int(pageBytes), MADV_DONTNEED)
    unsafe free(piece)
  }
}
