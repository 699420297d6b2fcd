import NNKernels
import Testing

@testable import NNCore

extension ArrayTests {
  /// Shared and overlapping memory, reuse of dying operands, options, warnings.
  @Suite struct MemoryTests {
    init() { ObjectKinds.register() }

    private func index(_ slice: Slice) -> List<Index> {
      var result = List<Index>()
      result.append(.slice(slice))
      return result
    }

    private func view(_ x: borrowing NDArray, _ slice: Slice) throws -> NDArray {
      switch try x.subscripted(index(slice)) {
      case .array(let view): return view
      case .element(let element): return try Creation.scalar(element)
      }
    }

    @Test func viewsShareMemory() throws {
      let x = Ref(try counting([6]))
      let tail = Ref(try view(x.value, Slice(2)))
      try tail.value.fill(NumPyScalar(9))
      #expect(x.value.integers() == [0, 1, 9, 9, 9, 9])
      #expect(tail.value.isView && !x.value.isView)
      let isShared = tail.value.sharesStorage(with: x.value)
      #expect(isShared)
      let copy = Ref(try tail.value.copied())
      let isCopied = !copy.value.isView && !copy.value.sharesStorage(with: x.value)
      #expect(isCopied)
    }

    @Test func overlappingAssignment() throws {
      let x = Ref(try counting([6]))
      try x.value.assign(try view(x.value, Slice(nil, -1)), at: index(Slice(1)))
      #expect(x.value.integers() == [0, 0, 1, 2, 3, 4])
      let y = Ref(try counting([6]))
      try y.value.assign(try view(y.value, Slice(1)), at: index(Slice(nil, -1)))
      #expect(y.value.integers() == [1, 2, 3, 4, 5, 5])
      let z = Ref(try counting([5]))
      try z.value.assign(try z.value.flipped())
      #expect(z.value.integers() == [4, 3, 2, 1, 0])
      let square = Ref(try counting([3, 3]))
      try square.value.assign(square.value.transpose)
      #expect(square.value.integers() == [0, 3, 6, 1, 4, 7, 2, 5, 8])
    }

    @Test func overlappingInPlace() throws {
      let x = Ref(try counting([6]))
      let tail = Ref(try view(x.value, Slice(1)))
      try Ufunc.add.inPlace(tail, .array(Ref(try view(x.value, Slice(nil, -1)))))
      #expect(x.value.integers() == [0, 1, 3, 5, 7, 9])
      let square = Ref(try counting([3, 3]))
      try Ufunc.add.inPlace(square, .array(Ref(square.value.transpose)))
      #expect(square.value.integers() == [0, 4, 8, 4, 8, 12, 8, 12, 16])
      let self2 = Ref(try counting([3]))
      try Ufunc.multiply.inPlace(self2, .array(self2.copy()))
      #expect(self2.value.integers() == [0, 1, 4])
      let row = Ref(try counting([3, 3]))
      try Ufunc.subtract.inPlace(row, .array(Ref(try row.value.row(1))))
      #expect(row.value.integers() == [-3, -3, -3, 0, 0, 0, 3, 3, 3])
    }

    @Test func maskOfItself() throws {
      let mask = Ref(try Creation.array([true, false, true], shape: [3]))
      var indices = List<Index>()
      indices.append(.array(mask.copy()))
      try mask.value.assign(NumPyScalar(false), at: indices)
      #expect(mask.value.integers() == [0, 0, 0])
      let order = Ref(try Creation.array([2, 0, 1], shape: [3]))
      var places = List<Index>()
      places.append(.array(order.copy()))
      try order.value.assign(order.value, at: places)
      #expect(order.value.integers() == [0, 1, 2])
    }

    private func address(_ x: borrowing Ref<NDArray>) -> Int { x.value.storage.object.address }

    private func whole(_ x: borrowing Ref<NDArray>) -> Ref<NDArray> { Ref(x.value.view()) }

    @Test func dyingOperandsAreReused() throws {
      let x = Ref(try Creation.full([4], NumPyScalar(1.5)))
      let place = address(x)
      let sum = try Ufunc.add.binary(.array(x), .real(1))
      #expect(address(sum) == place)
      #expect(sum.value.doubles() == [2.5, 2.5, 2.5, 2.5])
      let kept = sum.copy()
      let product = try Ufunc.multiply.binary(.array(sum.copy()), .array(kept.copy()))
      #expect(address(product) != place)
      #expect(kept.value.doubles() == [2.5, 2.5, 2.5, 2.5])
      let negated = try Ufunc.negative.unary(.array(product.copy()))
      #expect(product.value.doubles() == [6.25, 6.25, 6.25, 6.25])
      #expect(negated.value.doubles() == [-6.25, -6.25, -6.25, -6.25])
    }

