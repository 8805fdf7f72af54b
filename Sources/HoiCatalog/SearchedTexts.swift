import HoiKernels
import HoiText

/// The folded spellings of places, one behind the other, so that looking through all of them is one
/// pass over bytes.
struct SearchedTexts {
  private var bytes: [UInt8] = []
  /// Where each text ends in `bytes`, and the place it is of; ascending by place.
  private var ends: [Int] = []
  private var places: [Int32] = []

  init(_ spellings: [TextList]) {
    for place in 0..<(spellings.first?.count ?? 0) {
      var seen: [String] = []
      for column in spellings where !seen.contains(column[place]) {
        seen.append(column[place])
        bytes.append(contentsOf: foldedForSearch(column[place]).utf8)
        // No folded text holds a zero, so that nothing is found across two of them.
        bytes.append(0)
        ends.append(bytes.count)
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
    while let hit = firstPlace(of: wanted.span, in: bytes.span, from: offset) {
      while ends[text] <= hit { text += 1 }
      let start = text == 0 ? 0 : ends[text - 1]
      // Bytes that are the same could still be parts of other letters.
      let whole = String(decoding: bytes[start..<(ends[text] - 1)], as: UTF8.self)
      if found.last != places[text], whole.contains(needle) { found.append(places[text]) }
      offset = ends[text]
    }
    return found
  }
}
