extension NDArray {
  /// A view with permuted axes; all reversed where none are given. Throws ValueError where `axes` is no permutation.
  func transposed(_ axes: Dimensions? = nil) throws(Fault) -> NDArray {
    guard let axes else { return transpose }
    guard axes.count == rank else { throw Fault(.valueError, "axes don't match array") }
    let order = try Axes.normalized(axes, rank: rank, duplicate: "repeated axis in transpose")
    return permuted(order)
  }

  /// A view with the axes reversed: `a.T`.
  var transpose: NDArray { view(offset: offset, shape: shape.backwards, strides: strides.backwards) }

  /// A view whose axis i is this one's axis order[i], for a known permutation.
  func permuted(_ order: Dimensions) -> NDArray {
    var newShape = shape
    var newStrides = strides
    for axis in 0..<order.count {
      newShape[axis] = shape[order[axis]]
      newStrides[axis] = strides[order[axis]]
    }
    return view(offset: offset, shape: newShape, strides: newStrides)
  }

  /// The array with some known axes as one, behind the others.
  func joiningAxes(_ axes: Dimensions) throws(Fault) -> NDArray {
    var order = Dimensions()
    var extents = Dimensions()
    for axis in 0..<rank where !axes.contains(axis) {
      order.append(axis)
      extents.append(shape[axis])
    }
    var length = 1
    for axis in axes {
      order.append(axis)
      length &*= shape[axis]
    }
    extents.append(length)
    return try permuted(order).reshaped(extents)
  }

  /// A view with two axes exchanged. Throws AxisError.
  func swappingAxes(_ first: Int, _ second: Int) throws(Fault) -> NDArray {
    let a = try Axes.normalized(first, rank: rank, prefix: "axis1: ")
    let b = try Axes.normalized(second, rank: rank, prefix: "axis2: ")
    var order = Axes.all(rank)
    order.swapAt(a, b)
    return permuted(order)
  }

  /// A view with axes moved to other places, the rest in order: NumPy's `moveaxis`.
  func movingAxes(_ source: Dimensions, to destination: Dimensions) throws(Fault) -> NDArray {
    let from = try Axes.normalized(source, rank: rank, duplicate: "repeated axis in `source` argument")
    let to = try Axes.normalized(destination, rank: rank, duplicate: "repeated axis in `destination` argument")
    guard from.count == to.count else {
      throw Fault(.valueError, "`source` and `destination` arguments must have the same number of elements")
    }
    var order = Dimensions(repeating: -1, count: rank)
    for index in 0..<from.count { order[to[index]] = from[index] }
    var rest = 0
    for place in 0..<rank where order[place] < 0 {
      while from.contains(rest) { rest &+= 1 }
      order[place] = rest
      rest &+= 1
    }
    return permuted(order)
  }

  /// NumPy's `rollaxis`: moves an axis before the place `start`.
  func rollingAxis(_ axis: Int, to start: Int = 0) throws(Fault) -> NDArray {
    let from = try Axes.normalized(axis, rank: rank)
    var to = start < 0 ? start &+ rank : start
    guard to >= 0 && to <= rank else {
      throw Fault(
        .axisError,
        "'start' arg requires \(-rank) <= start < \(rank + 1), but \(start) was passed in")
    }
    if from < to { to &-= 1 }
    return try movingAxes(Dimensions(from), to: Dimensions(to))
  }

  /// A view without axes of length one: all such, or the given ones. Throws ValueError for a longer axis.
  func squeezed(_ axes: Dimensions? = nil) throws(Fault) -> NDArray {
    let dropped = try axes.map { (axes) throws(Fault) in
      try Axes.normalized(axes, rank: rank, duplicate: "duplicate value in 'axis'")
    }
    if let dropped, dropped.contains(where: { shape[$0] != 1 }) {
      throw Fault(.valueError, "cannot select an axis to squeeze out which has size not equal to one")
    }
    var newShape = Dimensions()
    var newStrides = Dimensions()
    for axis in 0..<rank where !(dropped?.contains(axis) ?? (shape[axis] == 1)) {
      newShape.append(shape[axis])
      newStrides.append(strides[axis])
    }
    return view(offset: offset, shape: newShape, strides: newStrides)
  }

