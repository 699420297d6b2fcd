import Glibc

/// A pointer to the bytes of an operand.
typealias Bytes = UnsafeMutableRawPointer

/// What every element type can do: be compared, be tested, be converted.
protocol Element: BitwiseCopyable, Sendable {
  /// The tag by which callers name this type.
  static var type: ElementType { get }
  /// Neutral element of addition.
  static var zeroValue: Self { get }
  /// Neutral element of multiplication.
  static var oneValue: Self { get }
  /// Neutral element of `maximum`.
  static var lowest: Self { get }
  /// Neutral element of `minimum`.
  static var highest: Self { get }

  var isTrue: Bool { get }
  /// True for nan only.
  var isUnordered: Bool { get }
  /// True for the infinities only.
  var isUnbounded: Bool { get }
  static func equal(_ a: Self, _ b: Self) -> Bool
  static func less(_ a: Self, _ b: Self) -> Bool
  static func lessOrEqual(_ a: Self, _ b: Self) -> Bool

  var asUInt8: UInt8 { get }
  var asUInt64: UInt64 { get }
  var asInt64: Int64 { get }
  var asFloat: Float { get }
  var asDouble: Double { get }
  /// The largest (or smallest) of `result` and `count` elements `stride` bytes apart; nan where there is one.
  static func extremeOfRun(_ result: Self, _ x: Bytes, _ stride: Int, _ count: Int, larger: Bool) -> Self
  /// The value of `source` in this type, as NumPy's `astype` on x86-64 gives it.
  static func cast<Source: Element>(_ source: Source) -> Self
}

/// The types with arithmetic: all but bool.
protocol NumberElement: Element {
  static func add(_ a: Self, _ b: Self) -> Self
  static func subtract(_ a: Self, _ b: Self) -> Self
  static func multiply(_ a: Self, _ b: Self) -> Self
  /// Python's `//`.
  static func floorDivide(_ a: Self, _ b: Self) -> Self
  /// Python's `%`, which has the sign of the divisor.
  static func floorRemainder(_ a: Self, _ b: Self) -> Self
  /// C's `fmod`, which has the sign of the dividend.
  static func truncatedRemainder(_ a: Self, _ b: Self) -> Self
  static func power(_ a: Self, _ b: Self) -> Self
  /// The sum of `count` elements `stride` bytes apart, in NumPy's order.
  static func sumOfRun(_ x: Bytes, _ stride: Int, _ count: Int) -> Self
  static func negative(_ a: Self) -> Self
  static func absolute(_ a: Self) -> Self
  static func sign(_ a: Self) -> Self
  static func reciprocal(_ a: Self) -> Self
}

/// The types with bits: integers and bool.
protocol BitElement: Element {
  static func bitAnd(_ a: Self, _ b: Self) -> Self
  static func bitOr(_ a: Self, _ b: Self) -> Self
  static func bitXor(_ a: Self, _ b: Self) -> Self
  static func invert(_ a: Self) -> Self
}

/// The integer types; all arithmetic wraps.
protocol IntegerElement: NumberElement, BitElement, FixedWidthInteger {}

/// The binary floating-point types.
protocol FloatElement: NumberElement, BinaryFloatingPoint {
  /// Eight elements in one vector.
  associatedtype Eight: EightLanes where Eight.Scalar == Self
  init(_ value: Double)
  /// C's `fmod`.
  static func libraryRemainder(_ a: Self, _ b: Self) -> Self
}

/// One byte holding 0 or 1. Swift's own `Bool` does not vectorise.
struct Truth: Element, BitElement {
  var byte: UInt8
}

extension Truth {
  static var type: ElementType { .bool }
  static var zeroValue: Truth { Truth(byte: 0) }
  static var oneValue: Truth { Truth(byte: 1) }
  static var lowest: Truth { Truth(byte: 0) }
  static var highest: Truth { Truth(byte: 1) }
  @inline(__always) init(_ value: Bool) { byte = value ? 1 : 0 }
  @inline(__always) var isTrue: Bool { byte != 0 }
  @inline(__always) var isUnordered: Bool { false }
  @inline(__always) var isUnbounded: Bool { false }
  @inline(__always) static func equal(_ a: Truth, _ b: Truth) -> Bool { a.byte == b.byte }
  @inline(__always) static func less(_ a: Truth, _ b: Truth) -> Bool { a.byte < b.byte }
  @inline(__always) static func lessOrEqual(_ a: Truth, _ b: Truth) -> Bool { a.byte <= b.byte }
  @inline(__always) var asUInt8: UInt8 { byte }
  @inline(__always) var asUInt64: UInt64 { UInt64(byte) }
  @inline(__always) var asInt64: Int64 { Int64(byte) }
  @inline(__always) var asFloat: Float { Float(byte) }
  @inline(__always) var asDouble: Double { Double(byte) }
  @inline(__always) static func cast<S: Element>(_ source: S) -> Truth { Truth(source.isTrue) }
  @inline(__always) static func bitAnd(_ a: Truth, _ b: Truth) -> Truth { Truth(byte: a.byte & b.byte) }
  @inline(__always) static func bitOr(_ a: Truth, _ b: Truth) -> Truth { Truth(byte: a.byte | b.byte) }
  @inline(__always) static func bitXor(_ a: Truth, _ b: Truth) -> Truth { Truth(byte: a.byte ^ b.byte) }
  @inline(__always) static func invert(_ a: Truth) -> Truth { Truth(byte: a.byte ^ 1) }
}
