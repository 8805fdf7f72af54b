/// A sum that changes when bytes do, or their order, but for chance; it is no protection against intent.
///
/// Eight lanes side by side, so that reading memory is what it costs: of each word of 64 bits, stirred with
/// a key of its place, the halves are multiplied, which every processor does fast, unlike whole words. What
/// the words add up to stands beside the products, so that no change of one word goes unseen.
package func checksum(_ bytes: RawSpan) -> UInt64 {
  // Odd high halves, so that the keys of places near each other differ in both halves.
  let step = SIMD8<UInt64>(
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5, 0xA076_1D65_5A5A_5A59, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF1_9C88_C6E3)
  var key = SIMD8<UInt64>(
    0x2D35_8DCC_AA6C_78A5, 0x8BB8_4B93_962E_ACC9, 0x4B33_A62E_D433_D4A3, 0x4D5A_2DA5_1DE1_AA47,
    0xA0F8_5E9B_3C71_D264, 0x5FB6_7C19_E08D_4A32, 0x13D9_A4E6_7B52_C08F, 0xDC41_F27A_95B8_360E)
  var products = SIMD8<UInt64>.zero
  var sums = SIMD8<UInt64>.zero
  let count = bytes.byteCount
  var place = 0
  // 64 bytes from `place` on are there; sums and products wrap.
  while place &+ 64 <= count {
    let words = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: place, as: SIMD8<UInt64>.self)
    products &+= productOfHalves(words ^ key)
    sums &+= words
    key &+= step
    place &+= 64
  }
  if place < count {
    let words = lastWords(bytes, from: place)
    products &+= productOfHalves(words ^ key)
    sums &+= words
  }
  var sum = UInt64(truncatingIfNeeded: count)
  for lane in 0..<8 { sum = stirred(stirred(sum ^ products[lane]) ^ sums[lane]) }
  return sum
}

/// Both factors are below 2^32.
@inline(__always)
private func productOfHalves(_ words: SIMD8<UInt64>) -> SIMD8<UInt64> {
  (words & SIMD8(repeating: 0xFFFF_FFFF)) &* (words &>> SIMD8(repeating: 32))
}

/// The bytes behind the last whole 64, with zeros behind them.
private func lastWords(_ bytes: RawSpan, from start: Int) -> SIMD8<UInt64> {
  var words = SIMD8<UInt64>.zero
  for place in start..<bytes.byteCount {
    let byte = bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self)
    words[(place - start) >> 3] |= UInt64(byte) << UInt64(8 * ((place - start) & 7))
  }
  return words
}

/// No two values become the same.
@inline(__always)
private func stirred(_ value: UInt64) -> UInt64 {
  let product = value &* 0x9E37_79B9_7F4A_7C15
  return product ^ (product >> 32)
}
