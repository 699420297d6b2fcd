import NNIntegers
import Glibc
import NNKernels

extension Builtin {
  static let numberFunctions: [Builtin] = [.abs, .round, .divmod, .pow, .bin, .oct, .hex]

  static let abs = Builtin("abs(x, /)", "The absolute value.", example: "abs(-2)  # 2") {
    (context, arguments) throws(Fault) in
    if let small = arguments[0].asInt, small != Int.min { return .int(Swift.abs(small)) }
    if let double = arguments[0].asFloat { return .float(double.magnitude) }
    if let answer = try context.callSpecial(.absMethod, of: arguments[0]) { return answer }
    if let number = arguments[0].number {
      switch number {
      case .int(let value): return value == Int.min ? .integer(-BigInteger(value)) : .int(Swift.abs(value))
      case .float(let value): return .float(value.magnitude)
      case .big(let value): return .integer(value.magnitude)
      }
    }
    if let complex = arguments[0].asComplex { return .float(try complex.value.number.magnitude()) }
    guard arguments[0].isArrayLike else {
      throw Fault(.typeError, "bad operand type for abs(): '\(arguments[0].typeName)'")
    }
    let operand = try context.ufuncOperand(arguments[0].copy(), of: .absolute, place: 0)
    if let scalar = arguments[0].asScalar, scalar.type.isSigned, scalar.hasNoNegative {
      FloatingPointWarnings.note(.overflow, in: "scalar absolute")
    }
    return .result(try Ufunc.absolute.unary(operand))
  }

  static let round = Builtin(
    "round(number, ndigits=None)", "Rounded to `ndigits` decimals, halves to even; an integer where none are given.",
    example: "round(2.675, 2)  # 2.67"
  ) { (context, arguments) throws(Fault) in
    if let double = arguments[0].asFloat, let places = arguments[1].asInt,
      let rounded = double.quicklyRounded(places)
    {
      return .float(rounded)
    }
    if arguments[0].hasSpecialMethods {
      if arguments[1].isNone, let answer = try context.callSpecial(.roundMethod, of: arguments[0]) { return answer }
      if let answer = try context.callSpecial(.roundMethod, of: arguments[0], arguments[1]) { return answer }
    }
    return try context.rounded(arguments[0], arguments[1])
  }

  static let divmod = Builtin(
    "divmod(x, y, /)", "The tuple (x // y, x % y).", example: "divmod(7, -2)  # (-4, -1)"
  ) { (context, arguments) throws(Fault) in
    if let x = arguments[0].asInt, let y = arguments[1].asInt, y > 0 {
      return .tuple(.int(NumberArithmetic.floorQuotient(x, y)), .int(NumberArithmetic.floorRemainder(x, y)))
    }
    if arguments[0].hasSpecialMethods || arguments[1].hasSpecialMethods,
      let answer = try context.specialBinary(
        .divmodMethod, .reflectedDivmodMethod, arguments[0], arguments[1])
    {
      return answer
    }
    if arguments[0].number == nil || arguments[1].number == nil {
      guard arguments[0].isArrayLike || arguments[1].isArrayLike else {
        throw Fault(
          .typeError,
          "unsupported operand type(s) for divmod(): '\(arguments[0].typeName)' and '\(arguments[1].typeName)'")
      }
    }
    let isFloat = arguments[0].asFloat != nil || arguments[1].asFloat != nil
    let hasScalar = arguments[0].asScalar != nil || arguments[1].asScalar != nil
    if isFloat, !hasScalar, let divisor = arguments[1].number, try divisor.double() == 0 {
      throw Fault(.zeroDivisionError, "float divmod()")
    }
    let mark = FloatingPointWarnings.mark()
    let quotient = try context.arithmetic(.floorDivide, arguments[0].copy(), arguments[1].copy())
    let remainder = try context.arithmetic(.remainder, arguments[0].copy(), arguments[1].copy())
    FloatingPointWarnings.rename(since: mark, to: "divmod")
    return .tuple(quotient, remainder)
  }

