import Foundation
import GoldenSupport
import HoiCatalog
import HoiNumbers
import Testing

@testable import Hoi

/// The sample's targets are those of the resolution, line by line, in its own words.
///
/// The text and its list of targets stand beside the checkout (`../shared/resolution`) or a folder above
/// it, or where `HOI_RESOLUTION` says; elsewhere these tests are left out.
@Suite(.enabled(if: Resolution.folder != nil))
struct ResolutionTests {
  private static let catalog: Result<Catalog, any Error> = Result {
    try HoiSession(model: GoldenFiles.root.appending(path: "samples/bangmac").path).catalog
  }

  private func target(_ id: String) throws -> (Target, Catalog) {
    let catalog = try Self.catalog.get()
    let found = catalog.targets.filter { $0.name == id }
    try #require(found.count == 1, "\(id) stands \(found.count) times in the model")
    return (found[0], catalog)
  }

  @Test func everyLineHasItsTarget() {
    #expect(Resolution.lines.count == 46)
  }

  @Test(arguments: Resolution.lines)
  func isTheTargetOfItsLine(_ line: Resolution.Line) throws {
    let (target, catalog) = try target(line.id)
    #expect(line.isThreshold(target.threshold, in: catalog, target.indicator))
    #expect(line.isUnit(of: target.indicator, in: catalog))
    #expect(line.isDeadline(target.deadline))
    #expect(target.grade?.rawValue == line.grade)
    #expect(line.scopeSpelling == (target.scopeSpelling ?? "").replacing(" ", with: ""))
    #expect(target.clause == line.clause)
    // What the resolution does not say is said to be read into it.
    if line.isReadInto {
      #expect(!target.notes.isEmpty, "\(line.id) does not say what is not written")
    }
    let quote = try #require(target.quote)
    #expect(Resolution.text.contains(Resolution.plain(quote)), "not in the resolution: \(quote)")
    for words in line.words {
      #expect(Resolution.plain(quote).contains(words), "\(quote) does not say \(words)")
    }
  }

  /// What is counted, of whom, on which day, and who says so; the level and the words of the target.
  @Test(arguments: Resolution.lines)
  func isDescribed(_ line: Resolution.Line) throws {
    let runner = try ScriptRunner()
    _ = try runner.run("open", "samples/bangmac")
    let sheet = try runner.run("", "describe \(line.id)")
    for part in ["công thức", "định nghĩa", "phạm vi tính", "thời gian", "nguồn"] {
      #expect(sheet.contains("  \(part) "), "\(line.id) has no \(part):\n\(sheet)")
    }
  }

  /// Promises without a number have no line; they are never judged, and their words are the text's.
  @Test func theWatchListIsNeverJudged() throws {
    let ids = Set(Resolution.lines.map(\.id))
    let watched = try Self.catalog.get().targets.filter { !ids.contains($0.name) }
    #expect(!watched.isEmpty)
    for target in watched {
      #expect(target.threshold == nil, "\(target.name) is judged")
      let quote = try #require(target.quote)
      #expect(Resolution.text.contains(Resolution.plain(quote)), "not in the resolution: \(quote)")
    }
  }
}

