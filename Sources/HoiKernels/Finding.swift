/// Where a text begins among bytes, for the first time from a place on; nil where it does not.
///
/// Its first and its last byte are looked for together, sixteen places at a time: both stand at their
/// distance in few of them.
///
/// - Precondition: `start` is not below 0.
package func firstPlace(of wanted: Span<UInt8>, in bytes: Span<UInt8>, from start: Int) -> Int? {
  precondition(start >= 0)
  if wanted.isEmpty { return start < bytes.count ? start : nil }
  let distance = wanted.count &- 1
  let end = bytes.count &- wanted.count
  let raw = bytes.bytes
  let firsts = SIMD16(repeating: wanted[0])
  let lasts = SIMD16(repeating: wanted[distance])
  var place = start
  while place <= end {
    if place &+ 15 <= end {
      // The last byte of both is at `place + 15 + distance <= end + distance`, which is the last of all.
      let first = unsafe raw.unsafeLoadUnaligned(
        fromUncheckedByteOffset: place, as: SIMD16<UInt8>.self)
      let last = unsafe raw.unsafeLoadUnaligned(
        fromUncheckedByteOffset: place &+ distance, as: SIMD16<UInt8>.self)
      let both = unsafe unsafeBitCast(
        (first .== firsts) .& (last .== lasts), to: SIMD2<UInt64>.self)
      if both[0] | both[1] == 0 {
        place &+= 16
        continue
      }
    }
    for candidate in place...min(place &+ 15, end) {
      var length = 0
      while length < wanted.count, bytes[candidate &+ length] == wanted[length] { length &+= 1 }
      if length == wanted.count { return candidate }
    }
    place &+= 16
  }
  return nil
}
