import Glibc

/// Arithmetic on every type but bool.
protocol NumberOperation { static func apply<T: NumberElement>(_ a: T, _ b: T) -> T }
/// Arithmetic on floats alone.
protocol FloatOperation { static func apply<T: FloatElement>(_ a: T, _ b: T) -> T }
/// A function of the C library; float32 goes through float64.
protocol LibraryOperation { static func apply(_ a: Double, _ b: Double) -> Double }
/// A choice between two elements.
protocol SelectOperation { static func apply<T: Element>(_ a: T, _ b: T) -> T }
/// A test of two elements.
protocol CompareOperation { static func apply<T: Element>(_ a: T, _ b: T) -> Bool }
/// Bits of integers and bool.
protocol BitOperation { static func apply<T: BitElement>(_ a: T, _ b: T) -> T }
/// Bits of integers alone.
protocol IntegerOperation { static func apply<T: IntegerElement>(_ a: T, _ b: T) -> T }

enum NumberKernel<O: NumberOperation, T: NumberElement>: BinaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ a: T, _ b: T) -> T { O.apply(a, b) }
}
enum FloatKernel<O: FloatOperation, T: FloatElement>: BinaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ a: T, _ b: T) -> T { O.apply(a, b) }
}
enum LibraryKernel<O: LibraryOperation, T: FloatElement>: BinaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ a: T, _ b: T) -> T { T(O.apply(a.asDouble, b.asDouble)) }
}
enum SelectKernel<O: SelectOperation, T: Element>: BinaryKernel {
  static var isQuiet: Bool { T.type.isFloat }
  @inline(__always) static func apply(_ a: T, _ b: T) -> T { O.apply(a, b) }
}
enum CompareKernel<O: CompareOperation, T: Element>: BinaryKernel {
  static var isQuiet: Bool { T.type.isFloat }
  @inline(__always) static func apply(_ a: T, _ b: T) -> UInt8 { O.apply(a, b) ? 1 : 0 }
}
enum BitKernel<O: BitOperation, T: BitElement>: BinaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ a: T, _ b: T) -> T { O.apply(a, b) }
}
enum IntegerKernel<O: IntegerOperation, T: IntegerElement>: BinaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ a: T, _ b: T) -> T { O.apply(a, b) }
}

enum Add: NumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ a: T, _ b: T) -> T { T.add(a, b) }
}
enum Subtract: NumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ a: T, _ b: T) -> T { T.subtract(a, b) }
}
enum Multiply: NumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ a: T, _ b: T) -> T { T.multiply(a, b) }
}
enum FloorDivide: NumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ a: T, _ b: T) -> T { T.floorDivide(a, b) }
}
enum FloorRemainder: NumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ a: T, _ b: T) -> T { T.floorRemainder(a, b) }
}
enum TruncatedRemainder: NumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ a: T, _ b: T) -> T { T.truncatedRemainder(a, b) }
}
enum Power: NumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ a: T, _ b: T) -> T { T.power(a, b) }
}
enum Divide: FloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ a: T, _ b: T) -> T { a / b }
}
enum CopySign: FloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ a: T, _ b: T) -> T { T(signOf: b, magnitudeOf: a) }
}
enum ArcTangent2: LibraryOperation {
  @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { Glibc.atan2(a, b) }
}
enum Hypotenuse: LibraryOperation {
  @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { Glibc.hypot(a, b) }
}
/// NumPy's `npy_logaddexp`, which raises the invalid flag for nan.
enum LogAddExp: LibraryOperation {
  @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
    if a == b { return a + 0x1.62e42fefa39efp-1 }
    let difference = a - b
    if difference > 0 { return a + Glibc.log1p(Glibc.exp(-difference)) }
    if difference <= 0 { return b + Glibc.log1p(Glibc.exp(difference)) }
    raiseInvalid()
    return difference
  }
}
/// Whether the first of two equal elements is taken, whose zeros may differ in sign: of complex numbers it is.
@inline(__always) private func isFirst<T: Element>(_ a: T, _ b: T) -> Bool { T.type.isComplex && T.equal(a, b) }

