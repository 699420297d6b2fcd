extension Builtin {
  static let textTypes: [Builtin] = [.str, .repr, .ascii, .format, .chr, .ord]

  static let str = Builtin(
    "str(object='', encoding=<no value>, errors=<no value>)",
    "The text of a value, as `print` writes it; or of bytes in an encoding.", example: "str(1.5)  # '1.5'",
    constructs: .string
  ) { (context, arguments) throws(Fault) in
    if arguments.isGiven(1) || arguments.isGiven(2) { return try context.decodedText(arguments) }
    return try context.textValue(arguments[0])
  }

  static let repr = Builtin("repr(obj, /)", "The text of a value as source shows it.", example: "repr('a')  # \"'a'\"")
  {
    (context, arguments) throws(Fault) in
    try context.reprValue(arguments[0])
  }

  static let ascii = Builtin("ascii(obj, /)", "`repr` with everything but ASCII escaped.", example: "ascii('é')") {
    (context, arguments) throws(Fault) in
    var text: [UInt8] = []
    try context.appendRepr(arguments[0], to: &text)
    return .string(UnicodeText(utf8: StringText.escapingNonASCII(text)))
  }

  static let format = Builtin(
    "format(value, format_spec='', /)", "The text of a value by a format specification.",
    example: "format(3.14159, '.2f')  # '3.14'"
  ) { (context, arguments) throws(Fault) in
    guard let spec = arguments[1].asString else {
      throw Fault(.typeError, "format() argument 2 must be str, not \(arguments[1].typeName)")
    }
    if let text = context.quickFormat(arguments[0], spec) { return text }
    return .string(utf8: try context.format(arguments[0], spec.value.bytes.array))
  }

  static let chr = Builtin("chr(i, /)", "The text of one code point.", example: "chr(97)  # 'a'") {
    (context, arguments) throws(Fault) in
    if let small = arguments[0].asInt, small >= 0 && small <= 0x10FFFF { return .character(UInt32(small)) }
    let value = Int(clamping: try context.wideInteger(arguments[0]))
    if Int32(exactly: value) == nil { throw Fault(.overflowError, "Python int too large to convert to C int") }
    guard let point = UInt32(exactly: value), point <= 0x10FFFF else {
      throw Fault(.valueError, "chr() arg not in range(0x110000)")
    }
    return .character(point)
  }

  static let ord = Builtin("ord(c, /)", "The code point of a text of length 1.", example: "ord('a')  # 97") {
    (context, arguments) throws(Fault) in
    if let bytes = arguments[0].asBytes {
      if bytes.value.bytes.count == 1 { return .int(Int(bytes.value.bytes[0])) }
      throw Fault(
        .typeError, "ord() expected a character, but string of length \(bytes.value.bytes.count) found")
    }
    guard let string = arguments[0].asString else {
      throw Fault(.typeError, "ord() expected string of length 1, but \(arguments[0].typeName) found")
    }
    let count = string.value.count
    if count != 1 { throw Fault(.typeError, "ord() expected a character, but string of length \(count) found") }
    return .int(Int(string.value[0]))
  }
}

extension Context {
  /// `str(bytes, encoding, errors)`.
  fileprivate func decodedText(_ arguments: Registers) throws(Fault) -> Value {
    for (index, name) in [(1, "encoding"), (2, "errors")] where arguments.isGiven(index) {
      if arguments[index].asString == nil {
        throw Fault(.typeError, "str() argument '\(name)' must be str, not \(arguments[index].typeName)")
      }
    }
    if arguments[0].asString != nil { throw Fault(.typeError, "decoding str is not supported") }
    guard let bytes = arguments[0].asBytes else {
      throw Fault(.typeError, "decoding to str: need a bytes-like object, \(arguments[0].typeName) found")
    }
    let (encoding, errors) = try codec(arguments[1], arguments[2], of: "str")
    return .string(try decoded(bytes.value.bytes, encoding, errors))
  }
}
