extension Builtin {
  static let fileOpening: [Builtin] = [openFile("open"), openFile("io.open")]

  private static func openFile(_ name: String) -> Builtin {
    Builtin(
      "\(name)(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
      "Opens a file: text, or bytes where the mode has a `b`."
    ) { (context, arguments) throws(Fault) in
      try context.open(arguments[0], try FileRequest(context, arguments))
    }
  }
}

/// What `open` was asked for.
private struct FileRequest {
  let mode: String
  let isBinary: Bool
  let isUnbuffered: Bool
  let isLineBuffered: Bool
  let encoding: String?
  let errors: CodecErrors
  let newlines: Newlines
  let closesFile: Bool
  var request = OpenRequest()

  init(_ context: Context, _ arguments: Registers) throws(Fault) {
    guard let modeText = arguments[1].asString else {
      throw Fault(.typeError, "open() argument 'mode' must be str, not \(arguments[1].typeName)")
    }
    mode = modeText.value.text.string
    let letters = Array(mode.utf8)
    let buffering = try context.integer(arguments[2])
    let encodingName = try FileRequest.text(arguments[3], "encoding")
    let errorsName = try FileRequest.text(arguments[4], "errors")
    let newline = try FileRequest.text(arguments[5], "newline")
    closesFile = try context.truth(arguments[6])
    if Set(letters).count != letters.count || letters.contains(where: { !"rwxatb+".utf8.contains($0) }) {
      throw Fault(.valueError, "invalid mode: '\(mode)'")
    }
    let has = { (letter: Unicode.Scalar) in letters.contains(UInt8(ascii: letter)) }
    isBinary = has("b")
    if isBinary && has("t") { throw Fault(.valueError, "can't have text and binary mode at once") }
    if [has("r"), has("w"), has("x"), has("a")].filter({ $0 }).count != 1 {
      throw Fault(.valueError, "must have exactly one of create/read/write/append mode")
    }
    if isBinary {
      for (name, isGiven) in [
        ("encoding", encodingName != nil), ("errors", errorsName != nil), ("newline", newline != nil),
      ] where isGiven {
        let article = name == "newline" ? "a" : "an"
        throw Fault(.valueError, "binary mode doesn't take \(article) \(name) argument")
      }
    }
    if buffering == 0 && !isBinary { throw Fault(.valueError, "can't have unbuffered text I/O") }
    if buffering < -1 { throw Fault(.valueError, "invalid buffering size") }
    isUnbuffered = buffering == 0
    isLineBuffered = buffering == 1 && !isBinary
    newlines = try Newlines(newline)
    encoding = encodingName
    errors = try CodecErrors(named: errorsName ?? "strict")
    request.reads = has("r") || has("+")
    request.writes = !has("r") || has("+")
    request.creates = !has("r")
    request.truncates = has("w")
    request.isExclusive = has("x")
    request.appends = has("a")
  }

  private static func text(_ value: borrowing Value, _ name: String) throws(Fault) -> String? {
    if value.isNone { return nil }
    guard let text = value.asString else {
      throw Fault(.typeError, "open() argument '\(name)' must be str or None, not \(value.typeName)")
    }
    return text.value.text.string
  }
}

extension CodecErrors {
  init(named name: String) throws(Fault) {
    guard let errors = CodecErrors(rawValue: name) else {
      throw Fault(.lookupError, "unknown error handler name '\(name)'")
    }
    self = errors
  }
}

extension TextEncoding {
  init(_ name: String) throws(Fault) {
    guard let encoding = TextEncoding(named: name) else { throw Fault(.lookupError, "unknown encoding: \(name)") }
    self = encoding
  }
}

extension Context {
  /// A path argument: a string, bytes, or an object with `__fspath__`.
  func path(
    _ value: borrowing Value,
    _ message: (String) -> String = { "expected str, bytes or os.PathLike object, not \($0)" }
  ) throws(Fault) -> String {
    let text: String
    if let string = value.asString {
      text = string.value.text.string
    } else if let bytes = value.asBytes, !bytes.value.isMutable {
      text = String(decoding: bytes.value.bytes, as: UTF8.self)
    } else {
      guard let answer = try callSpecial(Symbol("__fspath__"), of: value) else {
        throw Fault(.typeError, message(value.typeName))
      }
      guard let string = answer.asString else {
        throw Fault(
          .typeError, "expected \(value.typeName).__fspath__() to return str or bytes, not \(answer.typeName)")
      }
      text = string.value.text.string
    }
    if text.utf8.contains(0) { throw Fault(.valueError, "embedded null byte") }
    return text
  }

  /// A path as files and errors name it: a path object by its text, anything else as it is.
  func pathValue(_ file: borrowing Value) -> Value {
    guard file.asInstance != nil else { return file.copy() }
    do throws(Fault) { return .string(try path(file)) } catch { return file.copy() }
  }

  /// The system's files. PermissionError where programs have none.
  func systemFiles() throws(Fault) -> any FileSystem {
    guard let files else { throw Fault.system(1, "Operation not permitted") }
    return files
  }

  fileprivate func open(_ file: borrowing Value, _ wanted: FileRequest) throws(Fault) -> Value {
    let files = try systemFiles()
    let encoding = try TextEncoding(wanted.encoding ?? "utf-8")
    var descriptor: Int32
    if let number = file.asInt {
      guard let known = Int32(exactly: number), known >= 0 else { throw Fault(.valueError, "negative file descriptor") }
      descriptor = known
    } else {
      if !wanted.closesFile { throw Fault(.valueError, "Cannot use closefd=False with file name") }
      let path = try self.path(file)
      do throws(SystemFailure) {
        descriptor = try files.open(path, wanted.request)
        // Reading a folder is refused when it is opened.
        if files.entry(at: path) == .folder {
          try files.close(descriptor)
          throw SystemFailure(code: 21, text: "Is a directory")
        }
      } catch {
        throw Fault.system(error, filename: pathValue(file))
      }
    }
    let stream = FileStream(
      self, files, descriptor, wanted.request, name: pathValue(file), closesFile: wanted.closesFile,
      isRaw: wanted.isUnbuffered)
    if wanted.request.appends, stream.canSeek { _ = try stream.move(self, 0, from: 2) }
    let type: NativeType =
      wanted.isUnbuffered
      ? .fileIO
      : !wanted.request.writes ? .bufferedReader : wanted.request.reads ? .bufferedRandom : .bufferedWriter
    let binary = Value.native(Ref(NativeObject(type, stream)))
    if wanted.isBinary { return binary }
    let text = TextFile(
      binary, stream, encoding, named: wanted.encoding ?? "UTF-8", wanted.errors, wanted.newlines, mode: wanted.mode,
      isLineBuffered: wanted.isLineBuffered || stream.isTerminal(self))
    return .native(Ref(NativeObject(.textIOWrapper, text)))
  }
}
