import Glibc

/// A file in memory, read as it is touched; it stays as long as anything shows a part of it.
package final class MappedFile: @unchecked Sendable {
  // Never written to: the mapping is private and read only.
  private let base: UnsafeMutableRawPointer
  package let count: Int

  /// Nil where the system cannot map it.
  ///
  /// - Precondition: the file has `count` bytes and will keep them.
  package init?(descriptor: Int32, count: Int) {
    guard count > 0,
      let base = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe base != MAP_FAILED
    else { return nil }
    // What is not in memory is then read in large pieces; elsewhere it is no more than a wish.
    unsafe madvise(base, count, MADV_HUGEPAGE)
    self.base = base
    self.count = count
  }

  deinit { unsafe munmap(base, count) }

  /// Shows some of the bytes for the length of `body`.
  package func withBytes<Result>(_ range: Range<Int>, _ body: (RawSpan) -> Result) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return body(
      unsafe RawSpan(
        _unsafeStart: UnsafeRawPointer(base) + range.lowerBound, byteCount: range.count))
  }

  /// The eight bytes from an offset on, as this machine reads them.
  package func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count - 8)
    return unsafe UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// The text whose bytes stand in a stretch of the file.
  package func text(_ range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count),
      as: UTF8.self)
  }

  /// - Precondition: the numbers are within the file, and `offset` is a multiple of their size.
  func memory<Element: BitwiseCopyable>(
    at offset: Int, count: Int, of type: Element.Type
  ) -> UnsafeMutableBufferPointer<Element> {
    let size = MemoryLayout<Element>.stride
    precondition(offset >= 0 && offset % size == 0 && count >= 0)
    precondition(count <= (self.count - offset) / size)
    return unsafe UnsafeMutableBufferPointer(
      start: (base + offset).assumingMemoryBound(to: Element.self), count: count)
  }
}
