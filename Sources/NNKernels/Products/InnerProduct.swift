import Glibc

/// Products with few columns where the rows of `a` are contiguous: each entry is a dot product, of eight rows with up
/// to three columns at a time.
enum InnerProduct<V: ProductVector> {
  typealias Scalar = V.Scalar

  /// out = a · b for k of at least one vector and `a` with contiguous rows. Returns false, with nothing written, when
  /// there is no memory for the packed columns.
  @inline(never) static func multiply(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<Scalar>, _ b: TypedMatrix<Scalar>, _ out: TypedMatrix<Scalar>,
    _ flag: InterruptFlag
  ) throws(Interrupted) -> Bool {
    guard let packed = pack(n, k, b) else { return false }
    defer { free(packed) }
    try multiply(m, n, k, a, packed: packed, out, flag)
    return true
  }

  /// The columns of `b`, each with its whole vectors, then the last vector of the rows with what was already counted as
  /// zeros; to be freed. Nil without memory.
  static func pack(_ n: Int, _ k: Int, _ b: TypedMatrix<Scalar>) -> UnsafeMutablePointer<Scalar>? {
    let w = V.width, whole = k / w &* w
    let column = whole &+ w
    let (count, overflow) = column.multipliedReportingOverflow(by: n &* MemoryLayout<Scalar>.stride)
    guard !overflow, let memory = malloc(count) else { return nil }
    let packed = memory.assumingMemoryBound(to: Scalar.self)
    for j in 0..<n {
      let target = packed + j &* column
      var source = b.at(0, j)
      for i in 0..<whole {
        target[i] = source.pointee
        source += b.rowStride
      }
      for i in 0..<w { target[whole &+ i] = 0 }
      for i in whole..<k {
        target[i &+ column &- k] = source.pointee
        source += b.rowStride
      }
    }
    return packed
  }

  /// The same with packed columns.
  @inline(never) static func multiply(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<Scalar>, packed: UnsafeMutablePointer<Scalar>,
    _ out: TypedMatrix<Scalar>, _ flag: InterruptFlag
  ) throws(Interrupted) {
    let column = k / V.width &* V.width &+ V.width
    var j = 0
    while j < n {
      let left = packed + j &* column
      let target = TypedMatrix(base: out.at(0, j), rowStride: out.rowStride, columnStride: out.columnStride)
      switch n &- j {
      case 1: try columns(m, k, a, left, column, target, flag, InlineArray<1, V>(repeating: V.zero))
      case 2, 4: try columns(m, k, a, left, column, target, flag, InlineArray<2, V>(repeating: V.zero))
      default: try columns(m, k, a, left, column, target, flag, InlineArray<3, V>(repeating: V.zero))
      }
      j &+= n &- j == 4 ? 2 : min(3, n &- j)
    }
  }

  @inline(__always) private static func columns<let C: Int>(
    _ m: Int, _ k: Int, _ a: TypedMatrix<Scalar>, _ packed: UnsafeMutablePointer<Scalar>, _ column: Int,
    _ out: TypedMatrix<Scalar>, _ flag: InterruptFlag, _ zeros: InlineArray<C, V>
  ) throws(Interrupted) {
    let w = V.width, whole = column &- w
    var row = 0
    while row &+ 8 <= m {
      try flag.check()
      var sums = InlineArray<C, InlineArray<8, V>>(repeating: InlineArray<8, V>(repeating: V.zero))
      let first = a.at(row, 0)
      var i = 0
      while i < whole {
        step(&sums, first + i, a.rowStride, packed + i, column)
        i &+= w
      }
      // The last vector overlaps the one before; what was counted already is zero on both sides (0 · inf is nan).
      if whole < k {
        step(&sums, first + (k &- w), a.rowStride, packed + whole, column, clearing: column &- k)
      }
      for c in 0..<C {
        let results = V.laneSums(sums[c])
        for r in 0..<8 { out.at(row &+ r, c).pointee = results[r] }
      }
      row &+= 8
    }
    while row < m {
      for c in 0..<C { out.at(row, c).pointee = single(k, whole, a.at(row, 0), packed + c &* column) }
      row &+= 1
    }
  }

  @inline(__always) private static func step<let C: Int>(
    _ sums: inout InlineArray<C, InlineArray<8, V>>, _ a: UnsafeMutablePointer<Scalar>, _ rowStride: Int,
    _ packed: UnsafeMutablePointer<Scalar>, _ column: Int, clearing cleared: Int? = nil
  ) {
    for r in 0..<8 {
      var x = V.load(a + r &* rowStride)
      if let cleared { x = x.clearingFirst(cleared) }
      for c in 0..<C { sums[c][r] = sums[c][r].adding(x, times: V.load(packed + c &* column)) }
    }
  }

  @inline(__always) private static func single(
    _ k: Int, _ whole: Int, _ a: UnsafeMutablePointer<Scalar>, _ packed: UnsafeMutablePointer<Scalar>
  ) -> Scalar {
    let w = V.width
    var even = V.zero, odd = V.zero
    var i = 0
    while i &+ 2 &* w <= whole {
      even = even.adding(V.load(a + i), times: V.load(packed + i))
      odd = odd.adding(V.load(a + i + w), times: V.load(packed + i + w))
      i &+= 2 &* w
    }
    if i < whole { even = even.adding(V.load(a + i), times: V.load(packed + i)) }
    if whole < k {
      odd = odd.adding(V.load(a + (k &- w)).clearingFirst(whole &+ w &- k), times: V.load(packed + whole))
    }
    return (even + odd).laneSum
  }
}
