import NNKernels

/// One element of an array on its own, with its type: NumPy's `float64(1.5)`.
struct NumPyScalar: Equatable {
  /// The element's first eight bytes, zero-extended.
  let bits: UInt64
  /// The bytes behind them: the imaginary part of a complex128.
  let high: UInt64
  let type: ElementType

  @inline(__always) init(type: ElementType, bits: UInt64, high: UInt64 = 0) {
    self.type = type
    self.bits = bits
    self.high = high
  }

  @inline(__always) init(_ value: Double) { self.init(type: .float64, bits: value.bitPattern) }
  @inline(__always) init(_ value: Float) { self.init(type: .float32, bits: UInt64(value.bitPattern)) }
  @inline(__always) init(_ value: Float16) { self.init(type: .float16, bits: UInt64(value.bitPattern)) }
  @inline(__always) init(_ value: Int) { self.init(type: .int64, bits: UInt64(bitPattern: Int64(value))) }
  @inline(__always) init(_ value: UInt64) { self.init(type: .uint64, bits: value) }
  @inline(__always) init(_ value: UInt8) { self.init(type: .uint8, bits: UInt64(value)) }
  @inline(__always) init(_ value: Bool) { self.init(type: .bool, bits: value ? 1 : 0) }
  @inline(__always) init(real: Double, imaginary: Double) {
    self.init(type: .complex128, bits: real.bitPattern, high: imaginary.bitPattern)
  }
  init(real: Float, imaginary: Float) {
    self.init(type: .complex64, bits: UInt64(real.bitPattern) | UInt64(imaginary.bitPattern) << 32)
  }

  var dtype: DType { DType(type) }

  /// The same number with the machine's type, where its own has the other order of bytes.
  var native: NumPyScalar { RecordTypes.native(type).map { NumPyScalar(type: $0, bits: bits, high: high) } ?? self }

  /// The value as a double, rounded where it has more than 53 bits; of complex numbers the real part.
  @inline(__always) var asDouble: Double {
    switch type {
    case .float64, .complex128: Double(bitPattern: bits)
    case .float32, .complex64: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float16: Double(Float16(bitPattern: UInt16(truncatingIfNeeded: bits)))
    case .int8, .int16, .int32, .int64: Double(signed)
    default: Double(bits)
    }
  }

  /// The imaginary part; 0 for what is not complex.
  var imaginary: Double {
    switch type {
    case .complex128: Double(bitPattern: high)
    case .complex64: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits >> 32)))
    default: 0
    }
  }

  /// The bits as a signed integer of the type's width.
  private var signed: Int64 {
    switch type {
    case .int8: Int64(Int8(truncatingIfNeeded: bits))
    case .int16: Int64(Int16(truncatingIfNeeded: bits))
    case .int32: Int64(Int32(truncatingIfNeeded: bits))
    default: Int64(bitPattern: bits)
    }
  }

  /// The value as an integer: floats toward zero, what does not fit as NumPy's cast has it on x86-64.
  @inline(__always) var asInt: Int {
    if type.isInexact { return NumPyScalar.truncated(asDouble) }
    return Int(signed)
  }

  private static func truncated(_ value: Double) -> Int {
    value >= -0x1p63 && value < 0x1p63 ? Int(value) : Int.min
  }

  /// Python's truth of the value.
  @inline(__always) var asBool: Bool {
    type.isInexact ? asDouble != 0 || imaginary != 0 : bits != 0
  }

  /// The value in another type, as NumPy casts it.
  func cast(to target: ElementType) -> NumPyScalar {
    if target == type { return self }
    if !target.isNumber || !type.isNumber { return (try? ElementHooks.convert(self, target)) ?? self }
    switch target {
    case .bool: return NumPyScalar(asBool)
    case .int8, .uint8, .int16, .uint16: return narrowed(to: target, type.isInexact ? narrowInteger : asInt)
    case .int32: return narrowed(to: target, type.isInexact ? narrowInteger : asInt)
    case .uint32: return narrowed(to: target, asInt)
    case .int64: return NumPyScalar(asInt)
    case .uint64: return NumPyScalar(type.isInexact ? NumPyScalar.unsigned(asDouble) : UInt64(bitPattern: signed))
    case .float16: return NumPyScalar(asHalf)
    case .float32: return NumPyScalar(asFloat)
    case .float64: return NumPyScalar(asDouble)
    case .complex64:
      return NumPyScalar(real: asFloat, imaginary: Float(imaginary))
    case .complex128: return NumPyScalar(real: asDouble, imaginary: imaginary)
    default: return self
    }
  }

  /// A float toward zero in 32 bits; the least integer where it does not fit.
  private var narrowInteger: Int {
    let value = asDouble
    return value > -0x1p31 - 1 && value < 0x1p31 ? Int(value) : Int(Int32.min)
  }

  private func narrowed(to target: ElementType, _ value: Int) -> NumPyScalar {
    let bits = UInt64(bitPattern: Int64(value))
    return NumPyScalar(type: target, bits: bits & (target.size == 1 ? 0xFF : (target.size == 2 ? 0xFFFF : 0xFFFF_FFFF)))
  }

  /// The value as a float; integers are rounded once.
  var asFloat: Float {
    switch type {
    case .float32, .complex64: Float(bitPattern: UInt32(truncatingIfNeeded: bits))
    case .int8, .int16, .int32, .int64: Float(signed)
    case .float64, .float16, .complex128: Float(asDouble)
    default: Float(bits)
    }
  }

  var asHalf: Float16 {
    switch type {
    case .float16: Float16(bitPattern: UInt16(truncatingIfNeeded: bits))
    case .float64, .complex128: Float16(asDouble)
    default: Float16(asFloat)
    }
  }

  private static func unsigned(_ value: Double) -> UInt64 {
    if value >= 0x1p63 { return UInt64(bitPattern: Int64(truncated(value - 0x1p63))) ^ (1 << 63) }
    return UInt64(bitPattern: Int64(truncated(value)))
  }
}
