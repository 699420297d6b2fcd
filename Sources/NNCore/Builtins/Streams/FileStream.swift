/// A file of the system's.
final class FileStream: ByteStream {
  private let files: any FileSystem
  private let descriptor: Int32
  private let request: OpenRequest
  private let name: Value
  private let closesFile: Bool
  private let isRaw: Bool
  private weak var context: Context?

  init(
    _ context: Context, _ files: any FileSystem, _ descriptor: Int32, _ request: OpenRequest, name: consuming Value,
    closesFile: Bool, isRaw: Bool
  ) {
    self.files = files
    self.descriptor = descriptor
    self.request = request
    self.name = name
    self.closesFile = closesFile
    self.isRaw = isRaw
    self.context = context
    super.init()
    if request.writes { context.unfinished[ObjectIdentifier(self)] = Context.WeakPayload(self) }
  }

  override var canRead: Bool { request.reads }
  override var canWrite: Bool { request.writes }
  override var number: Int32? { descriptor }
  override func label() -> Value { name.copy() }
  override var isUnbuffered: Bool { isRaw }

  override var canSeek: Bool {
    do throws(SystemFailure) {
      _ = try files.seek(descriptor, 0, from: 1)
      return true
    } catch {
      return false
    }
  }

  override var mode: String {
    let letter = request.isExclusive ? "x" : request.appends ? "a" : "r"
    if request.reads && request.writes { return letter + "b+" }
    return request.writes && letter == "r" ? "wb" : letter + "b"
  }

  override func readSome(_ context: Context, _ count: Int) throws(Fault) -> [UInt8] {
    try retrying(context) { () throws(SystemFailure) in try files.read(descriptor, atMost: count) }
  }

  override func writeAll(_ context: Context, _ bytes: [UInt8]) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try retrying(context) { () throws(SystemFailure) in try files.write(descriptor, rest) }
      rest = rest.dropFirst(count)
    }
  }

  override func move(_ context: Context, _ offset: Int, from origin: Int32) throws(Fault) -> Int {
    try retrying(context) { () throws(SystemFailure) in try files.seek(descriptor, offset, from: origin) }
  }

  override func setSize(_ context: Context, _ size: Int) throws(Fault) {
    try retrying(context) { () throws(SystemFailure) in try files.truncate(descriptor, to: size) }
  }

  override func shut(_ context: Context) throws(Fault) {
    self.context?.unfinished[ObjectIdentifier(self)] = nil
    if !closesFile { return }
    do throws(SystemFailure) {
      try files.close(descriptor)
    } catch {
      throw Fault.system(error)
    }
  }

  override func isTerminal(_ context: Context) -> Bool { files.isTerminal(descriptor) }

  /// Calls the system again where a signal came first, unless it was an interrupt.
  private func retrying<T>(
    _ context: Context, _ body: () throws(SystemFailure) -> T
  ) throws(Fault) -> T {
    while true {
      do throws(SystemFailure) {
        return try body()
      } catch {
        if error.code != 4 { throw Fault.system(error) }
        try context.checkInterrupt()
      }
    }
  }

  override func finish() { writeOut() }

  /// Writes what is left; errors have nobody to hear of them.
  private func writeOut() {
    var rest = unwritten[...]
    while !rest.isEmpty {
      do throws(SystemFailure) {
        rest = rest.dropFirst(Swift.max(1, try files.write(descriptor, rest)))
      } catch {
        if error.code != 4 { return }
      }
    }
  }

  deinit {
    if isClosed { return }
    writeOut()
    context?.unfinished[ObjectIdentifier(self)] = nil
    if closesFile { try? files.close(descriptor) }
  }
}

/// Standard output, standard error or standard input, through the interpreter's own streams.
final class ConsoleStream: ByteStream {
  enum Role: Int32 { case input, output, errors }
  let role: Role
  init(_ role: Role) { self.role = role }

  override var canRead: Bool { role == .input }
  override var canWrite: Bool { role != .input }
  override var number: Int32? { role.rawValue }
  override var isUnbuffered: Bool { true }
  override func label() -> Value { .string(role == .input ? "<stdin>" : role == .output ? "<stdout>" : "<stderr>") }
  override var mode: String { role == .input ? "rb" : "wb" }

  override func readSome(_ context: Context, _ count: Int) throws(Fault) -> [UInt8] {
    guard let files = context.files else { return [] }
    context.output.flush()
    while true {
      do throws(SystemFailure) {
        return try files.read(0, atMost: count)
      } catch {
        if error.code != 4 { throw Fault.system(error) }
        try context.checkInterrupt()
      }
    }
  }

  override func writeAll(_ context: Context, _ bytes: [UInt8]) throws(Fault) {
    if role == .output { return try context.output.write(bytes) }
    // What was printed before stands before it where both go to one terminal.
    context.output.flush()
    try (context.errorOutput ?? context.output).write(bytes)
    context.errorOutput?.flush()
  }

  override func flush(_ context: Context) throws(Fault) {
    (role == .errors ? context.errorOutput : context.output)?.flush()
  }

  override func isTerminal(_ context: Context) -> Bool { context.files?.isTerminal(role.rawValue) ?? false }
}

extension Fault {
  /// What Python raises where the system refuses something.
  static func system(_ failure: SystemFailure, filename: borrowing Value = .nothing) -> Fault {
    .system(Int(failure.code), failure.text, filename: filename)
  }
}
