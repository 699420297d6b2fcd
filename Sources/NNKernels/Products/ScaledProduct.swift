/// `out = (scale · a) · vector` for an m × k matrix in one pass over it; a row or a column of `a` is contiguous, its
/// other stride in bytes. `vector` and `out` are contiguous. Each product with the scale is rounded, as if the scaled
/// matrix had been made.
/// - Throws: `Interrupted` within 20 ms of `flag` being raised.
public func scaledProduct(
  m: Int, k: Int, scale: Double, a: UnsafeMutableRawPointer, rowStride: Int, columnStride: Int,
  vector: UnsafeMutableRawPointer, out: UnsafeMutableRawPointer, flag: InterruptFlag
) throws(Interrupted) {
  let matrix = a.assumingMemoryBound(to: Double.self)
  let x = vector.assumingMemoryBound(to: Double.self), y = out.assumingMemoryBound(to: Double.self)
  if columnStride == 8 {
    try ScaledProduct.rows(m, k, scale, matrix, rowStride / 8, x, y, flag)
  } else {
    try ScaledProduct.columns(m, k, scale, matrix, columnStride / 8, x, y, flag)
  }
}

private enum ScaledProduct {
  typealias Lanes = SIMD8<Double>
  typealias Pointer = UnsafeMutablePointer<Double>

  /// The rows are contiguous: four dot products at a time.
  static func rows(
    _ m: Int, _ k: Int, _ scale: Double, _ a: Pointer, _ stride: Int, _ x: Pointer, _ out: Pointer,
    _ flag: InterruptFlag
  ) throws(Interrupted) {
    var row = 0
    while row < m {
      if row & 63 == 0 { try flag.check() }
      if row &+ 4 <= m {
        dots(k, scale, a + row &* stride, stride, x, out + row, InlineArray<4, Lanes>(repeating: Lanes()))
        row &+= 4
      } else {
        dots(k, scale, a + row &* stride, stride, x, out + row, InlineArray<1, Lanes>(repeating: Lanes()))
        row &+= 1
      }
    }
  }

  @inline(__always) private static func dots<let R: Int>(
    _ k: Int, _ scale: Double, _ a: Pointer, _ stride: Int, _ x: Pointer, _ out: Pointer,
    _ zeros: InlineArray<R, Lanes>
  ) {
    var even = zeros, odd = zeros
    let factor = Lanes(repeating: scale)
    var i = 0
    while i &+ 16 <= k {
      let (p, q) = (Lanes.load(x + i), Lanes.load(x + i + 8))
      for r in 0..<R {
        let place = a + (r &* stride &+ i)
        even[r] = even[r].addingProduct(Lanes.load(place) * factor, p)
        odd[r] = odd[r].addingProduct(Lanes.load(place + 8) * factor, q)
      }
      i &+= 16
    }
    for r in 0..<R {
      var sum = (even[r] + odd[r]).laneSum
      var rest = i
      while rest < k {
        sum += a[r &* stride &+ rest] * scale * x[rest]
        rest &+= 1
      }
      out[r] = sum
    }
  }

  /// The columns are contiguous: four of them at a time are added to all sums.
  static func columns(
    _ m: Int, _ k: Int, _ scale: Double, _ a: Pointer, _ stride: Int, _ x: Pointer, _ out: Pointer,
    _ flag: InterruptFlag
  ) throws(Interrupted) {
    for row in 0..<m { out[row] = 0 }
    var column = 0
    while column < k {
      try flag.check()
      if column &+ 4 <= k {
        add(m, scale, a + column &* stride, stride, x + column, out, InlineArray<4, Lanes>(repeating: Lanes()))
        column &+= 4
      } else {
        add(m, scale, a + column &* stride, stride, x + column, out, InlineArray<1, Lanes>(repeating: Lanes()))
        column &+= 1
      }
    }
  }

  @inline(__always) private static func add<let C: Int>(
    _ m: Int, _ scale: Double, _ a: Pointer, _ stride: Int, _ x: Pointer, _ out: Pointer,
    _ zeros: InlineArray<C, Lanes>
  ) {
    let factor = Lanes(repeating: scale)
    var terms = zeros
    for c in 0..<C { terms[c] = Lanes(repeating: x[c]) }
    var row = 0
    while row &+ 8 <= m {
      var sum = Lanes.load(out + row)
      for c in 0..<C { sum = sum.addingProduct(Lanes.load(a + (c &* stride &+ row)) * factor, terms[c]) }
      sum.store(out + row)
      row &+= 8
    }
    while row < m {
      for c in 0..<C { out[row] += a[c &* stride &+ row] * scale * x[c] }
      row &+= 1
    }
  }
}
