/// Eight float64 side by side: one AVX-512 register, or two of AVX2.
typealias Lanes = SIMD8<Double>
/// The bits of `Lanes`.
typealias LaneBits = SIMD8<Int64>

@inline(__always) func fused(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes { c.addingProduct(a, b) }
@inline(__always) func lanes(_ x: Double) -> Lanes { Lanes(repeating: x) }
@inline(__always) func laneBits(_ x: Int64) -> LaneBits { LaneBits(repeating: x) }
@inline(__always) func select(_ mask: SIMDMask<LaneBits>, _ a: Lanes, _ b: Lanes) -> Lanes {
  b.replacing(with: a, where: mask)
}

extension SIMD8<Double> {
  @inline(__always) var bits: LaneBits { unsafeBitCast(self, to: LaneBits.self) }
  @inline(__always) init(bits: LaneBits) { self = unsafeBitCast(bits, to: Lanes.self) }
  /// Eight consecutive elements.
  @inline(__always) init(at pointer: UnsafeRawPointer) { self = pointer.loadUnaligned(as: Lanes.self) }
  @inline(__always) func store(at pointer: UnsafeMutableRawPointer) { pointer.storeBytes(of: self, as: Lanes.self) }
  /// The bits without the sign.
  @inline(__always) var magnitudeBits: LaneBits { bits & laneBits(.max) }
}

/// A function of eight float64 at a time, with at most 4 ulp of error, which raises the exception flags that the
/// C library's function would and no others.
protocol VectorFunction { static func apply(_ x: Lanes) -> Lanes }

/// A float type that is read and written eight elements at a time as float64.
protocol LaneElement: FloatElement {
  static func load(_ pointer: UnsafeRawPointer) -> Lanes
  static func store(_ value: Lanes, _ pointer: UnsafeMutableRawPointer)
}
extension Double: LaneElement {
  @inline(__always) static func load(_ pointer: UnsafeRawPointer) -> Lanes { Lanes(at: pointer) }
  @inline(__always) static func store(_ value: Lanes, _ pointer: UnsafeMutableRawPointer) { value.store(at: pointer) }
}
extension Float: LaneElement {
  @inline(__always) static func load(_ pointer: UnsafeRawPointer) -> Lanes {
    let x = pointer.assumingMemoryBound(to: Float.self)
    return Lanes(
      Double(x[0]), Double(x[1]), Double(x[2]), Double(x[3]), Double(x[4]), Double(x[5]), Double(x[6]), Double(x[7]))
  }
  @inline(__always) static func store(_ value: Lanes, _ pointer: UnsafeMutableRawPointer) {
    let x = SIMD8<Float>(
      Float(value[0]), Float(value[1]), Float(value[2]), Float(value[3]), Float(value[4]), Float(value[5]),
      Float(value[6]), Float(value[7]))
    pointer.storeBytes(of: x, as: SIMD8<Float>.self)
  }
}

/// The loop over rows × columns that applies `F`.
@inline(__always) func vectorLoop<F: VectorFunction, T: LaneElement>(_ function: F.Type, _ type: T.Type) -> UnaryLoop {
  { rows, columns, out, x in
    forEachRun(rows, columns, out, x, x) { count, out, x, _ in vectorRun(F.self, T.self, count, out, x) }
  }
}

/// One run, eight elements at a time; the last ones beside ones, for which no function here has a flag to raise.
@inline(never) private func vectorRun<F: VectorFunction, T: LaneElement>(
  _ function: F.Type, _ type: T.Type, _ count: Int, _ out: Operand, _ x: Operand
) {
  let size = MemoryLayout<T>.size
  let whole = count & ~7
  var i = 0
  if x.stride == size && out.stride == size {
    while i < whole {
      T.store(F.apply(T.load(x.base + i &* size)), out.base + i &* size)
      i &+= 8
    }
  }
  while i < count {
    var block = lanes(1)
    let width = min(8, count &- i)
    for lane in 0..<width {
      block[lane] = (x.base + (i &+ lane) &* x.stride).assumingMemoryBound(to: T.self).pointee.asDouble
    }
    let result = F.apply(block)
    for lane in 0..<width {
      (out.base + (i &+ lane) &* out.stride).assumingMemoryBound(to: T.self).pointee = T(result[lane])
    }
    i &+= 8
  }
}
