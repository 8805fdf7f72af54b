/// JSON, written in the order it is given.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func object(_ body: (inout JSONText) -> Void) {
    open(0x7B)
    body(&self)
    close(0x7D)
  }

  mutating func array(_ body: (inout JSONText) -> Void) {
    open(0x5B)
    body(&self)
    close(0x5D)
  }

  mutating func array<Element>(_ elements: [Element], _ body: (inout JSONText, Element) -> Void) {
    array { json in
      for element in elements { body(&json, element) }
    }
  }

  /// A name in an object; its value must follow.
  mutating func key(_ name: String) {
    comma()
    appendQuoted(name)
    bytes.append(0x3A)
    needsComma = false
  }

  mutating func string(_ text: String) {
    comma()
    appendQuoted(text)
    needsComma = true
  }

  mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  mutating func integer(_ value: Int) { raw { $0.append(contentsOf: String(value).utf8) } }
  mutating func boolean(_ value: Bool) { raw { $0.append(contentsOf: String(value).utf8) } }
  mutating func null() { raw { $0.append(contentsOf: "null".utf8) } }

  /// A number that `append` writes.
  mutating func raw(_ append: (inout [UInt8]) -> Void) {
    comma()
    append(&bytes)
    needsComma = true
  }

  /// Begins the next entry on a line of its own.
  mutating func newLine(indentedBy blanks: Int) {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
    bytes.append(0x0A)
    for _ in 0..<blanks { bytes.append(0x20) }
  }

  /// Ends the last entry of an object or array, before its bracket on a line of its own.
  mutating func lastLine(indentedBy blanks: Int) {
    needsComma = false
    newLine(indentedBy: blanks)
  }

  private mutating func comma() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func open(_ bracket: UInt8) {
    comma()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func appendQuoted(_ text: String) {
    bytes.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case _ where scalar.isControl: appendEscape(scalar)
      default: bytes.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
    bytes.append(quote)
  }

  private mutating func appendEscape(_ scalar: Unicode.Scalar) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "\\u".utf8)
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(scalar.value >> UInt32(shift)) & 15]) }
  }
}
