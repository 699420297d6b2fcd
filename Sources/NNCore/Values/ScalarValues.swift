import NNKernels

/// A NumPy scalar whose element has at most eight bytes: the part of `NumPyScalar` that fits a value.
struct SmallScalar: Equatable {
  /// The bytes come first, so that a value that holds a scalar has 16 bytes.
  let bits: UInt64
  let type: ElementType

  /// The scalar.
  @inline(__always) var element: NumPyScalar { NumPyScalar(type: type, bits: bits) }
}

/// A NumPy scalar whose element has more than eight bytes: a complex128.
struct WideScalar: Object, ~Copyable {
  static var kind: Kind { .wideScalar }
  let element: NumPyScalar
  init(_ element: NumPyScalar) { self.element = element }
}

extension Value {
  /// An element of an array as a value of its own.
  @inline(__always) static func scalar(_ element: NumPyScalar) -> Value {
    if element.type == .float64 { return .number(SmallScalar(bits: element.bits, type: .float64)) }
    return general(element)
  }

  private static func general(_ element: NumPyScalar) -> Value {
    switch element.type {
    case .complex128: .wide(Ref(WideScalar(element)))
    default: .number(SmallScalar(bits: element.bits, type: element.type))
    }
  }
}
