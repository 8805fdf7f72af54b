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

  /// Numbers that stand in the file, without a copy.
  ///
  /// - Precondition: they are within the file, and `offset` is a multiple of their size.
  package func buffer<Element: BitwiseCopyable>(
    at offset: Int, count: Int, of type: Element.Type
  ) -> ColumnBuffer<Element> {
    let size = MemoryLayout<Element>.stride
    precondition(offset >= 0 && offset % size == 0 && count >= 0)
    precondition(count <= (self.count - offset) / size)
    let start = unsafe (base + offset).assumingMemoryBound(to: Element.self)
    return ColumnBuffer(
      unowned: UnsafeMutableBufferPointer(start: start, count: count), owner: self)
  }
}

extension ColumnBuffer {
  /// The numbers as bytes.
  package func withBytes<Result>(_ body: (RawSpan) -> Result) -> Result {
    withSpan { body($0.bytes) }
  }
}
