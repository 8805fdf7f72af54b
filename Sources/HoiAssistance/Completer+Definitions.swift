import HoiCatalog
import HoiDiagnostics
import HoiSemantics
import HoiSyntax
import HoiText

// What a script names for itself.
extension Completer {
  /// What `let` has named, the latest first.
  func named() -> [Candidate] {
    let known = definitions.names.reversed().map { named in
      candidate(named.name, named.spelling, .named)
    }
    let others = written.reversed().filter { other in
      !other.isParameter && !definitions.names.contains { $0.name == other.name }
    }
    return others.map { candidate($0.name, "", .named) } + known
  }

  /// The parameters with the values they have.
  func parameters() -> [Candidate] {
    let known = definitions.parameters.reversed().map { parameter in
      candidate("$" + parameter.name, of: parameter.value.plainText)
    }
    let others = written.reversed().filter { other in
      other.isParameter && !definitions.parameterNames.contains(other.name)
    }
    return others.map { candidate("$" + $0.name, of: "") } + known
  }

  private func candidate(_ parameter: String, of value: String) -> Candidate {
    Candidate(
      completion: Completion(
        displaySafe(parameter), label: displaySafe(value), kind: .parameter))
  }
}
