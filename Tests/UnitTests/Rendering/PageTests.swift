import Foundation
import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiRendering
import HoiText
import Testing

/// A name, a long text and three numbers.
private func wideAnswer() -> Answer {
  func numbers(_ name: String, _ label: String) -> AnswerColumn {
    AnswerColumn(
      name: name, label: Wording(verbatim: label), unit: .named("trẻ"),
      cells: .numbers(
        NumberColumn(
          numerators: .narrow([1_234_567, 3]), denominators: .constant(1, count: 2))))
  }
  var answer = Answer(rowCount: 2)
  answer.title = [Wording(verbatim: "Trẻ")]
  answer.columns = [
    AnswerColumn(
      name: "thon", label: Wording(verbatim: "Thôn"), role: .group,
      cells: .text(["Khu phố 学校 Nguyễn Đình Chiểu", "Đèo"])),
    numbers("a", "Trẻ đến trường"), numbers("b", "Trẻ ở nhà"), numbers("c", "Trẻ ở xa"),
  ]
  return answer
}

private func lines(_ answer: Answer, width: Int?) -> [String] {
  render(answer, RenderOptions(language: .vietnamese, width: width))
    .components(separatedBy: "\n")
}

private func refusal(_ text: String, _ start: Int, _ end: Int) -> Diagnostic {
  Diagnostic(
    "H999", in: SourceText(text), at: SourceRange(start, end), Wording(vi: "hỏng", en: "broken"))
}

/// The line quoted and the one with the carets.
private func excerpt(_ diagnostic: Diagnostic, width: Int) -> [String] {
  let page = render(diagnostic, RenderOptions(language: .english, width: width))
  return Array(page.components(separatedBy: "\n")[1...2])
}

@Suite struct PageTests {
  @Test func noLineIsWiderThanThePage() {
    for width in 24...120 {
      for line in lines(wideAnswer(), width: width) {
        #expect(cellWidth(line) <= width, "\(width): \(line)")
      }
    }
  }

  @Test func columnsLeftOutAreNamed() {
    let page = lines(wideAnswer(), width: 40).joined(separator: " ")
    #expect(page.contains("không đủ chỗ cho cột: c"))
    #expect(!lines(wideAnswer(), width: 80).contains { $0.contains("không đủ chỗ") })
  }

  @Test func noLineEndsInBlanks() {
    for width in [nil, 60, 40] {
      #expect(lines(wideAnswer(), width: width).allSatisfy { $0.last != " " })
    }
  }

  @Test func aNumberStaysWithWhatItCounts() {
    var answer = wideAnswer()
    answer.notes = [Note("x", Wording(verbatim: "thiếu 7,00 điểm · 30 trẻ · 48,70 % cả xã"))]
    let page = lines(answer, width: 24)
    #expect(page.contains("  thiếu 7,00 điểm ·"))
    #expect(page.contains("    30 trẻ · 48,70 % cả"))
  }

  @Test func colourIsAFunctionOfTheOptions() {
    var answer = wideAnswer()
    answer.hasTotal = true
    let plain = render(answer, RenderOptions(language: .english, width: 100))
    let colored = render(answer, RenderOptions(language: .english, width: 100, color: true))
    #expect(!plain.contains("\u{1B}"))
    var bare = ""
    var isEscape = false
    for scalar in colored.unicodeScalars {
      if scalar == "\u{1B}" { isEscape = true }
      if !isEscape { bare.unicodeScalars.append(scalar) }
      if isEscape, scalar == "m" { isEscape = false }
    }
    #expect(bare == plain)
  }

  @Test func timesAreShort() {
    #expect(timingText(0.34, .vietnamese) == "0,3 ms")
    #expect(timingText(1234, .english) == "1.2 s")
    #expect(timingText(.nan, .english) == "")
  }

  @Test func theLocaleDecides() {
    #expect(language(fromEnvironment: { ["LANG": "vi_VN.UTF-8"][$0] }) == .vietnamese)
    #expect(language(fromEnvironment: { ["LC_ALL": "C", "LANG": "vi_VN"][$0] }) == .english)
    #expect(isPlain(environment: { ["LC_ALL": "C"][$0] }))
    #expect(!isPlain(environment: { ["LANG": "C.UTF-8"][$0] }))
    #expect(!isPlain(environment: { _ in nil }))
  }
}

@Suite struct ExcerptTests {
  @Test func carets() {
    #expect(
      excerpt(refusal("show a by b", 10, 11), width: 80) == [
        "  1 │ show a by b", "    │           ^",
      ])
  }

  @Test func theEndOfATextIsBehindItsLastLetter() {
    #expect(
      excerpt(refusal("show a\n\n", 8, 8), width: 80) == ["  1 │ show a", "    │       ^"])
  }

  @Test func longLinesAreShownAroundThePlace() {
    let text = String(repeating: "a", count: 100) + "BAD" + String(repeating: "z", count: 5_000)
    for width in [40, 60, 120] {
      let page = excerpt(refusal(text, 100, 103), width: width)
      #expect(page.allSatisfy { cellWidth($0) <= width })
      #expect(page[0].contains("BAD"))
      let caret = page[1].firstIndex(of: "^").map {
        page[1].distance(from: page[1].startIndex, to: $0)
      }
      let bad = page[0].range(of: "BAD").map {
        page[0].distance(from: page[0].startIndex, to: $0.lowerBound)
      }
      #expect(caret == bad)
      #expect(page[1].filter { $0 == "^" }.count == 3)
    }
  }

  @Test func anyBytesHaveAnExcerpt() {
    var state: UInt64 = 7
    for _ in 0..<300 {
      let bytes = (0..<60).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      let start = Int(bytes[0]) % 60
      let end = min(60, start + Int(bytes[1]) % 9)
      let diagnostic = Diagnostic(
        "H999", in: SourceText(bytes: bytes, name: "x"), at: SourceRange(start, end),
        Wording(verbatim: "hỏng"))
      let page = render(diagnostic, RenderOptions(language: .vietnamese, width: 40))
      #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }
}
