import Glibc

/// Runs a body several times and keeps the middle time.
///
/// - Parameter bytes: how many bytes one run goes through; 0 where that says nothing.
struct Bench {
  let name: String
  let bytes: Int
  let seconds: Double

  init(_ name: String, bytes: Int = 0, runs: Int = 11, _ body: () -> Void) {
    self.name = name
    self.bytes = bytes
    body()
    var times: [Double] = []
    for _ in 0..<runs {
      let start = Self.now()
      body()
      times.append(Self.now() - start)
    }
    times.sort()
    seconds = times[times.count / 2]
  }

  /// One line: the time, the bytes a second, and their part of the machine's own reading speed.
  func line(readingSpeed: Double?) -> String {
    let time = "\(Self.fixed(seconds * 1e3, 3)) ms"
    var line = Self.padded(name, 66) + Self.padded(time, -14)
    if bytes > 0 {
      line += Self.padded("\(Self.fixed(speed / 1e9, 2)) GB/s", -14)
      if let readingSpeed {
        line += Self.padded("\(Self.fixed(100 * speed / readingSpeed, 0)) %", -8)
      }
    }
    return line
  }

  var speed: Double { Double(bytes) / seconds }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func fixed(_ value: Double, _ places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let whole = Int((value * Double(scale)).rounded())
    if places == 0 { return String(whole) }
    let digits = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: places - digits.count) + digits
  }

  /// - Parameter width: cells; negative puts the text at the right.
  private static func padded(_ text: String, _ width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? blanks + text : text + blanks
  }
}

/// Numbers at random, the same from the same seed.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Keeps a result from being found to be of no use.
@inline(never) func use<Value>(_ value: Value) {
  withUnsafeBytes(of: value) { bytes in
    for byte in bytes { used &+= byte }
  }
}

/// What depends on every result, and so on everything that is measured.
nonisolated(unsafe) private var used: UInt8 = 0