  static let pow = Builtin(
    "pow(base, exp, mod=None)", "`base ** exp`, or its remainder modulo `mod` without the large power.",
    example: "pow(3, -1, 7)  # 5"
  ) { (context, arguments) throws(Fault) in
    if arguments[2].isNone {
      if let power = NumberArithmetic.quickly(.power, arguments[0], arguments[1]) { return power }
      return try context.arithmetic(.power, arguments[0].copy(), arguments[1].copy())
    }
    if let base = arguments[0].asInt, let exponent = arguments[1].asInt, let modulus = arguments[2].asInt,
      exponent >= 0, modulus > 0
    {
      return .int(NumberArithmetic.power(base, exponent, modulo: modulus))
    }
    if let answer = try context.callSpecial(
      OperatorNames.of(.power).method, of: arguments[0], arguments[1], arguments[2])
    {
      return answer
    }
    guard let base = arguments[0].number?.integer, let exponent = arguments[1].number?.integer,
      let modulus = arguments[2].number?.integer
    else {
      if (0..<3).contains(where: { arguments[$0].asComplex != nil }) { throw Fault(.valueError, "complex modulo") }
      if let made = try context.callSpecial(Symbol("__pow__"), of: arguments[0], arguments[1], arguments[2]) {
        return made
      }
      let names = (0..<3).map { "'\(arguments[$0].typeName)'" }
      if arguments[0].asFloat != nil || (0..<3).allSatisfy({ arguments[$0].number != nil }) {
        throw Fault(.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
      }
      throw Fault(.typeError, "unsupported operand type(s) for ** or pow(): \(names[0]), \(names[1]), \(names[2])")
    }
    return .integer(try context.power(base, exponent, modulo: modulus))
  }

  static let bin = Builtin("bin(number, /)", "The binary digits of an integer.", example: "bin(5)  # '0b101'") {
    (context, arguments) throws(Fault) in
    if let small = arguments[0].asInt { return Context.digits(small, 1, UInt8(ascii: "b")) }
    return .string(Context.digits(try context.wideInteger(arguments[0]), 2, "0b"))
  }

  static let oct = Builtin("oct(number, /)", "The octal digits of an integer.", example: "oct(8)  # '0o10'") {
    (context, arguments) throws(Fault) in
    if let small = arguments[0].asInt { return Context.digits(small, 3, UInt8(ascii: "o")) }
    return .string(Context.digits(try context.wideInteger(arguments[0]), 8, "0o"))
  }

  static let hex = Builtin("hex(number, /)", "The hexadecimal digits of an integer.", example: "hex(255)  # '0xff'") {
    (context, arguments) throws(Fault) in
    if let small = arguments[0].asInt { return Context.digits(small, 4, UInt8(ascii: "x")) }
    return .string(Context.digits(try context.wideInteger(arguments[0]), 16, "0x"))
  }
}

extension Context {
  /// The digits of a power of two as their base, behind a prefix.
  fileprivate static func digits(_ value: Int, _ bits: UInt, _ letter: UInt8) -> Value {
    var builder = TextBuilder(capacity: 72)
    if value < 0 { builder.append(UInt8(ascii: "-")) }
    builder.append(UInt8(ascii: "0"))
    builder.append(letter)
    let magnitude = value.magnitude
    var shift: UInt = 0
    while shift &+ bits < 64, magnitude >> (shift &+ bits) != 0 { shift &+= bits }
    while true {
      let digit = UInt8(truncatingIfNeeded: magnitude >> shift & (1 << bits &- 1))
      builder.append(digit < 10 ? digit &+ 48 : digit &+ 87)
      if shift == 0 { break }
      shift &-= bits
    }
    return builder.finish()
  }

  fileprivate static func digits(_ value: BigInteger, _ base: Int, _ prefix: String) -> String {
    (value.isNegative ? "-" : "") + prefix + String(decoding: value.magnitude.digits(radix: base), as: UTF8.self)
  }

