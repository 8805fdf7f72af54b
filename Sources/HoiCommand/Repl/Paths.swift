import Glibc
import HoiText
import LineEditing

/// The paths that begin as typed, folders with a `/` at their end, in order.
///
/// Hidden files are left out unless a dot was typed.
func pathsBeginning(_ typed: String) -> [String] {
  let slash = typed.lastIndex(of: "/")
  let folder = slash.map { String(typed[...$0]) } ?? ""
  let beginning = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
  let place = folder.isEmpty ? "./" : withHome(folder)
  guard let directory = opendir(place) else { return [] }
  defer { closedir(directory) }
  var found: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { bytes in
      bytes.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    guard name != ".", name != "..", name.hasPrefix(beginning),
      name.first != "." || beginning.first == ".",
      // What would command the terminal cannot be typed either.
      displaySafe(name) == name, !name.contains("\"")
    else { continue }
    var status = stat()
    let isFolder = stat(place + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    found.append(folder + name + (isFolder ? "/" : ""))
  }
  return sortedKeys(found).map { found[Int($0)] }
}

private func withHome(_ path: String) -> String {
  guard path.hasPrefix("~/"), let home = environmentVariable("HOME") else { return path }
  return home + path.dropFirst()
}
