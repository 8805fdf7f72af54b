import HoiAnswer
import HoiDiagnostics
import HoiText

/// What is said below an answer, one line each; also for formats that have no place for it.
package func footer(_ answer: Answer, _ options: RenderOptions) -> [String] {
  answer.footerLines(options, hiddenRows: 0)
}

/// What is said below an answer in a report: that, and the files it comes from.
package func reportFooter(_ answer: Answer, _ options: RenderOptions) -> [String] {
  let lines = footer(answer, options)
  guard !answer.sources.isEmpty else { return lines }
  let files = answer.sources.map(displaySafe).joined(separator: ", ")
  return lines + [options.language == .vietnamese ? "nguồn: \(files)" : "source: \(files)"]
}

extension Answer {
  func footerLines(_ options: RenderOptions, hiddenRows: Int) -> [String] {
    let language = options.language
    let texts = notes.map { displaySafe($0.text[language]) }
    // Who is missing from nothing needs no telling: why there is nothing does.
    if rowCount == 0, coverage.allSatisfy({ $0.reported == 0 }) { return texts }
    var lines = coverageWords(language)
    if let limit = limitWords(language) {
      if lines.isEmpty { lines = [limit] } else { lines[0] = limit + " · " + lines[0] }
    }
    if hiddenRows > 0 { lines.append(hiddenWords(hiddenRows, language)) }
    lines += texts
    lines += legend(language)
    return lines
  }

  /// `4 trong 32 thôn`.
  private func limitWords(_ language: Language) -> String? {
    let shown = rowCount - totalCount
    guard rowsBeforeLimit > shown else { return nil }
    let groups = columns.filter { $0.role == .group }
    var noun = language == .vietnamese ? "dòng" : "rows"
    if kind == .table, groups.count == 1 {
      noun = displaySafe(groups[0].label[language]).lowercased()
    }
    let (few, all) = (
      groupedCount(Int128(shown), language), groupedCount(Int128(rowsBeforeLimit), language)
    )
    let words = language == .vietnamese ? "\(few) trong \(all) \(noun)" : "\(few) of \(all) \(noun)"
    guard totalCount > 0 else { return words }
    return words + (language == .vietnamese ? ", tổng tính trên tất cả" : ", the total is of all")
  }

  private func hiddenWords(_ count: Int, _ language: Language) -> String {
    let rows = groupedCount(Int128(count), language)
    return language == .vietnamese
      ? "còn \(rows) dòng không hiện ở đây; tổng số \(groupedCount(Int128(rowCount - totalCount), language)) dòng"
      : "\(rows) more rows are not shown here, of \(groupedCount(Int128(rowCount - totalCount), language))"
  }

  /// What the signs in the cells mean, where nothing else says it.
  private func legend(_ language: Language) -> [String] {
    var lines: [String] = []
    let numbers = columns.compactMap { column -> (AnswerColumn, NumberColumn)? in
      if case .numbers(let numbers) = column.cells { return (column, numbers) }
      return nil
    }
    if coverage.allSatisfy(\.notApplicable.isEmpty),
      numbers.contains(where: { $1.states.contains(.notApplicable) })
    {
      lines.append(
        language == .vietnamese
          ? "KAD: không áp dụng, không có gì để tính"
          : "KAD: not applicable, there is nothing to divide by")
    }
    let isSuspect = numbers.contains { column, numbers in
      column.isPart
        && (0..<numbers.count).contains { row in numbers[row].map { $0 > .one } ?? false }
    }
    if isSuspect {
      lines.append(
        language == .vietnamese
          ? "?: tử số lớn hơn mẫu số, cần xem lại số liệu"
          : "?: the numerator exceeds the denominator, so the data needs a look")
    }
    return lines
  }
}

extension Page {
  /// The lines below an answer, and the time it took at the right of the first of them.
  mutating func footer(_ answer: Answer, hiddenRows: Int = 0) {
    var lines = answer.footerLines(options, hiddenRows: hiddenRows)
    if !omittedColumns.isEmpty { lines.append(omittedWords) }
    if options.isPlain {
      lines = lines.map { replacing($0, " · ", by: options.glyphs.separator) }
    }
    let timing = options.showsTiming ? timingText(answer.milliseconds, language) : ""
    guard !timing.isEmpty else {
      for line in lines { paragraph(line, ink: .faint, hanging: 2) }
      return
    }
    if let first = lines.first, let gap = room(beside: first, for: timing) {
      add([blanks(margin) + Ink.faint.painting(first + blanks(gap) + timing, options)])
      lines.removeFirst()
      for line in lines { paragraph(line, ink: .faint, hanging: 2) }
    } else {
      for line in lines { paragraph(line, ink: .faint, hanging: 2) }
      paragraph(timing, ink: .faint)
    }
  }

  private var omittedWords: String {
    let names = omittedColumns.joined(separator: ", ")
    return language == .vietnamese
      ? "không đủ chỗ cho cột: \(names); `format vertical` hiện đủ"
      : "no room for the columns \(names); `format vertical` shows them all"
  }

  /// Blanks between a line and the time, so that it ends where the page does; nil without room.
  private func room(beside line: String, for timing: String) -> Int? {
    let used = margin + cellWidth(line) + cellWidth(timing)
    let wanted = max(widest, used + 3)
    guard let width = options.width else { return wanted - used }
    return used + 3 <= width ? min(wanted, width) - used : nil
  }
}

/// `0,3 ms`, `1,2 s`.
package func timingText(_ milliseconds: Double, _ language: Language) -> String {
  // Anything that is no sound duration is not told.
  guard milliseconds >= 0, milliseconds < 1e12 else { return "" }
  let isLong = milliseconds >= 1000
  let tenths = Int128((isLong ? milliseconds / 100 : milliseconds * 10).rounded())
  let digits = groupedDigits(
    "\(tenths / 10).\(tenths % 10)", separator: language == .vietnamese ? "." : ",",
    point: language == .vietnamese ? "," : ".")
  return digits + (isLong ? " s" : " ms")
}

/// A text with one piece of it exchanged for another, wherever it stands.
func replacing(_ text: String, _ piece: String, by other: String) -> String {
  text.split(separator: piece, omittingEmptySubsequences: false).joined(separator: other)
}
