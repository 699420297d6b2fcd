/// Where printed text goes. The interpreter's core knows no files: the command hands it something that writes bytes.
protocol OutputStream: AnyObject {
  /// Writes all bytes. False: the other end is gone, nothing more can be written.
  func write(_ bytes: [UInt8]) -> Bool
}

/// Standard output as the program sees it: collected and written in blocks, line by line at a terminal.
final class Output {
  private let stream: any OutputStream
  private let flushesLines: Bool
  private var buffer: [UInt8] = []
  /// Whether the reader has gone away.
  private(set) var isClosed = false

  init(_ stream: any OutputStream, flushesLines: Bool = false) {
    self.stream = stream
    self.flushesLines = flushesLines
  }

  func write(_ bytes: [UInt8]) throws(Fault) {
    buffer += bytes
    if buffer.count > 1 << 16 || (flushesLines && bytes.contains(10)) { flush() }
    if isClosed { throw Fault(.brokenPipeError, "[Errno 32] Broken pipe") }
  }

  func write(_ text: String) throws(Fault) { try write(Array(text.utf8)) }

  func flush() {
    if !buffer.isEmpty && !isClosed { isClosed = !stream.write(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }
}
