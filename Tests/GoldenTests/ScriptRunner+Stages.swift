import Foundation
import Hoi
import Synchronization

/// Stages of what a script cannot write as statements: limits, arrays and interrupts.
extension ScriptRunner {
  /// `members 2, cellBytes 10`: what sessions opened from here on may take, the rest as ever.
  func limit(_ input: String) -> String {
    var limits = Limits()
    for part in input.split(separator: ",") {
      let words = part.split(separator: " ")
      guard words.count == 2, let place = Self.limit(named: words[0]), let most = Int(words[1])
      else { return "no such limit: \(part)" }
      limits[keyPath: place] = most
    }
    settings.limits = limits
    return ""
  }

  private static func limit(named name: Substring) -> WritableKeyPath<Limits, Int>? {
    switch name {
    case "members": \.members
    case "answerRows": \.answerRows
    case "fileBytes": \.fileBytes
    case "groupBytes": \.groupBytes
    case "fileColumns": \.fileColumns
    case "cellBytes": \.cellBytes
    default: nil
    }
  }

  func add(_ input: String, _ language: Language) -> String {
    do throws(HoiFailure) {
      try session.add(HoiTable(written: input))
      return ""
    } catch {
      return error.diagnostics.map { Page(language: language).text($0) }.joined()
    }
  }

  /// Asks until the interrupt comes while the question runs, which is at the first or second time.
  func interrupted(_ input: String, _ language: Language) -> String {
    let session = session
    let isOver = Mutex(false)
    let stopped = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while !isOver.withLock({ $0 }) { session.cancel() }
      stopped.signal()
    }
    defer {
      isOver.withLock { $0 = true }
      stopped.wait()
    }
    for _ in 0..<100 {
      let said = answers(input, Page(format: .table, language: language))
      if said.contains("[H300]") { return said }
    }
    return "never interrupted"
  }
}
