import Foundation
import GoldenSupport
import Hoi
import Testing

/// The first pages and the manual: every statement in them runs, every answer shown is what hoi says.
@Suite struct DocumentTests {
  @Test(arguments: documents)
  func isTrue(_ path: String) throws {
    let place = GoldenFiles.root.appending(path: path)
    let text = try String(contentsOf: place, encoding: .utf8)
    var document = Document(text)
    let language = path.contains(".vi.") || path.contains("ngon-ngu") ? "" : "en"
    let runner = try ScriptRunner()
    #expect(try runner.run("open", "samples/bangmac") == "")
    // What was said by the last part that ran, for the block that shows it.
    var said: [String]?
    for (index, part) in document.parts.enumerated() {
      switch part {
      case .prose(let lines):
        if lines.contains(where: { !$0.isEmpty }) { said = nil }
      case .directive("answer", let statement, _):
        said = goldenLines(of: try runner.run(language, statement))
      case .directive("open", let model, _):
        let warnings = try runner.run("open", model)
        #expect(warnings == "", "\(path): \(model) does not open quietly")
      case .directive("file", let name, let lines): try runner.write(name, lines)
      case .directive: continue
      case .block("hoi", let lines), .block("hoi refused", let lines):
        let (text, fails) = runner.outcome(lines.joined(separator: "\n"), language)
        said = goldenLines(of: text)
        let mayFail = about(part) == "hoi refused"
        #expect(fails == mayFail, "\(path): \(lines.joined(separator: "\n"))\n\(text)")
      case .block("sh", let lines):
        for line in lines where line.hasPrefix("hoi ") {
          let text = try runner.run("$", line)
          #expect(!text.contains("[exit"), "\(path): \(line)\n\(text)")
          said = goldenLines(of: text)
        }
      case .block("text", let shown), .block("", let shown):
        guard let now = said else { continue }
        document.parts[index] = .block(about: about(part), lines: now)
        said = nil
        if !GoldenFiles.isUpdating {
          #expect(
            shown == now, "\(path) shows what is not said any more:\n\(now.joined(separator: "\n"))"
          )
        }
      case .block: continue
      }
    }
    if GoldenFiles.isUpdating, document.text != text {
      try document.text.write(to: place, atomically: true, encoding: .utf8)
    }
  }
}

private func about(_ part: Document.Part) -> String {
  if case .block(let about, _) = part { about } else { "" }
}

private let documents: [String] = {
  let folders = ["", "docs/", "samples/", "samples/bangmac/"]
  return folders.flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: GoldenFiles.root.appending(path: folder).path)
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { folder + $0 }
  }
}()
