import Foundation
import Testing

/// The notebook without its autograd section, in its three forms, beside what NumPy computes (`Tests/Notebook`).
@Suite("The notebook", .enabled(if: Interpreter.exists))
struct NotebookTests {
  /// Correct programs agree to about 1e-4 after 4000 iterations, since rounding grows with them.
  static let late = Tolerance(relative: 2e-3)

  @Test("prints the recorded lines", arguments: ["notebook.py", "notebook.nn", "notebook.ipynb"])
  func prints(name: String) throws {
    let run = try Interpreter.run([Paths.notebook.appending(path: name).path])
    let expected = try Paths.text(Paths.notebook.appending(path: "expected.out"))
    #expect(run.ending == .exited(0), "\(run.errors.suffix(1000))")
    // A notebook's cell shows the value of its last expression, here the limits of an axis.
    let printed = run.output.split(separator: "\n").filter { !name.hasSuffix(".ipynb") || !$0.hasPrefix("(") }
    let lines = printed.joined(separator: "\n") + "\n"
    #expect(Self.late.agrees(expected, lines), "expected:\n\(expected)\nprinted:\n\(run.output)")
  }

  @Test("computes the recorded values", arguments: [Dialect.py, Dialect.nn])
  func values(dialect: Dialect) throws {
    let run = try Interpreter.run(source: Array(try Self.probed().utf8), as: dialect.fileExtension)
    #expect(run.ending == .exited(0), "\(run.errors.suffix(1000))")
    let actual = run.output.split(separator: "\n").filter { $0.hasPrefix("probe ") }.map { $0.dropFirst(6) }
    let expected = try Paths.text(Paths.notebook.appending(path: "expected.txt")).split(separator: "\n")
    #expect(actual.count == expected.count)
    let wrong = zip(expected, actual).filter { !Self.agrees(String($0), String($1)) }
    #expect(wrong.isEmpty, "\(wrong.count) values differ, first: \(wrong.prefix(5))")
  }

  /// The seeded data and weights are equal in every bit, the softmax losses to 1e-12; the network's losses drift apart
  /// with the iterations (measured between BLAS kernels: 1e-11 at 2000, 1e-6 at 3000, 1e-4 from 4000 on).
  private static func agrees(_ expected: String, _ actual: String) -> Bool {
    let words = expected.split(separator: " ")
    switch words[0] {
    case "softmax": return Tolerance(relative: 1e-12).agrees(expected, actual)
    case "loss":
      let iteration = Int(words[1]) ?? 0
      let relative = iteration <= 1000 ? 1e-12 : iteration <= 2000 ? 1e-10 : iteration <= 3000 ? 1e-5 : 2e-3
      return Tolerance(relative: relative).agrees(expected, actual)
    default: return expected == actual
    }
  }

  /// notebook.py with a line that prints values after each line that `probes.txt` names.
  static func probed() throws -> String {
    let probes = try Paths.text(Paths.notebook.appending(path: "probes.txt")).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.compactMap { line -> (mark: Substring, probe: Substring)? in
        guard let arrow = line.range(of: " => ") else { return nil }
        return (line[..<arrow.lowerBound], line[arrow.upperBound...])
      }
    let source = try Paths.text(Paths.notebook.appending(path: "notebook.py"))
    return source.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [Substring] in
      let indent = line.prefix { $0 == " " }
      return [line] + probes.filter { line.dropFirst(indent.count).hasPrefix($0.mark) }.map { indent + $0.probe }
    }.joined(separator: "\n")
  }
}
