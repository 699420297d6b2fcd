/// CPython's words for wrong calls of functions that are written in Python; most of NumPy's are.
enum CallTexts {
  /// Parameters that have no default and were not given; `kind` is "positional" or "keyword-only".
  static func missing(_ function: String, _ names: [String], kind: String = "positional") -> String {
    "\(function)() missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): \(enumerated(names))"
  }

  /// More (or, of a ufunc, fewer) arguments by position than the function takes; `named` ones were given beside them
  /// for keyword-only parameters.
  static func wrongCount(_ function: String, least: Int, most: Int, given: Int, named: Int = 0) -> String {
    let range = least == most ? "\(most)" : "from \(least) to \(most)"
    let plural = most == 1 && least == most ? "" : "s"
    if named > 0 {
      let arguments = "\(given) positional argument\(given == 1 ? "" : "s")"
      let others = "(and \(named) keyword-only argument\(named == 1 ? "" : "s"))"
      return "\(function)() takes \(range) positional argument\(plural) but \(arguments) \(others) were given"
    }
    return "\(function)() takes \(range) positional argument\(plural) but \(given) \(given == 1 ? "was" : "were") given"
  }

  /// A parameter given by position and by name.
  static func multiple(_ function: String, _ name: String) -> String {
    "\(function)() got multiple values for argument '\(name)'"
  }

  /// A name that no parameter has.
  static func unexpected(_ function: String, _ name: String) -> String {
    "\(function)() got an unexpected keyword argument '\(name)'"
  }

  /// The name of a parameter that is given by position only.
  static func positionalOnly(_ function: String, _ name: String) -> String {
    "\(function)() got some positional-only arguments passed as keyword arguments: '\(name)'"
  }

  /// `'x'`, `'x' and 'y'`, `'x', 'y', and 'z'`.
  private static func enumerated(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    switch quoted.count {
    case 0...2: return quoted.joined(separator: " and ")
    default: return quoted.dropLast().joined(separator: ", ") + ", and " + (quoted.last ?? "")
    }
  }
}
