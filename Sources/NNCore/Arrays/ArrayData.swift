// A fence file: the one way to the elements of arrays.
import Glibc
import NNKernels

/// A place in an array's memory. Valid while the array lives; nothing is checked.
@safe struct DataPointer {
  let raw: UnsafeMutableRawPointer

  @inline(__always) init(_ raw: UnsafeMutableRawPointer) { unsafe self.raw = raw }

  @inline(__always) func advanced(by bytes: Int) -> DataPointer { unsafe DataPointer(raw + bytes) }

  @inline(__always) func load<T: BitwiseCopyable>(_: T.Type = T.self, at offset: Int = 0) -> T {
    unsafe raw.loadUnaligned(fromByteOffset: offset, as: T.self)
  }

  @inline(__always) func store<T: BitwiseCopyable>(_ value: T, at offset: Int = 0) {
    unsafe raw.storeBytes(of: value, toByteOffset: offset, as: T.self)
  }

  /// The element of the given type that stands `offset` bytes on.
  @inline(__always) func load(_ type: ElementType, at offset: Int = 0) -> NumPyScalar {
    switch type {
    case .uint64, .int64, .float64, .complex64, .object:
      NumPyScalar(type: type, bits: load(UInt64.self, at: offset))
    case .bool, .uint8, .int8: NumPyScalar(type: type, bits: UInt64(load(UInt8.self, at: offset)))
    case .int16, .uint16, .float16: NumPyScalar(type: type, bits: UInt64(load(UInt16.self, at: offset)))
    case .int32, .uint32, .float32: NumPyScalar(type: type, bits: UInt64(load(UInt32.self, at: offset)))
    case .complex128:
      NumPyScalar(type: type, bits: load(UInt64.self, at: offset), high: load(UInt64.self, at: offset &+ 8))
    case .text, .bytes, .record: ElementHooks.box(advanced(by: offset), type)
    }
  }

  /// Writes an element with its own type.
  @inline(__always) func store(_ scalar: NumPyScalar, at offset: Int = 0) {
    switch scalar.type {
    case .uint64, .int64, .float64, .complex64, .object: store(scalar.bits, at: offset)
    case .bool, .uint8, .int8: store(UInt8(truncatingIfNeeded: scalar.bits), at: offset)
    case .int16, .uint16, .float16: store(UInt16(truncatingIfNeeded: scalar.bits), at: offset)
    case .int32, .uint32, .float32: store(UInt32(truncatingIfNeeded: scalar.bits), at: offset)
    case .complex128:
      store(scalar.bits, at: offset)
      store(scalar.high, at: offset &+ 8)
    case .text, .bytes, .record: ElementHooks.unbox(scalar, advanced(by: offset))
    }
  }

  /// Where that is, as a number.
  var address: Int { unsafe Int(bitPattern: raw) }

  /// The number whose bytes stand here in the other order.
  func loadSwapped(_ type: ElementType) -> NumPyScalar {
    let part = type.partType.size
    if type.size <= 8 {
      let bits = swappedWord(part, type.size)
      return NumPyScalar(type: type, bits: bits)
    }
    return NumPyScalar(type: type, bits: swappedWord(8, 8), high: advanced(by: 8).swappedWord(8, 8))
  }

  /// Writes a number with its bytes in the other order.
  func storeSwapped(_ scalar: NumPyScalar) {
    let (part, size) = (scalar.type.partType.size, scalar.type.size)
    for index in 0..<size {
      let place = index / part &* part &+ part &- 1 &- index % part
      let word = place < 8 ? scalar.bits : scalar.high
      store(UInt8(truncatingIfNeeded: word &>> UInt64(place % 8 &* 8)), at: index)
    }
  }

  /// Up to eight bytes as a number, those of each part turned round.
  private func swappedWord(_ part: Int, _ size: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<size {
      let place = index / part &* part &+ part &- 1 &- index % part
      word |= UInt64(load(UInt8.self, at: index)) &<< UInt64(place &* 8)
    }
    return word
  }

  /// Calls `body` with each word of a block of memory that an array has.
  static func forEachWord(_ address: UInt, _ byteCount: Int, _ step: Int, _ body: (UInt64) -> Void) {
    guard let base = unsafe UnsafeRawPointer(bitPattern: address) else { return }
    for offset in stride(from: 0, through: byteCount &- 8, by: step) {
      unsafe body(base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  /// Copies bytes between places that do not overlap.
  @inline(__always) func copy(from source: DataPointer, byteCount: Int) {
    unsafe _ = memcpy(raw, source.raw, byteCount)
  }

  @inline(__always) func operand(rowStride: Int, stride: Int) -> Operand {
    unsafe Operand(base: raw, rowStride: rowStride, stride: stride)
  }
}

extension NDArray {
  /// The first element, for reading.
  @inline(__always) var data: DataPointer {
    if storage.value.pending != nil { storage.value.settle() }
    return unsafe DataPointer(storage.value.base + offset)
  }

  /// The first element, for writing. Asks nobody: `checkWriteable` comes before.
  @inline(__always) var mutableData: DataPointer { data }
}

/// Places for scalars that loops take as operands with a stride of zero.
enum ScalarSlots {
  private static let memory: UnsafeMutableRawPointer = .allocate(byteCount: 256, alignment: 64)

  /// Puts a scalar into slot 0, 1, 2 or 3, where it stays until the next call with that slot.
  @inline(__always) static func place(_ scalar: NumPyScalar, slot: Int) -> DataPointer {
    let pointer = unsafe DataPointer(memory + (slot & 3) &* 64)
    pointer.store(scalar.bits)
    pointer.store(scalar.high, at: 8)
    return pointer
  }
}

extension NDArray {
  /// The bytes of the elements in C order. Throws MemoryError.
  func bytes() throws(Fault) -> [UInt8] {
    let flat = try contiguous()
    let count = flat.byteCount
    return [UInt8](unsafeUninitializedCapacity: count) { (buffer, filled) in
      if let base = buffer.baseAddress, count > 0 { unsafe _ = memcpy(base, flat.data.raw, count) }
      filled = count
    }
  }

  /// The elements in C order as doubles. Throws MemoryError, and what a conversion throws.
  func float64s() throws(Fault) -> [Double] {
    let flat = type == .float64 ? try contiguous() : try cast(to: .float64, order: .c)
    let count = flat.count
    return [Double](unsafeUninitializedCapacity: count) { (buffer, filled) in
      if let base = buffer.baseAddress, count > 0 { unsafe _ = memcpy(base, flat.data.raw, count &* 8) }
      filled = count
    }
  }

  /// Fills a fresh contiguous array with bytes from `start` on; those that are missing stay undefined.
  func fill(from bytes: [UInt8], start: Int) {
    let count = min(byteCount, bytes.count &- start)
    guard start >= 0, count > 0 else { return }
    unsafe bytes.withUnsafeBytes { (buffer) in
      if let base = buffer.baseAddress { unsafe _ = memcpy(mutableData.raw, base + start, count) }
    }
  }
}
