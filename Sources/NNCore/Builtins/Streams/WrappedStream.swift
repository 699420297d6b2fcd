/// A buffer over a stream that has `readinto`, `write` and `seek` of its own: `io.BufferedReader(raw)` and its like.
final class WrappedStream: ByteStream {
  let raw: Value
  private let reads: Bool
  private let writes: Bool
  private let seeks: Bool

  init(_ raw: borrowing Value, reads: Bool, writes: Bool, in context: Context) throws(Fault) {
    self.raw = raw.copy()
    self.reads = reads
    self.writes = writes
    if reads, !(try WrappedStream.can("readable", raw, in: context)) {
      throw ByteStream.unsupported("File or stream is not readable.")
    }
    if writes, !(try WrappedStream.can("writable", raw, in: context)) {
      throw ByteStream.unsupported("File or stream is not writable.")
    }
    seeks = try WrappedStream.can("seekable", raw, in: context)
  }

  private static func can(_ name: String, _ raw: borrowing Value, in context: Context) throws(Fault) -> Bool {
    let method = try context.attribute(raw, Symbol(name))
    return try context.truth(try context.call(method, ValueList()))
  }

  override func traverse(_ visitor: inout Visitor) { visitor.visit(raw) }

  override var canRead: Bool { reads }
  override var canWrite: Bool { writes }
  override var canSeek: Bool { seeks }

  override func readSome(_ context: Context, _ count: Int) throws(Fault) -> [UInt8] {
    let room = Swift.min(count, 8192)
    let buffer = Ref(BytesObject([UInt8](repeating: 0, count: room), isMutable: true))
    let method = try context.attribute(raw, Symbol("readinto"))
    let answer = try context.call(method, .bytes(buffer.copy()))
    if answer.isNone { return [] }
    let length = try context.integer(answer)
    guard length >= 0, length <= room, length <= buffer.value.bytes.count else {
      throw Fault(
        .osError, "raw readinto() returned invalid length \(length) (should have been between 0 and \(room))")
    }
    return Array(buffer.value.bytes[..<length])
  }

  override func writeAll(_ context: Context, _ bytes: [UInt8]) throws(Fault) {
    let method = try context.attribute(raw, Symbol("write"))
    var start = 0
    while start < bytes.count {
      try context.checkInterrupt()
      let answer = try context.call(method, .byteString(Array(bytes[start...])))
      if answer.isNone { throw Fault(.blockingIOError, "write could not complete without blocking") }
      let length = try context.integer(answer)
      guard length >= 0, length <= bytes.count - start else {
        throw Fault(
          .osError,
          "raw write() returned invalid length \(length) (should have been between 0 and \(bytes.count - start))")
      }
      start += length
    }
  }

  override func move(_ context: Context, _ offset: Int, from origin: Int32) throws(Fault) -> Int {
    let method = try context.attribute(raw, Symbol("seek"))
    var arguments = ValueList(capacity: 2)
    arguments.append(.int(offset))
    arguments.append(.int(Int(origin)))
    return try context.integer(try context.call(method, arguments))
  }

  override func shut(_ context: Context) throws(Fault) {
    _ = try context.call(try context.attribute(raw, Symbol("close")), ValueList())
  }
}
