import HoiCatalog
import HoiDiagnostics
import HoiSyntax

extension Resolver {
  /// What a name stands for, where the place takes things of some kinds.
  ///
  /// `a.b` is looked up behind its owner; a name of one part among tables, subjects and dimensions,
  /// then among whatever has that name as its last part.
  ///
  /// - Throws: an unknown name, one that stands for two things, or for a thing of another kind.
  package func reference(
    _ path: Path, expecting kinds: ReferenceKinds
  ) throws(Diagnostic) -> Reference {
    let found = references(path, expecting: kinds)
    if found.count == 1 { return found[0].reference }
    if found.count > 1 { throw .ambiguousName(path, in: source, meanings: found.map(\.qualified)) }
    let others = references(path, expecting: .everything)
    if let other = others.first {
      throw .wrongKindOfName(
        path, in: source, is: other.reference.kind, expected: kinds,
        near: other.qualified,
        insideIt: inside(other.reference).filter {
          kinds.contains($0.reference.kind)
        }.map(\.qualified))
    }
    throw unknown(path, expecting: kinds)
  }

  /// Every thing that a name can stand for at its closest match, in the order of the model.
  ///
  /// Several that give one number, such as a measure and the indicator that is just that measure,
  /// count as one.
  func references(_ path: Path, expecting kinds: ReferenceKinds) -> [NamedThing] {
    switch path.parts.count {
    case 1: withoutDoubles(SoughtName(path.last.text).closest(among: onePartThings(kinds)))
    case 2: withoutDoubles(behindOwner(path).filter { kinds.contains($0.reference.kind) })
    default: []
    }
  }

  private func behindOwner(_ path: Path) -> [NamedThing] {
    let owner = SoughtName(path.parts[0].text)
    let last = SoughtName(path.last.text)
    let owners = owners()
    for level in MatchLevel.allCases {
      let things = owners.filter { owner.meets($0, at: level) }.flatMap { inside($0.reference) }
      let found = last.closest(among: [things])
      if !found.isEmpty { return found }
    }
    return []
  }

  private func withoutDoubles(_ things: [NamedThing]) -> [NamedThing] {
    var seen: Set<Reference> = []
    let distinct = things.filter { seen.insert($0.reference).inserted }
    return distinct.filter { thing in
      switch thing.reference {
      case .measure(let id):
        !seen.contains {
          guard case .indicator(let indicator) = $0 else { return false }
          return catalog[indicator].formula == .measure(id)
        }
      case .target(let id): !seen.contains(.indicator(catalog[id].indicator))
      case .indicator, .subject, .table, .axis, .named: true
      }
    }
  }

  /// The refusal of a name that nothing has, with the names that could stand there.
  func unknown(_ path: Path, expecting kinds: ReferenceKinds) -> Diagnostic {
    guard path.parts.count == 2 else {
      let things = onePartThings(kinds).flatMap { $0 }
      let near = NearNames.suggestions(
        for: path.text,
        among: things.map { ($0.name, $0.qualified) } + things.map { ($0.qualified, $0.qualified) })
      return .unknownName(path.text, at: path.range, in: source, near: near)
    }
    let first = path.parts[0]
    let owner = SoughtName(first.text).closest(among: [owners()])
    if owner.isEmpty {
      let near = NearNames.suggestions(
        for: first.text, among: owners().map { ($0.name, $0.qualified) })
      return .unknownName(first.text, at: first.range, in: source, near: near)
    }
    let things = owner.flatMap { inside($0.reference) }.filter {
      kinds.contains($0.reference.kind)
    }
    let near = NearNames.suggestions(
      for: path.last.text, among: things.map { ($0.name, $0.qualified) })
    return .unknownName(
      path.text, at: path.range, in: source, near: near,
      known: near.isEmpty ? things.map(\.name) : [])
  }
}
