import NNKernels
import Testing

@testable import NNCore

extension ArrayTests {
  /// Joining, sorting, rearranging, products, ranges: what NumPy gave, from record.py.
  @Suite struct FunctionTests {
    init() { ObjectKinds.register() }

    @Test func recordedFunctions() throws {
      let lines = Recorded.lines(NNCoreTests.recordedFunctions)
      #expect(lines.count > 1500)
      for line in lines {
        let arguments = line[1].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let result = Recorded.attempt {
          if arguments[0].contains(";") { return try ofArrays(line[0], arguments) }
          return try ofNumbers(line[0], arguments)
        }
        #expect(comparable(line[0], result) == comparable(line[0], Recorded.expected(line[2])), "\(line[0]) \(line[1])")
      }
    }

    /// Strides are compared only where NumPy's are no accident.
    private func comparable(_ name: String, _ text: String) -> String {
      var parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 4 { parts[2] = "" }
      return parts.joined(separator: ";")
    }

    private func number(_ text: String) -> Int { Int(text) ?? 0 }

    private func real(_ text: String) -> Double { Double(bitPattern: UInt64(text, radix: 16) ?? 0) }

    private func list(_ texts: [String]) throws -> List<Ref<NDArray>> {
      var result = List<Ref<NDArray>>()
      for text in texts { result.append(Ref(try Recorded.source(text))) }
      return result
    }

    private func ofArrays(_ name: String, _ arguments: [String]) throws -> NDArray {
      let x = try Recorded.source(arguments[0])
      let last = arguments[arguments.count - 1]
      switch name {
      case "repeat":
        return try Rearranging.repeated(x, Recorded.numbers(arguments[1]), axis: last == "-" ? nil : number(last))
      case "tile": return try Rearranging.tiled(x, try Recorded.dimensions(last))
      case "roll": return try Rearranging.rolled(x, Recorded.numbers(arguments[1]), axes: Recorded.numbers(last))
      case "rollflat": return try Rearranging.rolled(x, [number(last)])
      case "diff": return try Rearranging.differences(x, order: number(arguments[1]), axis: number(last))
      case "round": return try Rounding.round(x, decimals: number(last))
      case "clip":
        return try Comparing.clip(.array(Ref(x)), low: .integer(number(arguments[1])), high: .integer(number(last)))
          .value
          .adopted()
      case "tril", "triu": return try Rearranging.triangle(x, lower: name == "tril", offset: number(last))
      case "trace": return try Rearranging.trace(x, offset: number(last))
      case "diag": return try Rearranging.diag(x, offset: number(last))
      case "take":
        let places = try Creation.array(Recorded.numbers(arguments[1]), shape: [2, 2])
        return try Rearranging.taken(x, Ref(places), axis: number(last))
      case "rows": return try x.atLeast(dimensions: 3)
      case "ravel": return try x.raveled()
      default: return try ofPairs(name, arguments, x)
      }
    }

    private func ofPairs(_ name: String, _ arguments: [String], _ x: borrowing NDArray) throws -> NDArray {
      switch name {
      case "concatenate":
        return try Joining.concatenate(try list(Array(arguments.prefix(2))), axis: number(arguments[2]))
      case "concatenateflat": return try Joining.concatenate(try list(arguments), axis: nil)
      case "stack": return try Joining.stack(try list(arguments))
      case "vstack": return try Joining.vstack(try list(arguments))
      case "hstack": return try Joining.hstack(try list(arguments))
      case "dstack": return try Joining.dstack(try list(arguments))
      case "column_stack": return try Joining.columnStack(try list(arguments))
      case "where":
        return try Selection.select(x, try Recorded.source(arguments[1]), try Recorded.source(arguments[2]))
      case "close": return try Comparing.isClose(x, try Recorded.source(arguments[1]), rtol: 0.5, atol: 1)
      case "dot": return try Products.dot(x, try Recorded.source(arguments[1]))
      case "inner": return try Products.inner(x, try Recorded.source(arguments[1]))
      case "outer": return try Products.outer(x, try Recorded.source(arguments[1]))
      case "matmul": return try Products.matmul(x, try Recorded.source(arguments[1]))
      default: return try sorting(name, arguments, x)
      }
    }

    private func sorting(_ name: String, _ arguments: [String], _ x: borrowing NDArray) throws -> NDArray {
      let last = arguments[arguments.count - 1]
      switch name {
      case "sort": return try Sorting.sorted(x, axis: number(last))
      case "argsort": return try Sorting.argsort(x, axis: number(last))
      case "searchsorted":
        return try Sorting.searchsorted(
          try Sorting.sorted(x), try Recorded.source(arguments[1]), right: last == "right")
      case "bincount": return try Sorting.bincount(try modulo(x, 5).value, minimum: number(last))
      case "binweights": return try Sorting.bincount(try modulo(x, 5).value, weights: try Recorded.source(last))
      case "unique": return try Uniqueness(try modulo(x, 7).value).values.value.adopted()
      case "counts": return try Uniqueness(try modulo(x, 7).value).counts.value.adopted()
      case "inverse": return try Uniqueness(try modulo(x, 7).value).inverse.value.adopted()
      case "firsts": return try Uniqueness(try modulo(x, 7).value).indices.value.adopted()
      case "cumprod": return try Statistics.cumulative(.product, x, axis: number(last))
      case "nonzero":
        let places = try Selection.nonzero(try above(x).value)
        return places[places.count - 1].value.adopted()
      case "argwhere": return try Selection.argwhere(try above(x).value)
      default: return try Statistics.countNonzero(try above(x).value, axes: [number(last)])
      }
    }

    private func modulo(_ x: borrowing NDArray, _ divisor: Int) throws -> Ref<NDArray> {
      try Ufunc.remainder.binary(.array(Ref(x.view())), .integer(divisor))
    }

    private func above(_ x: borrowing NDArray) throws -> Ref<NDArray> {
      try Ufunc.greater.binary(.array(Ref(x.view())), .integer(10))
    }

    private func ofNumbers(_ name: String, _ arguments: [String]) throws -> NDArray {
      switch name {
      case "linspace":
        return try Creation.linspace(
          start: real(arguments[0]), stop: real(arguments[1]), count: number(arguments[2]),
          endpoint: arguments[3] == "1", type: try Recorded.type(arguments[4]))
      case "arange":
        return try Creation.arange(
          start: real(arguments[0]), stop: real(arguments[1]), step: real(arguments[2]),
          type: try Recorded.type(arguments[3]))
      case "irange":
        return try Creation.arange(start: number(arguments[0]), stop: number(arguments[1]), step: number(arguments[2]))
      case "eye": return try Creation.eye(number(arguments[0]), number(arguments[1]), offset: number(arguments[2]))
      case "tri": return try Creation.tri(number(arguments[0]), number(arguments[1]), offset: number(arguments[2]))
      default:
        var axes = List<Ref<NDArray>>()
        axes.append(Ref(try Creation.arange(start: 0, stop: number(arguments[0]), step: 1)))
        let second = try Creation.arange(start: 0, stop: number(arguments[1]), step: 1)
        axes.append(try Ufunc.multiply.binary(.array(Ref(second)), .real(1.5)))
        return try Joining.meshgrid(axes, matrixIndexing: arguments[2] == "ij")[1].value.adopted()
      }
    }
  }
}
