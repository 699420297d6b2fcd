import NNKernels
import Synchronization
import Testing

@testable import NNCore

extension ArrayTests {
  /// Arguments at the ends of their ranges, arrays without elements or axes: errors or results, never a trap.
  @Suite struct ExtremeTests {
    init() { ObjectKinds.register() }

    private let numbers = [Int.min, Int.min + 1, -1, 0, 1, 2, Int.max - 1, Int.max]
    private let shapes: [Dimensions] = [[], [0], [1], [3], [0, 3], [3, 0], [2, 3], [1, 1, 2]]

    /// Runs a case and counts it, whether it throws or not.
    private func attempt(_ count: inout Int, _ body: () throws(Fault) -> Void) {
      do { try body() } catch { if error.message.isEmpty && error.kind != .memoryError { return } }
      count += 1
    }

    @Test func extremeArguments() throws {
      var count = 0
      for shape in shapes {
        let x = Ref(try Creation.zeros(shape))
        for a in numbers {
          attempt(&count) { () throws(Fault) in _ = try x.value.reshaped(Dimensions(a)) }
          attempt(&count) { () throws(Fault) in _ = try x.value.transposed(Dimensions(a)) }
          attempt(&count) { () throws(Fault) in _ = try x.value.expandingDimensions(Dimensions(a)) }
          attempt(&count) { () throws(Fault) in _ = try x.value.squeezed(Dimensions(a)) }
          attempt(&count) { () throws(Fault) in _ = try x.value.flipped(Dimensions(a)) }
          attempt(&count) { () throws(Fault) in _ = try x.value.broadcast(to: Dimensions(a)) }
          attempt(&count) { () throws(Fault) in _ = try x.value.row(a) }
          attempt(&count) { () throws(Fault) in _ = try Reduction.sum.reduce(x.value, axes: Dimensions(a)) }
          attempt(&count) { () throws(Fault) in _ = try Statistics.variance(x.value, axes: Dimensions(a)) }
          attempt(&count) { () throws(Fault) in _ = try Statistics.argExtreme(.minimum, x.value, axis: a) }
          attempt(&count) { () throws(Fault) in _ = try Statistics.cumulative(.sum, x.value, axis: a) }
          attempt(&count) { () throws(Fault) in _ = try Sorting.sorted(x.value, axis: a) }
          attempt(&count) { () throws(Fault) in _ = try Sorting.argsort(x.value, axis: a) }
          attempt(&count) { () throws(Fault) in _ = try Rearranging.repeated(x.value, [a]) }
          attempt(&count) { () throws(Fault) in _ = try Rearranging.rolled(x.value, [a]) }
          attempt(&count) { () throws(Fault) in _ = try Rearranging.rolled(x.value, [a, a], axes: [0, 0]) }
          attempt(&count) { () throws(Fault) in _ = try Rearranging.diag(x.value, offset: a) }
          attempt(&count) { () throws(Fault) in _ = try Rearranging.triangle(x.value, lower: false, offset: a) }
          attempt(&count) { () throws(Fault) in _ = try Rearranging.trace(x.value, offset: a) }
          attempt(&count) { () throws(Fault) in _ = try Rearranging.differences(x.value, order: min(a, 5)) }
          attempt(&count) { () throws(Fault) in _ = try Rounding.round(x.value, decimals: a) }
          attempt(&count) { () throws(Fault) in _ = try Sorting.bincount(x.value, minimum: min(a, 100)) }
          attempt(&count) { () throws(Fault) in _ = try Splitting.arraySplit(x.value, sections: min(a, 100)) }
          attempt(&count) { () throws(Fault) in _ = try Splitting.split(x.value, at: [a, a]) }
        }
      }
      #expect(count == shapes.count * numbers.count * 24)
    }

    @Test func extremePairs() throws {
      var count = 0
      let x = Ref(try counting([2, 3]))
      for a in numbers {
        for b in numbers {
          attempt(&count) { () throws(Fault) in _ = try x.value.reshaped(Dimensions(a, b)) }
          attempt(&count) { () throws(Fault) in _ = try x.value.broadcast(to: Dimensions(a, b)) }
          attempt(&count) { () throws(Fault) in _ = try x.value.swappingAxes(a, b) }
          attempt(&count) { () throws(Fault) in _ = try x.value.movingAxes(Dimensions(a), to: Dimensions(b)) }
          attempt(&count) { () throws(Fault) in _ = try x.value.rollingAxis(a, to: b) }
          attempt(&count) { () throws(Fault) in _ = try x.value.diagonal(offset: a, b, 1) }
          attempt(&count) { () throws(Fault) in _ = try x.value.element(at: Dimensions(a, b)) }
          attempt(&count) { () throws(Fault) in _ = try Rearranging.tiled(x.value, Dimensions(min(a, 9), min(b, 9))) }
          attempt(&count) { () throws(Fault) in _ = try Rearranging.tiled(x.value, Dimensions(a, 0)) }
          attempt(&count) { () throws(Fault) in _ = try Creation.zeros(Dimensions(a, b)) }
          attempt(&count) { () throws(Fault) in _ = try Creation.eye(min(a, 3), min(b, 3), offset: a) }
          attempt(&count) { () throws(Fault) in _ = try Creation.tri(min(a, 3), min(b, 3), offset: b) }
          for step in [Int.min, -1, 1, Int.max] {
            attempt(&count) { () throws(Fault) in _ = try Slice(a, b, step).resolved(5) }
            if Creation.rangeCount(a, b, step) < 100 {
              attempt(&count) { () throws(Fault) in _ = try Creation.arange(start: a, stop: b, step: step) }
            }
          }
        }
      }
      #expect(count > numbers.count * numbers.count * 16)
    }

