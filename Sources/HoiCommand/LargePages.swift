import CMalloc
import Glibc
import Synchronization

/// The heap in pages of two megabytes, where the system has them to give.
///
/// Columns are read from end to end and groups are added to all over: in pages of four kilobytes a tenth of
/// the time goes to finding the pages, and of what a first question takes more to being given them. Where
/// the system gives none, all works as it does in small ones.
enum LargePages {
  private static let pageBytes: UInt = 1 << 21
  /// How many pages the system had given when some were last given back.
  private static let pagesGiven = Atomic<Int>(0)

  /// Lets the heap have addresses for all it may grow to in one piece, whose memory comes as it is touched.
  static func prepareHeap() {
    // One heap for all threads, and nothing of it given back but by `giveBackHeap`.
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
    // The last page stays as it is: `giveBackHeap` writes there. A piece that does not lie before the end
    // of the heap is none of it.
    guard start < end, first + pageBytes < end else { return }
    unsafe madvise(
      UnsafeMutableRawPointer(bitPattern: first), Int(end - first - pageBytes), MADV_HUGEPAGE)
  }

  /// Gives the system back what is free, after something that may have been the reading of a file.
  static func giveBackHeap() {
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
