/// The two operations of a matrix product.
protocol Ring {
  associatedtype Value: BitwiseCopyable
  static var zero: Value { get }
  static func addProduct(_ sum: Value, _ a: Value, _ b: Value) -> Value
}
enum NumberRing<T: NumberElement>: Ring {
  static var zero: T { T.zeroValue }
  @inline(__always) static func addProduct(_ sum: T, _ a: T, _ b: T) -> T { T.add(sum, T.multiply(a, b)) }
}
enum TruthRing: Ring {
  static var zero: UInt8 { 0 }
  @inline(__always) static func addProduct(_ sum: UInt8, _ a: UInt8, _ b: UInt8) -> UInt8 { sum | (a & b) }
}

/// Row by row, adding multiples of the rows of `b`: for the types without kernels of their own.
@inline(never) func plainProduct<R: Ring>(
  _ ring: R.Type, _ m: Int, _ n: Int, _ k: Int, _ a: Matrix, _ b: Matrix, _ out: Matrix, _ flag: InterruptFlag
) throws(Interrupted) {
  let size = MemoryLayout<R.Value>.size
  let isContiguous = b.columnStride == size && out.columnStride == size
  var work = 0
  for i in 0..<max(m, 0) {
    let target = out.base + i &* out.rowStride
    for j in 0..<max(n, 0) {
      (target + j &* out.columnStride).assumingMemoryBound(to: R.Value.self).pointee = R.zero
    }
    for l in 0..<max(k, 0) {
      let factor = (a.base + i &* a.rowStride + l &* a.columnStride).assumingMemoryBound(to: R.Value.self).pointee
      let row = b.base + l &* b.rowStride
      if isContiguous {
        let p = target.assumingMemoryBound(to: R.Value.self), q = row.assumingMemoryBound(to: R.Value.self)
        var j = 0
        while j < n {
          p[j] = R.addProduct(p[j], factor, q[j])
          j &+= 1
        }
      } else {
        var p = target, q = row
        var j = 0
        while j < n {
          let sum = p.assumingMemoryBound(to: R.Value.self)
          sum.pointee = R.addProduct(sum.pointee, factor, q.assumingMemoryBound(to: R.Value.self).pointee)
          p += out.columnStride
          q += b.columnStride
          j &+= 1
        }
      }
      work &+= n
      if work > 1 << 20 {
        work = 0
        try flag.check()
      }
    }
  }
}
