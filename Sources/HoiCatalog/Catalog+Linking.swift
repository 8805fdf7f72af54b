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
      if !new.isEmpty { mergeMembers(new, into: used.dimension) }
      if !new.isEmpty, self[used.dimension].listedCount != nil {
        outside.append((used.dimension, Array(new)))
      }
      link(used.dimension)
    }
    let id = TableID(tables.count - 1)
    deriveYearlyColumns(of: id)
    return (id, outside)
  }

  /// Puts rows that were read again in the place of a table's rows.
  ///
  /// - Returns: whether they are those of the table: the same columns with the same members, and as many
  ///   rows. Else nothing has changed.
  public mutating func replaceRows(ofTable name: String, with facts: FactTable) -> Bool {
    guard let place = tables.firstIndex(where: { $0.name == name }) else { return false }
    let old = tables[place].facts
    // Columns of its own for attributes stand behind those of the file.
    let count = old.columns.count - tables[place].attributeColumns.count
    guard Array(old.columns.prefix(count)) == facts.columns,
      zip(old.keys.prefix(count), facts.keys).allSatisfy(==), old.rowCount == facts.rowCount
    else { return false }
    tables[place].facts = facts
    deriveYearlyColumns(of: TableID(place))
    return true
  }

  private func unknownKeys(_ keys: TextList, in id: DimensionID) -> TextList {
    let known = self[id]
    if known.count == 0 { return keys }
    return TextList(keys.filter { known.names.places(spelt: $0).isEmpty })
  }

  /// Adds members that a table brings: those that only data names stand in one order, whichever table
  /// named them, behind the listed ones.
  private mutating func mergeMembers(_ new: TextList, into id: DimensionID) {
    let (old, listed) = (self[id].count, self[id].listedCount ?? 0)
    guard old > listed else { return dimensions[id.index].replaceUnlisted(new) }
    let all = Array(self[id].keys[listed...]) + new
    let order = sortedKeys(all)
    dimensions[id.index].replaceUnlisted(TextList(order.map { all[Int($0)] }))
    var placeOfOld = Array(0..<Int32(old))
    for (place, member) in order.enumerated() where listed + Int(member) < old {
      placeOfOld[listed + Int(member)] = Int32(listed + place)
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
