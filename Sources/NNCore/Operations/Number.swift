import NNIntegers
import Glibc

/// A number of Python's own: what arithmetic on `int`, `float` and `bool` works on.
enum Number {
  case int(Int)
  case big(BigInteger)
  case float(Double)

  /// The number as an unbounded integer; nil for a float.
  var integer: BigInteger? {
    switch self {
    case .int(let value): BigInteger(value)
    case .big(let value): value
    case .float: nil
    }
  }

  /// As a float, rounded to nearest. OverflowError when it is too large.
  func double() throws(Fault) -> Double {
    switch self {
    case .int(let value): return Double(value)
    case .float(let value): return value
    case .big(let value): return try Number.double(value)
    }
  }

  static func double(_ value: BigInteger) throws(Fault) -> Double {
    let result = value.rounded
    if result.isInfinite { throw Fault(.overflowError, "int too large to convert to float") }
    return result
  }
}

extension Number {
  /// The float nearest to a magnitude times a power of two, infinite beyond the range.
  static func scaled(_ magnitude: BigInteger, _ exponent: Int) -> Double {
    let drop = -1074 - exponent
    if magnitude.bitWidth - drop > 53 {
      let (value, own) = magnitude.fraction
      return scalbn(value, Int32(clamping: own + exponent))
    }
    // Subnormal: fewer bits, which must not be rounded twice.
    let units = magnitude >> drop
    let isMore = magnitude.bit(drop - 1) && (units.isOdd || magnitude.trailingZeroBitCount < drop - 1)
    return scalbn((isMore ? units + 1 : units).rounded, -1074)
  }
}

extension Value {
  /// The number behind an `int`, `float` or `bool`.
  var number: Number? {
    borrowing get {
      switch self {
      case .int(let value): .int(value)
      case .bool(let value): .int(value ? 1 : 0)
      case .float(let value): .float(value)
      case .bigInteger(let r): .big(r.value.value)
      case .instance(let r): r.value.payload.number
      default: nil
      }
    }
  }
}

/// Arithmetic of Python's numbers.
enum NumberArithmetic {
  /// The longest integer that a power, shift or product may make, in bits: beyond it a MemoryError, not hours.
  static let largestBitWidth = 1 << 25

  /// The result of a binary operator on Python's numbers; nil where it has none for them. Throws ZeroDivisionError,
  /// OverflowError for a float out of range, and MemoryError for an integer that would grow too large.
  static func apply(_ op: ArithmeticOperator, _ x: Number, _ y: Number) throws(Fault) -> Value? {
    switch (x, y) {
    case (.int(let a), .int(let b)): return try small(op, a, b)
    case (.float, _), (_, .float): return try floats(op, x.double(), y.double())
    default:
      guard let a = x.integer, let b = y.integer else { return nil }
      return try bigs(op, a, b)
    }
  }

  static func small(_ op: ArithmeticOperator, _ a: Int, _ b: Int) throws(Fault) -> Value? {
    var result = (partialValue: 0, overflow: false)
    switch op {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .divide:
      if b == 0 { throw Fault(.zeroDivisionError, "division by zero") }
      if a.magnitude <= 1 << 53 && b.magnitude <= 1 << 53 { return .float(Double(a) / Double(b)) }
      return quotient(Int128(truncatingIfNeeded: a), Int128(truncatingIfNeeded: b)).map { .float($0) }
    case .floorDivide:
      if b == 0 { throw Fault(.zeroDivisionError, "integer division or modulo by zero") }
      if b == -1 { result = (0).subtractingReportingOverflow(a) } else { return .int(floorQuotient(a, b)) }
    case .remainder:
      if b == 0 { throw Fault(.zeroDivisionError, "integer modulo by zero") }
      return .int(b == -1 ? 0 : floorRemainder(a, b))
    case .bitAnd: return .int(a & b)
    case .bitOr: return .int(a | b)
    case .bitXor: return .int(a ^ b)
    case .rightShift:
      if b < 0 { throw Fault(.valueError, "negative shift count") }
      return .int(a >> min(b, 63))
    case .leftShift:
      if b >= 0 && b < a.magnitude.leadingZeroBitCount &- 1 { return .int(a &<< b) }
      return try bigs(op, BigInteger(a), BigInteger(b))
    case .power: return try bigs(op, BigInteger(a), BigInteger(b))
    case .matrixMultiply: return nil
    }
    if !result.overflow { return .int(result.partialValue) }
    let (x, y) = (Int128(truncatingIfNeeded: a), Int128(truncatingIfNeeded: b))
    switch op {
    case .add: return .integer(x &+ y)
    case .subtract: return .integer(x &- y)
    case .multiply: return product(x.magnitude, y.magnitude, isNegative: (a < 0) != (b < 0))
    default: return .integer(0 &- x)
    }
  }

  @inline(__always) static func floorQuotient(_ a: Int, _ b: Int) -> Int {
    let quotient = a / b
    return (a % b != 0 && (a < 0) != (b < 0)) ? quotient - 1 : quotient
  }

  @inline(__always) static func floorRemainder(_ a: Int, _ b: Int) -> Int {
    let remainder = a % b
    return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder
  }

