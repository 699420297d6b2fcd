import CComplex
import Glibc

extension Double: FloatElement {
  typealias Eight = SIMD8<Double>
  static var type: ElementType { .float64 }
  @inline(__always) static func cast<S: Element>(_ source: S) -> Double { source.asDouble }
  @inline(__always) static func libraryRemainder(_ a: Double, _ b: Double) -> Double { Glibc.fmod(a, b) }
  @inline(__always) var asFloat: Float { Float(self) }
  @inline(__always) var asDouble: Double { self }
}
extension Float: FloatElement {
  typealias Eight = FloatLanes
  static var type: ElementType { .float32 }
  @inline(__always) static func cast<S: Element>(_ source: S) -> Float { source.asFloat }
  @inline(__always) static func libraryRemainder(_ a: Float, _ b: Float) -> Float { Glibc.fmodf(a, b) }
  @inline(__always) var asFloat: Float { self }
  @inline(__always) var asDouble: Double { Double(self) }
}

/// `cvttsd2si`: toward zero, `Int64.min` and the invalid flag where the value does not fit.
@inline(__always) func truncated(_ x: Double) -> Int64 { nn_truncated(x) }

extension FloatElement {
  static var zeroValue: Self { 0 }
  static var oneValue: Self { 1 }
  static var lowest: Self { -.infinity }
  static var highest: Self { .infinity }
  @inline(__always) var isTrue: Bool { self != 0 }
  @inline(__always) var isUnordered: Bool { self != self }
  @inline(__always) var isUnbounded: Bool { magnitude == .infinity }
  @inline(__always) static func equal(_ a: Self, _ b: Self) -> Bool { a == b }
  @inline(__always) static func less(_ a: Self, _ b: Self) -> Bool { a < b }
  @inline(__always) static func lessOrEqual(_ a: Self, _ b: Self) -> Bool { a <= b }

  /// Through 32 bits, as compilers do for C's `(unsigned char)x`.
  @inline(__always) var asUInt8: UInt8 {
    let x = asDouble
    if x > -0x1p31 - 1 && x < 0x1p31 { return UInt8(truncatingIfNeeded: Int64(x)) }
    raiseInvalid()
    return 0
  }
  @inline(__always) var asInt64: Int64 { truncated(asDouble) }
  /// Negative values wrap; from 2^63 on the upper half is converted apart, as in C on x86-64.
  @inline(__always) var asUInt64: UInt64 {
    let x = asDouble
    if x >= 0x1p63 { return UInt64(bitPattern: truncated(x - 0x1p63)) ^ (1 << 63) }
    return UInt64(bitPattern: truncated(x))
  }

  @inline(__always) static func add(_ a: Self, _ b: Self) -> Self { a + b }
  @inline(__always) static func subtract(_ a: Self, _ b: Self) -> Self { a - b }
  @inline(__always) static func multiply(_ a: Self, _ b: Self) -> Self { a * b }
  @inline(__always) static func negative(_ a: Self) -> Self { -a }
  @inline(__always) static func absolute(_ a: Self) -> Self { a.magnitude }
  @inline(__always) static func sign(_ a: Self) -> Self { a > 0 ? 1 : (a < 0 ? -1 : (a == 0 ? 0 : a)) }
  @inline(__always) static func reciprocal(_ a: Self) -> Self { 1 / a }
  @inline(__always) static func power(_ a: Self, _ b: Self) -> Self { Self(Glibc.pow(a.asDouble, b.asDouble)) }
  @inline(__always) static func truncatedRemainder(_ a: Self, _ b: Self) -> Self { libraryRemainder(a, b) }

  /// NumPy's `npy_floor_divide`.
  @inline(__always) static func floorDivide(_ a: Self, _ b: Self) -> Self {
    b == 0 ? a / b : divideWithRemainder(a, b).quotient
  }
  /// NumPy's `npy_remainder`.
  @inline(__always) static func floorRemainder(_ a: Self, _ b: Self) -> Self {
    b == 0 ? libraryRemainder(a, b) : divideWithRemainder(a, b).remainder
  }
  /// NumPy's `npy_divmod` for a divisor other than 0: the remainder takes the divisor's sign, the quotient is
  /// snapped to the nearest integral value.
  @inline(__always) static func divideWithRemainder(_ a: Self, _ b: Self) -> (quotient: Self, remainder: Self) {
    var remainder = libraryRemainder(a, b)
    if remainder != remainder { return unorderedQuotient(remainder) }
    var quotient = (a - remainder) / b
    if remainder != 0 {
      if b.sign != remainder.sign {
        remainder += b
        quotient -= 1
      }
    } else {
      remainder = Self(signOf: b, magnitudeOf: 0)
    }
    if quotient == 0 { return (Self(signOf: a / b, magnitudeOf: 0), remainder) }
    let floor = quotient.rounded(.down)
    return (quotient - floor > 0.5 ? floor + 1 : floor, remainder)
  }

  /// Leaves before any comparison, which would raise the invalid flag for nan.
  @inline(never) private static func unorderedQuotient(_ nan: Self) -> (quotient: Self, remainder: Self) { (nan, nan) }
}
