import Foundation
import Testing

/// `hoi` as it is used at a terminal, without colours so that what is written is what is seen.
@Suite(.serialized) struct HoiPromptTests {
  private static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples/bangmac").path
  private let home: Home

  init() throws { home = try Home() }

  private func prompt(
    _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) throws -> Terminal {
    let terminal = try Terminal(
      .hoi([Self.samples, "--lang", "en"] + arguments), home: home,
      environment: ["NO_COLOR": "1", "PATH": "/usr/bin:/bin", "PAGER": ""].merging(environment) {
        $1
      })
    try terminal.waitForPrompt()
    return terminal
  }

  /// Types keys and Enter; answers what was said, up to the next prompt.
  @discardableResult
  private func enter(_ keys: String, at terminal: Terminal) throws -> String {
    try terminal.type(keys + "\r")
    return try terminal.wait(for: "\u{1B}[?2004h")
  }

  private func lastEntry() throws -> String {
    let text = try String(contentsOfFile: home.history, encoding: .utf8)
    return text.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test(arguments: ["", "bind -v\n"])
  func tabWritesTheStatement(settings: String) throws {
    let file = home.path + "/editrc"
    try settings.write(toFile: file, atomically: true, encoding: .utf8)
    let terminal = try prompt([], ["EDITRC": file])
    try enter("show huy\tb\tna\tw\tnho\t= nhat\tand nam in 2026..2027", at: terminal)
    // `w` and Tab rings, because `with` begins so too.
    try enter("show huy\tby na\twhere nho\t= nhat\tand thon = bm-31\t", at: terminal)
    #expect(
      try lastEntry()
        == "show mamnon.tyle_huydong by nam where nhom = nhatre and thon = BM-31 ")
    try enter("xem huy\tth\tna\tkh\tnho\t= \"nha t\t", at: terminal)
    #expect(try lastEntry() == "xem mamnon.tyle_huydong theo nam khi nhom = \"Nhà trẻ\" ")
  }

  @Test func tabTwiceLists() throws {
    let terminal = try prompt()
    try terminal.type("show mamnon.tyle_sdd\t\t")
    try terminal.wait(for: "tyle_sdd_nhecan   Tỷ lệ suy dinh dưỡng thể nhẹ cân\r\n")
    try terminal.wait(for: "hoi> show mamnon.tyle_sdd_")
    try terminal.type("hop\r")
    try terminal.waitForPrompt()
    #expect(try lastEntry() == "show mamnon.tyle_sdd_hop")
  }

  @Test func pathsAreCompletedForFilesAndCommands() throws {
    try "show mamnon.tre by nam\n".write(
      toFile: home.path + "/hỏi.hoi", atomically: true, encoding: .utf8)
    let terminal = try prompt()
    #expect(try enter(".re\t\(home.path)/h\t", at: terminal).contains("2027"))
    #expect(try lastEntry() == ".read \(home.path)/hỏi.hoi ")
  }

  @Test func anUnfinishedEntrySaysWhatItWaitsFor() throws {
    let terminal = try prompt()
    #expect(try !enter("show mamnon.tre,", at: terminal).contains("error"))
    #expect(try enter("(mamnon.tre +", at: terminal).contains("  …> "))
    #expect(try enter("mamnon.tre", at: terminal).contains("  (> "))
    #expect(try enter(") by nam", at: terminal).contains("2027"))
    #expect(try lastEntry() == "show mamnon.tre,\\n(mamnon.tre +\\nmamnon.tre\\n) by nam")
    _ = try enter("say \"một", at: terminal)
    try terminal.type("\u{3}")
    #expect(try terminal.wait(for: "\u{1B}[?2004h").contains("  \"> "))
    #expect(try enter("show mamnon.tre by nam", at: terminal).contains("2027"))
  }

