/// The type of an array's elements, as the kernels know it.
///
/// The kernels compute in the types that `computingType` names; loops for the other ones convert blocks on the way.
public enum ElementType: Hashable, Sendable {
  case bool, int8, uint8, int16, uint16, int32, uint32, int64, uint64
  case float16, float32, float64, complex64, complex128
  /// A reference to a value of the language, eight bytes.
  case object
  /// Text of a fixed number of code points, four bytes each.
  case text(UInt32)
  /// A fixed number of bytes.
  case bytes(UInt32)
  /// A record whose fields and size the table of records knows by this number.
  case record(UInt32)

  /// The types of numbers.
  public static let allCases: [ElementType] = [
    .bool, .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .uint64, .float16, .float32, .float64, .complex64,
    .complex128,
  ]

  /// The size of one element in bytes.
  @inlinable public var size: Int {
    switch self {
    case .bool, .int8, .uint8: 1
    case .int16, .uint16, .float16: 2
    case .int32, .uint32, .float32: 4
    case .int64, .uint64, .float64, .complex64, .object: 8
    case .complex128: 16
    case .text(let length): Int(length) &* 4
    case .bytes(let length): Int(length)
    case .record(let number): RecordSizes.size(Int(number))
    }
  }

  /// True for the binary floating-point types.
  @inlinable public var isFloat: Bool {
    switch self {
    case .float16, .float32, .float64: true
    default: false
    }
  }

  @inlinable public var isComplex: Bool {
    switch self {
    case .complex64, .complex128: true
    default: false
    }
  }

  /// True for floats and complex numbers.
  @inlinable public var isInexact: Bool { isFloat || isComplex }

  @inlinable public var isSigned: Bool {
    switch self {
    case .int8, .int16, .int32, .int64: true
    default: false
    }
  }

  @inlinable public var isUnsigned: Bool {
    switch self {
    case .uint8, .uint16, .uint32, .uint64: true
    default: false
    }
  }

  /// True for bool and numbers.
  @inlinable public var isNumber: Bool {
    switch self {
    case .object, .text, .bytes, .record: false
    default: true
    }
  }

  /// The type whose loops compute for elements of this one: itself, or a wider one that holds all its values.
  @inlinable public var computingType: ElementType {
    switch self {
    case .int8, .int16, .int32: .int64
    case .uint16, .uint32: .uint64
    case .float16: .float32
    default: self
    }
  }

  /// The type of a complex number's parts; other types as they are.
  @inlinable public var partType: ElementType {
    switch self {
    case .complex64: .float32
    case .complex128: .float64
    default: self
    }
  }
}

/// The sizes of records, by their numbers.
public enum RecordSizes {
  /// One thread owns all arrays.
  public nonisolated(unsafe) static var sizes: [Int] = []

  @usableFromInline static func size(_ number: Int) -> Int { sizes.indices.contains(number) ? sizes[number] : 0 }
}

extension ElementType {
  /// The case's own number, whatever length or record it has.
  @inlinable @inline(__always) var caseNumber: UInt8 {
    switch self {
    case .bool: 0
    case .int8: 1
    case .uint8: 2
    case .int16: 3
    case .uint16: 4
    case .int32: 5
    case .uint32: 6
    case .int64: 7
    case .uint64: 8
    case .float16: 9
    case .float32: 10
    case .float64: 11
    case .complex64: 12
    case .complex128: 13
    case .object: 14
    case .text: 15
    case .bytes: 16
    case .record: 17
    }
  }

  /// Written out because the compiler's own is a call, and every operation on arrays asks several times.
  @inlinable @inline(__always) public static func == (left: ElementType, right: ElementType) -> Bool {
    switch (left, right) {
    case (.text(let a), .text(let b)): a == b
    case (.bytes(let a), .bytes(let b)): a == b
    case (.record(let a), .record(let b)): a == b
    default: left.caseNumber == right.caseNumber && left.caseNumber < 15
    }
  }
}
