import HoiColumns

extension TableBlueprint {
  /// A text that differs where the blueprint does in anything that a reader looks at.
  ///
  /// Written out, because what the language itself says of a value takes longer than a question does.
  var fingerprint: String {
    var print = Fingerprint()
    print.add(table)
    print.add(columns) { $0.add($1) }
    print.add(delimiter)
    print.add(decimal)
    print.add(skippedLines)
    print.add(missingMarks) { $0.add($1) }
    print.add(blankIsZero)
    print.add(conditionColumns) { $0.add($1) }
    print.add(conditions) { $0.add($1) }
    print.add(validity.map { [$0] } ?? []) { $0.add($1) }
    print.add(requiresUniqueKeys)
    return print.text
  }
}

/// Numbers and texts, each with its end, so that no two lists of them are the same text.
private struct Fingerprint {
  private(set) var text = ""

  mutating func add(_ number: Int) { text += "\(number);" }

  mutating func add(_ isTrue: Bool) { add(isTrue ? 1 : 0) }

  mutating func add(_ byte: UInt8?) { add(byte.map { Int($0) } ?? -1) }

  mutating func add(_ part: String) {
    add(part.utf8.count)
    text += part
  }

  mutating func add<Element>(
    _ list: [Element], _ each: (inout Fingerprint, Element) -> Void
  ) {
    add(list.count)
    for element in list { each(&self, element) }
  }

  mutating func add(_ column: TableBlueprint.Column) {
    add(column.schema.name)
    add(column.schema.role.snapshotNumber)
    add(column.schema.scale)
    add(column.sourceName)
    add(column.pattern.map { [$0] } ?? []) { print, pattern in
      print.add(pattern.spelling)
      print.add(pattern.pieces) { print, piece in
        switch piece {
        case .text(let text):
          print.add(0)
          print.add(text)
        case .column(let column):
          print.add(1)
          print.add(column)
        }
      }
    }
  }

  mutating func add(_ condition: RowCondition) {
    switch condition {
    case .text(let column, let texts):
      add(0)
      add(column)
      add(texts) { $0.add($1) }
    case .contains(let column, let text):
      add(1)
      add(column)
      add(text)
    case .years(let column, let ranges):
      add(2)
      add(column)
      add(ranges) { $0.add($1) }
    case .missing(let column):
      add(3)
      add(column)
    case .not(let inner):
      add(4)
      add(inner)
    case .all(let parts):
      add(5)
      add(parts) { $0.add($1) }
    case .any(let parts):
      add(6)
      add(parts) { $0.add($1) }
    }
  }

  mutating func add(_ years: ClosedRange<Int32>) {
    add(Int(years.lowerBound))
    add(Int(years.upperBound))
  }

  mutating func add(_ validity: RowValidity) {
    add(validity.from)
    add(validity.to)
    for bound in [validity.days.first, validity.days.last] {
      add(Int(bound.yearOffset))
      add(Int(bound.month))
      add(Int(bound.day))
    }
    add(validity.knownYears.map { [$0] } ?? []) { $0.add($1) }
  }
}
