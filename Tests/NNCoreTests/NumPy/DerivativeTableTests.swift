import Testing

@testable import NNCore

extension ArrayTests {
  /// That nothing is left out of the table of derivatives.
  @Suite struct DerivativeTableTests {
    @Test func everyNumericBuiltinHasADerivativeOrAReason() {
      let excused = Set(DerivativeTable.without.flatMap(\.names))
      Derivative.makeTable = { DerivativeTable.all }
      for builtin in Registry.numpyBuiltins {
        guard case .missing = builtin.derivative else { continue }
        #expect(excused.contains(builtin.dottedName), "\(builtin.dottedName)")
      }
    }

    @Test func elementwiseFunctionsSaveOnlyWhatTheyRead() {
      #expect(UfuncDerivative.of(.add)?.saves == [])
      #expect(UfuncDerivative.of(.exp)?.saves == .out)
      #expect(UfuncDerivative.of(.multiply)?.saves == .y)
      #expect(UfuncDerivative.of(.floor) == nil)
    }
  }
}
