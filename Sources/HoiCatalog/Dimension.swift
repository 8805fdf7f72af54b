import HoiColumns
import HoiText

/// Members that rows can be told apart by: villages, sexes, schools.
///
/// A member is known by its place here. The same name in two tables is the same dimension.
public struct Dimension: Sendable {
  public var name: String
  public var label: String
  /// The keys of the members: first the listed ones in list order, then those that only data named.
  public private(set) var keys: TextList
  /// What a person reads; the key where the model gives no label.
  public private(set) var labels: TextList
  /// How many members a list in the model or a file gives; nil where data alone made the dimension.
  public var listedCount: Int?
  public var attributes: [Attribute]
  /// The file of its list, as the model names it.
  public var file: String?
  public var notes: [String]
  public private(set) var names: NameIndex
  /// When each listed member is in force; empty where the list does not say.
  public let validity: [Validity]
  /// What each listed member became, several where it was split; empty where the list does not say.
  public let successors: [[Int32]]
  /// What each listed member is in the end.
  let lastSuccessor: [Int32]

  public init(
    name: String, label: String?, keys: [String], labels: [String?], isListed: Bool,
    attributes: [Attribute] = [], file: String? = nil, notes: [String] = [],
    validity: [Validity] = [], successors: [[Int32]] = []
  ) {
    self.name = name
    self.label = label ?? name
    self.keys = TextList(keys)
    self.labels = TextList(zip(keys, labels).map { $1 ?? $0 })
    self.listedCount = isListed ? keys.count : nil
    self.attributes = attributes
    self.file = file
    self.notes = notes
    self.names = NameIndex([self.keys, self.labels])
    self.validity = validity
    self.successors = successors
    self.lastSuccessor = Self.lastSuccessors(successors)
  }

  public var count: Int { keys.count }

  /// Members that owe a row or a report: the listed ones, or all where there is no list.
  public var members: Range<Int32> { 0..<Int32(listedCount ?? keys.count) }

  /// Whether a member stands outside the list that the model gives (*ngoài danh mục*).
  public func isOutsideList(_ member: Int32) -> Bool {
    listedCount.map { Int(member) >= $0 } ?? false
  }

  /// Puts other members behind the listed ones; attributes do not know them.
  mutating func replaceUnlisted(_ new: TextList) {
    let listed = listedCount ?? 0
    keys = listed == 0 ? new : TextList(keys.prefix(listed) + Array(new))
    labels = listed == 0 ? new : TextList(labels.prefix(listed) + Array(new))
    for index in attributes.indices {
      attributes[index].valueOfMember.replaceSubrange(
        listed..., with: repeatElement(-1, count: new.count))
    }
    names = NameIndex(listedCount == nil ? [keys] : [keys, labels])
  }
}

/// A property of a dimension's members that groups and filters like a dimension.
public struct Attribute: Sendable {
  public var name: String
  public var label: String
  public var keys: TextList
  public var labels: TextList
  /// For each member of the dimension its value's place here, or -1.
  public var valueOfMember: [Int32]
  /// Where the value depends on the year: from each of these years on, the value of each member;
  /// ascending. `valueOfMember` is then the latest.
  public let changes: [(from: Int32, valueOfMember: [Int32])]
  public let names: NameIndex

  public init(
    name: String, label: String?, keys: [String], labels: [String?], valueOfMember: [Int32],
    changes: [(from: Int32, valueOfMember: [Int32])] = []
  ) {
    self.name = name
    self.label = label ?? name
    self.keys = TextList(keys)
    self.labels = TextList(zip(keys, labels).map { $1 ?? $0 })
    self.valueOfMember = valueOfMember
    self.changes = changes
    self.names = NameIndex([self.keys, self.labels])
  }
}
