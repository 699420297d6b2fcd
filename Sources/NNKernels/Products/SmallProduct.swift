import Glibc

/// Products whose right matrix fits the second-level cache: strips of it of up to three vectors stay in the first one
/// while blocks of eight rows of the left matrix go by. Nothing is packed unless the right matrix has no contiguous rows.
enum SmallProduct<V: ProductVector> {
  typealias Scalar = V.Scalar
  typealias Element = UnsafeMutablePointer<Scalar>

  /// out = a · b; false where the shapes are not for it, or there is no memory.
  @inline(never) static func multiply(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: TypedMatrix<Scalar>,
    _ flag: InterruptFlag
  ) throws(Interrupted) -> Bool {
    guard k &* n <= 1 << 17 else { return false }
    if n < V.width { return try multiplyNarrow(m, n, k, a, b, out, flag) }
    guard out.columnStride == 1 else { return false }
    if b.columnStride == 1 {
      try multiplyStrips(m, n, k, a, b, out, flag)
      return true
    }
    guard let memory = malloc(k &* n &* MemoryLayout<Scalar>.stride) else { return false }
    defer { free(memory) }
    let packed = memory.assumingMemoryBound(to: Scalar.self)
    // Four columns at a time, so that four elements are written side by side.
    var column = 0
    while column < n {
      let columns = min(4, n &- column)
      var source = b.at(0, column)
      var target = packed + column
      if columns == 4 {
        for _ in 0..<k {
          target[0] = source[0]
          target[1] = source[b.columnStride]
          target[2] = source[2 &* b.columnStride]
          target[3] = source[3 &* b.columnStride]
          source += b.rowStride
          target += n
        }
      } else {
        for _ in 0..<k {
          for i in 0..<columns { target[i] = source[i &* b.columnStride] }
          source += b.rowStride
          target += n
        }
      }
      column &+= 4
    }
    try multiplyStrips(m, n, k, a, TypedMatrix(base: packed, rowStride: n, columnStride: 1), out, flag)
    return true
  }

  /// The same where `b` has less columns than a vector: copied with zeros behind them, they are one strip.
  @inline(never) private static func multiplyNarrow(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: TypedMatrix<Scalar>,
    _ flag: InterruptFlag
  ) throws(Interrupted) -> Bool {
    let w = V.width
    guard let memory = malloc((k &+ 64) &* w &* MemoryLayout<Scalar>.stride) else { return false }
    defer { free(memory) }
    let packed = memory.assumingMemoryBound(to: Scalar.self), tile = packed + k &* w
    for term in 0..<k {
      V.zero.store(packed + term &* w)
      for column in 0..<n { packed[term &* w &+ column] = b.at(term, column).pointee }
    }
    let right = TypedMatrix(base: packed, rowStride: w, columnStride: 1)
    let result = TypedMatrix(base: tile, rowStride: w, columnStride: 1)
    var row = 0
    while row < m {
      if row & 0xFFFF == 0 { try flag.check() }
      let rows = min(64, m &- row)
      let left = TypedMatrix(base: a.at(row, 0), rowStride: a.rowStride, columnStride: a.columnStride)
      strip(rows, k, left, right, result, InlineArray<1, V>(repeating: V.zero))
      for i in 0..<rows {
        for column in 0..<n { out.at(row &+ i, column).pointee = tile[i &* w &+ column] }
      }
      row &+= rows
    }
    return true
  }

  @inline(__always) private static func multiplyStrips(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: TypedMatrix<Scalar>,
    _ flag: InterruptFlag
  ) throws(Interrupted) {
    var column = 0
    while column < n {
      try flag.check()
      let left = n &- column
      // The last strip may make columns of the one before again.
      var vectors = min(3, (left &+ V.width &- 1) / V.width)
      if vectors &* V.width > left {
        if vectors &* V.width <= n { column = n &- vectors &* V.width } else { vectors &-= 1 }
      }
      let source = TypedMatrix(base: b.base + column, rowStride: b.rowStride, columnStride: 1)
      let target = TypedMatrix(base: out.base + column, rowStride: out.rowStride, columnStride: 1)
      switch vectors {
      case 1: strip(m, k, a, source, target, InlineArray<1, V>(repeating: V.zero))
      case 2: strip(m, k, a, source, target, InlineArray<2, V>(repeating: V.zero))
      default: strip(m, k, a, source, target, InlineArray<3, V>(repeating: V.zero))
      }
      column &+= vectors &* V.width
    }
  }

  @inline(never) private static func strip<let N: Int>(
    _ m: Int, _ k: Int, _ a: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: TypedMatrix<Scalar>,
    _ zeros: InlineArray<N, V>
  ) {
    var row = 0
    while m &- row >= 8 {
      block(k, a.at(row, 0), a, b, out.at(row, 0), out.rowStride, InlineArray<8, Int>(repeating: 0), zeros)
      row &+= 8
    }
    if m &- row >= 4 {
      block(k, a.at(row, 0), a, b, out.at(row, 0), out.rowStride, InlineArray<4, Int>(repeating: 0), zeros)
      row &+= 4
    }
    if m &- row >= 2 {
      block(k, a.at(row, 0), a, b, out.at(row, 0), out.rowStride, InlineArray<2, Int>(repeating: 0), zeros)
      row &+= 2
    }
    if m > row {
      block(k, a.at(row, 0), a, b, out.at(row, 0), out.rowStride, InlineArray<1, Int>(repeating: 0), zeros)
    }
  }

  /// M rows × N vectors of sums in registers.
  @inline(__always) private static func block<let M: Int, let N: Int>(
    _ k: Int, _ a: Element, _ steps: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: Element, _ outStride: Int,
    _ rows: InlineArray<M, Int>, _ zeros: InlineArray<N, V>
  ) {
    let w = V.width
    var sums = InlineArray<M, InlineArray<N, V>>(repeating: zeros)
    var p = a, q = b.base
    for _ in 0..<k {
      for r in 0..<M {
        let x = V(splat: p[r &* steps.rowStride])
        for v in 0..<N { sums[r][v] = sums[r][v].adding(x, times: V.load(q + v &* w)) }
      }
      p += steps.columnStride
      q += b.rowStride
    }
    var target = out
    for r in 0..<M {
      for v in 0..<N { sums[r][v].store(target + v &* w) }
      target += outStride
    }
  }
}