    @Test func viewsAreNotReused() throws {
      let x = Ref(try Creation.full([4], NumPyScalar(1.5)))
      let sum = try Ufunc.add.binary(.array(Ref(x.value.view())), .real(1))
      #expect(x.value.doubles() == [1.5, 1.5, 1.5, 1.5])
      #expect(sum.value.doubles() == [2.5, 2.5, 2.5, 2.5])
      let other = Ref(try Creation.full([4], NumPyScalar(1.5)))
      let view = whole(other)
      _ = try Ufunc.add.binary(.array(other), .real(1))
      #expect(view.value.doubles() == [1.5, 1.5, 1.5, 1.5])
    }

    @Test func outAndWhere() throws {
      let out = Ref(try Creation.full([2, 3], NumPyScalar(7.0)))
      var options = UfuncOptions()
      options.out = out.copy()
      options.mask = Ref(try Creation.array([true, false, true], shape: [3]))
      let result = try Ufunc.add.binary(.array(Ref(try counting([3]))), .integer(1), options)
      #expect(result.object == out.object)
      #expect(out.value.doubles() == [1, 7, 3, 1, 7, 3])
      FloatingPointWarnings.prepare()
      _ = FloatingPointWarnings.drain()
      var guarded = UfuncOptions()
      guarded.mask = Ref(try Creation.array([true, false], shape: [2]))
      let quotient = try Ufunc.divide.binary(.real(1), .array(Ref(try Creation.array([2.0, 0], shape: [2]))), guarded)
      #expect(quotient.value.doubles() == [0.5, 0])
      #expect(FloatingPointWarnings.drain().isEmpty)
      var single = UfuncOptions()
      single.type = .float32
      #expect(try Ufunc.add.binary(.array(Ref(try counting([3]))), .integer(1), single).value.type == .float32)
    }

    @Test func warnings() throws {
      _ = FloatingPointWarnings.drain()
      let x = Ref(try Creation.array([1.0, 0, -1], shape: [3]))
      _ = try Ufunc.divide.binary(.array(x.copy()), .integer(0))
      #expect(
        FloatingPointWarnings.drain().map(\.text) == [
          "divide by zero encountered in divide", "invalid value encountered in divide",
        ])
      _ = try Ufunc.log.unary(.array(x.copy()))
      #expect(
        FloatingPointWarnings.drain().map(\.text) == [
          "divide by zero encountered in log", "invalid value encountered in log",
        ])
      _ = try Ufunc.exp.unary(.real(1000))
      _ = try Ufunc.sqrt.unary(.array(Ref(try counting([3]))))
      #expect(FloatingPointWarnings.drain().map(\.text) == ["overflow encountered in exp"])
      _ = try Ufunc.floorDivide.binary(.array(Ref(try counting([2]))), .integer(0))
      #expect(FloatingPointWarnings.drain().map(\.text) == ["divide by zero encountered in floor_divide"])
      _ = try Ufunc.less.binary(.array(Ref(try Creation.array([Double.nan], shape: [1]))), .integer(0))
      #expect(FloatingPointWarnings.drain().isEmpty)
      _ = try Creation.array([Double.nan], shape: [1]).cast(to: .int64)
      #expect(FloatingPointWarnings.drain().map(\.text) == ["invalid value encountered in cast"])
    }

    @Test func mixedComparisonsAreExact() throws {
      let large = Ref(try Creation.full([2], NumPyScalar(UInt64.max)))
      let small = Ref(try Creation.array([-1, Int.max], shape: [2]))
      #expect(try Ufunc.greater.binary(.array(large.copy()), .array(small.copy())).value.integers() == [1, 1])
      #expect(try Ufunc.equal.binary(.array(large.copy()), .array(small.copy())).value.integers() == [0, 0])
      #expect(try Ufunc.less.binary(.array(small.copy()), .array(large.copy())).value.integers() == [1, 1])
      let close = Ref(try Creation.full([1], NumPyScalar(UInt64(1) << 63)))
      let below = Ref(try Creation.array([Int.max], shape: [1]))
      #expect(try Ufunc.equal.binary(.array(close.copy()), .array(below.copy())).value.integers() == [0])
      #expect(
        try Ufunc.lessEqual.binary(.array(below.copy()), .scalar(NumPyScalar(UInt64(1) << 63))).value.integers() == [1])
      let borrowed = try Ufunc.greaterEqual.binary(below.value, close.value).integers()
      #expect(borrowed == [0])
    }
  }
}
