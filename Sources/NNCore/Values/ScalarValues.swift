import NNKernels

/// A NumPy scalar whose element has at most eight bytes: the part of `NumPyScalar` that fits a value.
struct SmallScalar: Equatable {
  /// The bytes come first, so that a value that holds a scalar has 16 bytes.
  let bits: UInt64
  let type: ElementType

  /// The scalar.
  @inline(__always) var element: NumPyScalar { NumPyScalar(type: type, bits: bits) }
}

/// A NumPy scalar whose element has more than eight bytes: a complex128 or a record.
struct WideScalar: Object, ~Copyable {
  static var kind: Kind { .wideScalar }
  let element: NumPyScalar
  /// The array without axes that has the record's bytes.
  let record: Ref<NDArray>?

  init(_ element: NumPyScalar) {
    self.element = element
    record = nil
  }

  init(record: consuming Ref<NDArray>) {
    let type = record.value.type
    self.record = .some(record)
    element = NumPyScalar(type: type, bits: 0)
  }
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
    case .text, .bytes, .record: ObjectPool.take(element.bits)
    default: .number(SmallScalar(bits: element.bits, type: element.type))
    }
  }
}

extension Value {
  /// The array without axes behind a record.
  var asRecord: Unowned<NDArray>? {
    borrowing get {
      switch self {
      case .wide(let r):
        switch r.value.record {
        case .some(let record): record.unowned
        case .none: nil
        }
      default: nil
      }
    }
  }
}

extension NumPyScalar {
  /// A record as an element.
  static func record(_ value: consuming Value, _ type: ElementType) -> NumPyScalar {
    NumPyScalar(type: type, bits: ObjectPool.number(of: value))
  }
}
