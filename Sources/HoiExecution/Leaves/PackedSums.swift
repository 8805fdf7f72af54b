import HoiColumns
import HoiKernels

/// The count of rows and sums of small numbers, several to a word, on their way to where they are
/// kept: one addition of a row for all of them.
final class PackedSums {
  /// So many rows at most are added before the words are emptied, where there are few of them.
  private static let mostRows = 1 << 15
  /// So few, where words are as few as this: sums of fewer rows are narrower, and more of them fit a word.
  private static let fewRows = EnteringRows.batchRows
  private static let fewWords = 1 << 10
  private static let mostWords = 1 << 18

  private var packs: [SumPack] = []
  private let wordCount: Int
  /// The words before are of rows that do not count.
  private let firstWord: Int
  /// How many rows may be added before the words are emptied.
  private let rowLimit: Int
  /// The rows added since the words were emptied.
  private var rowCount = 0
  /// By total: whether it is added up here.
  private(set) var holdsTotal: [Bool]

  /// Whether the words never need to be emptied: what is in them after the last segment is the result.
  let isWhole: Bool

  /// Nil where nothing is gained.
  ///
  /// - Parameters:
  ///   - counts: where the count of rows is kept.
  ///   - totals: where each total is kept.
  ///   - isAlone: whether there is nothing but sums over all selected rows, so that what is in the words
  ///     need not be kept elsewhere.
  ///   - wordCount: how many groups there are, with all copies.
  init?(
    counts: SumAccumulator, totals: [(PreparedTotal, SumAccumulator)], isAlone: Bool,
    table: FactTable, wordCount: Int, copies: Int
  ) {
    guard wordCount <= Self.mostWords, !table.segments.isEmpty else { return nil }
    self.wordCount = wordCount
    firstWord = Int(firstGroup) * copies
    var rowLimit = wordCount <= 1 << 12 ? Self.mostRows : .max
    var plan = Packing(totals.map(\.0), table, rowCount: min(rowLimit, table.rowCount))
    if wordCount <= Self.fewWords {
      let narrower = Packing(totals.map(\.0), table, rowCount: min(Self.fewRows, table.rowCount))
      if narrower.wordsPerRow < plan.wordsPerRow { (rowLimit, plan) = (Self.fewRows, narrower) }
    }
    self.rowLimit = rowLimit
    if plan.packs.isEmpty { return nil }
    holdsTotal = plan.holdsTotal
    isWhole = isAlone && copies == 1 && rowLimit == .max && !holdsTotal.contains(false)
    // Fresh memory costs more than rows, and what is kept elsewhere in the end takes its own.
    if !isWhole, wordCount > max(1 << 16, table.rowCount / 16) { return nil }
    packs = plan.packs.enumerated().map { place, columns in
      var pack = SumPack(width: columns.isSideBySide ? 2 : 1)
      for column in columns.widths {
        let (total, sums) = totals[column.total]
        pack.append(sums, column: total.column, bitCount: column.bitCount)
      }
      if place == 0 { pack.appendCount(counts) }
      return pack
    }
  }

  var byteCount: Int { packs.reduce(0) { $0 + $1.words.count * 8 } }

  /// Whether a row of the group has come since the words were emptied.
  func isNonzero(_ group: Int) -> Bool {
    rowCount > 0 && packs[0].words[group * packs[0].width] != 0
  }

  /// Adds a batch of rows, all of which have a group.
  func add<Code: ColumnOffset>(
    _ segment: Segment, batch: Range<Int>, groups: Span<Code>, step: GroupStep
  ) {
    if rowCount + batch.count > rowLimit { empty() }
    rowCount += batch.count
    // Not every worker meets rows.
    for place in packs.indices where packs[place].words.isEmpty {
      packs[place].words = Array(repeating: 0, count: wordCount * packs[place].width)
    }
    for place in packs.indices { packs[place].add(segment, batch, groups, step) }
  }

