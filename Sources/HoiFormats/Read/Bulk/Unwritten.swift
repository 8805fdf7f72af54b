/// Elements that are written before they are read.
///
/// Zeros would cost more than the reading of a small file: writing touches every page of their memory.
func unwritten<Element: BitwiseCopyable>(_ count: Int) -> [Element] {
  unsafe Array(unsafeUninitializedCapacity: count) { _, written in written = count }
}
