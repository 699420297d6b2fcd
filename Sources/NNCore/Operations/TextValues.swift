extension Context {
  /// `str(value)` as a value.
  func textValue(_ value: borrowing Value) throws(Fault) -> Value {
    if let quick = quickText(value) { return quick }
    if value.asInstance != nil {
      if let own = try specialString(.strMethod, value) { return own }
      // A class that extends str has its text, whatever its repr is.
      if let plain = value.asString { return .string(plain.owned()) }
      if let own = try specialString(.reprMethod, value, as: .strMethod) { return own }
    }
    if let exception = value.asException, let quick = quickExceptionText(exception) { return quick }
    return .string(utf8: try text(value))
  }

  /// `repr(value)` as a value.
  func reprValue(_ value: borrowing Value) throws(Fault) -> Value {
    if value.asInstance != nil {
      if let own = try specialString(.reprMethod, value) { return own }
    } else if let string = value.asString {
      if string.value.bytes.isPlain { return string.value.bytes.quoted }
    } else if value.asInt != nil, let quick = quickText(value) {
      return quick
    }
    var text: [UInt8] = []
    try appendRepr(value, to: &text)
    return .string(utf8: text)
  }

  /// The string that a special method of an instance's class returns; a fault names the method `shown`.
  private func specialString(
    _ name: Symbol, _ value: borrowing Value, as shown: Symbol? = nil
  ) throws(Fault) -> Value? {
    guard let answer = try callSpecial(name, of: value) else { return nil }
    guard answer.asString != nil else {
      throw Fault(.typeError, "\((shown ?? name).name) returned non-string (type \(answer.typeName))")
    }
    return answer
  }
}

extension ByteView {
  /// Whether nothing in the text needs an escape between single quotes.
  fileprivate var isPlain: Bool {
    for index in 0..<count {
      let byte = self[index]
      if byte < 0x20 || byte >= 0x7F || byte == 0x27 || byte == 0x5C { return false }
    }
    return true
  }

  /// Plain text in single quotes.
  fileprivate var quoted: Value {
    var builder = TextBuilder(capacity: count &+ 2)
    builder.append(UInt8(ascii: "'"))
    builder.append(ascii: self)
    builder.append(UInt8(ascii: "'"))
    return builder.finish()
  }
}
