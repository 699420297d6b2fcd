/// Bytes that are read, written, or both: a file, a standard stream, memory. Reading goes through a lookahead, writing
/// through a block; subclasses say where the bytes come from and go to.
class ByteStream: NativePayload {
  static let blockSize = 1 << 16
  /// The most bytes that one call hands out.
  static let mostBytes = 1 << 32

  var isClosed = false
  /// What has been read ahead, handed out up to `start`.
  private var ahead: [UInt8] = []
  private var start = 0
  fileprivate(set) var unwritten: [UInt8] = []

  // MARK: What subclasses do

  var canRead: Bool { false }
  var canWrite: Bool { false }
  var canSeek: Bool { false }
  /// The system's number of the file.
  var number: Int32? { nil }
  /// `name` and `mode`; unbound where there is none.
  func label() -> Value { .unbound }
  var mode: String { "" }
  /// Whether each write goes out at once.
  var isUnbuffered: Bool { false }

  /// Some bytes, at most `count`; none at the end.
  func readSome(_ context: Context, _ count: Int) throws(Fault) -> [UInt8] { [] }
  func writeAll(_ context: Context, _ bytes: [UInt8]) throws(Fault) {}
  /// Moves the place where bytes are read and written; returns it counted from the start.
  func move(_ context: Context, _ offset: Int, from origin: Int32) throws(Fault) -> Int {
    throw ByteStream.unsupported("underlying stream is not seekable")
  }
  func setSize(_ context: Context, _ size: Int) throws(Fault) {}
  func shut(_ context: Context) throws(Fault) {}
  func isTerminal(_ context: Context) -> Bool { false }

  static func unsupported(_ what: String) -> Fault { Fault(.unsupportedOperation, what) }

  // MARK: Reading

  /// What has been read and not been handed out.
  var available: ArraySlice<UInt8> { ahead[start...] }

  /// Reads on; false at the end.
  func more(_ context: Context) throws(Fault) -> Bool {
    if !unwritten.isEmpty { try flush(context) }
    if start > 0 {
      ahead.removeFirst(start)
      start = 0
    }
    if ahead.count > ByteStream.mostBytes { throw Fault(.memoryError, "") }
    try context.checkInterrupt()
    let bytes = try readSome(context, ByteStream.blockSize)
    ahead += bytes
    return !bytes.isEmpty
  }

  /// Hands out bytes that are available.
  func take(_ count: Int) -> [UInt8] {
    let count = Swift.min(count, ahead.count - start)
    if start == 0 && count == ahead.count {
      defer { ahead = [] }
      return ahead
    }
    defer { start += count }
    return Array(ahead[start..<start + count])
  }

  /// The next line with its end, where all of it is at hand, in ASCII, and without carriage returns; else nil.
  func takePlainLine() -> Value? {
    var end = start
    let count = ahead.count
    while end < count, ahead[end] != 10 {
      if ahead[end] == 13 || ahead[end] >= 0x80 { return nil }
      end += 1
    }
    if end == count { return nil }
    var builder = TextBuilder(capacity: end + 1 - start)
    for index in start...end { builder.append(ahead[index]) }
    start = end + 1
    return builder.finish()
  }

  /// At most `count` bytes, all up to the end where it is nil.
  func read(_ context: Context, _ count: Int?) throws(Fault) -> [UInt8] {
    while available.count < count ?? Int.max { if !(try more(context)) { break } }
    return take(count ?? Int.max)
  }

  /// Bytes up to the next line end and with it, at most `limit`.
  func readLine(_ context: Context, _ limit: Int?) throws(Fault) -> [UInt8] {
    var scanned = 0
    while true {
      if let end = available.dropFirst(scanned).firstIndex(of: 10) {
        return take(Swift.min(end - available.startIndex + 1, limit ?? Int.max))
      }
      scanned = available.count
      if let limit, scanned >= limit { return take(limit) }
      if !(try more(context)) { return take(limit ?? Int.max) }
    }
  }

  // MARK: Writing

  func write(_ context: Context, _ bytes: [UInt8]) throws(Fault) {
    try dropLookahead(context)
    if isUnbuffered { return try writeAll(context, bytes) }
    unwritten += bytes
    if unwritten.count >= ByteStream.blockSize { try flush(context) }
  }

