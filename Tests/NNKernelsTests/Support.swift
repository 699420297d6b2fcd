import Glibc

@testable import NNKernels

/// FNV-1a over the bits of the elements, nan counting as the canonical one: as the recorded tables are hashed.
func hash<T: BitwiseCopyable>(of values: [T]) -> UInt64 {
  var result: UInt64 = 0xcbf2_9ce4_8422_2325
  for value in values { result = (result ^ bits(of: value)) &* 0x100_0000_01b3 }
  return result
}

/// The bits of an element of 1, 2, 4 or 8 bytes; nan as the canonical one.
func bits<T: BitwiseCopyable>(of value: T) -> UInt64 {
  if let value = value as? Double { return value.isNaN ? Double.nan.bitPattern : value.bitPattern }
  if let value = value as? Float { return UInt64(value.isNaN ? Float.nan.bitPattern : value.bitPattern) }
  return withUnsafeBytes(of: value) { bytes in
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Untyped elements with `guardBytes` sentinels before and behind, so that a test sees a write outside.
final class Elements {
  static let guardBytes = 64
  let type: ElementType
  let count: Int
  let memory: UnsafeMutableRawPointer

  init(_ type: ElementType, count: Int) {
    self.type = type
    self.count = count
    let bytes = count * type.size + 2 * Self.guardBytes
    memory = .allocate(byteCount: bytes, alignment: 64)
    memset(memory, 0xA5, bytes)
  }

  convenience init<T: Element>(_ values: [T]) {
    self.init(T.type, count: values.count)
    for (index, value) in values.enumerated() { base.assumingMemoryBound(to: T.self)[index] = value }
  }

  deinit { memory.deallocate() }

  var base: UnsafeMutableRawPointer { memory + Self.guardBytes }
  var contiguous: Operand { Operand(base: base, rowStride: count * type.size, stride: type.size) }
  var scalar: Operand { Operand(base: base, rowStride: 0, stride: 0) }

  func values<T: Element>(_ type: T.Type) -> [T] {
    (0..<count).map { base.assumingMemoryBound(to: T.self)[$0] }
  }

  /// The bits of the elements, nan as the canonical one.
  var bitValues: [UInt64] {
    switch type {
    case .bool, .uint8: values(UInt8.self).map { bits(of: $0) }
    case .uint64, .int64: values(UInt64.self)
    case .float32: values(Float.self).map { bits(of: $0) }
    case .float64: values(Double.self).map { bits(of: $0) }
    case .float16: values(Half.self).map { bits(of: Float($0.value)) }
    case .complex64:
      values(ComplexElement<Float>.self).map { bits(of: $0.real) << 32 | bits(of: $0.imaginary) }
    case .complex128:
      values(ComplexElement<Double>.self).map { bits(of: $0.real) &* 31 &+ bits(of: $0.imaginary) }
    default:
      switch type.size {
      case 1: values(UInt8.self).map { bits(of: $0) }
      case 2: values(UInt16.self).map { bits(of: $0) }
      default: values(UInt32.self).map { bits(of: $0) }
      }
    }
  }

  var isGuarded: Bool {
    let bytes = UnsafeRawPointer(memory)
    return (0..<Self.guardBytes).allSatisfy {
      bytes.load(fromByteOffset: $0, as: UInt8.self) == 0xA5
        && bytes.load(fromByteOffset: Self.guardBytes + count * type.size + $0, as: UInt8.self) == 0xA5
    }
  }
}

/// The watched floating-point flags that `body` raises.
func flagsRaised(_ body: () -> Void) -> Int32 {
  let watched: Int32 = FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW
  feclearexcept(watched)
  body()
  return fetestexcept(watched)
}

/// The special values of each type, as in the recorded tables.
func specials(_ type: ElementType) -> Elements {
  let floats: [Double] = [
    0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 1.5, 2.5, -2.5, .infinity, -.infinity, .nan, 1e300, -1e300, 1e-300,
    .leastNonzeroMagnitude,
    -.leastNonzeroMagnitude, 0x1p63, 1e10, 7, -7, 0.1, 300, -300, 3e9, 1e19,
  ]
  switch type {
  case .bool: return Elements([Truth(byte: 0), Truth(byte: 1)])
  case .uint8: return Elements([UInt8]([0, 1, 2, 3, 5, 7, 8, 9, 63, 64, 100, 127, 128, 254, 255]))
  case .uint64:
    return Elements([UInt64]([0, 1, 2, 3, 5, 7, 63, 64, 65, 100, 1 << 62, 1 << 63, .max, .max - 1, 255, 256]))
  case .int64:
    return Elements(
      [Int64]([0, 1, 2, 3, 5, 7, -1, -2, -7, 63, 64, 65, 100, -100, 1 << 62, .min, .max, .max - 1, 255, 256]))
  case .float32: return Elements(floats.map { Float($0) })
  case .float64: return Elements(floats)
  default:
    let source = specials(type.isFloat || type.isComplex ? .float64 : .int64)
    let result = Elements(type, count: source.count)
    castLoop(from: source.type, to: type)(1, source.count, result.contiguous, source.contiguous)
    return result
  }
}

/// All pairs of the special values, the first of a pair slowest.
func specialPairs(_ type: ElementType) -> (x: Elements, y: Elements) {
  let values = specials(type)
  let n = values.count, size = type.size
  let x = Elements(type, count: n * n), y = Elements(type, count: n * n)
  for i in 0..<n {
    for j in 0..<n {
      memcpy(x.base + (i * n + j) * size, values.base + i * size, size)
      memcpy(y.base + (i * n + j) * size, values.base + j * size, size)
    }
  }
  return (x, y)
}
