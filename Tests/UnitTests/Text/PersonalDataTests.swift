import HoiText
import Testing

/// Columns that look as if they held what belongs to one person.
@Suite struct PersonalDataTests {
  private let people = [
    "Nguyễn Văn An", "Trần Thị Bình", "Lý A Páo", "Hoàng Văn Tài", "NÔNG THỊ LAN", "Đặng Phúc",
  ]

  private func texts(_ some: [String], _ count: Int, and others: Int) -> [String] {
    (0..<count).map { some[$0 % some.count] + " " + ["An", "Đức", "Mai"][$0 % 3] }
      + (0..<others).map { "Thôn Nà \($0)" }
  }

  @Test func whatStandsOverAColumnTells() {
    #expect(personalData(head: "Họ và tên", texts: []) == .names)
    #expect(personalData(head: "Ngày sinh", texts: []) == .birthdays)
    #expect(personalData(head: "Số CCCD", texts: []) == .identityNumbers)
    #expect(personalData(head: "Identity number", texts: []) == .identityNumbers)
    #expect(personalData(head: "thôn", texts: []) == nil)
  }

  /// More than four in five; a list of fewer than twenty says nothing.
  @Test func names() {
    #expect(personalData(head: "a", texts: texts(people, 100, and: 0)) == .names)
    #expect(personalData(head: "a", texts: texts(people, 81, and: 19)) == .names)
    #expect(personalData(head: "a", texts: texts(people, 80, and: 20)) == nil)
    #expect(personalData(head: "a", texts: texts(people, 19, and: 0)) == nil)
    #expect(
      personalData(head: "a", texts: (0..<50).map { "Trường Mầm non Hoa Sen \($0)" }) == nil)
    #expect(personalData(head: "a", texts: (0..<50).map { "Nguyễn \($0) ở thôn" }) == nil)
  }

  @Test func dates() {
    let days = (0..<30).map { "0\($0 % 9 + 1)/0\($0 % 8 + 1)/20\($0 + 10)" }
    #expect(personalData(head: "a", texts: days) == .birthdays)
    #expect(personalData(head: "a", texts: days + (0..<8).map { "x\($0)" }) == nil)
    let numbers = (0..<30).map { "0040\($0 + 10)123456" }
    #expect(personalData(head: "a", texts: numbers) == .identityNumbers)
    #expect(personalData(head: "a", texts: (0..<30).map { "\($0)" }) == nil)
  }
}
