// The arguments of most programs that ask, read without the grammar of all commands.

extension Ask {
  /// A model, statements by `-c`, and the options that are given often; nil for anything else, and for what
  /// may be wrong.
  init?(plain arguments: ArraySlice<String>) {
    self.init()
    (model, commands, noInit, noPager, noHints) = (nil, [], false, false, false)
    output = OutputOptions(given: ())
    session = SessionOptions(given: ())
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "-c":
        guard let statement = rest.popFirst(), !statement.hasPrefix("-") else { return nil }
        commands.append(statement)
      case "--threads":
        guard let text = rest.popFirst(), let count = Int(text), (1...256).contains(count) else {
          return nil
        }
        session.threads = count
      case "--no-snapshot": session.noSnapshot = true
      case "--verbose": session.verbose = true
      default:
        // What has a dot or a slash is neither an option nor the name of a command.
        guard model == nil, !argument.hasPrefix("-"),
          argument.contains(where: { $0 == "." || $0 == "/" })
        else { return nil }
        model = argument
      }
    }
    if commands.isEmpty { return nil }
  }
}

extension OutputOptions {
  /// Where no option is given. Every property has to be set: one that has not been cannot be read.
  fileprivate init(given nothing: Void) {
    self.init()
    (lang, format, color, timing, rows, jsonl) = (nil, nil, .auto, nil, nil, false)
  }
}

extension SessionOptions {
  /// Where no option is given, as above.
  fileprivate init(given nothing: Void) {
    self.init()
    (parameters, threads, memory, timeout) = ([], nil, nil, nil)
    (noSnapshot, verifySnapshot, verbose, safe, isPublic) = (false, false, false, false, false)
  }
}
