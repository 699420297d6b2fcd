import NNKernels

/// A NumPy scalar whose element has at most eight bytes: the part of `NumPyScalar` that fits a value.
struct SmallScalar: Equatable {
  /// The bytes come first, so that a value that holds a scalar has 16 bytes.
  let bits: UInt64
  /// Keeps a byte of its own for the tag of the values that hold scalars: however many element types there are, one
  /// comparison of one byte tells what a value is.
  private let room = Room.taken
  let type: ElementType

  private enum Room: UInt8 { case taken, spare }

  @inline(__always) init(bits: UInt64, type: ElementType) {
    self.bits = bits
    self.type = type
  }

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
    case .object: ObjectPool.value(element.bits)
    case .text, .bytes: ObjectPool.take(element.bits)
    default: .number(SmallScalar(bits: element.bits, type: element.type))
    }
  }
}
