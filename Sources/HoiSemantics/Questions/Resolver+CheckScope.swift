import HoiCatalog
import HoiDiagnostics

/// Which targets a question is about, and how much of each.
extension Resolver {
  /// Targets by what becomes of them.
  struct ChosenTargets {
    /// Their data can be split and filtered as asked.
    var fitting: [TargetID]
    /// Of those, the ones whose scope the question does not leave out altogether.
    var inScope: [TargetID]
    var lacking: [TargetID]
    var disjoint: [TargetID]
  }

  func axisUser(_ id: TargetID) -> AxisUser {
    let indicator = catalog[id].indicator
    return AxisUser(
      name: catalog.qualifiedName(indicator), formula: catalog[indicator].formula)
  }

  func chosen(_ targets: [TargetID], where filter: Predicate, by axes: [Axis]) -> ChosenTargets {
    let wanted = filter.axes.union(axes)
    let fitting = targets.filter { id in
      let user = axisUser(id)
      return wanted.allSatisfy { missingSide(of: user, axis: $0) == nil && !user.fixes($0) }
    }
    let inScope = fitting.filter { !catalog.areDisjoint(catalog[$0].scope, filter) }
    return ChosenTargets(
      fitting: fitting, inScope: inScope, lacking: targets.filter { !fitting.contains($0) },
      disjoint: fitting.filter { !inScope.contains($0) })
  }

  /// A target with the axes that its own tables are never added over.
  func checked(_ id: TargetID, where filter: Predicate, by asked: [Axis]) -> CheckedTarget {
    let target = catalog[id]
    let tables = catalog[target.indicator].formula.tables
    let split = splitAxes(tables, filter: target.scope.and(filter), by: asked)
      .filter { $0 != .time }
    let apart = Set(
      tables.flatMap { catalog[$0].dimensions }.filter(\.isApart).map {
        Axis.dimension($0.dimension)
      })
    let added = apart.reduce(filter) { $0.without($1) }
    return CheckedTarget(
      id: id, axes: split + asked.filter { $0 != .time }, splitCount: split.count, apart: apart,
      isNarrower: catalog.leavesOut(added, of: target.scope))
  }

  /// The axes of all targets together: those they are split by unasked first.
  func columnAxes(_ targets: [CheckedTarget], splitsYears: Bool, by asked: [Axis]) -> [Axis] {
    var axes: [Axis] = splitsYears ? [.time] : []
    for target in targets {
      for axis in target.axes.prefix(target.splitCount) where !axes.contains(axis) {
        axes.append(axis)
      }
    }
    return axes + asked
  }

  func notes(
    _ chosen: ChosenTargets, _ targets: [CheckedTarget], by asked: [Axis], splitsYears: Bool,
    _ tables: [TableID]
  ) -> [(code: String, text: Wording)] {
    var notes: [(code: String, text: Wording)] = []
    if splitsYears { notes.append(severalYearsNote) }
    notes += splitNotes(columnAxes(targets, splitsYears: false, by: []), tables)
    notes += leftOut(
      chosen.disjoint,
      Wording(
        vi: "không xét mục tiêu ngoài phạm vi câu hỏi: ",
        en: "left out, their scope is outside the question: "))
    notes += leftOut(
      chosen.lacking,
      Wording(
        vi: "không xét mục tiêu mà số liệu không chia được như câu hỏi: ",
        en: "left out, their data cannot be split as asked: "))
    return notes + partialNotes(targets, by: asked)
  }

  var severalYearsNote: (code: String, text: Wording) {
    (
      "split",
      Wording(
        vi: "câu hỏi nêu nhiều năm: mỗi năm xét riêng", en: "several years: each stands apart")
    )
  }

  private func leftOut(
    _ targets: [TargetID], _ words: Wording
  ) -> [(code: String, text: Wording)] {
    if targets.isEmpty { return [] }
    let names = targets.map { catalog[$0].label }.joined(separator: ", ")
    return [
      (
        "left_out",
        Wording(vi: words.vietnamese + names, en: words.english + names)
      )
    ]
  }

  /// A question narrower than a target is about a part of what was promised.
  func partialNotes(
    _ targets: [CheckedTarget], by asked: [Axis]
  ) -> [(code: String, text: Wording)] {
    let parts = asked.filter { axis in
      axis != .time
        && targets.contains { target in
          !target.apart.contains(axis)
            && catalog.soleMember(on: axis, of: catalog[target.id].scope) == nil
        }
    }
    guard targets.contains(where: \.isNarrower) || !parts.isEmpty else { return [] }
    let names = parts.map { catalog.label($0, period: "").lowercased() }.joined(separator: ", ")
    let (vi, en) =
      names.isEmpty ? ("từng phần", "a part of it") : ("từng \(names)", "each \(names)")
    return [
      (
        "partial_scope",
        Wording(
          vi: "một phần: mức của mục tiêu đặt ra cho toàn phạm vi của nó, không cho riêng \(vi)",
          en: "partial: a target is set for its whole scope, not for \(en)")
      )
    ]
  }
}
