import HoiAnswer
import HoiDiagnostics

package func render(_ diagnostic: Diagnostic, _ options: RenderOptions) -> String {
  let p = diagnostic.source.position(of: diagnostic.range.start)
  return
    "error[\(diagnostic.code)] \(diagnostic.source.name):\(p.line):\(p.byteInLine + 1): \(diagnostic.message[options.language]) «\(diagnostic.source[diagnostic.range])»\n  \(diagnostic.notes.map { $0[options.language] })\n"
}
