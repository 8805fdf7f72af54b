/// A sum that changes when any byte does, but for chance; it is no protection against intent.
///
/// Four lanes side by side, so that reading memory is what it costs.
package func checksum(_ bytes: RawSpan) -> UInt64 {
  var lanes = SIMD4<UInt64>(
    0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63)
  let factor = SIMD4<UInt64>(repeating: 0x9E37_79B1_85EB_CA87)
  let count = bytes.byteCount
  var place = 0
  while place &+ 32 <= count {
    // 32 bytes from `place` on are there.
    let words = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: place, as: SIMD4<UInt64>.self)
    lanes = (lanes ^ words) &* factor
    lanes ^= lanes &>> 29
    place &+= 32
  }
  var sum = UInt64(truncatingIfNeeded: count)
  for lane in 0..<4 { sum = stirred(sum ^ lanes[lane]) }
  while place < count {
    sum = stirred(sum ^ UInt64(bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self)))
    place &+= 1
  }
  return sum
}

@inline(__always)
private func stirred(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
  return product.high ^ product.low
}
