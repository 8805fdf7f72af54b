import Foundation
import Hoi
import Testing

/// A question, and what each of its columns adds up.
struct DisclosureQuestion: Sendable, CustomTestStringConvertible {
  /// What a column says of its row.
  enum Item: Sendable {
    case pupils, apart, others
    /// Of whom a rate is.
    case wholes
    case rate
    /// Of the year before.
    case earlier, earlierRate
    case change, growth
    /// Of this year and the one before.
    case moving, movingRate
    /// A part of all rows of its year.
    case share
    /// Of a member that all rows are compared with.
    case boys, village, fromBoys, fromVillage
    /// What no equation can say: the difference of two rates.
    case points
  }

  var text: String
  var filter = DisclosureKey()
  var items: [Item]
  /// What a pivoted answer has its columns by.
  var pivot: DisclosureKey.Axis?

  var testDescription: String { text }
  var seed: UInt64 { text.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) } }

  /// The cells of its items.
  func cells(of answer: Answer, _ world: DisclosureWorld) throws -> [DisclosureCell] {
    let groups = answer.columns.indices.filter { answer.columns[$0].role == .group }
    let columns = answer.columns.indices.filter { answer.columns[$0].role == .item }
    if pivot == nil { try #require(columns.count == items.count, "\(answer.columns.map(\.name))") }
    var cells: [DisclosureCell] = []
    for row in 0..<answer.rowCount {
      var key = filter
      for group in groups { key.set(answer[row, group], answer.columns[group].name) }
      for (order, column) in columns.enumerated() {
        var place = key
        if let pivot, let member = answer.columns[column].member {
          place.set(pivot, member[.vietnamese])
        }
        let state: DisclosureCell.State
        switch answer[row, column] {
        case .number: state = .shown
        case .hidden: state = .hidden
        case .missing: continue
        // A whole of nobody: told as much as a number.
        case .notApplicable: state = .shown
        default: throw HoiFailure([])
        }
        cells.append(
          DisclosureCell(
            world: world, item: items[pivot == nil ? order : order % items.count], key: place,
            state: state))
      }
    }
    return cells
  }

  /// For each question; `HOI_EFFORT=20` for more of them.
  static let worldCount =
    40 * (ProcessInfo.processInfo.environment["HOI_EFFORT"].flatMap { Int($0) } ?? 1)

  static let all: [DisclosureQuestion] = [
    now("show t.hs, t.rieng by thon, gioitinh where nam=2027 with total", [.pupils, .apart]),
    now("show s.tyle by thon, gioitinh where nam=2027 with total", [.rate]),
    now("show s.tyle, t.hs by thon, gioitinh where nam=2027", [.rate, .pupils]),
    now(
      "show s.tyle.tu, s.tyle.mau by thon, gioitinh where nam=2027 with total", [.apart, .wholes]),
    now("show t.hs by thon, gioitinh where nam=2027 with total pivot gioitinh", [.pupils], .sex),
    now("show s.tyle by thon, gioitinh where nam=2027 with total pivot thon", [.rate], .village),
    now("show t.hs by thon, gioitinh where nam=2027 with total sort -hs limit 3", [.pupils]),
    now("show t.hs by thon, gioitinh where nam=2027 with total having hs > 6", [.pupils]),
    now("show t.hs - t.rieng as con by thon, gioitinh where nam=2027 with total", [.others]),
    now("show t.hs - t.rieng as con, t.hs by thon where nam=2027", [.others, .pupils]),
    now("show t.hs, share(t.hs) by thon, gioitinh where nam=2027", [.pupils, .share]),
    now("show share(t.hs) by thon, gioitinh where nam=2027", [.share]),
    now("show share(t.hs), t.hs by thon where nam=2027 with total", [.share, .pupils]),
    now(
      "show t.hs by thon, gioitinh where nam=2027 vs 2026 with total", [.pupils, .earlier, .change]),
    now(
      "show s.tyle by thon, gioitinh where nam=2027 vs 2026 with total",
      [.rate, .earlierRate, .points]),
    now(
      "show t.hs by thon, gioitinh where nam=2027 vs gioitinh = nam with total",
      [.pupils, .boys, .fromBoys]),
    now(
      "show t.hs by thon where nam=2027 vs thon = A with total", [.pupils, .village, .fromVillage]),
    now("show prev(t.hs), t.hs by thon, gioitinh where nam=2027 with total", [.earlier, .pupils]),
    DisclosureQuestion(text: "show t.hs by nam, thon with total", items: [.pupils]),
    DisclosureQuestion(
      text: "show t.hs by nam, thon, gioitinh with total pivot nam", items: [.pupils], pivot: .year),
    DisclosureQuestion(
      text: "show s.tyle by nam, thon with total pivot nam", items: [.rate], pivot: .year),
    DisclosureQuestion(text: "show share(t.hs) by nam, thon", items: [.share]),
    village(
      "show t.hs, prev(t.hs), change(t.hs) by nam, gioitinh where thon=A",
      [.pupils, .earlier, .change]),
    village("show t.hs, moving(t.hs, 2) by nam, gioitinh where thon=A", [.pupils, .moving]),
    village(
      "show t.hs, moving(t.hs, 2) by nam, gioitinh where thon=A with total", [.pupils, .moving]),
    village(
      "show moving(t.hs, 2), change(t.hs) by nam, gioitinh where thon=A", [.moving, .change]),
    village("show s.tyle, moving(s.tyle, 2) by nam, gioitinh where thon=A", [.rate, .movingRate]),
    village(
      "show t.hs by nam, gioitinh where thon=A vs prev with total", [.pupils, .earlier, .change]),
    village("show t.hs, growth(t.hs) by nam, gioitinh where thon=A", [.pupils, .growth]),
    DisclosureQuestion(
      text: "show growth(t.hs), t.hs by nam, thon with total", items: [.growth, .pupils]),
    DisclosureQuestion(
      text: "show change(s.tyle), s.tyle by nam, thon with total", items: [.points, .rate]),
  ]

  private static func now(
    _ text: String, _ items: [Item], _ pivot: DisclosureKey.Axis? = nil
  ) -> DisclosureQuestion {
    DisclosureQuestion(text: text, filter: DisclosureKey(year: 2027), items: items, pivot: pivot)
  }

  private static func village(_ text: String, _ items: [Item]) -> DisclosureQuestion {
    DisclosureQuestion(text: text, filter: DisclosureKey(village: "A"), items: items)
  }
}

