import Glibc

/// The statements of this session and of those before it: a file of one line each, in which `\n` stands for a line end
/// and `\\` for a backslash.
///
/// Several sessions may write at once: each adds its statements at the end, under a lock, and reads what others have
/// added when it is opened. A file that has grown to twice the limit is written anew beside itself and renamed.
final class HistoryFile {
  private static let limit = 10_000
  /// A longer statement is kept for this session only.
  private static let longest = 100_000

  private let path: String?
  private var isRead = false
  private var read: [String] = []

  /// The file at `path`, which need not be there; without one, nothing is kept.
  init(_ path: String?) { self.path = path }

  /// The statements, the oldest first.
  var entries: [String] {
    if !isRead {
      isRead = true
      // What this session has typed already stands in the file, too, unless there is none.
      let typed = read
      read = readFile()
      if read.isEmpty { read = typed }
    }
    return read
  }

  /// Adds a statement, unless it repeats the last one.
  func add(_ text: String) {
    if text.allSatisfy(\.isWhitespace) || text == read.last { return }
    read.append(text)
    if text.utf8.count <= HistoryFile.longest { append(text) }
  }

  private func readFile() -> [String] {
    guard let path else { return [] }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { return [] }
    defer { close(file) }
    return HistoryFile.lines(of: file).suffix(HistoryFile.limit).map(HistoryFile.decoded)
  }

  private static func lines(of file: Int32) -> [ArraySlice<UInt8>] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      bytes += block[..<count]
    }
    return bytes.split(separator: 10)
  }

  /// Adds a line to the file of this moment; another session may have renamed a new one to its place.
  private func append(_ text: String) {
    guard let path else { return }
    let line = HistoryFile.encoded(text) + [10]
    for _ in 0..<10 {
      let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      if file < 0 { return }
      defer { close(file) }
      flock(file, LOCK_EX)
      var (mine, now) = (stat(), stat())
      guard fstat(file, &mine) == 0, stat(path, &now) == 0, mine.st_ino == now.st_ino else { continue }
      _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if mine.st_size > 256 * HistoryFile.limit { compact(path, file) }
      return
    }
  }

  /// Keeps the last statements of a file, whose lock is held.
  private func compact(_ path: String, _ file: Int32) {
    lseek(file, 0, SEEK_SET)
    let lines = HistoryFile.lines(of: file)
    if lines.count <= 2 * HistoryFile.limit { return }
    let other = path + ".\(getpid())"
    let new = open(other, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if new < 0 { return }
    let bytes = Array(lines.suffix(HistoryFile.limit).joined(separator: [10])) + [10]
    let written = bytes.withUnsafeBytes { write(new, $0.baseAddress, $0.count) }
    close(new)
    if written == bytes.count { rename(other, path) } else { unlink(other) }
  }

  static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 10: bytes += [0x5C, 0x6E]
      case 0x5C: bytes += [0x5C, 0x5C]
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  static func decoded(_ line: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if isEscaped {
        bytes.append(byte == 0x6E ? 10 : byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes the folders above a path, for the user alone.
  static func makeFolder(of path: String) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    if access(folder, F_OK) == 0 { return }
    makeFolder(of: folder)
    mkdir(folder, 0o700)
  }
}
