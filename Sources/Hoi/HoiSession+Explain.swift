import HoiCatalog
import HoiExecution
import HoiPlanning
import HoiRendering
import HoiSemantics
import HoiSyntax

/// `explain`: the plan, and the answer restated in one sentence.
extension HoiSession {
  func explain(_ inner: Statement, _ reading: Reading) -> Outcome {
    guard case .question(var question) = inner.kind else {
      return .failure([.explainNoQuestion(inner.range, in: reading.source)])
    }
    let presentation: Presentation
    do throws(Diagnostic) {
      presentation = try Presentation(question, reading, in: self)
    } catch {
      return .failure([error])
    }
    question.clauses.removeAll(where: \.isPresentation)
    let answer: Answer
    switch self.answer(question, inner.range, reading) {
    case .failure(let refusal): return .failure(refusal.diagnostics)
    case .success(let found): answer = found
    }
    var steps = steps(question, reading)
    if let files = answer.files {
      steps.append(PlanStep(Wording(vi: "nguồn", en: "files"), Wording(verbatim: files)))
    }
    steps.append(
      PlanStep(
        Wording(vi: "trả lời", en: "answer"),
        Wording(vi: restated(answer, .vietnamese), en: restated(answer, .english))))
    return present(sheet(steps, answer), presentation, reading)
  }

  /// What is done, in order.
  private func steps(_ question: Question, _ reading: Reading) -> [PlanStep] {
    let model = model
    if case .previous = question.subject {
      return [
        PlanStep(
          Wording(vi: "đọc", en: "read"), Wording(vi: "câu trả lời trước", en: "the last answer"))
      ] + clauseSteps(question, reading.source, model.definitions)
    }
    guard
      case .success(let statement) = resolve(
        question, in: model.catalog, source: reading.source, definitions: model.definitions)
    else { preconditionFailure("it has been answered") }
    var steps: [PlanStep]
    switch statement {
    case .show(let show):
      let plan = makePlan(show, in: model.catalog)
      steps = plan.steps(in: model.catalog) + show.steps(in: model.catalog)
    case .check(let check):
      steps = makePlan(check, in: model.catalog).steps(in: model.catalog)
      steps.append(
        PlanStep(
          Wording(vi: "xét", en: "judge"),
          Wording(
            vi: "\(check.targets.count) mục tiêu", en: "\(check.targets.count) targets")))
    case .pace(let pace):
      steps = makePlan(pace, in: model.catalog).steps(in: model.catalog) + [.pace(to: pace.year)]
    case .project(let project):
      steps =
        makePlan(project, in: model.catalog).steps(in: model.catalog)
        + [.projection(to: project.year)]
    case .trace(let trace):
      steps = makePlan(trace, in: model.catalog).steps(in: model.catalog) + [.trace]
    case .rows(let rows):
      let table = model.catalog[rows.table]
      steps = [
        PlanStep(
          Wording(vi: "đọc", en: "read"),
          Wording(
            vi: "\(table.name), \(table.facts.rowCount) dòng, từng dòng như trong tệp",
            en: "\(table.name), \(table.facts.rowCount) rows, each as it is in the file"))
      ]
    case .list, .describe:
      steps = [
        PlanStep(
          Wording(vi: "đọc", en: "read"),
          Wording(vi: "danh mục, không đọc số liệu", en: "the catalogue and no data"))
      ]
    }
    return steps + clauseSteps(question, reading.source, model.definitions)
  }

  /// What the clauses do with the results, in the order in which it is done.
  private func clauseSteps(
    _ question: Question, _ source: SourceText, _ definitions: Definitions
  ) -> [PlanStep] {
    var steps: [(order: Int, step: PlanStep)] = []
    for clause in question.clauses {
      let text = Wording(verbatim: definitions.spelled(source[clause.range]))
      switch clause.kind {
      case .having:
        steps.append((1, PlanStep(Wording(vi: "giữ lại", en: "keep"), text)))
      case .sort: steps.append((2, PlanStep(Wording(vi: "sắp xếp", en: "sort"), text)))
      case .limit: steps.append((3, PlanStep(Wording(vi: "lấy", en: "cut"), text)))
      case .pivot: steps.append((4, PlanStep(Wording(vi: "xoay", en: "turn"), text)))
      case .withTotal: steps.append((5, PlanStep(Wording(vi: "tổng", en: "total"), text)))
      case .by, .where, .versus, .pooled, .strict, .restated, .chart, .format, .into, .broken:
        break
      }
    }
    return steps.sorted { $0.order < $1.order }.map(\.step)
  }

  private func sheet(_ steps: [PlanStep], _ answer: Answer) -> Answer {
    var sheet = Answer(kind: .sheet, title: answer.title, rowCount: steps.count)
    sheet.columns = [
      AnswerColumn(
        name: "buoc", label: Wording(vi: "Bước", en: "Step"), role: .group,
        cells: .wording(steps.map(\.name))),
      AnswerColumn(
        name: "noi_dung", label: Wording(vi: "Nội dung", en: "Content"),
        cells: .wording(steps.map(\.text))),
    ]
    sheet.milliseconds = answer.milliseconds
    return sheet
  }
}

extension Answer {
  fileprivate var files: String? { sources.isEmpty ? nil : sources.joined(separator: ", ") }
}

extension ShowQuestion {
  /// What is computed from what was read.
  fileprivate func steps(in catalog: Catalog) -> [PlanStep] {
    var steps = items.map { item in
      let formula = item.indicator.map { catalog[$0].spelling }
      let label = item.label
      return PlanStep(
        Wording(vi: "tính", en: "compute"),
        formula.map {
          Wording(vi: "\(label.vietnamese) = \($0)", en: "\(label.english) = \($0)")
        } ?? label)
    }
    let names = axes.map { catalog.name($0, time: timeName) }.joined(separator: ", ")
    if !axes.isEmpty {
      steps.append(
        PlanStep(
          Wording(vi: "mỗi dòng", en: "each row"), Wording(verbatim: names)))
    }
    return steps
  }
}

extension PlanStep {
  fileprivate static func pace(to year: Int32) -> PlanStep {
    PlanStep(
      Wording(vi: "tính", en: "work out"),
      Wording(
        vi: "số đơn vị ít nhất để đạt mục tiêu vào năm \(year), và nhịp đã qua",
        en: "the least units that meet the target in \(year), and the pace so far"))
  }

  fileprivate static func projection(to year: Int32) -> PlanStep {
    PlanStep(
      Wording(vi: "dự báo", en: "project"),
      Wording(
        vi: "đường thẳng bình phương tối thiểu đến năm \(year), khoảng 80 %",
        en: "a straight line of least squares to \(year), with an interval of 80 %"))
  }

  fileprivate static var trace: PlanStep {
    PlanStep(
      Wording(vi: "truy", en: "trace"),
      Wording(
        vi: "hai tổng, các dòng của tệp, điều khoản",
        en: "both sums, the lines of the file, the clause"))
  }
}
