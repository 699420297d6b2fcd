import Foundation
import Testing

/// Derivatives against central differences: of every function of NumPy's, and of random programs that write into arrays.
@Suite struct DerivativeTests {
  private func last(_ program: String, _ arguments: [String] = []) throws -> String {
    let file = Binary.root.appending(path: "Tests/Differential").appending(path: program).path
    let run = try Binary.run([file] + arguments)
    return run.output.split(separator: "\n").suffix(8).joined(separator: "\n") + run.errors.suffix(500)
  }

  @Test func allFunctions() throws {
    let text = try last("derivatives.py")
    #expect(text.contains("checks, 0 wrong"), "\(text)")
  }

  @Test func callsInside() throws {
    let text = try last("gradient_calls.py")
    #expect(text.contains("calls, 0 wrong"), "\(text)")
  }

  @Test func sameAsOutside() throws {
    let text = try last("gradient_parity.py")
    #expect(text.contains("calls, 0 wrong"), "\(text)")
  }

  @Test func complexMatrices() throws {
    let text = try last("complex_gradients.py")
    #expect(text.contains("functions, 0 wrong"), "\(text)")
  }

  @Test func examplesOfTheReference() throws {
    let text = try last("autograd_examples.py")
    #expect(text.contains("examples, 0 wrong"), "\(text)")
  }

  @Test(arguments: [0, 500, 1000]) func programsThatWrite(first: Int) throws {
    let text = try last("gradient_programs.py", [String(first), "500"])
    #expect(text.contains("500 programs, 0 wrong"), "\(text)")
  }

  @Test func layersPutOff() throws {
    let text = try last("put_off_programs.py", ["0", "500"])
    #expect(text.contains("500 programs, 0 wrong"), "\(text)")
  }

  /// A debug build can break its rules, one at a time: the random programs notice each.
  @Test func mistakesInTheRules() throws {
    let text = try last("gradient_mutants.py", ["200"])
    #expect(text.contains("0 mutants, 0 caught") || text.contains("18 mutants, 18 caught"), "\(text)")
  }

  @Test func aTableOfTheWorstEntries() throws {
    let program = """
      import numpy as np
      from autograd.extend import primitive, defvjp
      from autograd.test_util import check_grads
      double = primitive(lambda x: x * x)
      defvjp(double, lambda ans, x: lambda g: g * x)
      try:
          check_grads(double, np.array([1.0, 3.0]))
      except AssertionError as error:
          print(error)
      """
    let run = try Binary.run(["-c", program])
    #expect(run.output.contains("2 of 2 entries"), "\(run.output)\(run.errors)")
    #expect(run.output.contains("a factor 2"), "\(run.output)")
  }
}
