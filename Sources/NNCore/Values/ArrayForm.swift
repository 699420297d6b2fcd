// Builtins of Python that are NumPy's function of the same name where the arguments are arrays.

extension Builtin {
  /// Keywords that only NumPy's functions have.
  private static let arrayKeywords = Set(
    ["axis", "keepdims", "dtype", "out", "where", "initial", "decimals"].map(Symbol.init))

  /// Whether a call is one of NumPy's function: its first argument is an array (or its only one a NumPy scalar), or it
  /// has a keyword that Python's function lacks.
  static func areArrayArguments(
    _ arrayForm: Builtin, _ window: Registers, positional: Int, keywords: Int, first: Int, names: Window<Symbol>
  ) -> Bool {
    if positional > 0 {
      if let array = window[0].asArray, array.value.rank > 0 || positional == 1 { return true }
      if positional == 1 && window[0].asScalar != nil { return true }
    }
    for index in 0..<keywords where arrayKeywords.contains(names[first &+ index]) { return true }
    return false
  }
}
