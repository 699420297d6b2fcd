import Testing

@testable import NNKernels

@Suite struct IndexingTests {
  @Test func gatherAndScatter() {
    let x = Elements([10.0, 11, 12, 13]), out = Elements(.float64, count: 3)
    gather(elementSize: 8, source: x.base, offsets: [24, 0, 8], count: 3, out: out.base, outStride: 8)
    #expect(out.values(Double.self) == [13, 10, 11] && out.isGuarded)
    scatter(elementSize: 8, source: out.base, sourceStride: 8, count: 3, target: x.base, offsets: [0, 0, 16])
    #expect(x.values(Double.self) == [10, 11, 11, 13] && x.isGuarded)
    scatter(elementSize: 8, source: out.base, sourceStride: 0, count: 2, target: x.base, offsets: [8, 24])
    #expect(x.values(Double.self) == [10, 13, 11, 13])
  }

  @Test func masks() {
    let mask = Elements((0..<100).map { Truth($0 % 3 == 0) })
    #expect(countTrue(mask.base, count: 100, stride: 1) == 34)
    #expect(countTrue(mask.base, count: 50, stride: 2) == 17)
    let x = Elements((0..<100).map { Int64($0) }), out = Elements(.int64, count: 34)
    let found = compress(
      elementSize: 8, x: x.base, stride: 8, mask: mask.base, maskStride: 1, count: 100, out: out.base)
    #expect(found == 34 && out.values(Int64.self) == (0..<34).map { Int64($0 * 3) } && out.isGuarded)
    let seven = Elements([Int64(7)])
    maskedAssign(
      elementSize: 8, out: x.base, stride: 8, mask: mask.base, maskStride: 1, count: 100, values: seven.base,
      valueStride: 0)
    #expect(x.values(Int64.self) == (0..<100).map { $0 % 3 == 0 ? 7 : Int64($0) } && x.isGuarded)
    maskedAssign(
      elementSize: 8, out: x.base, stride: 8, mask: mask.base, maskStride: 1, count: 100, values: out.base,
      valueStride: 8)
    #expect(x.values(Int64.self) == (0..<100).map { Int64($0) })
  }

  @Test func selectBetweenTwo() {
    let mask = Elements([Truth(true), Truth(false), Truth(true), Truth(false)])
    let x = Elements([1.0, 2, 3, 4]), y = Elements([-1.0]), out = Elements(.float64, count: 4)
    selectElements(
      elementSize: 8, rows: 2, columns: 2, out: Operand(base: out.base, rowStride: 16, stride: 8),
      mask: Operand(base: mask.base, rowStride: 2, stride: 1), x: Operand(base: x.base, rowStride: 16, stride: 8),
      y: y.scalar)
    #expect(out.values(Double.self) == [1, -1, 3, -1] && out.isGuarded)
  }

  @Test func fillWritesEveryElement() {
    let out = Elements(.float32, count: 6), value = Elements([Float(2.5)])
    fill(elementSize: 4, rows: 1, columns: 6, out: out.contiguous, value: value.base)
    #expect(out.values(Float.self) == [Float](repeating: 2.5, count: 6) && out.isGuarded)
  }
}
