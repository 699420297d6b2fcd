import NNIntegers
import NNKernels

extension Builtin {
  static let numberTypes: [Builtin] = [.int, .float, .bool]

  static let int = Builtin(
    "int(x=0, /, base=<no value>)", "The integer of a number, cut toward zero, or of a text in the given base.",
    example: "int('ff', 16)  # 255", constructs: .int
  ) { (context, arguments) throws(Fault) in
    guard arguments.isGiven(1) else {
      if let small = arguments[0].asInt { return .int(small) }
      return try context.toInteger(arguments[0])
    }
    let base = arguments[1].asBigInteger == nil ? try context.integer(arguments[1]) : -1
    if let small = arguments[0].asString?.value.bytes.smallInteger(base: base) { return .int(small) }
    guard let text = NumberParsing.points(arguments[0]) else {
      throw Fault(.typeError, "int() can't convert non-string with explicit base")
    }
    if base != 0 && (base < 2 || base > 36) { throw Fault(.valueError, "int() base must be >= 2 and <= 36, or 0") }
    return try context.parseInteger(arguments[0], text, base: base)
  }

  static let float = Builtin(
    "float(x=0.0, /)", "The float of a number or a text.", example: "float('1e3')  # 1000.0", constructs: .float
  ) { (context, arguments) throws(Fault) in
    if let special = try context.specialFloat(arguments[0]) { return .float(special) }
    if let small = arguments[0].asString?.value.bytes.smallFloat { return .float(small) }
    if let text = NumberParsing.points(arguments[0]) {
      if let value = NumberParsing.float(text) { return .float(value.isNaN ? NumberParsing.freshNaN() : value) }
      throw Fault(.valueError, "could not convert string to float: \(try context.repr(arguments[0]))")
    }
    try context.checkSingle(arguments[0])
    if let array = arguments[0].asArray, array.value.type.isComplex {
      throw Fault(.typeError, "float() argument must be a string or a real number, not 'complex'")
    }
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
    if let small = value.asString?.value.bytes.smallInteger(base: 10) { return .int(small) }
    if let text = NumberParsing.points(value) { return try parseInteger(value, text, base: 10) }
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
      if value.asArray == nil, let bytes = try optionalBytes(value) {
        return try parseInteger(.bytes(bytes), NumberParsing.points(.bytes(bytes)) ?? [], base: 10)
      }
      throw Fault(
        .typeError,
        "int() argument must be a string, a bytes-like object or a real number, not '\(value.typeName)'")
    }
    if element.type.isComplex {
      throw Fault(
        .typeError,
        "int() argument must be a string, a bytes-like object or a real number, not '\(element.type == .complex128 ? "complex" : "numpy.complex64")'"
      )
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

  fileprivate func parseInteger(_ value: borrowing Value, _ text: [UInt32], base: Int) throws(Fault) -> Value {
    let beginsWithLetter = text.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } ?? false
    if !beginsWithLetter || base > 10, let value = try NumberParsing.integer(text, base: base) {
      return .integer(value)
    }
    var shown = try repr(value)
    if shown.utf8.count > 200 { shown = String(shown.unicodeScalars.prefix(200)) }
    throw Fault(.valueError, "invalid literal for int() with base \(base): \(shown)")
  }

  /// An integer argument of any size: what has an `__index__`. TypeError for other values.
  func wideInteger(_ value: borrowing Value) throws(Fault) -> BigInteger {
    if let big = value.asBigInteger { return big.value.value }
    if let special = try specialIndex(value), let integer = special.number?.integer { return integer }
    if let scalar = value.asScalar, scalar.type == .uint64 { return BigInteger(scalar.bits) }
    return BigInteger(try integer(value))
  }
}

extension ByteView {
  /// The float of few plain digits, with a sign, a point and an exponent perhaps; nil for anything else. Exact: the
  /// digits and the power of ten are floats without rounding, and one operation rounds.
  var smallFloat: Double? {
    var (place, digits, scale, mantissa) = (0, 0, 0, 0)
    let isNegative = count > 0 && self[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    var isFraction = false
    while place < count {
      let digit = self[place] &- 48
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ Int(digit)
        digits += 1
        if isFraction { scale -= 1 }
        if digits > 15 { return nil }
      } else if self[place] == UInt8(ascii: ".") && !isFraction {
        isFraction = true
      } else {
        return nil
      }
      place += 1
    }
    if digits == 0 { return nil }
    let value = Double(mantissa) / ByteView.powers[-scale]
    return isNegative ? -value : value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The integer of few plain digits of a base, with a minus perhaps; nil for anything else.
  fileprivate func smallInteger(base: Int) -> Int? {
    // Each digit has at most six bits.
    guard count > 0 && base >= 2 && base <= 36 && (count < 11 || base <= 10 && count < 19) else { return nil }
    let isNegative = self[0] == UInt8(ascii: "-")
    var result = 0
    for index in (isNegative ? 1 : 0)..<count {
      let byte = self[index]
      var digit = Int(byte &- 48)
      if digit > 9 {
        let letter = (byte | 0x20) &- 97
        if letter > 25 { return nil }
        digit = Int(letter) &+ 10
      }
      if digit >= base { return nil }
      result = result &* base &+ digit
    }
    return count == 1 && isNegative ? nil : isNegative ? -result : result
  }
}