  @Test func aPastedScriptIsOneEntryAndRunsStatementByStatement() throws {
    let terminal = try prompt()
    try terminal.paste("show mamnon.tre\n  by nam\n\nshow mamnon.nosuch\nlist tables\n")
    let said = try enter("", at: terminal)
    #expect(said.contains("2027"))
    #expect(said.contains("nosuch"))
    #expect(said.contains("mamnon_cutru"))
    #expect(
      try lastEntry() == "show mamnon.tre\\n  by nam\\n\\nshow mamnon.nosuch\\nlist tables")
  }

  @Test func controlCStopsAScriptAndKeepsTheSession() throws {
    let script = home.path + "/long.hoi"
    let question = "show mamnon.tyle_huydong by thon, nam, nhom, dantoc, gioitinh limit 1\n"
    try String(repeating: question, count: 2000).write(
      toFile: script, atomically: true, encoding: .utf8)
    let terminal = try prompt(["--format", "csv"])
    try terminal.type(".read \(script)\r")
    try terminal.wait(for: "BM-01")
    let start = ContinuousClock.now
    try terminal.type("\u{3}")
    try terminal.waitForPrompt()
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(try enter("show mamnon.tre by nam", at: terminal).contains("2027"))
  }

  @Test func theEditorOfTextsHasTheLastEntry() throws {
    let terminal = try prompt([], ["VISUAL": "sed -i s/2026/2027/"])
    _ = try enter("rows mamnon_cutru where nam = 2026 limit 1", at: terminal)
    #expect(try enter(".edit", at: terminal).contains("2027"))
    #expect(try lastEntry() == "rows mamnon_cutru where nam = 2027 limit 1")
    let failing = try prompt([], ["VISUAL": "false"])
    #expect(try enter(".edit", at: failing).contains("H375"))
  }

  @Test func answersAndEntriesGoToNewFilesOnly() throws {
    let terminal = try prompt()
    let (answers, script) = (home.path + "/a.csv", home.path + "/b.hoi")
    _ = try enter(".mode csv", at: terminal)
    _ = try enter(".output \(answers)", at: terminal)
    #expect(try !enter("show mamnon.tre by nam", at: terminal).contains("2027,"))
    _ = try enter(".output", at: terminal)
    #expect(try String(contentsOfFile: answers, encoding: .utf8).contains("2027,"))
    #expect(try enter(".output \(answers)", at: terminal).contains("H373"))
    #expect(try enter(".save \(script)", at: terminal).contains("hoi run"))
    #expect(try String(contentsOfFile: script, encoding: .utf8) == "show mamnon.tre by nam\n")
    #expect(try enter(".save \(script)", at: terminal).contains("H373"))
  }

  @Test func aSafeSessionWritesNothing() throws {
    let terminal = try prompt(["--safe"], ["VISUAL": "touch \(home.path)/edited"])
    for command in [".output \(home.path)/a", ".edit"] {
      #expect(try enter(command, at: terminal).contains("H378"))
    }
    #expect(try enter("show mamnon.tre by nam", at: terminal).contains("2027"))
    #expect(try enter(".save \(home.path)/a", at: terminal).contains("H378"))
    #expect(!FileManager.default.fileExists(atPath: home.path + "/a"))
    #expect(!FileManager.default.fileExists(atPath: home.path + "/edited"))
  }

  @Test func commandsTellWhatTheyKnow() throws {
    let terminal = try prompt()
    #expect(try enter(".hlep", at: terminal).contains(".help"))
    #expect(try enter(".mode excell", at: terminal).contains("H371"))
    #expect(try enter("help", at: terminal).contains("Statements"))
    let help = try enter(".help show", at: terminal)
    let example = try #require(help.split(separator: "\r\n").last { $0.hasPrefix("  show") })
    #expect(try !enter(String(example), at: terminal).contains("H0"))
    #expect(try enter(".help kiem", at: terminal).contains("check mamnon"))
    #expect(try enter(".set lang vi", at: terminal).contains("\u{1B}[?2004l"))
    #expect(try enter(".help", at: terminal).contains("Câu lệnh"))
    try terminal.type("quit\r")
    #expect(terminal.end() == 0)
  }

  @Test func theInitFileIsReadFirst() throws {
    let folder = home.path + "/.config/hoi"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try ".mode csv\n.set lang vi\n".write(
      toFile: folder + "/init.hoi", atomically: true, encoding: .utf8)
    #expect(try enter(".mode", at: prompt()).contains("csv"))
    #expect(try enter(".mode", at: prompt(["--no-init"])).contains("table"))
  }

  @Test func aPagerShowsOnlyWhatDoesNotFit() throws {
    let terminal = try prompt([], ["PAGER": "sed s/^/paged:/"])
    #expect(try !enter("show mamnon.tre by nam", at: terminal).contains("paged:"))
    let question = "show mamnon.tyle_huydong by thon where nam = 2027"
    #expect(try enter(question, at: terminal).contains("paged:"))
    _ = try enter(".set pager off", at: terminal)
    #expect(try !enter(question, at: terminal).contains("paged:"))
  }

  @Test(arguments: ["dumb", "nonesuch"])
  func aPlainTerminalIsEnough(kind: String) throws {
    let terminal = try Terminal(
      .hoi([Self.samples, "--lang", "vi"]), home: home,
      environment: ["TERM": kind, "LANG": "C", "HOME": ""])
    try terminal.wait(for: "hoi> ")
    try terminal.type("xem mamnon.tre theo năm\n")
    #expect(try !terminal.wait(for: "2027").contains("\u{1B}"))
    try terminal.wait(for: "hoi> ")
    #expect(try terminal.leave(saying: "\n") == 0)
  }
}
