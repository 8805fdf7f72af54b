/// Whether a cell is blank, or digits with at most two behind a point: so few that no sum of its
/// parts is too large, and none that could also be thousands.
///
/// - Parameter mayHavePoint: whether no other sign can part decimals in the file.
func isSurelyNumber(
  _ bytes: Span<UInt8>, _ start: Int, _ end: Int, mayHavePoint: Bool
) -> Bool {
  if start == end { return true }
  guard end - start <= 12 else { return false }
  var point: Int?
  for place in start..<end where bytes[place] &- 0x30 > 9 {
    guard mayHavePoint, bytes[place] == 0x2E, point == nil else { return false }
    point = place
  }
  guard let point else { return end - start == 1 || bytes[start] != 0x30 }
  return point > start && (1...2).contains(end - point - 1)
}
