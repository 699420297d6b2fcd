import Foundation
import Testing

/// The documents that are made from the declarations stand in the repository as they would be made today.
@Suite struct ReferenceTests {
  @Test func documentsAgreeWithTheDeclarations() throws {
    let scratch = try TemporaryFolder()
    let run = try Binary.run(["scripts/docs/write.py", scratch.url.path])
    #expect(run.code == 0, "\(run.errors)")
    let made = try files(below: scratch.url)
    let stored = try files(below: Binary.root.appending(path: "docs"))
      .filter { $0.key.hasPrefix("reference/") || $0.key == "compatibility.md" }
    #expect(made.count > 20)
    for name in Set(made.keys).union(stored.keys).sorted() where made[name] != stored[name] {
      Issue.record("docs/\(name) is out of date: make docs")
    }
  }

  /// The texts by their path below a folder.
  private func files(below folder: URL) throws -> [String: String] {
    var result: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".md") {
      result[path] = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
    return result
  }
}
