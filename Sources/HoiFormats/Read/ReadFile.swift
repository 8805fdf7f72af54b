import Glibc
import HoiDiagnostics

/// The bytes of a file.
///
/// - Parameters:
///   - path: where it is.
///   - name: the path as it was written, for messages.
///   - asker: the place in a model, question or command line that names the file; a file that
///     cannot be read is reported there.
/// - Returns: all bytes up to the end; a pipe is read until it is closed.
package func readFile(
  _ path: String, named name: String, askedBy asker: (source: SourceText, range: SourceRange),
  limits: Limits = Limits()
) throws(Diagnostic) -> [UInt8] {
  // A path with a NUL byte would be cut there by the system and could name another file.
  guard !path.isEmpty, !path.utf8.contains(0) else { throw .fileMissing(name, askedBy: asker) }
  let descriptor = retried { open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
  guard descriptor >= 0 else { throw .unreadable(name, errno, askedBy: asker) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .unreadable(name, errno, askedBy: asker) }
  switch status.st_mode & S_IFMT {
  case S_IFREG, S_IFIFO: break
  case S_IFDIR: throw .fileIsFolder(name, askedBy: asker)
  default: throw .fileIsNoData(name, askedBy: asker)
  }
  guard status.st_size <= limits.fileBytes else {
    throw .fileTooLarge(name, limit: limits.fileBytes, askedBy: asker)
  }
  // One byte more than expected, so that a file that has grown is noticed.
  var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
  var count = retried { read(descriptor, &bytes, bytes.count) }
  guard count >= 0 else { throw .unreadable(name, errno, askedBy: asker) }
  let isWhole = count == Int(status.st_size) && status.st_mode & S_IFMT == S_IFREG && count > 0
  bytes.removeLast(bytes.count - count)
  if isWhole { return bytes }
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while count > 0 {
    count = retried { read(descriptor, &chunk, chunk.count) }
    guard count >= 0 else { throw .unreadable(name, errno, askedBy: asker) }
    bytes.append(contentsOf: chunk[..<count])
    guard bytes.count <= limits.fileBytes else {
      throw .fileTooLarge(name, limit: limits.fileBytes, askedBy: asker)
    }
  }
  return bytes
}

/// A system call again for as long as a signal interrupts it.
private func retried<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// Whether a path leads to a folder.
package func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Whether a path leads to anything, readable or not.
package func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// Whether a path leads to something that can be read.
package func isReadable(_ path: String) -> Bool {
  access(path, R_OK) == 0
}