  /// Takes in the words of another worker.
  ///
  /// - Precondition: both are whole.
  func absorb(_ other: PackedSums) {
    if other.rowCount == 0 { return }
    if rowCount == 0 {
      for place in packs.indices { swap(&packs[place].words, &other.packs[place].words) }
    } else {
      for place in packs.indices {
        let (others, first) = (other.packs[place].words, firstWord * packs[place].width)
        withSpan(of: &packs[place].words) { addWords(others.span, from: first, to: &$0) }
      }
    }
    rowCount += other.rowCount
    other.rowCount = 0
  }

  /// The groups that rows have come of, ascending.
  func nonzeroGroups() -> [UInt32] {
    if rowCount == 0 { return [] }
    // The first pack counts rows in its first word.
    let (words, width) = (packs[0].words, packs[0].width)
    var groups = [UInt32](repeating: 0, count: wordCount)
    let count = withSpan(of: &groups) {
      listNonzero(words.span, from: firstWord, width: width, into: &$0)
    }
    groups.removeLast(groups.count - count)
    return groups
  }

  /// What has been added up for some groups on the way to the sums named.
  func numbers(for sums: SumAccumulator, of groups: [UInt32]) -> [Int64] {
    for pack in packs {
      if let part = pack.parts.first(where: { $0.sums === sums }) {
        return pack.numbers(part, of: groups)
      }
    }
    preconditionFailure("what is whole holds every sum")
  }

  /// Takes what is in the words to where it is kept.
  func empty() {
    // A worker that has met no rows has nowhere to keep them either.
    if rowCount == 0 { return }
    rowCount = 0
    for place in packs.indices {
      let width = packs[place].width
      for part in packs[place].parts {
        part.sums.add(part, of: packs[place].words, from: firstWord, width: width)
      }
      withSpan(of: &packs[place].words) { clear(&$0, from: firstWord * width) }
    }
  }
}

/// Which sums share a word, or stand side by side.
private struct Packing {
  struct Width {
    var total: Int
    var bitCount: Int
  }

  struct Pack {
    var widths: [Width]
    var isSideBySide = false
  }

  /// The first counts the rows too.
  private(set) var packs: [Pack] = []
  /// By total: whether it has a part of a word.
  private(set) var holdsTotal: [Bool]

  /// - Parameter rowCount: so many rows at most are added up in a word.
  init(_ totals: [PreparedTotal], _ table: FactTable, rowCount: Int) {
    holdsTotal = totals.map { _ in false }
    let rows = UInt128(rowCount)
    let widths = totals.indices.compactMap { total -> Width? in
      guard let most = table.largestValue(column: totals[total].column) else { return nil }
      let bitCount = UInt128.bitWidth - (rows * UInt128(most)).leadingZeroBitCount
      return bitCount < 64 ? Width(total: total, bitCount: bitCount) : nil
    }
    let countBits = UInt128.bitWidth - rows.leadingZeroBitCount
    var first: [Width] = []
    for width in widths
    where first.count < 2
      && first.reduce(width.bitCount + countBits, { $0 + $1.bitCount }) <= 64
    {
      first.append(width)
    }
    if first.isEmpty { return }
    keep(Pack(widths: first))
    var others = widths.filter { !holdsTotal[$0.total] }
    if first.count == 1, others.count == 1 {
      packs = []
      keep(Pack(widths: first + others, isSideBySide: true))
      return
    }
    // The others in pairs: two that fit one word, else two words.
    others.sort { $0.bitCount < $1.bitCount }
    var wide: [Width] = []
    while let widest = others.popLast() {
      // The widest that has room beside it.
      if let beside = others.lastIndex(where: { $0.bitCount + widest.bitCount <= 64 }) {
        keep(Pack(widths: [others.remove(at: beside), widest]))
      } else {
        wide.append(widest)
      }
    }
    for place in stride(from: 0, to: wide.count - 1, by: 2) {
      keep(Pack(widths: [wide[place + 1], wide[place]], isSideBySide: true))
    }
  }

  /// How many words are added to for a row, here or elsewhere.
  var wordsPerRow: Int {
    packs.reduce(holdsTotal.count { !$0 }) { $0 + ($1.isSideBySide ? 2 : 1) }
  }

  private mutating func keep(_ pack: Pack) {
    packs.append(pack)
    for width in pack.widths { holdsTotal[width.total] = true }
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
