import Foundation
import GoldenSupport
import RegexBuilder

/// What the golden scripts show of each refusal and warning.
struct Refusals {
  /// One of them as a script shows it.
  struct Example {
    let script: String
    /// The step's line, with its mark.
    let input: String
    /// The refusal as a page shows it.
    let page: String
    /// Whether the step shows nothing else.
    let isAlone: Bool
  }

  /// By code and language.
  private(set) var examples: [String: [String: [Example]]] = [:]

  init(_ scripts: [String]) throws {
    for script in scripts {
      for part in GoldenScript(try GoldenFiles.read(script)).parts {
        guard case .step(let stage, let input, let expected) = part else { continue }
        read(script, stage, input, expected)
      }
    }
  }

  private mutating func read(
    _ script: String, _ stage: String, _ input: [String], _ expected: [String]
  ) {
    // Standard error is marked.
    let lines = expected.map { $0.hasPrefix("! ") ? String($0.dropFirst(2)) : $0 }
    let heads = lines.indices.filter { Self.head(lines[$0]) != nil }
    for head in heads {
      let (language, code) = Self.head(lines[head])!
      let rest = lines[(head + 1)...].prefix { $0.hasPrefix("  ") }
      let mark = stage == "$" ? "$" : stage.hasPrefix("arrays") ? "arrays>" : "hoi>"
      // At a prompt the transcript has what was typed; the line before the refusal is its cause.
      let typed = stage == "typed" && head > 0 ? [lines[head - 1]] : nil
      let example = Example(
        script: script,
        input: (typed ?? [mark + " " + input[0]] + input.dropFirst()).joined(separator: "\n"),
        page: ([lines[head]] + rest).joined(separator: "\n"), isAlone: heads.count == 1)
      examples[code, default: [:]][language, default: []].append(example)
    }
  }

  /// `lỗi[H044]: …`, with the file before it or without.
  private static func head(_ line: String) -> (language: String, code: String)? {
    guard
      let match = line.firstMatch(of: #/^(?:.*:\d+:\d+: )?(lỗi|lưu ý|error|warning)\[(H\d{3})\]: /#)
    else { return nil }
    let isEnglish = match.1 == "error" || match.1 == "warning"
    return (isEnglish ? "en" : "vi", String(match.2))
  }

  /// The one to show: a step that shows nothing else, and the earliest of those.
  func best(_ code: String, _ language: String) -> Example? {
    let all = examples[code]?[language] ?? []
    return all.first(where: \.isAlone) ?? all.first
  }

  /// `Grammar/refusals.md`.
  var index: String {
    var text = """
      # Refusals and warnings

      Every code, where it is shown, and what is said of it in both languages. Written from the golden
      scripts by `UPDATE_GOLDEN=1 swift test --filter GrammarTests`; a code never changes its meaning and
      is never used again.

      """
    for code in examples.keys.sorted() {
      guard let vietnamese = best(code, "vi") ?? best(code, "en") else { continue }
      text += "\n## \(code)\n\n`\(vietnamese.script)`\n\n"
      text += "````\n\(vietnamese.input)\n\(vietnamese.page)\n````\n"
      if let english = best(code, "en"), english.page != vietnamese.page {
        text += "\n````\n"
        if english.input != vietnamese.input { text += english.input + "\n" }
        text += english.page + "\n````\n"
      }
    }
    return text
  }
}
