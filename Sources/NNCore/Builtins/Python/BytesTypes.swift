extension Builtin {
  static let bytesTypes: [Builtin] = [
    .bytes, .bytearray, .bytearrayAppend, .bytearrayExtend, .bytearrayInsert, .bytearrayPop, .bytearrayRemove,
    .bytearrayClear, .bytearrayReverse, .bytearrayCopy,
  ]

  static let bytes = Builtin(
    "bytes(source=<no value>, encoding=<no value>, errors=<no value>)",
    "Bytes: of a text in an encoding, of integers, of a bytes-like object, or so many zeros.",
    example: "bytes([65, 66])  # b'AB'", constructs: .bytes
  ) { (context, arguments) throws(Fault) in
    if let source = arguments[0].asBytes, !source.value.isMutable, arguments[0].asInstance == nil,
      !arguments.isGiven(1), !arguments.isGiven(2)
    {
      return arguments[0].copy()
    }
    return .bytes(try context.makeBytes(arguments, "bytes"))
  }

  static let bytearray = Builtin(
    "bytearray(source=<no value>, encoding=<no value>, errors=<no value>)", "Bytes that can be changed.",
    example: "bytearray(b'AB')  # bytearray(b'AB')", constructs: .bytearray
  ) { (context, arguments) throws(Fault) in
    .bytes(try context.makeBytes(arguments, "bytearray"), isMutable: true)
  }

  private static func bytearrayMethod(
    _ declaration: String, _ documentation: String, example: String,
    body: @escaping (Context, Unowned<BytesObject>, Registers) throws(Fault) -> Value
  ) -> Builtin {
    method(declaration, documentation, example: example, on: { $0.asBytes }, body: body)
  }

  static let bytearrayAppend = bytearrayMethod(
    "bytearray.append(self, item, /)", "Adds a byte at the end.", example: "b = bytearray(); b.append(65)"
  ) { (context, object, arguments) throws(Fault) in
    object.value.bytes.append(try context.byte(arguments[1]))
    return .nothing
  }

  static let bytearrayExtend = bytearrayMethod(
    "bytearray.extend(self, iterable_of_ints, /)", "Adds bytes at the end.", example: "b = bytearray(); b.extend(b'ab')"
  ) { (context, object, arguments) throws(Fault) in
    if let other = arguments[1].asBytes {
      let added = other.value.bytes
      try context.checkGrowth(of: object.value.bytes, to: object.value.bytes.count + added.count)
      object.value.bytes += added
      return .nothing
    }
    let source = try context.iterate(arguments[1], orSay: "can't extend bytearray with ")
    object.value.bytes += try context.bytes(ofItems: source, orSay: "byte must be in range(0, 256)")
    return .nothing
  }

  static let bytearrayInsert = bytearrayMethod(
    "bytearray.insert(self, index, item, /)", "Inserts a byte before an index.",
    example: "b = bytearray(b'b'); b.insert(0, 97)"
  ) { (context, object, arguments) throws(Fault) in
    let index = try context.integer(arguments[1])
    let byte = try context.byte(arguments[2])
    let count = object.value.bytes.count
    let place = Swift.max(0, Swift.min(index < 0 ? index &+ count : index, count))
    object.value.bytes.insert(byte, at: place)
    return .nothing
  }

  static let bytearrayPop = bytearrayMethod(
    "bytearray.pop(self, index=-1, /)", "Removes a byte, the last by default, and returns it.",
    example: "bytearray(b'ab').pop()  # 98"
  ) { (context, object, arguments) throws(Fault) in
    let index = try context.integer(arguments[1])
    let count = object.value.bytes.count
    if count == 0 { throw Fault(.indexError, "pop from empty bytearray") }
    let place = index < 0 ? index &+ count : index
    guard place >= 0 && place < count else { throw Fault(.indexError, "pop index out of range") }
    return .int(Int(object.value.bytes.remove(at: place)))
  }

  static let bytearrayRemove = bytearrayMethod(
    "bytearray.remove(self, value, /)", "Removes the first byte of a value.",
    example: "b = bytearray(b'ab'); b.remove(97)"
  ) { (context, object, arguments) throws(Fault) in
    let byte = try context.byte(arguments[1])
    guard let place = object.value.bytes.firstIndex(of: byte) else {
      throw Fault(.valueError, "value not found in bytearray")
    }
    object.value.bytes.remove(at: place)
    return .nothing
  }

  static let bytearrayClear = bytearrayMethod(
    "bytearray.clear(self, /)", "Removes all bytes.", example: "b = bytearray(b'a'); b.clear()"
  ) { (_, object, _) throws(Fault) in
    object.value.bytes = []
    return .nothing
  }

  static let bytearrayReverse = bytearrayMethod(
    "bytearray.reverse(self, /)", "Reverses the order of the bytes.", example: "b = bytearray(b'ab'); b.reverse()"
  ) { (_, object, _) throws(Fault) in
    object.value.bytes.reverse()
    return .nothing
  }

  static let bytearrayCopy = bytearrayMethod(
    "bytearray.copy(self, /)", "A new bytearray of the same bytes.", example: "bytearray(b'a').copy()"
  ) { (_, object, _) throws(Fault) in .bytes(object.value.bytes, isMutable: true) }
}

