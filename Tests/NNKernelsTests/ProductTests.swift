import Synchronization
import Testing

@testable import NNKernels

@Suite struct ProductTests {
  /// Where an m × n matrix lies among its elements.
  enum Layout: CaseIterable { case rows, columns, apart, backward }

  struct Strided {
    let elements: Elements
    let first: Int, rowStride: Int, columnStride: Int

    init(_ type: ElementType, _ m: Int, _ n: Int, _ layout: Layout) {
      elements = Elements(type, count: max(1, m * n * 3))
      switch layout {
      case .rows: (first, rowStride, columnStride) = (0, n, 1)
      case .columns: (first, rowStride, columnStride) = (0, 1, m)
      case .apart: (first, rowStride, columnStride) = (0, 3 * n, 2)
      case .backward: (first, rowStride, columnStride) = (m * n - 1, -n, -1)
      }
    }

    func at(_ i: Int, _ j: Int) -> UnsafeMutableRawPointer {
      elements.base + (first + i * rowStride + j * columnStride) * elements.type.size
    }
  }

  func multiply(
    _ type: ElementType, _ m: Int, _ n: Int, _ k: Int, _ a: Strided, _ b: Strided, _ out: Strided,
    _ flag: InterruptFlag = InterruptFlag()
  ) throws(Interrupted) {
    let size = type.size
    try matrixProduct(
      type, m: m, n: n, k: k, a: a.at(0, 0), aRowStride: a.rowStride * size, aColumnStride: a.columnStride * size,
      b: b.at(0, 0), bRowStride: b.rowStride * size, bColumnStride: b.columnStride * size,
      out: out.at(0, 0), outRowStride: out.rowStride * size, outColumnStride: out.columnStride * size, flag: flag)
  }

  /// Each kernel's shapes and their neighbours, in every layout, against sums of products one after another.
  func check<T: FloatElement>(_ type: T.Type, _ m: Int, _ n: Int, _ k: Int, _ generator: inout MersenneTwister) throws {
    for layoutA in Layout.allCases {
      for layoutB in Layout.allCases {
        for layoutOut in [Layout.rows, .columns, .apart] {
          let a = Strided(T.type, m, k, layoutA), b = Strided(T.type, k, n, layoutB)
          let out = Strided(T.type, m, n, layoutOut)
          for i in 0..<m { for l in 0..<k { a.at(i, l).storeBytes(of: T(generator.nextGauss()), as: T.self) } }
          for l in 0..<k { for j in 0..<n { b.at(l, j).storeBytes(of: T(generator.nextGauss()), as: T.self) } }
          try multiply(T.type, m, n, k, a, b, out)
          var worst = 0.0
          for i in 0..<m {
            for j in 0..<n {
              var sum = 0.0, size = 0.0
              for l in 0..<k {
                let product = a.at(i, l).load(as: T.self).asDouble * b.at(l, j).load(as: T.self).asDouble
                sum += product
                size += product.magnitude
              }
              let error = (out.at(i, j).load(as: T.self).asDouble - sum).magnitude
              worst = max(worst, error / (4 * Double(k) * T.ulpOfOne.asDouble * size))
            }
          }
          #expect(worst <= 1 && out.elements.isGuarded, "\(T.type) \(m) \(n) \(k) \(layoutA) \(layoutB) \(layoutOut)")
        }
      }
    }
  }

  @Test func floatProductsAreDotProducts() throws {
    var generator = MersenneTwister(seed: 11)
    let shapes = [
      (1, 1, 1), (2, 2, 2), (3, 5, 7), (1, 1, 300), (1, 40, 50), (40, 1, 50), (30, 100, 2), (30, 3, 100), (100, 3, 30),
      (30, 100, 3), (2, 100, 30), (7, 9, 33), (8, 8, 16), (9, 17, 4), (5, 8, 1), (16, 23, 4), (17, 25, 19), (33, 8, 40),
      (8, 65, 20), (20, 4, 40), (13, 6, 17), (12, 30, 260),
    ]
    for (m, n, k) in shapes {
      try check(Double.self, m, n, k, &generator)
      try check(Float.self, m, n, k, &generator)
    }
  }

