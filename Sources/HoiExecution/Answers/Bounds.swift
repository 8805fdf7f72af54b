import HoiAnswer
import HoiCatalog
import HoiDiagnostics
import HoiNumbers
import HoiSemantics

extension Catalog {
  /// The names of the steps of a value that is a level; none for any other.
  func steps(of value: Value) -> [(step: Int, label: String)] {
    if case .formula(let formula) = value { return formula.level.map { self[$0].steps } ?? [] }
    guard case .aggregate(let aggregation, let id) = value, self[id].kind == .level else {
      return []
    }
    return aggregation == .minimum || aggregation == .maximum ? self[id].steps : []
  }

  /// Values beyond what the model says an indicator can be: shown, and said to be looked at.
  func outOfBound(_ item: ShownItem, _ values: NumberColumn) -> Note? {
    guard let id = item.indicator, let bound = self[id].bound else { return nil }
    var count = 0
    for row in 0..<values.count {
      if let value = values[row], value < bound.low || value > bound.high { count += 1 }
    }
    guard count > 0 else { return nil }
    let (low, high) = (wording(bound.low, of: self[id]), wording(bound.high, of: self[id]))
    return Note(
      "out_of_bound",
      Wording(
        vi:
          "\(self[id].label): \(count) giá trị nằm ngoài khoảng \(low.vietnamese)–\(high.vietnamese) mà mô hình nêu, cần xem lại số liệu",
        en:
          "\(self[id].label): \(count) \(count == 1 ? "value lies" : "values lie") outside \(low.english)–\(high.english), as the model bounds it; look at the data"
      ))
  }
}
