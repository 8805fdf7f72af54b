import HoiText

/// Text in rows and columns, before it is known how wide it may be.
struct Grid {
  struct Cell {
    /// Safe to be shown, in one line.
    var text: String
    var ink: Ink = .plain
  }

  struct Column {
    var name: String
    var head: String
    var isRight: Bool
    var cells: [Cell]
    /// Whether its cells may be broken over lines.
    var wraps = false
    /// Whether its letters are a picture: a bar, a course.
    var isDrawing = false
    /// How early it goes where there is no room; the highest goes first, of equals the last.
    var dispensability = 0

    /// Cells beyond which a head is broken over lines, whatever room there is.
    var headLimit = Int.max

    var width: Int {
      max(contentWidth, min(headWidth, max(headLimit, widestWord(head))))
    }
    /// A head may have several lines.
    var headWidth: Int { head.split(separator: "\n").reduce(0) { max($0, cellWidth(String($1))) } }
    var contentWidth: Int { cells.reduce(0) { max($0, cellWidth($1.text)) } }
  }

  var columns: [Column] = []
  var rowCount = 0
  /// How many of the last rows are set apart by a rule.
  var totalCount = 0
  /// Words above a row, by its place.
  var sections: [Int: String] = [:]
  /// Whether the heads are set apart by a rule.
  var hasRules = true
  /// Blanks between columns.
  var gap = 2
}

/// Blanks before every line of a page.
let margin = 2

/// The lines of a text, each broken between words to at most `cells`; too long words are cut.
func wrapped(_ text: String, toCells cells: Int) -> [String] {
  if text.utf8.contains(0x0A) {
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrapped(String($0), toCells: cells)
    }
  }
  let cells = max(1, cells)
  if cellWidth(text) <= cells { return [text] }
  var lines: [String] = []
  var line = ""
  for word in unparted(text.split(separator: " ", omittingEmptySubsequences: false), cells) {
    var word = word
    let joined = line.isEmpty ? word : line + " " + word
    if cellWidth(joined) <= cells {
      line = joined
      continue
    }
    if !line.isEmpty { lines.append(line) }
    while cellWidth(word) > cells {
      let head = beginning(of: word, cells: cells)
      lines.append(head)
      word = String(word.dropFirst(head.count))
    }
    line = word
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  return lines
}

/// Words in which a number keeps what it counts, and a point between two parts the part before it.
private func unparted(_ words: [Substring], _ cells: Int) -> [String] {
  var result: [String] = []
  for word in words {
    if let last = result.last, !last.isEmpty, !word.isEmpty {
      let isAfterNumber = last.last!.isNumber && word.first!.isLetter || word.first == "%"
      if isAfterNumber || word == "·" || word == "|",
        cellWidth(last) + cellWidth(String(word)) < cells
      {
        result[result.count - 1] += " " + word
        continue
      }
    }
    result.append(String(word))
  }
  return result
}

/// As many letters as fit, one at least.
private func beginning(of word: String, cells: Int) -> String {
  var result = ""
  var width = 0
  for letter in word {
    width += cellWidth(String(letter))
    if width > cells, !result.isEmpty { break }
    result.append(letter)
  }
  return result
}

/// The widest word of a text.
func widestWord(_ text: String) -> Int {
  text.split { $0 == " " || $0 == "\n" }.reduce(0) { max($0, cellWidth(String($1))) }
}
