import HoiAnswer
import HoiDiagnostics
import HoiNumbers
import HoiText

/// The course of each row over the years of a pivot, small enough to stand in the table.
struct Sparklines {
  /// The texts, one for each row; nil where the answer is no pivot of one item over some years.
  let texts: [String]

  init?(_ answer: Answer, rows: [Int], _ options: RenderOptions) {
    let columns = answer.columns.filter { $0.member != nil }
    guard columns.count >= 3,
      Set(columns.map(\.label)).count == 1,
      columns.allSatisfy({ $0.member.map(Self.isYear) ?? false })
    else { return nil }
    let values = rows.map { row in
      columns.map { column -> Double? in
        if case .numbers(let numbers) = column.cells { return numbers[row]?.double }
        return nil
      }
    }
    let all = values.joined().compactMap { $0 }
    guard let low = all.min(), let high = all.max(), high > low else { return nil }
    let levels = options.glyphs.levels
    texts = values.map { row in
      row.map { value in
        guard let value else { return " " }
        // One scale for all rows, so that they can be held against each other.
        let level = Int(((value - low) / (high - low) * Double(levels.count - 1)).rounded())
        return levels[level]
      }.joined()
    }
  }

  private static func isYear(_ member: Wording) -> Bool {
    let digits = member.vietnamese.prefix { $0.isASCII && $0.isNumber }
    return digits.count == 4
  }
}
