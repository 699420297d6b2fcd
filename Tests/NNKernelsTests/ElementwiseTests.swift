import Glibc
import Testing

@testable import NNKernels

@Suite struct ElementwiseTests {
  static let unaryNames = Dictionary(uniqueKeysWithValues: UnaryOperation.allCases.map { ("\($0)", $0) })
  static let binaryNames = Dictionary(uniqueKeysWithValues: BinaryOperation.allCases.map { ("\($0)", $0) })

  func hash(_ elements: Elements) -> UInt64 {
    NNKernelsTests.hash(of: elements.bitValues)
  }

  @Test func exactOperationsEqualNumPy() {
    for row in recordedElementwise {
      if let operation = Self.unaryNames[row.operation] {
        let loop = unaryLoop(operation, row.type)
        #expect((loop == nil) == (row.hash == nil), "\(row.operation) \(row.type)")
        guard let loop, let expected = row.hash else { continue }
        let x = specials(row.type)
        let out = Elements(operation.resultType(row.type), count: x.count)
        loop(1, x.count, out.contiguous, x.contiguous)
        #expect(hash(out) == expected && out.isGuarded, "\(row.operation) \(row.type)")
      } else if let operation = Self.binaryNames[row.operation] {
        let loop = binaryLoop(operation, row.type)
        #expect((loop == nil) == (row.hash == nil), "\(row.operation) \(row.type)")
        guard let loop, let expected = row.hash else { continue }
        let (x, y) = specialPairs(row.type)
        if operation == .power && row.type == .int64 {
          let exponents = y.base.assumingMemoryBound(to: Int64.self)
          for i in 0..<y.count where exponents[i] < 0 { exponents[i] = 3 }
        }
        let out = Elements(operation.resultType(row.type), count: x.count)
        loop(1, x.count, out.contiguous, x.contiguous, y.contiguous)
        #expect(hash(out) == expected && out.isGuarded, "\(row.operation) \(row.type)")
      } else {
        Issue.record("no operation \(row.operation)")
      }
    }
  }

  @Test func castsEqualNumPy() {
    for row in recordedCasts {
      let x = specials(row.from)
      let out = Elements(row.to, count: x.count)
      castLoop(from: row.from, to: row.to)(1, x.count, out.contiguous, x.contiguous)
      #expect(hash(out) == row.hash && out.isGuarded, "\(row.from) to \(row.to)")
    }
  }

