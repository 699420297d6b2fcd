import Testing

@testable import NNKernels

/// Products that are put off give the bits of the operations one after the other, whatever reads them.
@Suite struct LazyProductTests {
  /// A matrix in C order.
  struct Grid<T: FloatElement> {
    let rows: Int, columns: Int
    let elements: Elements
    var base: UnsafeMutableRawPointer { elements.base }
    var size: Int { MemoryLayout<T>.stride }

    init(_ rows: Int, _ columns: Int) {
      (self.rows, self.columns) = (rows, columns)
      elements = Elements(T.type, count: max(1, rows * columns))
    }

    init(_ rows: Int, _ columns: Int, _ generator: inout MersenneTwister) {
      self.init(rows, columns)
      // Multiples of a half: sums meet bounds exactly now and then.
      for i in 0..<rows {
        for j in 0..<columns { self[i, j] = T((generator.nextGauss() * 2).rounded() / 2) }
      }
    }

    subscript(i: Int, j: Int) -> T {
      get { (base + (i * columns + j) * size).load(as: T.self) }
      nonmutating set { (base + (i * columns + j) * size).storeBytes(of: newValue, as: T.self) }
    }

    func times(_ other: Grid) throws -> Grid {
      let out = Grid(rows, other.columns)
      try matrixProduct(
        T.type, m: rows, n: other.columns, k: columns, a: base, aRowStride: columns * size, aColumnStride: size,
        b: other.base, bRowStride: other.columns * size, bColumnStride: size, out: out.base,
        outRowStride: other.columns * size, outColumnStride: size, flag: InterruptFlag())
      return out
    }

    var transposed: Grid {
      let out = Grid(columns, rows)
      for i in 0..<rows { for j in 0..<columns { out[j, i] = self[i, j] } }
      return out
    }

    func lazyTimes(_ other: Grid) -> LazyProduct? {
      LazyProduct.make(
        T.type, m: rows, n: other.columns, k: columns, a: base, aRowStride: columns * size, aColumnStride: size,
        b: other.base, bRowStride: other.columns * size, bColumnStride: size)
    }

    func isSame(_ other: Grid) -> Bool {
      for i in 0..<rows { for j in 0..<columns where self[i, j] != other[i, j] { return false } }
      return true
    }
  }

  func check<T: FloatElement>(_ type: T.Type, _ m: Int, _ n: Int, _ k: Int, _ generator: inout MersenneTwister) throws {
    let a = Grid<T>(m, k, &generator), b = Grid<T>(k, n, &generator), row = Grid<T>(1, n, &generator)
    let product = try #require(a.lazyTimes(b))
    let plain = try a.times(b)
    let made = Grid<T>(m, n)
    product.fill(made.base)
    #expect(made.isSame(plain))

    // A row, and a bound.
    let bound = 0.5
    let lazy = try #require(product.adding(row: row.base)?.bounded(below: bound))
    let sum = Grid<T>(m, n), hidden = Grid<T>(m, n), slopes = Grid<T>(m, n)
    for i in 0..<m {
      for j in 0..<n {
        sum[i, j] = plain[i, j] + row[0, j]
        hidden[i, j] = max(sum[i, j], T(bound))
        slopes[i, j] = sum[i, j] > T(bound) ? 1 : sum[i, j] == T(bound) ? 0.5 : 0
      }
    }
    lazy.fill(made.base)
    #expect(made.isSame(hidden))
    lazy.fillSlopes(made.base)
    #expect(made.isSame(slopes))
    #expect(lazy.adding(row: row.base) == nil)
    #expect(lazy.masked(by: lazy) == nil)

    for count in [1, 2, 3, 4, 5, 8] {
      let right = Grid<T>(n, count, &generator), left = Grid<T>(m, count, &generator)
      let out = Grid<T>(m, count), across = Grid<T>(count, n), down = Grid<T>(n, count)
      #expect(
        lazy.multiply(
          count, b: right.base, bRowStride: count * out.size, bColumnStride: out.size, out: out.base,
          outRowStride: count * out.size, outColumnStride: out.size))
      #expect(out.isSame(try hidden.times(right)))
      #expect(
        lazy.sumRows(
          count, a: left.base, aRowStride: count * out.size, aColumnStride: out.size, out: across.base,
          outRowStride: n * out.size, outColumnStride: out.size))
      #expect(across.isSame(try left.transposed.times(hidden)))
      #expect(
        lazy.sumRows(
          count, a: left.base, aRowStride: count * out.size, aColumnStride: out.size, out: down.base,
          outRowStride: out.size, outColumnStride: count * out.size))
      #expect(down.isSame(across.transposed))
    }

    // A product under the slopes, with the sums of its columns.
    for terms in 1...4 {
      let g = Grid<T>(m, terms, &generator), w = Grid<T>(terms, n, &generator)
      let masked = try #require(g.lazyTimes(w)?.masked(by: lazy))
      let sums = Grid<T>(1, n), expected = try g.times(w), totals = Grid<T>(1, n)
      for j in 0..<n { totals[0, j] = 0 }
      for i in 0..<m {
        for j in 0..<n {
          expected[i, j] = expected[i, j] * slopes[i, j]
          totals[0, j] = totals[0, j] + expected[i, j]
        }
      }
      masked.fill(made.base)
      #expect(made.isSame(expected))
      #expect(masked.sumColumns(sums.base))
      #expect(sums.isSame(totals))
    }
  }

  @Test func bitsOfTheOperationsOneAfterTheOther() throws {
    var generator = MersenneTwister(seed: 5)
    for k in 1...4 {
      for (m, n) in [(300, 100), (600, 32), (257, 129), (64, 250), (9, 2000), (2048, 17)] {
        try check(Double.self, m, n, k, &generator)
        try check(Float.self, m, max(33, n), k, &generator)
      }
    }
  }

  @Test func whatIsNotPutOff() {
    var generator = MersenneTwister(seed: 6)
    let row = Grid<Double>(2, 100, &generator), column = Grid<Double>(300, 2, &generator)
    #expect(column.lazyTimes(row) != nil)
    #expect(Grid<Double>(10, 2, &generator).lazyTimes(row) == nil)
    #expect(Grid<Double>(300, 5, &generator).lazyTimes(Grid(5, 100, &generator)) == nil)
    for wrong in [Double.nan, .infinity, -.infinity, 1e300] {
      let one = Grid<Double>(300, 2, &generator)
      one[299, 1] = wrong
      #expect(one.lazyTimes(row) == nil)
      let other = Grid<Double>(2, 100, &generator)
      other[1, 99] = wrong
      #expect(column.lazyTimes(other) == nil)
      let third = Grid<Double>(1, 100, &generator)
      third[0, 57] = wrong
      #expect(column.lazyTimes(row)?.adding(row: third.base) == nil)
      #expect(column.lazyTimes(row)?.bounded(below: wrong) == nil)
    }
  }
}
