import HoiCatalog
import HoiDiagnostics
import HoiSyntax
import HoiText

/// `let` and `param`.
extension Resolver {
  /// The definitions with one more `let`, and what should be known of it.
  ///
  /// A name may be defined anew: the new meaning holds from there on, and it is said. Names defined
  /// by the old one keep what they mean.
  package func letting(
    _ name: Name, _ expression: Expression
  ) throws(Diagnostic) -> (definitions: Definitions, warnings: [Diagnostic]) {
    try requireFreeName(name, isLet: true)
    let value = try value(expression)
    if value.isLiteral { throw .letReadsNothing(name, source[expression.range], in: source) }
    let path = expression.path
    let alias = path.flatMap { references($0, expecting: [.indicators, .measures]).first }
    let isAlias = path.map { references($0, expecting: .values).count == 1 } ?? false
    let named = NamedValue(
      name: name.text, spelling: source[expression.range], value: value,
      alias: isAlias ? alias?.reference : nil)
    var changed = definitions
    guard let old = changed.names.firstIndex(where: { $0.name == name.text }) else {
      changed.names.append(named)
      return (changed, [])
    }
    let before = changed.names[old].spelling
    changed.names[old] = named
    if before == named.spelling { return (changed, []) }
    return (changed, [.letAnew(name, before: before, in: source)])
  }

  /// The definitions with one more parameter.
  ///
  /// - Parameter override: the text that is to stand in the place of the default.
  package func parameter(
    _ name: Name, _ expression: Expression, override: SourceText?
  ) throws(Diagnostic) -> (definitions: Definitions, warnings: [Diagnostic]) {
    guard let value = ParameterValue(expression) else {
      throw .parameterNoConstant(name, at: expression.range, in: source)
    }
    var given = value
    if let override {
      guard let new = ParameterValue(typed: override, like: value) else {
        throw .parameterKind(name.text, value, given: override)
      }
      given = new
    }
    var changed = definitions
    let parameter = Parameter(name: name.text, value: given)
    guard let old = changed.parameters.firstIndex(where: { $0.name == name.text }) else {
      changed.parameters.append(parameter)
      return (changed, [])
    }
    let before = changed.parameters[old].value.spelling
    changed.parameters[old] = parameter
    return (
      changed,
      before == given.spelling ? [] : [.parameterAnew(name, before: before, in: source)]
    )
  }

  /// What `let` has named.
  func letThings() -> [NamedThing] {
    definitions.names.enumerated().map { index, named in
      NamedThing(
        name: named.name, label: named.name, qualified: named.name,
        reference: named.alias ?? .named(index))
    }
  }
}

extension ParameterValue {
  /// A constant: a number, a text or a word; nil for anything else.
  init?(_ expression: Expression) {
    switch expression {
    case .number(let literal): self = .number(literal, isNegative: false)
    case .negative(.number(let literal), _): self = .number(literal, isNegative: true)
    case .string(let literal): self = .text(literal.text)
    case .name(let path) where path.parts.count == 1:
      self = path.last.isQuoted ? .text(path.last.text) : .word(path.last.text)
    case .name, .parameter, .call, .negative, .arithmetic, .comparison, .membership, .range, .not,
      .all, .any, .filtered, .bracket, .broken:
      return nil
    }
  }

  /// What a person gives in the place of a default, which says how it is read.
  init?(typed text: SourceText, like value: ParameterValue) {
    let whole = SourceRange(0, text.bytes.count)
    switch value {
    case .text: self = .text(HoiText.normalized(text[whole]))
    case .word: self = .word(HoiText.normalized(text[whole]))
    case .number:
      let written = SourceText("param x = \(text[whole])")
      let (tree, problems) = parse(written, lineEnds: .endStatement)
      guard problems.isEmpty, tree.statements.count == 1,
        case .param(_, let expression) = tree.statements[0].kind,
        let new = ParameterValue(expression), value.takes(new)
      else { return nil }
      self = new
    }
  }
}

extension Resolver {
  /// Whether an expression gives a value that can be shown, rather than a member or a number.
  package func namesValue(_ expression: Expression) -> Bool {
    switch expression {
    case .name, .string:
      guard let path = expression.path else { return false }
      return !references(path, expecting: .values).isEmpty || isPairedSide(path)
    case .call: return true
    case .bracket(let inner, _), .negative(let inner, _): return namesValue(inner)
    case .arithmetic(_, let left, let right, _): return namesValue(left) || namesValue(right)
    case .number, .parameter, .comparison, .membership, .range, .not, .all, .any, .filtered,
      .broken:
      return false
    }
  }

  /// Whether it is a name that nothing has.
  package func isUnknown(_ expression: Expression) -> Bool {
    guard let path = expression.path else { return false }
    return references(path, expecting: .everything).isEmpty && !isPairedSide(path)
  }

  /// `x.tu` and `x.mau`.
  private func isPairedSide(_ path: Path) -> Bool {
    guard path.parts.count >= 2, ["tu", "mau"].contains(HoiText.folded(path.last.text)) else {
      return false
    }
    return !references(Path(Array(path.parts.dropLast())), expecting: .values).isEmpty
  }

  /// Whether it is `missing(x)`.
  package func isMissingCall(_ expression: Expression) -> Bool {
    if case .call(let name, _, _) = expression { return isMissingCall(name) }
    return false
  }
}
