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
  case complex(Double, Double)
  case boolean(Bool)

  /// The type with its strength.
  @inline(__always) var promotion: Promotion {
    switch self {
    case .array(let array): .strong(array.value.type)
    case .scalar(let scalar): .strong(scalar.type)
    case .integer: .weakInteger
    case .wideInteger: .weakInteger
    case .real: .weakReal
    case .complex: .weakComplex
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
    case .complex(let real, let imaginary): .complex(real, imaginary)
    case .boolean(let value): .boolean(value)
    }
  }

  /// The value of an operand that is not an array in the given type. Throws OverflowError for an integer that does
  /// not fit.
  @inline(__always) func scalar(as type: ElementType) throws(Fault) -> NumPyScalar {
    if !type.isNumber { return try otherScalar(as: type) }
    switch self {
    case .array(let array): return array.value.firstElement.cast(to: type)
    case .scalar(let scalar): return scalar.castNoting(to: type)
    case .integer(let value): return try Promotion.scalar(value, as: type).notingOverflow()
    case .wideInteger(let value): return try Promotion.scalar(value, as: type).notingOverflow()
    case .real(let value): return NumPyScalar(value).castNoting(to: type)
    case .complex(let real, let imaginary): return NumPyScalar(real: real, imaginary: imaginary).castNoting(to: type)
    case .boolean(let value): return NumPyScalar(value).cast(to: type)
    }
  }
}

extension ArrayOperand {
  /// The value as an element that is no number.
  @inline(never) fileprivate func otherScalar(as type: ElementType) throws(Fault) -> NumPyScalar {
    switch self {
    case .array(let array): return try array.value.firstElement.converted(to: type)
    case .scalar(let scalar): return try scalar.converted(to: type)
    case .wideInteger(let value): return try Promotion.scalar(value, as: .uint64).converted(to: type)
    default: return try scalar(as: promotion.alone).converted(to: type)
    }
  }
}

/// An operand's part in finding the type of a result.
enum Promotion: Equatable {
  case strong(ElementType)
  case weakInteger, weakReal, weakComplex

  /// The type that this has on its own.
  @inline(__always) var alone: ElementType {
    switch self {
    case .strong(let type): type
    case .weakInteger: .int64
    case .weakReal: .float64
    case .weakComplex: .complex128
    }
  }

  /// NumPy's `result_type` of two operands.
  @inline(__always) static func result(_ x: Promotion, _ y: Promotion) -> ElementType {
    switch (x, y) {
    case (.strong(let a), .strong(let b)): common(a, b)
    case (.strong(let a), _): weak(a, y)
    case (_, .strong(let b)): weak(b, x)
    case (.weakComplex, _), (_, .weakComplex): .complex128
    case (.weakReal, _), (_, .weakReal): .float64
    case (.weakInteger, .weakInteger): .int64
    }
  }

  /// A type beside a number of Python, which raises the kind but not the size.
  @inline(__always) private static func weak(_ type: ElementType, _ number: Promotion) -> ElementType {
    switch number {
    case .weakInteger: return type == .bool ? .int64 : (type.isNumber ? type : weakOther(type, number))
    case .weakReal:
      if type.isInexact { return type }
      return type.isNumber ? .float64 : weakOther(type, number)
    case .weakComplex:
      if type.isComplex { return type }
      if !type.isNumber { return weakOther(type, number) }
      return type == .float16 || type == .float32 ? .complex64 : .complex128
    case .strong(let other): return common(type, other)
    }
  }

  /// The same for types that no kernel computes with.
  @inline(never) private static func weakOther(_ type: ElementType, _ number: Promotion) -> ElementType {
    if let native = RecordTypes.native(type) { return result(.strong(native), number) }
    return common(type, number.alone)
  }

  /// NumPy's `promote_types`.
  @inline(__always) static func common(_ a: ElementType, _ b: ElementType) -> ElementType {
    a == b ? a : general(a, b)
  }

  private static func general(_ a: ElementType, _ b: ElementType) -> ElementType {
    if a.isNumber && b.isNumber { return numbers(a, b) }
    let (x, y) = (RecordTypes.native(a) ?? a, RecordTypes.native(b) ?? b)
    if x != a || y != b { return common(x, y) }
    switch (a, b) {
    case (.object, _), (_, .object): return .object
    case (.text(let m), .text(let n)): return .text(max(m, n))
    case (.bytes(let m), .bytes(let n)): return .bytes(max(m, n))
    case (.text(let m), .bytes(let n)), (.bytes(let n), .text(let m)): return .text(max(m, n))
    case (.text(let m), _): return b.isNumber ? .text(max(m, textWidth(b))) : .object
    case (_, .text(let n)): return a.isNumber ? .text(max(n, textWidth(a))) : .object
    case (.bytes(let m), _): return b.isNumber ? .bytes(max(m, textWidth(b))) : .object
    case (_, .bytes(let n)): return a.isNumber ? .bytes(max(n, textWidth(a))) : .object
    default: return .object
    }
  }