/// The larger element, nan where either is; the second of two equal ones (zeros), as NumPy's vector code.
enum Maximum: SelectOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> T {
    T.less(b, a) || a.isUnordered || isFirst(a, b) ? a : b
  }
}
/// The smaller element, nan where either is.
enum Minimum: SelectOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> T {
    T.less(a, b) || a.isUnordered || isFirst(a, b) ? a : b
  }
}
/// The larger element that is not nan.
enum FMax: SelectOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> T {
    T.less(b, a) || b.isUnordered || isFirst(a, b) ? a : b
  }
}
/// The smaller element that is not nan.
enum FMin: SelectOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> T {
    T.less(a, b) || b.isUnordered || isFirst(a, b) ? a : b
  }
}
enum Equal: CompareOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> Bool { T.equal(a, b) }
}
enum NotEqual: CompareOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> Bool { !T.equal(a, b) }
}
enum Less: CompareOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> Bool { T.less(a, b) }
}
enum LessOrEqual: CompareOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> Bool { T.lessOrEqual(a, b) }
}
enum Greater: CompareOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> Bool { T.less(b, a) }
}
enum GreaterOrEqual: CompareOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> Bool { T.lessOrEqual(b, a) }
}
enum LogicalAnd: CompareOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> Bool { a.isTrue && b.isTrue }
}
enum LogicalOr: CompareOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> Bool { a.isTrue || b.isTrue }
}
enum LogicalXor: CompareOperation {
  @inline(__always) static func apply<T: Element>(_ a: T, _ b: T) -> Bool { a.isTrue != b.isTrue }
}
enum BitAnd: BitOperation {
  @inline(__always) static func apply<T: BitElement>(_ a: T, _ b: T) -> T { T.bitAnd(a, b) }
}
enum BitOr: BitOperation {
  @inline(__always) static func apply<T: BitElement>(_ a: T, _ b: T) -> T { T.bitOr(a, b) }
}
enum BitXor: BitOperation {
  @inline(__always) static func apply<T: BitElement>(_ a: T, _ b: T) -> T { T.bitXor(a, b) }
}
/// NumPy's `npy_lshift`: 0 for a shift of the whole width or more, or of a negative count.
enum LeftShift: IntegerOperation {
  @inline(__always) static func apply<T: IntegerElement>(_ a: T, _ b: T) -> T {
    b >= 0 && b < T(truncatingIfNeeded: T.bitWidth) ? a &<< b : 0
  }
}
/// NumPy's `npy_rshift`: the sign for a shift of the whole width or more, or of a negative count.
enum RightShift: IntegerOperation {
  @inline(__always) static func apply<T: IntegerElement>(_ a: T, _ b: T) -> T {
    b >= 0 && b < T(truncatingIfNeeded: T.bitWidth) ? a &>> b : (a < 0 ? 0 &- 1 : 0)
  }
}

/// Euclid's algorithm on magnitudes.
enum GreatestDivisor: IntegerOperation {
  @inline(__always) static func apply<T: IntegerElement>(_ a: T, _ b: T) -> T {
    var (x, y) = (a.magnitude, b.magnitude)
    while y != 0 { (x, y) = (y, x % y) }
    return T(truncatingIfNeeded: x)
  }
}
enum LeastMultiple: IntegerOperation {
  @inline(__always) static func apply<T: IntegerElement>(_ a: T, _ b: T) -> T {
    let divisor = GreatestDivisor.apply(a, b)
    return divisor == 0 ? 0 : T.absolute(T(truncatingIfNeeded: a.magnitude / divisor.magnitude) &* T.absolute(b))
  }
}
/// 0 below zero, 1 above it, the second number at it; nan for nan.
enum Heaviside: FloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ a: T, _ b: T) -> T {
    if a.isNaN { return a }
    return a == 0 ? b : (a < 0 ? 0 : 1)
  }
}
/// The next float on the way to the second number.
enum NextAfter: FloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ a: T, _ b: T) -> T {
    if a.isNaN || b.isNaN { return a + b }
    if a == b { return b }
    let result = a == 0 ? T(signOf: b, magnitudeOf: .leastNonzeroMagnitude) : (a < b ? a.nextUp : a.nextDown)
    if result.isInfinite && a.isFinite { raiseOverflow() }
    return result
  }
}
enum HalfNextAfter: BinaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ a: Float16, _ b: Float16) -> Float16 {
    if a.isNaN || b.isNaN { return .nan }
    if a == b { return b }
    return a == 0 ? Float16(signOf: b, magnitudeOf: .leastNonzeroMagnitude) : (a < b ? a.nextUp : a.nextDown)
  }
}
/// The distance to the next half away from zero, below a negative power of two to the one nearer to zero, as NumPy has it.
enum HalfSpacing: UnaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ x: Float16) -> Float16 {
    if !x.isFinite { return .nan }
    let size = x.magnitude
    if x < 0 && x.significandBitPattern == 0 && size > .leastNormalMagnitude { return size - size.nextDown }
    return size.nextUp - size
  }
}
/// NumPy's `npy_logaddexp2`.
enum LogAddExp2: LibraryOperation {
  @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
    if a == b { return a + 1 }
    let difference = a - b
    if difference > 0 { return a + 1.442695040888963407359924681001892137 * Glibc.log1p(Glibc.exp2(-difference)) }
    if difference <= 0 { return b + 1.442695040888963407359924681001892137 * Glibc.log1p(Glibc.exp2(difference)) }
    raiseInvalid()
    return difference
  }
}
/// a · 2^b; exponents beyond what any float has are cut.
enum LoadExponent: LibraryOperation {
  @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
    Glibc.ldexp(a, Int32(max(-10_000, min(10_000, b))))
  }
}
