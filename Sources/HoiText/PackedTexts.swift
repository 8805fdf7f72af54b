/// Texts one behind the other in one piece of memory, such as the many names of a file.
///
/// A text of its own for each of them would take longer to make than the names take to read.
package struct PackedTexts: Sendable {
  /// UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// Where each text ends; it begins where the one before ends.
  private var ends: [Int] = []

  package init() {}

  package init(_ texts: some Collection<String>) {
    reserve(texts.count, bytes: texts.reduce(0) { $0 + $1.utf8.count })
    for text in texts { append(text.utf8Span.span) }
  }

  package var count: Int { ends.count }

  /// Makes room for so many texts of so many bytes together.
  package mutating func reserve(_ count: Int, bytes byteCount: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(byteCount)
  }

  /// Where the bytes of a text are.
  package func range(_ place: Int) -> Range<Int> {
    (place == 0 ? 0 : ends[place - 1])..<ends[place]
  }

  package subscript(place: Int) -> String { String(decoding: bytes[range(place)], as: UTF8.self) }

  /// - Parameter text: UTF-8.
  package mutating func append(_ text: Span<UInt8>) {
    bytes.append(addingCapacity: text.count) { added in
      for place in text.indices { added.append(text[place]) }
    }
    ends.append(bytes.count)
  }

  /// A text of other texts than these.
  package mutating func append(_ place: Int, of others: PackedTexts) {
    bytes.append(contentsOf: others.bytes[others.range(place)])
    ends.append(bytes.count)
  }

  /// Some of the texts, in the order of their places.
  package func texts(at places: [Int32]) -> PackedTexts {
    var texts = PackedTexts()
    texts.reserve(places.count, bytes: bytes.count)
    for place in places { texts.append(Int(place), of: self) }
    return texts
  }
}
