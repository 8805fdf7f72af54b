/// Immutable numbers in memory, allocated once at their final size.
///
/// A reference, so that a segment is copied without its numbers; the memory may come from
/// elsewhere, such as a mapped file, whose owner is then kept alive.
public final class ColumnBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  // Never written after the initialiser returns, which is what makes it safe to share.
  private let memory: UnsafeMutableBufferPointer<Element>
  private let owner: AnyObject?

  /// Allocates `count` elements and lets `fill` write all of them.
  public init(count: Int, fill: (inout MutableSpan<Element>) -> Void) {
    memory = .allocate(capacity: count)
    owner = nil
    unsafe memory.withMemoryRebound(to: UInt8.self) { bytes in
      if let base = bytes.baseAddress { base.initialize(repeating: 0, count: bytes.count) }
    }
    var span = unsafe MutableSpan(_unsafeElements: memory)
    fill(&span)
  }

  /// Allocates `count` elements that are not cleared first: `write` has to write all of them.
  package init(writing count: Int, _ write: (inout MutableSpan<Element>) -> Void) {
    memory = .allocate(capacity: count)
    owner = nil
    var span = unsafe MutableSpan(_unsafeElements: memory)
    write(&span)
  }

  /// Shows memory that `owner` keeps alive and unchanged.
  public init(unowned memory: UnsafeMutableBufferPointer<Element>, owner: AnyObject) {
    self.memory = memory
    self.owner = owner
  }

  public convenience init(_ values: [Element]) {
    self.init(count: values.count) { span in
      for index in values.indices { span[index] = values[index] }
    }
  }

  deinit {
    if owner == nil { memory.deallocate() }
  }

  public var count: Int { memory.count }

  public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < memory.count)
    return memory[index]
  }

  /// The numbers as a span, for the length of `body`.
  public func withSpan<Result: ~Copyable, Failure: Error>(
    _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe Span(_unsafeElements: UnsafeBufferPointer(memory)))
  }
}
