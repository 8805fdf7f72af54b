import HoiColumns
import HoiKernels

/// The count of rows and sums of small numbers, several to a word, on their way to where they are
/// kept: one addition of a row for all of them.
final class PackedSums {
  /// So many rows at most are added before the words are emptied, where there are few of them.
  private static let mostRows = 1 << 15
  private static let mostWords = 1 << 16

  private var packs: [SumPack] = []
  private let copies: Int
  private let wordCount: Int
  private let emptiesOften: Bool
  /// The rows added since the words were emptied.
  private var rowCount = 0
  /// By total: whether it is added up here.
  private(set) var holdsTotal: [Bool]

  /// Nil where nothing is gained.
  ///
  /// - Parameters:
  ///   - counts: where the count of rows is kept.
  ///   - totals: where each total is kept.
  ///   - wordCount: how many groups there are, with all copies.
  init?(
    counts: SumAccumulator, totals: [(PreparedTotal, SumAccumulator)], table: FactTable,
    wordCount: Int, copies: Int
  ) {
    guard wordCount <= Self.mostWords, !table.segments.isEmpty else { return nil }
    self.copies = copies
    self.wordCount = wordCount
    emptiesOften = wordCount <= 1 << 12
    holdsTotal = totals.map { _ in false }
    let rowCount = UInt128(emptiesOften ? Self.mostRows : table.rowCount)
    var pack = SumPack()
    for (place, (total, sums)) in totals.enumerated() {
      guard let most = table.largestValue(column: total.column) else { continue }
      let bitCount = UInt128.bitWidth - (rowCount * UInt128(most)).leadingZeroBitCount
      let countBits = UInt128.bitWidth - rowCount.leadingZeroBitCount
      guard pack.columns.count < 2, pack.bitCount + bitCount + countBits <= 64 else { continue }
      pack.append(sums, bitCount: bitCount)
      pack.columns.append(total.column)
      holdsTotal[place] = true
    }
    if pack.columns.isEmpty { return nil }
    pack.counted = 1 << UInt64(pack.bitCount)
    pack.append(counts, bitCount: 64 - pack.bitCount)
    packs.append(pack)
    // The others in pairs, where two of them fit one word.
    for (first, second) in pairs(totals, table, rowCount) {
      var pack = SumPack()
      for (place, bitCount) in [first, second] {
        pack.append(totals[place].1, bitCount: bitCount)
        pack.columns.append(totals[place].0.column)
        holdsTotal[place] = true
      }
      packs.append(pack)
    }
  }

  private typealias Width = (place: Int, bitCount: Int)

  private func pairs(
    _ totals: [(PreparedTotal, SumAccumulator)], _ table: FactTable, _ rowCount: UInt128
  ) -> [(Width, Width)] {
    let widths = totals.indices.compactMap { place -> Width? in
      guard !holdsTotal[place], let most = table.largestValue(column: totals[place].0.column) else {
        return nil
      }
      let bitCount = UInt128.bitWidth - (rowCount * UInt128(most)).leadingZeroBitCount
      return bitCount < 64 ? (place, bitCount) : nil
    }.sorted { $0.bitCount < $1.bitCount }
    return stride(from: 0, to: widths.count - 1, by: 2).compactMap { index in
      let (first, second) = (widths[index], widths[index + 1])
      return first.bitCount + second.bitCount <= 64 ? (first, second) : nil
    }
  }

  var byteCount: Int { packs.reduce(0) { $0 + $1.words.count * 8 } }

  /// Whether a row of the group has come since the words were emptied.
  func isNonzero(_ group: Int) -> Bool { rowCount > 0 && packs[0].words[group] != 0 }

  /// Adds a batch of rows, all of which have a group.
  func add(_ segment: Segment, batch: Range<Int>, groups: [UInt32]) {
    if emptiesOften, rowCount + batch.count > Self.mostRows { empty() }
    rowCount += batch.count
    // Not every worker meets rows.
    for place in packs.indices where packs[place].words.isEmpty {
      packs[place].words = Array(repeating: 0, count: wordCount)
    }
    for place in packs.indices { packs[place].add(segment, batch, groups, copies) }
  }

  /// Takes what is in the words to where it is kept.
  func empty() {
    // A worker that has met no rows has nowhere to keep them either.
    if rowCount == 0 { return }
    rowCount = 0
    for place in packs.indices {
      for part in packs[place].parts {
        let mask = ~UInt64(0) >> UInt64(64 - part.bitCount)
        part.sums.add(packs[place].words, shift: part.shift, mask: mask)
      }
      let count = packs[place].words.count
      withSpan(of: &packs[place].words) { setEverywhere(0, count: count, in: &$0) }
    }
  }
}

extension FactTable {
  /// The largest stored value, nil where one is below zero.
  fileprivate func largestValue(column: Int) -> Int64? {
    var most: Int64 = 0
    for segment in segments {
      let column = segment.columns[column]
      if column.base < 0 || column.minimum < 0 { return nil }
      most = max(most, column.base, column.maximum)
    }
    return most
  }
}
