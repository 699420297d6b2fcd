/// The loops of products of few terms that are made where they are read: `a · b + row`, nothing below a bound. The rows
/// of `a` follow one another; `b` and the row are padded to whole vectors, and strips of vectors stay in registers down
/// the rows. The last strip may overlap the one before, whose columns it makes again.
enum LazyBlocks<V: ProductVector> {
  typealias Scalar = V.Scalar
  typealias Element = UnsafeMutablePointer<Scalar>

  /// What a block is made of, and from which rows of `a` on.
  struct Source {
    var a: Element
    let b: Element
    let bStride: Int
    let row: Element
    var bound: Scalar
  }

  /// Calls `body` with the first column and number of vectors, at most 4, of strips over `columns` columns, which are
  /// one vector at least.
  @inline(__always) private static func forEachStrip(
    _ columns: Int, _ limit: Int, _ body: (_ column: Int, _ vectors: Int) -> Void
  ) {
    let w = V.width
    var column = 0
    while columns &- column >= limit &* w {
      body(column, limit)
      column &+= limit &* w
    }
    let left = columns &- column
    if left == 0 { return }
    let vectors = (left &+ w &- 1) / w
    if vectors &* w <= columns { return body(columns &- vectors &* w, vectors) }
    if vectors > 1 { body(column, vectors &- 1) }
    body(columns &- w, 1)
  }

  // MARK: Rows of the product

  /// `rows` rows of `columns` columns.
  @inline(never) static func fill(
    _ terms: Int, _ rows: Int, _ columns: Int, _ source: Source, _ out: Element, _ outStride: Int
  ) {
    switch terms {
    case 1: fill(rows, columns, source, out, outStride, InlineArray<1, Int>(repeating: 0))
    case 2: fill(rows, columns, source, out, outStride, InlineArray<2, Int>(repeating: 0))
    case 3: fill(rows, columns, source, out, outStride, InlineArray<3, Int>(repeating: 0))
    default: fill(rows, columns, source, out, outStride, InlineArray<4, Int>(repeating: 0))
    }
  }

  @inline(__always) private static func fill<let K: Int>(
    _ rows: Int, _ columns: Int, _ source: Source, _ out: Element, _ outStride: Int, _ terms: InlineArray<K, Int>
  ) {
    forEachStrip(columns, 4) { (column, vectors) in
      let target = out + column
      switch vectors {
      case 1: strip(rows, source, column, target, outStride, terms, InlineArray<1, V>(repeating: V.zero))
      case 2: strip(rows, source, column, target, outStride, terms, InlineArray<2, V>(repeating: V.zero))
      case 3: strip(rows, source, column, target, outStride, terms, InlineArray<3, V>(repeating: V.zero))
      default: strip(rows, source, column, target, outStride, terms, InlineArray<4, V>(repeating: V.zero))
      }
    }
  }

  @inline(never) private static func strip<let K: Int, let N: Int>(
    _ rows: Int, _ source: Source, _ column: Int, _ out: Element, _ outStride: Int, _ terms: InlineArray<K, Int>,
    _ zeros: InlineArray<N, V>
  ) {
    let w = V.width
    var kept = InlineArray<K, InlineArray<N, V>>(repeating: zeros)
    var added = zeros
    let b = source.b + column
    for t in 0..<K { for v in 0..<N { kept[t][v] = V.load(b + t &* source.bStride + v &* w) } }
    for v in 0..<N { added[v] = V.load(source.row + column + v &* w) }
    let limit = V(splat: source.bound)
    var p = source.a, q = out
    for _ in 0..<rows {
      for v in 0..<N {
        var sum = V.zero.adding(V(splat: p[0]), times: kept[0][v])
        for t in 1..<K { sum = sum.adding(V(splat: p[t]), times: kept[t][v]) }
        (sum + added[v]).atLeast(limit).store(q + v &* w)
      }
      p += K
      q += outStride
    }
  }

  // MARK: Products under the slope of a bound

