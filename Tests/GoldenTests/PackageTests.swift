import Foundation
import Testing

/// A recorded program of several files, run where it stands: a folder with `main.py` (or `main.nn`) and `main.out`.
struct RecordedPackage: CustomTestStringConvertible, Sendable {
  let folder: URL
  var testDescription: String { folder.lastPathComponent }

  static let all: [RecordedPackage] = {
    let folder = Paths.golden.appending(path: "packages")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { RecordedPackage(folder: folder.appending(path: $0)) }
  }()

  /// Runs the program; its output is the recorded one, and where it fails its last line of errors too.
  func check() throws {
    let main = ["main.py", "main.nn"].map { folder.appending(path: $0).path }
      .first { FileManager.default.fileExists(atPath: $0) }
    let run = try Interpreter.run([try #require(main)])
    let failure = (try? Paths.text(folder.appending(path: "main.err")))?.split(separator: "\n").map(String.init)
    #expect(run.ending == .exited(failure.flatMap { Int32($0.first ?? "") } ?? 0), "\(run.errors.suffix(1000))")
    #expect(run.output == (try Paths.text(folder.appending(path: "main.out"))))
    if let error = failure?.last {
      #expect(
        run.errors.replacing(folder.deletingLastPathComponent().path + "/", with: "").contains(error), "\(run.errors)")
    }
  }
}

@Suite("Recorded packages", .enabled(if: Interpreter.exists))
struct PackageTests {
  @Test("golden packages", arguments: RecordedPackage.all)
  func golden(package: RecordedPackage) throws {
    try package.check()
  }
}
