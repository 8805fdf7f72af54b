import HoiSyntax

extension HoiSession {
  /// A script or a model in the form of the house: what it says stays the same, comments and empty
  /// lines are kept, and formatting it again changes nothing.
  ///
  /// - Throws: what cannot be read; such a text has no other form.
  public static func formatted(
    _ source: SourceText, settings: Settings = Settings()
  ) throws(HoiFailure) -> String {
    let (text, diagnostics) = HoiSyntax.formatted(source, limits: settings.limits)
    guard let text else { throw HoiFailure(diagnostics) }
    return text
  }
}
