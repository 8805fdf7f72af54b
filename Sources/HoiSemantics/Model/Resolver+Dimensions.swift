import HoiCatalog
import HoiColumns
import HoiDiagnostics
import HoiSyntax

extension Resolver {
  /// `dimension thon "Thôn" from "thon.csv" { … }`, or with its members in braces.
  ///
  /// Said again in the same words it changes nothing; in other words it is refused.
  ///
  /// - Parameters:
  ///   - list: the file it names, read; nil where it names none.
  ///   - yearlyLists: the files of attributes that change by year, in their order.
  package func dimension(
    _ declaration: DimensionDeclaration, list: TextTable?, yearlyLists: [TextTable] = []
  ) throws(Diagnostic) -> ModelChange {
    let (made, warnings) = try makeDimension(declaration, list, yearlyLists)
    if let old = catalog.dimensions.first(where: { $0.name == made.name }) {
      guard old.saysTheSame(as: made) else {
        throw .redeclaredDimension(declaration.name, in: source)
      }
      return ModelChange(catalog)
    }
    var changed = catalog
    _ = changed.add(made)
    return ModelChange(changed, warnings: warnings)
  }

  private func makeDimension(
    _ declaration: DimensionDeclaration, _ list: TextTable?, _ yearlyLists: [TextTable]
  ) throws(Diagnostic) -> (Dimension, [Diagnostic]) {
    var notes: [String] = []
    for case .note(let text) in declaration.entries.map(\.kind) { notes.append(text.text) }
    if let list, let file = declaration.file {
      precondition(declaration.members == nil, "the parser reads columns where there is a file")
      var reading = ListReading(
        resolver: self, declaration: declaration, list: list, file: file,
        yearlyLists: yearlyLists)
      return (try reading.dimension(notes), reading.warnings)
    }
    precondition(declaration.file == nil, "the caller has read the list")
    for entry in declaration.entries {
      switch entry.kind {
      case .key, .label, .attribute, .yearlyAttribute, .valid, .successor:
        throw .columnWithoutFile(declaration.name, at: entry.range, in: source)
      case .note, .broken: break
      }
    }
    let members = declaration.members ?? []
    try requireDistinct(members.map(\.key))
    return (
      Dimension(
        name: declaration.name.text, label: declaration.label?.text,
        keys: members.map(\.key.text), labels: members.map { $0.label?.text },
        isListed: declaration.members != nil, notes: notes), []
    )
  }
}

extension Dimension {
  /// Whether two declarations give the same dimension; what data added to it does not count.
  func saysTheSame(as other: Dimension) -> Bool {
    guard listedCount == other.listedCount, label == other.label, file == other.file,
      notes == other.notes, validity == other.validity, successors == other.successors,
      attributes.count == other.attributes.count
    else { return false }
    let listed = listedCount ?? 0
    for (mine, yours) in zip(attributes, other.attributes) {
      guard mine.name == yours.name, mine.label == yours.label, mine.keys == yours.keys,
        mine.labels == yours.labels,
        mine.valueOfMember.prefix(listed) == yours.valueOfMember.prefix(listed),
        mine.changes.elementsEqual(yours.changes, by: ==)
      else { return false }
    }
    return keys.prefix(listed).elementsEqual(other.keys.prefix(listed))
      && labels.prefix(listed).elementsEqual(other.labels.prefix(listed))
  }
}
