import HoiAnswer
import HoiCatalog
import HoiDiagnostics

extension Answer {
  /// Says what the answer was made of: the files, and what the model notes of all of them alike.
  mutating func cite(_ tables: [TableID], in catalog: Catalog) {
    sources = catalog.sources(tables)
    let shared = catalog.sharedNotes(tables)
    if !shared.isEmpty {
      notes.append(Note("data_note", Wording(verbatim: shared.joined(separator: " "))))
    }
  }
}

extension Catalog {
  /// What is noted of every one of some tables, such as that their figures are provisional: it holds of
  /// whatever is made of them. What is noted of some is told by `describe`.
  func sharedNotes(_ tables: [TableID]) -> [String] {
    guard let first = tables.first else { return [] }
    return self[first].notes.filter { note in
      tables.allSatisfy { self[$0].notes.contains(note) }
    }
  }
}