  @Test func largeProductCrossesAllBlocks() throws {
    var generator = MersenneTwister(seed: 12)
    let m = 101, n = 970, k = 259
    let a = Strided(.float64, m, k, .rows), b = Strided(.float64, k, n, .rows), out = Strided(.float64, m, n, .rows)
    // Small integers: every sum is exact.
    for i in 0..<m * k { a.at(0, i).storeBytes(of: Double(generator.nextInterval(20)), as: Double.self) }
    for i in 0..<k * n { b.at(0, i).storeBytes(of: Double(generator.nextInterval(20)), as: Double.self) }
    try multiply(.float64, m, n, k, a, b, out)
    for (i, j) in [(0, 0), (100, 969), (95, 959), (96, 960), (50, 500), (7, 24), (100, 0), (0, 969)] {
      let expected = (0..<k).reduce(0.0) { $0 + a.at(i, $1).load(as: Double.self) * b.at($1, j).load(as: Double.self) }
      #expect(out.at(i, j).load(as: Double.self) == expected)
    }
  }

  @Test func integersWrapAndBoolIsAnyOfAnds() throws {
    let a = Strided(.uint8, 2, 2, .rows), b = Strided(.uint8, 2, 2, .rows), out = Strided(.uint8, 2, 2, .columns)
    for (i, v) in [UInt8]([200, 3, 1, 0]).enumerated() { a.at(0, i).storeBytes(of: v, as: UInt8.self) }
    for (i, v) in [UInt8]([2, 1, 1, 0]).enumerated() { b.at(0, i).storeBytes(of: v, as: UInt8.self) }
    try multiply(.uint8, 2, 2, 2, a, b, out)
    #expect(
      [out.at(0, 0), out.at(0, 1), out.at(1, 0), out.at(1, 1)].map { $0.load(as: UInt8.self) } == [147, 200, 2, 1])
    a.at(0, 0).storeBytes(of: 1, as: UInt8.self)
    a.at(0, 1).storeBytes(of: 1, as: UInt8.self)
    b.at(0, 0).storeBytes(of: 1, as: UInt8.self)
    try multiply(.bool, 2, 2, 2, a, b, out)
    #expect([out.at(0, 0), out.at(0, 1), out.at(1, 0), out.at(1, 1)].map { $0.load(as: UInt8.self) } == [1, 1, 1, 1])
  }

  @Test func noTermsGiveZero() throws {
    for type in ElementType.allCases where type.computingType == type {
      let a = Strided(type, 2, 3, .rows), out = Strided(type, 2, 3, .rows)
      try multiply(type, 2, 3, 0, a, a, out)
      #expect(out.elements.bitValues.prefix(6).allSatisfy { $0 == 0 })
    }
  }

  @Test func nanAndInfinityPropagate() throws {
    for (m, n, k) in [(30, 100, 2), (30, 3, 100), (2, 100, 30), (20, 30, 40), (3, 3, 3), (1, 1, 50)] {
      let a = Strided(.float64, m, k, .rows), b = Strided(.float64, k, n, .rows), out = Strided(.float64, m, n, .rows)
      for i in 0..<m * k { a.at(0, i).storeBytes(of: 1.0, as: Double.self) }
      for i in 0..<k * n { b.at(0, i).storeBytes(of: 1.0, as: Double.self) }
      a.at(m - 1, k - 1).storeBytes(of: .nan, as: Double.self)
      b.at(k - 1, 0).storeBytes(of: .infinity, as: Double.self)
      try multiply(.float64, m, n, k, a, b, out)
      for i in 0..<m {
        for j in 0..<n {
          let value = out.at(i, j).load(as: Double.self)
          #expect(i == m - 1 ? value.isNaN : value == (j == 0 ? .infinity : Double(k)))
        }
      }
    }
  }

  @Test func raisedFlagInterrupts() {
    let raised = UnsafeMutablePointer<Atomic<UInt32>>.allocate(capacity: 1)
    raised.initialize(to: Atomic(1))
    defer {
      raised.deinitialize(count: 1)
      raised.deallocate()
    }
    let flag = InterruptFlag(raised)
    #expect(flag.isRaised && !InterruptFlag().isRaised)
    let a = Strided(.float64, 200, 200, .rows), out = Strided(.float64, 200, 200, .rows)
    #expect(throws: Interrupted.self) { try multiply(.float64, 200, 200, 200, a, a, out, flag) }
    #expect(throws: SortError.interrupted) {
      try sort(.float64, base: a.at(0, 0), count: 5000, stride: 8, flag: flag)
    }
  }
}
