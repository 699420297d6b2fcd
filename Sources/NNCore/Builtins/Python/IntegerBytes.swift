import NNIntegers

extension Builtin {
  /// Integers as bytes and back, and floats from hexadecimal text.
  static let integerBytes: [Builtin] = [.intToBytes, .intFromBytes, .floatFromHex]

  static let intToBytes = Builtin(
    "int.to_bytes(self, /, length=1, byteorder='big', *, signed=False)",
    "The integer's bytes in base 256, in two's complement where it is signed.",
    example: "(258).to_bytes(2, 'big')  # b'\\x01\\x02'", methodOf: ["bool"]
  ) { (context, arguments) throws(Fault) in
    let value = try context.wideInteger(arguments[0])
    let length = try context.integer(arguments[1])
    let isLittle = try context.isLittleEndian(arguments[2], "to_bytes")
    if length < 0 { throw Fault(.valueError, "length argument must be non-negative") }
    if length > 1 << 32 { throw Fault(.memoryError, "") }
    let isSigned = try context.truth(arguments[3])
    if value.isNegative && !isSigned { throw Fault(.overflowError, "can't convert negative int to unsigned") }
    guard let bytes = value.littleEndian(count: length, isSigned: isSigned) else {
      throw Fault(.overflowError, "int too big to convert")
    }
    return .bytes(Ref(BytesObject(isLittle ? bytes : bytes.reversed())))
  }

  static let intFromBytes = Builtin(
    "int.from_bytes(bytes, byteorder='big', *, signed=False)", "The integer that bytes write in base 256.",
    example: "int.from_bytes(b'\\x01\\x02', 'big')  # 258"
  ) { (context, arguments) throws(Fault) in
    let isLittle = try context.isLittleEndian(arguments[1], "from_bytes")
    let bytes = try context.byteSequence(arguments[0])
    let isSigned = try context.truth(arguments[2])
    return .integer(BigInteger(littleEndian: isLittle ? bytes : bytes.reversed(), isSigned: isSigned))
  }

  static let floatFromHex = Builtin(
    "float.fromhex(string, /)", "The float that hexadecimal text names exactly.",
    example: "float.fromhex('0x1.8p1')  # 3.0"
  ) { (_, arguments) throws(Fault) in
    guard let text = arguments[0].asString else {
      throw Fault(.typeError, "bad argument type for built-in operation")
    }
    guard let value = HexadecimalFloat(text.value.text.utf8)?.value else {
      throw Fault(.valueError, "invalid hexadecimal floating-point string")
    }
    if value.isFinite || HexadecimalFloat.named(text.value.text.utf8) != nil { return .float(value) }
    throw Fault(.overflowError, "hexadecimal value too large to represent as a float")
  }
}

extension Context {
  fileprivate func isLittleEndian(_ value: borrowing Value, _ function: String) throws(Fault) -> Bool {
    guard let order = value.asString else {
      throw Fault(.typeError, "\(function)() argument 'byteorder' must be str, not \(value.typeName)")
    }
    switch order.value.text.string {
    case "little": return true
    case "big": return false
    default: throw Fault(.valueError, "byteorder must be either 'little' or 'big'")
    }
  }

  /// The bytes of a bytes object or of an iterable of small integers.
  fileprivate func byteSequence(_ value: borrowing Value) throws(Fault) -> [UInt8] {
    if let bytes = value.asBytes { return bytes.value.bytes }
    let complaint = "cannot convert '\(value.typeName)' object to bytes"
    if value.asString != nil || value.number != nil { throw Fault(.typeError, complaint) }
    let items = try items(value, orSay: complaint)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(items.count)
    for index in 0..<items.count {
      guard let byte = UInt8(exactly: Int(clamping: try wideInteger(items[index]))) else {
        throw Fault(.valueError, "bytes must be in range(0, 256)")
      }
      bytes.append(byte)
    }
    return bytes
  }
}