/// The groups that a cell adds up.
struct DisclosureKey: Sendable {
  enum Axis: Sendable { case year, village, sex }

  var year: Int?
  var village: String?
  var sex: String?

  mutating func set(_ cell: Cell, _ name: String) {
    switch cell {
    case .year(let year): self.year = year
    case .text(let text) where DisclosureWorld.villages.contains(text): village = text
    case .text(let text) where DisclosureWorld.sexes.contains(text): sex = text
    default: break
    }
  }

  mutating func set(_ axis: Axis, _ member: String) {
    switch axis {
    case .year: year = Int(member.prefix(4))
    case .village: village = member
    case .sex: sex = member
    }
  }

  /// Which counts a sum of pupils adds.
  var pupils: [Int] { form { _ in [1, 0] } }

  /// Those of whom it is known whether they learn apart, and those who do.
  func known(_ world: DisclosureWorld) -> [Int] {
    form { world.isReported[$0] ? [1, 0] : [0, 0] }
  }
  func apart(_ world: DisclosureWorld) -> [Int] {
    form { world.isReported[$0] ? [0, 1] : [0, 0] }
  }

  private func form(_ counts: (Int) -> [Int]) -> [Int] {
    DisclosureWorld.groups.indices.flatMap { place -> [Int] in
      let group = DisclosureWorld.groups[place]
      let isIn =
        year ?? group.year == group.year && village ?? group.village == group.village
        && sex ?? group.sex == group.sex
      return isIn ? counts(place) : [0, 0]
    }
  }
}

struct DisclosureCell: CustomStringConvertible {
  enum State { case shown, hidden }

  let world: DisclosureWorld
  var item: DisclosureQuestion.Item
  var key: DisclosureKey
  var state: State

  var description: String { "\(item) of \(key)" }

  private var before: DisclosureKey {
    var key = key
    key.year = key.year.map { $0 - 1 }
    return key
  }

  private var compared: DisclosureKey {
    var key = key
    switch item {
    case .boys, .fromBoys: key.sex = "nam"
    case .village, .fromVillage: key.village = "A"
    default: break
    }
    return key
  }

  /// Counts that a shown cell says outright.
  var counts: [[Int]] {
    switch item {
    case .pupils: [key.pupils]
    case .apart: [key.apart(world)]
    case .wholes: [key.known(world)]
    case .others: [minus(key.known(world), key.apart(world))]
    case .rate: [key.known(world), key.apart(world)]
    case .earlier: [before.pupils]
    case .earlierRate: [before.known(world), before.apart(world)]
    case .boys, .village: [compared.pupils]
    case .change, .growth, .moving, .movingRate, .share, .fromBoys, .fromVillage, .points: []
    }
  }

  /// Sums that a shown cell says outright or by arithmetic.
  var sums: [[Int]] {
    switch item {
    case .pupils, .apart, .wholes, .others, .rate, .earlier, .earlierRate, .boys, .village: counts
    case .points: []
    case .change: [minus(key.pupils, before.pupils)]
    case .fromBoys, .fromVillage: [minus(key.pupils, compared.pupils)]
    case .moving: [plus(key.pupils, before.pupils)]
    case .movingRate:
      [plus(key.known(world), before.known(world)), plus(key.apart(world), before.apart(world))]
    // Equal quotients as products.
    case .growth: [quotient(key.pupils, before.pupils)]
    case .share: [quotient(key.pupils, DisclosureKey(year: key.year).pupils)]
    }
  }

  /// The counts behind a hidden cell; the small ones among them must not follow.
  var behind: [[Int]] {
    switch item {
    case .pupils, .apart, .wholes, .others, .rate, .earlier, .earlierRate, .boys, .village: counts
    case .share: [key.pupils]
    case .change, .moving, .growth: [key.pupils, before.pupils]
    case .fromBoys, .fromVillage: [key.pupils, compared.pupils]
    case .movingRate, .points:
      [key.known(world), key.apart(world), before.known(world), before.apart(world)]
    }
  }

  private func minus(_ left: [Int], _ right: [Int]) -> [Int] { zip(left, right).map { $0 - $1 } }
  private func plus(_ left: [Int], _ right: [Int]) -> [Int] { zip(left, right).map { $0 + $1 } }

  private func quotient(_ left: [Int], _ right: [Int]) -> [Int] {
    let (top, bottom) = (world.sum(left), world.sum(right))
    return zip(left, right).map { $0 * bottom - $1 * top }
  }
}