extension Context {
  /// What `bytes` and `bytearray` make of their arguments.
  fileprivate func makeBytes(_ arguments: Registers, _ type: String) throws(Fault) -> [UInt8] {
    if let text = arguments[0].asString {
      guard arguments.isGiven(1) else { throw Fault(.typeError, "string argument without an encoding") }
      let (encoding, errors) = try codec(arguments[1], arguments[2], of: type)
      return try encoded(text.value.text, encoding, errors)
    }
    if arguments.isGiven(1), arguments[1].asString == nil {
      throw Fault(.typeError, "\(type)() argument 'encoding' must be str, not \(arguments[1].typeName)")
    }
    if arguments.isGiven(1) { throw Fault(.typeError, "encoding without a string argument") }
    if arguments.isGiven(2) { throw Fault(.typeError, "errors without a string argument") }
    if !arguments.isGiven(0) { return [] }
    if let bytes = arguments[0].asBytes { return bytes.value.bytes }
    if let made = try callSpecial(.bytesMethod, of: arguments[0]) {
      guard let bytes = made.asBytes else {
        throw Fault(.typeError, "__bytes__ returned non-bytes (type \(made.typeName))")
      }
      return bytes.value.bytes
    }
    if let count = try indexInteger(arguments[0], orRaise: .overflowError) {
      if count < 0 { throw Fault(.valueError, "negative count") }
      if count > Context.largestText { throw Fault(.memoryError, "") }
      return [UInt8](repeating: 0, count: count)
    }
    let source = try iterate(arguments[0], orSay: "cannot convert '", "' object to \(type)")
    return try bytes(
      ofItems: source, orSay: type == "bytes" ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)")
  }

  /// The encoding and the treatment of errors that two arguments name; UTF-8 and `strict` where they are left out.
  func codec(
    _ encoding: borrowing Value, _ errors: borrowing Value, of function: String
  ) throws(Fault) -> (TextEncoding, CodecErrors) {
    if encoding.isUnbound && errors.isUnbound { return (.utf8, .strict) }
    func name(_ value: borrowing Value, _ parameter: String, _ otherwise: String) throws(Fault) -> String {
      if value.isUnbound { return otherwise }
      guard let text = value.asString else {
        throw Fault(.typeError, "\(function)() argument '\(parameter)' must be str, not \(value.typeName)")
      }
      return text.value.text.string
    }
    let encodingName = try name(encoding, "encoding", "utf-8")
    let errorsName = try name(errors, "errors", "strict")
    guard let wanted = CodecErrors(rawValue: errorsName) else {
      throw Fault(.lookupError, "unknown error handler name '\(errorsName)'")
    }
    return (try TextEncoding(encodingName), wanted)
  }
}
