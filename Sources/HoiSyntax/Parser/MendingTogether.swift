import HoiDiagnostics

/// Gives each fix the edits of all fixes in its statement, so that what is pasted can be read: the fix
/// of one mistake alone would leave the others in the line.
///
/// - Parameter diagnostics: in the order of the text.
func mendingTogether(
  _ diagnostics: [Diagnostic], _ statements: [Statement]
) -> [Diagnostic] {
  var result: [Diagnostic] = []
  var index = 0
  var statement = 0
  while index < diagnostics.count {
    let start = diagnostics[index].range.start
    while statement < statements.count, statements[statement].range.end < start { statement += 1 }
    guard statement < statements.count else {
      result += diagnostics[index...]
      break
    }
    let end = statements[statement].range.end
    var last = index
    while last < diagnostics.count, diagnostics[last].range.start <= end { last += 1 }
    result += together(diagnostics[index..<last])
    index = last
  }
  return result
}

private func together(_ diagnostics: ArraySlice<Diagnostic>) -> [Diagnostic] {
  let fixing = diagnostics.filter { !($0.fix?.edits ?? []).isEmpty }
  guard fixing.count > 1, let edits = merged(fixing.flatMap { $0.fix?.edits ?? [] }) else {
    return Array(diagnostics)
  }
  return diagnostics.map { diagnostic in
    guard let fix = diagnostic.fix, !fix.edits.isEmpty else { return diagnostic }
    return Diagnostic(
      diagnostic.code, severity: diagnostic.severity, kind: diagnostic.kind,
      in: diagnostic.source, at: diagnostic.range, diagnostic.message, notes: diagnostic.notes,
      fix: Fix(edits, hint: fix.hint))
  }
}

/// The edits in the order of the text; nil where two of them touch the same text.
private func merged(_ edits: [Fix.Edit]) -> [Fix.Edit]? {
  let sorted = edits.enumerated().sorted {
    ($0.element.range.start, $0.element.range.end, $0.offset)
      < ($1.element.range.start, $1.element.range.end, $1.offset)
  }
  var result: [Fix.Edit] = []
  for (_, edit) in sorted {
    if let last = result.last {
      if last.range == edit.range, last.replacement == edit.replacement { continue }
      guard last.range.end <= edit.range.start else { return nil }
    }
    result.append(edit)
  }
  return result
}
