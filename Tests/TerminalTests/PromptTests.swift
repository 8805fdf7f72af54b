import Foundation
import Testing

@Suite(.serialized) struct PromptTests {
  private let home: Home

  init() throws { home = try Home() }

  private func prompt(_ environment: [String: String] = [:]) throws -> Terminal {
    let terminal = try Terminal(home: home, environment: environment)
    try terminal.waitForPrompt()
    return terminal
  }

  @Test func typedVietnameseArrivesAsItIs() throws {
    let terminal = try prompt()
    try terminal.enter("xem tỷ_lệ_hộ_nghèo theo thôn", reads: "xem tỷ_lệ_hộ_nghèo theo thôn")
    try terminal.waitForPrompt()
    #expect(try terminal.leave() == 0)
  }

  @Test(arguments: ["", "bind -v\n", "bind -e\n"])
  func everyLetterTypedInPartsArrivesWhole(settings: String) throws {
    let file = home.path + "/editrc"
    try settings.write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try prompt(["EDITRC": file])
    let letters = vietnameseLetters.joined()
    let parts = letters.decomposedStringWithCanonicalMapping
    #expect(Array(parts.utf8) != Array(letters.utf8))
    try terminal.enter(parts, reads: letters)
    try terminal.waitForPrompt()
    // Half composed, as some keyboards send it, and in the other order.
    try terminal.enter("ê\u{323} e\u{323}\u{302} o\u{301}\u{31B}", reads: "ệ ệ ớ")
    try terminal.waitForPrompt()
    // Telex corrects what it has sent.
    try terminal.enter("e\u{7F}ê\u{7F}ệ", reads: "ệ")
  }

  @Test(arguments: ["C", "", "vi_VN.TCVN", "nonesuch"])
  func accentsNeedNoLocaleOfTheUsers(locale: String) throws {
    let terminal = try prompt(["LANG": locale])
    try terminal.enter("số hộ nghèo", reads: "số hộ nghèo")
  }

  @Test func controlCThrowsTheLineAwayAndGoesOn() throws {
    let terminal = try prompt()
    try terminal.type("xem sai\u{3}")
    #expect(try !terminal.wait(for: "interrupted").contains("read <"))
    try terminal.waitForPrompt()
    // Within a search, behind a lone ESC and on an empty line too.
    for keys in ["\u{12}xem", "xem\u{1B}", ""] {
      try terminal.type(keys + "\u{3}")
      try terminal.wait(for: "interrupted")
      try terminal.waitForPrompt()
    }
    try terminal.enter("xem đúng", reads: "xem đúng")
    try terminal.waitForPrompt()
    #expect(try terminal.leave() == 0)
  }

  @Test func controlDLeavesOnlyOnAnEmptyLine() throws {
    let terminal = try prompt()
    try terminal.type("xem\u{4}")
    try terminal.enter(" a", reads: "xem a")
    try terminal.waitForPrompt()
    #expect(try terminal.leave() == 0)
  }

  @Test func controlCStopsALongQuestionOnly() throws {
    let terminal = try prompt()
    for _ in 1...2 {
      try terminal.enter("long question", reads: "long question")
      try terminal.wait(for: "long question runs")
      try terminal.type("\u{3}")
      try terminal.wait(for: "long question cancelled")
      try terminal.waitForPrompt()
    }
    try terminal.enter("xem", reads: "xem")
  }

  @Test func aPasteRunsNothingByItself() throws {
    let terminal = try prompt()
    try terminal.paste("xem a # chú thích\r\n  theo thôn\r")
    try terminal.type("\u{3}")
    #expect(try !terminal.wait(for: "interrupted").contains("read <"))
    try terminal.waitForPrompt()
    try terminal.paste("xem a # chu\u{301} thích\n\ttheo thôn\u{7}\n")
    try terminal.enter("!", reads: "xem a # chú thích\\n\ttheo thôn!")
  }

  @Test func keysThatSendSequencesMoveOrDoNothing() throws {
    let terminal = try prompt()
    try terminal.enter("ab\u{1B}[D\u{1B}ODx\u{1B}[Fy\u{1B}[Hz\u{1B}[15~\u{1B}[3~", reads: "zaby")
  }

  @Test func stoppingAndGoingOnKeepsTheLine() throws {
    let terminal = try prompt()
    try terminal.type("xem s")
    try terminal.wait(for: "xem s")
    terminal.stopAndGoOn()
    try terminal.waitForPrompt()
    try terminal.wait(for: "hoi> ")
    try terminal.wait(for: "xem s")
    // Nobody is there to let it go on, so the kernel does not stop it; it only draws again.
    try terminal.type("\u{1A}")
    try terminal.wait(for: "\u{1B}[?2004l")
    try terminal.waitForPrompt()
    try terminal.enter("ố", reads: "xem số")
  }

  @Test func anotherWindowWidthKeepsTheLine() throws {
    let terminal = try prompt()
    let line = String(repeating: "xem ", count: 30)
    try terminal.type(line)
    try terminal.wait(for: "x")
    for columns: Int32 in [20, 200, 1, 80] {
      terminal.resize(columns: columns)
      try terminal.wait(for: "\u{1B}[J")
    }
    try terminal.enter("a", reads: line + "a")
  }
}

let vietnameseLetters: [String] = {
  let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
  let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
  let toned = vowels.flatMap { vowel in tones.map { vowel + $0 } } + ["đ"]
  let small = toned.map(\.precomposedStringWithCanonicalMapping).filter { $0.utf8.count > 1 }
  return small + small.map { $0.uppercased() }
}()
