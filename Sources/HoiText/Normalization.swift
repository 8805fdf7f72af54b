// Vietnamese arrives composed (ệ as one scalar), decomposed (from macOS) and half composed (ê with
// a loose mark, from Windows-1258). Everything is brought to NFC when it is loaded, so that bytes
// can be compared afterwards. The standard library knows NFC by heart; Foundation is not needed.

/// A text in Unicode Normalization Form C.
///
/// Text that is in this form already, as nearly all text is, comes back unchanged and uncopied.
public func normalized(_ text: String) -> String {
  if isPlainlyNormalized(text) { return text }
  return String(decoding: text._nfcCodeUnits, as: UTF8.self)
}

/// Whether every scalar of a text is of a block where nothing can compose or reorder.
///
/// These are U+0000…02FF, U+1E00…1EFF and the marks of punctuation U+2010…203F: all of Vietnamese.
/// No combining mark is among them, hence nothing for a letter to compose with. A false answer only
/// means that the text must be looked at.
func isPlainlyNormalized(_ text: String) -> Bool {
  // 0 nothing awaited, 1 any continuation, 2 the second byte after E1, 3 the second byte after E2.
  var awaited = 0
  for byte in text.utf8 {
    switch awaited {
    case 0:
      if byte < 0x80 { continue }
      if byte <= 0xCB {
        awaited = 1
      } else if byte == 0xE1 {
        awaited = 2
      } else if byte == 0xE2 {
        awaited = 3
      } else {
        return false
      }
    case 2:
      guard (0xB8...0xBB).contains(byte) else { return false }
      awaited = 1
    case 3:
      guard byte == 0x80 else { return false }
      awaited = 4
    case 4:
      guard byte >= 0x90 else { return false }
      awaited = 0
    default:
      awaited = 0
    }
  }
  return true
}
