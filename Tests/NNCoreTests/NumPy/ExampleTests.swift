import NNLibrary
import NNSyntax
import Testing

@testable import NNCore

extension ArrayTests {
  /// The examples in the declarations of all builtins: each shows what it says.
  @Suite struct ExampleTests {
    private static let builtins = Registry.all.filter {
      $0.owner.hasPrefix("numpy") || !$0.methodOf.isEmpty || $0.owner == "ndarray"
    }

    @Test func examplesShowTheirValues() {
      #expect(ExampleTests.builtins.count > 300)
      for builtin in ExampleTests.builtins where !builtin.example.isEmpty {
        let parts = builtin.example.split(separator: "#", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          Issue.record("\(builtin.owner).\(builtin.name): the example has no value")
          continue
        }
        let expected = String(parts[1].dropFirst())
        #expect(run(parts[0]) == expected, "\(builtin.owner).\(builtin.name): \(builtin.example)")
      }
    }

    /// What the last of the statements, separated by `; `, is worth, with its lines joined.
    private func run(_ example: String) -> String {
      var statements = example.split(separator: ";").map { String($0.drop { $0 == " " }) }
      guard var last = statements.popLast() else { return "" }
      while last.last == " " { last.removeLast() }
      statements.append("print(repr(\(last)))")
      var output: [UInt8] = []
      let interpreter = Interpreter(dialect: .nn) { bytes in
        output += bytes
        return true
      }
      interpreter.provide(library: BundledModules())
      do throws(ProgramError) {
        try interpreter.run(SourceText(name: "example", statements.joined(separator: "\n")))
      } catch {
        return "\(error.name): \(error.message)"
      }
      interpreter.flush()
      let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
      return lines.map { String($0.drop { $0 == " " }) }.joined(separator: " ")
    }

    @Test func everyFunctionHasDocumentationAndExample() {
      // What the library's files stand on is for them alone.
      for builtin in Registry.numpyBuiltins where !builtin.owner.hasPrefix("_") && builtin.owner != "Source" {
        #expect(!builtin.documentation.isEmpty && !builtin.example.isEmpty, "\(builtin.owner).\(builtin.name)")
      }
    }
  }
}
