import LineEditing
import Testing

@Suite struct HistoryWalkTests {
  @Test func stepsBackAndForthEndAtTheLineTyped() {
    var walk = HistoryWalk(["xem một", "kiểm hai", "xem ba"], capacity: 10)
    #expect(walk.older(than: "xem", beforeCursor: "xem") == "xem ba")
    #expect(walk.older(than: "xem ba", beforeCursor: "xem ba") == "xem một")
    #expect(walk.older(than: "xem một", beforeCursor: "xem") == nil)
    #expect(walk.newer(than: "xem một") == "xem ba")
    #expect(walk.newer(than: "xem ba") == "xem")
    #expect(walk.newer(than: "xem") == nil)
  }

  @Test func aChangedLineBeginsAnew() {
    var walk = HistoryWalk(["xem một", "kiểm hai", "xem ba"], capacity: 10)
    #expect(walk.older(than: "", beforeCursor: "") == "xem ba")
    #expect(walk.older(than: "k", beforeCursor: "k") == "kiểm hai")
    #expect(walk.newer(than: "kiểm hai?") == nil)
    walk.start()
    #expect(walk.newer(than: "kiểm hai") == nil)
  }

  @Test func repeatsAreSteppedOverOnce() {
    var walk = HistoryWalk(["a", "b", "a"], capacity: 10)
    #expect(walk.older(than: "a", beforeCursor: "") == "b")
    #expect(walk.older(than: "b", beforeCursor: "b") == "a")
    #expect(walk.older(than: "a", beforeCursor: "a") == nil)
  }

  @Test func someStatementsAreNotKept() {
    var walk = HistoryWalk([], capacity: 10)
    let offered = ["xem", "kiểm", "xem", "xem", " kín", "\tkín", ""]
    let kept = offered.map { walk.add($0) }
    #expect(kept == [true, true, true, false, false, false, false])
    #expect(walk.statements == ["xem", "kiểm", "xem"])
  }

  @Test func theOldestGo() {
    var walk = HistoryWalk((0..<30).map(String.init), capacity: 10)
    #expect(walk.statements == (20..<30).map(String.init))
    for number in 30..<100 { _ = walk.add(String(number)) }
    #expect(walk.statements.last == "99")
    #expect((10...15).contains(walk.statements.count))
  }
}
