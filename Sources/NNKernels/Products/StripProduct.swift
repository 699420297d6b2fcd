/// Products whose result is made in strips of whole vectors, because `b` has contiguous rows of at least one vector:
/// with few rows the sums of a strip stay in registers, with few terms the strip of `b` does.
enum StripProduct<V: ProductVector> {
  typealias Scalar = V.Scalar
  typealias Element = UnsafeMutablePointer<Scalar>

  /// Calls `body` with the first column and the number of vectors (up to `limit`) of strips that cover n columns; the
  /// last one may overlap the one before, whose columns it makes again.
  @inline(__always) private static func forEachStrip(
    _ n: Int, _ limit: Int, _ body: (_ column: Int, _ vectors: Int) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    let w = V.width
    var column = 0
    while n &- column >= limit &* w {
      try body(column, limit)
      column &+= limit &* w
    }
    let left = n &- column
    if left == 0 { return }
    let vectors = (left &+ w &- 1) / w
    if vectors &* w <= n { return try body(n &- vectors &* w, vectors) }
    if vectors > 1 { try body(column, vectors &- 1) }
    try body(n &- w, 1)
  }

  /// out = a · b for at most 4 rows of `a`; any strides but for the contiguous rows of `b`.
  @inline(never) static func multiplyFewRows(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: TypedMatrix<Scalar>,
    _ flag: InterruptFlag
  ) throws(Interrupted) {
    switch m {
    case 1: try fewRows(n, k, a, b, out, flag, InlineArray<1, Int>(repeating: 0))
    case 2: try fewRows(n, k, a, b, out, flag, InlineArray<2, Int>(repeating: 0))
    case 3: try fewRows(n, k, a, b, out, flag, InlineArray<3, Int>(repeating: 0))
    default: try fewRows(n, k, a, b, out, flag, InlineArray<4, Int>(repeating: 0))
    }
  }

  @inline(__always) private static func fewRows<let M: Int>(
    _ n: Int, _ k: Int, _ a: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: TypedMatrix<Scalar>,
    _ flag: InterruptFlag, _ rows: InlineArray<M, Int>
  ) throws(Interrupted) {
    try forEachStrip(n, M == 4 ? 6 : 7) { column, vectors throws(Interrupted) in
      try flag.check()
      let source = b.base + column
      let target = TypedMatrix(base: out.at(0, column), rowStride: out.rowStride, columnStride: out.columnStride)
      switch vectors {
      case 1: rowStrip(k, a, source, b.rowStride, target, rows, InlineArray<1, V>(repeating: V.zero))
      case 2: rowStrip(k, a, source, b.rowStride, target, rows, InlineArray<2, V>(repeating: V.zero))
      case 3: rowStrip(k, a, source, b.rowStride, target, rows, InlineArray<3, V>(repeating: V.zero))
      case 4: rowStrip(k, a, source, b.rowStride, target, rows, InlineArray<4, V>(repeating: V.zero))
      case 5: rowStrip(k, a, source, b.rowStride, target, rows, InlineArray<5, V>(repeating: V.zero))
      case 6: rowStrip(k, a, source, b.rowStride, target, rows, InlineArray<6, V>(repeating: V.zero))
      default: rowStrip(k, a, source, b.rowStride, target, rows, InlineArray<7, V>(repeating: V.zero))
      }
    }
  }

  /// M rows × N vectors of sums in registers, down all the rows of `b`.
  @inline(never) private static func rowStrip<let M: Int, let N: Int>(
    _ k: Int, _ a: TypedMatrix<Scalar>, _ b: Element, _ bRowStride: Int, _ out: TypedMatrix<Scalar>,
    _ rows: InlineArray<M, Int>, _ zeros: InlineArray<N, V>
  ) {
    let w = V.width
    var sums = InlineArray<M, InlineArray<N, V>>(repeating: zeros)
    var p = a.base, q = b
    for _ in 0..<k {
      for v in 0..<N {
        let x = V.load(q + v &* w)
        for r in 0..<M { sums[r][v] = sums[r][v].adding(V(splat: p[r &* a.rowStride]), times: x) }
      }
      p += a.columnStride
      q += bRowStride
    }
    if out.columnStride == 1 {
      for r in 0..<M { for v in 0..<N { sums[r][v].store(out.at(r, v &* w)) } }
    } else {
      withUnsafeMutablePointer(to: &sums) { memory in
        let values = UnsafeMutableRawPointer(memory).assumingMemoryBound(to: Scalar.self)
        for r in 0..<M {
          var target = out.at(r, 0)
          let row = values + r &* N &* w
          for j in 0..<N &* w {
            target.pointee = row[j]
            target += out.columnStride
          }
        }
      }
    }
  }

