/// The type of an array's elements, as the kernels know it.
public enum ElementType: UInt8, CaseIterable, Sendable {
  case bool, uint8, uint64, int64, float32, float64

  /// The size of one element in bytes.
  @inlinable public var size: Int {
    switch self {
    case .bool, .uint8: 1
    case .float32: 4
    case .uint64, .int64, .float64: 8
    }
  }

  /// True for the two binary floating-point types.
  @inlinable public var isFloat: Bool { self == .float32 || self == .float64 }
}
