import HoiFormats

extension HoiSession {
  /// A saved script as text, under the path it was asked for by.
  public func readScript(_ path: String) throws(HoiFailure) -> SourceText {
    let asked = SourceText(path)
    do throws(Diagnostic) {
      let bytes = try readFile(
        path, named: path, askedBy: (asked, SourceRange(0, asked.bytes.count)),
        limits: settings.limits)
      return SourceText(bytes: bytes, name: path)
    } catch {
      throw HoiFailure([error])
    }
  }

  /// The `model.hoi` in the folder of a script, where there is one.
  public static func modelBeside(_ script: String) -> String? {
    let model = joined(SourceText("", name: script).folder, "model.hoi")
    return model != script && isReadable(model) ? model : nil
  }
}
