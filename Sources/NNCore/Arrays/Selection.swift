import NNKernels

/// Choosing elements by masks.
enum Selection {
  /// NumPy's three-argument `where`: x where the condition is true, else y, in their common type or the given one.
  /// Throws ValueError where the shapes do not broadcast.
  static func select(
    _ condition: borrowing NDArray, _ x: borrowing NDArray, _ y: borrowing NDArray, type: ElementType? = nil
  ) throws(Fault) -> NDArray {
    let type = type ?? Promotion.common(x.type, y.type)
    guard let both = Broadcasting.shape(x.shape, y.shape), let shape = Broadcasting.shape(condition.shape, both)
    else {
      throw Broadcasting.mismatch([condition.shape, x.shape, y.shape])
    }
    if condition.type != .bool { return try select(try condition.cast(to: .bool), x, y, type: type) }
    if x.type != type { return try select(condition, try x.cast(to: type), y, type: type) }
    if y.type != type { return try select(condition, x, try y.cast(to: type), type: type) }
    let out = try Creation.empty(shape, type)
    var nest = LoopNest(
      shape, out.strides, Broadcasting.strides(condition.strides, of: condition.shape, in: shape),
      Broadcasting.strides(x.strides, of: x.shape, in: shape), Broadcasting.strides(y.strides, of: y.shape, in: shape))
    try nest.select(type.size, out: out.mutableData, mask: condition.data, x: x.data, y: y.data)
    return out
  }

  /// The indices of the elements that are not zero, one array an axis: NumPy's `nonzero`. Throws ValueError for an
  /// array without axes.
  static func nonzero(_ x: borrowing NDArray) throws(Fault) -> List<Ref<NDArray>> {
    if x.rank == 0 {
      throw Fault(
        .valueError, "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.")
    }
    return try Masks.nonzero(x)
  }

  /// The indices of the elements that are not zero, one row each: NumPy's `argwhere`.
  static func argwhere(_ x: borrowing NDArray) throws(Fault) -> NDArray {
    let places = try Masks.nonzero(x)
    let rows = x.rank == 0 ? (x.firstElement.asBool ? 1 : 0) : places[0].value.count
    let out = try Creation.empty(Dimensions(rows, x.rank), .int64)
    for axis in 0..<places.count {
      let column = out.sliced(1, axis, axis &+ 1)
      try column.writeElements(of: try places[axis].value.reshaped(Dimensions(rows, 1)))
    }
    return out
  }
}
