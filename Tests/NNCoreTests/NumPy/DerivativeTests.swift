import NNKernels
import NNSyntax
import Testing

@testable import NNCore

extension ArrayTests {
  /// Derivatives of all builtins: that each has one or a reason, and that they are right.
  @Suite struct DerivativeTests {
    @Test func everyNumericBuiltinHasADerivativeOrAReason() {
      let excused = Set(DerivativeTable.without.flatMap(\.names))
      Derivative.table = DerivativeTable.all
      for builtin in Registry.numpyBuiltins {
        guard case .missing = builtin.derivative else { continue }
        #expect(excused.contains(builtin.dottedName), "\(builtin.dottedName)")
      }
    }

    /// Formulas against central differences, first and second, on arrays that broadcast.
    @Test(arguments: Ufunc.all.filter { UfuncDerivative.of($0) != nil }.map(\.name))
    func elementwiseDerivatives(name: String) throws {
      let operands = DerivativeTests.operands[name] ?? "np.array([[0.3, -0.4, 0.7], [0.2, 0.6, -0.8]]), np.array([0.45, -0.2, 0.9])"
      let arity = Ufunc.all.first { $0.name == name }?.arity ?? 1
      let program = """
        import numpy as np
        from autograd.test_util import check_grads
        operands = (\(operands))
        check_grads(np.\(name), *operands[:\(arity)])
        \(arity == 2 ? "check_grads(np.\(name), operands[1], operands[0])" : "")
        """
      #expect(run(program) == "", "\(name)")
    }

    /// Where the functions are smooth.
    private static let operands: [String: String] = [
      "log": positive, "log2": positive, "log10": positive, "sqrt": positive, "power": positive, "log1p": positive,
      "arccosh": "np.array([[1.3, 2.4], [1.7, 3.1]]), np.array([1.0])", "hypot": positive, "cbrt": positive,
      "ldexp": "np.array([0.5, 1.5]), np.array([2, 3])", "remainder": "np.array([5.3, 7.1]), np.array([2.1, 1.7])",
      "fmod": "np.array([5.3, 7.1]), np.array([2.1, 1.7])", "divide": positive, "reciprocal": positive,
    ]
    private static let positive = "np.array([[0.3, 1.4, 0.7], [2.2, 0.6, 1.8]]), np.array([0.45, 1.2, 0.9])"

    private func run(_ program: String) -> String {
      var output: [UInt8] = []
      let interpreter = Interpreter(dialect: .py) { bytes in
        output += bytes
        return true
      }
      do throws(ProgramError) {
        try interpreter.run(SourceText(name: "derivatives", program))
      } catch {
        return "\(error.name): \(error.message)"
      }
      interpreter.flush()
      return String(decoding: output, as: UTF8.self)
    }
  }
}
