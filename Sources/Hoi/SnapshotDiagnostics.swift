import Glibc
import HoiFormats

// H206, H207 and H385: snapshots.
extension Diagnostic {
  static func snapshotRefused(_ fault: SnapshotFault, path: String) -> Diagnostic {
    let source = SourceText(path)
    return Diagnostic(
      "H206", severity: .warning, in: source, at: SourceRange(0, source.bytes.count),
      Wording(
        vi: "không dùng bản chụp `\(path)`: \(fault.words.vietnamese)",
        en: "the snapshot `\(path)` is not used: \(fault.words.english)"),
      notes: fault.places + [
        Wording(
          vi: "số liệu được đọc lại từ các tệp gốc", en: "the data was read from its files instead")
      ],
      fix: .hint(Wording(vi: "hoi snapshot để ghi lại", en: "hoi snapshot writes it anew")))
  }

  static func snapshotUnmendable(
    path: String, file: String, askedBy asker: (source: SourceText, range: SourceRange)
  ) -> Diagnostic {
    Diagnostic(
      "H385", in: asker.source, at: asker.range,
      Wording(
        vi: "bản chụp `\(path)` bị hỏng, mà `\(file)` đã đổi từ khi mở mô hình",
        en:
          "the snapshot `\(path)` is damaged, and `\(file)` has changed since the model was opened"
      ),
      notes: [
        Wording(
          vi: "số liệu của lúc mở không còn đọc được ở đâu nữa",
          en: "the data as it was then can no longer be read anywhere")
      ],
      fix: .hint(Wording(vi: "mở lại mô hình", en: "open the model again")))
  }

  static func snapshotUnwritten(_ number: Int32, path: String) -> Diagnostic {
    let source = SourceText(path)
    let reason = String(cString: strerror(number))
    return Diagnostic(
      "H207", in: source, at: SourceRange(0, source.bytes.count),
      Wording(
        vi: "không ghi được bản chụp `\(path)`: \(reason)",
        en: "the snapshot `\(path)` cannot be written: \(reason)"))
  }
}

extension SnapshotFault {
  fileprivate var words: Wording {
    switch self {
    case .unreadable: Wording(vi: "không đọc được", en: "it cannot be read")
    case .foreign: Wording(vi: "không phải bản chụp của hoi", en: "it is no snapshot of hoi's")
    case .otherOrder:
      Wording(
        vi: "được ghi trên máy có thứ tự byte khác",
        en: "it was written on a machine with another order of bytes")
    case .otherVersion(let version):
      Wording(
        vi: "thuộc phiên bản khác (\(version))", en: "it is of another version (\(version))")
    case .truncated(let expected, let found):
      Wording(
        vi: "dài \(found) byte, đáng lẽ \(expected)",
        en: "it has \(found) bytes where there should be \(expected)")
    case .damaged:
      Wording(
        vi: "nội dung không còn như lúc ghi", en: "what stands there is not what was written")
    }
  }

  /// Where it is damaged, as far as that helps: one place, and how many more.
  fileprivate var places: [Wording] {
    guard case .damaged(let parts) = self, let first = parts.first else { return [] }
    let (place, more) = (first.words, parts.count - 1)
    if more == 0 { return [place] }
    return [
      Wording(
        vi: "\(place.vietnamese), và \(more) chỗ khác",
        en: "\(place.english), and \(more) more \(more == 1 ? "place" : "places")")
    ]
  }
}

extension SnapshotPart {
  fileprivate var words: Wording {
    switch self {
    case .header:
      Wording(vi: "hỏng ở phần đầu, phần mô tả các bảng", en: "its header is damaged")
    case .keys(let column, let file):
      Wording(
        vi: "hỏng ở các mục của cột `\(column)`, tệp `\(file)`",
        en: "the members of column `\(column)` of `\(file)` are damaged")
    case .rows(let rows, let column, let file):
      Wording(
        vi:
          "hỏng ở cột `\(column)`, tệp `\(file)`, từ dòng \(rows.lowerBound + 1) đến dòng \(rows.upperBound)",
        en:
          "column `\(column)` of `\(file)` is damaged in rows \(rows.lowerBound + 1) to \(rows.upperBound)"
      )
    }
  }
}
