import Foundation
import Glibc
import Synchronization

/// How a process ended.
enum Ending: Equatable {
  case exited(Int32)
  case signalled(Int32)
  case timedOut
}

/// What a finished process left.
struct Run {
  let output: String
  let errors: String
  let ending: Ending
}

/// A process could not be started.
struct LaunchFailure: Error, CustomStringConvertible {
  let description: String
}

/// The binary under test: `NN_BINARY`, or the release build.
enum Interpreter {
  static let path =
    ProcessInfo.processInfo.environment["NN_BINARY"] ?? Paths.root.appending(path: ".build/release/nn").path

  static var exists: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Address sanitizer reserves terabytes, so such a build runs without a memory limit.
  private static let isSanitized = ProcessInfo.processInfo.environment["NN_SANITIZED"] != nil

  private static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nn-golden-\(getpid())")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Programs that draw leave their figures there.
    setenv("NN_FIGURES", folder.path, 1)
    return folder
  }()

  private static let counter = Atomic<Int>(0)

  /// Writes `source` to a fresh file with the extension and runs the interpreter on it.
  static func run(source: [UInt8], as fileExtension: String, options: [String] = [], seconds: Double = 120) throws
    -> Run
  {
    let number = counter.add(1, ordering: .relaxed).newValue
    let file = folder.appending(path: "\(number).\(fileExtension)")
    try Data(source).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try run(options + [file.path], seconds: seconds)
  }

  /// Runs the interpreter with a limit of 16 GB of address space; after `seconds` it is killed.
  static func run(_ arguments: [String], seconds: Double = 120) throws -> Run {
    let number = counter.add(1, ordering: .relaxed).newValue
    let output = folder.appending(path: "\(number).out"), errors = folder.appending(path: "\(number).err")
    defer {
      try? FileManager.default.removeItem(at: output)
      try? FileManager.default.removeItem(at: errors)
    }
    let limit = isSanitized ? "" : "ulimit -v 16000000; "
    let child = try spawn(
      ["/bin/sh", "-c", limit + "exec \"$@\"", "sh", path] + arguments, output: output.path, errors: errors.path)
    let ending = wait(for: child, seconds: seconds)
    return Run(output: try decoded(output), errors: try decoded(errors), ending: ending)
  }

  private static func decoded(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  private static func spawn(_ command: [String], output: String, errors: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, command[0], &actions, nil, arguments, environ)
    guard code == 0 else {
      throw LaunchFailure(description: "cannot start \(path): \(String(cString: strerror(code)))")
    }
    return child
  }

  private static func wait(for child: pid_t, seconds: Double) -> Ending {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    var pause: UInt32 = 200
    while waitpid(child, &status, WNOHANG) == 0 {
      if ContinuousClock.now > deadline {
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        return .timedOut
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  }
}
