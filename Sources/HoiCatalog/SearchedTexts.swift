import HoiKernels
import HoiText

/// The folded spellings of places, one behind the other, so that looking through all of them is one
/// pass over bytes.
struct SearchedTexts {
  private var texts = PackedTexts()
  /// The place that each text is of, ascending.
  private var places: [Int32] = []

  init(_ spellings: [TextList]) {
    for place in 0..<(spellings.first?.count ?? 0) {
      var seen: [String] = []
      for column in spellings where !seen.contains(column[place]) {
        seen.append(column[place])
        // No folded text holds a zero, so that nothing is found across two of them.
        texts.append((foldedForSearch(column[place]) + "\0").utf8Span.span)
        places.append(Int32(place))
      }
    }
  }

  /// The places of the texts that hold another, which is folded already.
  func places(containing needle: String) -> [Int32] {
    var found: [Int32] = []
    let wanted = Array(needle.utf8)
    var text = 0
    var offset = 0
    while let hit = firstPlace(of: wanted.span, in: texts.bytes.span, from: offset) {
      while texts.range(text).upperBound <= hit { text += 1 }
      // Bytes that are the same could still be parts of other letters.
      if found.last != places[text], texts[text].dropLast().contains(needle) {
        found.append(places[text])
      }
      offset = texts.range(text).upperBound
    }
    return found
  }
}
