/// What is asked of a product under the slope of a bound: the sums of its columns, and its product with the left factor
/// of what is bounded. Both are made in one pass that keeps no element of the product.
enum LazyTotals<V: ProductVector> {
  typealias Scalar = V.Scalar
  typealias Element = UnsafeMutablePointer<Scalar>
  typealias Source = LazyBlocks<V>.Source

  /// Writes to `out` the sums of the columns, and below them a row for each term of `mask`: all sums go from the first
  /// row to the last. `width` elements, whole vectors, go to a row of `out`.
  @inline(never) static func make(
    _ terms: Int, _ rows: Int, _ width: Int, _ source: Source, _ maskTerms: Int, under mask: Source, _ out: Element
  ) {
    switch terms {
    case 1: make(rows, width, source, maskTerms, mask, out, InlineArray<1, Int>(repeating: 0))
    case 2: make(rows, width, source, maskTerms, mask, out, InlineArray<2, Int>(repeating: 0))
    case 3: make(rows, width, source, maskTerms, mask, out, InlineArray<3, Int>(repeating: 0))
    default: make(rows, width, source, maskTerms, mask, out, InlineArray<4, Int>(repeating: 0))
    }
  }

  @inline(__always) private static func make<let K: Int>(
    _ rows: Int, _ width: Int, _ source: Source, _ maskTerms: Int, _ mask: Source, _ out: Element,
    _ terms: InlineArray<K, Int>
  ) {
    switch maskTerms {
    case 1: make(rows, width, source, mask, out, terms, InlineArray<1, Int>(repeating: 0))
    case 2: make(rows, width, source, mask, out, terms, InlineArray<2, Int>(repeating: 0))
    case 3: make(rows, width, source, mask, out, terms, InlineArray<3, Int>(repeating: 0))
    default: make(rows, width, source, mask, out, terms, InlineArray<4, Int>(repeating: 0))
    }
  }

  @inline(__always) private static func make<let K: Int, let L: Int>(
    _ rows: Int, _ width: Int, _ source: Source, _ mask: Source, _ out: Element, _ terms: InlineArray<K, Int>,
    _ maskTerms: InlineArray<L, Int>
  ) {
    let w = V.width
    var column = 0
    while width &- column >= 2 &* w {
      strip(rows, width, source, mask, column, out, terms, maskTerms, InlineArray<2, V>(repeating: V.zero))
      column &+= 2 &* w
    }
    if column < width {
      strip(rows, width, source, mask, column, out, terms, maskTerms, InlineArray<1, V>(repeating: V.zero))
    }
  }

  @inline(never) private static func strip<let K: Int, let L: Int, let N: Int>(
    _ rows: Int, _ width: Int, _ source: Source, _ mask: Source, _ column: Int, _ out: Element,
    _ terms: InlineArray<K, Int>, _ maskTerms: InlineArray<L, Int>, _ zeros: InlineArray<N, V>
  ) {
    let w = V.width
    var kept = InlineArray<K, InlineArray<N, V>>(repeating: zeros)
    var gates = InlineArray<L, InlineArray<N, V>>(repeating: zeros)
    var sums = InlineArray<L, InlineArray<N, V>>(repeating: zeros)
    var added = zeros, total = zeros
    for t in 0..<K { for v in 0..<N { kept[t][v] = V.load(source.b + column + t &* source.bStride + v &* w) } }
    for t in 0..<L { for v in 0..<N { gates[t][v] = V.load(mask.b + column + t &* mask.bStride + v &* w) } }
    for v in 0..<N { added[v] = V.load(mask.row + column + v &* w) }
    let limit = V(splat: mask.bound), half = V(splat: 0.5)
    var p = source.a, z = mask.a
    for _ in 0..<rows {
      for v in 0..<N {
        var sum = V.zero.adding(V(splat: p[0]), times: kept[0][v])
        for t in 1..<K { sum = sum.adding(V(splat: p[t]), times: kept[t][v]) }
        var gate = V.zero.adding(V(splat: z[0]), times: gates[0][v])
        for t in 1..<L { gate = gate.adding(V(splat: z[t]), times: gates[t][v]) }
        let value = sum.slope(of: gate + added[v], at: limit, half: half)
        total[v] = total[v] + value
        for t in 0..<L { sums[t][v] = sums[t][v].adding(V(splat: z[t]), times: value) }
      }
      p += K
      z += L
    }
    for v in 0..<N {
      total[v].store(out + column + v &* w)
      for t in 0..<L { sums[t][v].store(out + (t &+ 1) &* width + column + v &* w) }
    }
  }
}
