import NNKernels

/// A Python integer beyond 64 signed bits.
struct WideInteger {
  /// The value where it fits uint64.
  let unsigned: UInt64?
  let isNegative: Bool
  /// The nearest double, nil where it is too large for one.
  let approximation: Double?
}

/// What stands beside an operator: an array, a NumPy scalar, or a Python number, whose type is weak (NEP 50).
enum ArrayOperand: ~Copyable {
  case array(Ref<NDArray>)
  case scalar(NumPyScalar)
  case integer(Int)
  case wideInteger(WideInteger)
  case real(Double)
  case boolean(Bool)

  /// The type with its strength.
  @inline(__always) var promotion: Promotion {
    switch self {
    case .array(let array): .strong(array.value.type)
    case .scalar(let scalar): .strong(scalar.type)
    case .integer: .weakInteger
    case .wideInteger: .weakInteger
    case .real: .weakReal
    case .boolean: .strong(.bool)
    }
  }

  /// The shape: that of a scalar is ().
  @inline(__always) var shape: Dimensions {
    switch self {
    case .array(let array): array.value.shape
    default: Dimensions()
    }
  }

  @inline(__always) var isArray: Bool {
    switch self {
    case .array: true
    default: false
    }
  }

  /// Another operand with the same value.
  func copy() -> ArrayOperand {
    switch self {
    case .array(let array): .array(array.copy())
    case .scalar(let scalar): .scalar(scalar)
    case .integer(let value): .integer(value)
    case .wideInteger(let value): .wideInteger(value)
    case .real(let value): .real(value)
    case .boolean(let value): .boolean(value)
    }
  }

  /// The value of an operand that is not an array in the given type. Throws OverflowError for an integer that does
  /// not fit.
  @inline(__always) func scalar(as type: ElementType) throws(Fault) -> NumPyScalar {
    switch self {
    case .array(let array): array.value.firstElement.cast(to: type)
    case .scalar(let scalar): scalar.cast(to: type)
    case .integer(let value): try Promotion.scalar(value, as: type)
    case .wideInteger(let value): try Promotion.scalar(value, as: type)
    case .real(let value): NumPyScalar(value).cast(to: type)
    case .boolean(let value): NumPyScalar(value).cast(to: type)
    }
  }
}

/// An operand's part in finding the type of a result.
enum Promotion: Equatable {
  case strong(ElementType)
  case weakInteger, weakReal

  /// The type that this has on its own.
  @inline(__always) var alone: ElementType {
    switch self {
    case .strong(let type): type
    case .weakInteger: .int64
    case .weakReal: .float64
    }
  }

  /// NumPy's `result_type` of two operands.
  @inline(__always) static func result(_ x: Promotion, _ y: Promotion) -> ElementType {
    switch (x, y) {
    case (.strong(let a), .strong(let b)): common(a, b)
    case (.strong(let a), .weakInteger), (.weakInteger, .strong(let a)): a == .bool ? .int64 : a
    case (.strong(let a), .weakReal), (.weakReal, .strong(let a)): a == .float32 ? .float32 : .float64
    case (.weakInteger, .weakInteger): .int64
    case (.weakReal, _), (_, .weakReal): .float64
    }
  }

  /// NumPy's `promote_types`.
  @inline(__always) static func common(_ a: ElementType, _ b: ElementType) -> ElementType {
    if a == b { return a }
    if a == .bool { return b }
    if b == .bool { return a }
    switch (a, b) {
    case (.uint8, .float32), (.float32, .uint8): return .float32
    case (.uint8, _): return b
    case (_, .uint8): return a
    default: return .float64  // two of uint64, int64, float32, float64
    }
  }

  /// A Python integer in the given type. Throws OverflowError where it does not fit.
  @inline(__always) static func scalar(_ value: Int, as type: ElementType) throws(Fault) -> NumPyScalar {
    switch type {
    case .int64: return NumPyScalar(value)
    case .float64: return NumPyScalar(Double(value))
    case .float32: return NumPyScalar(Float(value))
    case .bool: return NumPyScalar(value != 0)
    case .uint8: if value >= 0 && value <= 255 { return NumPyScalar(UInt8(truncatingIfNeeded: value)) }
    case .uint64: if value >= 0 { return NumPyScalar(UInt64(truncatingIfNeeded: value)) }
    }
    throw Fault(.overflowError, "Python integer \(value) out of bounds for \(type.name)")
  }

  /// A Python integer beyond int64 in the given type. Throws OverflowError where it does not fit.
  static func scalar(_ value: WideInteger, as type: ElementType) throws(Fault) -> NumPyScalar {
    if type == .uint64, let unsigned = value.unsigned, !value.isNegative { return NumPyScalar(unsigned) }
    if type == .bool { return NumPyScalar(true) }
    if type.isFloat {
      guard let approximation = value.approximation else {
        throw Fault(.overflowError, "int too large to convert to float")
      }
      return NumPyScalar(approximation).cast(to: type)
    }
    throw Fault(.overflowError, "Python int too large to convert to C long")
  }

  /// Where a Python integer lies relative to the values of an integer type: -1 below, 0 among, 1 above them.
  @inline(__always) static func side(of value: Int, in type: ElementType) -> Int {
    switch type {
    case .uint8: value < 0 ? -1 : (value > 255 ? 1 : 0)
    case .uint64: value < 0 ? -1 : 0
    case .bool, .int64, .float32, .float64: 0
    }
  }
}
