// The types that are only converted: computing happens in wider ones.

extension Int8: IntegerElement {
  static var type: ElementType { .int8 }
  @inline(__always) static func cast<S: Element>(_ source: S) -> Int8 { Int8(truncatingIfNeeded: source.asInt64) }
}
extension Int16: IntegerElement {
  static var type: ElementType { .int16 }
  @inline(__always) static func cast<S: Element>(_ source: S) -> Int16 { Int16(truncatingIfNeeded: source.asInt64) }
}
extension Int32: IntegerElement {
  static var type: ElementType { .int32 }
  /// Of floats as `cvttsd2si` into 32 bits: the least integer and the invalid flag where the value does not fit.
  @inline(__always) static func cast<S: Element>(_ source: S) -> Int32 {
    if !S.type.isFloat { return Int32(truncatingIfNeeded: source.asInt64) }
    let x = source.asDouble
    if x > -0x1p31 - 1 && x < 0x1p31 { return Int32(truncatingIfNeeded: Int64(x)) }
    raiseInvalid()
    return .min
  }
}
extension UInt16: IntegerElement {
  static var type: ElementType { .uint16 }
  @inline(__always) static func cast<S: Element>(_ source: S) -> UInt16 { UInt16(truncatingIfNeeded: source.asInt64) }
}
extension UInt32: IntegerElement {
  static var type: ElementType { .uint32 }
  @inline(__always) static func cast<S: Element>(_ source: S) -> UInt32 { UInt32(truncatingIfNeeded: source.asInt64) }
}

/// A float of 16 bits, which is only converted.
struct Half: Element {
  var value: Float16

  static var type: ElementType { .float16 }
  static var zeroValue: Half { Half(value: 0) }
  static var oneValue: Half { Half(value: 1) }
  static var lowest: Half { Half(value: -.infinity) }
  static var highest: Half { Half(value: .infinity) }
  @inline(__always) var isTrue: Bool { value != 0 }
  @inline(__always) var isUnordered: Bool { value != value }
  @inline(__always) var isUnbounded: Bool { value.magnitude == .infinity }
  @inline(__always) static func equal(_ a: Half, _ b: Half) -> Bool { a.value == b.value }
  @inline(__always) static func less(_ a: Half, _ b: Half) -> Bool { a.value < b.value }
  @inline(__always) static func lessOrEqual(_ a: Half, _ b: Half) -> Bool { a.value <= b.value }
  @inline(__always) var asUInt8: UInt8 { asFloat.asUInt8 }
  @inline(__always) var asUInt64: UInt64 { asFloat.asUInt64 }
  @inline(__always) var asInt64: Int64 { asFloat.asInt64 }
  @inline(__always) var asFloat: Float { Float(value) }
  @inline(__always) var asDouble: Double { Double(value) }
  /// Rounded once from float64, else by way of float32 as NumPy; raises overflow where a finite value gets infinite.
  @inline(__always) static func cast<S: Element>(_ source: S) -> Half {
    if S.type == .float64 {
      let wide = source.asDouble
      let result = Float16(wide)
      if result.isInfinite && wide.isFinite { raiseOverflow() }
      return Half(value: result)
    }
    let wide = source.asFloat
    let result = Float16(wide)
    if result.isInfinite && wide.isFinite { raiseOverflow() }
    return Half(value: result)
  }
}
