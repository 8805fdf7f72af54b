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
  /// The files of attributes that change by year, in the order of the declaration.
  let yearlyLists: [TextTable]
  private(set) var warnings: [Diagnostic] = []

  init(
    resolver: Resolver, declaration: DimensionDeclaration, list: TextTable, file: StringLiteral,
    yearlyLists: [TextTable]
  ) {
    self.resolver = resolver
    self.declaration = declaration
    self.list = list
    self.file = file
    self.yearlyLists = yearlyLists
  }

  private var source: SourceText { resolver.source }

  mutating func dimension(_ notes: [String]) throws(Diagnostic) -> Dimension {
    var keyName: Name?
    var labelName: Name?
    for entry in declaration.entries {
      switch entry.kind {
      case .key(let name): keyName = name
      case .label(let name): labelName = name
      case .valid, .successor, .attribute, .yearlyAttribute, .note, .broken: break
      }
    }
    let keyColumn =
      if let keyName { try column(keyName) } else { inferredKeyColumn() }
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
      isListed: true,
      attributes: try attributes(keys: keys, labels: labels, keyHead: list.header[keyColumn]),
      file: list.file, notes: notes, validity: try validity(),
      successors: try successors(keys: keys, labels: labels))
  }

  /// The column that is called like the dimension, else the first.
  private func inferredKeyColumn() -> Int {
    let wanted = HoiText.folded(declaration.name.text)
    return list.header.firstIndex { HoiText.folded($0) == wanted } ?? 0
  }

  func column(_ name: Name) throws(Diagnostic) -> Int {
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

  private mutating func attributes(
    keys: [String], labels: [String?], keyHead: String
  ) throws(Diagnostic) -> [Attribute] {
    var names: [Name] = []
    var made: [Attribute] = []
    var yearly = 0
    for entry in declaration.entries {
      if case .yearlyAttribute(let name, let label, let file, let years, let members) = entry.kind {
        names.append(name)
        try resolver.requireDistinct(members.map(\.key))
        let changing = YearlyAttribute(
          resolver: resolver, name: name, file: file, years: years, list: yearlyLists[yearly],
          names: NameIndex(keys: keys, labels: labels), memberCount: keys.count,
          memberHeads: [keyHead, declaration.name.text])
        made.append(try attribute(name, label, members, changing))
        yearly += 1
      }
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
        attribute(
          name, label, members, cells: list.columns[place], file: list.file, lines: list.lines))
    }
    try resolver.requireDistinct(names)
    return made
  }

  /// An attribute whose value depends on the year.
  private mutating func attribute(
    _ name: Name, _ label: StringLiteral?, _ members: [MemberDeclaration],
    _ changing: YearlyAttribute
  ) throws(Diagnostic) -> Attribute {
    let values = try changing.valueCells()
    let plain = attribute(
      name, label, members, cells: values, file: changing.list.file, lines: changing.list.lines)
    let changes = try changing.changes(plain.valueOfMember)
    return Attribute(
      name: plain.name, label: plain.label, keys: Array(plain.keys), labels: Array(plain.labels),
      valueOfMember: changes.last?.valueOfMember
        ?? Array(repeating: -1, count: changing.memberCount),
      changes: changes)
  }

  private mutating func attribute(
    _ name: Name, _ label: StringLiteral?, _ members: [MemberDeclaration], cells: [String],
    file: String, lines: [Int]
  ) -> Attribute {
    var keys = members.map(\.key.text)
    var labels = members.map { $0.label?.text }
    let known = NameIndex(keys: keys, labels: labels)
    var placeOfCell: [String: Int32] = [:]
    var new: [String] = []
    var firstLineOfNew: [Int] = []
    for (row, cell) in cells.enumerated() where !cell.isEmpty && placeOfCell[cell] == nil {
      if let place = known.places(named: cell).first {
        placeOfCell[cell] = place
      } else {
        placeOfCell[cell] = -1
        new.append(cell)
        firstLineOfNew.append(lines[row])
      }
    }
    if !members.isEmpty, !new.isEmpty {
      warnings.append(
        .unlistedAttributeValue(
          new, of: name.text, file: file, lines: firstLineOfNew, at: name.range, in: source))
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
