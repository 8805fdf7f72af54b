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
    return SnapshotTable(file: "x.csv", source: source, contents: 7, facts: facts)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 500])
  func roundTrip(rows: Int) throws {
    let name = temporaryName()
    defer { unlink(name) }
    write([1, 2, 3], to: name)
    let facts = table(rows: rows, seed: UInt64(rows))
    let written = [try stored(facts, from: name), try stored(table(rows: 7, seed: 3), from: name)]
    _ = try writeSnapshot(written, to: name)
    let snapshot = try #require(try readSnapshot(name, pool: pool))
    let read = snapshot.tables
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

  /// What opening a snapshot and looking at all its rows comes to.
  private enum Finding: Equatable {
    case refused(SnapshotFault)
    /// Rows were found damaged; what was shown of them is nothing to go by.
    case damagedRows
    case words([[String]])
  }

  private func finding(_ name: String) throws -> Finding {
    do {
      let snapshot = try #require(try readSnapshot(name, pool: pool))
      let words = snapshot.tables.flatMap(\.facts.allRowWords)
      return snapshot.rows.isDamaged ? .damagedRows : .words(words)
    } catch let fault as SnapshotFault {
      return .refused(fault)
    }
  }

  private func bytes(of name: String, _ count: Int) -> [UInt8] {
    let descriptor = open(name, O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    #expect(read(descriptor, &bytes, count) == count)
    return bytes
  }

  /// No byte can change, and none can be missing, without its being seen.
  @Test func everyByte() throws {
    let name = temporaryName()
    defer { unlink(name) }
    write([1], to: name)
    let count = try writeSnapshot([try stored(table(rows: 70, seed: 1), from: name)], to: name)
    let whole = bytes(of: name, count)
    #expect(try finding(name) == .words(table(rows: 70, seed: 1).allRowWords))
    let descriptor = open(name, O_WRONLY)
    var isSeen = true
    for place in 0..<count {
      for bits: UInt8 in [0x01, 0x80, 0xFF] {
        var byte = whole[place] ^ bits
        pwrite(descriptor, &byte, 1, off_t(place))
        if case .words = try finding(name) {
          Issue.record("byte \(place) changed by \(bits) is not seen")
          isSeen = false
        }
      }
      var byte = whole[place]
      pwrite(descriptor, &byte, 1, off_t(place))
      if !isSeen { break }
    }
    close(descriptor)
    for length in 0..<count {
      #expect(truncate(name, off_t(length)) == 0 || length == 0)
      write(Array(whole.prefix(length)), to: name)
      guard case .refused(let fault) = try finding(name) else {
        Issue.record("\(length) bytes of \(count) are taken for all")
        break
      }
      if length >= 64 { #expect(fault == .truncated(expected: count, found: length)) }
    }
  }

  /// Blocks that change places are seen as well, and pages that turned to zeros.
  @Test func blocks() throws {
    let name = temporaryName()
    defer { unlink(name) }
    write([1], to: name)
    let facts = table(rows: 3000, seed: 5)
    let count = try writeSnapshot([try stored(facts, from: name)], to: name)
    let whole = bytes(of: name, count)
    var random = SplitMixGenerator(seed: 9)
    for size in [64, 512, 4096] {
      for _ in 0..<60 {
        let blocks = count / size
        let first = Int.random(in: 0..<blocks, using: &random) * size
        let second = Int.random(in: 0..<blocks, using: &random) * size
        var swapped = whole
        swapped.replaceSubrange(first..<(first + size), with: whole[second..<(second + size)])
        swapped.replaceSubrange(second..<(second + size), with: whole[first..<(first + size)])
        var cleared = whole
        cleared.replaceSubrange(first..<(first + size), with: repeatElement(0, count: size))
        for changed in [swapped, cleared] where changed != whole {
          write(changed, to: name)
          if case .words = try finding(name) { Issue.record("\(size) bytes at \(first)") }
        }
      }
    }
  }

  /// What is not looked at may be damaged; the first look finds it, and shows nothing of it.
  @Test func onlyWhatIsRead() throws {
    let name = temporaryName()
    defer { unlink(name) }
    write([1], to: name)
    let facts = table(rows: 200, seed: 2)
    let count = try writeSnapshot([try stored(facts, from: name)], to: name)
    var bytes = bytes(of: name, count)
    // The last column has no value anywhere, and its last segment is eight rows.
    bytes[count - 64] ^= 1
    write(bytes, to: name)
    let snapshot = try #require(try readSnapshot(name, pool: pool))
    let read = snapshot.tables[0].facts
    let last = read.columns.count - 1
    for row in 0..<200 {
      for column in 0..<last {
        #expect(read.value(row: row, column: column) == facts.value(row: row, column: column))
      }
    }
    #expect(read.value(row: 0, column: last) == nil)
    #expect(!snapshot.rows.isDamaged)
    #expect(read.value(row: 199, column: last) == nil)
    #expect(snapshot.rows.isDamaged)
  }

  @Test func foreignFiles() throws {
    let name = temporaryName()
    defer { unlink(name) }
    write([1], to: name)
    let count = try writeSnapshot([try stored(table(rows: 7, seed: 1), from: name)], to: name)
    let whole = bytes(of: name, count)
    var other = whole
    other[16] = 99
    write(other, to: name)
    #expect(throws: SnapshotFault.otherVersion(99)) { try readSnapshot(name, pool: pool) }
    // As a machine of the other order would have written it.
    other = whole
    for word in stride(from: 0, to: 64, by: 8) { other[word..<(word + 8)].reverse() }
    other.replaceSubrange(0..<8, with: whole[0..<8])
    write(other, to: name)
    #expect(throws: SnapshotFault.otherOrder) { try readSnapshot(name, pool: pool) }
    write(Array("nam,thon,tre\n2027,A,50\n".utf8) + Array(repeating: 10, count: 60), to: name)
    #expect(throws: SnapshotFault.foreign) { try readSnapshot(name, pool: pool) }
    write([], to: name)
    #expect(throws: SnapshotFault.foreign) { try readSnapshot(name, pool: pool) }
    unlink(name)
    #expect(try readSnapshot(name, pool: pool) == nil)
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

  /// Whoever gives a blueprint another property has to think of its fingerprint, and of this count.
  @Test func fingerprintsKnowEverything() {
    let blueprint = childrenBlueprint()
    #expect(Mirror(reflecting: blueprint).children.count == 11)
    #expect(Mirror(reflecting: blueprint.columns[0]).children.count == 3)
    #expect(Mirror(reflecting: blueprint.columns[0].schema).children.count == 3)
    let days = YearDays(
      first: .init(yearOffset: 0, month: 9, day: 1), last: .init(yearOffset: 1, month: 5, day: 31))
    let validity = RowValidity(from: "từ", to: "đến", days: days, knownYears: nil)
    #expect(Mirror(reflecting: validity).children.count == 4)
    let pattern = ColumnPattern(pieces: [.column(0)], spelling: "{nam}")
    #expect(Mirror(reflecting: pattern).children.count == 2)
  }

  /// What a file holds is told by all its bytes.
  @Test func contents() throws {
    let name = temporaryName()
    defer { unlink(name) }
    var bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ ($0 >> 9)) }
    write(bytes, to: name)
    let sum = try #require(contentsSum(name, pool: pool))
    #expect(contentsSum(name, pool: WorkerPool(count: 1)) == sum)
    bytes[2_500_000] ^= 4
    write(bytes, to: name)
    #expect(contentsSum(name, pool: pool) != sum)
    bytes[2_500_000] ^= 4
    write(bytes + [0], to: name)
    #expect(contentsSum(name, pool: pool) != sum)
    unlink(name)
    #expect(contentsSum(name, pool: pool) == nil)
  }
}
