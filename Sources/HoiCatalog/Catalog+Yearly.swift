import HoiColumns

/// Attributes whose value depends on the year: rows get a column of their own for each, because what
/// a member is then follows from two columns.
extension Catalog {
  mutating func deriveYearlyColumns(of id: TableID) {
    for used in self[id].dimensions {
      for (place, attribute) in self[used.dimension].attributes.enumerated()
      where !attribute.changes.isEmpty {
        let axis = Axis.attribute(used.dimension, place)
        tables[id.index].attributeColumns[axis] = self[id].facts.columns.count
        tables[id.index].facts = self[id].facts.appending(
          ColumnSchema(name: attribute.name, role: .dimension), .text(attribute.keys),
          codes(of: attribute, used, self[id]))
      }
    }
  }

  private func codes(
    of attribute: Attribute, _ used: TableDimension, _ table: Table
  ) -> [[Int64]] {
    let years = table.years
    let unknown = Int64(attribute.keys.count)
    // Years and members are few; rows are many.
    let codeOfMember = years.map { year in
      (used.memberOfCode + [-1]).map { member in
        let value = attribute.value(of: member, in: year)
        return value < 0 ? unknown : Int64(value)
      }
    }
    return table.facts.segments.map { segment in
      let (time, members) = (segment.columns[table.timeColumn], segment.columns[used.column])
      return (0..<segment.rowCount).map { row in
        codeOfMember[Int(time[row]!)][Int(members[row]!)]
      }
    }
  }
}

extension Attribute {
  /// The value's place for a member; in a year where one is asked for, else the latest.
  public func value(of member: Int32, in year: Int32?) -> Int32 {
    guard member >= 0, Int(member) < valueOfMember.count else { return -1 }
    guard let year, !changes.isEmpty else { return valueOfMember[Int(member)] }
    guard let change = changes.last(where: { $0.from <= year }),
      Int(member) < change.valueOfMember.count
    else { return -1 }
    return change.valueOfMember[Int(member)]
  }
}

extension FactTable {
  /// The table with one column more.
  ///
  /// - Parameter codes: for each segment the code of each row.
  fileprivate func appending(
    _ schema: ColumnSchema, _ keys: KeyDictionary, _ codes: [[Int64]]
  ) -> FactTable {
    FactTable(
      columns: columns + [schema], keys: self.keys + [keys],
      segments: zip(segments, codes).map { segment, codes in
        Segment(rowCount: segment.rowCount, columns: segment.columns + [encodeColumn(codes.span)])
      }, origin: origin, unread: unread)
  }
}
