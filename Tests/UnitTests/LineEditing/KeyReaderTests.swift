import LineEditing
import Testing

/// Bytes that arrive together, with silence between the groups.
private func keys(_ groups: [UInt8]..., longestPaste: Int = 100) -> [Key] {
  var arrivals = groups.flatMap { $0.map(Arrival.byte) + [.silence] }[...]
  var reader = KeyReader(longestPaste: longestPaste)
  var result: [Key] = []
  while true {
    let key = reader.next { milliseconds in
      let arrival = arrivals.popFirst() ?? .end
      // Without a limit of time silence is not an answer.
      return arrival == .silence && milliseconds < 0 ? arrivals.popFirst() ?? .end : arrival
    }
    if key == .end { return result }
    result.append(key)
  }
}

@Suite struct KeyReaderTests {
  @Test func lettersOfAnyLengthArriveWhole() {
    #expect(keys(Array("aệ🌾".utf8)) == [.letter("a"), .letter("ệ"), .letter("🌾")])
    #expect(keys(Array("e\u{301}".utf8)) == [.letter("e"), .mark("\u{301}")])
  }

  @Test func brokenBytesAreSeenAndLoseNothingAfterThem() {
    #expect(keys([0xE1, 0x41]) == [.letter("\u{FFFD}"), .letter("A")])
    #expect(keys([0xFF, 0x41]) == [.letter("\u{FFFD}"), .letter("A")])
    #expect(keys([0xC3], [0x41]) == [.letter("\u{FFFD}"), .letter("A")])
  }

  @Test func keysOfOurOwnCannotBeTyped() {
    #expect(keys([0xC2, 0x80, 0xC2, 0x9F, 0x62]) == [.letter("b")])
  }

  @Test func sequencesAreKeysAndUnknownOnesNothing() {
    let known = keys(Array("\u{1B}[A\u{1B}OB\u{1B}[1;5Da".utf8))
    #expect(known == [.movement(.older), .movement(.newer), .movement(.wordLeft), .letter("a")])
    #expect(keys(Array("\u{1B}[15~\u{1B}[<0;1;1M\u{1B}OPa".utf8)) == [.letter("a")])
    #expect(keys(Array("\u{1B}[\(String(repeating: "1;", count: 99))Ha".utf8)) == [.letter("a")])
  }

  @Test func aLoneEscapeIsAKey() {
    #expect(keys([0x1B], Array("[A".utf8)) == [.letter("\u{1B}"), .letter("["), .letter("A")])
    #expect(keys(Array("\u{1B}b".utf8)) == [.letter("\u{1B}"), .letter("b")])
    #expect(keys(Array("\u{1B}\u{1B}[A".utf8)) == [.letter("\u{1B}"), .movement(.older)])
  }

  @Test func aPasteIsOneKeyWithItsNewlines() {
    let text = "\u{1B}[200~a\r\nb\rc\n\u{7}e\u{302}\u{323}\u{1B}[A\n\n\u{1B}[201~x"
    #expect(keys(Array(text.utf8)) == [.paste("a\nb\nc\nệ[A"), .letter("x")])
  }

  @Test func aPasteBeyondTheLimitIsRefusedWhole() {
    let longest = 1_000
    for length in [longest - 1, longest, longest + 1, 2 * longest, 2 * longest + 7, 9 * longest] {
      let body = [UInt8](repeating: 0x61, count: length)
      let all = keys(
        Array("\u{1B}[200~".utf8) + body + Array("\u{1B}[201~b".utf8), longestPaste: longest)
      #expect(all.count == 2)
      #expect((all.first == .refusedPaste) == (length > longest))
      #expect(all.last == .letter("b"))
    }
  }

  @Test func anyBytesMakeSomeKeysAndAnEnd() {
    var generator = SeededGenerator(state: 20_240_601)
    let pieces = ["\u{1B}", "[", "O", "200~", "201~", "~", "ệ", "\u{301}", "1", ";"]
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        if let piece = pieces.randomElement(using: &generator), Bool.random(using: &generator) {
          bytes += Array(piece.utf8)
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      for case .letter(let letter) in keys(bytes) { #expect(!(0x80..<0xA0).contains(letter.value)) }
    }
  }
}

private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
