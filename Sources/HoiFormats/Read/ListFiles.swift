import Glibc
import HoiDiagnostics

/// The files of a folder and of the folders in it whose names end so, in the order of their bytes.
///
/// Hidden ones and links to folders are left out: a link may lead in a circle.
///
/// - Parameters:
///   - path: the folder.
///   - asker: the place that names it; a folder that cannot be read is reported there.
package func listFiles(
  in path: String, ending: String, askedBy asker: (source: SourceText, range: SourceRange)
) throws(Diagnostic) -> [String] {
  var found: [String] = []
  var open = [path]
  while let folder = open.popLast() {
    for name in try names(in: folder, askedBy: asker) where !name.hasPrefix(".") {
      let inside = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var status = stat()
      guard lstat(inside, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        open.append(inside)
      } else if name.hasSuffix(ending) {
        found.append(inside)
      }
    }
  }
  return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

private func names(
  in folder: String, askedBy asker: (source: SourceText, range: SourceRange)
) throws(Diagnostic) -> [String] {
  guard let stream = opendir(folder) else { throw .unreadable(folder, errno, askedBy: asker) }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
        String(cString: $0)
      }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}
