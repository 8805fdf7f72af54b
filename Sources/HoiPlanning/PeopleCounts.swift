import HoiCatalog

/// The counts of people that the values of a block are made of, added to it as values of their own.
///
/// What is published is decided by them: a value stands on each count that it reads.
package struct PeopleCounts: Sendable {
  package struct Count: Hashable, Sendable {
    /// Its place among the values of the block.
    package var value: Int
    package var measure: MeasureID
    /// Nil for a count of the row itself; otherwise the inner block it is looked up in.
    package var inner: Int?
  }

  package var counts: [Count] = []
  /// By value, the places of the counts it reads.
  package var countsOfValue: [[Int]] = []
  /// By value, whether it is a place among rows, and a part of their sum.
  package var isRank: [Bool] = []
  package var isShare: [Bool] = []
  /// By value, whether it is itself a count of people: those of one count who are not in another.
  package var isCount: [Bool] = []
  /// By value, the targets whose verdict it reads.
  package var judgedOfValue: [[Int]] = []
}

extension Block {
  /// Adds the counts of people behind the values that it has.
  package mutating func addPeopleCounts(leaves: [Leaf], in catalog: Catalog) -> PeopleCounts {
    var people = PeopleCounts()
    for place in values.indices {
      let value = values[place]
      var found: [Int] = []
      var judged: [Int] = []
      for part in value.parts {
        switch part {
        case .column(let reference), .count(let reference):
          guard let measure = peopleMeasure(reference, leaves: leaves, in: catalog) else {
            continue
          }
          found.append(add(part, measure, inner: nil, to: &people))
        case .looked(let inner, let value):
          let behind = inners(inner, value, leaves: leaves, in: catalog)
          for (place, measure) in behind {
            found.append(
              add(.looked(inner: inner, value: place), measure, inner: inner, to: &people))
          }
        case .verdict(let target): judged.append(target)
        case .literal, .arithmetic, .negative, .magnitude, .rounded, .knowing, .share, .rank,
          .notApplicable, .among, .reports:
          continue
        }
      }
      people.countsOfValue.append(found)
      people.judgedOfValue.append(judged)
      people.isRank.append(value.parts.contains { if case .rank = $0 { true } else { false } })
      people.isShare.append(value.parts.contains { if case .share = $0 { true } else { false } })
      people.isCount.append(isCount(value, leaves: leaves, in: catalog))
    }
    return people
  }

  /// The counts behind one value of an inner block, by their places there.
  private mutating func inners(
    _ inner: Int, _ value: Int, leaves: [Leaf], in catalog: Catalog
  ) -> [(place: Int, measure: MeasureID)] {
    var block = self.inner[inner].block
    let people = block.addPeopleCounts(leaves: leaves, in: catalog)
    // The places of values that other rows look up stay what they are.
    self.inner[inner].block = block
    return people.countsOfValue[value].map {
      (people.counts[$0].value, people.counts[$0].measure)
    }
  }

  /// Whether a value adds counts of people to one another, and takes them from one another, that all
  /// come from the same rows. Of other rows, such as those of a year before, it is a change.
  private func isCount(_ value: CellExpression, leaves: [Leaf], in catalog: Catalog) -> Bool {
    var sides: Set<[Int]> = []
    func adds(_ value: CellExpression) -> Bool {
      switch value {
      case .column(let reference):
        sides.insert([reference.source, reference.side])
        return peopleMeasure(reference, leaves: leaves, in: catalog) != nil
      case .arithmetic(.add, let left, let right), .arithmetic(.subtract, let left, let right):
        return adds(left) && adds(right)
      case .negative(let inner), .magnitude(let inner), .rounded(let inner, _),
        .knowing(_, let inner), .among(_, _, _, let inner):
        return adds(inner)
      case .literal, .count, .arithmetic, .looked, .share, .rank, .notApplicable, .verdict,
        .reports:
        return false
      }
    }
    return adds(value) && sides.count == 1
  }

  private mutating func add(
    _ value: CellExpression, _ measure: MeasureID, inner: Int?, to people: inout PeopleCounts
  ) -> Int {
    let known = people.counts.firstIndex { $0.inner == inner && values[$0.value] == value }
    if let known { return known }
    let place = values.firstIndex(of: value) ?? values.count
    if place == values.count { values.append(value) }
    people.counts.append(PeopleCounts.Count(value: place, measure: measure, inner: inner))
    return people.counts.count - 1
  }

  /// The measure that an aggregate adds up, where that counts people.
  private func peopleMeasure(
    _ reference: ColumnReference, leaves: [Leaf], in catalog: Catalog
  ) -> MeasureID? {
    let leaf: Leaf
    switch sources[reference.source] {
    case .leaf(let place): leaf = leaves[place]
    case .pairing(let pairing): leaf = leaves[pairing.sides[reference.side].leaf]
    }
    switch leaf.aggregates[reference.column] {
    case .sum(let column, _), .minimum(let column, _), .maximum(let column, _):
      let measures = catalog.tables[leaf.table].measures
      guard let place = measures.firstIndex(where: { $0.column == column }),
        measures[place].countsPeople
      else { return nil }
      return MeasureID(TableID(leaf.table), place)
    case .count, .distinct: return nil
    }
  }
}

extension CellExpression {
  /// It and all that it is made of.
  fileprivate var parts: [CellExpression] {
    switch self {
    case .literal, .column, .count, .looked, .notApplicable, .reports, .verdict: [self]
    case .arithmetic(_, let left, let right), .knowing(let left, let right):
      [self] + left.parts + right.parts
    case .negative(let inner), .magnitude(let inner), .rounded(let inner, _), .share(let inner),
      .rank(let inner, _), .among(_, _, _, let inner):
      [self] + inner.parts
    }
  }
}