  static func bigs(_ op: ArithmeticOperator, _ a: BigInteger, _ b: BigInteger) throws(Fault) -> Value? {
    switch op {
    case .add: return .integer(a + b)
    case .subtract: return .integer(a - b)
    case .multiply:
      try check(a.bitWidth + b.bitWidth)
      return .integer(a * b)
    case .divide:
      if b.isZero { throw Fault(.zeroDivisionError, "division by zero") }
      return .float(try trueQuotient(a, b))
    case .floorDivide, .remainder:
      if b.isZero {
        let text = op == .remainder ? "integer modulo by zero" : "integer division or modulo by zero"
        throw Fault(.zeroDivisionError, text)
      }
      return .integer(op == .floorDivide ? a.floorQuotient(by: b) : a.floorRemainder(by: b))
    case .power:
      if b.isNegative {
        if a.isZero { throw Fault(.zeroDivisionError, "0.0 cannot be raised to a negative power") }
        return .float(pow(try Number.double(a), try Number.double(b)))
      }
      return .integer(try power(a, b))
    case .leftShift:
      if b.isNegative { throw Fault(.valueError, "negative shift count") }
      if a.isZero { return .int(0) }
      guard let count = Int(exactly: b) else { throw Fault(.overflowError, "too many digits in integer") }
      try check(count.addingReportingOverflow(a.bitWidth).partialValue)
      return .integer(a << count)
    case .rightShift:
      if b.isNegative { throw Fault(.valueError, "negative shift count") }
      guard let count = Int(exactly: b) else { return .int(a.isNegative ? -1 : 0) }
      return .integer(a >> count)
    case .bitAnd: return .integer(a & b)
    case .bitOr: return .integer(a | b)
    case .bitXor: return .integer(a ^ b)
    case .matrixMultiply: return nil
    }
  }

  private static var tooLong: Fault {
    Fault(.memoryError, "an integer of over \(largestBitWidth) bits", hint: "use floats, or pow(a, b, modulus)")
  }

  private static func check(_ bitWidth: Int) throws(Fault) {
    if bitWidth < 0 || bitWidth > largestBitWidth { throw tooLong }
  }

  static func power(_ base: BigInteger, _ exponent: BigInteger) throws(Fault) -> BigInteger {
    if exponent.isZero { return 1 }
    if base.bitWidth <= 1 { return base.isNegative && !exponent.isOdd ? 1 : base }
    guard let count = Int(exactly: exponent), count <= largestBitWidth else { throw tooLong }
    try check((base.bitWidth - 1).multipliedReportingOverflow(by: count).partialValue)
    return base.power(count)
  }

  /// The quotient of two integers, correctly rounded.
  private static func trueQuotient(_ a: BigInteger, _ b: BigInteger) throws(Fault) -> Double {
    if a.isZero { return b.isNegative ? -0.0 : 0 }
    // A quotient of 65 or 66 bits, or more; below them only "something is left" counts.
    let shift = b.bitWidth - a.bitWidth + 66
    let (dividend, divisor) = (a.magnitude, b.magnitude)
    let (quotient, remainder) =
      shift >= 0 ? (dividend << shift).divided(by: divisor) : dividend.divided(by: divisor << -shift)
    let exact = (quotient << 1) + (remainder.isZero ? 0 : 1)
    let result = Number.scaled(exact, -shift - 1)
    if result.isInfinite { throw Fault(.overflowError, "integer division result too large for a float") }
    return a.isNegative == b.isNegative ? result : -result
  }

  // MARK: Floats

  private static func floats(_ op: ArithmeticOperator, _ a: Double, _ b: Double) throws(Fault) -> Value? {
    switch op {
    case .add: return .float(a + b)
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .divide:
      if b.isZero { throw Fault(.zeroDivisionError, "float division by zero") }
      return .float(a / b)
    case .floorDivide:
      if b.isZero { throw Fault(.zeroDivisionError, "float floor division by zero") }
      return .float(floorDivide(a, b).quotient)
    case .remainder:
      if b.isZero { throw Fault(.zeroDivisionError, "float modulo") }
      return .float(floorDivide(a, b).remainder)
    case .power:
      if a < 0 && a.isFinite && b.isFinite && b != b.rounded(.towardZero) {
        return .complex(try ComplexNumber(a, 0).power(ComplexNumber(b, 0)))
      }
      return .float(try power(a, b))
    default: return nil
    }
  }

  /// Floor division and remainder as CPython's `float_divmod` has them; the divisor is not 0.
  static func floorDivide(_ a: Double, _ b: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(a, b)
    var quotient = (a - remainder) / b
    if remainder != 0 {
      if (b < 0) != (remainder < 0) {
        remainder += b
        quotient -= 1
      }
    } else {
      remainder = copysign(0, b)
    }
    if quotient != 0 {
      let floored = floor(quotient)
      quotient = quotient - floored > 0.5 ? floored + 1 : floored
    } else {
      quotient = copysign(0, a / b)
    }
    return (quotient, remainder)
  }

  static func power(_ a: Double, _ b: Double) throws(Fault) -> Double {
    if a == 0 && b < 0 && b.isFinite { throw Fault(.zeroDivisionError, "0.0 cannot be raised to a negative power") }
    let result = pow(a, b)
    if result.isInfinite && a.isFinite && b.isFinite {
      throw Fault(.overflowError, "(34, 'Numerical result out of range')")
    }
    return result
  }
}
