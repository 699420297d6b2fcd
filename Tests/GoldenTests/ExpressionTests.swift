import Foundation
import Testing

/// A file of recorded expressions, run in one dialect.
struct Theme: CustomTestStringConvertible, Sendable {
  let file: URL
  let dialect: Dialect
  var testDescription: String { "\(file.deletingPathExtension().lastPathComponent) as .\(dialect)" }

  static let all = Paths.files(in: Paths.golden.appending(path: "expressions"), extensions: ["txt"])
    .flatMap { file in Dialect.allCases.map { Theme(file: file, dialect: $0) } }

  /// The blocks that run in this dialect.
  func blocks() throws -> [ExpressionBlock] {
    ExpressionBlock.blocks(of: try Paths.text(file)).filter { $0.dialects.contains(dialect) }
  }

  /// What the interpreter answers, a list of lines for each block; shorter than the blocks if the process died.
  func answers(to blocks: [ExpressionBlock]) throws -> (answers: [[String]], run: Run) {
    let batch = blocks.map { $0.program(in: dialect) }.joined(separator: "\n%%\n") + "\n"
    let run = try Interpreter.run(source: Array(batch.utf8), as: dialect.fileExtension, options: ["--batch"])
    var answers: [[String]] = []
    var lines: [String] = []
    for line in run.output.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "%%" {
        answers.append(lines)
        lines = []
      } else {
        lines.append(String(line))
      }
    }
    return (answers, run)
  }
}

@Suite("Recorded expressions", .enabled(if: Interpreter.exists))
struct ExpressionTests {
  @Test("values, printed lines, error types and messages", arguments: Theme.all)
  func values(theme: Theme) throws {
    try check(theme) { block, answer in !Self.agrees(block, answer) || !Self.agreesInWords(block, answer) }
  }

  /// Runs a theme and reports the blocks for which `isWrong` holds, at most 20 of them in full.
  private func check(_ theme: Theme, isWrong: (ExpressionBlock, [String]) -> Bool) throws {
    let blocks = try theme.blocks()
    guard !blocks.isEmpty else { return }
    let (answers, run) = try theme.answers(to: blocks)
    let wrong = zip(blocks, answers).filter { isWrong($0, $1) }
    var report = wrong.prefix(20).map { block, answer in
      "line \(block.line):\n\(block.program(in: theme.dialect))\nexpected:\n\(block.answer.joined(separator: "\n"))\n"
        + "answered:\n\(answer.joined(separator: "\n"))\n"
    }
    if answers.count != blocks.count || run.ending != .exited(0) {
      let last =
        answers.count < blocks.count ? "in the block of line \(blocks[answers.count].line)" : "after the last block"
      report.append("ended (\(run.ending)) \(last)\n\(run.errors.suffix(500))")
    }
    #expect(
      report.isEmpty,
      "\(blocks.count - wrong.count) of \(blocks.count) agree\n\n\(report.joined(separator: "\n"))")
  }

  /// Whether the message of an error is the recorded one.
  static func agreesInWords(_ block: ExpressionBlock, _ answer: [String]) -> Bool {
    zip(block.answer, answer).allSatisfy { expected, actual in
      !expected.hasPrefix("! ")
        || OwnWords.recorded.accept(String(actual.dropFirst(2)), for: String(expected.dropFirst(2)))
    }
  }

  /// Whether an answer is the recorded one, whatever the words of an error's message; the message of a syntax error
  /// and its further lines are not compared.
  static func agrees(_ block: ExpressionBlock, _ answer: [String]) -> Bool {
    func values(_ lines: [String]) -> String { lines.filter { !$0.hasPrefix("! ") }.joined(separator: "\n") }
    let expected = block.answer.first { $0.hasPrefix("! ") }, actual = answer.first { $0.hasPrefix("! ") }
    guard expected.map({ errorType(String($0.dropFirst(2))) }) == actual.map({ errorType(String($0.dropFirst(2))) })
    else { return false }
    guard let tolerance = block.tolerance else { return values(block.answer) == values(answer) }
    return tolerance.agrees(values(block.answer), values(answer))
  }
}
