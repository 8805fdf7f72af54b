import HoiCatalog
import HoiDiagnostics
import HoiSemantics
import HoiSyntax
import HoiText

extension Completer {
  /// What a name among the subjects stands for.
  func reference(_ path: Path) -> Reference? {
    let resolver = Resolver(catalog: catalog, source: scan.source, definitions: definitions)
    do throws(Diagnostic) {
      return try resolver.reference(path, expecting: .everything)
    } catch {
      // What is not known yet is still being written.
      return nil
    }
  }

  /// The tables that answer what is asked; all where that is not known.
  func tables() -> [TableID] {
    var found: [TableID] = []
    for path in scan.subjects {
      let own: [TableID]
      switch reference(path) {
      case .indicator(let id): own = catalog[id].formula.tables
      case .measure(let id): own = [id.table]
      case .table(let id): own = [id]
      case .target(let id): own = catalog[catalog[id].indicator].formula.tables
      case .named(let place): own = definitions.names[place].tables
      case .subject, .axis, nil: own = []
      }
      for table in own where !found.contains(table) { found.append(table) }
    }
    return found
  }

  /// What answers can be split and filtered by: what all tables asked have, years first.
  func axes() -> [Candidate] {
    let asked = tables()
    let all = asked.isEmpty ? catalog.tables.indices.map { TableID($0) } : asked
    var found: [Candidate] = []
    for table in all {
      found.append(
        candidate(
          catalog[table].timeName, Wording(vi: "năm", en: "year")[language], .axis))
    }
    var taken: Set<String> = []
    for (index, dimension) in catalog.dimensions.enumerated() {
      let axis = Axis.dimension(DimensionID(index))
      let fits =
        asked.isEmpty || asked.allSatisfy { catalog[$0].has(axis) }
      guard fits else { continue }
      found.append(candidate(dimension.name, dimension.label, .axis))
      for attribute in dimension.attributes where taken.insert(attribute.name).inserted {
        found.append(candidate(attribute.name, attribute.label, .axis))
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.completion.text).inserted }
  }

  /// The measures of the tables asked, for conditions on stored rows.
  func measuresOfTables() -> [Candidate] {
    tables().flatMap { table in
      catalog[table].measures.map { candidate($0.name, $0.label, .measure).rare }
    }
  }

  func years() -> [Candidate] {
    let asked = tables()
    let all = asked.isEmpty ? catalog.tables.indices.map { TableID($0) } : asked
    let years = Set(all.flatMap { catalog[$0].years }).sorted(by: >)
    return words(years.map { String($0) })
  }

  // MARK: Members

  /// The members that may stand right of a comparison; nil where none is being written.
  func members() -> (choices: [Completion], isCut: Bool)? {
    guard let left = scan.left, scan.expectsOperand, typed.first != "$" else { return nil }
    let resolver = Resolver(catalog: catalog, source: scan.source)
    let axis: Axis
    do throws(Diagnostic) {
      axis = try resolver.axis(left, tables: tables())
    } catch {
      return ([], false)
    }
    switch axis {
    case .time:
      let all = years() + words(["latest"]) + parameters()
      return (
        all.map(\.completion).filter {
          typedKey.isEmpty || HoiText.folded($0.text).hasPrefix(typedKey)
        }, false
      )
    case .dimension(let id):
      let dimension = catalog[id]
      return members(keys: dimension.keys, labels: dimension.labels, dimension.names)
    case .attribute(let id, let index):
      let attribute = catalog[id].attributes[index]
      return members(keys: attribute.keys, labels: attribute.labels, attribute.names)
    }
  }

  private func members(
    keys: TextList, labels: TextList, _ names: NameIndex
  ) -> (choices: [Completion], isCut: Bool) {
    if typedKey.isEmpty {
      let shown = keys.indices.prefix(most)
      return (shown.map { choice(keys[$0], labels[$0]) }, keys.count > most)
    }
    let (places, isCut) = names.places(beginningLike: typed, most: most)
    return (places.map { choice(keys[Int($0)], labels[Int($0)]) }, isCut)
  }

  /// A member by its key, or by its label where only that begins as was typed.
  private func choice(_ key: String, _ label: String) -> Completion {
    let fitsLabel = HoiText.folded(label).hasPrefix(typedKey)
    // In quotes people write what they read.
    let isByLabel =
      !typedKey.isEmpty && fitsLabel && (isQuoted || !HoiText.folded(key).hasPrefix(typedKey))
    let text = isByLabel ? label : key
    let needsQuotes = isQuoted || !isBareMember(text)
    return Completion(
      needsQuotes ? "\"\(displaySafe(text))\"" : text,
      label: displaySafe(isByLabel ? key : label), kind: .member)
  }

  private func isBareMember(_ text: String) -> Bool {
    // `not` opens a condition even there, and dots would part the name.
    !text.contains(".") && isBareName(text) && text != "not"
  }
}
