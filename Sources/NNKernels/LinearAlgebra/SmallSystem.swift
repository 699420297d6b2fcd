/// Systems of some dozens of equations with several right sides: by elimination with exchanged rows, as LAPACK does it,
/// whose calls and copies cost more than the arithmetic at such sizes.
public enum SmallSystem {
  typealias Lanes = SIMD8<Double>
  typealias Pointer = UnsafeMutablePointer<Double>

  /// Whether systems of that size are solved here. Few equations are left to LAPACK for its last digits, which
  /// people see; many for its blocks.
  public static func suits(_ n: Int, columns: Int) -> Bool { n >= 16 && n <= 96 && columns >= 8 }

  /// Solves a·x = b for an n × n matrix by rows: `b`, n × count by rows, becomes x. False, with both spoilt, where a
  /// pivot is zero or not far from the ends of the range.
  @inline(never) public static func solve(
    _ n: Int, _ count: Int, a: UnsafeMutableRawPointer, b: UnsafeMutableRawPointer
  ) -> Bool {
    let (a, b) = (a.assumingMemoryBound(to: Double.self), b.assumingMemoryBound(to: Double.self))
    for k in 0..<n {
      guard pivot(n, count, k, a, b) else { return false }
      let inverse = 1 / a[k &* n &+ k]
      var row = k &+ 1
      while row < n {
        let isWhole = row &+ 4 <= n
        let place = a + (row &* n &+ k)
        if isWhole {
          let factors = Factors(place[0], place[n], place[2 &* n], place[3 &* n], times: inverse)
          factors.subtract(n &- k &- 1, a + (k &* n &+ k &+ 1), place + 1, n)
          factors.subtract(count, b + k &* count, b + row &* count, count)
        } else {
          let factor = place[0] * inverse
          subtract(n &- k &- 1, factor, a + (k &* n &+ k &+ 1), place + 1)
          subtract(count, factor, b + k &* count, b + row &* count)
        }
        row &+= isWhole ? 4 : 1
      }
    }
    substitute(n, count, a, b)
    return true
  }

  /// Brings the row whose element in column k is the largest to the k-th place.
  private static func pivot(_ n: Int, _ count: Int, _ k: Int, _ a: Pointer, _ b: Pointer) -> Bool {
    var best = k
    var size = a[k &* n &+ k].magnitude
    var row = k &+ 1
    while row < n {
      let other = a[row &* n &+ k].magnitude
      if other > size { (best, size) = (row, other) }
      row &+= 1
    }
    if !(size > 0x1p-900 && size < 0x1p900) { return false }
    if best != k {
      swap(n &- k, a + (k &* n &+ k), a + (best &* n &+ k))
      swap(count, b + k &* count, b + best &* count)
    }
    return true
  }

  /// Solves the system of the upper triangle.
  private static func substitute(_ n: Int, _ count: Int, _ a: Pointer, _ b: Pointer) {
    var k = n &- 1
    while k >= 0 {
      let source = b + k &* count
      let inverse = 1 / a[k &* n &+ k]
      for column in 0..<count { source[column] *= inverse }
      var row = 0
      while row < k {
        let isWhole = row &+ 4 <= k
        let place = a + (row &* n &+ k)
        if isWhole {
          let factors = Factors(place[0], place[n], place[2 &* n], place[3 &* n], times: 1)
          factors.subtract(count, source, b + row &* count, count)
        } else {
          subtract(count, place[0], source, b + row &* count)
        }
        row &+= isWhole ? 4 : 1
      }
      k &-= 1
    }
  }

  private static func swap(_ count: Int, _ x: Pointer, _ y: Pointer) {
    for index in 0..<count { (x[index], y[index]) = (y[index], x[index]) }
  }

  /// y -= factor · x
  @inline(__always) private static func subtract(_ count: Int, _ factor: Double, _ x: Pointer, _ y: Pointer) {
    let lanes = Lanes(repeating: -factor)
    var index = 0
    while index &+ 8 <= count {
      Lanes.load(y + index).addingProduct(lanes, Lanes.load(x + index)).store(y + index)
      index &+= 8
    }
    while index < count {
      y[index] = y[index].addingProduct(-factor, x[index])
      index &+= 1
    }
  }

  /// What a row is multiplied with before it is taken from four others.
  private struct Factors {
    let first, second, third, fourth: Double

    @inline(__always) init(
      _ first: Double, _ second: Double, _ third: Double, _ fourth: Double, times factor: Double
    ) {
      self.first = -first * factor
      self.second = -second * factor
      self.third = -third * factor
      self.fourth = -fourth * factor
    }

    @inline(__always) func subtract(_ count: Int, _ x: Pointer, _ y: Pointer, _ stride: Int) {
      let (a, b) = (Lanes(repeating: first), Lanes(repeating: second))
      let (c, d) = (Lanes(repeating: third), Lanes(repeating: fourth))
      let (y2, y3, y4) = (y + stride, y + 2 &* stride, y + 3 &* stride)
      var i = 0
      while i &+ 8 <= count {
        let lanes = Lanes.load(x + i)
        Lanes.load(y + i).addingProduct(a, lanes).store(y + i)
        Lanes.load(y2 + i).addingProduct(b, lanes).store(y2 + i)
        Lanes.load(y3 + i).addingProduct(c, lanes).store(y3 + i)
        Lanes.load(y4 + i).addingProduct(d, lanes).store(y4 + i)
        i &+= 8
      }
      while i < count {
        y[i] = y[i].addingProduct(first, x[i])
        y2[i] = y2[i].addingProduct(second, x[i])
        y3[i] = y3[i].addingProduct(third, x[i])
        y4[i] = y4[i].addingProduct(fourth, x[i])
        i &+= 1
      }
    }
  }
}
