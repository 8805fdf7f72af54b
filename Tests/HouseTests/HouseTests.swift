import Foundation
import Testing

/// What every file must keep to; `Sources/STYLE.md` says why.
@Suite struct HouseTests {
  @Test func filesAreShort() {
    for file in House.sources where file.lines.count > 400 && !House.tables.contains(file.name) {
      Issue.record("\(file.path) has \(file.lines.count) lines, more than 400")
    }
    let sizes = House.sources.filter { !House.tables.contains($0.name) }.map(\.lines.count).sorted()
    #expect(sizes[sizes.count / 2] <= 120, "half of the files have more than 120 lines")
  }

  @Test func functionsAreShort() {
    for file in House.sources {
      for function in file.functions
      where function.lineCount > 60 && !House.bigSwitches.contains(function.name) {
        Issue.record(
          "\(file.path):\(function.line): \(function.name) has \(function.lineCount) lines, more than 60"
        )
      }
    }
  }

  /// Words that only some rooms may say.
  @Test(arguments: House.rules)
  func saidOnlyWhereItBelongs(_ rule: House.Rule) {
    for file in House.sources where !rule.rooms.contains(file.room) {
      for (number, line) in file.lines.enumerated()
      where House.code(of: line).contains(rule.pattern) {
        Issue.record("\(file.path):\(number + 1): \(rule.why)")
      }
    }
  }

  @Test func nothingIsLeftToMend() {
    let marks = ["FIX" + "ME", "TO" + "DO", "XX" + "X"]
    for file in House.sources + House.tests {
      for (number, line) in file.lines.enumerated() where marks.contains(where: line.contains) {
        Issue.record("\(file.path):\(number + 1): left to mend")
      }
    }
  }

  @Test func linesEndCleanly() {
    for file in House.sources + House.tests {
      for (number, line) in file.lines.enumerated()
      where line.last?.isWhitespace == true || line.contains("\t") {
        Issue.record("\(file.path):\(number + 1): a blank at the end, or a tab")
      }
    }
  }

  /// The map names every room.
  @Test func theMapIsWhole() throws {
    let map = try String(
      contentsOf: House.root.appending(path: "Sources/README.md"), encoding: .utf8)
    for room in Set(House.sources.map(\.room)) {
      #expect(map.contains("`\(room)`"), "Sources/README.md does not name \(room)")
    }
  }

  /// A diagnostic's code belongs to one sentence.
  @Test func codesAreUnique() {
    var places: [String: String] = [:]
    for file in House.sources {
      for (number, line) in file.lines.enumerated() {
        for match in line.matches(of: /"(H[0-9]{3})"/) {
          let here = "\(file.path):\(number + 1)"
          if let other = places.updateValue(here, forKey: String(match.1)) {
            Issue.record("\(match.1) stands at \(other) and at \(here)")
          }
        }
      }
    }
    #expect(places.count > 100)
  }
}
