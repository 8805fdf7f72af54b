import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiRendering
import Testing

/// A rate over five years, in two groups if asked; the first group did not report in 2025.
private func rates(_ kind: Answer.Chart, groups: Bool = false, target: Bool = true) -> Answer {
  let years: [Int32] = [2023, 2024, 2025, 2026, 2027]
  var answer = Answer(rowCount: groups ? 10 : 5)
  answer.title = [Wording(vi: "Tỷ lệ", en: "Rate")]
  answer.chart = kind
  let first: [Int64] = [40, 45, 0, 60, 70]
  var rate = AnswerColumn(
    name: "tyle", label: Wording(vi: "Tỷ lệ", en: "Rate"), unit: .ratio,
    cells: .numbers(
      NumberColumn(
        numerators: .narrow(groups ? first + [30, 31, 35, 20, 44] : first),
        denominators: .constant(100, count: answer.rowCount),
        states: (0..<answer.rowCount).map { $0 == 2 ? .missing : .value })))
  if target { rate.target = Fraction(557, over: 1000) }
  answer.columns = [
    AnswerColumn(
      name: "nam", label: Wording(vi: "Năm", en: "Year"), role: .group,
      cells: .years(groups ? years + years : years, .calendar))
  ]
  if groups {
    let codes: [Int32] = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
    answer.columns.append(
      AnswerColumn(
        name: "nhom", label: Wording(vi: "Nhóm", en: "Group"), role: .group,
        cells: .members(codes: codes, labels: ["Nhà trẻ", "Mẫu giáo"])))
  }
  answer.columns.append(rate)
  return answer
}

private func changes() -> Answer {
  var answer = Answer(rowCount: 3)
  answer.chart = .bar
  answer.columns = [
    AnswerColumn(
      name: "thon", label: Wording(verbatim: "Thôn"), role: .group,
      cells: .text(["Nà Lìu", "Đèo", "Bản Chuồng"])),
    AnswerColumn(
      name: "x", label: Wording(verbatim: "X"), unit: .points,
      cells: .numbers(
        NumberColumn(
          numerators: .narrow([-5, 10, 0]), denominators: .constant(100, count: 3)))),
  ]
  return answer
}

/// The page above its table.
private func chart(_ answer: Answer, width: Int, isPlain: Bool = false) -> String {
  let options = RenderOptions(language: .vietnamese, width: width, isPlain: isPlain)
  let lines = render(answer, options).split(separator: "\n", omittingEmptySubsequences: false)
  let table = lines.firstIndex { $0.hasPrefix("  Năm ") || $0.hasPrefix("  Thôn ") } ?? lines.count
  let first = answer.title.isEmpty ? 1 : 3
  return lines[first..<table].joined(separator: "\n")
}

@Suite struct ChartTests {
  @Test func barsHaveTheTargetAcrossThem() {
    #expect(
      chart(rates(.bar), width: 50) == """
          2023  40,00 %  ██████████████████▊       ┊
          2024  45,00 %  █████████████████████▏    ┊
          2025        —
          2026  60,00 %  ██████████████████████████┊█▎
          2027  70,00 %  ██████████████████████████┊██████
                                                   ┊ mức 55,7 %

        """)
  }

  @Test func barsOfChangesGoBothWays() {
    #expect(
      chart(changes(), width: 46) == """
          Nà Lìu       -5,00  ████████
          Đèo         +10,00          ████████████████
          Bản Chuồng    0,00

        """)
  }

  @Test func linesBreakWhereNothingIsKnown() {
    #expect(
      chart(rates(.line), width: 50, isPlain: true) == """
          70 % +                          *
               |                        ...
               |                       ..
               |                     ...
          60 % +                    *.
               |
               |---------------------------- mức 55,7 %
               |
          50 % +
               |
               |       .*
               |    ....
          40 % +  *..
                2023  2024  2025  2026  2027

        """)
  }

  @Test func aPointIsNeverOnTheOtherSideOfTheTarget() {
    let lines = chart(rates(.line, groups: true), width: 60).split(separator: "\n")
    let target = lines.firstIndex { $0.contains("mức") } ?? -1
    let sixty = lines.firstIndex { $0.contains("60 %") } ?? -1
    #expect(lines[sixty].contains("●"))
    #expect(target > sixty)
    #expect(lines.last == "  ● Nhà trẻ   ○ Mẫu giáo")
  }

  @Test func picturesSayWhatTheyShow() {
    let options = RenderOptions(language: .english)
    let line = svgCharts(rates(.line, groups: true), options) ?? ""
    #expect(line.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""))
    #expect(
      line.contains(
        "<title>Rate; Nhà trẻ: 2023 40.00%, 2024 45.00%, 2025 —, 2026 60.00%, 2027 70.00%; "))
    // Two pieces of the first line, none of them through the missing year; one of the second.
    #expect(line.components("<path") == 3)
    #expect(line.contains(">target 55.7%</text>"))
    let bars = svgCharts(rates(.bar), options) ?? ""
    #expect(bars.components("<rect") == 4)
    #expect(svgCharts(Answer(), options) == nil)
  }
}

extension String {
  fileprivate func components(_ piece: String) -> Int {
    split(separator: piece, omittingEmptySubsequences: false).count - 1
  }
}
