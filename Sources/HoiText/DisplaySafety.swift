// Names and cells come from files that anyone may have written. Raw, an escape sequence in them could
// retitle the window or answer for the user, and a bidirectional mark could show a line backwards.

/// A text as it may be shown: what would command a terminal or reorder a line is written out.
///
/// Controls (also newline and tab), line and paragraph separators and the bidirectional marks become
/// `\u{1B}` and the like. Everything else, joiners of emoji included, stays.
public func displaySafe(_ text: String) -> String {
  // The bytes that begin a scalar which must be written out; đ, ư and all tones begin with others.
  let isSuspect = text.utf8.contains { byte in
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
  }
  guard isSuspect, text.unicodeScalars.contains(where: mustBeWrittenOut) else { return text }
  var safe = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if mustBeWrittenOut(scalar) {
      let number = String(scalar.value, radix: 16, uppercase: true)
      safe.append(contentsOf: "\\u{\(number)}".unicodeScalars)
    } else {
      safe.append(scalar)
    }
  }
  return String(safe)
}

/// Whether a scalar is a control, breaks a line or sets the direction of what follows.
private func mustBeWrittenOut(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
    true
  default: false
  }
}
