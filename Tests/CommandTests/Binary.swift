import Foundation
import Glibc

/// The binary under test: `NN_BINARY`, or the release build.
enum Binary {
  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let path =
    ProcessInfo.processInfo.environment["NN_BINARY"] ?? root.appending(path: ".build/release/nn").path

  /// A process could not be started.
  struct LaunchFailure: Error {
    let message: String
  }

  /// What a finished process left.
  struct Run {
    let output: String
    let errors: String
    /// The exit code; 128 and the signal's number after a signal, as shells say it.
    let code: Int32
  }

  /// Runs the binary with `arguments`, `input` as its standard input, in a folder; `after` runs while it does.
  static func run(
    _ arguments: [String], input: String = "", folder: URL? = nil, binary: String = path, seconds: Int = 60,
    after: (Process) -> Void = { _ in }
  ) throws -> Run {
    try launch(binary, arguments, input: input, folder: folder, seconds: seconds, after: after)
  }

  /// Runs a line of the shell in which `$NN` is the binary.
  static func shell(_ line: String, folder: URL? = nil) throws -> Run {
    try launch("/bin/bash", ["-c", line], input: "", folder: folder) { _ in }
  }

  private static func launch(
    _ command: String, _ arguments: [String], input: String, folder: URL?, seconds: Int = 60,
    after: (Process) -> Void
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? root
    let scratch = try TemporaryFolder()
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["NN": path, "NN_FIGURES": scratch.url.path]) { $1 }
    let files = try ["in", "out", "err"].map { name in
      let file = scratch.url.appending(path: name)
      try Data((name == "in" ? input : "").utf8).write(to: file)
      return try name == "in" ? FileHandle(forReadingFrom: file) : FileHandle(forWritingTo: file)
    }
    process.standardInput = files[0]
    process.standardOutput = files[1]
    process.standardError = files[2]
    try process.run()
    after(process)
    let deadline = ContinuousClock.now + .seconds(seconds)
    while process.isRunning {
      if ContinuousClock.now > deadline { kill(process.processIdentifier, SIGKILL) }
      usleep(2_000)
    }
    let code = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    return Run(output: try scratch.text("out"), errors: try scratch.text("err"), code: code)
  }
}

/// A folder that lives as long as its object.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "nn-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file into the folder; returns its path.
  @discardableResult
  func write(_ text: String, as name: String) throws -> String {
    let file = url.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// The text of one of its files.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }
}
