import HoiDiagnostics
import HoiText

extension Statement {
  /// The code of the refusal that a comment right before the statement says it gets: `# refused: H016`,
  /// in Vietnamese `# từ chối: H016`.
  ///
  /// Scripts that show what is refused are checked by this, and stay as they were written.
  package var expectedRefusal: String? {
    guard case .comment(let comment, _)? = surroundings.leading.last else { return nil }
    let parts = comment.drop { $0 == "#" }.split(separator: ":")
    guard parts.count == 2, ["refused", folded("từ chối")].contains(folded(String(parts[0]))) else {
      return nil
    }
    return String(parts[1].filter { !$0.isWhitespace })
  }

  /// Whether a diagnostic of its text is about this statement.
  package func holds(_ diagnostic: Diagnostic) -> Bool {
    range.start <= diagnostic.range.start && diagnostic.range.start <= range.end
  }
}

/// The diagnostics that no comment in the text foretells.
package func unexpected(_ diagnostics: [Diagnostic], in tree: Tree) -> [Diagnostic] {
  let refused = tree.statements.filter { $0.expectedRefusal != nil }
  return diagnostics.filter { diagnostic in
    !refused.contains { $0.holds(diagnostic) && $0.expectedRefusal == diagnostic.code }
  }
}
