/// Every Latin letter with its marks, found under any spelling of it: equality of characters is
/// canonical equivalence.
private let letters: [Character: Unicode.Scalar] = {
  let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
  let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
  return Dictionary(scalars.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })
}()

/// Whether a scalar belongs to the letter before it.
func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

/// The one letter that a letter and a combining mark make together, if there is one.
///
/// The letter may have marks already, in any order that Unicode holds for the same.
func composedLetter(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
  var both = String.UnicodeScalarView()
  both.append(letter)
  both.append(mark)
  let text = String(both)
  return text.count == 1 ? text.first.flatMap { letters[$0] } : nil
}

/// Text as it may stand in a line: letters composed, rows ended by newlines alone, no other control
/// characters but the tab.
func enterable(_ text: some StringProtocol) -> String {
  var result = String.UnicodeScalarView()
  var last: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    defer { last = scalar }
    switch scalar.value {
    case 0x0A where last == "\r": continue
    case 0x0D: result.append("\n")
    case 0x09, 0x0A: result.append(scalar)
    case ..<0x20, 0x7F..<0xA0: continue
    default:
      if isCombiningMark(scalar), let before = result.last,
        let composed = composedLetter(before, scalar)
      {
        result.removeLast()
        result.append(composed)
      } else {
        result.append(scalar)
      }
    }
  }
  return String(result)
}
