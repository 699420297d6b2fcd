import Glibc

extension UInt8: IntegerElement {
  static var type: ElementType { .uint8 }
  @inline(__always) static func cast<S: Element>(_ source: S) -> UInt8 { source.asUInt8 }
}
extension UInt64: IntegerElement {
  static var type: ElementType { .uint64 }
  @inline(__always) static func cast<S: Element>(_ source: S) -> UInt64 { source.asUInt64 }
}
extension Int64: IntegerElement {
  static var type: ElementType { .int64 }
  @inline(__always) static func cast<S: Element>(_ source: S) -> Int64 { source.asInt64 }
}

/// Sets the floating-point flag that an integer division by zero raises in NumPy.
@inline(never) func raiseDivideByZero() { FloatFlags.raise(.divideByZero) }
/// Sets the flag of a result that does not fit.
@inline(never) func raiseOverflow() { FloatFlags.raise(.overflow) }
/// Sets the flag of an operation without a result.
@inline(never) func raiseInvalid() { FloatFlags.raise(.invalid) }

extension IntegerElement {
  static var zeroValue: Self { 0 }
  static var oneValue: Self { 1 }
  static var lowest: Self { .min }
  static var highest: Self { .max }
  @inline(__always) var isTrue: Bool { self != 0 }
  @inline(__always) var isUnordered: Bool { false }
  @inline(__always) var isUnbounded: Bool { false }
  @inline(__always) static func equal(_ a: Self, _ b: Self) -> Bool { a == b }
  @inline(__always) static func less(_ a: Self, _ b: Self) -> Bool { a < b }
  @inline(__always) static func lessOrEqual(_ a: Self, _ b: Self) -> Bool { a <= b }
  @inline(__always) var asUInt8: UInt8 { UInt8(truncatingIfNeeded: self) }
  @inline(__always) var asUInt64: UInt64 { UInt64(truncatingIfNeeded: self) }
  @inline(__always) var asInt64: Int64 { Int64(truncatingIfNeeded: self) }
  @inline(__always) var asFloat: Float { Float(self) }
  @inline(__always) var asDouble: Double { Double(self) }

  @inline(__always) static func add(_ a: Self, _ b: Self) -> Self { a &+ b }
  @inline(__always) static func subtract(_ a: Self, _ b: Self) -> Self { a &- b }
  @inline(__always) static func multiply(_ a: Self, _ b: Self) -> Self { a &* b }
  @inline(__always) static func negative(_ a: Self) -> Self { 0 &- a }
  @inline(__always) static func absolute(_ a: Self) -> Self { a < 0 ? 0 &- a : a }
  @inline(__always) static func sign(_ a: Self) -> Self { a < 0 ? 0 &- 1 : (a > 0 ? 1 : 0) }
  /// 1/a toward zero; NumPy converts the infinity of 1/0, which gives the least value.
  @inline(__always) static func reciprocal(_ a: Self) -> Self {
    if a == 0 {
      raiseDivideByZero()
      raiseInvalid()
      return .min
    }
    if a == 1 { return 1 }
    return a &+ 1 == 0 && Self.isSigned ? a : 0
  }

  @inline(__always) static func floorDivide(_ a: Self, _ b: Self) -> Self {
    if b == 0 {
      raiseDivideByZero()
      return 0
    }
    if Self.isSigned && b == 0 &- 1 {
      if a == .min { raiseOverflow() }
      return 0 &- a
    }
    let quotient = a / b
    return Self.isSigned && (a < 0) != (b < 0) && quotient &* b != a ? quotient &- 1 : quotient
  }
  @inline(__always) static func floorRemainder(_ a: Self, _ b: Self) -> Self {
    let remainder = truncatedRemainder(a, b)
    return Self.isSigned && remainder != 0 && (remainder < 0) != (b < 0) ? remainder &+ b : remainder
  }
  @inline(__always) static func truncatedRemainder(_ a: Self, _ b: Self) -> Self {
    if b == 0 {
      raiseDivideByZero()
      return 0
    }
    if Self.isSigned && b == 0 &- 1 { return 0 }
    return a % b
  }
  /// By squaring, wrapping; a negative exponent counts as 0 (callers refuse it).
  @inline(__always) static func power(_ a: Self, _ b: Self) -> Self {
    var result: Self = 1
    var base = a
    var rest = b < 0 ? 0 : b
    while rest != 0 {
      if rest & 1 == 1 { result = result &* base }
      base = base &* base
      rest = rest &>> 1
    }
    return result
  }
  @inline(__always) static func bitAnd(_ a: Self, _ b: Self) -> Self { a & b }
  @inline(__always) static func bitOr(_ a: Self, _ b: Self) -> Self { a | b }
  @inline(__always) static func bitXor(_ a: Self, _ b: Self) -> Self { a ^ b }
  @inline(__always) static func invert(_ a: Self) -> Self { ~a }
}
