import HoiText

/// How closely a spelling meets a name, the closest first: an accented match goes before a folded
/// one, and a name before a label.
enum MatchLevel: CaseIterable {
  case name, label, foldedName, foldedLabel
}

/// A spelling, folded once for many comparisons.
struct SoughtName {
  let text: String
  let folded: String

  init(_ text: String) {
    self.text = text
    self.folded = HoiText.folded(text)
  }

  func meets(_ thing: NamedThing, at level: MatchLevel) -> Bool {
    switch level {
    case .name: thing.name == text
    case .label: thing.label == text
    case .foldedName: HoiText.folded(thing.name) == folded
    case .foldedLabel: HoiText.folded(thing.label) == folded
    }
  }

  /// The things met at the closest level; of one level, those of the first tier that has any.
  func closest(among tiers: [[NamedThing]]) -> [NamedThing] {
    for level in MatchLevel.allCases {
      for tier in tiers {
        let found = tier.filter { meets($0, at: level) }
        if !found.isEmpty { return found }
      }
    }
    return []
  }
}
