import NNKernels

/// A NumPy scalar whose element has at most eight bytes: the part of `NumPyScalar` that fits a value.
struct SmallScalar: Equatable {
  /// The bytes come first, so that a value that holds a scalar has 16 bytes.
  let bits: UInt64
  /// Keeps a byte of its own for the tag of the values that hold scalars: however many element types there are, one
  /// comparison of one byte tells what a value is.
  private let room = Room.taken
  /// The type of number as its number, which leaves no bits of this byte for the tag.
  private let number: UInt8

  private enum Room: UInt8 { case taken, spare }

  private enum TypeCode: UInt8 {
    case bool, int8, uint8, int16, uint16, int32, uint32, int64, uint64, float16, float32, float64, complex64, other
  }

  /// A scalar of a type of numbers other than complex128.
  @inline(__always) init(bits: UInt64, type: ElementType) {
    self.bits = bits
    let known: TypeCode =
      switch type {
      case .bool: .bool
      case .int8: .int8
      case .uint8: .uint8
      case .int16: .int16
      case .uint16: .uint16
      case .int32: .int32
      case .uint32: .uint32
      case .int64: .int64
      case .uint64: .uint64
      case .float16: .float16
      case .float32: .float32
      case .float64: .float64
      case .complex64: .complex64
      default: .other
      }
    number = known.rawValue
  }

  @inline(__always) var type: ElementType {
    switch TypeCode(rawValue: number) {
    case .bool: .bool
    case .int8: .int8
    case .uint8: .uint8
    case .int16: .int16
    case .uint16: .uint16
    case .int32: .int32
    case .uint32: .uint32
    case .int64: .int64
    case .uint64: .uint64
    case .float16: .float16
    case .float32: .float32
    case .float64: .float64
    case .complex64: .complex64
    default: .object
    }
  }

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
    case .record where RecordTypes.native(element.type) != nil: scalar(element.native)
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