  /// NumPy's common type of several: that with the largest number meets each of the others first. Nil for none.
  static func common(_ types: [ElementType]) -> ElementType? {
    guard var main = types.first else { return nil }
    if types.count < 3 || !types.allSatisfy(\.isNumber) { return types.dropFirst().reduce(main) { common($0, $1) } }
    for type in types where DType(type).number > DType(main).number { main = type }
    var result: ElementType?
    for type in types where type != main {
      let met = common(main, type)
      result = result.map { common($0, met) } ?? met
    }
    return result ?? main
  }

  private static func numbers(_ a: ElementType, _ b: ElementType) -> ElementType {
    if a == .bool { return b }
    if b == .bool { return a }
    if a.isComplex || b.isComplex {
      return numbers(floating(a), floating(b)) == .float64 ? .complex128 : .complex64
    }
    if a.isFloat || b.isFloat {
      let (x, y) = (a.isFloat ? a : floating(a), b.isFloat ? b : floating(b))
      return x.size >= y.size ? x : y
    }
    if a.isSigned == b.isSigned { return a.size >= b.size ? a : b }
    let (signed, unsigned) = a.isSigned ? (a, b) : (b, a)
    if signed.size > unsigned.size { return signed }
    switch unsigned {
    case .uint8: return .int16
    case .uint16: return .int32
    case .uint32: return .int64
    default: return .float64
    }
  }

  /// The least float that holds the values of a type; the parts of complex numbers.
  private static func floating(_ type: ElementType) -> ElementType {
    switch type {
    case .bool, .int8, .uint8: .float16
    case .int16, .uint16: .float32
    case .int32, .uint32, .int64, .uint64: .float64
    default: type.partType
    }
  }

  /// How many characters the text of a number may have.
  static func textWidth(_ type: ElementType) -> UInt32 {
    switch type {
    case .bool: 5
    case .int8: 4
    case .uint8: 3
    case .int16: 6
    case .uint16: 5
    case .int32: 11
    case .uint32: 10
    case .int64: 21
    case .uint64: 20
    case .complex64, .complex128: 64
    default: 32
    }
  }

  /// A Python integer in the given type. Throws OverflowError where it does not fit.
  @inline(__always) static func scalar(_ value: Int, as type: ElementType) throws(Fault) -> NumPyScalar {
    switch type {
    case .int64: return NumPyScalar(value)
    case .float64: return NumPyScalar(Double(value))
    case .float32: return NumPyScalar(Float(value))
    case .bool: return NumPyScalar(value != 0)
    default: return try other(value, type)
    }
  }

  private static func other(_ value: Int, _ type: ElementType) throws(Fault) -> NumPyScalar {
    guard type.isInteger else { return NumPyScalar(Double(value)).cast(to: type) }
    let bounds = type.integerBounds
    if value >= bounds.low && value <= bounds.high { return NumPyScalar(value).cast(to: type) }
    throw Fault(.overflowError, "Python integer \(value) out of bounds for \(type.name)")
  }

  /// A Python integer beyond int64 in the given type. Throws OverflowError where it does not fit.
  static func scalar(_ value: WideInteger, as type: ElementType) throws(Fault) -> NumPyScalar {
    if type == .uint64, let unsigned = value.unsigned, !value.isNegative { return NumPyScalar(unsigned) }
    if type == .bool { return NumPyScalar(true) }
    if type.isInexact {
      guard let approximation = value.approximation else {
        throw Fault(.overflowError, "int too large to convert to float")
      }
      return NumPyScalar(approximation).cast(to: type)
    }
    throw Fault(.overflowError, "Python int too large to convert to C long")
  }

  /// Where a Python integer lies relative to the values of an integer type: -1 below, 0 among, 1 above them.
  @inline(__always) static func side(of value: Int, in type: ElementType) -> Int {
    guard type.isInteger else { return 0 }
    let bounds = type.integerBounds
    return value < bounds.low ? -1 : (value > bounds.high ? 1 : 0)
  }
}
