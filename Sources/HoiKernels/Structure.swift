import CStructure

/// What a run of bytes of a delimited file holds outside quotes, and whether quotes are in order.
package struct StructureScan: Equatable {
  /// Whether the next byte is within quotes.
  package var isQuoted = false
  /// Delimiters and line feeds listed so far.
  package var count = 0
  /// Line feeds outside quotes, and all of them.
  package var rowEnds = 0
  package var lineFeeds = 0
  package var hasReturn = false
  /// A quote that neither opens a cell, nor closes one, nor is doubled.
  package var hasStrayQuote = false
  /// Whether the byte before was the end of a cell, and whether it was a quote that closed.
  @usableFromInline var afterEnd = true
  @usableFromInline var afterClosing = false

  package init() {}
}

/// What a scan may be compiled for, each more than the one before.
package enum StructureInstructions: UInt32, CaseIterable, Sendable {
  /// Any processor of the platform.
  case plain
  case avx2
  case avx512

  /// The most that this processor has.
  package static let here =
    StructureInstructions(rawValue: structure_instructions_here().rawValue) ?? .plain
}

/// Lists where delimiters and line feeds stand that are not within quotes.
///
/// - Parameters:
///   - rows: the bytes that are looked at.
///   - instructions: no more than this processor has.
///   - positions: what is found goes behind the `scan.count` that are there.
/// - Precondition: `bytes` goes on for 64 bytes after `rows`, with anything; `positions` has room for
///   `scan.count`, one for each byte and 64 more; positions have 32 bits.
package func listStructure(
  _ bytes: Span<UInt8>, in rows: Range<Int>, delimiter: UInt8,
  instructions: StructureInstructions = .here, scan: inout StructureScan,
  into positions: inout MutableSpan<UInt32>
) {
  precondition(rows.lowerBound >= 0 && bytes.count >= rows.upperBound + 64)
  precondition(bytes.count < 1 << 31 && positions.count >= scan.count + rows.count + 64)
  precondition(instructions.rawValue <= StructureInstructions.here.rawValue)
  if instructions == .plain {
    return listPlainly(bytes, in: rows, delimiter: delimiter, scan: &scan, into: &positions)
  }
  var state = structure_scan(scan)
  bytes.withUnsafeBufferPointer { bytes in
    positions.withUnsafeMutableBufferPointer { positions in
      unsafe structure_list(
        .init(rawValue: instructions.rawValue), bytes.baseAddress, rows.lowerBound,
        rows.upperBound, delimiter, &state, positions.baseAddress)
    }
  }
  scan = StructureScan(state)
}

extension structure_scan {
  fileprivate init(_ scan: StructureScan) {
    self.init(
      count: UInt64(scan.count), row_ends: UInt64(scan.rowEnds),
      line_feeds: UInt64(scan.lineFeeds), is_quoted: scan.isQuoted, has_return: scan.hasReturn,
      has_stray_quote: scan.hasStrayQuote, after_end: scan.afterEnd,
      after_closing: scan.afterClosing)
  }
}

extension StructureScan {
  fileprivate init(_ scan: structure_scan) {
    isQuoted = scan.is_quoted
    count = Int(scan.count)
    rowEnds = Int(scan.row_ends)
    lineFeeds = Int(scan.line_feeds)
    hasReturn = scan.has_return
    hasStrayQuote = scan.has_stray_quote
    afterEnd = scan.after_end
    afterClosing = scan.after_closing
  }
}

