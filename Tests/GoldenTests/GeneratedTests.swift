import Foundation
import Testing

/// Programs of the seeded generator and what CPython printed for them (`Tests/Differential/recorded`).
struct GeneratedPrograms: CustomTestStringConvertible, Sendable {
  let file: URL
  var testDescription: String { file.lastPathComponent }

  static let all = Paths.files(in: Paths.root.appending(path: "Tests/Differential/recorded"), extensions: ["txt"])
    .map { GeneratedPrograms(file: $0) }

  struct Program {
    let seed: Substring
    let source: Substring
    let answer: Substring
  }

  /// The programs of the file: a line `%%%% SEED`, the source, a line `%%%% prints`, what is printed.
  func programs() throws -> [Program] {
    let text: String = "\n" + (try Paths.text(file))
    let parts: [String] = Array(text.components(separatedBy: "\n%%%% ").dropFirst())
    return stride(from: parts.startIndex, to: parts.endIndex - 1, by: 2).map { index in
      let head = parts[index].prefix { $0 != "\n" }
      return Program(
        seed: head, source: parts[index].dropFirst(head.count + 1), answer: parts[index + 1].dropFirst("prints\n".count)
      )
    }
  }
}

@Suite("Generated programs", .enabled(if: Interpreter.exists))
struct GeneratedTests {
  @Test("print what CPython prints", arguments: GeneratedPrograms.all)
  func prints(part: GeneratedPrograms) throws {
    let programs = try part.programs()
    let batch = programs.map(\.source).joined(separator: "\n%%\n") + "\n"
    let run = try Interpreter.run(source: Array(batch.utf8), as: "py", options: ["--batch"])
    let answers = ("\n" + run.output).components(separatedBy: "\n%%\n")
    #expect(answers.count == programs.count + 1 && run.ending == .exited(0), "\(run.ending) \(run.errors.suffix(500))")
    let wrong = zip(programs, answers).filter { Self.lines($0.answer) != Self.lines(Substring($1)) }
    let report = wrong.prefix(3).map { program, answer in
      "seed \(program.seed):\n\(program.source)\nexpected:\n\(program.answer)\nanswered:\n\(answer)\n"
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(programs.count) differ: \(report.joined(separator: "\n"))")
  }

  /// The lines that are compared: none of the empty ones at either end, and a syntax error without its message.
  private static func lines(_ text: Substring) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.first == "" { lines.removeFirst() }
    while lines.last == "" { lines.removeLast() }
    if let last = lines.last, last.hasPrefix("! SyntaxError") {
      lines[lines.endIndex - 1] = "! SyntaxError"
    }
    return Array(lines)
  }
}
