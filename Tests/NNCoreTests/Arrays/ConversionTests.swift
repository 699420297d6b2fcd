import NNKernels
import Testing

@testable import NNCore

extension ArrayTests {
  /// Elements from Python numbers, powers, masked statistics, results in given arrays.
  @Suite struct ConversionTests {
    init() { ObjectKinds.register() }

    private func stored(_ value: consuming ArrayOperand, _ type: ElementType) -> String {
      do {
        let element = try value.element(of: type)
        return type.isFloat ? "\(element.asDouble)" : "\(element.asInt)"
      } catch {
        return "\(error.kind): \(error.message)"
      }
    }

    @Test func assignedNumbers() {
      #expect(stored(.real(300.5), .uint8) == "overflowError: Python integer 300 out of bounds for uint8")
      #expect(stored(.real(.nan), .int64) == "valueError: cannot convert float NaN to integer")
      #expect(stored(.real(.infinity), .int64) == "overflowError: cannot convert float infinity to integer")
      #expect(stored(.real(1e30), .int64) == "overflowError: Python int too large to convert to C long")
      #expect(stored(.real(-1.5), .uint64) == "overflowError: Python integer -1 out of bounds for uint64")
      #expect(stored(.real(1e300), .float32) == "inf")
      #expect(stored(.integer(5), .bool) == "1")
      #expect(stored(.scalar(NumPyScalar(300)), .uint8) == "44")
      #expect(stored(.boolean(true), .uint8) == "1")
      let wide = WideInteger(unsigned: nil, isNegative: false, approximation: nil)
      #expect(stored(.wideInteger(wide), .float64) == "overflowError: int too large to convert to float")
      let unsigned = WideInteger(unsigned: 1 << 63, isNegative: false, approximation: 0x1p63)
      #expect(stored(.wideInteger(unsigned), .uint64) == "\(Int.min)")
    }

    @Test func casts() throws {
      let x = Ref(try Creation.array([-1.5, 0, 2.9, 300, 1e20, .nan], shape: [6]))
      let expected: [(ElementType, [Int])] = [
        (.bool, [1, 0, 1, 1, 1, 1]), (.uint8, [255, 0, 2, 44, 0, 0]), (.int64, [-1, 0, 2, 300, Int.min, Int.min]),
      ]
      for (type, values) in expected {
        let integers = try x.value.cast(to: type).integers()
        #expect(integers == values, "\(type)")
        let scalars = x.value.doubles().map { NumPyScalar($0).cast(to: type).asInt }
        #expect(scalars == values, "\(type)")
      }
      _ = FloatingPointWarnings.drain()
    }

    @Test func namesOfTypes() throws {
      let names = ["float", "f8", "<f8", "d", "uint8", "u1", "|u1", "?", "bool", "int", "i8", "f", "float32", "uint64"]
      let types: [ElementType] = [
        .float64, .float64, .float64, .float64, .uint8, .uint8, .uint8, .bool, .bool, .int64, .int64, .float32,
        .float32, .uint64,
      ]
      for (name, type) in zip(names, types) { #expect(try DType(parsing: name).type == type) }
      #expect(DType.float64.protocolText == "<f8")
      #expect(DType.uint8.protocolText == "|u1")
      #expect(DType.bool.text == "dtype('bool')")
    }

    @Test func powers() throws {
      _ = FloatingPointWarnings.drain()
      let x = Ref(try Creation.array([-0.0, -.infinity, 3], shape: [3]))
      let root = try Ufunc.powerOperator(.array(x.copy()), .real(0.5))
      #expect(root.value.doubles()[0].sign == .minus)
      #expect(FloatingPointWarnings.drain().map(\.text) == ["invalid value encountered in sqrt"])
      #expect(try Ufunc.powerOperator(.array(Ref(try counting([4]))), .integer(2)).value.integers() == [0, 1, 4, 9])
      #expect(
        try Ufunc.powerOperator(.array(Ref(try counting([3]))), .real(2)).value.doubles() == [0, 1, 4])
      let y = Ref(try Creation.array([1.0, 2, 3], shape: [3]))
      try Ufunc.powerInPlace(y, .integer(2))
      #expect(y.value.doubles() == [1, 4, 9])
      try Ufunc.powerInPlace(y, .integer(3))
      #expect(y.value.doubles() == [1, 64, 729])
    }

