import Foundation

/// The files of this package.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A Swift file below `Sources/`.
  struct SourceFile: Sendable {
    /// The path below `Sources/`.
    let path: String
    let text: String
    /// The folder below `Sources/`.
    var room: String { (path as NSString).deletingLastPathComponent }
  }

  static let sources: [SourceFile] = {
    let folder = root.appending(path: "Sources")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map {
      SourceFile(path: $0, text: (try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)) ?? "")
    }
  }()

  /// The modules of the library in the language: their paths and texts.
  static let library: [SourceFile] = {
    let folder = root.appending(path: "scripts/lib")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".py") }.sorted().map {
      SourceFile(path: $0, text: (try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)) ?? "")
    }
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// What a command of the shell prints, run at the package's root with `nn` as the binary under test.
  static func shell(_ line: String) throws -> (output: String, code: Int32) {
    let binary = ProcessInfo.processInfo.environment["NN_BINARY"] ?? root.appending(path: ".build/release/nn").path
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "nn() { \"$NN\" \"$@\"; }\n" + line]
    process.currentDirectoryURL = root
    process.environment = ProcessInfo.processInfo.environment.merging(["NN": binary]) { $1 }
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }
}
