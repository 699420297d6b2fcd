import Testing

@testable import NNCore

extension ArrayTests {
  /// Expressions of every family of NumPy's functions against what NumPy 2.4 makes of them (record.py).
  @Suite struct NumPyExpressionTests {
    @Test(arguments: ["creation", "scalars", "ufuncs", "shapes", "reductions", "products", "selection", "random"])
    func matchesRecordedValues(_ name: String) {
      let table = ExpressionTable(name)
      #expect(table.rows.count > 150)
      let evaluator = Evaluator()
      _ = evaluator.run("import numpy as np")
      for row in table.rows {
        #expect(plain(evaluator.value(row.expression)) == row.expected, "\(row.expression)")
      }
    }

    /// NumPy's private exception classes by their common name.
    private func plain(_ result: String) -> String {
      guard result.hasPrefix("!_UFunc"), let colon = result.firstIndex(of: ":") else { return result }
      return "!UFuncTypeError" + result[colon...]
    }
  }
}