    @Test func extremeFloats() throws {
      let values = [0, -0.0, 1, -1, 1e308, -1e308, .leastNonzeroMagnitude, .infinity, -.infinity, .nan]
      var count = 0
      for a in values {
        for b in values {
          for type in ElementType.allCases {
            attempt(&count) { () throws(Fault) in _ = try Creation.linspace(start: a, stop: b, count: 3, type: type) }
          }
          // A step as large as the range keeps the arrays small.
          attempt(&count) { () throws(Fault) in _ = try Creation.arange(start: a, stop: b, step: b - a) }
          attempt(&count) { () throws(Fault) in
            _ = try Creation.arange(start: a, stop: b, step: b, type: .int64)
          }
        }
        for type in ElementType.allCases {
          attempt(&count) { () throws(Fault) in _ = try ArrayOperand.real(a).element(of: type) }
          attempt(&count) { () throws(Fault) in
            for target in ElementType.allCases { _ = NumPyScalar(a).cast(to: type).cast(to: target) }
          }
        }
      }
      let types = ElementType.allCases.count
      #expect(count == values.count * values.count * (types + 2) + values.count * types * 2)
      _ = FloatingPointWarnings.drain()
    }

    @Test func everyFunctionOfEveryType() throws {
      var count = 0
      for function in Ufunc.all {
        for left in ElementType.allCases {
          for shape in [[], [0], [3], [2, 3]] as [Dimensions] {
            let x = Ref(try Creation.zeros(shape, left))
            if function.arity == 1 {
              attempt(&count) { () throws(Fault) in _ = try function.unary(.array(x.copy())) }
              continue
            }
            for right in ElementType.allCases {
              let y = Ref(try Creation.ones(shape, right))
              attempt(&count) { () throws(Fault) in _ = try function.binary(.array(x.copy()), .array(y.copy())) }
              attempt(&count) { () throws(Fault) in _ = try function.binary(.array(y.copy()), .integer(Int.min)) }
              attempt(&count) { () throws(Fault) in try function.inPlace(x, .array(y.copy())) }
            }
          }
        }
      }
      #expect(count > 10_000)
      _ = FloatingPointWarnings.drain()
    }

    @Test func rankLimit() throws {
      let deep = Ref(try Creation.zeros(Dimensions(repeating: 1, count: 16)))
      #expect(
        message { _ = try deep.value.expandingDimensions([0]) }
          == "valueError: maximum supported dimension for an ndarray is currently 16, found 17")
      var indices = List<Index>()
      indices.append(.newAxis)
      #expect(message { _ = try deep.value.subscripted(indices) } != nil)
      var flags = List<Index>()
      flags.append(.boolean(true))
      #expect(message { _ = try deep.value.subscripted(flags) } != nil)
      #expect(message { _ = try Products.dot(deep.value, deep.value) } != nil)
    }

    @Test func interrupts() throws {
      let raised = UnsafeMutablePointer<Atomic<UInt32>>.allocate(capacity: 1)
      unsafe raised.initialize(to: Atomic(1))
      defer {
        Interrupts.flag = unsafe InterruptFlag()
        unsafe raised.deinitialize(count: 1)
        unsafe raised.deallocate()
      }
      let large = Ref(try Creation.zeros([3, 1 << 20]))
      let square = Ref(try Creation.zeros([600, 600]))
      Interrupts.flag = unsafe InterruptFlag(UnsafePointer(raised))
      #expect(message { _ = try Ufunc.add.binary(.array(large.copy()), .real(1)) } == "keyboardInterrupt: ")
      #expect(message { _ = try large.value.cast(to: .int64) } == "keyboardInterrupt: ")
      #expect(message { _ = try Products.dot(square.value, square.value) } == "keyboardInterrupt: ")
      #expect(message { _ = try Sorting.sorted(large.value) } == "keyboardInterrupt: ")
    }
  }
}
