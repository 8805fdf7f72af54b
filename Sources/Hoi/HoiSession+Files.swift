import HoiFormats
import HoiSyntax

extension HoiSession {
  /// A saved script as text, under the path it was asked for by.
  public func readScript(_ path: String) throws(HoiFailure) -> SourceText {
    let asked = SourceText(path)
    do throws(Diagnostic) {
      if isFolder(path) { throw .scriptIsFolder(path) }
      let bytes = try bytes(
        of: path, named: path, askedBy: (asked, SourceRange(0, asked.bytes.count)))
      return SourceText(bytes: bytes, name: path)
    } catch {
      throw HoiFailure([error])
    }
  }

  /// The `model.hoi` in the folder of a script, or in the one above, where there is one.
  public static func modelBeside(_ script: String) -> String? {
    let folder = SourceText("", name: script).folder
    // Saved questions often have a folder of their own in that of the model.
    let above =
      folder.isEmpty || folder == ".." || folder.hasSuffix("/..")
      ? joined(folder, "..") : SourceText("", name: folder).folder
    return [folder, above].map { joined($0, "model.hoi") }.first {
      $0 != script && isReadable($0)
    }
  }

  /// Writes a document of answers to a file, whole or not at all.
  ///
  /// - Throws: a file that cannot be written, or several answers in a format that holds one.
  public func write(
    _ text: String, answerCount: Int = 1, as format: OutputFormat = .markdown, to path: String
  ) throws(HoiFailure) {
    let asked = SourceText(path)
    let range = SourceRange(0, asked.bytes.count)
    do throws(Diagnostic) {
      if answerCount > 1, !format.holdsSeveral {
        throw .oneAnswerOnly(format, answerCount, at: range, in: asked)
      }
      if settings.safeFolder != nil { throw .writingWhenSafe(at: range, in: asked) }
      try writeFile(Array(text.utf8), to: path, named: path, askedBy: (asked, range))
    } catch {
      throw HoiFailure([error])
    }
  }

  /// The folder that a path stands in, or the path where it is a folder itself.
  public static func folder(of path: String) -> String {
    if isFolder(path) { return path }
    let folder = SourceText("", name: path).folder
    return folder.isEmpty ? "." : folder
  }

  /// Whether a path is that of a file of data, by its ending.
  public static func isData(_ path: String) -> Bool {
    let endings = [".csv", ".tsv", ".txt"]
    let name = path.lowercased()
    return endings.contains { name.hasSuffix($0) } && !isFolder(path)
  }

  /// Whether a path leads to a model: a folder, or a text that only declares.
  public func isModel(_ path: String) -> Bool {
    if isFolder(path) || Self.isData(path) { return true }
    do throws(HoiFailure) {
      let source = try readScript(path)
      let (tree, diagnostics) = parse(source, lineEnds: .mayContinue, limits: settings.limits)
      return diagnostics.isEmpty && !tree.statements.isEmpty
        && tree.statements.allSatisfy(\.declares)
    } catch {
      // What cannot be read is reported by whoever reads it.
      return false
    }
  }
}

extension Statement {
  /// Whether it can stand in a model: it says what the data is or names something, and asks nothing.
  var declares: Bool {
    switch kind {
    case .dimension, .table, .subject, .target, .let, .param, .use, .load: true
    case .question, .explain, .set, .expect, .say, .broken: false
    }
  }
}
