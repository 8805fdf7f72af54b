import Foundation

/// Where golden scripts stand, and whether they are being written.
package enum GoldenFiles {
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `UPDATE_GOLDEN=1` writes what is expected and what is generated; the difference is what gets read.
  package static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  /// `HOI_STRICT=1`, as `make test` sets it: what is generated from all scripts must be up to date.
  package static let isStrict = ProcessInfo.processInfo.environment["HOI_STRICT"] == "1"

  /// How many times as much is made up as usual: `HOI_EFFORT=20` for a thorough look.
  package static let effort =
    ProcessInfo.processInfo.environment["HOI_EFFORT"].flatMap(Int.init) ?? 1

  /// The corpus of the grammar first, then every other script: paths from the root.
  package static let scripts = files("Grammar/corpus") + files("Tests/GoldenTests/Scripts")

  private static func files(_ folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".hoitest") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  package static func read(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  package static func write(_ text: String, to path: String) throws {
    try text.write(to: root.appending(path: path), atomically: true, encoding: .utf8)
  }
}
