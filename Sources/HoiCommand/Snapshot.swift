import ArgumentParser
import Hoi

/// `hoi snapshot MODEL`.
struct Snapshot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Write a model's rows beside it, so that the next start is immediate.",
    discussion:
      "Writes MODEL.hoisnap, which is used for as long as the data files are the same.")

  @Argument(help: "A model file, or a folder with a model.hoi.")
  var model: String

  @OptionGroup var output: OutputOptions
  @OptionGroup var session: SessionOptions

  func run() throws {
    let page = output.page()
    do throws(HoiFailure) {
      let written = try HoiSession.writeSnapshot(
        of: model, settings: session.settings(page, home: model))
      let size = sizeText(written.byteCount)
      let words = Wording(
        vi: "\(written.path): \(written.tableCount) bảng, \(size)",
        en: "\(written.path): \(written.tableCount) tables, \(size)")
      Output.write(words[page.language] + "\n")
    } catch {
      for diagnostic in error.diagnostics { Output.complain(page.text(diagnostic)) }
      throw ExitStatus(error.diagnostics).exitCode
    }
  }
}
