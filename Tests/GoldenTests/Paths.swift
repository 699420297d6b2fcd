import Foundation

/// Where the tests find their files and the interpreter.
enum Paths {
  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let golden = root.appending(path: "Tests/Golden")
  static let notebook = root.appending(path: "Tests/Notebook")
  static let malformed = root.appending(path: "Tests/Malformed")
  static let scripts = root.appending(path: "scripts")

  /// The files of `folder` with one of the extensions, sorted by name; empty if there is no such folder.
  static func files(in folder: URL, extensions: Set<String>) -> [URL] {
    let all = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return all.filter { extensions.contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }

  /// The text of a file of the repository.
  static func text(_ file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }
}
