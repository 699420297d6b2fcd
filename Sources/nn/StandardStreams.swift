import Glibc
import NNRepl

/// Reading and writing of whole texts by the system's calls.
enum StandardStreams {
  /// Why a file could not be read, in the system's words.
  struct ReadFailure: Error {
    let code: Int32
    var message: String { "[Errno \(code)] " + String(cString: strerror(code)) }
  }

  /// Writes all bytes to standard output. False: the reader has gone, or the disk is full, which is said.
  static func writeOutput(_ bytes: [UInt8]) -> Bool {
    let code = write(bytes, to: STDOUT_FILENO)
    noteOutput(bytes)
    if code != 0 && code != EPIPE {
      writeErrors("nn: cannot write the output: " + String(cString: strerror(code)) + "\n")
      failedToWrite = true
    }
    return code == 0
  }

  /// Whether output was lost though somebody wanted it. Only the interpreter's thread writes.
  nonisolated(unsafe) private(set) static var failedToWrite = false

  /// Where the last text written has left a terminal's cursor.
  nonisolated(unsafe) private(set) static var cursorPlace = BlockEditor.CursorPlace.lineStart

  /// The user has answered: the terminal has shown the line's end.
  static func noteInput() { cursorPlace = .lineStart }

  /// Another program has written to the terminal.
  static func noteOtherProgram() { cursorPlace = .unknown }

  /// Writes to standard error, where a failure has nobody to hear of it.
  static func writeErrors(_ text: String) { writeErrors(Array(text.utf8)) }
  static func writeErrors(_ bytes: [UInt8]) {
    _ = write(bytes, to: STDERR_FILENO)
    noteOutput(bytes)
  }

  private static func noteOutput(_ bytes: [UInt8]) {
    if let last = bytes.last { cursorPlace = last == 10 ? .lineStart : .midLine }
  }

  /// Returns 0 or the error's number.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return errno }
      written += count
    }
    return 0
  }

  /// The bytes of a file.
  static func readFile(_ path: String) throws(ReadFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    if descriptor < 0 { throw ReadFailure(code: errno) }
    defer { close(descriptor) }
    return try readAll(descriptor)
  }

  /// The bytes of standard input up to its end.
  static func readInput() throws(ReadFailure) -> [UInt8] { try readAll(STDIN_FILENO) }

  private static func readAll(_ descriptor: Int32) throws(ReadFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 { throw ReadFailure(code: errno) }
      bytes += block[..<count]
    }
  }
}
