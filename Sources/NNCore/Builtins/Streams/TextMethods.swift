extension Builtin {
  /// The methods of text files and `io.StringIO`.
  static let textStreamMethods: [Builtin] =
    [
      text("read(self, size=-1, /)", "At most `size` characters, all that are left where it is negative.") {
        (context, stream, arguments) throws(Fault) in
        let count = try context.optionalInteger(arguments[1])
        try stream.checkReadable()
        return try stream.readValue(context, (count ?? -1) < 0 ? nil : count)
      },
      text("readline(self, size=-1, /)", "The next line with its end, at most `size` characters of it.") {
        (context, stream, arguments) throws(Fault) in
        let count = try context.optionalInteger(arguments[1])
        try stream.checkReadable()
        return try stream.readLineValue(context, (count ?? -1) < 0 ? nil : count)
      },
      text("readlines(self, hint=-1, /)", "The lines that are left; `hint` characters of them, roughly.") {
        (context, stream, arguments) throws(Fault) in
        let hint = try context.optionalInteger(arguments[1]) ?? -1
        try stream.checkReadable()
        var lines = ValueList()
        var total = 0
        while true {
          let line = try stream.readLineValue(context, nil)
          let count = line.asString?.value.count ?? 0
          if count == 0 { break }
          total += count
          lines.append(line)
          if hint > 0 && total > hint { break }
          if lines.count & 0xFFF == 0 { try context.checkInterrupt() }
        }
        return .list(lines)
      },
      text(
        "write(self, text, /)", "Writes a text; returns its length.",
        leaf: { (_, arguments, count) in
          guard count == 2, let string = arguments[1].exactString, let stream = StringStream.directly(arguments[0]),
            stream.writeQuickly(string)
          else { return nil }
          return .int(string.value.count)
        }
      ) {
        (context, stream, arguments) throws(Fault) in
        try stream.checkOpen()
        let text = try context.writtenText(arguments[1], stream)
        try stream.checkWritable()
        try stream.write(context, text)
        return .int(text.value.count)
      },
      text("writelines(self, lines, /)", "Writes the texts one after the other.") {
        (context, stream, arguments) throws(Fault) in
        try stream.checkOpen()
        try context.forEach(arguments[1]) { (line) throws(Fault) in
          let text = try context.writtenText(line, stream)
          try stream.checkWritable()
          try stream.write(context, text)
          return true
        }
        return .nothing
      },
      text("seek(self, cookie, whence=0, /)", "Moves to a place that `tell` gave; returns it.") {
        (context, stream, arguments) throws(Fault) in
        try stream.checkOpen()
        let offset = try context.integer(arguments[1])
        return .int(try stream.seek(context, offset, from: try context.integer(arguments[2])))
      },
      text("tell(self, /)", "The place, as `seek` takes it.") { (context, stream, _) throws(Fault) in
        try stream.checkOpen()
        return .int(try stream.position(context))
      },
      text("truncate(self, pos=None, /)", "Cuts off what follows a place, by default this one.") {
        (context, stream, arguments) throws(Fault) in
        try stream.checkOpen()
        if !stream.canWrite { throw ByteStream.unsupported("truncate") }
        return .int(try stream.truncate(context, to: try context.optionalInteger(arguments[1])))
      },
      text("flush(self, /)", "Writes what is still collected.") { (context, stream, _) throws(Fault) in
        try stream.checkOpen()
        try stream.flush(context)
        return .nothing
      },
      text("close(self, /)", "Writes what is collected and closes.") { (context, stream, _) throws(Fault) in
        try stream.close(context)
        return .nothing
      },
      text("__enter__(self, /)", "The stream itself.") { (_, stream, arguments) throws(Fault) in
        try stream.checkOpen()
        return arguments[0].copy()
      },
      text("__exit__(self, *args)", "Closes.") { (context, stream, _) throws(Fault) in
        try stream.close(context)
        return .nothing
      },
      text("__iter__(self, /)", "The stream itself: its lines.") { (_, stream, arguments) throws(Fault) in
        try stream.checkOpen()
        return arguments[0].copy()
      },
      text("__next__(self, /)", "The next line.") { (context, stream, _) throws(Fault) in
        guard let line = try stream.next(context) else { throw Fault(.stopIteration, "") }
        return line
      },
      text("readable(self, /)", "Whether it can be read.") { (_, stream, _) throws(Fault) in
        try stream.checkOpen()
        return .bool(stream.canRead)
      },
      text("writable(self, /)", "Whether it can be written.") { (_, stream, _) throws(Fault) in
        try stream.checkOpen()
        return .bool(stream.canWrite)
      },
      text("seekable(self, /)", "Whether `seek` works.") { (_, stream, _) throws(Fault) in
        try stream.checkOpen()
        return .bool(stream.canSeek)
      },
      text("isatty(self, /)", "Whether it is a terminal.") { (context, stream, _) throws(Fault) in
        try stream.checkOpen()
        return .bool(stream.isTerminal(context))
      },
      text("fileno(self, /)", "The system's number of the file.") { (_, stream, _) throws(Fault) in
        guard let file = stream as? TextFile else { throw ByteStream.unsupported("fileno") }
        try stream.checkOpen()
        guard let number = file.bytes.number else { throw ByteStream.unsupported("fileno") }
        return .int(Int(number))
      },
      text("closed", "Whether it is closed.") { (_, stream, _) throws(Fault) in .bool(stream.isClosed) },
      text("newlines", "The line ends that were read; not kept.") { (_, _, _) throws(Fault) in .nothing },
    ] + textFileMethods

  /// Those of text files alone.
  private static let textFileMethods: [Builtin] = [
    file("name", "The path or number that was opened.") { (file, _) throws(Fault) in
      let name = file.bytes.label()
      return name.isUnbound ? .nothing : name
    },
    file("mode", "The mode that was asked for.") { (file, _) throws(Fault) in .string(file.mode) },
    file("encoding", "The encoding's name.") { (file, _) throws(Fault) in .string(file.encodingName) },
    file("errors", "What happens to undecodable bytes.") { (file, _) throws(Fault) in
      .string(file.errors.rawValue)
    },
    file("buffer", "The stream of bytes below.") { (file, _) throws(Fault) in file.buffer.copy() },
    file("line_buffering", "Whether each line goes out at once.") { (file, _) throws(Fault) in
      .bool(file.isLineBuffered)
    },
    file(
      "reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
      "Accepted; the line buffering is changed."
    ) { (file, arguments) throws(Fault) in
      if let flag = arguments[4].asBool { file.isLineBuffered = flag }
      return .nothing
    },
    file("__repr__(self, /)", "Its name, mode and encoding.") { (file, _) throws(Fault) in
      let name = file.bytes.label()
      let shown =
        name.asString.map { "name=" + StringText.representation($0.value.text.string) + " " }
        ?? name.asInt.map { "name=\($0) " } ?? ""
      let encoding = StringText.representation(file.encodingName)
      return .string("<_io.TextIOWrapper \(shown)mode='\(file.mode)' encoding=\(encoding)>")
    },
    Builtin("StringIO.getvalue(self, /)", "All that was written.", example: "io.StringIO('a').getvalue()  # 'a'") {
      (_, arguments) throws(Fault) in
      let stream = try Builtin.receiver(arguments[0], StringStream.self, "getvalue", "_io.StringIO")
      if stream.isClosed { throw Fault(.valueError, "I/O operation on closed file") }
      return stream.wholeText
    },
  ]

  private static func text(
    _ declaration: String, _ documentation: String, leaf: LeafBody? = nil,
    _ body: @escaping (Context, TextSource, Registers) throws(Fault) -> Value
  ) -> Builtin {
    let name = String(declaration.prefix { $0 != "(" })
    return Builtin("TextIOWrapper." + declaration, documentation, methodOf: ["StringIO"], leaf: leaf) {
      (context, arguments) throws(Fault) in
      try body(context, try receiver(arguments[0], TextSource.self, name, "_io.TextIOWrapper"), arguments)
    }
  }

  private static func file(
    _ declaration: String, _ documentation: String, _ body: @escaping (TextFile, Registers) throws(Fault) -> Value
  ) -> Builtin {
    let name = String(declaration.prefix { $0 != "(" })
    return Builtin("TextIOWrapper." + declaration, documentation) { (_, arguments) throws(Fault) in
      try body(try receiver(arguments[0], TextFile.self, name, "_io.TextIOWrapper"), arguments)
    }
  }

  /// The payload of a method's receiver, of an instance of a class that derives from its type too.
  static func receiver<T: NativePayload>(
    _ value: borrowing Value, _: T.Type, _ method: String, _ type: String
  ) throws(Fault) -> T {
    if let payload = value.nativePayload(T.self) { return payload }
    throw Fault(
      .typeError, "descriptor '\(method)' for '\(type)' objects doesn't apply to a '\(value.typeName)' object")
  }
}

extension Context {
  fileprivate func writtenText(_ value: borrowing Value, _ stream: TextSource) throws(Fault) -> Unowned<StringObject> {
    if let string = value.asString { return string }
    let message =
      stream is StringStream
      ? "string argument expected, got '\(value.typeName)'" : "write() argument must be str, not \(value.typeName)"
    throw Fault(.typeError, message)
  }
}
