import Glibc

/// A function of numbers (all types but bool).
protocol UnaryNumberOperation { static func apply<T: NumberElement>(_ x: T) -> T }
/// A function of floats alone, in their own precision.
protocol UnaryFloatOperation { static func apply<T: FloatElement>(_ x: T) -> T }
/// A function of the C library; float32 goes through float64.
protocol UnaryLibraryOperation { static func apply(_ x: Double) -> Double }
/// A test of one element.
protocol TestOperation { static func apply<T: Element>(_ x: T) -> Bool }

enum UnaryNumberKernel<O: UnaryNumberOperation, T: NumberElement>: UnaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ x: T) -> T { O.apply(x) }
}
/// As `UnaryNumberKernel`, for what never warns.
enum QuietNumberKernel<O: UnaryNumberOperation, T: NumberElement>: UnaryKernel {
  static var isQuiet: Bool { T.type.isFloat }
  @inline(__always) static func apply(_ x: T) -> T { O.apply(x) }
}
enum UnaryFloatKernel<O: UnaryFloatOperation, T: FloatElement>: UnaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ x: T) -> T { O.apply(x) }
}
enum UnaryLibraryKernel<O: UnaryLibraryOperation, T: FloatElement>: UnaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ x: T) -> T { T(O.apply(x.asDouble)) }
}
enum TestKernel<O: TestOperation, T: Element>: UnaryKernel {
  static var isQuiet: Bool { T.type.isFloat }
  @inline(__always) static func apply(_ x: T) -> UInt8 { O.apply(x) ? 1 : 0 }
}
enum InvertKernel<T: BitElement>: UnaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ x: T) -> T { T.invert(x) }
}
enum SignBitKernel<T: FloatElement>: UnaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ x: T) -> UInt8 { x.sign == .minus ? 1 : 0 }
}

enum Negative: UnaryNumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ x: T) -> T { T.negative(x) }
}
enum Absolute: UnaryNumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ x: T) -> T { T.absolute(x) }
}
enum Sign: UnaryNumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ x: T) -> T { T.sign(x) }
}
enum Square: UnaryNumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ x: T) -> T { T.multiply(x, x) }
}
enum Reciprocal: UnaryNumberOperation {
  @inline(__always) static func apply<T: NumberElement>(_ x: T) -> T { T.reciprocal(x) }
}
enum SquareRoot: UnaryFloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ x: T) -> T { x.squareRoot() }
}
enum Floor: UnaryFloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ x: T) -> T { x.rounded(.down) }
}
enum Ceiling: UnaryFloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ x: T) -> T { x.rounded(.up) }
}
enum Truncation: UnaryFloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ x: T) -> T { x.rounded(.towardZero) }
}
enum RoundToEven: UnaryFloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ x: T) -> T { x.rounded(.toNearestOrEven) }
}
/// π to the nearest; Swift's own `Float.pi` is rounded down.
private let nearestPi = 0x1.921fb54442d18p1

enum Degrees: UnaryFloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ x: T) -> T { x * (180 / T(nearestPi)) }
}
enum Radians: UnaryFloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ x: T) -> T { x * (T(nearestPi) / 180) }
}
enum Exp2: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.exp2(x) }
}
enum ExpM1: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.expm1(x) }
}
enum Log2: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.log2(x) }
}
enum Log10: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.log10(x) }
}
enum Log1P: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.log1p(x) }
}
enum Sine: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.sin(x) }
}
enum Cosine: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.cos(x) }
}
enum Tangent: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.tan(x) }
}
enum ArcSine: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.asin(x) }
}
enum ArcCosine: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.acos(x) }
}
enum ArcTangent: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.atan(x) }
}
enum HyperbolicSine: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.sinh(x) }
}
enum HyperbolicCosine: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.cosh(x) }
}
enum AreaHyperbolicSine: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.asinh(x) }
}
enum AreaHyperbolicCosine: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.acosh(x) }
}
enum AreaHyperbolicTangent: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.atanh(x) }
}
enum CubeRoot: UnaryLibraryOperation {
  @inline(__always) static func apply(_ x: Double) -> Double { Glibc.cbrt(x) }
}
enum IsNaN: TestOperation {
  @inline(__always) static func apply<T: Element>(_ x: T) -> Bool { x.isUnordered }
}
enum IsInfinite: TestOperation {
  @inline(__always) static func apply<T: Element>(_ x: T) -> Bool { x.isUnbounded }
}
enum IsFinite: TestOperation {
  @inline(__always) static func apply<T: Element>(_ x: T) -> Bool { !(x.isUnordered || x.isUnbounded) }
}
enum LogicalNot: TestOperation {
  @inline(__always) static func apply<T: Element>(_ x: T) -> Bool { !x.isTrue }
}

enum FloatMagnitude: UnaryFloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ x: T) -> T { x.magnitude }
}
/// The distance to the next float away from zero, with the sign of the number.
enum Spacing: UnaryFloatOperation {
  @inline(__always) static func apply<T: FloatElement>(_ x: T) -> T {
    if x.isInfinite { return .nan }
    return x < 0 ? x.nextDown - x : x.nextUp - x
  }
}
/// How many bits of the magnitude are set.
enum BitCountKernel<T: IntegerElement>: UnaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ x: T) -> UInt8 { UInt8(truncatingIfNeeded: x.magnitude.nonzeroBitCount) }
}
