import Foundation
import Testing

/// Array programs of the seeded generator and what NumPy answered (`Tests/Differential/recorded_arrays`): a line `%N` before
/// each answer, with `~ T` where its numbers may differ by T.
struct GeneratedArrayPrograms: CustomTestStringConvertible, Sendable {
  let file: URL
  var testDescription: String { file.lastPathComponent }

  static let all = Paths.files(
    in: Paths.root.appending(path: "Tests/Differential/recorded_arrays"), extensions: ["txt"]
  )
  .map { GeneratedArrayPrograms(file: $0) }

  struct Answer {
    let text: String
    let tolerance: Double?
  }

  /// The answers of a program by their numbers.
  static func answers(_ text: String) -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for part in ("\n" + text).components(separatedBy: "\n%").dropFirst() {
      let head = part.prefix { $0 != "\n" }
      let words = head.split(separator: " ")
      let body = part.dropFirst(head.count).trimmingCharacters(in: ["\n"])
      answers[words.first.map(String.init) ?? ""] = Answer(
        text: body, tolerance: words.count == 3 ? Double(words[2]) : nil)
    }
    return answers
  }

  /// Whether an answer is the recorded one. Sums of products of complex infinities depend on the order of the additions.
  static func agrees(_ expected: Answer, _ actual: Answer) -> Bool {
    if expected.text == actual.text { return true }
    guard let tolerance = expected.tolerance else { return false }
    if expected.text.contains("j"), expected.text.contains("nan") || expected.text.contains("inf") {
      return !actual.text.hasPrefix("!")
    }
    return Tolerance(relative: tolerance, absolute: tolerance).agrees(expected.text, actual.text)
  }
}

@Suite("Generated array programs", .enabled(if: Interpreter.exists))
struct GeneratedArrayTests {
  @Test("answer what NumPy answers", arguments: GeneratedArrayPrograms.all)
  func answers(part: GeneratedArrayPrograms) throws {
    let programs = try GeneratedPrograms(file: part.file).programs()
    let batch = programs.map(\.source).joined(separator: "\n%%\n") + "\n"
    let run = try Interpreter.run(source: Array(batch.utf8), as: "py", options: ["--batch"])
    let outputs = ("\n" + run.output).components(separatedBy: "\n%%\n")
    #expect(outputs.count == programs.count + 1 && run.ending == .exited(0), "\(run.ending) \(run.errors.suffix(500))")
    var wrong: [String] = []
    for (program, output) in zip(programs, outputs) {
      let actual = GeneratedArrayPrograms.answers(output)
      for (number, expected) in GeneratedArrayPrograms.answers(String(program.answer)) {
        let answer = actual[number] ?? .init(text: "(nothing)", tolerance: nil)
        if !GeneratedArrayPrograms.agrees(expected, answer) {
          let statement =
            program.source.components(separatedBy: "print('%\(number)')\n").last?.prefix { $0 != "\n" } ?? ""
          wrong.append("seed \(program.seed): \(statement)\nexpected \(expected.text)\nanswered \(answer.text)")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) differ: \(wrong.prefix(3).joined(separator: "\n"))")
  }
}
