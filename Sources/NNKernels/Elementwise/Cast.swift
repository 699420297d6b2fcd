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
/// anything other than 0 is true. Within one type it copies. What is no number is not converted here.
public func castLoop(from source: ElementType, to target: ElementType) -> UnaryLoop {
  if source == target || !source.isNumber || !target.isNumber {
    return copyLoop(elementSize: min(source.size, target.size))
  }
  if let loop = narrowLoop(from: source, to: target) { return loop }
  let wide = source.computingType
  if source == .float16 && target == .uint32 {
    return composedLoop(castLoop(from: source, to: wide), wide.size, narrowed(wide, target))
  }
  if wide != source {
    return composedLoop(castLoop(from: source, to: wide), wide.size, castLoop(from: wide, to: target))
  }
  switch source {
  case .bool: return castLoop(from: Truth.self, to: target)
  case .uint8: return castLoop(from: UInt8.self, to: target)
  case .uint64: return castLoop(from: UInt64.self, to: target)
  case .int64: return castLoop(from: Int64.self, to: target)
  case .float32: return castLoop(from: Float.self, to: target)
  case .float64: return castLoop(from: Double.self, to: target)
  case .complex64: return complexLoop(from: Float.self, to: target)
  default: return complexLoop(from: Double.self, to: target)
  }
}

/// The loop that copies elements of some size.
public func copyLoop(elementSize: Int) -> UnaryLoop {
  switch elementSize {
  case 1: unaryLoop(CopyKernel<UInt8>.self)
  case 2: unaryLoop(CopyKernel<UInt16>.self)
  case 4: unaryLoop(CopyKernel<UInt32>.self)
  case 8: TransposedCopy.loop(unaryLoop(CopyKernel<UInt64>.self))
  case 16: unaryLoop(CopyKernel<PairBits>.self)
  default: blockCopyLoop(elementSize)
  }
}

/// Elements of any size, one after the other.
private func blockCopyLoop(_ size: Int) -> UnaryLoop {
  { rows, columns, out, x in
    forEachRun(rows, columns, out, x, x) { count, out, x, _ in
      var (p, q) = (out.base, x.base)
      for _ in 0..<count {
        p.copyMemory(from: q, byteCount: size)
        p += out.stride
        q += x.stride
      }
    }
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
  case .complex64: unaryLoop(CastKernel<From, ComplexElement<Float>>.self)
  case .complex128: unaryLoop(CastKernel<From, ComplexElement<Double>>.self)
  case .uint32 where From.type == .float64: unsignedCastLoop(from: Double.self, narrowed(.float64, .uint32))
  case .uint32 where From.type == .float32: unsignedCastLoop(from: Float.self, narrowed(.float32, .uint32))
  default: narrowed(From.type, target)
  }
}

/// From complex numbers: the real part is what counts.
private func complexLoop<P: ComplexPart>(from part: P.Type, to target: ElementType) -> UnaryLoop {
  switch target {
  case .bool: unaryLoop(CastKernel<ComplexElement<P>, Truth>.self)
  case .complex64: unaryLoop(CastKernel<ComplexElement<P>, ComplexElement<Float>>.self)
  case .complex128: unaryLoop(CastKernel<ComplexElement<P>, ComplexElement<Double>>.self)
  // A loop of parts with the strides of whole numbers.
  default: castLoop(from: P.type, to: target)
  }
}

/// From a type that loops know to one that they do not, by way of one that has a loop to it.
private func narrowed(_ source: ElementType, _ target: ElementType) -> UnaryLoop {
  let middle: ElementType =
    switch (source.isFloat, target) {
    case (true, .int8), (true, .int16), (true, .uint16): .int32
    case (true, .uint32): .int64
    case (false, .float16): .float32
    case (false, _) where source == .bool: .uint8
    default: source == .uint8 ? .int64 : source
    }
  if middle == source { return copyLoop(elementSize: min(source.size, target.size)) }
  return composedLoop(castLoop(from: source, to: middle), middle.size, castLoop(from: middle, to: target))
}

/// The loops that change the width only: from a narrow type to the one that computes for it, and back.
private func narrowLoop(from source: ElementType, to target: ElementType) -> UnaryLoop? {
  switch (source, target) {
  case (.int8, .int64): unaryLoop(CastKernel<Int8, Int64>.self)
  case (.int16, .int64): unaryLoop(CastKernel<Int16, Int64>.self)
  case (.int32, .int64): unaryLoop(CastKernel<Int32, Int64>.self)
  case (.uint16, .uint64): unaryLoop(CastKernel<UInt16, UInt64>.self)
  case (.uint32, .uint64): unaryLoop(CastKernel<UInt32, UInt64>.self)
  case (.float16, .float32): unaryLoop(CastKernel<Half, Float>.self)
  case (.int64, .int8), (.uint64, .int8): unaryLoop(CastKernel<Int64, Int8>.self)
  case (.int64, .int16), (.uint64, .int16), (.int64, .uint16), (.uint64, .uint16):
    unaryLoop(CastKernel<Int64, Int16>.self)
  case (.int64, .int32), (.uint64, .int32), (.int64, .uint32), (.uint64, .uint32):
    unaryLoop(CastKernel<Int64, Int32>.self)
  case (.bool, .int8), (.uint8, .int8), (.int8, .uint8): copyLoop(elementSize: 1)
  case (.int16, .uint16), (.uint16, .int16): copyLoop(elementSize: 2)
  case (.int32, .uint32), (.uint32, .int32): copyLoop(elementSize: 4)
  case (.float32, .float16): unaryLoop(CastKernel<Float, Half>.self)
  case (.float64, .float16): unaryLoop(CastKernel<Double, Half>.self)
  case (.float32, .int32): unaryLoop(CastKernel<Float, Int32>.self)
  case (.float64, .int32): unaryLoop(CastKernel<Double, Int32>.self)
  case (.int64, .uint64), (.uint64, .int64): copyLoop(elementSize: 8)
  default: nil
  }
}

/// Writes the element at `value` to all rows × columns elements of `out`.
public func fill(elementSize: Int, rows: Int, columns: Int, out: Operand, value: UnsafeRawPointer) {
  let source = Operand(base: UnsafeMutableRawPointer(mutating: value), rowStride: 0, stride: 0)
  copyLoop(elementSize: elementSize)(rows, columns, out, source)
}