  /// All rows of one product, times 1 where another one is above its bound, 1/2 where it is on it, and 0 below.
  @inline(never) static func fill(
    _ terms: Int, _ rows: Int, _ columns: Int, _ source: Source, _ maskTerms: Int, under mask: Source, _ out: Element,
    _ outStride: Int
  ) {
    switch terms {
    case 1: fill(rows, columns, source, maskTerms, mask, out, outStride, InlineArray<1, Int>(repeating: 0))
    case 2: fill(rows, columns, source, maskTerms, mask, out, outStride, InlineArray<2, Int>(repeating: 0))
    case 3: fill(rows, columns, source, maskTerms, mask, out, outStride, InlineArray<3, Int>(repeating: 0))
    default: fill(rows, columns, source, maskTerms, mask, out, outStride, InlineArray<4, Int>(repeating: 0))
    }
  }

  @inline(__always) private static func fill<let K: Int>(
    _ rows: Int, _ columns: Int, _ source: Source, _ maskTerms: Int, _ mask: Source, _ out: Element, _ outStride: Int,
    _ terms: InlineArray<K, Int>
  ) {
    switch maskTerms {
    case 1: fill(rows, columns, source, mask, out, outStride, terms, InlineArray<1, Int>(repeating: 0))
    case 2: fill(rows, columns, source, mask, out, outStride, terms, InlineArray<2, Int>(repeating: 0))
    case 3: fill(rows, columns, source, mask, out, outStride, terms, InlineArray<3, Int>(repeating: 0))
    default: fill(rows, columns, source, mask, out, outStride, terms, InlineArray<4, Int>(repeating: 0))
    }
  }

  @inline(__always) private static func fill<let K: Int, let L: Int>(
    _ rows: Int, _ columns: Int, _ source: Source, _ mask: Source, _ out: Element, _ outStride: Int,
    _ terms: InlineArray<K, Int>, _ maskTerms: InlineArray<L, Int>
  ) {
    forEachStrip(columns, 3) { (column, vectors) in
      var column = column
      if vectors == 3 {
        let zeros = InlineArray<3, V>(repeating: V.zero)
        return strip(rows, source, mask, column, out, outStride, terms, maskTerms, zeros)
      }
      for _ in 0..<vectors {
        let zeros = InlineArray<1, V>(repeating: V.zero)
        strip(rows, source, mask, column, out, outStride, terms, maskTerms, zeros)
        column &+= V.width
      }
    }
  }

  @inline(never) private static func strip<let K: Int, let L: Int, let N: Int>(
    _ rows: Int, _ source: Source, _ mask: Source, _ column: Int, _ out: Element, _ outStride: Int,
    _ terms: InlineArray<K, Int>, _ maskTerms: InlineArray<L, Int>, _ zeros: InlineArray<N, V>
  ) {
    let w = V.width
    var kept = InlineArray<K, InlineArray<N, V>>(repeating: zeros)
    var gates = InlineArray<L, InlineArray<N, V>>(repeating: zeros)
    var added = zeros
    for t in 0..<K { for v in 0..<N { kept[t][v] = V.load(source.b + column + t &* source.bStride + v &* w) } }
    for t in 0..<L { for v in 0..<N { gates[t][v] = V.load(mask.b + column + t &* mask.bStride + v &* w) } }
    for v in 0..<N { added[v] = V.load(mask.row + column + v &* w) }
    let limit = V(splat: mask.bound), half = V(splat: 0.5)
    var p = source.a, z = mask.a, q = out + column
    for _ in 0..<rows {
      for v in 0..<N {
        var sum = V.zero.adding(V(splat: p[0]), times: kept[0][v])
        for t in 1..<K { sum = sum.adding(V(splat: p[t]), times: kept[t][v]) }
        var gate = V.zero.adding(V(splat: z[0]), times: gates[0][v])
        for t in 1..<L { gate = gate.adding(V(splat: z[t]), times: gates[t][v]) }
        sum.slope(of: gate + added[v], at: limit, half: half).store(q + v &* w)
      }
      p += K
      z += L
      q += outStride
    }
  }

