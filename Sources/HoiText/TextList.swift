/// Texts by their places, such as the members of a dimension.
///
/// Those that stand in a file, or packed in memory, are made when they are asked for, each time anew: of
/// many thousands a question names a few.
public struct TextList: Sendable {
  private enum Storage {
    case made([String])
    case stored(StoredTexts)
  }

  private let storage: Storage

  public init(_ texts: [String]) { storage = .made(texts) }

  package init(_ texts: PackedTexts) { self.init(count: texts.count) { texts[$0] } }

  /// Texts that are made when they are asked for.
  ///
  /// - Parameter text: the text at a place from 0 to `count`, always the same.
  package init(count: Int, text: @escaping @Sendable (Int) -> String) {
    storage = .stored(StoredTexts(count: count, text: text))
  }
}

extension TextList: RandomAccessCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .made(let texts): texts.count
    case .stored(let texts): texts.count
    }
  }

  public subscript(place: Int) -> String {
    switch storage {
    case .made(let texts): return texts[place]
    case .stored(let texts):
      precondition(place >= 0 && place < texts.count)
      return texts.text(place)
    }
  }
}

extension TextList: ExpressibleByArrayLiteral {
  public init(arrayLiteral texts: String...) { self.init(texts) }
}

extension TextList: Equatable {
  public static func == (left: TextList, right: TextList) -> Bool {
    if case .stored(let own) = left.storage, case .stored(let other) = right.storage, own === other
    {
      return true
    }
    return left.count == right.count && left.elementsEqual(right)
  }
}

private final class StoredTexts: Sendable {
  let count: Int
  let text: @Sendable (Int) -> String

  init(count: Int, text: @escaping @Sendable (Int) -> String) {
    self.count = count
    self.text = text
  }
}