  /// Every layout gives what the contiguous loop gives.
  @Test(arguments: BinaryOperation.allCases) func layoutsAgree(_ operation: BinaryOperation) {
    for type in ElementType.allCases {
      guard let loop = binaryLoop(operation, type) else { continue }
      let (x, y) = specialPairs(type)
      let n = x.count, size = type.size, outSize = operation.resultType(type).size
      let whole = Elements(operation.resultType(type), count: n)
      loop(1, n, whole.contiguous, x.contiguous, y.contiguous)
      // Column by column of an (n / w, w) array: strided and narrow.
      let width = specials(type).count
      for (rows, columns) in [(n / width, width), (n / 2, 2)] {
        let out = Elements(whole.type, count: n)
        func operand(_ e: Elements, _ s: Int) -> Operand { Operand(base: e.base, rowStride: columns * s, stride: s) }
        func turned(_ e: Elements, _ s: Int) -> Operand { Operand(base: e.base, rowStride: s, stride: columns * s) }
        loop(rows, columns, operand(out, outSize), operand(x, size), operand(y, size))
        #expect(out.bitValues.prefix(rows * columns) == whole.bitValues.prefix(rows * columns), "\(operation) \(type)")
        loop(columns, rows, turned(out, outSize), turned(x, size), turned(y, size))
        #expect(out.bitValues.prefix(rows * columns) == whole.bitValues.prefix(rows * columns) && out.isGuarded)
      }
      // Rows of pairs have one x; columns have one y.
      let values = specials(type), scalars = Elements(whole.type, count: n)
      for i in 0..<width {
        let row = Operand(base: scalars.base + i * width * outSize, rowStride: 0, stride: outSize)
        let one = Operand(base: values.base + i * size, rowStride: 0, stride: 0)
        loop(1, width, row, one, values.contiguous)
      }
      #expect(scalars.bitValues == whole.bitValues)
      for j in 0..<width {
        let column = Operand(base: scalars.base + j * outSize, rowStride: 0, stride: width * outSize)
        let one = Operand(base: values.base + j * size, rowStride: 0, stride: 0)
        loop(1, width, column, values.contiguous, one)
      }
      if operation != .power { #expect(scalars.bitValues == whole.bitValues) }
      if whole.type == type {
        let (a, b) = specialPairs(type)
        loop(1, n, a.contiguous, a.contiguous, y.contiguous)
        loop(1, n, b.contiguous, x.contiguous, b.contiguous)
        #expect(a.bitValues == whole.bitValues && b.bitValues == whole.bitValues)
      }
    }
  }

  @Test(arguments: UnaryOperation.allCases) func unaryLayoutsAgree(_ operation: UnaryOperation) {
    for type in ElementType.allCases {
      guard let loop = unaryLoop(operation, type) else { continue }
      let x = specialPairs(type).x
      let n = x.count, outSize = operation.resultType(type).size
      let whole = Elements(operation.resultType(type), count: n), out = Elements(whole.type, count: n)
      loop(1, n, whole.contiguous, x.contiguous)
      let strided = Operand(base: out.base, rowStride: outSize, stride: 2 * outSize)
      loop(2, n / 2, strided, Operand(base: x.base, rowStride: type.size, stride: 2 * type.size))
      let last = n / 2 * 2
      #expect(out.bitValues.prefix(last) == whole.bitValues.prefix(last) && out.isGuarded)
      if whole.type == type {
        loop(1, n, x.contiguous, x.contiguous)
        #expect(x.bitValues == whole.bitValues)
      }
    }
  }

  @Test func powersByOneExponent() {
    let x = Elements([0.0, -0.0, 4, .infinity, -.infinity, 9, 3]), out = Elements(.float64, count: 7)
    guard let loop = binaryLoop(.power, .float64) else { return #expect(Bool(false)) }
    for (exponent, expected) in [
      (2, [0.0, 0, 16, .infinity, .infinity, 81, 9]), (0.5, [0, -0.0, 2, .infinity, .nan, 3, 3.0.squareRoot()]),
      (-1, [.infinity, -.infinity, 0.25, 0, -0.0, 1 / 9.0, 1 / 3.0]),
      (3, [0, -0.0, 64, .infinity, -.infinity, 729, 27]),
    ] {
      loop(1, 7, out.contiguous, x.contiguous, Elements([exponent]).scalar)
      #expect(out.bitValues == expected.map { bits(of: $0) }, "\(exponent)")
    }
  }

  @Test func flagsAreThoseNumPyWarnsOf() {
    func unary(_ operation: UnaryOperation, _ values: [Double]) -> Int32 {
      let x = Elements(values), out = Elements(operation.resultType(.float64), count: values.count)
      return flagsRaised { unaryLoop(operation, .float64)?(1, values.count, out.contiguous, x.contiguous) }
    }
    func binary(_ operation: BinaryOperation, _ a: Double, _ b: Double) -> Int32 {
      let x = Elements([Double](repeating: a, count: 9)), y = Elements([Double](repeating: b, count: 9))
      let out = Elements(operation.resultType(.float64), count: 9)
      return flagsRaised { binaryLoop(operation, .float64)?(1, 9, out.contiguous, x.contiguous, y.contiguous) }
    }
    let quiet: [Double] = [.nan, 1, .infinity, 0.5]
    #expect(unary(.log, [1, 0]) == FE_DIVBYZERO)
    #expect(unary(.log, [1, -1]) == FE_INVALID)
    #expect(unary(.log, quiet + [.leastNonzeroMagnitude]) == 0)
    #expect(unary(.exp, [1000]) == FE_OVERFLOW)
    #expect(unary(.exp, quiet + [-.infinity, -1000, -745, 709, -708.5]) == 0)
    #expect(unary(.tanh, quiet + [-.infinity, 1000, -.leastNonzeroMagnitude]) == 0)
    #expect(unary(.sqrt, [4, -1]) == FE_INVALID)
    #expect(unary(.sqrt, quiet + [-0.0]) == 0)
    for operation in [UnaryOperation.sign, .isnan, .isfinite, .logicalNot, .floor, .absolute, .negative] {
      #expect(unary(operation, quiet + [-.infinity]) == 0, "\(operation)")
    }
    #expect(binary(.divide, 1, 0) == FE_DIVBYZERO)
    #expect(binary(.divide, 0, 0) == FE_INVALID)
    #expect(binary(.subtract, .infinity, .infinity) == FE_INVALID)
    #expect(binary(.multiply, 1e300, 1e300) == FE_OVERFLOW)
    #expect(binary(.floorDivide, 1, 0) == FE_DIVBYZERO)
    #expect(binary(.remainder, 1, 0) == FE_INVALID)
    for operation in BinaryOperation.allCases where operation != .logaddexp && operation != .logaddexp2 {
      #expect(binary(operation, .nan, 1) == 0, "\(operation)")
    }
    let x = Elements([1, Double.nan]), out = Elements(.int64, count: 2), narrow = Elements(.float32, count: 2)
    #expect(flagsRaised { castLoop(from: .float64, to: .int64)(1, 2, out.contiguous, x.contiguous) } == FE_INVALID)
    #expect(flagsRaised { castLoop(from: .float64, to: .float32)(1, 2, narrow.contiguous, x.contiguous) } == 0)
    let ints = Elements([Int64]([3, .min])), zeros = Elements([Int64]([0, -1])), result = Elements(.int64, count: 2)
    let raised = flagsRaised {
      binaryLoop(.floorDivide, .int64)?(1, 2, result.contiguous, ints.contiguous, zeros.contiguous)
    }
    #expect(raised == FE_DIVBYZERO | FE_OVERFLOW)
    #expect(result.values(Int64.self) == [0, .min])
  }

  /// The distance of two floats in units of the last place.
  func distance(_ a: Double, _ b: Double) -> UInt64 {
    if a.isNaN || b.isNaN { return a.isNaN == b.isNaN ? 0 : .max }
    if a.sign != b.sign { return a == b && a.sign == b.sign ? 0 : .max }
    let x = a.bitPattern, y = b.bitPattern
    return x > y ? x - y : y - x
  }

  @Test func vectorFunctionsAreWithinFourUnits() {
    var generator = MersenneTwister(seed: 3)
    var points: [Double] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 0x1p-1030, 709.78,
      709.79, 710, -708.4, -740, -745.2,
      -746, 1e-300, 1e300, 20, -20, 22, 0.5, 1e-9, -1e-9, 708, 708.1, -708.1, 2,
    ]
    for _ in 0..<20_000 {
      let x = generator.nextGauss()
      points += [x, x * 100, x * 1e-6, Glibc.exp(x * 200)]
    }
    let x = Elements(points), out = Elements(.float64, count: points.count)
    let functions: [(UnaryOperation, (Double) -> Double)] = [
      (.exp, Glibc.exp), (.log, Glibc.log), (.tanh, Glibc.tanh), (.sin, Glibc.sin), (.cos, Glibc.cos),
      (.log1p, Glibc.log1p), (.expm1, Glibc.expm1),
    ]
    for (operation, function) in functions {
      unaryLoop(operation, .float64)?(1, points.count, out.contiguous, x.contiguous)
      let results = out.values(Double.self)
      let limit: UInt64 = operation == .sin || operation == .cos ? 0 : 4
      let worst = zip(points, results).filter { distance($1, function($0)) > limit }
      #expect(worst.isEmpty, "\(operation) at \(worst.first?.0 ?? 0)")
    }
  }

  @Test func floatVectorFunctionsRoundTheDouble() {
    var generator = MersenneTwister(seed: 4)
    var points: [Float] = [0, -0.0, 88.8, -104, .infinity, -.infinity, .nan, .leastNonzeroMagnitude]
    for _ in 0..<500 { points.append(Float(generator.nextGauss() * 30)) }
    let x = Elements(points), out = Elements(.float32, count: points.count)
    unaryLoop(.exp, .float32)?(1, points.count, out.contiguous, x.contiguous)
    for (x, y) in zip(points, out.values(Float.self)) {
      let expected = Float(Glibc.exp(Double(x)))
      #expect(y.isNaN == expected.isNaN && (y.isNaN || y == expected || (y - expected).magnitude <= y.ulp))
    }
  }
}