  /// out = a · b for at most 4 terms; `out` too has contiguous rows.
  @inline(never) static func multiplyFewTerms(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: TypedMatrix<Scalar>,
    _ flag: InterruptFlag
  ) throws(Interrupted) {
    switch k {
    case 1: try fewTerms(m, n, a, b, out, flag, InlineArray<1, Int>(repeating: 0))
    case 2: try fewTerms(m, n, a, b, out, flag, InlineArray<2, Int>(repeating: 0))
    case 3: try fewTerms(m, n, a, b, out, flag, InlineArray<3, Int>(repeating: 0))
    default: try fewTerms(m, n, a, b, out, flag, InlineArray<4, Int>(repeating: 0))
    }
  }

  @inline(__always) private static func fewTerms<let K: Int>(
    _ m: Int, _ n: Int, _ a: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: TypedMatrix<Scalar>,
    _ flag: InterruptFlag, _ terms: InlineArray<K, Int>
  ) throws(Interrupted) {
    try forEachStrip(n, K == 4 ? 6 : 7) { column, vectors throws(Interrupted) in
      var row = 0
      while row < m {
        try flag.check()
        let height = min(1 << 14, m &- row)
        let left = TypedMatrix(base: a.at(row, 0), rowStride: a.rowStride, columnStride: a.columnStride)
        let source = b.base + column, target = out.at(row, column)
        let stride = b.rowStride, step = out.rowStride
        switch vectors {
        case 1: termStrip(height, left, source, stride, target, step, terms, InlineArray<1, V>(repeating: V.zero))
        case 2: termStrip(height, left, source, stride, target, step, terms, InlineArray<2, V>(repeating: V.zero))
        case 3: termStrip(height, left, source, stride, target, step, terms, InlineArray<3, V>(repeating: V.zero))
        case 4: termStrip(height, left, source, stride, target, step, terms, InlineArray<4, V>(repeating: V.zero))
        case 5: termStrip(height, left, source, stride, target, step, terms, InlineArray<5, V>(repeating: V.zero))
        case 6: termStrip(height, left, source, stride, target, step, terms, InlineArray<6, V>(repeating: V.zero))
        default: termStrip(height, left, source, stride, target, step, terms, InlineArray<7, V>(repeating: V.zero))
        }
        row &+= height
      }
    }
  }

  /// K rows × N vectors of `b` in registers, down all the rows of `a`.
  @inline(never) private static func termStrip<let K: Int, let N: Int>(
    _ m: Int, _ a: TypedMatrix<Scalar>, _ b: Element, _ bRowStride: Int, _ out: Element, _ outRowStride: Int,
    _ terms: InlineArray<K, Int>, _ zeros: InlineArray<N, V>
  ) {
    let w = V.width
    var kept = InlineArray<K, InlineArray<N, V>>(repeating: zeros)
    for t in 0..<K { for v in 0..<N { kept[t][v] = V.load(b + t &* bRowStride + v &* w) } }
    var p = a.base, q = out
    for _ in 0..<m {
      for v in 0..<N {
        var sum = V.zero.adding(V(splat: p[0]), times: kept[0][v])
        for t in 1..<K { sum = sum.adding(V(splat: p[t &* a.columnStride]), times: kept[t][v]) }
        sum.store(q + v &* w)
      }
      p += a.rowStride
      q += outRowStride
    }
  }
}