/// The same for any processor, and the twin that the others are held against.
private func listPlainly(
  _ bytes: Span<UInt8>, in rows: Range<Int>, delimiter: UInt8, scan: inout StructureScan,
  into positions: inout MutableSpan<UInt32>
) {
  let delimiters = SIMD64<UInt8>(repeating: delimiter)
  let feeds = SIMD64<UInt8>(repeating: 0x0A)
  let quotes = SIMD64<UInt8>(repeating: 0x22)
  let returns = SIMD64<UInt8>(repeating: 0x0D)
  let ones = SIMD8<UInt64>(repeating: 0x0101_0101_0101_0101)
  let raw = bytes.bytes
  var found = scan.count
  var returnFlags = SIMD8<UInt64>()
  var start = rows.lowerBound
  while start < rows.upperBound {
    // 64 bytes from `start` on are there, which is below the end that 64 more follow.
    let values = unsafe raw.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start, as: SIMD64<UInt8>.self)
    let feedFlags = unsafe unsafeBitCast(values .== feeds, to: SIMD8<UInt64>.self) & ones
    let cellFlags = unsafe unsafeBitCast(values .== delimiters, to: SIMD8<UInt64>.self) & ones
    let quoteFlags = unsafe unsafeBitCast(values .== quotes, to: SIMD8<UInt64>.self) & ones
    let lineFlags = unsafe unsafeBitCast(values .== returns, to: SIMD8<UInt64>.self) & ones
    let left = rows.upperBound &- start
    let inside: UInt64 = left >= 64 ? ~0 : (1 &<< UInt64(left)) &- 1
    if left < 64 {
      if bits(lineFlags) & inside != 0 { scan.hasReturn = true }
    } else {
      returnFlags |= lineFlags
    }
    let lines = bits(feedFlags) & inside
    var ends = (bits(cellFlags) & inside) | lines
    scan.lineFeeds &+= lines.nonzeroBitCount
    if anyBit(quoteFlags) || scan.isQuoted || scan.afterClosing {
      let quoted = bits(quoteFlags) & inside
      let outside = scan.follow(quoted, ends: ends, returns: bits(lineFlags), count: min(left, 64))
      scan.rowEnds &+= (lines & outside).nonzeroBitCount
      ends &= outside
    } else {
      scan.rowEnds &+= lines.nonzeroBitCount
      scan.afterEnd = left >= 64 ? ends &>> 63 == 1 : (ends &>> UInt64(left &- 1)) & 1 == 1
    }
    let base = UInt32(truncatingIfNeeded: start)
    while ends != 0 {
      // At most one for each byte: the precondition has room for them.
      unsafe positions[unchecked: found] =
        base &+ UInt32(truncatingIfNeeded: ends.trailingZeroBitCount)
      found &+= 1
      ends &= ends &- 1
    }
    start &+= 64
  }
  if anyBit(returnFlags) { scan.hasReturn = true }
  scan.count = found
}

extension StructureScan {
  /// Follows the quotes of 64 bytes; a set bit of the result is a byte outside them.
  fileprivate mutating func follow(
    _ quotes: UInt64, ends: UInt64, returns: UInt64, count: Int
  ) -> UInt64 {
    var within = quotes
    for shift in [1, 2, 4, 8, 16, 32] as [UInt64] { within ^= within &<< shift }
    if isQuoted { within = ~within }
    // A bit of `within` is set from an opening quote up to the byte before the closing one.
    let opening = quotes & within
    let closing = quotes & ~within
    let ended = ends & ~within
    let before = (ended &<< 1) | (closing &<< 1) | (afterEnd || afterClosing ? 1 : 0)
    if opening & ~before != 0 { hasStrayQuote = true }
    let behind = (closing &<< 1) | (afterClosing ? 1 : 0)
    let used: UInt64 = count == 64 ? ~0 : (1 &<< UInt64(count)) &- 1
    if behind & used & ~(ended | quotes | returns) != 0 { hasStrayQuote = true }
    let last = UInt64(count &- 1)
    isQuoted = (within &>> last) & 1 == 1
    afterEnd = (ended &>> last) & 1 == 1
    afterClosing = (closing &>> last) & 1 == 1
    return ~within
  }
}

@inline(__always)
private func bits(_ flags: SIMD8<UInt64>) -> UInt64 {
  var word: UInt64 = 0
  for lane in 0..<8 { word |= packFlags(flags[lane]) &<< UInt64(lane &* 8) }
  return word
}

@inline(__always)
private func anyBit(_ flags: SIMD8<UInt64>) -> Bool {
  (flags[0] | flags[1] | flags[2] | flags[3] | flags[4] | flags[5] | flags[6] | flags[7]) != 0
}
