import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiSyntax
import HoiText

/// Makes a dimension of the file that lists its members.
struct ListReading {
  let resolver: Resolver
  let declaration: DimensionDeclaration
  let list: TextTable
  /// Where the declaration names the file.
  let file: StringLiteral
  private(set) var warnings: [Diagnostic] = []

  init(
    resolver: Resolver, declaration: DimensionDeclaration, list: TextTable, file: StringLiteral
  ) {
    self.resolver = resolver
    self.declaration = declaration
    self.list = list
    self.file = file
  }

  private var source: SourceText { resolver.source }

  mutating func dimension(_ notes: [String]) throws(Diagnostic) -> Dimension {
    var keyName: Name?
    var labelName: Name?
    for entry in declaration.entries {
      switch entry.kind {
      case .key(let name): keyName = name
      case .label(let name): labelName = name
      case .valid(let from, let to):
        _ = try column(from)
        _ = try column(to)
        warnings.append(.notUsedYet(entry.range, in: source))
      case .successor(let name):
        _ = try column(name)
        warnings.append(.notUsedYet(entry.range, in: source))
      case .attribute, .note, .broken: break
      }
    }
    let keyColumn =
      if let keyName { try column(keyName) } else { try inferredKeyColumn() }
    let keys = list.columns[keyColumn]
    try requireKeys(keys)
    var labels = [String?](repeating: nil, count: keys.count)
    if let labelName {
      labels = list.columns[try column(labelName)].map { $0.isEmpty ? nil : $0 }
    }
    var kept = [keyColumn]
    if let labelName { kept.append(try column(labelName)) }
    for column in kept {
      if let kind = personalData(head: list.header[column], texts: list.columns[column]) {
        warnings.append(
          .personalList(
            kind, column: list.header[column], of: list.file, at: file.range, in: source))
      }
    }
    return Dimension(
      name: declaration.name.text, label: declaration.label?.text, keys: keys, labels: labels,
      isListed: true, attributes: try attributes(), file: list.file, notes: notes)
  }

  /// The column that is called like the dimension, else the first.
  private func inferredKeyColumn() throws(Diagnostic) -> Int {
    guard !list.header.isEmpty else {
      throw .emptyList(declaration.name, at: file.range, in: source)
    }
    let wanted = HoiText.folded(declaration.name.text)
    return list.header.firstIndex { HoiText.folded($0) == wanted } ?? 0
  }

  private func column(_ name: Name) throws(Diagnostic) -> Int {
    try column(name.text, at: name.range)
  }

  private func column(_ head: String, at range: SourceRange) throws(Diagnostic) -> Int {
    if let exact = list.header.firstIndex(of: head) { return exact }
    let wanted = HoiText.folded(head)
    let like = list.header.indices.filter { HoiText.folded(list.header[$0]) == wanted }
    if like.count == 1 { return like[0] }
    throw .unknownColumn(
      head, of: list.file, at: range, in: source,
      near: NearNames.suggestions(for: head, among: list.header.map { ($0, $0) }),
      known: list.header)
  }

  private func requireKeys(_ keys: [String]) throws(Diagnostic) {
    var rowOfKey: [String: Int] = [:]
    rowOfKey.reserveCapacity(keys.count)
    for (row, key) in keys.enumerated() {
      if key.isEmpty {
        throw .emptyKey(of: list.file, line: list.lines[row], at: file.range, in: source)
      }
      if let first = rowOfKey.updateValue(row, forKey: key) {
        throw .duplicateKey(
          key, of: list.file, lines: (list.lines[first], list.lines[row]), at: file.range,
          in: source)
      }
    }
  }

  private mutating func attributes() throws(Diagnostic) -> [Attribute] {
    var names: [Name] = []
    var made: [Attribute] = []
    for entry in declaration.entries {
      guard case .attribute(let name, let label, let columnName, let members) = entry.kind else {
        continue
      }
      names.append(name)
      let place =
        if let columnName {
          try column(columnName.text, at: columnName.range)
        } else {
          try column(name)
        }
      try resolver.requireDistinct(members.map(\.key))
      made.append(
        attribute(name, label, members, cells: list.columns[place]))
    }
    try resolver.requireDistinct(names)
    return made
  }

  private mutating func attribute(
    _ name: Name, _ label: StringLiteral?, _ members: [MemberDeclaration], cells: [String]
  ) -> Attribute {
    var keys = members.map(\.key.text)
    var labels = members.map { $0.label?.text }
    let known = NameIndex([keys, zip(keys, labels).map { $1 ?? $0 }])
    var placeOfCell: [String: Int32] = [:]
    var new: [String] = []
    var firstLineOfNew: [Int] = []
    for (row, cell) in cells.enumerated() where !cell.isEmpty && placeOfCell[cell] == nil {
      if let place = known.places(named: cell).first {
        placeOfCell[cell] = place
      } else {
        placeOfCell[cell] = -1
        new.append(cell)
        firstLineOfNew.append(list.lines[row])
      }
    }
    if !members.isEmpty, !new.isEmpty {
      warnings.append(
        .unlistedAttributeValue(
          new, of: name.text, file: list.file, lines: firstLineOfNew, at: name.range, in: source))
    }
    for place in sortedKeys(new) {
      placeOfCell[new[Int(place)]] = Int32(keys.count)
      keys.append(new[Int(place)])
      labels.append(nil)
    }
    return Attribute(
      name: name.text, label: label?.text, keys: keys, labels: labels,
      valueOfMember: cells.map { $0.isEmpty ? -1 : placeOfCell[$0] ?? -1 })
  }
}
