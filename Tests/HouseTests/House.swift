import Foundation
import Testing

/// The files of the repository, and what is asked of them.
enum House {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let sources = files(under: "Sources")
  static let tests = files(under: "Tests")

  /// Tables of data, which may be long.
  static let tables: Set<String> = ["Keywords.swift", "VietnameseOrderData.swift"]

  /// Functions that are one big switch.
  static let bigSwitches: Set<String> = []

  /// A pattern that only some rooms may hold.
  struct Rule: Sendable, CustomTestStringConvertible {
    let words: String
    let rooms: Set<String>
    let why: String

    var pattern: Regex<AnyRegexOutput> { try! Regex(words) }
    var testDescription: String { words }
  }

  static let rules = [
    Rule(
      words: #"\bprint\("#, rooms: ["HoiCommand", "SampleMaker"],
      why: "only the command prints"),
    Rule(
      words: #"\b(unsafe|Unsafe\w*|withUnsafe\w*)\b"#,
      rooms: [
        "HoiKernels", "HoiColumns", "CLineEdit", "LineEditing", "HoiCommand", "HoiFormats",
        "SampleMaker",
      ],
      why: "unsafe memory belongs to HoiKernels, HoiColumns, and where C is called"),
    Rule(
      words: #"\bimport Foundation\b"#, rooms: [],
      why: "Foundation would double the binary and its start"),
    Rule(words: #"\btry\?"#, rooms: [], why: "a failure is swallowed"),
    Rule(words: #"\bexit\("#, rooms: ["HoiCommand", "SampleMaker"], why: "only the command exits"),
  ]

  /// A line without its comment.
  static func code(of line: String) -> Substring {
    guard let comment = line.range(of: "//") else { return line[...] }
    return line[..<comment.lowerBound]
  }

  struct File {
    let path: String
    let lines: [String]

    var name: String { String(path.split(separator: "/").last!) }
    /// The target it belongs to.
    var room: String { String(path.split(separator: "/")[1]) }
  }

  private static func files(under folder: String) -> [File] {
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    let paths = (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
    return paths.sorted().compactMap { path in
      let place = root.appending(path: folder).appending(path: path)
      guard let text = try? String(contentsOf: place, encoding: .utf8) else { return nil }
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return File(path: "\(folder)/\(path)", lines: lines)
    }
  }
}

extension House.File {
  /// A function, as the formatter lays it out: its brace closes at the indentation of its first line.
  struct Function {
    let name: String
    let line: Int
    let lineCount: Int
  }

  var functions: [Function] {
    var found: [Function] = []
    for (number, line) in lines.enumerated() {
      guard let match = line.firstMatch(of: /^( *)([a-z@() ]* )?(func ([^ (<]+)|init[?(<])/) else {
        continue
      }
      // A requirement of a protocol has no body.
      let signature = lines[number...].prefix { !$0.isEmpty && !$0.contains("///") }
      guard signature.prefix(8).contains(where: { $0.hasSuffix("{") || $0.contains("{ ") }) else {
        continue
      }
      let closing = "\(match.1)}"
      guard
        let end = lines[number...].firstIndex(where: {
          $0 == closing || $0.hasPrefix(closing + " ")
        })
      else { continue }
      let name = match.4.map(String.init) ?? "init"
      found.append(Function(name: name, line: number + 1, lineCount: end - number + 1))
    }
    return found
  }
}
