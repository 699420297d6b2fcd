/// A program's text with its name and line table. Any bytes are accepted; the lexer reports bad UTF-8 and NUL bytes.
///
/// A leading byte order mark is dropped, and CRLF and CR become LF, so offsets count the bytes after that.
public final class SourceText: Sendable {
  /// The name shown in messages: a path, `<stdin>`, `<cell 3>`.
  public let name: String
  /// The text as UTF-8 with LF line ends.
  public let bytes: [UInt8]
  /// Where the text comes from.
  public enum Origin: Sendable {
    case file
    case bytes
    case string
  }

  let origin: Origin
  /// The name of an encoding that the text says it has and that nobody knows.
  let unknownEncoding: String?
  /// Whether the text says how it is encoded.
  let declaresEncoding: Bool
  /// The offset of the first byte of each line; never empty.
  private let lineStarts: [Int32]

  /// The source of `rawBytes`, as read from a file.
  ///
  /// What a text of a string says of its encoding means nothing.
  public init(name: String, rawBytes: [UInt8], origin: Origin = .file) {
    self.name = name
    let decoded =
      origin == .string ? (text: rawBytes, unknown: nil, isDeclared: true) : SourceEncoding.decoded(rawBytes)
    bytes = SourceText.normalized(decoded.text)
    self.origin = origin
    unknownEncoding = decoded.unknown
    declaresEncoding = decoded.isDeclared
    var starts: [Int32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == Ascii.newline {
      guard let start = Int32(exactly: offset &+ 1) else { break }
      starts.append(start)
    }
    lineStarts = starts
  }

  /// The source of `text`.
  public convenience init(name: String, _ text: String) {
    self.init(name: name, rawBytes: Array(text.utf8), origin: .string)
  }

  /// The number of lines; a newline at the end of the text opens no further line.
  public var lineCount: Int {
    guard let last = lineStarts.last, last > 0, Int(last) == bytes.count else { return lineStarts.count }
    return lineStarts.count - 1
  }

  /// The line (from 1) and the column (from 1, in code points) of a byte offset; offsets outside are clamped.
  public func lineColumn(of offset: Int32) -> (line: Int, column: Int) {
    let clamped = min(max(offset, 0), endOffset)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= clamped { low = middle } else { high = middle }
    }
    let start = Int(lineStarts[low])
    let column = bytes[start..<Int(clamped)].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return (low + 1, column)
  }

  /// The text of line `number` (from 1) without its line end; empty outside the text.
  public func line(_ number: Int) -> String {
    text(of: lineSpan(number))
  }

  /// The span of line `number` (from 1) without its line end; empty outside the text.
  public func lineSpan(_ number: Int) -> Span {
    guard number >= 1, number <= lineStarts.count else { return Span(start: endOffset, end: endOffset) }
    let end = number < lineStarts.count ? lineStarts[number] - 1 : endOffset
    return Span(start: lineStarts[number - 1], end: end)
  }

  /// The text of a span, clamped to the source; bad UTF-8 is repaired with U+FFFD.
  public func text(of span: Span) -> String {
    let start = min(max(span.start, 0), endOffset)
    let end = min(max(span.end, start), endOffset)
    return String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self)
  }

  /// The offset after the last byte (clamped to what a `Span` can hold).
  public var endOffset: Int32 { Int32(clamping: bytes.count) }

  private static func normalized(_ rawBytes: [UInt8]) -> [UInt8] {
    let start = rawBytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard rawBytes.contains(Ascii.carriageReturn) else {
      return start == 0 ? rawBytes : Array(rawBytes[start...])
    }
    var result: [UInt8] = []
    result.reserveCapacity(rawBytes.count)
    var previousWasReturn = false
    for byte in rawBytes[start...] {
      if byte == Ascii.carriageReturn {
        result.append(Ascii.newline)
      } else if byte != Ascii.newline || !previousWasReturn {
        result.append(byte)
      }
      previousWasReturn = byte == Ascii.carriageReturn
    }
    return result
  }
}