    @Test func scalars() throws {
      _ = FloatingPointWarnings.drain()
      let sum = try Ufunc.add.scalar(.scalar(NumPyScalar(UInt8(200))), .integer(100))
      #expect(sum == NumPyScalar(UInt8(44)))
      #expect(FloatingPointWarnings.drain().map(\.text) == ["overflow encountered in scalar add"])
      let product = try Ufunc.multiply.scalar(.scalar(NumPyScalar(Int.max)), .integer(2))
      #expect(product == NumPyScalar(-2))
      #expect(FloatingPointWarnings.drain().map(\.text) == ["overflow encountered in scalar multiply"])
      let quotient = try Ufunc.divide.scalar(.scalar(NumPyScalar(1.0)), .integer(0))
      #expect(quotient.asDouble == .infinity)
      #expect(FloatingPointWarnings.drain().map(\.text) == ["divide by zero encountered in scalar divide"])
      _ = try Ufunc.divide.binary(.scalar(NumPyScalar(1.0)), .integer(0))
      #expect(FloatingPointWarnings.drain().map(\.text) == ["divide by zero encountered in divide"])
      #expect(try Ufunc.less.scalar(.scalar(NumPyScalar(UInt8(3))), .integer(300)) == NumPyScalar(true))
      #expect(try Ufunc.add.scalar(.scalar(NumPyScalar(Float(1))), .real(0.5)) == NumPyScalar(Float(1.5)))
      _ = try Statistics.mean(try Creation.zeros([0]))
      #expect(FloatingPointWarnings.drain().map(\.text) == ["invalid value encountered in scalar divide"])
    }

    @Test func maskedStatistics() throws {
      let x = Ref(try Creation.array([1, .nan, 3, 4], shape: [2, 2]))
      let mask = Ref(try Creation.array([true, false, true, true], shape: [2, 2]))
      #expect(try Statistics.mean(x.value, mask: mask.value).doubles() == [8.0 / 3])
      #expect(try Statistics.variance(x.value, mask: mask.value, axes: [0]).doubles() == [1, 0])
      let row = Ref(try Creation.array([true, false], shape: [2]))
      #expect(try Reduction.sum.reduce(x.value, mask: row.value, axes: [0]).doubles() == [4, 0])
      #expect(
        try Reduction.maximum.reduce(x.value, mask: row.value, axes: [0], initial: NumPyScalar(0)).doubles() == [3, 0])
      #expect(
        message { _ = try Reduction.maximum.reduce(x.value, mask: row.value, axes: [0]) }
          == "valueError: reduction operation 'maximum' does not have an identity, so to use a where mask one has to "
          + "specify 'initial'")
      #expect(try Reduction.sum.reduce(try counting([3]), initial: NumPyScalar(2)).integers() == [5])
    }

    @Test func outputs() throws {
      let out = Ref(try Creation.zeros([3], .int64))
      try Reduction.store(try Reduction.sum.reduce(try counting([2, 3]), axes: [0]), in: out.value, name: "add")
      #expect(out.value.integers() == [3, 5, 7])
      #expect(
        message { try Reduction.store(try Creation.zeros([]), in: out.value, name: "add") }
          == "valueError: output parameter for reduction operation add has the wrong number of dimensions: Found 1 but "
          + "expected 0")
    }

    @Test func closeness() throws {
      let x = Ref(try Creation.array([1, .infinity, .nan, -.infinity], shape: [4]))
      let y = Ref(try Creation.array([1 + 1e-9, .infinity, .nan, .infinity], shape: [4]))
      _ = FloatingPointWarnings.drain()
      #expect(try Comparing.isClose(x.value, y.value).integers() == [1, 1, 0, 0])
      #expect(try Comparing.isClose(x.value, y.value, equalNaN: true).integers() == [1, 1, 1, 0])
      #expect(FloatingPointWarnings.drain().isEmpty)
      let isEqual = try Comparing.arrayEqual(x.value, x.value)
      let isEqualWithNaN = try Comparing.arrayEqual(x.value, x.value, equalNaN: true)
      let areClose = try Comparing.allClose(try counting([3]), try counting([3]))
      #expect(!isEqual && isEqualWithNaN && areClose)
    }

    @Test func uniqueNaN() throws {
      let unique = try Uniqueness(try Creation.array([3, .nan, 1, .nan], shape: [4]))
      #expect(unique.values.value.doubles().prefix(2) == [1, 3])
      #expect(unique.counts.value.integers() == [1, 1, 2])
      #expect(unique.indices.value.integers() == [2, 0, 1])
      #expect(unique.inverse.value.integers() == [1, 2, 0, 2])
    }
  }
}
