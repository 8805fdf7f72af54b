/// A page of the manual, read: what in it is run, and what it shows of that.
///
/// `Tests/README.md` says how one is written.
struct Document {
  enum Part {
    /// Lines that are kept as they are.
    case prose([String])
    /// `<!-- answer: statement -->`, `<!-- open: model -->`, `<!-- file: name … -->`.
    case directive(name: String, argument: String, lines: [String])
    /// A block between fences. `about` is what stands behind the first fence.
    case block(about: String, lines: [String])
  }

  var parts: [Part] = []

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if lines.last == "" { lines.removeLast() }
    while let line = lines.popFirst() {
      if line.hasPrefix("```") {
        let body = Array(lines.prefix { $0 != "```" })
        lines = lines.dropFirst(body.count + 1)
        parts.append(.block(about: String(line.dropFirst(3)), lines: body))
      } else if let match = line.wholeMatch(of: /<!-- ([a-z]+): (.*?)( -->)?/) {
        var body: [String] = []
        if match.3 == nil {
          body = Array(lines.prefix { $0 != "-->" })
          lines = lines.dropFirst(body.count + 1)
        }
        parts.append(
          .directive(name: String(match.1), argument: String(match.2), lines: body))
      } else if case .prose(let earlier)? = parts.last {
        parts[parts.count - 1] = .prose(earlier + [line])
      } else {
        parts.append(.prose([line]))
      }
    }
  }

  /// The page again, as it would be written.
  var text: String {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .prose(let prose): lines += prose
      case .directive(let name, let argument, let body):
        if body.isEmpty {
          lines.append("<!-- \(name): \(argument) -->")
        } else {
          lines += ["<!-- \(name): \(argument)"] + body + ["-->"]
        }
      case .block(let about, let body): lines += ["```" + about] + body + ["```"]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
