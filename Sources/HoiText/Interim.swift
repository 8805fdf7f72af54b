public func folded(_ name: String) -> String { name.lowercased() }
public func normalized(_ text: String) -> String { text }
public func sortedKeys(_ keys: [String]) -> [Int32] {
  keys.indices.sorted { keys[$0] < keys[$1] }.map { Int32($0) }
}
