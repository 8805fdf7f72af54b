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
  nearest(
    to: name, amongSpellings: names.lazy.map { (compared: $0, suggested: $0) }, most: most)
}

/// As `nearest(to:among:most:)`, of things that are offered under another spelling than is compared.
///
/// - Parameter spellings: what is compared, and what is offered for it. What is offered for several
///   spellings is returned once, as near as the nearest of them.
public func nearest(
  to name: String, amongSpellings spellings: some Sequence<(compared: String, suggested: String)>,
  most: Int = 3
) -> [String] {
  let typed = Array(folded(name).unicodeScalars)
  guard !typed.isEmpty, most > 0 else { return [] }
  let limit = max(3, typed.count) / 3
  var found: [(distance: Int, suggested: String)] = []
  for (compared, suggested) in spellings {
    let scalars = Array(folded(compared).unicodeScalars)
    let distance: Int
    if typed.count >= 4, scalars.starts(with: typed) {
      distance = scalars.count - typed.count
    } else {
      distance = HoiText.distance(typed[...], scalars[...], atMost: limit)
      guard distance <= limit, distance < min(typed.count, scalars.count) else { continue }
    }
    // Insertion after all that are as near keeps the given order; there are at most a few.
    if found.count == most, let last = found.last, last.distance <= distance { continue }
    if let earlier = found.firstIndex(where: { $0.suggested == suggested }) {
      if found[earlier].distance <= distance { continue }
      found.remove(at: earlier)
    }
    let place = found.firstIndex { $0.distance > distance } ?? found.count
    found.insert((distance, suggested), at: place)
    if found.count > most { found.removeLast() }
  }
  return found.map(\.suggested)
}
