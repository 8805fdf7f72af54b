import HoiCatalog
import HoiDiagnostics

extension Resolver {
  /// What the model remarks on indicators and targets: two readings of a sentence, two definitions
  /// side by side. Each remark is said once, with whose it is.
  func remarks(
    on indicators: [IndicatorID], _ targets: [TargetID] = []
  ) -> [(code: String, text: Wording)] {
    var said: Set<String> = []
    var notes: [(code: String, text: Wording)] = []
    func add(_ label: String, _ text: String) {
      if said.insert(text).inserted {
        notes.append(("note", Wording(verbatim: "\(label): \(text)")))
      }
    }
    for id in indicators {
      for text in catalog[id].texts where text.kind == .note { add(catalog[id].label, text.text) }
    }
    for id in targets {
      for text in catalog[id].notes { add(catalog[id].label, text) }
    }
    return notes
  }
}
