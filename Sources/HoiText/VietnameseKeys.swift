/// The keys of many texts, and their order.
struct VietnameseKeys: Sendable {
  let bytes: [UInt8]
  /// Where each key ends; it begins where the one before ends.
  private let ends: [Int]

  init(of texts: PackedTexts, _ places: Range<Int>) {
    var writer = VietnameseKeyWriter()
    var ends: [Int] = []
    ends.reserveCapacity(places.count)
    if let last = places.last {
      let first = texts.range(places.lowerBound).lowerBound
      writer.reserve(textBytes: texts.range(last).upperBound - first)
    }
    for place in places {
      writer.append(texts.bytes, texts.range(place))
      ends.append(writer.bytes.count)
    }
    (bytes, self.ends) = (writer.bytes, ends)
  }

  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// The numbers of the keys, ascending by their bytes. Equal keys keep their order.
  func sorted() -> [UInt32] {
    var entries = ends.indices.map { Entry(word: 0, number: UInt32($0)) }
    var spare = entries
    // Those that begin alike, and how many bytes of theirs are known to be the same.
    var pending = [(range: entries.indices, depth: 0)]
    while let (range, depth) = pending.popLast() {
      var longest = 0
      for place in range {
        let number = Int(entries[place].number)
        entries[place].word = word(of: number, from: depth)
        longest = max(longest, self.range(number).count)
      }
      if range.count <= Self.fewKeys {
        sortFew(&entries, range, depth)
        continue
      }
      sortByWord(&entries, range, with: &spare)
      if depth + 8 >= longest {
        sortEndsOfAlike(&entries, range)
        continue
      }
      var first = range.lowerBound
      for place in range.dropFirst() where entries[place].word != entries[first].word {
        if place - first > 1 { pending.append((first..<place, depth + 8)) }
        first = place
      }
      if range.upperBound - first > 1 { pending.append((first..<range.upperBound, depth + 8)) }
    }
    return entries.map(\.number)
  }

  private struct Entry {
    /// The eight bytes of the key that are looked at, the first one highest; zeros behind its end.
    var word: UInt64
    let number: UInt32
  }

  private static let fewKeys = 24

  private func word(of number: Int, from depth: Int) -> UInt64 {
    let range = range(number)
    let first = range.lowerBound + depth
    var word: UInt64 = 0
    for place in first..<(first + 8) {
      word = word << 8 | (place < range.upperBound ? UInt64(bytes[place]) : 0)
    }
    return word
  }

  /// Puts few keys in order by inserting one after the other.
  private func sortFew(_ entries: inout [Entry], _ range: Range<Int>, _ depth: Int) {
    for place in range.dropFirst() {
      let entry = entries[place]
      var free = place
      while free > range.lowerBound, isBefore(entry, entries[free - 1], depth + 8) {
        entries[free] = entries[free - 1]
        free -= 1
      }
      entries[free] = entry
    }
  }

  private func isBefore(_ one: Entry, _ other: Entry, _ depth: Int) -> Bool {
    if one.word != other.word { return one.word < other.word }
    let (left, right) = (range(Int(one.number)), range(Int(other.number)))
    for (left, right) in zip(left.dropFirst(depth), right.dropFirst(depth))
    where bytes[left] != bytes[right] {
      return bytes[left] < bytes[right]
    }
    return left.count < right.count
  }

  /// Keys that differ by nothing but zeros at their end: the shorter ones first.
  private func sortEndsOfAlike(_ entries: inout [Entry], _ range: Range<Int>) {
    let sorted = entries[range].sorted { one, other in
      let (left, right) = (Int(one.number), Int(other.number))
      if one.word != other.word { return one.word < other.word }
      return (self.range(left).count, left) < (self.range(right).count, right)
    }
    for (place, entry) in zip(range, sorted) { entries[place] = entry }
  }

  /// Puts entries in order by one byte after the other, from the lowest that differs.
  private func sortByWord(
    _ entries: inout [Entry], _ range: Range<Int>, with spare: inout [Entry]
  ) {
    var differences: UInt64 = 0
    for place in range { differences |= entries[place].word ^ entries[range.lowerBound].word }
    for shift in stride(from: UInt64(0), to: 64, by: 8) where differences >> shift & 0xFF != 0 {
      var starts = [Int](repeating: 0, count: 257)
      for place in range { starts[Int(entries[place].word >> shift & 0xFF) + 1] += 1 }
      starts[0] = range.lowerBound
      for byte in 1...256 { starts[byte] += starts[byte - 1] }
      for place in range {
        let byte = Int(entries[place].word >> shift & 0xFF)
        spare[starts[byte]] = entries[place]
        starts[byte] += 1
      }
      for place in range { entries[place] = spare[place] }
    }
  }
}
