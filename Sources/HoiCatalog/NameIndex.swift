import HoiText
import Synchronization

/// Finds the places of names: exactly first, folded second.
///
/// Built at the first look-up, because most dimensions of a large table are never asked by name.
public final class NameIndex: Sendable {
  /// Several spellings may lead to one place, such as a key and its label.
  private let spellings: [TextList]
  private let exact = Mutex<[String: [Int32]]?>(nil)
  private let folded = Mutex<[String: [Int32]]?>(nil)
  private let sorted = Mutex<[(key: String, place: Int32)]?>(nil)
  private let searched = Mutex<SearchedTexts?>(nil)

  /// - Parameter spellings: columns of names; place `i` is known by the `i`-th of each.
  public init(_ spellings: [TextList]) {
    self.spellings = spellings
  }

  /// - Parameter labels: nil where a key stands for itself.
  package convenience init(keys: [String], labels: [String?]) {
    self.init([TextList(keys), TextList(zip(keys, labels).map { $1 ?? $0 })])
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

  /// The places with a spelling that folds to something beginning like `name`, in their own order.
  ///
  /// - Returns: at most so many; where there are more, the first and the last by spelling are among
  ///   them, so that what they have in common all have.
  public func places(beginningLike name: String, most: Int) -> (places: [Int32], isCut: Bool) {
    let key = HoiText.folded(name)
    return sorted.withLock { index in
      if index == nil { index = Self.sorted(spellings) }
      let entries = index!
      let start = entries.firstPlace { $0.key >= key }
      let end = entries.firstPlace { $0.key >= key && !$0.key.hasPrefix(key) }
      var shown = entries[start..<end].prefix(most).map(\.place)
      let isCut = end - start > most
      if isCut { shown[shown.count - 1] = entries[end - 1].place }
      var seen: Set<Int32> = []
      return (shown.filter { seen.insert($0).inserted }.sorted(), isCut)
    }
  }

  /// The places with a spelling that holds a text, accents and case ignored; ascending.
  public func places(containing text: String) -> [Int32] {
    let needle = foldedForSearch(text)
    return searched.withLock { texts in
      if texts == nil { texts = SearchedTexts(spellings) }
      return texts!.places(containing: needle)
    }
  }

  /// Builds what `places(beginningLike:most:)` looks up, so that nobody waits for it later.
  public func prepare() { _ = places(beginningLike: "", most: 1) }

  private static func sorted(_ spellings: [TextList]) -> [(key: String, place: Int32)] {
    var entries: [(key: String, place: Int32)] = []
    for column in spellings {
      for (place, name) in column.enumerated() {
        entries.append((HoiText.folded(name), Int32(place)))
      }
    }
    entries.sort { $0.key < $1.key }
    return entries
  }

  private static func build(
    _ spellings: [TextList], _ key: (String) -> String
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

extension [(key: String, place: Int32)] {
  /// Where the first entry stands that a condition holds for, which holds for all after it.
  fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
