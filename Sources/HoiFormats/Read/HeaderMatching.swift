import HoiColumns
import HoiDiagnostics
import HoiText

extension OpenedCSV {
  /// The column of the file that each of a blueprint's columns is read from.
  ///
  /// A head that is written exactly so wins; else one that is alike without case, accents and
  /// blanks. Two that fit equally well are an error, as is none.
  func columns(of wanted: [TableBlueprint.Column]) throws(Diagnostic) -> [Int] {
    let foldedHeader = header.map(folded)
    var columns: [Int] = []
    for column in wanted {
      let name = normalized(column.sourceName)
      var found = header.indices.filter { header[$0] == name }
      if found.count > 1 { throw .duplicateHeader(self, name, found[0], found[1]) }
      if found.isEmpty {
        let key = folded(name)
        found = header.indices.filter { foldedHeader[$0] == key && !header[$0].isEmpty }
        if found.count > 1 { throw .ambiguousHeader(self, name, found[0], found[1]) }
      }
      guard let index = found.first else {
        throw .missingColumn(self, name, near: nearestHead(to: name, in: foldedHeader))
      }
      columns.append(index)
    }
    return columns
  }

  /// The head nearest to a name, if it is near enough to be what was meant.
  private func nearestHead(to name: String, in foldedHeader: [String]) -> String? {
    let wanted = Array(folded(name).unicodeScalars.prefix(100))
    let most = max(3, wanted.count) / 3
    var best: (distance: Int, index: Int)?
    for (index, head) in foldedHeader.enumerated() where !head.isEmpty {
      let scalars = Array(head.unicodeScalars.prefix(101))
      guard abs(scalars.count - wanted.count) <= most else { continue }
      let distance = editDistance(wanted, scalars)
      if distance <= most, distance < best?.distance ?? Int.max { best = (distance, index) }
    }
    return best.map { header[$0.index] }
  }
}

/// Refuses a head that stands over two columns.
func checkHeadsDiffer(_ opened: OpenedCSV) throws(Diagnostic) {
  var places: [String: Int] = [:]
  for (index, head) in opened.header.enumerated() where !head.isEmpty {
    if let first = places.updateValue(index, forKey: head) {
      throw .duplicateHeader(opened, head, first, index)
    }
  }
}

/// How many insertions, deletions and substitutions lead from one text to the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var previous = Array(0...right.count)
  for (row, scalar) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      let substitution = previous[column] + (scalar == other ? 0 : 1)
      current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