  /// `pow(base, exponent, modulus)` with Python's sign rule and inverses for negative exponents.
  fileprivate func power(
    _ base: BigInteger, _ exponent: BigInteger, modulo modulus: BigInteger
  ) throws(Fault) -> BigInteger {
    if modulus.isZero { throw Fault(.valueError, "pow() 3rd argument cannot be 0") }
    let size = modulus.magnitude
    if size == 1 { return 0 }
    var base = base.floorRemainder(by: size)
    if exponent.isNegative {
      guard let inverse = try base.inverse(modulo: size, checkpoint: checkInterrupt) else {
        throw Fault(.valueError, "base is not invertible for the given modulus")
      }
      base = inverse
    }
    let result = try base.power(exponent.magnitude, modulo: size, checkpoint: checkInterrupt)
    return modulus.isNegative && !result.isZero ? result + modulus : result
  }

  /// `round(value, digits)`; the digits may be None.
  fileprivate func rounded(_ value: borrowing Value, _ digits: borrowing Value) throws(Fault) -> Value {
    guard let number = value.number else {
      guard let scalar = value.asScalar, scalar.type != .bool, !scalar.type.isComplex else {
        throw Fault(.typeError, "type \(value.typeName) doesn't define __round__ method")
      }
      return try rounded(scalar, value, digits)
    }
    guard case .float(let double) = number else {
      let integer = number.integer ?? 0
      if digits.isNone { return .integer(integer) }
      let wide = try wideInteger(digits)
      return .integer(wide >= 0 ? integer : try NumberRounding.integer(integer, zeros: wide.magnitude))
    }
    if digits.isNone {
      if !double.isFinite {
        throw double.isNaN
          ? Fault(.valueError, "cannot convert float NaN to integer")
          : Fault(.overflowError, "cannot convert float infinity to integer")
      }
      return .integer(try Context.truncated(double.rounded(.toNearestOrEven)))
    }
    let wide = try wideInteger(digits)
    return .float(try NumberRounding.float(double, Int(clamping: wide)))
  }

  /// A NumPy scalar without digits becomes an `int`; else NumPy's own rounding.
  private func rounded(
    _ scalar: NumPyScalar, _ value: borrowing Value, _ digits: borrowing Value
  ) throws(Fault) -> Value {
    if digits.isNone { return try rounded(ArrayConversion.pythonNumber(scalar), digits) }
    var arguments = ValueList(capacity: 1)
    arguments.append(digits.copy())
    return try call(try attribute(value, Symbol("round")), arguments)
  }
}

/// Rounding to decimal places, halves to even.
enum NumberRounding {
  /// An integer rounded to a multiple of 10 to the power `zeros`.
  static func integer(_ value: BigInteger, zeros: BigInteger) throws(Fault) -> BigInteger {
    // A number below half of the power rounds to 0; 10^k has more than 3k bits.
    if zeros * 3 > BigInteger(value.bitWidth + 4) { return 0 }
    let unit = BigInteger(10).power(Int(clamping: zeros))
    let (quotient, remainder) = value.floorDivided(by: unit)
    let double = remainder * 2
    let goesUp = double > unit || (double == unit && quotient.isOdd)
    return (goesUp ? quotient + 1 : quotient) * unit
  }

  /// A float rounded to `digits` decimals, from its exact value (CPython's `double_round`).
  static func float(_ value: Double, _ digits: Int) throws(Fault) -> Double {
    if !value.isFinite || value == 0 || digits > 323 { return value }
    if digits < -308 { return value * 0 }
    let text: [UInt8]
    if digits >= 0 {
      text = FloatConversion(style: .positional, precision: digits).text(value)
    } else {
      let kept = DecimalDigits(shortest: value.magnitude).exponent + 1 + digits
      if kept < 0 { return value * 0 }
      if kept == 0 {
        let half = Double("5e\(-digits - 1)") ?? .infinity
        text = Array((value.magnitude > half ? "\(value < 0 ? "-" : "")1e\(-digits)" : value < 0 ? "-0.0" : "0.0").utf8)
      } else {
        text = FloatConversion(style: .scientific, precision: kept - 1).text(value)
      }
    }
    let result = Double(String(decoding: text, as: UTF8.self)) ?? value
    if result.isInfinite { throw Fault(.overflowError, "rounded value too large to represent") }
    return result
  }
}
