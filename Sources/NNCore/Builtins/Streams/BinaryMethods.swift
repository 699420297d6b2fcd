extension Builtin {
  /// The methods of binary files and `io.BytesIO`.
  static let binaryStreamMethods: [Builtin] = [
    binary("read(self, size=-1, /)", "At most `size` bytes, all that are left where it is negative.") {
      (context, stream, arguments) throws(Fault) in
      let count = try context.optionalInteger(arguments[1])
      try stream.checkReadable("read")
      if let count, count < -1 { throw Fault(.valueError, "read length must be non-negative or -1") }
      return .byteString(try stream.read(context, (count ?? -1) < 0 ? nil : count))
    },
    binary("read1(self, size=-1, /)", "Some bytes, at most `size`.") { (context, stream, arguments) throws(Fault) in
      let count = try context.optionalInteger(arguments[1]) ?? -1
      try stream.checkReadable("read1")
      if stream.available.isEmpty { _ = try stream.more(context) }
      return .byteString(stream.take(count < 0 ? Int.max : count))
    },
    binary("readall(self, /)", "All bytes that are left.") { (context, stream, _) throws(Fault) in
      try stream.checkReadable("read")
      return .byteString(try stream.read(context, nil))
    },
    binary("peek(self, size=0, /)", "Some of the next bytes, which stay.") { (context, stream, _) throws(Fault) in
      try stream.checkReadable("peek")
      if stream.available.isEmpty { _ = try stream.more(context) }
      return .byteString(Array(stream.available))
    },
    binary("readinto(self, buffer, /)", "Reads into a bytearray; returns how many bytes.") {
      (context, stream, arguments) throws(Fault) in
      try stream.checkReadable("readinto")
      guard let target = arguments[1].asBytes, target.value.isMutable else {
        throw Fault(
          .typeError, "readinto() argument must be read-write bytes-like object, not \(arguments[1].typeName)")
      }
      let bytes = try stream.read(context, target.value.bytes.count)
      target.value.bytes.replaceSubrange(0..<Swift.min(bytes.count, target.value.bytes.count), with: bytes)
      return .int(bytes.count)
    },
    binary("readline(self, size=-1, /)", "The next line with its end, at most `size` bytes of it.") {
      (context, stream, arguments) throws(Fault) in
      let count = try context.optionalInteger(arguments[1])
      try stream.checkReadable("readline")
      return .byteString(try stream.readLine(context, (count ?? -1) < 0 ? nil : count))
    },
    binary("readlines(self, hint=-1, /)", "The lines that are left; `hint` bytes of them, roughly.") {
      (context, stream, arguments) throws(Fault) in
      let hint = try context.optionalInteger(arguments[1]) ?? -1
      try stream.checkReadable("readlines")
      var lines = ValueList()
      var total = 0
      while true {
        let line = try stream.readLine(context, nil)
        if line.isEmpty { break }
        total += line.count
        lines.append(.byteString(line))
        if hint > 0 && total >= hint { break }
        if lines.count & 0xFFF == 0 { try context.checkInterrupt() }
      }
      return .list(lines)
    },
    binary("write(self, buffer, /)", "Writes bytes; returns how many.") { (context, stream, arguments) throws(Fault) in
      try stream.checkWritable("write")
      let bytes = try context.bytesLike(arguments[1])
      try stream.write(context, bytes)
      return .int(bytes.count)
    },
    binary("writelines(self, lines, /)", "Writes the bytes one after the other.") {
      (context, stream, arguments) throws(Fault) in
      try stream.checkWritable("write")
      try context.forEach(arguments[1]) { (line) throws(Fault) in
        try stream.write(context, try context.bytesLike(line))
        return true
      }
      return .nothing
    },
    binary("seek(self, target, whence=0, /)", "Moves to a place; returns it, counted from the start.") {
      (context, stream, arguments) throws(Fault) in
      try stream.checkOpen("seek of closed file")
      let offset = try context.integer(arguments[1])
      let origin = try context.integer(arguments[2])
      if origin < 0 || origin > 2 {
        throw Fault(
          .valueError,
          stream is MemoryStream
            ? "invalid whence (\(origin), should be 0, 1 or 2)" : "whence value \(origin) unsupported")
      }
      return .int(try stream.seek(context, offset, from: Int32(truncatingIfNeeded: origin)))
    },
    binary("tell(self, /)", "The place, counted from the start.") { (context, stream, _) throws(Fault) in
      try stream.checkOpen("tell of closed file")
      return .int(try stream.position(context))
    },
    binary("truncate(self, pos=None, /)", "Cuts off what follows a place, by default this one.") {
      (context, stream, arguments) throws(Fault) in
      try stream.checkWritable("truncate")
      let size = try context.optionalInteger(arguments[1])
      if let size, size < 0 { throw Fault(.valueError, "negative size value \(size)") }
      return .int(try stream.truncate(context, to: size))
    },
    binary("flush(self, /)", "Writes what is still collected.") { (context, stream, _) throws(Fault) in
      try stream.checkOpen("flush of closed file")
      try stream.flush(context)
      return .nothing
    },
    binary("close(self, /)", "Writes what is collected and closes.") { (context, stream, _) throws(Fault) in
      try stream.close(context)
      return .nothing
    },
    binary("__enter__(self, /)", "The stream itself.") { (_, stream, arguments) throws(Fault) in
      try stream.checkOpen()
      return arguments[0].copy()
    },
    binary("__exit__(self, *args)", "Closes.") { (context, stream, _) throws(Fault) in
      try stream.close(context)
      return .nothing
    },
    binary("__iter__(self, /)", "The stream itself: its lines.") { (_, stream, arguments) throws(Fault) in
      try stream.checkOpen()
      return arguments[0].copy()
    },
    binary("__next__(self, /)", "The next line.") { (context, stream, _) throws(Fault) in
      guard let line = try stream.next(context) else { throw Fault(.stopIteration, "") }
      return line
    },
    binary("readable(self, /)", "Whether it can be read.") { (_, stream, _) throws(Fault) in
      try stream.checkOpen()
      return .bool(stream.canRead)
    },
    binary("writable(self, /)", "Whether it can be written.") { (_, stream, _) throws(Fault) in
      try stream.checkOpen()
      return .bool(stream.canWrite)
    },
    binary("seekable(self, /)", "Whether `seek` works.") { (_, stream, _) throws(Fault) in
      try stream.checkOpen()
      return .bool(stream.canSeek)
    },
    binary("isatty(self, /)", "Whether it is a terminal.") { (context, stream, _) throws(Fault) in
      try stream.checkOpen()
      return .bool(stream.isTerminal(context))
    },
    binary("fileno(self, /)", "The system's number of the file.") { (_, stream, _) throws(Fault) in
      try stream.checkOpen()
      guard let number = stream.number else { throw ByteStream.unsupported("fileno") }
      return .int(Int(number))
    },
    binary("closed", "Whether it is closed.") { (_, stream, _) throws(Fault) in .bool(stream.isClosed) },
    onFiles("name", "The path or number that was opened.") { (stream, _) throws(Fault) in
      let name = stream.label()
      return name.isUnbound ? .nothing : name
    },
    onFiles("mode", "How it was opened.") { (stream, _) throws(Fault) in .string(stream.mode) },
    onFiles("raw", "The stream below; itself where there is none.") { (stream, arguments) throws(Fault) in
      guard let wrapped = stream as? WrappedStream else { return arguments[0].copy() }
      return wrapped.raw.copy()
    },
    onFiles("__repr__(self, /)", "Its type and name.") { (stream, arguments) throws(Fault) in
      let name = stream.label()
      let shown =
        name.asString.map { " name=" + StringText.representation($0.value.text.string) }
        ?? name.asInt.map { " name=\($0)" } ?? ""
      return .string("<\(arguments[0].typeName)\(shown)>")
    },
    Builtin("BytesIO.getvalue(self, /)", "All that was written.", example: "io.BytesIO().getvalue()  # b''") {
      (_, arguments) throws(Fault) in
      let stream = try Builtin.receiver(arguments[0], MemoryStream.self, "getvalue", "_io.BytesIO")
      try stream.checkOpen()
      return .byteString(stream.data)
    },
    Builtin("BytesIO.getbuffer(self, /)", "The bytes themselves, as a memoryview.") {
      (context, arguments) throws(Fault) in
      let stream = try Builtin.receiver(arguments[0], MemoryStream.self, "getbuffer", "_io.BytesIO")
      try stream.checkOpen()
      let view = try context.attribute(try context.importLibrary("_memory"), Symbol("memoryview"))
      return try context.call(view, .bytes(stream.storage.copy()))
    },
  ]

  private static func binary(
    _ declaration: String, _ documentation: String,
    _ body: @escaping (Context, ByteStream, Registers) throws(Fault) -> Value
  ) -> Builtin {
    let name = String(declaration.prefix { $0 != "(" })
    return Builtin(
      "BufferedReader." + declaration, documentation,
      methodOf: ["BufferedWriter", "BufferedRandom", "FileIO", "BytesIO"]
    ) { (context, arguments) throws(Fault) in
      try body(context, try receiver(arguments[0], ByteStream.self, name, "_io.BufferedReader"), arguments)
    }
  }

  private static func onFiles(
    _ declaration: String, _ documentation: String, _ body: @escaping (ByteStream, Registers) throws(Fault) -> Value
  ) -> Builtin {
    let name = String(declaration.prefix { $0 != "(" })
    return Builtin(
      "BufferedReader." + declaration, documentation, methodOf: ["BufferedWriter", "BufferedRandom", "FileIO"]
    ) { (_, arguments) throws(Fault) in
      try body(try receiver(arguments[0], ByteStream.self, name, "_io.BufferedReader"), arguments)
    }
  }
}

extension ByteStream {
  fileprivate func checkReadable(_ what: String) throws(Fault) {
    try checkOpen(self is MemoryStream ? "I/O operation on closed file." : what + " of closed file")
    if !canRead { throw ByteStream.unsupported(what) }
  }

  fileprivate func checkWritable(_ what: String) throws(Fault) {
    try checkOpen(self is MemoryStream ? "I/O operation on closed file." : what + " to closed file")
    if !canWrite { throw ByteStream.unsupported(what) }
  }
}

extension Value {
  /// A `bytes` object.
  static func byteString(_ bytes: [UInt8]) -> Value { .bytes(Ref(BytesObject(bytes))) }
}
