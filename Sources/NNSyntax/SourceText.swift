/// A program's text with its name and line table. Any bytes are accepted; the lexer reports bad UTF-8 and NUL bytes.
///
/// A leading byte order mark is dropped, and CRLF and CR become LF, so offsets count the bytes after that.
public final class SourceText: Sendable {
  /// The name shown in messages: a path, `<stdin>`, `<cell 3>`.
  public let name: String
  /// The text as UTF-8 with LF line ends.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line; never empty.
  private let lineStarts: [Int32]

  /// The source of `rawBytes`, as read from a file.
  public init(name: String, rawBytes: [UInt8]) {
    self.name = name
    bytes = SourceText.normalized(SourceText.isLatin(rawBytes) ? SourceText.widened(rawBytes) : rawBytes)
    var starts: [Int32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == Ascii.newline {
      guard let start = Int32(exactly: offset &+ 1) else { break }
      starts.append(start)
    }
    lineStarts = starts
  }

  /// Whether one of the first two lines is a comment that says the text is in Latin-1.
  private static func isLatin(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "#"), bytes.contains(where: { $0 >= 0x80 }) else { return false }
    for line in bytes.prefix(400).split(separator: Ascii.newline, maxSplits: 2, omittingEmptySubsequences: false)
      .prefix(2)
    {
      let text = String(decoding: line, as: UTF8.self).lowercased().replacing("_", with: "-")
      guard text.hasPrefix("#"), let place = text.firstRange(of: "coding") else { continue }
      var rest = text[place.upperBound...]
      guard let sign = rest.popFirst(), sign == ":" || sign == "=" else { continue }
      let name = rest.drop { $0 == " " || $0 == "\t" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }
      return ["latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso-latin-1", "l1", "cp1252", "windows-1252"].contains(
        name)
    }
    return false
  }

  /// Bytes of Latin-1 as UTF-8.
  private static func widened(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
  }

  /// The source of `text`.
  public convenience init(name: String, _ text: String) {
    self.init(name: name, rawBytes: Array(text.utf8))
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
