// Vietnamese arrives composed (ệ as one scalar), decomposed (from macOS) and half composed (ê with
// a loose mark, from Windows-1258). Everything is brought to NFC when it is loaded, so that bytes
// can be compared afterwards. The standard library knows NFC by heart; Foundation is not needed.

/// A text in Unicode Normalization Form C.
///
/// Text that is in this form already, as nearly all text is, comes back unchanged and uncopied.
public func normalized(_ text: String) -> String {
  if isPlainlyNormalized(text.utf8Span.span) { return text }
  return String(decoding: text._nfcCodeUnits, as: UTF8.self)
}

/// Whether bytes are UTF-8 of which every scalar is of a block where nothing can compose or reorder.
///
/// These are U+0000…02FF, U+1E00…1EFF and the marks of punctuation U+2010…203F: all of Vietnamese.
/// No combining mark is among them, hence nothing for a letter to compose with. A false answer only
/// means that the text must be looked at.
package func isPlainlyNormalized(_ text: Span<UInt8>) -> Bool {
  var place = 0
  func isContinuation(_ place: Int, _ bytes: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    place < text.count && bytes.contains(text[place])
  }
  while place < text.count {
    let byte = text[place]
    if byte < 0x80 {
      place += 1
      continue
    }
    switch byte {
    case 0xC2...0xCB where isContinuation(place + 1): place += 2
    case 0xE1 where isContinuation(place + 1, 0xB8...0xBB) && isContinuation(place + 2): place += 3
    case 0xE2
    where isContinuation(place + 1, 0x80...0x80) && isContinuation(place + 2, 0x90...0xBF):
      place += 3
    default: return false
    }
  }
  return true
}
