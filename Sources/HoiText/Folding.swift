// People type names as they speak: `ty le huy dong`, `tyle_huydong` and `Tỉ lệ huy động` are one name.
// Letters lose case and accent first (so hoà and hòa are alike), then blanks and underscores go, then
// `y` after a consonant becomes `i`, for tỷ and tỉ are one word in two spellings, thủy and thúy are not.

/// The key that a name is found by.
///
/// Lower case, no accents, `đ` as `d`, no blanks or underscores; `y` right after a consonant is `i`.
/// Separators between two digits stay as one `_`, lest `nhom_1_2` be `nhom_12`. Hyphens stay. A name of
/// nothing but separators stays as it is. Folding what is folded changes nothing.
public func folded(_ name: String) -> String {
  if isFolded(name.utf8) { return name }
  let plain = plainLetters(name)
  var key: [UInt8] = []
  key.reserveCapacity(plain.count)
  var afterGap = false
  for byte in plain {
    if isSeparator(byte) {
      afterGap = true
      continue
    }
    let last = key.last ?? 0
    if afterGap, isDigit(last), isDigit(byte) { key.append(UInt8(ascii: "_")) }
    afterGap = false
    key.append(byte == UInt8(ascii: "y") && isConsonant(last) ? UInt8(ascii: "i") : byte)
  }
  return normalized(String(decoding: key.isEmpty ? plain : key, as: UTF8.self))
}

/// The text that `~` looks in and looks for: folded, but with the gaps between words.
///
/// As `folded`, except that each run of blanks and underscores is one blank; none begins or ends it.
public func foldedForSearch(_ text: String) -> String {
  let plain = plainLetters(text)
  var key: [UInt8] = []
  key.reserveCapacity(plain.count)
  var afterGap = false
  for byte in plain {
    if isSeparator(byte) {
      afterGap = true
      continue
    }
    if afterGap, !key.isEmpty { key.append(UInt8(ascii: " ")) }
    afterGap = false
    let isI = byte == UInt8(ascii: "y") && isConsonant(key.last ?? 0)
    key.append(isI ? UInt8(ascii: "i") : byte)
  }
  return normalized(String(decoding: key, as: UTF8.self))
}

/// Whether a name is ASCII that `folded` would return unchanged; a false answer promises nothing.
private func isFolded(_ name: String.UTF8View) -> Bool {
  var last: UInt8 = 0
  for byte in name {
    let isUppercase = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    if byte >= 0x80 || isUppercase || isSeparator(byte) { return false }
    if byte == UInt8(ascii: "y"), isConsonant(last) { return false }
    last = byte
  }
  return true
}

private func isSeparator(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "_"), UInt8(ascii: " "), 0x09...0x0D: true
  default: false
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Whether a byte is a Latin consonant. `u` is a vowel, also in `qu`: quy stays quy.
private func isConsonant(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
    UInt8(ascii: "u"), UInt8(ascii: "y"):
    false
  default: (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}
