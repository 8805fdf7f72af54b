import ArgumentParser
import Glibc
import Hoi

/// The program: arguments, and the codes it ends with.
@main
struct Main {
  static func main() {
    Output.begin()
    do {
      if let question = Ask.plainly(Swift.CommandLine.arguments.dropFirst()) {
        try question.run()
      } else {
        var command = try HoiCommand.parseAsRoot()
        try command.run()
      }
    } catch let code as ExitCode {
      leave(code.rawValue)
    } catch {
      let text = HoiCommand.fullMessage(for: error)
      // Help and the version are answers; everything else is a wrong usage.
      if HoiCommand.exitCode(for: error) == .success {
        Output.write(text + "\n")
        leave(0)
      }
      Output.complain(text + "\n")
      leave(ExitStatus.wrongUsage.rawValue)
    }
    leave(0)
  }

  private static func leave(_ code: Int32) -> Never {
    Output.flush()
    if let reason = Output.failure {
      Output.complain("hoi: \(reason)\n")
      exit(code == 0 ? ExitStatus.failed.rawValue : code)
    }
    exit(code)
  }
}

/// Keeps something for as long as the program runs: to give a model back piece by piece, a moment before
/// the system takes all memory back at once, is time that somebody waits.
func keepUntilExit(_ object: AnyObject) {
  _ = Unmanaged.passRetained(object)
}

/// What the program ends with.
enum ExitStatus: Int32 {
  case fine = 0
  /// A statement failed.
  case failed = 1
  case wrongUsage = 2
  /// A limit of memory, time or size was reached.
  case limit = 3
  case interrupted = 130

  /// The status that a failure asks for.
  init(_ diagnostics: [Diagnostic]) {
    if diagnostics.contains(where: { $0.kind == .interrupted }) {
      self = .interrupted
    } else if diagnostics.contains(where: { $0.kind == .limit }) {
      self = .limit
    } else {
      self = .failed
    }
  }

  var exitCode: ExitCode { ExitCode(rawValue) }
}
