import Glibc

/// The statements of this session and of those before it: a file of one line each, in which `\n` stands for a line end
/// and `\\` for a backslash.
///
/// Several sessions may write at once: each adds its statements at the end, under a lock, and knows those of others that
/// stood there when it began. A file that has grown to twice the limit of bytes is written anew beside itself and renamed.
final class HistoryFile {
  private static let limit = 10_000
  private static let byteLimit = 1_000_000
  /// A longer statement is kept for this session only.
  private static let longest = 100_000

  private let path: String?
  /// What the file held when this session began; nil until somebody asks.
  private var earlier: [String]?
  /// What this session has added.
  private var typed: [String] = []
  /// The file's length when this session began.
  private let lengthBefore: Int

  /// The file at `path`, which need not be there; without one, nothing is kept.
  init(_ path: String?) {
    self.path = path
    var state = stat()
    lengthBefore = path.map { stat($0, &state) == 0 ? Int(state.st_size) : 0 } ?? 0
  }

  /// The statements, the oldest first.
  var entries: [String] {
    let before = earlier ?? HistoryFile.statements(in: path, from: 0, to: lengthBefore)
    earlier = before
    return before + typed
  }

  /// Adds a statement, unless it repeats the last one.
  func add(_ text: String) {
    if text.allSatisfy(\.isWhitespace) || text == last { return }
    typed.append(text)
    if text.utf8.count <= HistoryFile.longest { append(text) }
  }

  private var last: String? {
    if let last = typed.last ?? earlier?.last { return last }
    // Not worth reading all of it.
    return HistoryFile.statements(in: path, from: max(0, lengthBefore - 4096), to: lengthBefore).last
  }

  private static func statements(in path: String?, from start: Int, to end: Int) -> [String] {
    guard let path, end > start else { return [] }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { return [] }
    defer { close(file) }
    lseek(file, start, SEEK_SET)
    return lines(of: file, atMost: end - start).suffix(limit).map(decoded)
  }

  private static func lines(of file: Int32, atMost limit: Int = .max) -> [ArraySlice<UInt8>] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let wanted = min(block.count, limit - bytes.count)
      let count = block.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, wanted) }
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
      if mine.st_size > 2 * HistoryFile.byteLimit { compact(path, file) }
      return
    }
  }

  /// Keeps the last statements of a file, whose lock is held.
  private func compact(_ path: String, _ file: Int32) {
    lseek(file, 0, SEEK_SET)
    let lines = HistoryFile.lines(of: file).suffix(HistoryFile.limit)
    var (first, size) = (lines.endIndex, 0)
    while first > lines.startIndex, size + lines[first - 1].count < HistoryFile.byteLimit {
      first -= 1
      size += lines[first].count + 1
    }
    let other = path + ".\(getpid())"
    let new = open(other, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if new < 0 { return }
    let bytes = Array(lines[first...].joined(separator: [10])) + [10]
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
