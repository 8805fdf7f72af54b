import Glibc
import HoiDiagnostics

/// Writes a file whole: beside its place first, then renamed into it, so that there is the old file
/// or the new one and never half of either. A link stays a link, and its file is replaced.
///
/// - Parameters:
///   - path: where it goes.
///   - name: the path as it was written, for messages.
///   - asker: the place that names the file; what goes wrong is reported there.
package func writeFile(
  _ bytes: [UInt8], to path: String, named name: String,
  askedBy asker: (source: SourceText, range: SourceRange)
) throws(Diagnostic) {
  guard !path.isEmpty, !path.utf8.contains(0) else { throw .unwritable(name, ENOENT, asker) }
  let target = canonicalPath(path) ?? path
  var status = stat()
  var mode: mode_t = 0o666
  let isThere = stat(target, &status) == 0
  if isThere {
    // A device or a pipe would be replaced by a plain file.
    guard status.st_mode & S_IFMT == S_IFREG else { throw .writtenIsNoFile(name, asker) }
    guard access(target, W_OK) == 0 else { throw .unwritable(name, errno, asker) }
    mode = status.st_mode & 0o777
  }
  let (beside, descriptor) = try createBeside(target, mode: mode, named: name, asker)
  // The mode of a new file is the system's to decide, that of an old one is kept.
  if isThere { fchmod(descriptor, mode) }
  let failure = write(bytes, to: descriptor) ?? (fsync(descriptor) == 0 ? nil : errno)
  let closing = close(descriptor) == 0 ? nil : errno
  if let code = failure ?? closing {
    unlink(beside)
    throw .unwritable(name, code, asker)
  }
  guard rename(beside, target) == 0 else {
    let code = errno
    unlink(beside)
    throw .unwritable(name, code, asker)
  }
  syncFolder(of: target)
}

/// A new file in the folder of another, under a name that nothing has.
private func createBeside(
  _ target: String, mode: mode_t, named name: String,
  _ asker: (source: SourceText, range: SourceRange)
) throws(Diagnostic) -> (path: String, descriptor: Int32) {
  for attempt in 0..<100 {
    let path = "\(target).\(getpid())-\(attempt).hoi~"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    if descriptor >= 0 { return (path, descriptor) }
    if errno != EEXIST, errno != EINTR { throw .unwritable(name, errno, asker) }
  }
  throw .unwritable(name, EEXIST, asker)
}

/// - Returns: the error number of what went wrong.
private func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0 {
      if errno == EINTR { continue }
      return errno
    }
    written += count
  }
  return nil
}

/// Makes the new name last through a loss of power; where the system cannot, the file is still whole.
private func syncFolder(of path: String) {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}

// H338 and H339: files that cannot be written.
extension Diagnostic {
  static func unwritable(
    _ name: String, _ code: Int32, _ asker: (source: SourceText, range: SourceRange)
  ) -> Diagnostic {
    let reason = String(cString: strerror(code))
    return Diagnostic(
      "H338", in: asker.source, at: asker.range,
      Wording(
        vi: "không ghi được tệp `\(name)`", en: "the file `\(name)` cannot be written"),
      notes: [
        Wording(
          vi: "hệ thống báo: \(reason); tệp cũ, nếu có, còn nguyên",
          en: "the system says: \(reason); an older file is untouched")
      ])
  }

  static func writtenIsNoFile(
    _ name: String, _ asker: (source: SourceText, range: SourceRange)
  ) -> Diagnostic {
    Diagnostic(
      "H339", in: asker.source, at: asker.range,
      Wording(
        vi: "`\(name)` không phải tệp thường nên không ghi đè",
        en: "`\(name)` is no plain file and is not replaced"),
      fix: .hint(
        Wording(
          vi: "nêu tên một tệp, chẳng hạn \"tra_loi.csv\"",
          en: "name a file, such as \"answer.csv\"")))
  }
}
