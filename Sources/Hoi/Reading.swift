import HoiDiagnostics
import HoiFormats
import HoiSyntax

/// The text that statements stand in, and the files that led to it.
struct Reading {
  let source: SourceText
  /// Files being read, the outermost first: as named, and with every link followed.
  let files: [(name: String, path: String)]

  init(_ source: SourceText) {
    self.source = source
    files = canonicalPath(source.name).map { [(source.name, $0)] } ?? []
  }

  private init(_ source: SourceText, files: [(name: String, path: String)]) {
    self.source = source
    self.files = files
  }

  /// A file that this text names.
  func entering(_ source: SourceText, path: String) -> Reading {
    Reading(source, files: files + [(source.name, path)])
  }

  var folder: String { source.folder }
}

extension SourceText {
  /// The folder that its files are relative to: empty for what was typed.
  var folder: String {
    guard let slash = name.lastIndex(of: "/") else { return "" }
    return slash == name.startIndex ? "/" : String(name[..<slash])
  }
}

/// A path in a folder; an absolute one stays as it is.
func joined(_ folder: String, _ path: String) -> String {
  if folder.isEmpty || path.hasPrefix("/") { return path }
  return folder.hasSuffix("/") ? folder + path : folder + "/" + path
}

extension HoiSession {
  /// The bytes of a file that something names.
  ///
  /// - Throws: a file that cannot be read, or that stands outside the folder of a safe session.
  func bytes(
    of path: String, named name: String, askedBy asker: (source: SourceText, range: SourceRange)
  ) throws(Diagnostic) -> [UInt8] {
    let path = try permitted(path, named: name, askedBy: asker)
    return try readFile(path, named: name, askedBy: asker, limits: settings.limits)
  }

  /// The path to open for a file that may be read.
  func permitted(
    _ path: String, named name: String, askedBy asker: (source: SourceText, range: SourceRange)
  ) throws(Diagnostic) -> String {
    guard let folder = settings.safeFolder, let canonical = canonicalPath(path) else { return path }
    guard isInside(canonical, folder: folder) else {
      throw .outsideSafeFolder(name, at: asker.range, in: asker.source)
    }
    // What was looked at is what is opened.
    return canonical
  }

  /// A text file that a statement names, relative to the text it stands in.
  func text(
    of file: StringLiteral, _ reading: Reading
  ) throws(Diagnostic) -> (source: SourceText, path: String) {
    let name = try model.definitions.path(file, in: reading.source)
    let path = joined(reading.folder, name)
    let bytes = try bytes(of: path, named: name, askedBy: (reading.source, file.range))
    return (SourceText(bytes: bytes, name: path), canonicalPath(path) ?? path)
  }
}
