/// Characters beyond ASCII that are no letters, found by their bytes.
enum ForeignCharacter {
  /// Counts as a blank.
  case blank
  /// Stands for an ASCII text and is refused with it.
  case standsFor(String)

  /// The character that begins at an offset, with its length in bytes; nil for letters.
  ///
  /// Only characters that word processors and Vietnamese or East Asian keyboards put in the place of
  /// ASCII ones are here; every other non-ASCII byte is a letter.
  static func at(_ offset: Int, in bytes: [UInt8]) -> (character: ForeignCharacter, length: Int)? {
    guard offset + 1 < bytes.count else { return nil }
    let second = bytes[offset + 1]
    switch bytes[offset] {
    case 0xC2 where second == 0xA0: return (.blank, 2)
    case 0xC2 where second == 0xAB || second == 0xBB: return (.standsFor("\""), 2)
    case 0xC3 where second == 0x97: return (.standsFor("*"), 2)
    case 0xC3 where second == 0xB7: return (.standsFor("/"), 2)
    case 0xE2, 0xE3, 0xEF:
      guard offset + 2 < bytes.count else { return nil }
      let scalar =
        UInt32(bytes[offset] & 0x0F) << 12 | UInt32(second & 0x3F) << 6
        | UInt32(bytes[offset + 2] & 0x3F)
      return wide(scalar).map { ($0, 3) }
    default: return nil
    }
  }

  private static func wide(_ scalar: UInt32) -> ForeignCharacter? {
    switch scalar {
    case 0x2000...0x200A, 0x200B, 0x202F, 0x2060, 0x3000, 0xFEFF: .blank
    case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x300C, 0x300D: .standsFor("\"")
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032: .standsFor("'")
    case 0x2010...0x2015, 0x2212: .standsFor("-")
    case 0x2026: .standsFor("..")
    case 0x2260: .standsFor("!=")
    case 0x2264: .standsFor("<=")
    case 0x2265: .standsFor(">=")
    case 0x3001, 0xFF64: .standsFor(",")
    case 0x3002, 0xFF61: .standsFor(".")
    // The full-width forms stand in the order of ASCII, without letters and digits here.
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3E, 0xFF40, 0xFF5B...0xFF5E:
      .standsFor(String(UnicodeScalar(UInt8(scalar - 0xFF00 + 0x20))))
    default: nil
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// A letter, `_`, or any byte beyond ASCII.
  var isLetter: Bool {
    self >= 0x80 || self == 0x5F || (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A
  }

  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

/// The first stretch of bytes that is not UTF-8; nil where all is.
func firstInvalidUTF8(in bytes: [UInt8]) -> Range<Int>? {
  var index = 0
  while index < bytes.count {
    let length = scalarLength(at: index, in: bytes)
    if length == 0 { return index..<index + 1 }
    index += length
  }
  return nil
}

/// The length of the scalar at an offset, 0 where its bytes are not UTF-8.
private func scalarLength(at index: Int, in bytes: [UInt8]) -> Int {
  func isContinuation(_ position: Int, _ allowed: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    position < bytes.count && allowed.contains(bytes[position])
  }
  let first = bytes[index]
  switch first {
  case 0...0x7F: return 1
  case 0xC2...0xDF: return isContinuation(index + 1) ? 2 : 0
  case 0xE0...0xEF:
    let second: ClosedRange<UInt8> =
      first == 0xE0 ? 0xA0...0xBF : first == 0xED ? 0x80...0x9F : 0x80...0xBF
    return isContinuation(index + 1, second) && isContinuation(index + 2) ? 3 : 0
  case 0xF0...0xF4:
    let second: ClosedRange<UInt8> =
      first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
    return isContinuation(index + 1, second) && isContinuation(index + 2)
      && isContinuation(index + 3) ? 4 : 0
  default: return 0
  }
}
