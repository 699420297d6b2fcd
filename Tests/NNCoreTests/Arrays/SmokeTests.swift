import NNKernels
import Testing

@testable import NNCore

extension ArrayTests {
  @Suite struct SmokeTests {
    init() { ObjectKinds.register() }

    @Test func addsRows() throws {
      let a = Ref(try counting([3, 4]))
      let b = Ref(try Creation.array([1.0, 2, 3, 4], shape: [4]))
      let c = try Ufunc.add.binary(.array(a.copy()), .array(b.copy()))
      #expect(c.value.type == .float64)
      #expect(c.value.doubles() == [1, 3, 5, 7, 5, 7, 9, 11, 9, 11, 13, 15])
      let d = try Ufunc.multiply.binary(.array(c.copy()), .real(2))
      #expect(d.value.doubles().prefix(3) == [2, 6, 10])
      #expect(try Reduction.sum.reduce(d.value, axes: [0]).doubles() == [30, 42, 54, 66])
      #expect(try Products.dot(a.value, a.value.transpose).integers() == [14, 38, 62, 38, 126, 214, 62, 214, 366])
    }
  }
}
