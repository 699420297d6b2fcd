extension Builtin {
  static let ioModule: [Builtin] = [
    Builtin(
      "io.StringIO(initial_value='', newline='\\n')", "A text in memory, read and written like a file.",
      example: "io.StringIO('a b').read()  # 'a b'", constructs: .native(.stringIO)
    ) { (context, arguments) throws(Fault) in
      var newline: String?
      if !arguments[1].isNone {
        guard let text = arguments[1].asString else {
          throw Fault(.typeError, "newline must be str or None, not \(arguments[1].typeName)")
        }
        newline = text.value.text.string
      }
      let text = arguments[0].asString
      if text == nil, !arguments[0].isNone {
        throw Fault(.typeError, "initial_value must be str or None, not \(arguments[0].typeName)")
      }
      let stream = try StringStream(text, try Newlines(newline), context)
      return .native(Ref(NativeObject(.stringIO, stream)))
    },
    Builtin(
      "io.BytesIO(initial_bytes=None)", "Bytes in memory, read and written like a file.",
      example: "io.BytesIO().read()  # b''", constructs: .native(.bytesIO)
    ) { (context, arguments) throws(Fault) in
      let data = arguments[0].isNone ? [] : try context.bytesLike(arguments[0])
      return .native(Ref(NativeObject(.bytesIO, MemoryStream(data))))
    },
    Builtin(
      "io.TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
      "The text of a stream of bytes.", example: "io.TextIOWrapper(io.BytesIO()).read()  # ''",
      constructs: .native(.textIOWrapper)
    ) { (context, arguments) throws(Fault) in
      guard let stream = arguments[0].nativePayload(ByteStream.self) else {
        throw Fault(.attributeError, "'\(arguments[0].typeName)' object has no attribute 'readable'")
      }
      let name = arguments[1].asString?.value.text.string
      let file = TextFile(
        arguments[0].copy(), stream, try TextEncoding(name ?? "utf-8"), named: name ?? "UTF-8",
        try CodecErrors(named: arguments[2].asString?.value.text.string ?? "strict"),
        try Newlines(arguments[3].asString?.value.text.string), mode: stream.canWrite ? "w" : "r",
        isLineBuffered: try context.truth(arguments[4]))
      return .native(Ref(NativeObject(.textIOWrapper, file)))
    },
    constant("io.SEEK_SET", "Places are counted from the start.") { .int(0) },
    constant("io.SEEK_CUR", "Places are counted from here.") { .int(1) },
    constant("io.SEEK_END", "Places are counted from the end.") { .int(2) },
    constant("io.DEFAULT_BUFFER_SIZE", "How much is read at once, by Python's account.") { .int(8192) },
    constant("io.UnsupportedOperation", "What a stream raises that cannot do it.") {
      .type(.exception(.unsupportedOperation))
    },
    constant("io.BlockingIOError", "An OSError.") { .type(.exception(.blockingIOError)) },
    buffered("BufferedReader", "A binary file that is read.", .bufferedReader, reads: true),
    buffered("BufferedWriter", "A binary file that is written.", .bufferedWriter, writes: true),
    buffered(
      "BufferedRandom", "A binary file that is read and written.", .bufferedRandom, reads: true, writes: true),
    constant("io.FileIO", "An unbuffered binary file.") { .type(.native(.fileIO)) },
  ]

  /// A class of buffered streams, which wrap a stream that a program has written itself, or another one.
  private static func buffered(
    _ name: String, _ documentation: String, _ type: NativeType, reads: Bool = false, writes: Bool = false
  ) -> Builtin {
    Builtin(
      "io.\(name)(raw, buffer_size=8192)", documentation, example: "io.\(name)(io.BytesIO()).tell()  # 0",
      constructs: .native(type)
    ) { (context, arguments) throws(Fault) in
      let stream = try WrappedStream(arguments[0], reads: reads, writes: writes, in: context)
      return .native(Ref(NativeObject(type, stream)))
    }
  }
}

/// `sys.stdin`, `sys.stdout` and `sys.stderr`.
enum ConsoleStreams {
  static let output = Symbol("stdout")
  static let errors = Symbol("stderr")
  static let input = Symbol("stdin")

  /// Puts fresh ones into `sys`.
  static func install(in context: Context) {
    let system = context.makeModule("sys")
    for (name, role) in [(input, ConsoleStream.Role.input), (output, .output), (errors, .errors)] {
      let stream = ConsoleStream(role)
      let type: NativeType = role == .input ? .bufferedReader : .bufferedWriter
      let file = TextFile(
        .native(Ref(NativeObject(type, stream))), stream, .utf8, named: "utf-8",
        role == .errors ? .backslashreplace : .strict, role == .input ? .universal : .lineFeed,
        mode: role == .input ? "r" : "w", isLineBuffered: false)
      let value = Value.native(Ref(NativeObject(.textIOWrapper, file)))
      system.value.set(Symbol("__\(name.name)__"), value.copy())
      system.value.set(name, value)
    }
  }
}

extension Context {
  /// Where `print` writes: the interpreter's own output where `sys.stdout` is still that; nil where it is None.
  func standardStream(_ name: Symbol) -> Value? {
    guard let value = module("sys")?.value.value(of: name), !value.isNone else { return nil }
    return value
  }

  /// Whether what is written to a file goes to the interpreter's own output.
  func isOwnOutput(_ file: borrowing Value) -> Bool {
    guard let native = file.asNative, let text = native.value.payload as? TextFile,
      let console = text.bytes as? ConsoleStream
    else { return false }
    return console.role == .output && !console.isClosed
  }

  /// Writes the pieces of a text; an object of the program's is called once for each.
  func write(_ text: [UInt8], endingAt ends: [Int], to file: borrowing Value) throws(Fault) {
    if let native = file.asNative, native.value.payload is TextSource { return try write(text, to: file) }
    var start = 0
    for end in ends where end > start {
      try write(Array(text[start..<end]), to: file)
      start = end
    }
  }

  /// Writes to an object with a `write` method, a text file mostly.
  func write(_ text: [UInt8], to file: borrowing Value) throws(Fault) {
    if case .native(let r) = file.copy(), let file = r.value.payload as? TextFile {
      if let console = file.bytes as? ConsoleStream, console.role == .output, !console.isClosed {
        return try output.write(text)
      }
      try file.checkWritable()
      return try file.write(self, UnicodeText(utf8: text))
    }
    let string = Value.string(utf8: text)
    if let native = file.asNative, let stream = native.value.payload as? StringStream, let written = string.asString {
      try stream.checkOpen()
      return try stream.write(self, written)
    }
    _ = try call(try attribute(file, Symbol("write")), string)
  }
}
