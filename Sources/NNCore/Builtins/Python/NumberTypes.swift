import NNIntegers
import NNKernels

extension Builtin {
  static let numberTypes: [Builtin] = [.int, .float, .bool]

  static let int = Builtin(
    "int(x=0, /, base=<no value>)", "The integer of a number, cut toward zero, or of a text in the given base.",
    example: "int('ff', 16)  # 255", constructs: .int
  ) { (context, arguments) throws(Fault) in
    guard arguments.isGiven(1) else { return try context.toInteger(arguments[0]) }
    let base = try context.integer(arguments[1])
    guard let text = arguments[0].asString else {
      throw Fault(.typeError, "int() can't convert non-string with explicit base")
    }
    if base != 0 && (base < 2 || base > 36) { throw Fault(.valueError, "int() base must be >= 2 and <= 36, or 0") }
    return try context.parseInteger(text, base: base)
  }

  static let float = Builtin(
    "float(x=0.0, /)", "The float of a number or a text.", example: "float('1e3')  # 1000.0", constructs: .float
  ) { (context, arguments) throws(Fault) in
    if let special = try context.specialFloat(arguments[0]) { return .float(special) }
    if let text = arguments[0].asString {
      if let value = NumberParsing.float(text.value.text) { return .float(value) }
      throw Fault(.valueError, "could not convert string to float: \(try context.repr(arguments[0]))")
    }
    try context.checkSingle(arguments[0])
    return .float(
      try context.real(arguments[0]) {
        .type("float() argument must be a string or a real number, not '\($0)'")
      })
  }

  static let bool = Builtin(
    "bool(x=False, /)", "The truth of a value.", example: "bool([])  # False", constructs: .bool
  ) {
    (context, arguments) throws(Fault) in
    .bool(try context.truth(arguments[0]))
  }
}

extension Context {
  /// `int(value)`.
  func toInteger(_ value: borrowing Value) throws(Fault) -> Value {
    if value.hasSpecialMethods, let integer = try specialInteger(value) { return integer }
    if let text = value.asString { return try parseInteger(text, base: 10) }
    if let number = value.number {
      switch number {
      case .int(let small): return .int(small)
      case .big(let big): return .integer(big)
      case .float(let double): return .integer(try Context.truncated(double))
      }
    }
    try checkSingle(value)
    let element: NumPyScalar?
    if let array = value.asArray { element = array.value.element(0) } else { element = value.asScalar }
    guard let element else {
      throw Fault(
        .typeError,
        "int() argument must be a string, a bytes-like object or a real number, not '\(value.typeName)'")
    }
    if element.type.isFloat { return .integer(try Context.truncated(element.asDouble)) }
    return try toInteger(ArrayConversion.pythonNumber(element))
  }

  /// TypeError for an array that is not 0-d.
  fileprivate func checkSingle(_ value: borrowing Value) throws(Fault) {
    if let array = value.asArray, array.value.rank != 0 {
      throw Fault(.typeError, "only 0-dimensional arrays can be converted to Python scalars")
    }
  }

  fileprivate func parseInteger(_ text: Unowned<StringObject>, base: Int) throws(Fault) -> Value {
    if let value = try NumberParsing.integer(text.value.text, base: base) { return .integer(value) }
    let shown = String(decoding: StringText.repr(text.value.text.utf8), as: UTF8.self).unicodeScalars.prefix(200)
    throw Fault(.valueError, "invalid literal for int() with base \(base): \(String(shown))")
  }

  /// An integer argument of any size: what has an `__index__`. TypeError for other values.
  func wideInteger(_ value: borrowing Value) throws(Fault) -> BigInteger {
    if let big = value.asBigInteger { return big.value.value }
    if let special = try specialIndex(value), let integer = special.number?.integer { return integer }
    if let scalar = value.asScalar, scalar.type == .uint64 { return BigInteger(scalar.bits) }
    return BigInteger(try integer(value))
  }
}
