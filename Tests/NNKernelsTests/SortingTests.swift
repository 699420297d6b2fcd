import Testing

@testable import NNKernels

@Suite struct SortingTests {
  let lengths = [0, 1, 2, 3, 15, 31, 32, 33, 64, 255, 256, 257, 300, 1000]

  func check<T: Element>(_ type: T.Type, _ values: [T]) throws {
    let less: (T, T) -> Bool = { a, b in
      if a.isUnordered || b.isUnordered { return !a.isUnordered && b.isUnordered }
      return T.less(a, b)
    }
    let expected = values.enumerated().sorted {
      less($0.element, $1.element) || (!less($1.element, $0.element) && $0.offset < $1.offset)
    }
    let x = Elements(values), indices = Elements(.int64, count: values.count)
    try argsort(
      T.type, base: x.base, count: values.count, stride: T.type.size, out: indices.base, outStride: 8,
      flag: InterruptFlag())
    #expect(indices.values(Int64.self) == expected.map { Int64($0.offset) } && indices.isGuarded)
    try sort(T.type, base: x.base, count: values.count, stride: T.type.size, flag: InterruptFlag())
    let sorted = x.values(T.self)
    #expect(
      zip(sorted, expected).allSatisfy { T.equal($0, $1.element) || ($0.isUnordered && $1.element.isUnordered) })
    #expect(x.isGuarded)
    let queries = Elements(Array(values.prefix(20))), places = Elements(.int64, count: min(20, values.count))
    for right in [false, true] {
      searchSorted(
        T.type, sorted: x.base, count: values.count, stride: T.type.size, queries: queries.base,
        queryCount: queries.count, queryStride: T.type.size, out: places.base, outStride: 8, right: right)
      let expected = values.prefix(20).map { query in
        Int64(sorted.filter { right ? !less(query, $0) : less($0, query) }.count)
      }
      #expect(places.values(Int64.self) == expected)
    }
  }

  @Test func everyTypeAndLength() throws {
    var generator = MersenneTwister(seed: 5)
    for count in lengths {
      var floats = (0..<count).map { _ in (generator.nextGauss() * 4).rounded() / 4 }
      for (i, special) in [Double.nan, -0.0, .infinity, -.infinity, 0, .nan].enumerated() where i * 3 < count {
        floats[i * 3] = special
      }
      try check(Double.self, floats)
      try check(Float.self, floats.map { Float($0) })
      try check(Int64.self, (0..<count).map { _ in Int64(bitPattern: generator.next64()) >> 50 })
      try check(UInt64.self, (0..<count).map { _ in generator.next64() })
      try check(UInt8.self, (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next32()) })
      try check(Truth.self, (0..<count).map { _ in Truth(generator.next32() & 1 == 1) })
    }
  }

  @Test func stridedRunLeavesTheRest() throws {
    let x = Elements([3.0, 0, 1, 0, 2, 0])
    try sort(.float64, base: x.base, count: 3, stride: 16, flag: InterruptFlag())
    #expect(x.values(Double.self) == [1, 0, 2, 0, 3, 0])
    try sort(.float64, base: x.base + 32, count: 3, stride: -16, flag: InterruptFlag())
    #expect(x.values(Double.self) == [3, 0, 2, 0, 1, 0])
  }
}
