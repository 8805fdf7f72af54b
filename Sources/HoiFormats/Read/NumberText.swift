/// A number as a file writes it: its digits, and what the signs between them can mean.
struct NumberText: Equatable {
  enum Shape: Equatable {
    case whole
    /// Digits, a sign, and so many digits that the sign cannot part groups of three.
    case decimal(sign: UInt8, places: Int)
    /// One sign before three last digits: decimals, or thousands.
    case either(sign: UInt8)
    /// Groups of three, and decimals behind another sign where `places` is above 0.
    case grouped(places: Int)
  }

  let isNegative: Bool
  /// All digits as ASCII, without signs.
  let digits: [UInt8]
  let shape: Shape

  /// Nil where a text is no number.
  init?(_ text: [UInt8]) {
    var position = 0
    isNegative = Self.minus(text, &position)
    var runs: [Int] = []
    var signs: [UInt8] = []
    var digits: [UInt8] = []
    var run = 0
    while position < text.count {
      let byte = text[position]
      if (0x30...0x39).contains(byte) {
        digits.append(byte)
        run += 1
        position += 1
      } else {
        guard let (sign, width) = Self.separator(text, position) else { return nil }
        runs.append(run)
        signs.append(sign)
        run = 0
        position += width
      }
    }
    guard run > 0, let shape = Self.shape(runs + [run], signs, firstDigit: digits[0]) else {
      return nil
    }
    self.digits = digits
    self.shape = shape
  }

  /// The digits with the last `places` behind a decimal sign.
  func written(places: Int, sign: UInt8 = 0x2E) -> String {
    let whole = digits.dropLast(places)
    let text =
      (isNegative ? [0x2D] : []) + whole + (places > 0 ? [sign] + digits.suffix(places) : [])
    return String(decoding: text, as: UTF8.self)
  }

  private static func minus(_ text: [UInt8], _ position: inout Int) -> Bool {
    if text.starts(with: [0x2D]) {
      position = 1
      return true
    }
    // The minus sign of typesetters.
    if text.starts(with: [0xE2, 0x88, 0x92]) {
      position = 3
      return true
    }
    return false
  }

  /// The sign at a position, every blank as a space, and its width in bytes.
  private static func separator(_ text: [UInt8], _ position: Int) -> (UInt8, Int)? {
    let rest = text[position...]
    switch text[position] {
    case 0x2E, 0x2C, 0x20, 0x5F, 0x27: return (text[position], 1)
    case 0xC2: return rest.starts(with: [0xC2, 0xA0]) ? (0x20, 2) : nil
    case 0xE2:
      let isBlank = rest.starts(with: [0xE2, 0x80, 0xAF]) || rest.starts(with: [0xE2, 0x80, 0x87])
      return isBlank ? (0x20, 3) : nil
    default: return nil
    }
  }

  private static func shape(_ runs: [Int], _ signs: [UInt8], firstDigit: UInt8) -> Shape? {
    guard let last = signs.last else { return .whole }
    let isDecimalSign = last == 0x2E || last == 0x2C
    let places = runs[runs.count - 1]
    let canGroup = (1...3).contains(runs[0]) && firstDigit != 0x30
    if signs.count == 1 {
      if canGroup, places == 3 { return isDecimalSign ? .either(sign: last) : .grouped(places: 0) }
      return isDecimalSign ? .decimal(sign: last, places: places) : nil
    }
    guard canGroup else { return nil }
    let isGrouped = { (count: Int) in
      signs.prefix(count).allSatisfy { $0 == signs[0] }
        && runs.dropFirst().prefix(count).allSatisfy { $0 == 3 }
    }
    if isGrouped(signs.count) { return .grouped(places: 0) }
    if isDecimalSign, last != signs[0], isGrouped(signs.count - 1) {
      return .grouped(places: places)
    }
    return nil
  }
}