/// The resolution as text, and its targets as a list.
enum Resolution {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["HOI_RESOLUTION"].map { URL(filePath: $0) }
    var above: [URL] = [GoldenFiles.root.deletingLastPathComponent()]
    for _ in 0..<2 { above.append(above[above.count - 1].deletingLastPathComponent()) }
    let beside = above.map { $0.appending(path: "shared/resolution") }
    return ([named].compactMap { $0 } + beside).first {
      FileManager.default.fileExists(atPath: $0.appending(path: "targets.csv").path)
    }
  }()

  static let text = plain(read("nghi_quyet.txt"))

  static let lines: [Line] = {
    var lines: [Line] = []
    for row in read("targets.csv").split(separator: "\n").dropFirst() {
      let cells = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      lines.append(Line(cells, above: lines.last))
    }
    return lines
  }()

  private static func read(_ name: String) -> String {
    guard let folder else { return "" }
    let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return (text ?? "").replacing("\r", with: "").replacing("\u{FEFF}", with: "")
  }

  /// Words with one blank between them: the text is broken into lines and numbered pages.
  static func plain(_ text: String) -> String {
    let lines = text.precomposedStringWithCanonicalMapping.split(separator: "\n")
    let words = lines.filter { $0.contains { !$0.isNumber && !$0.isWhitespace } }
    return words.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  struct Line: Sendable, CustomTestStringConvertible {
    let id: String
    let unit: String
    let comparison: String
    let value: String
    let upperValue: String
    let deadline: String
    let grade: String
    let scope: String
    let clause: String
    /// The words it quotes, without what it leaves out.
    let words: [String]

    var testDescription: String { id }

    init(_ cells: [String], above: Line?) {
      id = cells[0]
      unit = cells[3]
      comparison = cells[4]
      value = cells[5]
      upperValue = cells[6]
      deadline = cells[7]
      grade = cells[8]
      scope = cells[9]
      // `Đ1.I.2.1 đoạn 1` is Điều 1, mục I.2.1, đoạn 1.
      let places = cells[10].replacing("Đ1.", with: "Điều 1, mục ")
      clause = places.replacing(" đoạn", with: ", đoạn")
      let quoted = cells[12...].joined(separator: ";")
      words =
        quoted == "(như trên)"
        ? above?.words ?? []
        : quoted.split(separator: "…").map { Resolution.plain(String($0)) }.filter { !$0.isEmpty }
    }

    func isThreshold(
      _ threshold: Target.Threshold?, in catalog: Catalog, _ indicator: IndicatorID
    ) -> Bool {
      if value == "(không ghi)" { return threshold == nil }
      let number = value.split(separator: " ")[0]
      switch threshold {
      case nil: return false
      case .range(let low, let high):
        return comparison == "trong_khoang" && low == scaled(number, in: catalog, indicator)
          && high == scaled(Substring(upperValue), in: catalog, indicator)
      case .comparison(let ordering, let bound):
        let signs = ["≥": ">=", "≤": "<=", "≠": "!="]
        return comparison == signs[ordering.rawValue] ?? ordering.rawValue
          && bound == scaled(number, in: catalog, indicator)
      }
    }

    /// Percents are hundredths; levels are their steps, yes is 1.
    private func scaled(
      _ text: Substring, in catalog: Catalog, _ indicator: IndicatorID
    ) -> Fraction? {
      if text == "kha" { return Fraction(3) }
      let parts = text.split(separator: ".")
      guard let whole = Int128(parts.joined()) else { return nil }
      let places = parts.count > 1 ? parts[1].count : 0
      let scale = (0..<places).reduce(Int128(1)) { scale, _ in scale * 10 }
      let isPercent = catalog[indicator].unit == .ratio && whole != 1
      return Fraction(whole, over: scale * (isPercent ? 100 : 1))
    }

    func isDeadline(_ deadline: Target.Deadline) -> Bool {
      switch deadline {
      case .due(let year): self.deadline.split(separator: " ")[0] == String(year)
      case .everyYear(let end):
        end.map { ["hằng năm..\($0)", "duy trì..\($0)"].contains(self.deadline) }
          ?? (self.deadline == "hằng năm")
      }
    }

    /// A measurable promise about half of a sentence, or about one commune of six, says which.
    var scopeSpelling: String {
      switch scope {
      case "xa", "dia_phuong":
        switch id {
        case "mamnon.tyle_huydong_nhatre": "nhom=nhatre"
        case "mamnon.tyle_huydong_maugiao": "nhom=maugiao"
        // Counted of six communes.
        case "tieuhoc.tyle_hoanthanh_cap", "thcs.tyle_hoanthanh_cap", "xa.hoanthanh_cds_giaoduc":
          "xa=bang_mac"
        default: ""
        }
      case "nhom_xa=chi_lang", "tinh": "xa=bang_mac"
      default: scope
      }
    }

    /// The list marks what it takes from the sense of the words.
    var isReadInto: Bool {
      [value, deadline].contains { $0.contains("(") }
    }

    func isUnit(of indicator: IndicatorID, in catalog: Catalog) -> Bool {
      let kinds = catalog[indicator].formula.measures.map { catalog[$0].kind }
      switch unit {
      case "%": return kinds != [.flag] && catalog[indicator].unit == .ratio
      case "bool": return kinds == [.flag]
      // A rank among communes that no number is set for is followed by what comes with it.
      case "hang": return kinds == [.level] || value == "(không ghi)"
      default:
        guard unit.hasPrefix("muc("), kinds == [.level] else { return false }
        let steps = catalog[catalog[indicator].formula.measures[0]].steps.map(\.step)
        return unit == "muc(\(steps.min() ?? 0)-\(steps.max() ?? 0))"
      }
    }
  }
}
