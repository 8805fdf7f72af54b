extension Outline {
  mutating func expression(_ expression: Expression) {
    let (word, detail, parts) = Self.anatomy(expression)
    line(word, expression.range, detail) { outline in
      for part in parts { outline.expression(part) }
    }
  }

  private static func anatomy(
    _ expression: Expression
  ) -> (word: String, detail: String, parts: [Expression]) {
    switch expression {
    case .number(let literal): ("number", number(literal), [])
    case .string(let literal): ("string", show(literal), [])
    case .name(let path): ("name", path.parts.map { show($0) }.joined(separator: "."), [])
    case .parameter(let name): ("parameter", name.text, [])
    case .call(let name, let arguments, _): ("call", show(name), arguments)
    case .negative(let value, _): ("negative", "", [value])
    case .arithmetic(let sign, let left, let right, _):
      ("arithmetic", sign.rawValue, [left, right])
    case .comparison(let sign, let left, let right, _):
      ("comparison", sign.rawValue, [left, right])
    case .membership(let value, let members, _): ("membership", "", [value] + members)
    case .range(let value, let lower, let upper, _): ("range", "", [value, lower, upper])
    case .not(let value, _): ("not", "", [value])
    case .all(let terms, _): ("all", "", terms)
    case .any(let terms, _): ("any", "", terms)
    case .filtered(let value, let condition, _): ("filtered", "", [value, condition])
    case .bracket(let value, _): ("bracket", "", [value])
    case .broken: ("broken", "", [])
    }
  }

  static func number(_ literal: NumberLiteral) -> String {
    let suffix =
      switch literal.suffix {
      case .none: ""
      case .percent: "%"
      case .billion: " ty"
      case .million: " tr"
      }
    return "\(literal.spelling)\(suffix)"
  }
}
