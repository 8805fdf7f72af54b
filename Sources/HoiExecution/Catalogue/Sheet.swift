import HoiAnswer
import HoiDiagnostics

/// Properties of one thing, gathered line by line.
struct Sheet {
  private var names: [Wording] = []
  private var texts: [Wording] = []

  mutating func add(_ name: Wording, _ text: Wording) {
    names.append(name)
    texts.append(text)
  }

  mutating func add(_ name: Wording, _ text: String?) {
    if let text, !text.isEmpty { add(name, Wording(verbatim: text)) }
  }

  /// One line for the first, the others below it without a name.
  mutating func add(_ name: Wording, list: [String]) {
    add(name, list: list.map { Wording(verbatim: $0) })
  }

  mutating func add(_ name: Wording, list: [Wording]) {
    for (place, text) in list.enumerated() {
      add(place == 0 ? name : Wording(verbatim: ""), text)
    }
  }

  func finish(title: [Wording]) -> Answer {
    var answer = Answer(kind: .sheet, title: title, rowCount: names.count)
    answer.columns = [
      AnswerColumn(
        name: "muc", label: Wording(vi: "Mục", en: "Property"), role: .group,
        cells: .wording(names)),
      AnswerColumn(
        name: "noi_dung", label: Wording(vi: "Nội dung", en: "Content"), cells: .wording(texts)),
    ]
    return answer
  }
}

/// The names of properties, both languages side by side.
enum Property {
  static let name = Wording(vi: "tên", en: "name")
  static let label = Wording(vi: "nhãn", en: "label")
  static let formula = Wording(vi: "công thức", en: "formula")
  static let unit = Wording(vi: "đơn vị", en: "unit")
  static let kind = Wording(vi: "loại", en: "kind")
  static let definition = Wording(vi: "định nghĩa", en: "definition")
  static let population = Wording(vi: "phạm vi tính", en: "population")
  static let source = Wording(vi: "nguồn", en: "source")
  static let note = Wording(vi: "ghi chú", en: "note")
  static let time = Wording(vi: "thời gian", en: "time")
  static let axes = Wording(vi: "chia được theo", en: "can be split by")
  static let targets = Wording(vi: "mục tiêu", en: "targets")
  static let indicators = Wording(vi: "chỉ số", en: "indicators")
  static let indicator = Wording(vi: "chỉ số", en: "indicator")
  static let threshold = Wording(vi: "mức", en: "level")
  static let deadline = Wording(vi: "thời hạn", en: "due")
  static let base = Wording(vi: "tính từ năm", en: "from")
  static let line = Wording(vi: "mốc", en: "line")
  static let blend = Wording(vi: "mức chung với", en: "blended with")
  static let declared = Wording(vi: "khai báo", en: "declared")
  static let scope = Wording(vi: "phạm vi", en: "scope")
  static let grade = Wording(vi: "mức cam kết", en: "grade")
  static let clause = Wording(vi: "điều khoản", en: "clause")
  static let quote = Wording(vi: "nguyên văn", en: "quote")
  static let file = Wording(vi: "tệp", en: "file")
  static let rows = Wording(vi: "số dòng", en: "rows")
  static let years = Wording(vi: "các năm", en: "years")
  static let dimensions = Wording(vi: "chiều", en: "dimensions")
  static let measures = Wording(vi: "số đo", en: "measures")
  static let reports = Wording(vi: "báo cáo theo", en: "reports by")
  static let members = Wording(vi: "thành viên", en: "members")
  static let attributes = Wording(vi: "thuộc tính", en: "attributes")
  static let tables = Wording(vi: "dùng trong bảng", en: "used by tables")
  static let table = Wording(vi: "bảng", en: "table")
  static let better = Wording(vi: "chiều tốt", en: "better")
  static let bound = Wording(vi: "nằm trong", en: "lies within")
  static let yearly = Wording(vi: "đổi theo năm", en: "changes by year")
  static let merged = Wording(vi: "đã thành", en: "became")
  static let force = Wording(vi: "hiệu lực", en: "in force")
  static let register = Wording(vi: "sổ đăng ký", en: "register")
  static let steps = Wording(vi: "các mức", en: "steps")
  static let declaration = Wording(vi: "khai báo suy ra", en: "declared as")
  static let key = Wording(vi: "mã", en: "key")
}
