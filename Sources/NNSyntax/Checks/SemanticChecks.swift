/// The rules of CPython's `compile` that the grammar cannot say.
enum SemanticChecks {
  /// Throws the first error, in CPython's order: names and scopes of the whole text, then the statements.
  static func check(_ statements: [Statement]) throws(Diagnostic) {
    try FutureImports.check(statements)
    try ScopeChecks.check(statements)
    var checks = StatementChecks()
    try checks.visit(statements)
  }
}

/// The rules of `from __future__ import …`.
enum FutureImports {
  private static let features: Set<String> = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
    "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
  ]

  /// Throws for an unknown feature at the beginning of the text, or for any feature later.
  static func check(_ statements: [Statement]) throws(Diagnostic) {
    let leading = leadingCount(statements)
    for statement in statements[..<leading] {
      guard case .importFrom(let node) = statement.node, isFuture(node) else { continue }
      for alias in node.names ?? [] {
        guard let feature = alias.path.first, !features.contains(feature.name) else { continue }
        let message =
          feature.name == "braces" ? "not a chance" : "future feature \(feature.name) is not defined"
        throw Diagnostic(.syntaxError, message, at: statement.span)
      }
      if node.names == nil { throw Diagnostic(.syntaxError, "future feature * is not defined", at: statement.span) }
    }
  }

  /// Whether a statement imports a feature.
  static func isFuture(_ node: ImportFrom) -> Bool {
    node.level == 0 && node.path.count == 1 && node.path.first?.name == "__future__"
  }

  /// How many statements stand before the first that is neither a docstring nor a future import.
  static func leadingCount(_ statements: [Statement]) -> Int {
    var count = 0
    for (index, statement) in statements.enumerated() {
      switch statement.node {
      case .expression(let value) where index == 0:
        guard case .constant(.string) = value.node else { return count }
      case .importFrom(let node) where isFuture(node): break
      default: return count
      }
      count += 1
    }
    return count
  }
}
