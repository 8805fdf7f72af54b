import HoiText
import Testing

/// What `truncated` counts on: widths add up letter by letter, and no letter is wider than its bytes.
@Suite struct CutTextTests {
  @Test func widthsAddUp() {
    var generator = SplitMixGenerator(seed: 23)
    for _ in 0..<3_000 {
      let text = text(&generator)
      #expect(cellWidth(text) == text.reduce(0) { $0 + cellWidth(String($1)) })
      #expect(cellWidth(text) <= text.utf8.count)
    }
  }

  @Test func asMuchIsKeptAsFits() {
    var generator = SplitMixGenerator(seed: 24)
    for _ in 0..<3_000 {
      let text = text(&generator)
      let cells = Int.random(in: 1...14, using: &generator)
      let cut = truncated(text, toCells: cells)
      if cellWidth(text) <= cells {
        #expect(cut.unicodeScalars.elementsEqual(text.unicodeScalars))
        continue
      }
      let kept = String(cut.unicodeScalars.dropLast())
      #expect(cut.unicodeScalars.last == "…")
      #expect(text.unicodeScalars.starts(with: kept.unicodeScalars))
      // With one letter more there would be no cell left for the sign of the cut.
      #expect(cellWidth(String(text.prefix(kept.count + 1))) >= cells)
    }
  }

  private func text(_ generator: inout SplitMixGenerator) -> String {
    let blocks: [ClosedRange<UInt32>] = [
      0...0x7F, 0x61...0x7A, 0x80...0x24F, 0x300...0x36F, 0x1EA0...0x1EF9, 0x2000...0x206F,
      0xE00...0xEFF, 0x1100...0x11FF, 0x4E00...0x4E40, 0xAC00...0xAC40, 0xFE00...0xFE0F,
      0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0...0x10FFFF,
    ]
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let block = blocks[Int.random(in: blocks.indices, using: &generator)]
      if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &generator)) {
        view.append(scalar)
      }
    }
    return String(view)
  }
}
