import Foundation
import Testing

/// A small program that ends in an uncaught error, and where CPython says that it does (`Tests/Golden/wrong`).
struct WrongProgram: CustomTestStringConvertible, Sendable {
  let name: String
  let error: String
  /// The lines of its frames, outermost first, the same line in a row once, of a deep recursion each line once.
  let lines: [Int]
  var testDescription: String { name }

  private static let folder = Paths.golden.appending(path: "wrong")

  /// The programs that `expected.txt` lists as `NAME CLASS LINE…`.
  static let all: [WrongProgram] = {
    let listing = (try? Paths.text(folder.appending(path: "expected.txt"))) ?? ""
    return listing.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      return words.count > 2
        ? WrongProgram(name: words[0], error: words[1], lines: words[2...].compactMap { Int($0) }) : nil
    }
  }()

  /// The class and the lines that the interpreter reports.
  func reported() throws -> (error: String, lines: [Int]) {
    let file = Self.folder.appending(path: name + ".py")
    let run = try Interpreter.run([file.path])
    var lines: [Int] = []
    var error = "none"
    for line in run.errors.split(separator: "\n") {
      if line.hasPrefix("The above exception") || line.hasPrefix("During handling") {
        lines = []
      } else if line.hasPrefix("  File \"\(file.path)\", line ") {
        lines.append(Int(line.dropFirst(file.path.count + 16).prefix { $0.isNumber }) ?? 0)
      } else if let place = line.wholeMatch(of: /(.+?):(\d+):\d+: (?:\w+\.)*(\w+)(:.*)?/) {
        error = String(place.3)
        if place.1 == file.path { lines.append(Int(place.2) ?? 0) }
      }
    }
    return (error, lines.count > 20 ? lines.uniqued() : lines.withoutRepeats)
  }
}

extension [Int] {
  /// Without those that equal the one before.
  fileprivate var withoutRepeats: [Int] { indices.filter { $0 == 0 || self[$0] != self[$0 - 1] }.map { self[$0] } }

  /// Each number once, in the order of their first appearance.
  fileprivate func uniqued() -> [Int] {
    var seen: Set<Int> = []
    return filter { seen.insert($0).inserted }
  }
}

@Suite("Wrong programs", .enabled(if: Interpreter.exists))
struct WrongTests {
  @Test("error class and line numbers are CPython's", arguments: WrongProgram.all)
  func report(program: WrongProgram) throws {
    let (error, lines) = try program.reported()
    #expect(error == program.error && lines == program.lines, "\(error) in lines \(lines), not \(program.lines)")
  }

  @Test("there are at least a hundred")
  func count() {
    #expect(WrongProgram.all.count >= 100)
  }
}
