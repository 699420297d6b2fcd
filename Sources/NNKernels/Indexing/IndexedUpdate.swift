/// Applies a function of two arguments in place to the elements at `offsets` (bytes from `target`), one after the other, so
/// that a place may come several times; the second arguments stand `stride` bytes apart (0 repeats one). All have the
/// type that the loop of `operation` reads and writes. The caller has checked the offsets.
public func updateElements(
  _ operation: BinaryOperation, _ type: ElementType, loop: BinaryLoop, target: UnsafeMutableRawPointer,
  offsets: UnsafePointer<Int>, count: Int, values: UnsafeRawPointer, stride: Int
) {
  let values = Bytes(mutating: values)
  switch (operation, type) {
  case (.add, .float64): update(Double.self, target, offsets, count, values, stride) { $0 + $1 }
  case (.subtract, .float64): update(Double.self, target, offsets, count, values, stride) { $0 - $1 }
  case (.multiply, .float64): update(Double.self, target, offsets, count, values, stride) { $0 * $1 }
  case (.add, .float32): update(Float.self, target, offsets, count, values, stride) { $0 + $1 }
  case (.add, .int64), (.add, .uint64): update(Int64.self, target, offsets, count, values, stride) { $0 &+ $1 }
  case (.subtract, .int64), (.subtract, .uint64):
    update(Int64.self, target, offsets, count, values, stride) { $0 &- $1 }
  default:
    for index in 0..<max(count, 0) {
      let place = Operand(base: target + offsets[index], rowStride: 0, stride: 0)
      loop(1, 1, place, place, Operand(base: values + index &* stride, rowStride: 0, stride: 0))
    }
  }
}

@inline(__always) private func update<T: BitwiseCopyable>(
  _ type: T.Type, _ target: Bytes, _ offsets: UnsafePointer<Int>, _ count: Int, _ values: Bytes, _ stride: Int,
  _ combine: (T, T) -> T
) {
  var p = values
  var i = 0
  while i < count {
    let place = target + offsets[i]
    place.storeBytes(of: combine(place.loadUnaligned(as: T.self), p.loadUnaligned(as: T.self)), as: T.self)
    p += stride
    i &+= 1
  }
}

/// `out += factor * x` for `count` elements that stand one after another: for the types that sums of products need.
/// False for other types.
public func addScaled(
  _ type: ElementType, count: Int, out: UnsafeMutableRawPointer, x: UnsafeRawPointer, factor: UnsafeRawPointer
) -> Bool {
  switch type {
  case .float64: addScaled(Double.self, count, out, x, factor) { $0 + $1 * $2 }
  case .float32: addScaled(Float.self, count, out, x, factor) { $0 + $1 * $2 }
  case .int64, .uint64: addScaled(Int64.self, count, out, x, factor) { $0 &+ $1 &* $2 }
  default: return false
  }
  return true
}

@inline(__always) private func addScaled<T: BitwiseCopyable>(
  _ type: T.Type, _ count: Int, _ out: Bytes, _ x: UnsafeRawPointer, _ factor: UnsafeRawPointer,
  _ combine: (T, T, T) -> T
) {
  let (p, q) = (out.assumingMemoryBound(to: T.self), x.assumingMemoryBound(to: T.self))
  let factor = factor.assumingMemoryBound(to: T.self).pointee
  var i = 0
  while i < count {
    p[i] = combine(p[i], q[i], factor)
    i &+= 1
  }
}
