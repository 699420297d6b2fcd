import NNKernels
import Testing

@testable import NNCore

extension ArrayTests {
  /// What NumPy gave for hundreds of random cases; the tables come from record.py.
  @Suite struct RecordedTests {
    init() { ObjectKinds.register() }

    @Test func subscriptsRead() throws {
      for line in Recorded.lines(recordedSubscripts) {
        let result = Recorded.attempt {
          let x = try Recorded.source(.int64, try Recorded.dimensions(line[0]), line[1])
          switch try x.subscripted(try Recorded.indices(line[2])) {
          case .element(let element): return try Creation.scalar(element)
          case .array(let array): return array
          }
        }
        #expect(result == Recorded.expected(line[3]), "at \(line[0]) \(line[1]) [\(line[2])]")
      }
    }

    @Test func subscriptsWritten() throws {
      for line in Recorded.lines(recordedSubscripts) where !line[4].isEmpty {
        let result = Recorded.attempt {
          let x = try Recorded.source(.int64, try Recorded.dimensions(line[0]), line[1]).copied()
          let value = line[4].split(separator: ";", omittingEmptySubsequences: false)
          try x.assign(
            try Recorded.array("\(value[0]);\(value[1]);\(value[3])"), at: try Recorded.indices(line[2]))
          return x
        }
        #expect(result == Recorded.expected(line[5]), "\(line[0]) [\(line[2])] = \(line[4])")
      }
    }

    @Test func typesOfResults() throws {
      var functions: [String: Ufunc] = [:]
      for function in Ufunc.all { functions[function.name] = function }
      for line in Recorded.lines(recordedTypes) {
        let function = try #require(functions[line[0]])
        let isTypeOnly = line[3].hasSuffix(";;")
        var result = Recorded.attempt {
          let x = try Recorded.operand(line[1])
          if line[2].isEmpty { return try function.unary(x).value.adopted() }
          return try function.binary(x, try Recorded.operand(line[2])).value.adopted()
        }
        if isTypeOnly {
          result =
            result.split(separator: ";", omittingEmptySubsequences: false).prefix(2).joined(separator: ";") + ";;"
        }
        #expect(result == (isTypeOnly ? line[3] : Recorded.expected(line[3])), "\(line[0]) \(line[1]) \(line[2])")
      }
    }

    @Test func broadcasting() throws {
      var functions: [String: Ufunc] = [:]
      for function in Ufunc.all { functions[function.name] = function }
      for line in Recorded.lines(recordedBroadcasting) {
        let function = try #require(functions[line[0]])
        let kept = Recorded.attempt {
          try function.binary(try Recorded.source(line[1], seed: 0), try Recorded.source(line[2], seed: 1))
        }
        #expect(kept == Recorded.expected(line[3]), "\(line[0]) \(line[1]) \(line[2])")
        // Dying operands: the same values, whosever memory they are in.
        let consumed = Recorded.attempt {
          let x = Ref(try Recorded.source(line[1], seed: 0).copied())
          let y = Ref(try Recorded.source(line[2], seed: 1).copied())
          return try function.binary(.array(x), .array(y)).value.adopted()
        }
        #expect(values(consumed) == values(Recorded.expected(line[3])), "\(line[0]) \(line[1]) \(line[2])")
      }
    }

    /// A result's text without its strides.
    private func values(_ text: String) -> [String] {
      var parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 4 { parts.remove(at: 2) }
      return parts
    }

    @Test func reductions() throws {
      for line in Recorded.lines(recordedReductions) {
        let result = Recorded.attempt {
          let x = try Recorded.source(line[1])
          return try reduce(
            line[0], x, line[2] == "-" ? nil : try Recorded.dimensions(line[2]), keepDimensions: line[3] == "1")
        }
        #expect(result == Recorded.expected(line[4]), "\(line[0]) \(line[1]) axes \(line[2]) keep \(line[3])")
      }
    }

    private func reduce(_ name: String, _ x: borrowing NDArray, _ axes: Dimensions?, keepDimensions: Bool) throws
      -> NDArray
    {
      let folds: [String: Reduction] = [
        "sum": .sum, "prod": .product, "max": .maximum, "min": .minimum, "any": .any, "all": .all,
      ]
      if let fold = folds[name] { return try fold.reduce(x, axes: axes, keepDimensions: keepDimensions) }
      switch name {
      case "mean": return try Statistics.mean(x, axes: axes, keepDimensions: keepDimensions)
      case "var": return try Statistics.variance(x, axes: axes, keepDimensions: keepDimensions)
      case "std": return try Statistics.standardDeviation(x, axes: axes, keepDimensions: keepDimensions)
      case "ptp": return try Statistics.peakToPeak(x, axes: axes, keepDimensions: keepDimensions)
      case "argmax": return try Statistics.argExtreme(.maximum, x, axis: axes?.first, keepDimensions: keepDimensions)
      case "argmin": return try Statistics.argExtreme(.minimum, x, axis: axes?.first, keepDimensions: keepDimensions)
      default: return try Statistics.cumulative(.sum, x, axis: axes?.first)
      }
    }

    @Test func shapes() throws {
      for line in Recorded.lines(recordedShapes) {
        var shares = ""
        let result = Recorded.attempt {
          let x = try Recorded.source(line[0])
          let y = try reshape(x, line[1], line[2].split(separator: " ").map(String.init))
          shares = y.sharesStorage(with: x) ? "1" : "0"
          return y
        }
        #expect(result == Recorded.expected(line[3]), "\(line[0]) \(line[1]) \(line[2])")
        // Arrays without elements share nothing in NumPy's eyes.
        let isEmpty = line[3].hasSuffix(";")
        #expect(isEmpty || shares == line[4], "\(line[0]) \(line[1]) \(line[2])")
      }
    }

    private func reshape(_ x: borrowing NDArray, _ kind: String, _ arguments: [String]) throws -> NDArray {
      switch kind {
      case "reshape":
        return try x.reshaped(try Recorded.dimensions(arguments[0]), order: try MemoryOrder(parsing: arguments[1]))
      case "transpose": return try x.transposed(try Recorded.dimensions(arguments[0]))
      case "ravel": return try x.raveled(order: try MemoryOrder(parsing: arguments[0]))
      case "squeeze": return try x.squeezed()
      case "moveaxis":
        return try x.movingAxes(try Recorded.dimensions(arguments[0]), to: try Recorded.dimensions(arguments[1]))
      case "flip": return try x.flipped(try Recorded.dimensions(arguments[0]))
      default:
        let numbers = arguments.map { Int($0) ?? 0 }
        return try x.diagonal(offset: numbers[0], numbers[1], numbers[2])
      }
    }
  }
}
