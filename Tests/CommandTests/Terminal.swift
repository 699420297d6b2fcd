import Foundation
import Glibc

/// A process on a terminal of its own: what it shows is collected, keys are typed into it.
final class Terminal {
  private let master: Int32
  let child: pid_t
  /// When the process was started.
  let started: ContinuousClock.Instant
  /// What a person sees.
  private(set) var screen: TerminalScreen
  /// Everything shown so far, as the terminal gets it.
  private(set) var shown = ""

  /// Starts the binary, or another command, with `arguments`.
  init(
    _ arguments: [String] = [], environment: [String: String] = [:], rows: Int = 24, columns: Int = 80,
    command: String = Binary.path
  ) throws {
    screen = TerminalScreen(rows: rows, columns: columns)
    master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: Int32 = 0
    var unlocked: Int32 = 0
    // TIOCSPTLCK and TIOCGPTN, which grantpt's family wraps; the Glibc module has neither.
    guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw Binary.LaunchFailure(message: "there is no terminal")
    }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
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
    // Whatever the test runner does with signals, the process starts afresh.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // POSIX_SPAWN_SETSID, which the Glibc module leaves out, SETSIGMASK and SETSIGDEF.
    posix_spawnattr_setflags(&attributes, 0x80 | 0x08 | 0x04)
    let variables = ProcessInfo.processInfo.environment.merging([
      "TERM": "xterm", "LC_ALL": "C.UTF-8", "XTERM_VERSION": "1", "NN": Binary.path,
    ]) { $1 }
    .merging(environment) { $1 }
    var words: [UnsafeMutablePointer<CChar>?] = ([command] + arguments).map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var child: pid_t = 0
    started = ContinuousClock.now
    guard posix_spawn(&child, command, &actions, &attributes, &words, &settings) == 0 else {
      throw Binary.LaunchFailure(message: "cannot start \(command)")
    }
    self.child = child
  }

  deinit {
    close(master)
    var status: Int32 = 0
    if !hasEnded {
      kill(child, SIGKILL)
      waitpid(child, &status, 0)
    }
  }

  private var hasEnded = false

  /// Types keys; what the program shows meanwhile is read, so that neither waits for the other.
  func type(_ keys: String) { type(bytes: Array(keys.utf8)) }

  /// The same for bytes that need not be UTF-8.
  func type(bytes: [UInt8]) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      var descriptor = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&descriptor, 1, 5000) > 0 else { return }
      if descriptor.revents & Int16(POLLIN) != 0 { _ = readMore(milliseconds: 0) }
      guard descriptor.revents & Int16(POLLOUT) != 0 else { continue }
      let part = bytes.prefix(1024)
      let count = part.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Types keys one after the other, as a person does.
  func typeSlowly(_ keys: String) {
    for key in keys {
      type(String(key))
      settle(milliseconds: 20)
    }
  }

  /// Pastes a text as a terminal does.
  func paste(_ text: String, bracketed: Bool) {
    let text = text.replacing("\n", with: "\r")
    type(bracketed ? "\u{1B}[200~\(text)\u{1B}[201~" : text)
  }

  /// The window gets another size.
  func resize(rows: Int, columns: Int) {
    settle()
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    screen.resize(rows: rows, columns: columns)
    ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Reads until nothing has come for a while.
  func settle(milliseconds: Int32 = 100) {
    while readMore(milliseconds: milliseconds, mayEnd: true) {}
  }

  /// Waits until the screen is as wanted; false after some seconds.
  func wait(seconds: Double = 10, until isWanted: (TerminalScreen) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !isWanted(screen) {
      if ContinuousClock.now > deadline || !readMore() { return isWanted(screen) }
    }
    return true
  }

  /// Waits until a text has come, and hardly looks at what came: for measuring.
  func waitForBytes(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    var seen: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65536)
    while seen.firstRange(of: wanted) == nil {
      var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 5000) > 0 else { return false }
      let count = read(master, &block, block.count)
      if count <= 0 { return false }
      seen += block[..<count]
    }
    return true
  }

  /// Waits until the last lines on the screen are these.
  func shows(_ lines: String..., seconds: Double = 10) -> Bool {
    let found = wait(seconds: seconds) { $0.lines.suffix(lines.count) == lines[...] }
    if !found { print("The terminal shows:\n" + screen.lines.joined(separator: "\n")) }
    return found
  }

  /// Whether the terminal is as a shell wants it: lines, echo and signals.
  var isSane: Bool {
    var state = termios()
    tcgetattr(master, &state)
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return state.c_lflag & wanted == wanted && !screen.bracketsPastes
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
  @discardableResult
  private func readMore(milliseconds: Int32 = 100, mayEnd: Bool = false) -> Bool {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return !mayEnd }
    var block = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &block, block.count)
    if count <= 0 { return false }
    let distance = shown.utf8.distance(from: shown.startIndex, to: waited)
    bytes += block[..<count]
    screen.feed(block[..<count])
    shown = String(decoding: bytes, as: UTF8.self)
    waited = shown.utf8.index(shown.startIndex, offsetBy: distance)
    return true
  }

  /// The exit code, the signal's number below zero after a signal; the process is killed if it does not end.
  func exitCode(seconds: Double = 10) -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      _ = readMore()
      if ContinuousClock.now > deadline { kill(child, SIGKILL) }
    }
    hasEnded = true
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }
}
