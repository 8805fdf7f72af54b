/// What a column of a person's own data looks like.
public enum PersonalData: Sendable, Hashable {
  case names, birthdays, identityNumbers
}

/// Whether a column looks as if it held names, birthdays or identity numbers of people.
///
/// - Parameters:
///   - head: what stands over the column.
///   - texts: its different texts. Under twenty say nothing: a list of places is short too.
public func personalData(head: String, texts: some Collection<String>) -> PersonalData? {
  let head = folded(head)
  for (kind, heads) in tellingHeads where heads.contains(head) { return kind }
  guard texts.count >= 20 else { return nil }
  if areMostly(texts, isIdentityNumber) { return .identityNumbers }
  if areMostly(texts, isFullDate) { return .birthdays }
  if areMostly(texts, isFullName) { return .names }
  return nil
}

/// Whether more than four texts in five are of a kind; the rest is not looked at once too many are not.
private func areMostly(_ texts: some Collection<String>, _ isOfKind: (String) -> Bool) -> Bool {
  var others = texts.count - texts.count * 4 / 5
  for text in texts where !isOfKind(text) {
    others -= 1
    if others == 0 { return false }
  }
  return true
}

private let tellingHeads: [(PersonalData, Set<String>)] = [
  (
    .names,
    [
      "hoten", "hovaten", "hotentre", "hotenhocsinh", "tenhocsinh", "tentre", "hovatentre",
      "hovatenhocsinh", "hotengiaovien", "fullname", "childname", "studentname",
    ]
  ),
  (.birthdays, ["ngaysinh", "ngaythangnamsinh", "dateofbirth", "birthday", "birthdate", "dob"]),
  (
    .identityNumbers,
    [
      "cccd", "socccd", "cmnd", "socmnd", "cancuoc", "socancuoc", "sodinhdanh", "madinhdanh",
      "sodinhdanhcanhan", "madinhdanhcanhan", "madinhdanhhocsinh", "identitynumber", "nationalid",
    ]
  ),
]

/// Twelve digits, as on a citizen's card.
private func isIdentityNumber(_ text: String) -> Bool {
  text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

/// A day with its year, as a birthday is written.
private func isFullDate(_ text: String) -> Bool {
  // Between `-` and `9` there are but `.` and `/` and the digits.
  guard text.utf8.allSatisfy({ (0x2D...0x39).contains($0) }) else { return false }
  let parts = text.split(whereSeparator: { "/-.".contains($0) })
  guard parts.count == 3 else { return false }
  return parts.contains { $0.utf8.count == 4 } && parts.count(where: { $0.utf8.count <= 2 }) == 2
}

/// Two to five capitalised words, the first a family name of many people.
private func isFullName(_ text: String) -> Bool {
  let words = text.split(separator: " ")
  guard (2...5).contains(words.count), words.allSatisfy({ $0.first?.isUppercase == true }) else {
    return false
  }
  return familyNames.contains(folded(String(words[0])))
}

private let familyNames: Set<String> = [
  "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho",
  "ngo", "duong", "ly", "nong", "trieu", "dinh", "luong", "mong", "luc", "be", "dam", "hua", "lo",
]
