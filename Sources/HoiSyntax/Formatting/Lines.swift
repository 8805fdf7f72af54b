/// Lines as they are written, and where those that are too long end.
struct Lines {
  /// Cells in a line; what cannot be parted, such as a long text in quotes, stands out.
  static let width = 100

  private var lines: [String] = []
  /// Whether a comment ends the last line.
  private var isCommented = false
  /// Whether the last line opens a block or the text, where no empty line stands.
  private var opensBlock = true

  var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

  mutating func add(_ text: String, indent: Int) {
    lines.append(String(repeating: " ", count: indent) + text)
    isCommented = false
    opensBlock = false
  }

  /// Writes a comment on the last line, or on its own where one is there already.
  mutating func comment(behind comment: String?) {
    guard let comment else { return }
    if lines.isEmpty || isCommented {
      add(comment, indent: 0)
    } else {
      lines[lines.count - 1] += "  " + comment
    }
    isCommented = true
  }

  mutating func gap(_ items: [Gap.Item], indent: Int) {
    for item in items {
      switch item {
      case .comment(let text):
        add(text, indent: indent)
        isCommented = true
      case .blankLine:
        if !opensBlock, lines.last != "" { add("", indent: 0) }
      }
    }
  }

  /// The last line opens a block.
  mutating func openBlock() { opensBlock = true }

  mutating func dropBlankLine() {
    if lines.last == "" { lines.removeLast() }
  }

  /// Closes a block in which nothing stands.
  mutating func closeEmptyBlock() { lines[lines.count - 1] += "}" }

  // MARK: Long lines

  /// Writes lexemes: on one line where they fit, else parted where that is soonest allowed.
  ///
  /// - Parameters:
  ///   - indent: of the first line.
  ///   - hang: how much further the others are indented.
  ///   - headHang: the same inside what stands before the first of the soonest line breaks.
  mutating func place(
    _ lexemes: ArraySlice<Lexeme>, indent: Int, hang: Int = 2, headHang: Int = 2
  ) {
    guard let first = lexemes.first else { return }
    gap(first.before, indent: indent)
    let breaks = lexemes.dropFirst().compactMap(\.lineBreak)
    guard !fits(lexemes, indent), let soonest = breaks.min() else {
      write(lexemes, indent: indent, hang: hang)
      return
    }
    var pieces = parted(lexemes, soonest)
    if LineBreak.fills(soonest) { pieces = filled(pieces, of: lexemes, indent: indent, hang: hang) }
    for (place, piece) in pieces.enumerated() {
      if place == 0 {
        self.place(withoutComments(piece), indent: indent, hang: headHang)
      } else {
        let closes = piece.first?.kind == .rightBrace
        self.place(piece, indent: closes ? indent : indent + hang)
      }
    }
  }

  /// The comments before the first have been written already.
  private func withoutComments(_ lexemes: ArraySlice<Lexeme>) -> ArraySlice<Lexeme> {
    var lexemes = lexemes
    lexemes[lexemes.startIndex].before = []
    return lexemes
  }

  private func fits(_ lexemes: ArraySlice<Lexeme>, _ indent: Int) -> Bool {
    indent + width(lexemes) <= Self.width && lexemes.dropFirst().allSatisfy(\.before.isEmpty)
      && lexemes.dropLast().allSatisfy { $0.behind == nil }
  }

  private func width(_ lexemes: ArraySlice<Lexeme>) -> Int {
    lexemes.reduce(0) { $0 + $1.width + ($1.isSpaced ? 1 : 0) }
      - (lexemes.first?.isSpaced == true ? 1 : 0)
  }

  private func parted(_ lexemes: ArraySlice<Lexeme>, _ soonest: Int) -> [ArraySlice<Lexeme>] {
    var pieces: [ArraySlice<Lexeme>] = []
    var start = lexemes.startIndex
    for index in lexemes.indices.dropFirst() where lexemes[index].lineBreak == soonest {
      pieces.append(lexemes[start..<index])
      start = index
    }
    pieces.append(lexemes[start...])
    return pieces
  }

  /// As many pieces on each line as fit.
  private func filled(
    _ pieces: [ArraySlice<Lexeme>], of lexemes: ArraySlice<Lexeme>, indent: Int, hang: Int
  ) -> [ArraySlice<Lexeme>] {
    var result = [pieces[0]]
    for piece in pieces.dropFirst() {
      let last = result[result.count - 1]
      let longer = lexemes[last.startIndex..<piece.endIndex]
      if fits(longer, result.count == 1 ? indent : indent + hang) {
        result[result.count - 1] = longer
      } else {
        result.append(piece)
      }
    }
    return result
  }

  /// Writes lexemes on one line, but for comments, which end it.
  private mutating func write(_ lexemes: ArraySlice<Lexeme>, indent: Int, hang: Int) {
    var line = ""
    var indentation = indent
    for (place, lexeme) in lexemes.enumerated() {
      if place > 0, !lexeme.before.isEmpty || line.isEmpty {
        if !line.isEmpty { add(line, indent: indentation) }
        indentation = indent + hang
        gap(lexeme.before, indent: indentation)
        line = lexeme.text
      } else {
        line += (lexeme.isSpaced && !line.isEmpty ? " " : "") + lexeme.text
      }
      if let behind = lexeme.behind {
        add(line, indent: indentation)
        comment(behind: behind)
        line = ""
      }
    }
    if !line.isEmpty { add(line, indent: indentation) }
  }
}
