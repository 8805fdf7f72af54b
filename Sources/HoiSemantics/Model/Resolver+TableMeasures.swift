import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSyntax
import HoiText

extension Resolver {
  /// A measure of a table: a stock where the model does not say.
  func add(
    _ measure: MeasureDeclaration, at range: SourceRange, to definition: inout TableDefinition
  ) throws(Diagnostic) {
    let kind: MeasureKind =
      switch measure.kind {
      case .count: .count
      case .amount: .amount
      case .level: .level
      case .flag: .flag
      }
    definition.measures.append(
      Measure(
        name: measure.name.text, label: measure.label?.text, kind: kind,
        unit: try unit(of: measure), isFlow: measure.accumulation == .flow, isOpen: measure.isOpen,
        column: definition.blueprint.columns.count, steps: try steps(of: measure)))
    definition.addColumn(measure.name, .measure(kind), from: measure.column)
  }

  private func unit(of measure: MeasureDeclaration) throws(Diagnostic) -> Unit {
    switch measure.kind {
    case .level: return .level
    case .flag: return .ratio
    case .count, .amount:
      guard let unit = measure.unit else { return .named("") }
      if ["%", "phần trăm", "percent"].contains(unit.text) {
        throw .percentStored(unit, in: source)
      }
      return .named(unit.text)
    }
  }

  private func steps(
    of measure: MeasureDeclaration
  ) throws(Diagnostic) -> [(step: Int, label: String)] {
    if measure.kind != .level, let first = measure.steps.first {
      throw .stepsOfNoLevel(first.key, in: source)
    }
    var steps: [(step: Int, label: String)] = []
    try requireDistinct(measure.steps.map(\.key))
    for step in measure.steps {
      guard let number = Int(step.key.text) else { throw .stepIsNoNumber(step.key, in: source) }
      steps.append((number, step.label?.text ?? step.key.text))
    }
    return steps.sorted { $0.step < $1.step }
  }

  /// `delimiter ";"`, `skip 3`, `missing "..", "x"`, `blank is zero`, `decimal ","`.
  func add(
    option name: Name, _ values: [Expression], at range: SourceRange,
    to definition: inout TableDefinition
  ) throws(Diagnostic) {
    switch name.text {
    case "delimiter":
      definition.blueprint.delimiter = try delimiter(name, values, at: range)
    case "decimal":
      let sign = try oneText(name, values, at: range)
      guard sign == "." || sign == "," else { throw badOption(name, values, at: range) }
      definition.blueprint.decimal = sign.utf8.first
    case "skip":
      guard values.count == 1, case .number(let literal) = values[0],
        let lines = literal.wholeNumber, (0...1_000_000).contains(lines)
      else { throw badOption(name, values, at: range) }
      definition.blueprint.skippedLines = Int(lines)
    case "missing":
      guard !values.isEmpty else { throw badOption(name, values, at: range) }
      for value in values {
        definition.blueprint.missingMarks.append(try memberText(value).text)
      }
    case "blank": definition.blueprint.blankIsZero = true
    case "encoding":
      let encoding = try oneText(name, values, at: range)
      let plain = HoiText.folded(encoding).filter { $0.isLetter || $0.isNumber }
      guard ["utf8", "utf16", "utf16le", "utf16be"].contains(plain) else {
        throw .encodingNotRead(encoding, at: values.first?.range ?? range, in: source)
      }
    case "sheet": throw .sheetOfText(at: range, in: source)
    default: preconditionFailure("the parser reads no other option")
    }
  }

  private func delimiter(
    _ name: Name, _ values: [Expression], at range: SourceRange
  ) throws(Diagnostic) -> UInt8 {
    let text = try oneText(name, values, at: range)
    if text == "tab" || text == "\\t" { return 0x09 }
    guard text.utf8.count == 1, let byte = text.utf8.first,
      byte == 0x09 || (byte >= 0x20 && byte != 0x22)
    else { throw badOption(name, values, at: range) }
    return byte
  }

  private func oneText(
    _ name: Name, _ values: [Expression], at range: SourceRange
  ) throws(Diagnostic) -> String {
    guard values.count == 1 else { throw badOption(name, values, at: range) }
    return try memberText(values[0]).text
  }

  private func badOption(
    _ name: Name, _ values: [Expression], at range: SourceRange
  ) -> Diagnostic {
    .badOption(name, at: values.first?.range ?? range, in: source)
  }
}
