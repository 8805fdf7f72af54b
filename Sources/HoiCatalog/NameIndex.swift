import HoiText
import Synchronization

/// Finds the places of names: exactly first, folded second.
///
/// Built at the first look-up, because most dimensions of a large table are never asked by name.
public final class NameIndex: Sendable {
  /// Several spellings may lead to one place, such as a key and its label.
  private let spellings: [[String]]
  private let exact = Mutex<[String: [Int32]]?>(nil)
  private let folded = Mutex<[String: [Int32]]?>(nil)

  /// - Parameter spellings: columns of names; place `i` is known by the `i`-th of each.
  public init(_ spellings: [[String]]) {
    self.spellings = spellings
  }

  /// The places spelt just so; several where two places share a spelling.
  public func places(spelt name: String) -> [Int32] {
    exact.withLock { index in
      if index == nil { index = Self.build(spellings) { $0 } }
      return index![name] ?? []
    }
  }

  /// The places whose spelling folds like `name`.
  public func places(like name: String) -> [Int32] {
    let key = HoiText.folded(name)
    return folded.withLock { index in
      if index == nil { index = Self.build(spellings) { HoiText.folded($0) } }
      return index![key] ?? []
    }
  }

  /// Exact matches, or folded ones where there is none.
  public func places(named name: String) -> [Int32] {
    let same = places(spelt: name)
    return same.isEmpty ? places(like: name) : same
  }

  private static func build(
    _ spellings: [[String]], _ key: (String) -> String
  ) -> [String: [Int32]] {
    var index: [String: [Int32]] = [:]
    index.reserveCapacity(spellings.first?.count ?? 0)
    for column in spellings {
      for (place, name) in column.enumerated() {
        let place = Int32(place)
        if index[key(name)]?.contains(place) != true { index[key(name), default: []].append(place) }
      }
    }
    return index
  }
}
