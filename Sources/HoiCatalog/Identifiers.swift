/// Names are resolved once; from then on things are known by these.

public struct DimensionID: Hashable, Sendable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

public struct TableID: Hashable, Sendable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A measure, by its table and its place in it.
public struct MeasureID: Hashable, Sendable {
  public let table: TableID
  public let index: Int
  public init(_ table: TableID, _ index: Int) {
    self.table = table
    self.index = index
  }
}

public struct SubjectID: Hashable, Sendable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

public struct IndicatorID: Hashable, Sendable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

public struct TargetID: Hashable, Sendable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// Something rows can be grouped and filtered by.
public enum Axis: Hashable, Sendable {
  /// Years; its members are the years themselves.
  case time
  case dimension(DimensionID)
  /// The attribute of a dimension, by its place there.
  case attribute(DimensionID, Int)
}
