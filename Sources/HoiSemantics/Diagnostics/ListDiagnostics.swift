import HoiDiagnostics
import HoiSyntax

/// H086, H087, H089, H094, H096 to H098: lists of members.
extension Diagnostic {
  static func columnWithoutFile(
    _ name: Name, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H086", in: source, at: range,
      Wording(
        vi: "`\(source[range])` cần một tệp danh mục",
        en: "`\(source[range])` needs a file that lists the members"),
      fix: .hint(
        Wording(
          vi: "viết: dimension \(name.text) from \"\(name.text).csv\" { … }",
          en: "write: dimension \(name.text) from \"\(name.text).csv\" { … }")))
  }

  static func unknownColumn(
    _ head: String, of file: String, at range: SourceRange, in source: SourceText,
    near: [String], known: [String]
  ) -> Diagnostic {
    let list = shortList(known)
    let isQuoted = source[range].hasPrefix("\"")
    return Diagnostic(
      "H087", in: source, at: range,
      Wording(
        vi: "tệp \(file) không có cột `\(head)`", en: "\(file) has no column `\(head)`"),
      notes: [
        Wording(vi: "tệp có các cột: \(list.vietnamese)", en: "its columns: \(list.english)")
      ],
      fix: .nearest(near, at: range) { isQuoted ? quotedText($0) : $0 })
  }

  static func emptyKey(
    of file: String, line: Int, at range: SourceRange, in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H089", in: source, at: range,
      Wording(
        vi: "\(file) dòng \(line): mục không có mã", en: "\(file) line \(line): a member has no key"
      ),
      fix: .hint(Wording(vi: "điền mã, hoặc xóa dòng ấy", en: "fill in the key, or drop the line")))
  }

  static func duplicateKey(
    _ key: String, of file: String, lines: (first: Int, second: Int), at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      "H094", in: source, at: range,
      Wording(
        vi: "\(file): mã `\(key)` có ở cả dòng \(lines.first) và dòng \(lines.second)",
        en: "\(file): the key `\(key)` is on line \(lines.first) and on line \(lines.second)"),
      fix: .hint(
        Wording(vi: "mỗi mã chỉ được có một dòng", en: "a key may have one line only")))
  }

  static func unlistedAttributeValue(
    _ values: [String], of attribute: String, file: String, lines: [Int], at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    let places = zip(values, lines)
    return Diagnostic(
      "H096", severity: .warning, in: source, at: range,
      Wording(
        vi: "`\(attribute)` có giá trị ngoài danh mục: \(shortList(values).vietnamese)",
        en: "`\(attribute)` has values outside its list: \(shortList(values).english)"),
      notes: places.prefix(5).map { value, line in
        Wording(
          vi: "\(file) dòng \(line): `\(value)`", en: "\(file) line \(line): `\(value)`")
      },
      fix: .hint(
        Wording(
          vi: "thêm giá trị ấy vào danh sách trong ngoặc, hoặc sửa ô trong tệp",
          en: "add the value to the list in braces, or correct the cell")))
  }

  static func outsideList(
    _ keys: [OutsideKey], of dimension: String, file: String, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    let rows = keys.reduce(0) { $0 + $1.rowCount }
    let shown = keys.prefix(5).map { key in
      let place = key.line.map { Wording(vi: "\(file) dòng \($0): ", en: "\(file) line \($0): ") }
      return Wording(
        vi: "\(place?.vietnamese ?? "")`\(key.key)`, \(key.rowCount) dòng",
        en: "\(place?.english ?? "")`\(key.key)`, \(counted(key.rowCount, "row"))")
    }
    let rest = keys.count - shown.count
    let more = Wording(vi: "và \(rest) mã nữa", en: "and \(counted(rest, "more key"))")
    return Diagnostic(
      "H097", severity: .warning, in: source, at: range,
      Wording(
        vi: "\(keys.count) mã ngoài danh mục `\(dimension)`, ở \(rows) dòng",
        en:
          "\(counted(keys.count, "key")) outside the list of `\(dimension)`, in \(counted(rows, "row"))"
      ),
      notes: shown + (rest > 0 ? [more] : []),
      fix: .hint(
        Wording(
          vi: "thêm mã vào danh mục, hoặc sửa mã trong tệp số liệu",
          en: "add the key to the list, or correct it in the data")))
  }

  static func unclearKey(
    _ key: String, members: [String], file: String, line: Int?, at range: SourceRange,
    in source: SourceText
  ) -> Diagnostic {
    let place = line.map { Wording(vi: "\(file) dòng \($0): ", en: "\(file) line \($0): ") }
    let quoted = members.map { "`\($0)`" }
    return Diagnostic(
      "H098", in: source, at: range,
      Wording(
        vi:
          "\(place?.vietnamese ?? "")`\(key)` có thể là \(quoted.joined(separator: " hoặc "))",
        en: "\(place?.english ?? "")`\(key)` could be \(quoted.joined(separator: " or "))"),
      notes: [
        Wording(
          vi: "nhiều mục trong danh mục mang tên ấy",
          en: "several members of the list have that label")
      ],
      fix: .hint(
        Wording(vi: "ghi mã của mục vào tệp số liệu", en: "write the member's key in the data")))
  }
}
