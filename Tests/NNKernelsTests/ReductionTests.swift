import Glibc
import Testing

@testable import NNKernels

@Suite struct ReductionTests {
  static let types: [ElementType] = [.float64, .float32, .int64, .uint64, .uint8, .bool, .float64, .float64]

  /// Elements as `RandomState` gives them: normal deviates, or integers below 200 (bool: 2).
  func randomElements(_ type: ElementType, _ count: Int, _ generator: inout MersenneTwister) -> Elements {
    let result = Elements(type, count: count)
    switch type {
    case .float64: generator.fillGauss(result.base.assumingMemoryBound(to: Double.self), count: count)
    case .float32:
      let values = result.base.assumingMemoryBound(to: Float.self)
      for i in 0..<count { values[i] = Float(generator.nextGauss()) }
    case .int64, .uint64, .uint8, .bool:
      let values = Elements(.uint64, count: count)
      generator.fillIntegers(
        values.base.assumingMemoryBound(to: UInt64.self), count: count, low: 0, range: type == .bool ? 1 : 199)
      castLoop(from: .uint64, to: type)(1, count, result.contiguous, values.contiguous)
    default: break
    }
    return result
  }

  func integer(_ generator: inout MersenneTwister, below limit: Int) -> Int {
    Int(generator.nextInterval(UInt64(limit - 1)))
  }

  /// Random shapes, slices, transpositions and axes, each held against NumPy's bits.
  @Test func recorded() {
    for (number, expected) in recordedReductions.enumerated() {
      var generator = MersenneTwister(seed: UInt32(number))
      let dimensions = integer(&generator, below: 4) + 1
      let cap = [20000, 220, 40, 14][dimensions - 1]
      var shape = (0..<dimensions).map { _ in integer(&generator, below: cap) + 1 }
      let type = Self.types[number % 8], size = type.size
      let x = randomElements(type, shape.reduce(1, *), &generator)
      var strides = shape.indices.map { size * shape[($0 + 1)...].reduce(1, *) }
      var base = x.base
      for axis in 0..<dimensions {
        switch integer(&generator, below: 6) {
        case 0:
          shape[axis] = (shape[axis] + 1) / 2
          strides[axis] *= 2
        case 1:
          base += (shape[axis] - 1) * strides[axis]
          strides[axis] *= -1
        case 2 where shape[axis] >= 2:
          base += strides[axis]
          shape[axis] -= 1
        default: break
        }
      }
      let permutation = [Int64](unsafeUninitializedCapacity: dimensions) { buffer, count in
        generator.fillPermutation(buffer.baseAddress!, count: dimensions)
        count = dimensions
      }
      shape = permutation.map { shape[Int($0)] }
      strides = permutation.map { strides[Int($0)] }
      let mask = integer(&generator, below: 1 << dimensions)
      let reduced = (0..<dimensions).map { mask >> $0 & 1 == 1 }
      let operation: ReductionOperation =
        number % 2 == 1 ? ReductionOperation.allCases[integer(&generator, below: 6)] : .sum
      let outShape = shape.indices.map { reduced[$0] ? 1 : shape[$0] }
      let out = Elements(operation.resultType(type), count: outShape.reduce(1, *))
      let outStrides = shape.indices.map { out.type.size * outShape[($0 + 1)...].reduce(1, *) }
      NNKernels.reduce(
        operation, type, x: base, shape: shape, strides: strides, reduced: reduced, out: out.base,
        outStrides: outStrides)
      let result = UInt32(truncatingIfNeeded: hash(of: out.bitValues))
      #expect(
        result == expected && out.isGuarded, "case \(number): \(operation) \(type) \(shape) \(strides) \(reduced)")
    }
  }

  @Test func emptyAxesGiveNeutralElements() {
    let out = Elements([7.0, 7, 7])
    for (operation, value) in [
      (ReductionOperation.sum, 0.0), (.product, 1), (.maximum, -.infinity), (.minimum, .infinity),
    ] {
      NNKernels.reduce(
        operation, .float64, x: out.base, shape: [0, 3], strides: [24, 8], reduced: [true, false], out: out.base,
        outStrides: [0, 8])
      #expect(out.values(Double.self) == [value, value, value])
    }
  }

  @Test func extremesPropagateNaNQuietly() {
    for place in [0, 3, 31, 40, 69] {
      var values = (0..<70).map { Double($0 * 37 % 70) }
      values[place] = .nan
      let x = Elements(values), out = Elements(.float64, count: 1)
      for operation in [ReductionOperation.maximum, .minimum] {
        let raised = flagsRaised {
          NNKernels.reduce(
            operation, .float64, x: x.base, shape: [70], strides: [8], reduced: [true], out: out.base, outStrides: [0])
        }
        #expect(out.values(Double.self)[0].isNaN && raised == 0)
      }
      #expect(argReduce(.maximum, .float64, x: x.base, count: 70, stride: 8) == place)
    }
  }

  @Test func firstExtremeIsFound() {
    let x = Elements([Int64]([3, 9, -4, 9, -4, 0]))
    #expect(argReduce(.maximum, .int64, x: x.base, count: 6, stride: 8) == 1)
    #expect(argReduce(.minimum, .int64, x: x.base, count: 6, stride: 8) == 2)
    #expect(argReduce(.maximum, .int64, x: x.base + 16, count: 2, stride: 16) == 0)
  }

  @Test func cumulativeRuns() {
    let x = Elements([UInt8]([200, 100, 3, 2]))
    cumulative(.sum, .uint8, count: 4, x: x.base, stride: 1, out: x.base, outStride: 1)
    #expect(x.values(UInt8.self) == [200, 44, 47, 49] && x.isGuarded)
    let y = Elements([1.0, 2, 3, 4, 5]), out = Elements(.float64, count: 3)
    cumulative(.product, .float64, count: 3, x: y.base, stride: 16, out: out.base, outStride: 8)
    #expect(out.values(Double.self) == [1, 3, 15])
  }
}
