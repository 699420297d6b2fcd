// `str` and `repr` of exceptions, as their builtin classes define them.

extension Context {
  /// `str(e)`, as long as no class of the program defines it otherwise.
  func exceptionText(_ exception: Unowned<ExceptionObject>) throws(Fault) -> [UInt8] {
    let kind = exception.value.isKind(.keyError) ? .keyError : exception.value.kind
    switch kind {
    case .keyError where exception.value.arguments.count == 1:
      return Array(try repr(exception.value.arguments[0]).utf8)  // as source would have it
    case .importError, .moduleNotFoundError:
      if let message = exception.value.field("msg"), message.asString != nil { return try text(message) }
    case .baseExceptionGroup, .exceptionGroup:
      let count = exception.value.field("exceptions")?.asTuple?.value.items.count ?? 0
      let message = try fieldText(exception, "message")
      return Array("\(message) (\(count) sub-exception\(count == 1 ? "" : "s"))".utf8)
    case .syntaxError, .indentationError, .tabError:
      if let message = exception.value.field("msg"), !message.isNone { return try syntaxErrorText(exception, message) }
    case .unicodeEncodeError, .unicodeDecodeError, .unicodeTranslateError:
      if !exception.value.fields.isEmpty { return Array(try unicodeErrorText(exception).utf8) }
    default:
      if kind.inherits(from: .osError), exception.value.fields.count >= 2 {
        return Array(try systemErrorText(exception).utf8)
      }
    }
    switch exception.value.arguments.count {
    case 0: return []
    case 1:
      let only = exception.value.arguments[0].copy()
      return try text(only)
    default: return Array(try repr(.tuple(exception.value.arguments.copies())).utf8)
    }
  }

  /// The same of an exception that was made of one text, and whose class has no other way to be shown; nil for others.
  func quickExceptionText(_ exception: Unowned<ExceptionObject>) -> Value? {
    guard exception.value.arguments.count == 1, exception.value.arguments[0].exactString != nil else { return nil }
    if exception.value.kind.hasOwnText { return nil }
    if let type = exception.value.type.asClassObject {
      if exception.value.isKind(.keyError) || userMember(.strMethod, in: type) != nil { return nil }
      if userMember(.formatMethod, in: type) != nil { return nil }
    }
    return exception.value.arguments[0].copy()
  }

  private func systemErrorText(_ exception: Unowned<ExceptionObject>) throws(Fault) -> String {
    let number = try fieldText(exception, "errno")
    var result = "[Errno \(number)] \(try fieldText(exception, "strerror"))"
    if let name = exception.value.field("filename"), !name.isNone {
      result += ": " + (try repr(name))
      if let other = exception.value.field("filename2"), !other.isNone { result += " -> " + (try repr(other)) }
    }
    return result
  }

  private func fieldText(_ exception: Unowned<ExceptionObject>, _ name: String) throws(Fault) -> String {
    guard let value = exception.value.field(name) else { return "" }
    return String(decoding: try text(value), as: UTF8.self)
  }

  private func syntaxErrorText(
    _ exception: Unowned<ExceptionObject>, _ message: borrowing Value
  ) throws(Fault) -> [UInt8] {
    let result = try text(message)
    let line = exception.value.field("lineno")?.asInt
    let file = exception.value.field("filename")
    let name = file?.asString?.value.text.string.split(separator: "/").last.map(String.init)
    switch (name, line) {
    case (let name?, let line?): return result + " (\(name), line \(line))".utf8
    case (let name?, nil): return result + " (\(name))".utf8
    case (nil, let line?): return result + " (line \(line))".utf8
    default: return result
    }
  }

  private func unicodeErrorText(_ exception: Unowned<ExceptionObject>) throws(Fault) -> String {
    let start = exception.value.field("start")?.asInt ?? 0
    let end = exception.value.field("end")?.asInt ?? 0
    let reason = try fieldText(exception, "reason")
    let codec =
      exception.value.kind == .unicodeTranslateError
      ? "can't translate" : "'\(try fieldText(exception, "encoding"))' codec can't"
    let object = exception.value.field("object") ?? .nothing
    if exception.value.kind == .unicodeDecodeError {
      if end == start + 1, let byte = try unicodeErrorUnit(object, start) {
        return "\(codec) decode byte 0x\(hex(byte, 2)) in position \(start): \(reason)"
      }
      return "\(codec) decode bytes in position \(start)-\(end - 1): \(reason)"
    }
    let verb = exception.value.kind == .unicodeEncodeError ? " encode" : ""
    if end == start + 1, let point = try unicodeErrorUnit(object, start) {
      let escape = point < 0x100 ? "x" + hex(point, 2) : point < 0x10000 ? "u" + hex(point, 4) : "U" + hex(point, 8)
      return "\(codec)\(verb) character '\\\(escape)' in position \(start): \(reason)"
    }
    return "\(codec)\(verb) characters in position \(start)-\(end - 1): \(reason)"
  }

  /// The byte or code point at a position of what could not be decoded or encoded.
  private func unicodeErrorUnit(_ object: borrowing Value, _ index: Int) throws(Fault) -> Int? {
    if let string = object.asString {
      return index >= 0 && index < string.value.text.count ? Int(string.value.text[index]) : nil
    }
    guard object.asBytes != nil else { return nil }
    let byte = try item(object, at: .int(index))
    return byte.asInt
  }

  private func hex(_ number: Int, _ width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}

extension ExceptionObject {
  /// The name of the class, without its module.
  var className: String {
    borrowing get { type.asClassObject?.value.name.name ?? kind.shortName }
  }
}

extension ExceptionKind {
  /// Whether `exceptionText` has a way of its own to show it.
  fileprivate var hasOwnText: Bool {
    switch self {
    case .keyError, .importError, .moduleNotFoundError, .baseExceptionGroup, .exceptionGroup, .syntaxError,
      .indentationError, .tabError, .unicodeEncodeError, .unicodeDecodeError, .unicodeTranslateError:
      true
    default: inherits(from: .osError)
    }
  }
}
