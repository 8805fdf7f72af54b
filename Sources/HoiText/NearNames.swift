// What a refusal offers for a name that was not found. A wrong offer is worse than none, so the
// distance grows with the length of what was typed and a short name gets little of it.

/// The names that a name was probably meant to be, nearest first.
///
/// Near is a folded distance of at most max(3, length) / 3, length being that of the folded name, or a
/// folded name that begins with the one typed, if that has four letters or more. Names equally near
/// keep their order; the same name is returned once. Nothing is near to an empty name, and a distance
/// as long as either name is never near: then not one letter would be shared.
public func nearest(
  to name: String, among names: some Sequence<String>, most: Int = 3
) -> [String] {
  let typed = Array(folded(name).unicodeScalars)
  guard !typed.isEmpty, most > 0 else { return [] }
  let limit = max(3, typed.count) / 3
  var found: [(distance: Int, name: String)] = []
  var seen: Set<String> = []
  for candidate in names {
    let scalars = Array(folded(candidate).unicodeScalars)
    let distance: Int
    if typed.count >= 4, scalars.starts(with: typed) {
      distance = scalars.count - typed.count
    } else {
      distance = HoiText.distance(typed[...], scalars[...], cutoff: limit)
      guard distance <= limit, distance < min(typed.count, scalars.count) else { continue }
    }
    // Insertion after all that are as near keeps the given order; there are at most a few.
    if found.count == most, let last = found.last, last.distance <= distance { continue }
    guard seen.insert(candidate).inserted else { continue }
    let place = found.firstIndex { $0.distance > distance } ?? found.count
    found.insert((distance, candidate), at: place)
    if found.count > most { found.removeLast() }
  }
  return found.map(\.name)
}
