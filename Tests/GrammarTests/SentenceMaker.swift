import HoiSyntax

/// Writes sentences by the grammar's file, the same ones from the same seed.
struct SentenceMaker {
  let grammar: Ebnf
  var random: Random
  private var depth = 0
  private var words: [String] = []

  /// Where the comments of the grammar say *each at most once*.
  private static let once: Set<String> = [
    "clause", "target part", "time part", "measure part", "indicator part",
  ]

  init(_ grammar: Ebnf, seed: UInt64) {
    self.grammar = grammar
    random = Random(state: seed)
  }

  /// The words of one statement, to be joined by blanks.
  mutating func statement() -> [String] {
    words = []
    depth = 0
    write(.reference("statement"))
    // Before a sign `không` is a name.
    for index in words.indices.dropLast() where words[index] == "không" && words[index + 1] == "-" {
      words[index] = "not"
    }
    return words
  }

  private mutating func write(_ rule: Ebnf.Rule) {
    switch rule {
    case .terminal(let text): words.append(spelling(text))
    case .special(let text): preconditionFailure("nothing is written for ?\(text)?")
    case .reference(let name): write(named: name)
    case .sequence(let parts): for part in parts { write(part) }
    case .choice(let alternatives, _):
      // Deep inside, the first alternatives of this grammar are the short ones.
      write(alternatives[random.below(isDeep ? 1 : alternatives.count)])
    case .optional(let inner): if !isDeep, random.below(2) == 0 { write(inner) }
    case .repeated(let inner): if !isDeep { writeRepeated(inner) }
    }
  }

  private var isDeep: Bool { depth > 14 || words.count > 60 }

  private mutating func writeRepeated(_ inner: Ebnf.Rule) {
    var seen: Set<String> = []
    for _ in 0..<random.below(depth < 4 ? 5 : 2) {
      let start = words.count
      write(inner)
      guard case .reference(let name) = inner, Self.once.contains(name) else { continue }
      if !seen.insert(kind(of: words[start...], name)).inserted { words.removeSubrange(start...) }
    }
  }

  /// What a part is known by: its first word, or what several first words share.
  private func kind(of part: ArraySlice<String>, _ name: String) -> String {
    let first = part.first { $0 != Self.partMark } ?? ""
    let keyword = Keyword(word: first)
    switch (name, keyword) {
    case ("target part", .in), ("target part", nil): return "threshold"
    case ("target part", .due), ("target part", .every): return "deadline"
    case ("measure part", .stock), ("measure part", .flow): return "stock"
    case ("time part", .at): return "at"
    case ("time part", .from): return "from"
    case ("time part", _): return "period"
    case (_, .note): return "note \(part.startIndex)"
    default: return keyword?.rawValue ?? first
    }
  }

  private mutating func write(named name: String) {
    switch name {
    case "parting":
      // A comma behind a list of names would go on with it, so members only are parted by one.
      words.append(isInMembers ? [",", ";", "\n"][random.below(3)] : [";", "\n"][random.below(2)])
    case "word": words.append(Self.names[random.below(Self.names.count)])
    case "code": words.append(["3t", "15-25", "6a"][random.below(3)])
    case "digits", "integer": words.append(["2027", "5", "06475", "1_000"][random.below(4)])
    case "number":
      words.append(["55.7%", "20 ty", "35 triệu", "5", "0.25", "3 %"][random.below(6)])
    case "string": words.append(["\"Nà Pò\"", "\"a\\\"b\"", "\"\"", "\"x\ny\" "][random.below(4)])
    case "parameter": words.append("$nam")
    case "target": writeTarget()
    case "target part":
      words.append(Self.partMark)
      write(grammar[name]!)
    default:
      depth += 1
      let outer = isInMembers
      if name == "members" { isInMembers = true }
      write(grammar[name]!)
      isInMembers = outer
      depth -= 1
    }
  }

  private var isInMembers = false

  /// A target whose condition comes last, because a sign behind it would belong to it.
  private mutating func writeTarget() {
    words.append(spelling("target"))
    write(.reference("path"))
    write(.optional(.reference("string")))
    let start = words.count
    write(.repeated(.reference("target part")))
    let parts = words[start...].split { $0 == Self.partMark }
    words.removeSubrange(start...)
    let isCondition = { (part: ArraySlice<String>) in Keyword(word: part.first!) == .where }
    words += (parts.filter { !isCondition($0) } + parts.filter(isCondition)).flatMap(Array.init)
  }

  /// Between the parts of a target, until they have found their order.
  private static let partMark = "|"

  /// A keyword in one of its spellings.
  private mutating func spelling(_ text: String) -> String {
    guard let keyword = Keyword(word: text) else { return text }
    switch random.below(6) {
    case 0: return keyword.vietnamese
    case 1: return text.uppercased()
    default: return text
    }
  }

  private static let names = [
    "a", "tre", "mamnon", "BM-01", "huy_động", "x2", "Lạng", "_b", "tyle", "nhóm", "nhatre",
  ]
}

/// The same numbers on every machine.
struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
}
