import HoiText

/// The year that a text names, with or without a mark that its numbers are preliminary:
/// `2016`, `Prel. 2016`, `2016 (sơ bộ)`, `ước 2026`.
func markedYear(_ text: String) -> (year: Int64, isPreliminary: Bool)? {
  if let year = readYear(Array(text.utf8)) { return (year, false) }
  let folded = foldedForSearch(text)
  // A `y` behind a consonant is an `i` once it is folded.
  for mark in ["preliminari", "prel.", "prel", "so bo", "estimate", "est.", "est", "uoc"] {
    guard let range = folded.range(of: mark) else { continue }
    var rest = folded
    rest.removeSubrange(range)
    let digits = rest.filter { !$0.isWhitespace && !"().*".contains($0) }
    return readYear(Array(digits.utf8)).map { ($0, true) }
  }
  return nil
}

/// The year of four digits that stands somewhere in a head; nil where there is none, or a sentence.
func yearNamed(in head: String) -> Int32? {
  guard head.count <= 60 else { return nil }
  return head.utf8.split { !(0x30...0x39).contains($0) }.lazy
    .filter { $0.count == 4 }.compactMap { Int32(String(Substring($0))) }
    .first { (1900...2100).contains($0) }
}

extension String {
  /// Where a text stands first.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