  /// What the slope of a bound is at rows of `z`: 1 above it, 1/2 on it, 0 below. All in whole vectors.
  @inline(never) static func slopes(_ count: Int, _ z: Element, _ bound: Scalar) {
    let limit = V(splat: bound), half = V(splat: 0.5), one = V(splat: 1)
    var i = 0
    while i < count {
      one.slope(of: V.load(z + i), at: limit, half: half).store(z + i)
      i &+= V.width
    }
  }

  // MARK: Sums over the rows

  /// Writes aᵀ · product to `out` for `count` (up to 4) columns of `a`, in rows of `width`, which is whole vectors.
  @inline(never) static func sumRows(
    _ terms: Int, _ count: Int, _ rows: Int, _ width: Int, _ source: Source, _ a: TypedMatrix<Scalar>, _ out: Element
  ) {
    switch terms {
    case 1: sumRows(count, rows, width, source, a, out, InlineArray<1, Int>(repeating: 0))
    case 2: sumRows(count, rows, width, source, a, out, InlineArray<2, Int>(repeating: 0))
    case 3: sumRows(count, rows, width, source, a, out, InlineArray<3, Int>(repeating: 0))
    default: sumRows(count, rows, width, source, a, out, InlineArray<4, Int>(repeating: 0))
    }
  }

  @inline(__always) private static func sumRows<let K: Int>(
    _ count: Int, _ rows: Int, _ width: Int, _ source: Source, _ a: TypedMatrix<Scalar>, _ out: Element,
    _ terms: InlineArray<K, Int>
  ) {
    switch count {
    case 1: sumRows(rows, width, source, a, out, terms, InlineArray<1, Int>(repeating: 0))
    case 2: sumRows(rows, width, source, a, out, terms, InlineArray<2, Int>(repeating: 0))
    case 3: sumRows(rows, width, source, a, out, terms, InlineArray<3, Int>(repeating: 0))
    default: sumRows(rows, width, source, a, out, terms, InlineArray<4, Int>(repeating: 0))
    }
  }

  @inline(__always) private static func sumRows<let K: Int, let M: Int>(
    _ rows: Int, _ width: Int, _ source: Source, _ a: TypedMatrix<Scalar>, _ out: Element,
    _ terms: InlineArray<K, Int>, _ count: InlineArray<M, Int>
  ) {
    let w = V.width
    var column = 0
    while width &- column >= 3 &* w {
      sumStrip(rows, width, source, a, column, out, terms, count, InlineArray<3, V>(repeating: V.zero))
      column &+= 3 &* w
    }
    while column < width {
      sumStrip(rows, width, source, a, column, out, terms, count, InlineArray<1, V>(repeating: V.zero))
      column &+= w
    }
  }

  @inline(never) private static func sumStrip<let K: Int, let M: Int, let N: Int>(
    _ rows: Int, _ width: Int, _ source: Source, _ a: TypedMatrix<Scalar>, _ column: Int, _ out: Element,
    _ terms: InlineArray<K, Int>, _ count: InlineArray<M, Int>, _ zeros: InlineArray<N, V>
  ) {
    let w = V.width
    var kept = InlineArray<K, InlineArray<N, V>>(repeating: zeros)
    var sums = InlineArray<M, InlineArray<N, V>>(repeating: zeros)
    var added = zeros
    for t in 0..<K { for v in 0..<N { kept[t][v] = V.load(source.b + column + t &* source.bStride + v &* w) } }
    for v in 0..<N { added[v] = V.load(source.row + column + v &* w) }
    let limit = V(splat: source.bound)
    var p = source.a, q = a.base
    for _ in 0..<rows {
      for v in 0..<N {
        var value = V.zero.adding(V(splat: p[0]), times: kept[0][v])
        for t in 1..<K { value = value.adding(V(splat: p[t]), times: kept[t][v]) }
        value = (value + added[v]).atLeast(limit)
        for r in 0..<M { sums[r][v] = sums[r][v].adding(V(splat: q[r &* a.columnStride]), times: value) }
      }
      p += K
      q += a.rowStride
    }
    for r in 0..<M { for v in 0..<N { sums[r][v].store(out + r &* width + column + v &* w) } }
  }
}
