import Foundation
import Hoi
import Synchronization
import Testing

/// The library as a program that embeds it uses it.
@Suite struct SessionTests {
  private static func session() throws -> HoiSession {
    let session = HoiSession()
    var table = HoiTable("cutru", years: [2027, 2027, 2027], reportsBy: "thon")
    table.addDimension("thon", label: "Thôn", ["A", "B", "C"])
    table.addMeasure("dan_so", unit: "trẻ", .counts([10, 100, 50]))
    table.addMeasure("ra_lop", unit: "trẻ", .counts([9, 40, nil]))
    try session.add(table)
    try session.open(
      SourceText(#"subject mn "Mầm non" { ratio tyle "Tỷ lệ" = cutru.ra_lop / cutru.dan_so part }"#)
    )
    return session
  }

  private static func answer(_ outcome: Outcome) throws -> Answer {
    guard case .answer(let answer) = outcome else {
      Issue.record("no answer: \(outcome)")
      throw HoiFailure([])
    }
    return answer
  }

  @Test func cellsHaveTheirState() throws {
    let session = try Self.session()
    let answer = try Self.answer(session.run("show mn.tyle by thon where nam = 2027"))
    #expect(answer.rowCount == 3)
    #expect(answer[0, 0] == .text("A"))
    #expect(answer[0, 1] == .number(Fraction(9, over: 10)))
    #expect(answer[1, 1] == .number(Fraction(2, over: 5)))
    #expect(answer[2, 1] == .missing)
    #expect(answer.coverage[0].missing == ["C"])
    let none = try Self.answer(
      session.run("show cutru.ra_lop / (cutru.dan_so - cutru.dan_so) as r where nam = 2027"))
    #expect(none[0, 0] == .notApplicable)
  }

  @Test func whatIsSaidAndSetComesBack() throws {
    let session = try Self.session()
    guard case .said(let text) = session.run("param nam = 2027; say \"năm $nam\"") else {
      Issue.record("nothing said")
      return
    }
    #expect(text[.vietnamese] == "năm 2027")
    guard case .changed(let setting) = session.run("set lang vi") else {
      Issue.record("nothing changed")
      return
    }
    #expect(setting == .language(.vietnamese))
  }

  @Test func theFirstFailureEndsAText() throws {
    let session = try Self.session()
    var outcomes: [Bool] = []
    session.runScript(SourceText("let a = mn.tyle; show b; let c = mn.tyle")) { outcome in
      outcomes.append(outcome.isFailure)
      return !outcome.isFailure
    }
    #expect(outcomes == [false, true])
    #expect(session.run("show c where nam = 2027").isFailure)
  }

  @Test func whatWasNamedIsCompleted() throws {
    let session = try Self.session()
    func choices(_ text: String) -> [Completion] {
      session.completions(text, at: text.utf8.count, language: .english).choices
    }
    #expect(!session.run("param ky = 2027; let lech = cutru.dan_so - cutru.ra_lop").isFailure)
    #expect(choices("show le").map(\.text) == ["lech"])
    #expect(choices("show le").first?.label == "cutru.dan_so - cutru.ra_lop")
    #expect(choices("show lech by ").map(\.text) == ["nam", "thon"])
    #expect(
      choices("show lech where nam = $") == [Completion("$ky", label: "2027", kind: .parameter)])
  }

  @Test func aParameterIsSetFromOutside() throws {
    let session = try Self.session()
    session.set(parameter: "thon", to: "B")
    let script = SourceText("param thon = \"A\"; show mn.tyle where nam = 2027 and thon = $thon")
    #expect(session.unknownParameters(in: [script]).isEmpty)
    #expect(session.unknownParameters(in: [SourceText("show mn.tyle")]).map(\.code) == ["H325"])
    let answer = try Self.answer(session.run(script))
    #expect(answer[0, 0] == .number(Fraction(2, over: 5)))
  }

  @Test func aCopyKnowsWhatTheFirstKnewAndNoMore() throws {
    let first = try Self.session()
    _ = first.run("let a = mn.tyle")
    let copy = first.copy()
    _ = first.run("let b = mn.tyle")
    #expect(!copy.run("show a where nam = 2027").isFailure)
    #expect(copy.run("show b where nam = 2027").isFailure)
    #expect(first.fresh().run("show a where nam = 2027").isFailure)
  }

  @Test func aFailedLoadLeavesAllAsItWas() throws {
    let session = try Self.session()
    let model = SourceText(
      "let a = mn.tyle\nsubject hai { measure m = cutru.ra_lop }\nsubject hai { measure n = cutru.x }"
    )
    #expect(throws: HoiFailure.self) { try session.open(model) }
    #expect(session.run("show a where nam = 2027").isFailure)
    #expect(session.run("show hai.m where nam = 2027").isFailure)
    #expect(throws: HoiFailure.self) { try session.load("/khong/co/tep.csv") }
    #expect(!session.run("show mn.tyle where nam = 2027").isFailure)
  }

  @Test func noTimeIsALimit() throws {
    let settings = Settings(timeoutMilliseconds: 0)
    let session = HoiSession(settings: settings)
    try session.add(Self.manyRows(1000))
    guard case .failure(let diagnostics) = session.run("show sum(t.x) where nam = 2027") else {
      Issue.record("answered in no time")
      return
    }
    #expect(diagnostics.map(\.code) == ["H334"])
    #expect(diagnostics[0].kind == .limit)
    _ = session.run("set timeout 0")
    #expect(!session.run("show sum(t.x) where nam = 2027").isFailure)
  }
}

/// A session and several threads.
@Suite struct SessionThreadTests {
  private static let isOver = Atomic(false)

  @Test func anotherThreadStopsAQuestion() async throws {
    let session = HoiSession()
    try session.add(SessionTests.manyRows(400_000))
    // A thread of its own: those of the test library may all be busy.
    let stopper = Thread { [session] in
      while !Self.isOver.load(ordering: .relaxed) { session.cancel() }
    }
    stopper.start()
    defer { Self.isOver.store(true, ordering: .relaxed) }
    for _ in 0..<2000 {
      if case .failure(let diagnostics) = session.run("show sum(t.x) by nhom where nam = 2027") {
        #expect(diagnostics[0].kind == .interrupted)
        return
      }
    }
    Issue.record("never stopped")
  }

  @Test func questionsAndChangesAtOnce() async throws {
    let session = HoiSession()
    try session.add(SessionTests.manyRows(1000))
    await withTaskGroup(of: Bool.self) { group in
      for worker in 0..<4 {
        group.addTask {
          (0..<50).allSatisfy { turn in
            let name = "a\(worker)_\(turn)"
            if session.run("let \(name) = sum(t.x)").isFailure { return false }
            guard case .answer(let answer) = session.run("show \(name) where nam = 2027") else {
              return false
            }
            return answer[0, 0] == .number(Fraction(1000))
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
    guard case .answer(let names) = session.run("list names") else {
      Issue.record("no list")
      return
    }
    #expect(names.rowCount == 200)
  }
}

extension SessionTests {
  /// A table with a one in each of its rows.
  static func manyRows(_ count: Int) -> HoiTable {
    var table = HoiTable("t", years: Array(repeating: 2027, count: count))
    table.addDimension("nhom", (0..<count).map { "n\($0 % 7)" })
    table.addMeasure("x", unit: "trẻ", isFlow: true, .counts(Array(repeating: 1, count: count)))
    return table
  }
}
