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
  var candidates: [(kind: PersonalData, isOfKind: (String) -> Bool, others: Int)] = [
    (.identityNumbers, isIdentityNumber, 0), (.birthdays, isFullDate, 0), (.names, isFullName, 0),
  ]
  // More than four texts in five are of a kind; the rest is not looked at once too many are not.
  let mostOthers = texts.count - texts.count * 4 / 5
  for text in texts {
    for place in candidates.indices where !candidates[place].isOfKind(text) {
      candidates[place].others += 1
    }
    candidates.removeAll { $0.others >= mostOthers }
    if candidates.isEmpty { return nil }
  }
  return candidates.first?.kind
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
      "sodinhdanhcanhan", "madinhdanhcanhan", "madinhdanhhocsinh", "identitinumber", "nationalid",
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
  // The family name first, since most other texts end there: none is longer than Nguyễn.
  let first = text.utf8.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
  guard first.count <= "Nguyễn".utf8.count, familyNames.contains(folded(String(first) ?? ""))
  else { return false }
  let words = text.split(separator: " ")
  return (2...5).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
}

private let familyNames: Set<String> = [
  "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho",
  "ngo", "duong", "li", "nong", "trieu", "dinh", "luong", "mong", "luc", "be", "dam", "hua", "lo",
]
