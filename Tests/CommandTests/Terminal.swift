import Foundation
import Glibc

/// A process on a terminal of its own: what it shows is collected, keys are typed into it.
final class Terminal {
  private let master: Int32
  private let child: pid_t
  /// Everything shown so far, as the terminal gets it.
  private(set) var shown = ""

  /// Starts the binary with `arguments`.
  init(_ arguments: [String] = [], environment: [String: String] = [:]) throws {
    master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: Int32 = 0
    var unlocked: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN, which grantpt's family wraps; the Glibc module has neither.
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw Binary.LaunchFailure(message: "there is no terminal")
    }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by the leader of a new session, it becomes the session's terminal.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawn_file_actions_addclose(&actions, master)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID, which the Glibc module leaves out.
    posix_spawnattr_setflags(&attributes, 0x80)
    let variables = ProcessInfo.processInfo.environment.merging(["TERM": "xterm", "LC_ALL": "C.UTF-8"]) { $1 }
      .merging(environment) { $1 }
    var words: [UnsafeMutablePointer<CChar>?] = ([Binary.path] + arguments).map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, Binary.path, &actions, &attributes, &words, &settings) == 0 else {
      throw Binary.LaunchFailure(message: "cannot start \(Binary.path)")
    }
    self.child = child
  }

  deinit { close(master) }

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Waits until `text` stands in what has been shown since the last wait; false after some seconds.
  func wait(for text: String, seconds: Double = 10) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      if let range = shown[waited...].range(of: text) {
        waited = range.upperBound
        return true
      }
      if !readMore() { return false }
    }
    return false
  }

  private lazy var waited = shown.startIndex
  private var bytes: [UInt8] = []

  /// False when the other end is gone.
  private func readMore() -> Bool {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, 100) > 0 else { return true }
    var block = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &block, block.count)
    if count <= 0 { return false }
    let distance = shown.utf8.distance(from: shown.startIndex, to: waited)
    bytes += block[..<count]
    shown = String(decoding: bytes, as: UTF8.self)
    waited = shown.utf8.index(shown.startIndex, offsetBy: distance)
    return true
  }

  /// The exit code, -1 after a signal; the process is killed if it does not end.
  func exitCode(seconds: Double = 10) -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      _ = readMore()
      if ContinuousClock.now > deadline { kill(child, SIGKILL) }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }
}
