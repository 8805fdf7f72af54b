import ArgumentParser
import Hoi
import LineEditing

/// `hoi fmt [FILE or FOLDER …]`.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Lay scripts and models out in the form of the house.",
    discussion:
      "Files are written anew and named; folders mean every .hoi file in them; without paths, or for "
      + "-, standard input is written to standard output. What a text says never changes, and one "
      + "that cannot be read is left as it is.")

  @Argument(help: "Files, folders, or - for standard input.")
  var paths: [String] = []

  @Flag(help: "Write nothing; name what is not in form, and end with 1 if anything is.")
  var check = false

  @Option(help: "Language of messages: vi or en. The locale decides otherwise.")
  var lang: LanguageOption?

  func run() throws {
    let language = lang?.language ?? .preferred(environment: environmentVariable)
    let files = ScriptFiles(page: Page(format: .table, language: language))
    try files.each(paths) { (source, path) throws(HoiFailure) in
      let text = try files.session.formatted(source)
      let isInForm = Array(text.utf8) == source.bytes
      if path == nil, !check {
        Output.write(text)
      } else if !isInForm {
        Output.write((path ?? "-") + "\n")
        if check { return false }
        if let path { try files.session.writeScript(text, to: path) }
      }
      return true
    }
  }
}

/// The scripts that a command is asked to look at, one after another.
struct ScriptFiles {
  let session = HoiSession()
  let page: Page

  /// Goes on after what fails, and ends with the status of the first failure.
  ///
  /// - Parameters:
  ///   - paths: files, folders, `-`; none is standard input.
  ///   - body: given the text and its path, nil for standard input; whether all is well with it.
  func each(
    _ paths: [String], _ body: (SourceText, String?) throws(HoiFailure) -> Bool
  ) throws {
    var failure: ExitCode?
    for path in paths.isEmpty ? ["-"] : paths {
      failure = visit(path, body) ?? failure
    }
    if let failure { throw failure }
  }

  private func visit(
    _ path: String, _ body: (SourceText, String?) throws(HoiFailure) -> Bool
  ) -> ExitCode? {
    var failure: ExitCode?
    do throws(HoiFailure) {
      if path == "-" {
        let isWell = try body(SourceText(bytes: Output.readInput(), name: ""), nil)
        return isWell ? nil : ExitStatus.failed.exitCode
      }
      for file in try session.scripts(at: path) {
        failure = visit(file: file, body) ?? failure
      }
    } catch {
      failure = complain(error)
    }
    return failure
  }

  private func visit(
    file: String, _ body: (SourceText, String?) throws(HoiFailure) -> Bool
  ) -> ExitCode? {
    do throws(HoiFailure) {
      let isWell = try body(try session.readScript(file), file)
      return isWell ? nil : ExitStatus.failed.exitCode
    } catch {
      return complain(error)
    }
  }

  private func complain(_ failure: HoiFailure) -> ExitCode {
    Output.flush()
    Output.complain(failure.diagnostics.map { page.text($0) }.joined())
    return ExitStatus(failure.diagnostics).exitCode
  }
}
