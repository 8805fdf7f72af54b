import Glibc

/// Where a path leads once every link, `.` and `..` in it has been followed; nil where nothing is.
package func canonicalPath(_ path: String) -> String? {
  // A path with a NUL byte would be cut there by the system.
  guard !path.isEmpty, !path.utf8.contains(0), let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}

/// Whether a path, links followed, leads to something inside a folder.
package func isInside(_ path: String, folder: String) -> Bool {
  guard let path = canonicalPath(path), let folder = canonicalPath(folder) else { return false }
  return path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
}
