/// What can arrive from a keyboard.
package enum Arrival: Hashable, Sendable {
  case byte(UInt8)
  /// Nothing within the time asked for.
  case silence
  /// Ctrl-C.
  case interrupt
  case end
}

/// What a person meant by one or several bytes.
package enum Key: Hashable, Sendable {
  case letter(Unicode.Scalar)
  /// A combining mark, for the letter before the cursor.
  case mark(Unicode.Scalar)
  case movement(Movement)
  /// A text pasted as a whole, ready to stand in the line.
  case paste(String)
  /// A paste too long to be redrawn at every key after it.
  case refusedPaste
  case interrupt
  case end
}

/// The keys that send a sequence of bytes, with what libedit calls their effect.
package enum Movement: String, Hashable, Sendable, CaseIterable {
  case older, newer
  case left = "ed-prev-char"
  case right = "ed-next-char"
  case home = "ed-move-to-beg"
  case end = "ed-move-to-end"
  case delete = "ed-delete-next-char"
  case wordLeft = "ed-prev-word"
  case wordRight = "em-next-word"

  /// What stands between ESC and the end of the sequence.
  fileprivate init?(_ sequence: String) {
    switch sequence {
    case "[A", "OA": self = .older
    case "[B", "OB": self = .newer
    case "[C", "OC": self = .right
    case "[D", "OD": self = .left
    case "[H", "OH", "[1~", "[7~": self = .home
    case "[F", "OF", "[4~", "[8~": self = .end
    case "[3~": self = .delete
    case "[1;5C", "[1;3C": self = .wordRight
    case "[1;5D", "[1;3D": self = .wordLeft
    default: return nil
    }
  }
}

/// Makes keys of bytes.
///
/// Sequences are read here and not in libedit's key map, where a lone ESC would wait for the key after
/// it for ever; here it waits a twentieth of a second. A sequence nobody knows does nothing.
package struct KeyReader {
  private static let escapeMilliseconds: Int32 = 50
  private static let escape: UInt8 = 0x1B
  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  private let longestPaste: Int
  private var returned: UInt8?

  /// - Parameter longestPaste: in bytes; what is pasted is drawn again at every key after it.
  package init(longestPaste: Int = 1 << 20) { self.longestPaste = longestPaste }

  /// Reads the next key.
  ///
  /// - Parameter arrival: gives the next byte, waiting at most so many milliseconds, for ever when
  ///   negative.
  package mutating func next(from arrival: (Int32) -> Arrival) -> Key {
    while true {
      switch take(-1, arrival) {
      case .silence: continue
      case .interrupt: return .interrupt
      case .end: return .end
      case .byte(Self.escape):
        if let key = afterEscape(arrival) { return key }
      // Ctrl-P and Ctrl-N are other names of Up and Down.
      case .byte(0x10): return .movement(.older)
      case .byte(0x0E): return .movement(.newer)
      case .byte(let byte) where byte < 0x80: return .letter(Unicode.Scalar(byte))
      case .byte(let byte):
        let scalar = letter(startingWith: byte, arrival)
        // The C1 range is where keys of our own stand.
        if !(0x80..<0xA0).contains(scalar.value) {
          return isCombiningMark(scalar) ? .mark(scalar) : .letter(scalar)
        }
      }
    }
  }

  private mutating func take(_ milliseconds: Int32, _ arrival: (Int32) -> Arrival) -> Arrival {
    guard let byte = returned else { return arrival(milliseconds) }
    returned = nil
    return .byte(byte)
  }

  private mutating func letter(
    startingWith first: UInt8, _ arrival: (Int32) -> Arrival
  ) -> Unicode.Scalar {
    var bytes = [first]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    while bytes.count < length, case .byte(let byte) = take(Self.escapeMilliseconds, arrival) {
      guard byte & 0xC0 == 0x80 else {
        returned = byte
        break
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  private mutating func afterEscape(_ arrival: (Int32) -> Arrival) -> Key? {
    let first: UInt8
    switch take(Self.escapeMilliseconds, arrival) {
    case .silence, .end: return .letter(Unicode.Scalar(Self.escape))
    case .interrupt: return .interrupt
    case .byte(let byte): first = byte
    }
    // Anything else is a letter with Alt, which libedit knows as ESC and the letter.
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else {
      returned = first
      return .letter(Unicode.Scalar(Self.escape))
    }
    var sequence = [first]
    while true {
      switch take(Self.escapeMilliseconds, arrival) {
      case .silence, .end: return nil
      case .interrupt: return .interrupt
      case .byte(let byte):
        if sequence.count < 16 { sequence.append(byte) }
        if first == UInt8(ascii: "[") && !(0x40...0x7E).contains(byte) { continue }
      }
      let text = String(decoding: sequence, as: UTF8.self)
      return text == "[200~" ? paste(arrival) : Movement(text).map { .movement($0) }
    }
  }

  private mutating func paste(_ arrival: (Int32) -> Arrival) -> Key {
    var bytes: [UInt8] = []
    var refused = false
    while !bytes.ends(with: Self.pasteEnd) {
      switch take(-1, arrival) {
      case .silence: continue
      case .interrupt: return .interrupt
      case .end: return .end
      case .byte(let byte): bytes.append(byte)
      }
      if bytes.count > longestPaste + Self.pasteEnd.count {
        refused = true
        bytes.removeFirst(bytes.count - Self.pasteEnd.count)
      }
    }
    if refused { return .refusedPaste }
    var text = enterable(String(decoding: bytes.dropLast(Self.pasteEnd.count), as: UTF8.self))
    while text.last == "\n" { text.removeLast() }
    return .paste(text)
  }
}

extension [UInt8] {
  fileprivate func ends(with tail: [UInt8]) -> Bool { suffix(tail.count).elementsEqual(tail) }
}