  func flush(_ context: Context) throws(Fault) {
    if unwritten.isEmpty { return }
    let bytes = unwritten
    unwritten = []
    try writeAll(context, bytes)
  }

  /// Goes back to where the program thinks it is.
  private func dropLookahead(_ context: Context) throws(Fault) {
    let count = available.count
    if count == 0 { return }
    ahead = []
    start = 0
    _ = try move(context, -count, from: 1)
  }

  // MARK: Places

  func position(_ context: Context) throws(Fault) -> Int {
    try move(context, 0, from: 1) - available.count + unwritten.count
  }

  func seek(_ context: Context, _ offset: Int, from origin: Int32) throws(Fault) -> Int {
    try flush(context)
    let offset = origin == 1 ? offset - available.count : offset
    let place = try move(context, offset, from: origin)
    ahead = []
    start = 0
    return place
  }

  /// Cuts the bytes off at a size, the current place where it is nil; returns it.
  func truncate(_ context: Context, to size: Int?) throws(Fault) -> Int {
    try flush(context)
    var place = size ?? 0
    if size == nil { place = try position(context) }
    try dropLookahead(context)
    try setSize(context, place)
    return place
  }

  func close(_ context: Context) throws(Fault) {
    if isClosed { return }
    do throws(Fault) {
      try flush(context)
    } catch {
      isClosed = true
      try shut(context)
      throw error
    }
    isClosed = true
    try shut(context)
  }

  // MARK: As an iterator

  override var isIterator: Bool { true }

  override func next(_ context: Context) throws(Fault) -> Value? {
    try checkOpen("readline of closed file")
    let line = try readLine(context, nil)
    return line.isEmpty ? nil : .some(.bytes(Ref(BytesObject(line))))
  }

  func checkOpen(_ message: String = "I/O operation on closed file.") throws(Fault) {
    if isClosed { throw Fault(.valueError, message) }
  }
}

/// `io.BytesIO`.
final class MemoryStream: ByteStream {
  /// The bytes as a bytearray: what `getbuffer` shows is written through.
  let storage: Ref<BytesObject>
  private var place = 0
  var data: [UInt8] { storage.value.bytes }

  init(_ data: [UInt8]) { storage = Ref(BytesObject(data, isMutable: true)) }

  override var canRead: Bool { true }
  override var canWrite: Bool { true }
  override var canSeek: Bool { true }
  override var isUnbuffered: Bool { true }

  override func readSome(_ context: Context, _ count: Int) throws(Fault) -> [UInt8] {
    let data = self.data
    if place >= data.count { return [] }
    let end = Swift.min(data.count, place + count)
    defer { place = end }
    return Array(data[place..<end])
  }

  override func writeAll(_ context: Context, _ bytes: [UInt8]) throws(Fault) {
    if place > ByteStream.mostBytes { throw Fault(.memoryError, "") }
    if bytes.isEmpty { return }
    let target = storage.unowned
    let count = target.value.bytes.count
    try context.checkGrowth(of: target.value.bytes, to: Swift.max(place, count) + bytes.count)
    if place > count { target.value.bytes += [UInt8](repeating: 0, count: place - count) }
    let overwritten = Swift.min(bytes.count, target.value.bytes.count - place)
    target.value.bytes.replaceSubrange(place..<place + overwritten, with: bytes)
    place += bytes.count
  }

  override func move(_ context: Context, _ offset: Int, from origin: Int32) throws(Fault) -> Int {
    let base = origin == 0 ? 0 : origin == 1 ? place : data.count
    if origin == 0 && offset < 0 { throw Fault(.valueError, "negative seek value \(offset)") }
    let (sum, overflow) = base.addingReportingOverflow(offset)
    if overflow { throw Fault(.overflowError, "new position too large") }
    place = Swift.max(0, sum)
    return place
  }

  override func setSize(_ context: Context, _ size: Int) throws(Fault) {
    let count = data.count
    if size < count { storage.unowned.value.bytes.removeLast(count - size) }
  }

  override func shut(_ context: Context) throws(Fault) { storage.unowned.value.bytes = [] }
}
