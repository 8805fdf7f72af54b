import Glibc
import HoiDiagnostics

/// The place in a model, question or command line that names a file.
package typealias Asker = (source: SourceText, range: SourceRange)

extension Wording {
  /// Where the time comes from that a question, or the reading of a file, may take.
  package static let limitOfTime = Wording(
    vi: "giới hạn đặt bằng --timeout hoặc `set timeout`, tính bằng giây",
    en: "the limit is that of --timeout or `set timeout`, in seconds")
}

// H200–H209, H350 and H382: files that cannot be read at all.
extension Diagnostic {
  static func fileMissing(_ name: String, askedBy asker: Asker) -> Diagnostic {
    Diagnostic(
      "H200", in: asker.source, at: asker.range,
      Wording(vi: "không tìm thấy tệp `\(name)`", en: "there is no file `\(name)`"),
      notes: [
        Wording(
          vi: "tên tệp được hiểu tính từ thư mục chứa tệp nêu tên nó",
          en: "a file name is taken from the folder of the file that names it")
      ],
      fix: .hint(
        Wording(
          vi: "kiểm tra lại tên tệp, kể cả chữ hoa, chữ thường và dấu",
          en: "check the name, its capitals and accents included")))
  }

  static func fileIsFolder(_ name: String, askedBy asker: Asker) -> Diagnostic {
    Diagnostic(
      "H201", in: asker.source, at: asker.range,
      Wording(
        vi: "`\(name)` là một thư mục, không phải tệp số liệu",
        en: "`\(name)` is a folder, not a data file"),
      fix: .hint(
        Wording(
          vi: "nêu tên một tệp trong thư mục đó", en: "name one of the files in the folder")))
  }

  static func fileForbidden(_ name: String, askedBy asker: Asker) -> Diagnostic {
    Diagnostic(
      "H202", in: asker.source, at: asker.range,
      Wording(vi: "không có quyền đọc tệp `\(name)`", en: "no permission to read `\(name)`"),
      fix: .hint(
        Wording(
          vi: "xin quyền đọc tệp này và thư mục chứa nó",
          en: "ask for permission to read the file and its folder")))
  }

  static func fileTooLarge(_ name: String, limit: Int, askedBy asker: Asker) -> Diagnostic {
    Diagnostic(
      "H203", kind: .limit, in: asker.source, at: asker.range,
      Wording(vi: "tệp `\(name)` quá lớn", en: "the file `\(name)` is too large"),
      notes: [
        Wording(
          vi: "một tệp số liệu được phép có nhiều nhất \(limit) byte",
          en: "a data file may have at most \(limit) bytes")
      ],
      fix: .hint(
        Wording(
          vi: "chia tệp thành nhiều tệp nhỏ hơn", en: "split the file into smaller ones")))
  }

  package static func loadingTimedOut(_ name: String, askedBy asker: Asker) -> Diagnostic {
    Diagnostic(
      "H382", kind: .limit, in: asker.source, at: asker.range,
      Wording(
        vi: "đọc `\(name)` lâu hơn thời gian cho phép",
        en: "reading `\(name)` takes longer than it may"),
      notes: [.limitOfTime],
      fix: .hint(
        Wording(
          vi:
            "nới giới hạn, hoặc chạy `hoi snapshot` một lần để lần sau mở mô hình mà không đọc lại tệp",
          en: "allow more, or run `hoi snapshot` once, so that the model opens without reading it"))
    )
  }

  package static let memoryCode = "H350"

  static func memoryExceeded(_ name: String, limit: Int, askedBy asker: Asker) -> Diagnostic {
    Diagnostic(
      memoryCode, kind: .limit, in: asker.source, at: asker.range,
      Wording(
        vi: "các dòng của `\(name)` cần nhiều bộ nhớ hơn mức cho phép",
        en: "the rows of `\(name)` need more memory than they may take"),
      notes: [
        Wording(
          vi: "mức cho phép là \(limit) byte",
          en: "they may take \(limit) bytes")
      ],
      fix: .hint(
        Wording(
          vi: "tăng `--memory`, hoặc bớt dòng, bớt cột trong tệp",
          en: "raise `--memory`, or leave rows or columns out of the file")))
  }

  static func fileIsNoData(_ name: String, askedBy asker: Asker) -> Diagnostic {
    Diagnostic(
      "H204", in: asker.source, at: asker.range,
      Wording(
        vi: "`\(name)` là một thiết bị, không phải tệp số liệu",
        en: "`\(name)` is a device, not a data file"))
  }

  static func fileBroken(_ name: String, reason: String, askedBy asker: Asker) -> Diagnostic {
    Diagnostic(
      "H205", in: asker.source, at: asker.range,
      Wording(vi: "không đọc được tệp `\(name)`", en: "the file `\(name)` cannot be read"),
      notes: [
        Wording(vi: "hệ điều hành báo: \(reason)", en: "the operating system says: \(reason)")
      ])
  }

  /// A file that a system call refused, by its error number.
  static func unreadable(_ name: String, _ error: Int32, askedBy asker: Asker) -> Diagnostic {
    switch error {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .fileMissing(name, askedBy: asker)
    case EISDIR: .fileIsFolder(name, askedBy: asker)
    case EACCES, EPERM: .fileForbidden(name, askedBy: asker)
    case ENXIO, ENODEV: .fileIsNoData(name, askedBy: asker)
    default: .fileBroken(name, reason: String(cString: strerror(error)), askedBy: asker)
    }
  }
}
