import NNKernels

/// The distinct parts of an array along an axis (`unique` with an axis), compared element by element.
struct UniqueParts: ~Copyable {
  /// The array with the axis in front, and each part as a row of it.
  private let moved: NDArray
  private let axis: Int
  /// The rows in sorted order.
  private let order: [Int]
  /// Where in that order the distinct ones begin.
  private let starts: [Int]

  /// Sorts the parts. Throws AxisError.
  init(_ x: borrowing NDArray, axis: Int) throws(Fault) {
    let place = try Axes.normalized(axis, rank: x.rank)
    let front = try x.movingAxes(Dimensions(place), to: [0]).contiguous()
    let count = front.shape[0]
    let width = count == 0 ? 0 : front.count / count
    let elements = (0..<front.count).map { front.element($0) }
    func compare(_ first: Int, _ second: Int) -> Int {
      for column in 0..<width {
        let (a, b) = (elements[first &* width &+ column], elements[second &* width &+ column])
        if UniqueParts.isLess(a, b) { return -1 }
        if UniqueParts.isLess(b, a) { return 1 }
        // A nan is like no other, and stands last.
        if a.type.isFloat, a.asDouble.isNaN || b.asDouble.isNaN { return b.asDouble.isNaN ? -1 : 1 }
      }
      return 0
    }
    let order = (0..<count).sorted { first, second in
      let result = compare(first, second)
      return result == 0 || compare(second, first) == result ? first < second : result < 0
    }
    starts = order.indices.filter { $0 == 0 || compare(order[$0 - 1], order[$0]) != 0 }
    self.order = order
    moved = front
    self.axis = place
  }

  private static func isLess(_ a: NumPyScalar, _ b: NumPyScalar) -> Bool {
    if a.type.isFloat { return a.asDouble < b.asDouble }
    return a.type == .uint64 ? a.bits < b.bits : a.asInt < b.asInt
  }

  /// The distinct parts, sorted, in the array's axes.
  func values() throws(Fault) -> NDArray {
    let rows = try Rearranging.taken(moved, Ref(try indices()), axis: 0)
    return try rows.movingAxes([0], to: Dimensions(axis))
  }

  /// The index of the first occurrence of each.
  func indices() throws(Fault) -> NDArray { try Creation.array(starts.map { order[$0] }, shape: [starts.count]) }

  /// For each part the place of its value.
  func inverse() throws(Fault) -> NDArray {
    var places = Array(repeating: 0, count: order.count)
    var number = -1
    for (rank, row) in order.enumerated() {
      if number + 1 < starts.count && starts[number + 1] == rank { number += 1 }
      places[row] = number
    }
    return try Creation.array(places, shape: [places.count])
  }

  /// How often each occurs.
  func counts() throws(Fault) -> NDArray {
    let ends = starts.dropFirst() + [order.count]
    return try Creation.array(zip(ends, starts).map { $0 - $1 }, shape: [starts.count])
  }
}
