import Foundation
import Testing

/// No input may end the interpreter by a signal or keep it busy.
///
/// `NN_MUTANTS` sets how many mutants run (300), `NN_SEED` their seed (1). A mutant that fails is kept in the folder
/// named by `NN_KEEP`, if any.
@Suite("Malformed programs", .enabled(if: Interpreter.exists))
struct MalformedTests {
  static let seconds = 10.0

  @Test("hand-written programs end with exit code 1")
  func handWritten() async throws {
    let failures = await Self.failures(of: try MalformedCases.all()) { $0 == .exited(1) }
    #expect(failures.isEmpty, "\(failures.count) fail:\n\(failures.joined(separator: "\n"))")
  }

  @Test("mutated programs end with exit code 0 or 1")
  func mutated() async throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["NN_MUTANTS"].flatMap { Int($0) } ?? 300
    var mutator = try Mutator(seed: environment["NN_SEED"].flatMap { UInt64($0) } ?? 1)
    let mutants = (0..<count).map { mutator.next(number: $0) }
    let failures = await Self.failures(of: mutants) { $0 == .exited(1) || $0 == .exited(0) }
    #expect(failures.isEmpty, "\(failures.count) of \(count) fail:\n\(failures.joined(separator: "\n"))")
  }

  /// Runs the programs two at a time and describes those whose ending is not right.
  private static func failures(of programs: [Hostile], isRight: @escaping @Sendable (Ending) -> Bool) async -> [String]
  {
    await withTaskGroup(of: [String].self) { group in
      for lane in 0..<2 {
        group.addTask {
          stride(from: lane, to: programs.count, by: 2).compactMap { failure(of: programs[$0], isRight: isRight) }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }

  private static func failure(of program: Hostile, isRight: (Ending) -> Bool) -> String? {
    do {
      let run = try Interpreter.run(source: program.source, as: "nn", seconds: seconds)
      if isRight(run.ending) { return nil }
      keep(program)
      return "\(program.name): \(run.ending)\n\(program.excerpt)\n\(run.errors.suffix(300))\n"
    } catch {
      return "\(program.name): \(error)"
    }
  }

  private static func keep(_ program: Hostile) {
    guard let folder = ProcessInfo.processInfo.environment["NN_KEEP"] else { return }
    let name = String(program.name.map { $0.isLetter || $0.isNumber ? $0 : "-" }.prefix(40)) + ".nn"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? Data(program.source).write(to: URL(fileURLWithPath: folder).appending(path: name))
  }
}
