import HoiCatalog
import HoiColumns
import HoiText
import Testing

/// Sets of members against the plainest ones.
@Suite struct MemberSetTests {
  private func random(_ generator: inout SplitMixGenerator) -> (MemberSet, Set<Int32>) {
    let ranges = (0..<Int.random(in: 0...6, using: &generator)).map { _ -> ClosedRange<Int32> in
      let low = Int32.random(in: -1...40, using: &generator)
      return low...low + Int32.random(in: 0...5, using: &generator)
    }
    return (MemberSet(ranges: ranges), Set(ranges.flatMap { Array($0) }))
  }

  @Test func intersections() {
    var generator = SplitMixGenerator(seed: 1)
    for _ in 0..<500 {
      let (one, plain) = random(&generator)
      let (other, otherPlain) = random(&generator)
      let both = one.intersection(other)
      let all = Int32(-2)...60
      #expect(
        all.filter { both.contains($0) }
          == all.filter { plain.contains($0) && otherPlain.contains($0) })
      let outside = one.complement.intersection(other)
      #expect(
        all.filter { outside.contains($0) }
          == all.filter { !plain.contains($0) && otherPlain.contains($0) })
    }
  }

  @Test func placesOfMembers() {
    var generator = SplitMixGenerator(seed: 2)
    for round in 0..<300 {
      let (set, plain) = random(&generator)
      var members = (0..<80).map { _ in Int32.random(in: -1...50, using: &generator) }
      if round % 2 == 0 { members.sort() }
      var found: [Int] = []
      set.visitPlaces(in: members) { found.append($0) }
      #expect(found == members.indices.filter { plain.contains(members[$0]) })
    }
  }

  /// Every place of a text within others, whole letters alone.
  @Test func textsThatHoldOne() {
    var generator = SplitMixGenerator(seed: 3)
    let letters = Array("abaăâ đe")
    func text(_ count: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: count, using: &generator)).map { _ in
          letters.randomElement(using: &generator)!
        })
    }
    for _ in 0..<40 {
      let names = (0..<60).map { _ in text(0...30) }
      let index = NameIndex([TextList(names)])
      for needle in (0..<20).map({ _ in text(1...4) }) + ["a", "đ"] {
        let wanted = foldedForSearch(needle)
        if wanted.isEmpty { continue }
        let expected = names.indices.filter { foldedForSearch(names[$0]).contains(wanted) }
        #expect(index.places(containing: needle).map { Int($0) } == expected)
      }
    }
  }
}
