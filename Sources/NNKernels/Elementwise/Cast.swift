enum CastKernel<From: Element, To: Element>: UnaryKernel {
  static var isQuiet: Bool { To.type == .bool && From.type.isFloat }
  @inline(__always) static func apply(_ x: From) -> To { To.cast(x) }
}

/// A copy of elements of `Bits`' size.
enum CopyKernel<Bits: BitwiseCopyable>: UnaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ x: Bits) -> Bits { x }
}

/// The loop that writes elements of `source` as elements of `target`, as NumPy's `astype` on x86-64: integers wrap,
/// floats are truncated (what does not fit gives the least integer, or 0 in 8 bits, and raises the invalid flag),
/// anything other than 0 is true. Within one type it copies.
public func castLoop(from source: ElementType, to target: ElementType) -> UnaryLoop {
  if source == target { return copyLoop(elementSize: source.size) }
  switch source {
  case .bool: return castLoop(from: Truth.self, to: target)
  case .uint8: return castLoop(from: UInt8.self, to: target)
  case .uint64: return castLoop(from: UInt64.self, to: target)
  case .int64: return castLoop(from: Int64.self, to: target)
  case .float32: return castLoop(from: Float.self, to: target)
  case .float64: return castLoop(from: Double.self, to: target)
  }
}

/// The loop that copies elements of 1, 2, 4, 8 or 16 bytes; another size copies nothing.
public func copyLoop(elementSize: Int) -> UnaryLoop {
  switch elementSize {
  case 1: unaryLoop(CopyKernel<UInt8>.self)
  case 2: unaryLoop(CopyKernel<UInt16>.self)
  case 4: unaryLoop(CopyKernel<UInt32>.self)
  case 8: unaryLoop(CopyKernel<UInt64>.self)
  case 16: unaryLoop(CopyKernel<SIMD2<UInt64>>.self)
  default: { _, _, _, _ in }
  }
}

private func castLoop<From: Element>(from source: From.Type, to target: ElementType) -> UnaryLoop {
  switch target {
  case .bool: unaryLoop(CastKernel<From, Truth>.self)
  case .uint8: unaryLoop(CastKernel<From, UInt8>.self)
  case .uint64: unaryLoop(CastKernel<From, UInt64>.self)
  case .int64: unaryLoop(CastKernel<From, Int64>.self)
  case .float32: unaryLoop(CastKernel<From, Float>.self)
  case .float64: unaryLoop(CastKernel<From, Double>.self)
  }
}

/// Writes the element at `value` to all rows × columns elements of `out`.
public func fill(elementSize: Int, rows: Int, columns: Int, out: Operand, value: UnsafeRawPointer) {
  let source = Operand(base: UnsafeMutableRawPointer(mutating: value), rowStride: 0, stride: 0)
  copyLoop(elementSize: elementSize)(rows, columns, out, source)
}
