import NNKernels

/// One element of an array on its own, with its type: NumPy's `float64(1.5)`.
struct NumPyScalar: Equatable {
  /// The element's bytes, zero-extended. The bytes come first, so that a value that holds a scalar has 16 bytes.
  let bits: UInt64
  /// Keeps a byte of its own for the tag of the values that hold scalars: however many element types there are, values
  /// then have 16 bytes, and one comparison of one byte tells what a value is.
  private let room = Room.taken
  /// The type as its number, which leaves no bits of this byte for the tag.
  private let rawType: UInt8

  var type: ElementType { @inline(__always) get { ElementType(rawValue: rawType) ?? .float64 } }

  private enum Room: UInt8 { case taken, spare }

  @inline(__always) init(type: ElementType, bits: UInt64) {
    rawType = type.rawValue
    self.bits = bits
  }

  @inline(__always) init(_ value: Double) { self.init(type: .float64, bits: value.bitPattern) }
  @inline(__always) init(_ value: Float) { self.init(type: .float32, bits: UInt64(value.bitPattern)) }
  @inline(__always) init(_ value: Int) { self.init(type: .int64, bits: UInt64(bitPattern: Int64(value))) }
  @inline(__always) init(_ value: UInt64) { self.init(type: .uint64, bits: value) }
  @inline(__always) init(_ value: UInt8) { self.init(type: .uint8, bits: UInt64(value)) }
  @inline(__always) init(_ value: Bool) { self.init(type: .bool, bits: value ? 1 : 0) }

  var dtype: DType { DType(type) }

  /// The value as a double, rounded where it has more than 53 bits.
  @inline(__always) var asDouble: Double {
    switch type {
    case .float64: Double(bitPattern: bits)
    case .float32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .int64: Double(Int64(bitPattern: bits))
    case .bool, .uint8, .uint64: Double(bits)
    }
  }

  /// The value as an integer: floats toward zero, what does not fit as NumPy's cast has it on x86-64.
  @inline(__always) var asInt: Int {
    switch type {
    case .float64, .float32: NumPyScalar.truncated(asDouble)
    case .bool, .uint8, .uint64, .int64: Int(Int64(bitPattern: bits))
    }
  }

  private static func truncated(_ value: Double) -> Int {
    value >= -0x1p63 && value < 0x1p63 ? Int(value) : Int.min
  }

  /// Python's truth of the value.
  @inline(__always) var asBool: Bool { type.isFloat ? asDouble != 0 : bits != 0 }

  /// The value in another type, as NumPy casts it.
  func cast(to target: ElementType) -> NumPyScalar {
    if target == type { return self }
    switch target {
    case .bool: return NumPyScalar(asBool)
    case .uint8: return NumPyScalar(UInt8(truncatingIfNeeded: asInt))
    case .int64: return NumPyScalar(asInt)
    case .uint64: return NumPyScalar(type.isFloat ? NumPyScalar.unsigned(asDouble) : bits)
    case .float32: return NumPyScalar(asFloat)
    case .float64: return NumPyScalar(asDouble)
    }
  }

  /// The value as a float; integers are rounded once.
  private var asFloat: Float {
    switch type {
    case .float32: Float(bitPattern: UInt32(truncatingIfNeeded: bits))
    case .int64: Float(Int64(bitPattern: bits))
    case .float64: Float(Double(bitPattern: bits))
    case .bool, .uint8, .uint64: Float(bits)
    }
  }

  private static func unsigned(_ value: Double) -> UInt64 {
    if value >= 0x1p63 { return UInt64(bitPattern: Int64(truncated(value - 0x1p63))) ^ (1 << 63) }
    return UInt64(bitPattern: Int64(truncated(value)))
  }
}
