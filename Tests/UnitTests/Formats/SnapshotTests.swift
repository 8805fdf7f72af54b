import Glibc
import HoiColumns
import HoiFormats
import Testing

/// Rows written to a snapshot and shown from it; and files that are not to be trusted.
@Suite struct SnapshotTests {
  private let pool = WorkerPool(count: 2)

  private func temporaryName() -> String {
    "/tmp/hoi-snapshot-\(getpid())-\(UInt64.random(in: .min ... .max)).hoisnap"
  }

  private func write(_ bytes: [UInt8], to name: String) {
    let descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
  }

  /// A table with every width, a column without a value, members and years, and gaps in its lines.
  private func table(rows: Int, seed: UInt64) -> FactTable {
    var random = SplitMixGenerator(seed: seed)
    var cells: [(values: [Int64], validity: Bitmap?)] = [
      ((0..<rows).map { _ in Int64.random(in: 0...2, using: &random) }, nil),
      ((0..<rows).map { _ in Int64.random(in: 0...3, using: &random) }, nil),
    ]
    for bound in [0, 200, 60_000, 4_000_000_000, Int64.max] {
      cells.append(((0..<rows).map { _ in Int64.random(in: 0...bound, using: &random) }, nil))
    }
    var validity = Bitmap(count: rows)
    for row in 0..<rows where row % 3 == 0 { validity[row] = true }
    cells.append(((0..<rows).map { Int64($0) }, validity))
    cells.append((Array(repeating: 0, count: rows), Bitmap(count: rows)))
    let measures = cells.indices.dropFirst(2).map {
      ColumnSchema(
        name: "m\($0)", role: .measure($0 == 3 ? .amount : .count), scale: $0 == 3 ? 2 : 0)
    }
    return makeFactTable(
      columns: [
        ColumnSchema(name: "nam", role: .time), ColumnSchema(name: "thôn", role: .dimension),
      ] + measures,
      keys: [.years([2024, 2025, 2027]), .text(["An", "Ấp 2", "Đồi"])]
        + measures.map { _ in .none },
      cells: cells, origin: RowOrigin(file: "x.csv", breaks: [(0, 2), (5, 9)]), segmentRows: 64)
  }

  private func stored(_ facts: FactTable, from file: String) throws -> SnapshotTable {
    let source = try #require(SnapshotSource(file, childrenBlueprint()))
    return SnapshotTable(file: "x.csv", source: source, facts: facts)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 500])
  func roundTrip(rows: Int) throws {
    let name = temporaryName()
    defer { unlink(name) }
    write([1, 2, 3], to: name)
    let facts = table(rows: rows, seed: UInt64(rows))
    let written = [try stored(facts, from: name), try stored(table(rows: 7, seed: 3), from: name)]
    _ = try writeSnapshot(written, to: name)
    let read = try #require(try readSnapshot(name, pool: pool))
    #expect(read.map(\.file) == ["x.csv", "x.csv"])
    #expect(read.map(\.source) == written.map(\.source))
    #expect(read[0].facts.columns == facts.columns)
    #expect(read[0].facts.allRowWords == facts.allRowWords)
    #expect(read[0].facts.origin.line(ofRow: 6) == facts.origin.line(ofRow: 6))
    for (own, other) in zip(read[0].facts.segments, facts.segments) {
      #expect(own.columns.map(\.minimum) == other.columns.map(\.minimum))
      #expect(own.columns.map(\.maximum) == other.columns.map(\.maximum))
      #expect(own.columns.map(\.missingCount) == other.columns.map(\.missingCount))
    }
  }

  /// No byte can change, and none can be missing, without its being seen.
  @Test func damage() throws {
    let name = temporaryName()
    defer { unlink(name) }
    write([1], to: name)
    let count = try writeSnapshot([try stored(table(rows: 200, seed: 1), from: name)], to: name)
    let descriptor = open(name, O_RDONLY)
    var whole = [UInt8](repeating: 0, count: count)
    #expect(read(descriptor, &whole, count) == count)
    close(descriptor)
    var random = SplitMixGenerator(seed: 4)
    for _ in 0..<300 {
      var bytes = whole
      let place = Int.random(in: 0..<count, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      write(bytes, to: name)
      // What stands between two runs belongs to nobody.
      if whole[place] == 0, isSame(name) { continue }
      #expect(throws: SnapshotFault.self) { try readSnapshot(name, pool: pool) }
    }
    for length in [0, 1, 47, 48, 100, count / 2, count - 1] {
      write(Array(whole.prefix(length)), to: name)
      #expect(throws: SnapshotFault.self) { try readSnapshot(name, pool: pool) }
    }
    var other = whole
    other[16] = 99
    write(other, to: name)
    #expect(throws: SnapshotFault.otherVersion(99)) { try readSnapshot(name, pool: pool) }
    write(Array("nam,thon,tre\n2027,A,50\n".utf8) + Array(repeating: 10, count: 60), to: name)
    #expect(throws: SnapshotFault.foreign) { try readSnapshot(name, pool: pool) }
    unlink(name)
    #expect(try readSnapshot(name, pool: pool) == nil)
  }

  private func isSame(_ name: String) -> Bool {
    do {
      return try readSnapshot(name, pool: pool)?.first?.facts.allRowWords
        == table(rows: 200, seed: 1).allRowWords
    } catch {
      return false
    }
  }

  /// A file that has changed is another source, and so is another way to read it.
  @Test func sources() throws {
    let name = temporaryName()
    defer { unlink(name) }
    write([1, 2, 3], to: name)
    let source = try #require(SnapshotSource(name, childrenBlueprint()))
    #expect(SnapshotSource(name, childrenBlueprint()) == source)
    var blueprint = childrenBlueprint()
    blueprint.missingMarks = ["x"]
    #expect(SnapshotSource(name, blueprint) != source)
    write([1, 2, 3, 4], to: name)
    #expect(SnapshotSource(name, childrenBlueprint()) != source)
    unlink(name)
    #expect(SnapshotSource(name, childrenBlueprint()) == nil)
  }
}
