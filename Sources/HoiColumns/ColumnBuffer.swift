import Synchronization

/// Immutable numbers in memory, allocated once at their final size.
///
/// A reference, so that a segment is copied without its numbers; the memory may be that of a mapped
/// file, which is then kept alive, and compared with its sum before it is shown.
public final class ColumnBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  // Never written after the initialiser returns, which is what makes it safe to share.
  @usableFromInline let memory: UnsafeMutableBufferPointer<Element>
  /// Whose memory it is, where it is not its own.
  private let mapped: MappedRuns?
  private let run: Int
  /// Whether the memory may be shown as it is. It is asked here and not of the file each time, because all
  /// threads would count who holds the one file.
  @usableFromInline let isOpen: Atomic<Bool>

  /// Allocates `count` elements and lets `fill` write all of them.
  public init(count: Int, fill: (inout MutableSpan<Element>) -> Void) {
    memory = .allocate(capacity: count)
    (mapped, run) = (nil, 0)
    isOpen = Atomic(true)
    unsafe memory.withMemoryRebound(to: UInt8.self) { bytes in
      if let base = bytes.baseAddress { base.initialize(repeating: 0, count: bytes.count) }
    }
    var span = unsafe MutableSpan(_unsafeElements: memory)
    fill(&span)
  }

  /// Allocates `count` elements that are not cleared first: `write` has to write all of them.
  package init(writing count: Int, _ write: (inout MutableSpan<Element>) -> Void) {
    memory = .allocate(capacity: count)
    (mapped, run) = (nil, 0)
    isOpen = Atomic(true)
    var span = unsafe MutableSpan(_unsafeElements: memory)
    write(&span)
  }

  /// Shows a part of a run of a mapped file.
  init(mapped memory: UnsafeMutableBufferPointer<Element>, by runs: MappedRuns, run: Int) {
    self.memory = memory
    (mapped, self.run) = (runs, run)
    isOpen = Atomic(false)
  }

  public convenience init(_ values: [Element]) {
    self.init(count: values.count) { span in
      for index in values.indices { span[index] = values[index] }
    }
  }

  deinit {
    if mapped == nil { memory.deallocate() }
  }

  public var count: Int { memory.count }

  public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < memory.count)
    return unsafe shown[index]
  }

  /// The numbers as a span, for the length of `body`.
  @inlinable
  public func withSpan<Result: ~Copyable, Failure: Error>(
    _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe Span(_unsafeElements: shown))
  }

  /// The numbers as bytes.
  package func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withSpan { span throws(Failure) in try body(span.bytes) }
  }

  /// What anybody sees of the memory: nothing of a mapped file before it has been compared.
  @inlinable
  var shown: UnsafeBufferPointer<Element> {
    if isOpen.load(ordering: .acquiring) { return unsafe UnsafeBufferPointer(memory) }
    return unsafe compared()
  }

  @usableFromInline
  func compared() -> UnsafeBufferPointer<Element> {
    if let mapped, !mapped.isSound(run) {
      let zeros = unsafe mapped.zeros.assumingMemoryBound(to: Element.self)
      return unsafe UnsafeBufferPointer(start: zeros, count: memory.count)
    }
    isOpen.store(true, ordering: .releasing)
    return unsafe UnsafeBufferPointer(memory)
  }
}