  /// A view with new axes of length one at the given places of the result. Throws AxisError and ValueError.
  func expandingDimensions(_ axes: Dimensions) throws(Fault) -> NDArray {
    let total = rank &+ axes.count
    guard total <= Dimensions.capacity else { throw Dimensions.tooMany(total) }
    let places = try Axes.normalized(axes, rank: total, duplicate: "repeated axis")
    var newShape = Dimensions()
    var newStrides = Dimensions()
    var next = 0
    for axis in 0..<total {
      if places.contains(axis) {
        newShape.append(1)
        newStrides.append(0)
      } else {
        newShape.append(shape[next])
        newStrides.append(strides[next])
        next &+= 1
      }
    }
    return view(offset: offset, shape: newShape, strides: newStrides)
  }

  /// A view of a diagonal of two axes, which becomes the last axis; read-only as in NumPy. Throws ValueError.
  func diagonal(offset: Int = 0, _ first: Int = 0, _ second: Int = 1) throws(Fault) -> NDArray {
    guard rank >= 2 else { throw Fault(.valueError, "diag requires an array of at least two dimensions") }
    let a = try Axes.normalized(first, rank: rank, prefix: "axis1: ")
    let b = try Axes.normalized(second, rank: rank, prefix: "axis2: ")
    guard a != b else { throw Fault(.valueError, "axis1 and axis2 cannot be the same") }
    let down = offset < 0 ? min(offset.magnitude, UInt(shape[a])) : 0
    let right = offset > 0 ? min(offset.magnitude, UInt(shape[b])) : 0
    let length = max(0, min(shape[a] &- Int(down), shape[b] &- Int(right)))
    var newShape = Dimensions()
    var newStrides = Dimensions()
    for axis in 0..<rank where axis != a && axis != b {
      newShape.append(shape[axis])
      newStrides.append(strides[axis])
    }
    newShape.append(length)
    newStrides.append(strides[a] &+ strides[b])
    let start = length == 0 ? 0 : Int(down) &* strides[a] &+ Int(right) &* strides[b]
    var result = view(offset: self.offset &+ start, shape: newShape, strides: newStrides)
    result.isWriteable = false
    return result
  }

  /// A view with the given axes (all where nil) in reverse. Throws AxisError.
  func flipped(_ axes: Dimensions? = nil) throws(Fault) -> NDArray {
    let places = try Axes.normalized(axes, rank: rank)
    var newStrides = strides
    var start = offset
    for axis in places {
      if shape[axis] > 0 { start &+= (shape[axis] &- 1) &* strides[axis] }
      newStrides[axis] = 0 &- strides[axis]
    }
    return view(offset: start, shape: shape, strides: newStrides)
  }

  /// A view of at least `minimum` (up to 3) dimensions, as NumPy's `atleast_1d`, `_2d`, `_3d`.
  func atLeast(dimensions minimum: Int) throws(Fault) -> NDArray {
    if rank >= minimum { return view() }
    switch (minimum, rank) {
    case (3, 1): return try expandingDimensions([0, 2])
    case (3, 2): return try expandingDimensions([2])
    default: return try expandingDimensions(Axes.all(minimum &- rank))
    }
  }

  /// A view of the elements `start..<stop` along an axis, for a valid range.
  func sliced(_ axis: Int, _ start: Int, _ stop: Int) -> NDArray {
    view(
      offset: stop > start ? offset &+ start &* strides[axis] : offset,
      shape: shape.replacing(axis, with: max(stop &- start, 0)), strides: strides)
  }
}
