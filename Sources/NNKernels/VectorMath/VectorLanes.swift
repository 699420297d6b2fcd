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

/// The number of elements that are converted or gathered at a time.
private let blockLength = 128

/// The loop over rows × columns that applies `F`, to float32 through float64.
@inline(__always) func vectorLoop<F: VectorFunction, T: FloatElement>(_ function: F.Type, _ type: T.Type) -> UnaryLoop {
  { rows, columns, out, x in
    forEachRun(rows, columns, out, x, x) { count, out, x, _ in
      if T.self == Double.self && x.stride == 8 && out.stride == 8 {
        vectorRun(F.self, count, out.base, x.base)
      } else {
        blockRun(F.self, T.self, count, out, x)
      }
    }
  }
}

/// One contiguous run of float64; the last elements beside ones, for which no function here has a flag to raise.
@inline(never) private func vectorRun<F: VectorFunction>(_ function: F.Type, _ count: Int, _ out: Bytes, _ x: Bytes) {
  let whole = count & ~7
  var i = 0
  while i < whole {
    F.apply(Lanes(at: x + i &* 8)).store(at: out + i &* 8)
    i &+= 8
  }
  if i == count { return }
  var block = lanes(1)
  let p = x.assumingMemoryBound(to: Double.self), q = out.assumingMemoryBound(to: Double.self)
  for lane in 0..<count &- i { block[lane] = p[i &+ lane] }
  let result = F.apply(block)
  for lane in 0..<count &- i { q[i &+ lane] = result[lane] }
}

/// One run of any stride, copied block by block to float64 and back.
@inline(never) private func blockRun<F: VectorFunction, T: FloatElement>(
  _ function: F.Type, _ type: T.Type, _ count: Int, _ out: Operand, _ x: Operand
) {
  withUnsafeTemporaryAllocation(of: Double.self, capacity: blockLength) { buffer in
    guard let block = buffer.baseAddress else { return }
    var p = x.base, q = out.base
    var left = count
    while left > 0 {
      let length = min(blockLength, left)
      if x.stride == MemoryLayout<T>.size {
        let source = p.assumingMemoryBound(to: T.self)
        var i = 0
        while i < length {
          block[i] = source[i].asDouble
          i &+= 1
        }
      } else {
        for i in 0..<length { block[i] = (p + i &* x.stride).assumingMemoryBound(to: T.self).pointee.asDouble }
      }
      vectorRun(F.self, length, Bytes(block), Bytes(block))
      if out.stride == MemoryLayout<T>.size {
        let target = q.assumingMemoryBound(to: T.self)
        var i = 0
        while i < length {
          target[i] = T(block[i])
          i &+= 1
        }
      } else {
        for i in 0..<length { (q + i &* out.stride).assumingMemoryBound(to: T.self).pointee = T(block[i]) }
      }
      p += length &* x.stride
      q += length &* out.stride
      left &-= length
    }
  }
}
