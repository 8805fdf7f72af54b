extension Outline {
  mutating func question(_ question: Question) {
    switch question.subject {
    case .items(let items):
      for item in items {
        line("item", item.range, item.alias.map { "as " + Self.show($0) } ?? "") {
          $0.expression(item.expression)
        }
      }
    case .previous(let range): line("previous", range)
    case .everything: line("everything", nil)
    case .path(let path): line("path", path.range, path.text)
    case .pathToYear(let path, let year):
      line("path", path.range, path.text)
      line("to", year.range, year.spelling)
    }
    clauses(question.clauses)
  }

  mutating func clauses(_ clauses: [Clause]) {
    for clause in saysPlaces ? clauses : inCanonicalOrder(clauses) { self.clause(clause) }
  }

  private mutating func clause(_ clause: Clause) {
    let (word, detail) = Self.head(clause.kind)
    part(word, clause.range, clause.surroundings, detail) { outline in
      switch clause.kind {
      case .where(let value), .having(let value), .versus(let value): outline.expression(value)
      case .sort(let keys):
        for key in keys {
          outline.line(key.isDescending ? "descending" : "ascending", key.range) {
            $0.expression(key.expression)
          }
        }
      case .by, .withTotal, .pivot, .limit, .pooled, .strict, .restated, .chart, .format, .into,
        .broken:
        break
      }
    }
  }

  private static func head(_ kind: Clause.Kind) -> (word: String, detail: String) {
    switch kind {
    case .by(let paths): ("by", list(paths))
    case .where: ("where", "")
    case .having: ("having", "")
    case .versus: ("vs", "")
    case .withTotal: ("with total", "")
    case .pivot(let path): ("pivot", path.text)
    case .sort: ("sort", "")
    case .limit(let count, let paths):
      ("limit", joined(count.spelling, paths.isEmpty ? nil : "per " + list(paths)))
    case .pooled(let paths): ("pooled", list(paths))
    case .strict: ("strict", "")
    case .restated: ("restated", "")
    case .chart(let name): ("chart", name.map { show($0) } ?? "")
    case .format(let name): ("format", show(name))
    case .into(let file): ("into", show(file))
    case .broken: ("broken clause", "")
    }
  }

  private static func list(_ paths: [Path]) -> String {
    paths.map(\.text).joined(separator: ", ")
  }
}
