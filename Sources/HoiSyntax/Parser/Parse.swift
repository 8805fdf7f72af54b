import HoiDiagnostics

/// Where a statement ends, which depends on where the text comes from.
public enum LineEnds: Sendable {
  /// At the prompt and for programs: the end of a line outside brackets ends the statement unless
  /// its last token is a comma or an operator.
  case endStatement
  /// In files, arguments and pasted text a statement also goes on when the next line begins with a
  /// clause word, a target word or an operator.
  case mayContinue
}
