import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiNumbers
import HoiSemantics
import HoiSyntax
import HoiText
import Testing

/// A text with its parts by what they say, so that trees have the ranges a parser would give.
struct Snippet {
  let source: SourceText

  init(_ text: String) { source = SourceText(text) }

  /// The range of the `occurrence`-th place where a piece stands.
  func range(_ piece: String, _ occurrence: Int = 0) -> SourceRange {
    let wanted = Array(piece.utf8)
    var left = occurrence
    for start in 0...max(0, source.bytes.count - wanted.count)
    where source.bytes[start...].starts(with: wanted) {
      if left == 0 { return SourceRange(start, start + wanted.count) }
      left -= 1
    }
    Issue.record("`\(piece)` does not stand in the text")
    return SourceRange(0, 0)
  }

  func name(_ text: String, _ occurrence: Int = 0) -> Name {
    Name(text, range: range(text, occurrence))
  }

  func text(_ text: String) -> StringLiteral {
    StringLiteral(text, range: range("\"\(text)\""))
  }

  func path(_ text: String, _ occurrence: Int = 0) -> Path {
    guard case .name(let path) = expression(text, occurrence) else {
      Issue.record("`\(text)` is no path")
      return Path([name(text)])
    }
    return path
  }

  func expression(_ text: String, _ occurrence: Int = 0) -> Expression {
    ExpressionReader.read(source, range(text, occurrence))
  }

  func number(_ text: String) -> NumberLiteral {
    guard case .number(let literal) = expression(text) else { preconditionFailure(text) }
    return literal
  }

  func member(_ key: String, _ label: String? = nil) -> MemberDeclaration {
    MemberDeclaration(key: name(key), label: label.map { text($0) })
  }

  func resolver(_ catalog: Catalog) -> Resolver { Resolver(catalog: catalog, source: source) }

  /// The question that the text is: `show ITEM where … having …`.
  func question() -> Question {
    let text = source[SourceRange(0, source.bytes.count)]
    let end = source.bytes.count
    let having = text.contains(" having ") ? range("having ") : nil
    let whereWord = text.contains(" where ") ? range("where ") : nil
    var clauses: [Clause] = []
    if let whereWord {
      let stop = having.map { $0.start - 1 } ?? end
      let condition = ExpressionReader.read(source, SourceRange(whereWord.end, stop))
      clauses.append(clause(.where(condition), whereWord, condition))
    }
    if let having {
      let condition = ExpressionReader.read(source, SourceRange(having.end, end))
      clauses.append(clause(.having(condition), having, condition))
    }
    return Question(
      verb: .show, verbRange: SourceRange(0, 4), subject: .everything, clauses: clauses)
  }

  private func clause(
    _ kind: Clause.Kind, _ word: SourceRange, _ condition: Expression
  ) -> Clause {
    Clause(
      kind, keyword: SourceRange(word.start, word.end - 1), range: word.union(condition.range))
  }
}

/// The refusal that a body ends in, or nil.
func refusal(_ body: () throws(Diagnostic) -> some Any) -> Diagnostic? {
  do {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

/// The rows of a table by its definition: one line of cells per row, `-` missing.
func facts(_ blueprint: TableBlueprint, _ rows: [String], file: String = "so_lieu.csv") -> FactTable
{
  let cells = rows.map { $0.split(separator: " ").map(String.init) }
  var keys: [KeyDictionary] = []
  var columns: [(values: [Int64], validity: Bitmap?)] = []
  for (column, schema) in blueprint.columns.map(\.schema).enumerated() {
    let texts = cells.map { $0[column] }
    let validity = Bitmap(flags: texts.map { $0 != "-" })
    switch schema.role {
    case .time:
      let years = Set(texts.compactMap { Int32($0) }).sorted()
      keys.append(.years(years))
      columns.append((texts.map { Int64(years.firstIndex(of: Int32($0) ?? 0) ?? 0) }, validity))
    case .dimension:
      let names = Set(texts).subtracting(["-"]).sorted()
      keys.append(.text(TextList(names)))
      columns.append((texts.map { Int64(names.firstIndex(of: $0) ?? 0) }, validity))
    case .measure:
      keys.append(.none)
      columns.append((texts.map { Int64($0) ?? 0 }, validity))
    }
  }
  return makeFactTable(
    columns: blueprint.columns.map(\.schema), keys: keys, cells: columns,
    origin: RowOrigin(file: file, breaks: rows.isEmpty ? [] : [(0, 2)]))
}

extension Bitmap {
  init(flags: [Bool]) {
    self.init(count: flags.count)
    for (row, flag) in flags.enumerated() { self[row] = flag }
  }
}
