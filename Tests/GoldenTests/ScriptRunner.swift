import Foundation
import GoldenSupport
import Hoi
import HoiSyntax

/// Runs the steps of one script, in order, in a folder of their own.
final class ScriptRunner {
  /// Where the script's files are written; its path is left out of what is said.
  private let folder: URL
  /// How sessions work that are opened from here on.
  var settings = Settings()
  private(set) var session = HoiSession()

  init() throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "hoi-golden-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "samples"),
      withDestinationURL: GoldenFiles.root.appending(path: "samples"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file: UTF-8 and LF, unless escapes in the lines say otherwise (`\r`, `\t`, `\x` and two
  /// digits); a last line `\c` leaves out the last line break.
  func write(_ name: String, _ lines: [String]) throws {
    let place = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    let endsOpen = lines.last == "\\c"
    let text = (endsOpen ? Array(lines.dropLast()) : lines).joined(separator: "\n")
    try Data(unescaped(endsOpen ? text : text + "\n")).write(to: place)
  }

  /// What a step says.
  func run(_ stage: String, _ input: String) throws -> String {
    let said =
      switch stage {
      case "open", "open-en": open(input, stage == "open" ? .vietnamese : .english)
      case "tokens": tokens(input)
      case "tree": tree(input)
      case "$": try shell(input)
      case "typed": try typed(input)
      case "limits": limit(input)
      case "arrays", "arrays-en": add(input, stage == "arrays" ? .vietnamese : .english)
      case "interrupted", "interrupted-en":
        interrupted(input, stage == "interrupted" ? .vietnamese : .english)
      case "": answers(input, Page(format: .table, language: .vietnamese))
      case "en": answers(input, Page(format: .table, language: .english))
      case "line":
        answers(input, Page(format: .table, language: .vietnamese), isInteractive: true)
      case "narrow": answers(input, Page(format: .table, language: .vietnamese, width: 60))
      case "color":
        answers(input, Page(format: .table, language: .vietnamese, color: true))
          .replacing("\u{1b}", with: "␛")
      default: answersAs(stage, input)
      }
    return said.replacing(folder.path + "/", with: "").replacing(folder.path, with: ".")
  }

  /// A stage that is the name of a format, in English with `-en` behind it.
  private func answersAs(_ stage: String, _ input: String) -> String {
    let isEnglish = stage.hasSuffix("-en")
    guard let format = OutputFormat(rawValue: isEnglish ? String(stage.dropLast(3)) : stage) else {
      return "no such stage: \(stage)"
    }
    return answers(input, Page(format: format, language: isEnglish ? .english : .vietnamese))
  }

  private func open(_ path: String, _ language: Language) -> String {
    session = HoiSession(settings: settings)
    let root = GoldenFiles.root.path
    let place = path.hasPrefix("samples") ? "\(root)/\(path)" : folder.appending(path: path).path
    let diagnostics: [Diagnostic]
    do throws(HoiFailure) {
      diagnostics = try session.open(model: place)
    } catch {
      diagnostics = error.diagnostics
    }
    let page = Page(language: language)
    return diagnostics.map { page.text($0) }.joined().replacing(root + "/", with: "")
  }

  func answers(_ input: String, _ page: Page, isInteractive: Bool = false) -> String {
    outcome(input, page, isInteractive: isInteractive).said
  }

  /// What a text says as a person reads it, and whether any of its statements failed.
  func outcome(_ input: String, _ stage: String) -> (said: String, fails: Bool) {
    outcome(
      input, Page(format: .table, language: stage == "en" ? .english : .vietnamese),
      isInteractive: false)
  }

  private func outcome(
    _ input: String, _ page: Page, isInteractive: Bool
  ) -> (said: String, fails: Bool) {
    var said = ""
    var fails = false
    var page = page
    // Typed text stands in no folder; files that it names are relative to the script's own.
    let source = SourceText(input, name: isInteractive ? "" : folder.appending(path: "-").path)
    session.runScript(source, isInteractive: isInteractive) { outcome in
      fails = fails || outcome.isFailure
      switch outcome {
      case .answer(var answer):
        answer.milliseconds = 0
        var own = page
        own.format = answer.format ?? page.format
        said += own.text(answer)
        said += own.notes(answer).map { "~ \($0)\n" }.joined()
      case .written(let written): said += page.text(written)
      case .said(let text): said += page.text(saying: text) ?? text[page.language] + "\n"
      case .changed(let setting):
        if case .language(let language) = setting { page.language = language }
        if case .format(let format) = setting { page.format = format }
      case .done(let warnings): said += warnings.map { page.text($0) }.joined()
      case .failure(let diagnostics): said += diagnostics.map { page.text($0) }.joined()
      }
      return true
    }
    // What is typed has no name; the script needs one only for the files it names.
    let parts = said.split(separator: "\(folder.path)/-:", omittingEmptySubsequences: false)
    let texts = parts.dropFirst().map { String($0.trimmingPrefix(#/[0-9]+:[0-9]+: /#)) }
    return (String(parts[0]) + texts.joined(), fails)
  }

  private func tokens(_ input: String) -> String {
    let source = SourceText(input)
    let (tokens, diagnostics) = Lexer.tokens(of: source)
    let page = Page(language: .vietnamese)
    return tokens.map { "\($0.kind) \($0.start)-\($0.end) \(source[$0.range])\n" }.joined()
      + diagnostics.map { page.text($0) }.joined()
  }

  private func tree(_ input: String) -> String {
    let (tree, diagnostics) = parse(SourceText(input), lineEnds: .mayContinue)
    let page = Page(language: .vietnamese)
    return outline(tree) + diagnostics.map { page.text($0) }.joined()
  }

  /// A command line at a terminal, then what is typed at its prompt.
  private func typed(_ input: String) throws -> String {
    let lines = input.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return try TypedPrompt.transcript(
      of: "cd '\(folder.path)' && \(lines[0])", in: environment, typing: Array(lines.dropFirst()))
  }

  private var environment: [String: String] {
    [
      "PATH": "\(productsFolder.path):/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path,
      "SAMPLES": GoldenFiles.root.appending(path: "samples").path, "TERM": "dumb",
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// A command line, with `hoi` the one just built and the script's folder as working folder.
  private func shell(_ line: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = environment
    let (output, complaints) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = complaints
    // Both are read to their ends while the command runs, so that neither can fill up.
    nonisolated(unsafe) var complained = Data()
    let finished = DispatchSemaphore(value: 0)
    try process.run()
    Thread.detachNewThread {
      complained = complaints.fileHandleForReading.readDataToEndOfFile()
      finished.signal()
    }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    finished.wait()
    process.waitUntilExit()
    var text = String(decoding: said, as: UTF8.self)
    if !text.isEmpty, !text.hasSuffix("\n") { text += "⏎\n" }
    for line in String(decoding: complained, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast() {
      text += "! \(line)\n"
    }
    if process.terminationStatus != 0 { text += "[exit \(process.terminationStatus)]\n" }
    return text.replacing(GoldenFiles.root.path + "/", with: "")
  }
}

/// Bytes of a text in which `\r`, `\t`, `\\` and `\xHH` stand for themselves.
private func unescaped(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
      bytes.append(byte)
      continue
    }
    switch next {
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "\\"): bytes.append(next)
    case UInt8(ascii: "x"):
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard let value = UInt8(digits, radix: 16) else { fallthrough }
      rest = rest.dropFirst(2)
      bytes.append(value)
    default: bytes += [byte, next]
    }
  }
  return bytes
}

/// Where the built programs stand: beside the bundle of the tests.
let productsFolder: URL = {
  let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  let isThere = FileManager.default.isExecutableFile(atPath: beside.appending(path: "hoi").path)
  return isThere ? beside : GoldenFiles.root.appending(path: ".build/debug")
}()
