import HoiFormats
import HoiSyntax

extension HoiSession {
  /// A script or a model in the form of the house: what it says stays the same, comments and empty
  /// lines are kept, and formatting it again changes nothing.
  ///
  /// - Throws: what cannot be read; such a text has no other form.
  public func formatted(_ source: SourceText) throws(HoiFailure) -> String {
    let (text, diagnostics) = HoiSyntax.formatted(source, limits: settings.limits)
    guard let text else { throw HoiFailure(diagnostics) }
    return text
  }

  /// Writes a script anew in the form of the house, wholly or not at all.
  ///
  /// - Throws: why it cannot be read or written; then the file is as it was.
  public func writeScript(_ text: String, to path: String) throws(HoiFailure) {
    let asked = SourceText(path)
    do throws(Diagnostic) {
      try writeFile(
        Array(text.utf8), to: path, named: path,
        askedBy: (asked, SourceRange(0, asked.bytes.count)))
    } catch {
      throw HoiFailure([error])
    }
  }

  /// A script itself, or every `.hoi` file in a folder and in the folders in it.
  ///
  /// - Throws: why a folder cannot be read.
  public func scripts(at path: String) throws(HoiFailure) -> [String] {
    guard isFolder(path) else { return [path] }
    let asked = SourceText(path)
    do throws(Diagnostic) {
      return try listFiles(
        in: path, ending: ".hoi", askedBy: (asked, SourceRange(0, asked.bytes.count)))
    } catch {
      throw HoiFailure([error])
    }
  }
}
