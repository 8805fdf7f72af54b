import HoiColumns
import HoiText

extension Catalog {
  /// Adds a table and ties the codes of its rows to the members of its dimensions.
  ///
  /// - Returns: the table, and for each of its dimensions with a list the keys that stand outside it
  ///   (*ngoài danh mục*); they are kept as members past the list.
  public mutating func add(
    _ table: Table
  ) -> (id: TableID, outsideList: [(dimension: DimensionID, keys: [String])]) {
    tables.append(table)
    var outside: [(dimension: DimensionID, keys: [String])] = []
    for used in table.dimensions {
      guard case .text(let keys) = table.facts.keys[used.column] else { continue }
      let new = unknownKeys(keys, in: used.dimension)
      if dimensions[used.dimension.index].listedCount == nil {
        if !new.isEmpty { mergeMembers(new, into: used.dimension) }
      } else if !new.isEmpty {
        dimensions[used.dimension.index].append(unlisted: new)
        outside.append((used.dimension, new))
      }
      link(used.dimension)
    }
    let id = TableID(tables.count - 1)
    deriveYearlyColumns(of: id)
    return (id, outside)
  }

  private func unknownKeys(_ keys: [String], in id: DimensionID) -> [String] {
    let known = self[id]
    if known.count == 0 { return keys }
    return keys.filter { known.names.places(spelt: $0).isEmpty }
  }

  private mutating func mergeMembers(_ new: [String], into id: DimensionID) {
    let old = dimensions[id.index].count
    let all = dimensions[id.index].keys + new
    guard old > 0 else { return dimensions[id.index].replaceMembers(all) }
    let order = sortedKeys(all)
    dimensions[id.index].replaceMembers(order.map { all[Int($0)] })
    var placeOfOld = [Int32](repeating: -1, count: old)
    for (place, member) in order.enumerated() where member < old {
      placeOfOld[Int(member)] = Int32(place)
    }
    // A scope knows members by their places, which have moved.
    for target in targets.indices {
      targets[target].scope = targets[target].scope.moving(.dimension(id), to: placeOfOld)
    }
    for table in tables.indices where tables[table].reportsBy == id {
      tables[table].owing = tables[table].owing.moving(.dimension(id), to: placeOfOld)
    }
    for indicator in indicators.indices {
      indicators[indicator].formula = indicators[indicator].formula.changingFilters {
        $0.moving(.dimension(id), to: placeOfOld)
      }
    }
  }

  /// Computes anew which member each code means, in every table that uses the dimension.
  private mutating func link(_ id: DimensionID) {
    let dimension = dimensions[id.index]
    for table in tables.indices {
      for place in tables[table].dimensions.indices
      where tables[table].dimensions[place].dimension == id {
        let column = tables[table].dimensions[place].column
        guard case .text(let keys) = tables[table].facts.keys[column] else { continue }
        tables[table].dimensions[place].memberOfCode =
          keys == dimension.keys
          ? Array(0..<Int32(keys.count))
          : keys.map { dimension.names.places(spelt: $0).first ?? -1 }
      }
    }
  }
}
