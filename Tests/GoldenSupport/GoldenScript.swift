/// A golden script, read: what it holds apart from what is expected.
///
/// `Tests/README.md` says how one is written.
package struct GoldenScript {
  /// A part of the file, in order.
  package enum Part {
    /// Prose and blank lines, kept as they are.
    case prose([String])
    /// A file that the script brings with it; its lines start with `|`.
    case file(name: String, lines: [String])
    /// Something to run, and what it must say.
    case step(stage: String, input: [String], expected: [String])
  }

  package var parts: [Part] = []

  package init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    // The last line break ends the last line; it does not begin another.
    if lines.last == "" { lines.removeLast() }
    while let line = lines.first {
      if let name = Self.fileName(line) {
        lines.removeFirst()
        parts.append(.file(name: name, lines: Self.take(&lines, marked: "|")))
      } else if let (stage, input) = Self.prompt(line) {
        lines.removeFirst()
        let more = Self.take(&lines, marked: "…")
        parts.append(
          .step(stage: stage, input: [input] + more, expected: Self.takeExpected(&lines)))
      } else {
        lines.removeFirst()
        if case .prose(let earlier)? = parts.last {
          parts[parts.count - 1] = .prose(earlier + [line])
        } else {
          parts.append(.prose([line]))
        }
      }
    }
  }

  /// The file again, as it would be written.
  package var text: String {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .prose(let prose): lines += prose
      case .file(let name, let content):
        lines.append("file \(name)")
        lines += content.map { $0.isEmpty ? "|" : "| \($0)" }
      case .step(let stage, let input, let expected):
        lines.append("\(stage)> \(input[0])")
        lines += input.dropFirst().map { $0.isEmpty ? "…" : "… \($0)" }
        lines += expected.map { $0.isEmpty ? "" : "  \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fileName(_ line: String) -> String? {
    line.hasPrefix("file ") ? String(line.dropFirst(5)) : nil
  }

  /// `> show …`, `en> show …`, `$ hoi …` as `$>`.
  private static func prompt(_ line: String) -> (stage: String, input: String)? {
    guard let mark = line.firstIndex(of: ">") else { return nil }
    let stage = line[..<mark]
    guard stage.allSatisfy({ $0.isLowercase || $0 == "-" || $0 == "$" }) else { return nil }
    return (String(stage), String(line[line.index(after: mark)...].drop { $0 == " " }))
  }

  /// Lines that start with a mark, without it and the blank after it.
  private static func take(_ lines: inout ArraySlice<String>, marked mark: String) -> [String] {
    var taken: [String] = []
    while let line = lines.first, line.hasPrefix(mark) {
      lines.removeFirst()
      let rest = line.dropFirst(mark.count)
      taken.append(String(rest.hasPrefix(" ") ? rest.dropFirst() : rest))
    }
    return taken
  }

  /// Indented lines, and the blank lines between them.
  private static func takeExpected(_ lines: inout ArraySlice<String>) -> [String] {
    var taken: [String] = []
    while let line = lines.first {
      if line.hasPrefix("  ") {
        taken.append(String(line.dropFirst(2)))
      } else if line.isEmpty, let next = lines.first(where: { !$0.isEmpty }), next.hasPrefix("  ") {
        taken.append("")
      } else {
        break
      }
      lines.removeFirst()
    }
    return taken
  }
}
