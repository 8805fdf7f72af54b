import HoiDiagnostics

/// The language that the variables of an environment ask for; English unless it is Vietnamese.
package func language(fromEnvironment environment: (String) -> String?) -> Language {
  for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
    if let value = environment(name), !value.isEmpty {
      return value.hasPrefix("vi") ? .vietnamese : .english
    }
  }
  return .english
}

/// Whether the locale of an environment says that its letters are not UTF-8.
///
/// No locale at all says nothing: most of today's terminals are UTF-8 then, too.
package func isPlain(environment: (String) -> String?) -> Bool {
  for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
    if let value = environment(name), !value.isEmpty {
      let codeset = value.lowercased().filter { $0 != "-" }
      return !codeset.contains("utf8")
    }
  }
  return false
}
