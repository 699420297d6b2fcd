/// A str or bytes that is put together of parts of a subject and other code points.
struct RegexResult: ~Copyable {
  private var text: TextBuilder
  private var bytes: [UInt8] = []
  private let isBytes: Bool

  init(isBytes: Bool, capacity: Int = 16) {
    self.isBytes = isBytes
    text = TextBuilder(capacity: isBytes ? 0 : capacity)
  }

  mutating func append(_ points: [UInt32]) {
    if isBytes {
      bytes += points.lazy.map { UInt8(truncatingIfNeeded: $0) }
    } else {
      text.append(points, from: 0, to: points.count)
    }
  }

  /// A part of a str or of bytes; nothing where it has no such part.
  mutating func append(_ value: borrowing Value, _ start: Int, _ end: Int) {
    guard start >= 0, start < end else { return }
    if let part = value.asBytes {
      let end = min(end, part.value.bytes.count)
      if start < end { bytes += part.value.bytes[start..<end] }
    } else if let part = value.asString, end <= part.value.count {
      if part.value.isASCII {
        text.append(ascii: part.value.bytes.slice(start, end))
      } else {
        for index in start..<end { text.append(codePoint: part.value[index]) }
      }
    }
  }

  consuming func finish() -> Value { isBytes ? .bytes(Ref(BytesObject(bytes))) : text.finish() }
}
