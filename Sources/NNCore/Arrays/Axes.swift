/// Checking of axis arguments, with NumPy's AxisError.
enum Axes {
  /// An axis counted from the front. Throws AxisError outside -rank..<rank.
  @inline(__always) static func normalized(_ axis: Int, rank: Int, prefix: String = "") throws(Fault) -> Int {
    if axis >= 0 && axis < rank { return axis }
    if axis < 0 && axis >= 0 &- rank { return axis &+ rank }
    throw outOfBounds(axis, rank: rank, prefix: prefix)
  }

  static func outOfBounds(_ axis: Int, rank: Int, prefix: String = "") -> Fault {
    Fault(.axisError, "\(prefix)axis \(axis) is out of bounds for array of dimension \(rank)")
  }

  /// The axes of a reduction (all where nil) counted from the front, in the given order. Throws AxisError and, for an
  /// axis that comes twice, ValueError with `duplicate`.
  static func normalized(
    _ axes: Dimensions?, rank: Int, duplicate: String = "duplicate value in 'axis'"
  ) throws(Fault) -> Dimensions {
    guard let axes else { return all(rank) }
    var result = Dimensions()
    for axis in axes {
      let place = try normalized(axis, rank: rank)
      if result.contains(place) { throw Fault(.valueError, duplicate) }
      result.append(place)
    }
    return result
  }

  /// All axes of an array: 0, 1, …
  static func all(_ rank: Int) -> Dimensions {
    var result = Dimensions(repeating: 0, count: rank)
    for axis in 0..<result.count { result[axis] = axis }
    return result
  }
}
