import HoiText

/// A name that a question can write without quotes, made from what a file says.
///
/// A head that is such a name already stays, accents and all; otherwise it is in small plain letters
/// with `_` for all else: `Số trẻ ra lớp` is `so_tre_ra_lop`.
func usableName(_ text: String, orElse fallback: String) -> String {
  if isUsable(text) { return text }
  var name = ""
  for character in text {
    if character.isLetter || character.isNumber {
      name += folded(String(character))
    } else if !name.isEmpty, name.last != "_" {
      name += "_"
    }
  }
  while name.last == "_" { name.removeLast() }
  guard let first = name.first else { return fallback }
  if first.isNumber || name == "not" { name = "\(fallback)_\(name)" }
  return isUsable(name) ? name : fallback
}

/// Whether a text is a word of the language: a letter or `_`, then letters, digits and `_`.
private func isUsable(_ text: String) -> Bool {
  guard let first = text.first, first.isLetter || first == "_", text != "_" else { return false }
  // `not` is the one word that no name can be.
  if ["not", "khong"].contains(folded(text)) { return false }
  return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
}
