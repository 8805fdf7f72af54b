import HoiDiagnostics

/// The tree as indented lines, each part with its range, for tests and for people who look inside.
///
/// A line is a word for the part, its range, and what it holds itself; smaller parts stand below it.
package func outline(_ tree: Tree) -> String {
  var outline = Outline(saysPlaces: true)
  for statement in tree.statements { outline.statement(statement) }
  outline.trivia(tree.trailing)
  return outline.text
}

/// What a text says, wherever it is written: the outline without ranges, comments and blank lines, the
/// clauses of a question and the parts of a target in the order that formatting gives them.
func meaning(_ tree: Tree) -> String {
  var outline = Outline(saysPlaces: false)
  for statement in tree.statements { outline.statement(statement) }
  return outline.text
}

/// The text so far, and how deep the next line stands.
struct Outline {
  /// Whether ranges and what stands around the parts are told.
  let saysPlaces: Bool
  var text = ""
  private var depth = 0

  init(saysPlaces: Bool) {
    self.saysPlaces = saysPlaces
  }

  mutating func line(
    _ word: String, _ range: SourceRange?, _ detail: String = "",
    _ children: (inout Outline) -> Void = { _ in }
  ) {
    text += String(repeating: "  ", count: depth) + word
    if saysPlaces, let range { text += " \(range.start)-\(range.end)" }
    text += detail.isEmpty ? "\n" : " \(detail)\n"
    depth += 1
    children(&self)
    depth -= 1
  }

  mutating func trivia(_ items: [Trivia]) {
    for item in items where saysPlaces {
      switch item {
      case .comment(let text, let range): line("comment", range, text)
      case .blankLine: line("blank line", nil)
      }
    }
  }

  /// A part with what stands around it.
  mutating func part(
    _ word: String, _ range: SourceRange, _ surroundings: Surroundings, _ detail: String = "",
    _ children: (inout Outline) -> Void = { _ in }
  ) {
    trivia(surroundings.leading)
    line(word, range, detail, children)
    if saysPlaces, case .comment(let text, let range)? = surroundings.trailing {
      line("comment behind", range, text)
    }
  }

  mutating func statement(_ statement: Statement) {
    let (word, detail) = Self.head(statement.kind)
    part(word, statement.range, statement.surroundings, detail) { outline in
      switch statement.kind {
      case .question(let question): outline.question(question)
      case .explain(let inner): outline.statement(inner)
      case .let(_, let value), .param(_, let value), .set(_, let value):
        outline.expression(value)
      case .expect(let condition, let clauses):
        outline.expression(condition)
        outline.clauses(clauses)
      case .say, .use, .load, .broken: break
      case .dimension(let dimension): outline.dimension(dimension)
      case .table(let table): for entry in table.entries { outline.entry(entry) }
      case .subject(let subject): for entry in subject.entries { outline.entry(entry) }
      case .target(let target): outline.target(target)
      }
    }
  }

  private static func head(_ kind: Statement.Kind) -> (word: String, detail: String) {
    switch kind {
    case .question(let question): (question.verb.rawValue, "")
    case .explain: ("explain", "")
    case .let(let name, _): ("let", show(name))
    case .param(let name, _): ("param", show(name))
    case .set(let name, _): ("set", show(name))
    case .expect: ("expect", "")
    case .say(let text): ("say", show(text))
    case .use(let file): ("use", show(file))
    case .load(let file, let name): ("load", joined(show(file), name.map { "as " + show($0) }))
    case .dimension(let it): ("dimension", joined(show(it.name), show(it.label), show(it.file)))
    case .table(let it): ("table", joined(show(it.name), show(it.label), show(it.file)))
    case .subject(let it): ("subject", joined(show(it.name), show(it.label)))
    case .target(let it): ("target", joined(it.id.text, show(it.label)))
    case .broken: ("broken", "")
    }
  }

  static func show(_ name: Name) -> String { name.isQuoted ? "\"\(name.text)\"" : name.text }
  static func show(_ text: StringLiteral) -> String { "\"\(text.text)\"" }
  static func show(_ text: StringLiteral?) -> String? { text.map { show($0) } }
  static func joined(_ parts: String?...) -> String {
    parts.compactMap { $0 }.joined(separator: " ")
  }
}
