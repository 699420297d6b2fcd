import Glibc
import NNIntegers

// Integers of up to 127 bits are computed as such; what goes in and out of a `BigInteger` are moves.

extension Value {
  /// The number of an `int` where it has at most 127 bits.
  var wideInteger: Int128? {
    @inline(__always) borrowing get {
      switch self {
      case .int(let value): Int128(truncatingIfNeeded: value)
      case .bigInteger(let r): r.value.value.wide
      default: nil
      }
    }
  }

  /// The number of a bool, or of an `int` of at most 127 bits.
  var wideOperand: Int128? {
    @inline(__always) borrowing get {
      if let truth = asBool { return truth ? 1 : 0 }
      return wideInteger
    }
  }

  /// A float, or a small int that is one exactly.
  var plainDouble: Double? {
    @inline(__always) borrowing get {
      switch self {
      case .int(let value): value.magnitude <= 1 << 53 ? Double(value) : nil
      case .float(let value): value
      default: nil
      }
    }
  }

  /// An `int` from an integer of 128 bits.
  @inline(__always) static func integer(_ value: Int128) -> Value {
    let small = Int(truncatingIfNeeded: value)
    if Int128(truncatingIfNeeded: small) == value { return .int(small) }
    return .bigInteger(Ref(BigIntegerObject(BigInteger(value))))
  }
}

extension NumberArithmetic {
  /// `x op y` of a small int and a float, either way, or of two floats, and small powers of small ints; nil for others,
  /// and where the operator may fail.
  @inline(__always) static func quickly(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value
  ) -> Value? {
    if op == .power, let a = x.asInt, let b = y.asInt { return power(a, b).map { .int($0) } }
    guard let a = x.plainDouble, let b = y.plainDouble, x.asInt == nil || y.asInt == nil else { return nil }
    switch op {
    case .add: return .float(a + b)
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .divide: return b == 0 ? nil : .float(a / b)
    case .floorDivide: return b == 0 ? nil : .float(floorDivide(a, b).quotient)
    case .remainder: return b == 0 ? nil : .float(floorDivide(a, b).remainder)
    case .power where b == 2: return (a * a).isFinite ? .float(a * a) : nil
    case .power where a > 0 && a.isFinite && b.isFinite || a == 0 && b > 0 && b.isFinite:
      let result = pow(a, b)
      return result.isFinite ? .float(result) : nil
    default: return nil
    }
  }

  /// What is left of a power, by a positive modulus.
  static func power(_ base: Int, _ exponent: Int, modulo modulus: Int) -> Int {
    let modulus = UInt(modulus)
    let rest = base % Int(modulus)
    var square = UInt(rest < 0 ? rest + Int(modulus) : rest)
    var (result, left) = (1 % modulus, exponent)
    while left > 0 {
      if left & 1 != 0 { result = modulus.dividingFullWidth(result.multipliedFullWidth(by: square)).remainder }
      left >>= 1
      if left > 0 { square = modulus.dividingFullWidth(square.multipliedFullWidth(by: square)).remainder }
    }
    return Int(result)
  }

  /// A power that has at most 62 bits, by squaring.
  private static func power(_ base: Int, _ exponent: Int) -> Int? {
    guard exponent >= 0, exponent < 63 else { return nil }
    var (result, square, left) = (1, base, exponent)
    while left > 0 {
      if left & 1 != 0 {
        let (product, overflow) = result.multipliedReportingOverflow(by: square)
        if overflow { return nil }
        result = product
      }
      left >>= 1
      if left > 0 {
        let (product, overflow) = square.multipliedReportingOverflow(by: square)
        if overflow { return nil }
        square = product
      }
    }
    return result
  }

