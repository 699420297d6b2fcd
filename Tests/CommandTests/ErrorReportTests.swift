import Foundation
import Testing

/// Wrong programs beside the stored text of standard error, sorted by stage: `Errors/STAGE/NAME.nn` and `NAME.txt`.
/// `NN_RECORD=1 swift test --filter ErrorReportTests` stores them anew.
@Suite("Error reports")
struct ErrorReportTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let folder: URL
    let name: String
    var testDescription: String { "\(folder.lastPathComponent)/\(name)" }

    static let all: [Case] = {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Errors")
      let manager = FileManager.default
      let stages = (try? manager.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
      return stages.flatMap { stage in
        ((try? manager.contentsOfDirectory(atPath: stage.path)) ?? [])
          .filter { $0.hasSuffix(".nn") || $0.hasSuffix(".py") }.map { Case(folder: stage, name: $0) }
      }.sorted { $0.testDescription < $1.testDescription }
    }()
  }

  @Test("every stage has cases")
  func count() {
    #expect(Case.all.count >= 40)
  }

  @Test("the stored text", arguments: Case.all)
  func report(example: Case) throws {
    let run = try Binary.run([example.name], folder: example.folder)
    let stored = example.folder.appending(path: example.name.split(separator: ".")[0] + ".txt")
    if ProcessInfo.processInfo.environment["NN_RECORD"] != nil {
      try Data(run.errors.utf8).write(to: stored)
    }
    #expect(run.errors == (try String(contentsOf: stored, encoding: .utf8)))
    #expect(run.code == 1)
  }
}
