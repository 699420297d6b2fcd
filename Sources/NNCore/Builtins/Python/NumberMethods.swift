import NNIntegers

extension Builtin {
  static let numberMethods: [Builtin] = [
    .intBitLength, .intBitCount, .floatIsInteger, .floatHex,
    number("int.real", "The number itself.") { $0 }, number("int.numerator", "The number itself.") { $0 },
    number("int.imag", "0.") { _ in .int(0) }, number("int.denominator", "1.") { _ in .int(1) },
    number("int.conjugate(self, /)", "The number itself.") { $0 },
    number("float.real", "The number itself.") { $0 }, number("float.imag", "0.0.") { _ in .float(0) },
    number("float.conjugate(self, /)", "The number itself.") { $0 },
    ratio("int"), ratio("float"),
  ]

  /// What an integer type declares, its methods on `bool` too.
  private static func number(
    _ declaration: String, _ documentation: String, _ body: @escaping (Number) -> Number
  ) -> Builtin {
    let type = declaration.hasPrefix("int") ? "int" : "float"
    return Builtin(declaration, documentation, methodOf: type == "int" ? ["bool"] : []) {
      (context, arguments) throws(Fault) in
      switch body(try context.receiver(arguments[0], type)) {
      case .int(let value): .int(value)
      case .big(let value): .integer(value)
      case .float(let value): .float(value)
      }
    }
  }

  static let intBitLength = Builtin(
    "int.bit_length(self, /)", "The number of bits without sign and leading zeros.", example: "(37).bit_length()  # 6",
    methodOf: ["bool"]
  ) { (context, arguments) throws(Fault) in
    let value = try context.receiver(arguments[0], "int").integer ?? 0
    return .int(value.bitWidth)
  }

  static let intBitCount = Builtin(
    "int.bit_count(self, /)", "The number of ones among the bits of the absolute value.",
    example: "(37).bit_count()  # 3", methodOf: ["bool"]
  ) { (context, arguments) throws(Fault) in
    let value = try context.receiver(arguments[0], "int").integer ?? 0
    return .int(value.nonzeroBitCount)
  }

  static let floatIsInteger = Builtin(
    "float.is_integer(self, /)", "Whether it is a whole number.", example: "(2.0).is_integer()  # True"
  ) { (context, arguments) throws(Fault) in
    let value = try context.receiver(arguments[0], "float").double()
    return .bool(value.isFinite && value == value.rounded(.down))
  }

  private static func ratio(_ type: String) -> Builtin {
    Builtin(
      "\(type).as_integer_ratio(self, /)", "The two integers whose quotient it is exactly.",
      example: "(0.5).as_integer_ratio()  # (1, 2)", methodOf: type == "int" ? ["bool"] : []
    ) { (context, arguments) throws(Fault) in
      let number = try context.receiver(arguments[0], type)
      guard case .float(let value) = number else { return .tuple(.integer(number.integer ?? 0), .int(1)) }
      if value.isNaN { throw Fault(.valueError, "cannot convert NaN to integer ratio") }
      if value.isInfinite { throw Fault(.overflowError, "cannot convert Infinity to integer ratio") }
      if value == 0 { return .tuple(.int(0), .int(1)) }
      // The significand times 2^52 is a whole number.
      let digits = BigInteger(exactly: value.magnitude.significand * 0x1p52) ?? 0
      return reduced(value < 0 ? -digits : digits, Int(value.exponent) - 52)
    }
  }

  /// `numerator * 2^exponent` as a fraction in lowest terms.
  private static func reduced(_ numerator: BigInteger, _ exponent: Int) -> Value {
    if exponent >= 0 { return .tuple(.integer(numerator << exponent), .int(1)) }
    let common = Swift.min(numerator.trailingZeroBitCount, -exponent)
    return .tuple(.integer(numerator >> common), .integer(BigInteger(1) << (-exponent - common)))
  }

  static let floatHex = Builtin(
    "float.hex(self, /)", "The exact value in hexadecimal digits.", example: "(1.5).hex()  # '0x1.8000000000000p+0'"
  ) { (context, arguments) throws(Fault) in
    let value = try context.receiver(arguments[0], "float").double()
    if !value.isFinite { return .string(String(decoding: NumberText.repr(value), as: UTF8.self)) }
    let sign = value.sign == .minus ? "-" : ""
    if value == 0 { return .string(sign + "0x0.0p+0") }
    let digits = String(value.significandBitPattern, radix: 16)
    let padded = String(repeating: "0", count: Swift.max(0, 13 - digits.count)) + digits
    let exponent = value.isNormal ? Int(value.exponent) : -1022
    return .string("\(sign)0x\(value.isNormal ? 1 : 0).\(padded)p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)")
  }
}

extension Context {
  /// The number that a method of a type was called on.
  fileprivate func receiver(_ value: borrowing Value, _ type: String) throws(Fault) -> Number {
    guard let number = value.number, (value.asFloat != nil) == (type == "float") else {
      throw Fault(.typeError, "descriptor requires a '\(type)' object but received a '\(value.typeName)'")
    }
    return number
  }
}