  /// `x op y` for two values of type `int`; nil for others, and where the operator is not theirs.
  static func integers(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    switch x {
    case .int(let a):
      switch y {
      case .int(let b): return try small(op, a, b)
      case .bigInteger(let r):
        if let p = r.value.value.wide, let result = wide(op, Int128(truncatingIfNeeded: a), p) { return result }
        return try bigs(op, BigInteger(a), r.value.value)
      default: return nil
      }
    case .bigInteger(let q):
      switch y {
      case .int(let b):
        if let p = q.value.value.wide, let result = wide(op, p, Int128(truncatingIfNeeded: b)) { return result }
        return try bigs(op, q.value.value, BigInteger(b))
      case .bigInteger(let r):
        if let a = q.value.value.wide, let b = r.value.value.wide, let result = wide(op, a, b) { return result }
        return try bigs(op, q.value.value, r.value.value)
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether a comparison of two values of type `int` holds; nil for others.
  @inline(__always) static func compareIntegers(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value
  ) -> Bool? {
    if let a = x.wideInteger, let b = y.wideInteger { return comparison.holds(a, b) }
    return compareBigs(comparison, x, y)
  }

  @inline(never) private static func compareBigs(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value
  ) -> Bool? {
    switch x {
    case .int(let a):
      switch y {
      case .bigInteger(let r): return comparison.holds(BigInteger(a), r.value.value)
      default: return nil
      }
    case .bigInteger(let q):
      switch y {
      case .int(let b): return comparison.holds(q.value.value, BigInteger(b))
      case .bigInteger(let r): return comparison.holds(q.value.value, r.value.value)
      default: return nil
      }
    default: return nil
    }
  }

  /// `a op b` where that needs no more than 128 bits on the way, but for products, and is no error; else nil.
  @inline(__always) private static func wide(_ op: ArithmeticOperator, _ a: Int128, _ b: Int128) -> Value? {
    switch op {
    case .multiply: return .some(product(a.magnitude, b.magnitude, isNegative: (a < 0) != (b < 0)))
    case .divide: return quotient(a, b).map { .float($0) }
    default: return wideResult(op, a, b).map { .integer($0) }
    }
  }

  /// `a op b` where neither it nor anything on the way needs more than 127 bits, and it is no error; else nil.
  @inline(__always) static func wideResult(_ op: ArithmeticOperator, _ a: Int128, _ b: Int128) -> Int128? {
    switch op {
    case .add:
      let (sum, overflow) = a.addingReportingOverflow(b)
      return overflow ? nil : fitting(sum)
    case .subtract:
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      return overflow ? nil : fitting(difference)
    case .multiply:
      let (x, y) = (a.magnitude, b.magnitude)
      if (x | y) >> 64 != 0 { return nil }
      let product = x &* y
      if product >> 127 != 0 { return nil }
      return (a < 0) != (b < 0) ? 0 &- Int128(bitPattern: product) : Int128(bitPattern: product)
    case .floorDivide: return b == 0 ? nil : floorDivided(a, b).quotient
    case .remainder: return b == 0 ? nil : floorDivided(a, b).remainder
    case .bitAnd: return fitting(a & b)
    case .bitOr: return fitting(a | b)
    case .bitXor: return fitting(a ^ b)
    case .rightShift: return b < 0 ? nil : a >> min(b, 127)
    case .leftShift:
      if b < 0 || b >= Int128(truncatingIfNeeded: a.magnitude.leadingZeroBitCount &- 1) { return nil }
      return a &<< b
    default: return nil
    }
  }

  /// A number of at most 127 bits; nil for the one that has no opposite in 128.
  @inline(__always) private static func fitting(_ x: Int128) -> Int128? { x == .min ? nil : x }

  @inline(__always) static func product(_ a: UInt128, _ b: UInt128, isNegative: Bool) -> Value {
    if (a | b) >> 64 == 0 {
      let product = a &* b
      if product >> 127 == 0 {
        return .integer(isNegative ? 0 &- Int128(bitPattern: product) : Int128(bitPattern: product))
      }
    }
    return .bigInteger(Ref(BigIntegerObject(BigInteger(isNegative: isNegative, product: a, b))))
  }

  @inline(__always) private static func floorDivided(
    _ a: Int128, _ b: Int128
  ) -> (quotient: Int128, remainder: Int128) {
    let (x, y) = (a.magnitude, b.magnitude)
    if b > 0 && y & (y &- 1) == 0 { return (a >> y.trailingZeroBitCount, a & (b &- 1)) }
    var quotient = Int128(bitPattern: x < y ? 0 : x / y)
    if (a < 0) != (b < 0) { quotient = 0 &- quotient }
    let remainder = a &- quotient &* b
    if remainder == 0 || (remainder < 0) == (b < 0) { return (quotient, remainder) }
    return (quotient &- 1, remainder &+ b)
  }

  /// a / b, correctly rounded; nil where `b` is 0 or has more than 64 bits.
  static func quotient(_ a: Int128, _ b: Int128) -> Double? {
    if b == 0 || b.magnitude >> 64 != 0 { return nil }
    if a == 0 { return b < 0 ? -0.0 : 0 }
    let (upward, divisorUpward) = (a.magnitude.leadingZeroBitCount, b.magnitude.leadingZeroBitCount &- 64)
    let (dividend, divisor) = (a.magnitude << upward, b.magnitude << divisorUpward)
    let quotient = dividend / divisor
    // 64 or 65 bits; the lowest is set where anything is left, so that no tie is seen where there is none.
    let isLong = quotient >> 64 != 0
    let rest: UInt128 = dividend != quotient &* divisor || isLong && quotient & 1 != 0 ? 1 : 0
    let top = UInt64(truncatingIfNeeded: quotient >> (isLong ? 1 : 0) | rest)
    let result = scalbn(Double(top), Int32(truncatingIfNeeded: divisorUpward &- upward &+ (isLong ? 1 : 0)))
    return (a < 0) != (b < 0) ? -result : result
  }
}
