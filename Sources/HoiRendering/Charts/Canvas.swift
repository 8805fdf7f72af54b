/// Cells to draw lines on: eight dots to a cell, or ASCII.
struct Canvas {
  private let width: Int
  let height: Int
  private let isPlain: Bool
  /// Dots of each cell, as the bits of a braille letter.
  private var dots: [[UInt32]]
  private var marks: [[Character?]]
  private var background: [[Character]]

  init(width: Int, height: Int, isPlain: Bool) {
    self.width = width
    self.height = height
    self.isPlain = isPlain
    dots = Array(repeating: Array(repeating: 0, count: width), count: height)
    marks = Array(repeating: Array(repeating: nil, count: width), count: height)
    background = Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  /// The row, from the top, of a height from 0 to 1.
  func row(_ y: Double) -> Int {
    min(height - 1, max(0, Int(((1 - y) * Double(height - 1)).rounded())))
  }

  /// A dashed line behind everything.
  mutating func rule(row: Int, _ letter: Character) {
    background[row] = Array(repeating: letter, count: width)
  }

  /// Points joined by lines; where one is missing, the line is broken.
  mutating func course(_ points: [(x: Int, y: Double)?], marks: [Character]) {
    for (left, right) in zip(points, points.dropFirst()) {
      if let left, let right { join(left, right) }
    }
    for (point, mark) in zip(points, marks) {
      if let point { self.marks[row(point.y)][point.x] = mark }
    }
  }

  private mutating func join(_ left: (x: Int, y: Double), _ right: (x: Int, y: Double)) {
    // Lines run between the middles of the cells that hold the marks, in dots.
    let (fromX, toX) = (left.x * 2 + 1, right.x * 2 + 1)
    let (fromY, toY) = (Double(row(left.y) * 4) + 1.5, Double(row(right.y) * 4) + 1.5)
    let steps = max(abs(toX - fromX), Int(abs(toY - fromY)), 1)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      dot(
        x: fromX + Int((Double(toX - fromX) * share).rounded()),
        y: Int((fromY + (toY - fromY) * share).rounded()))
    }
  }

  private mutating func dot(x: Int, y: Int) {
    let (column, row) = (x / 2, y / 4)
    guard (0..<width).contains(column), (0..<height).contains(row) else { return }
    // Braille numbers the upper six dots by columns, the lowest two after them.
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    dots[row][column] |= bits[y % 4][x % 2]
  }

  /// The rows from the top, without blanks at their ends.
  var lines: [String] {
    (0..<height).map { row in
      var letters = (0..<width).map { column -> Character in
        if let mark = marks[row][column] { return mark }
        let drawn = dots[row][column]
        if drawn == 0 { return background[row][column] }
        return isPlain ? "." : Character(Unicode.Scalar(0x2800 + drawn)!)
      }
      while letters.last == " " { letters.removeLast() }
      return String(letters)
    }
  }
}
