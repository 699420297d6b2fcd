import Testing

@testable import NNCore

/// Expressions of every family against what CPython 3.11 makes of them.
@Suite(.serialized) struct ExpressionTests {
  @Test(arguments: ["operators", "functions", "numbers", "texts", "containers", "mathematics", "integers"])
  func matchesRecordedValues(_ name: String) {
    let table = ExpressionTable(name)
    #expect(table.rows.count > 500)
    let evaluator = Evaluator()
    for row in table.rows {
      #expect(evaluator.value(row.expression) == row.expected, "\(row.expression)")
    }
  }
}
