import NNKernels

/// Putting arrays together: `concatenate` and its kin.
enum Joining {
  /// The common type of arrays; float64 for none.
  static func commonType(_ arrays: borrowing List<Ref<NDArray>>) -> ElementType {
    var types: [ElementType] = []
    for number in 0..<arrays.count { types.append(arrays[number].value.type) }
    return Promotion.common(types) ?? .float64
  }

  /// NumPy's `concatenate` along an axis; nil flattens first. Throws ValueError and AxisError.
  static func concatenate(
    _ arrays: borrowing List<Ref<NDArray>>, axis: Int? = 0, type: ElementType? = nil
  ) throws(Fault) -> NDArray {
    if arrays.count == 0 { throw Fault(.valueError, "need at least one array to concatenate") }
    guard let axis else {
      let flat = try mapped(arrays) { (array) throws(Fault) in try array.raveled() }
      return try concatenate(flat, axis: 0, type: type)
    }
    let rank = arrays[0].value.rank
    if rank == 0 { throw Fault(.valueError, "zero-dimensional arrays cannot be concatenated") }
    let place = try Axes.normalized(axis, rank: rank)
    let shape = try joinedShape(arrays, place)
    let type = type ?? commonType(arrays)
    let out = try Creation.empty(shape, type)
    var start = 0
    for number in 0..<arrays.count {
      let end = start &+ arrays[number].value.shape[place]
      try out.sliced(place, start, end).writeElements(of: arrays[number].value)
      start = end
    }
    return out
  }

  private static func joinedShape(_ arrays: borrowing List<Ref<NDArray>>, _ axis: Int) throws(Fault) -> Dimensions {
    var shape = arrays[0].value.shape
    for number in 1..<max(arrays.count, 1) {
      let other = arrays[number].value.shape
      if other.count != shape.count {
        throw Fault(
          .valueError,
          "all the input arrays must have same number of dimensions, but the array at index 0 has \(shape.count) "
            + "dimension(s) and the array at index \(number) has \(other.count) dimension(s)",
          operands: [arrays[0].value.shape.text, other.text])
      }
      for place in 0..<shape.count where place != axis && shape[place] != other[place] {
        throw Fault(
          .valueError,
          "all the input array dimensions except for the concatenation axis must match exactly, but along dimension "
            + "\(place), the array at index 0 has size \(shape[place]) and the array at index \(number) has size "
            + "\(other[place])", operands: [arrays[0].value.shape.text, other.text])
      }
      let (sum, overflow) = shape[axis].addingReportingOverflow(other[axis])
      if overflow { throw ArrayFaults.dimensionTooLarge }
      shape[axis] = sum
    }
    return shape
  }

  /// The arrays with a function applied to each.
  static func mapped(
    _ arrays: borrowing List<Ref<NDArray>>, _ body: (borrowing NDArray) throws(Fault) -> NDArray
  ) throws(Fault) -> List<Ref<NDArray>> {
    var result = List<Ref<NDArray>>(capacity: arrays.count)
    for number in 0..<arrays.count { result.append(Ref(try body(arrays[number].value))) }
    return result
  }

  /// NumPy's `stack`: joins along a new axis. Throws ValueError and AxisError.
  static func stack(_ arrays: borrowing List<Ref<NDArray>>, axis: Int = 0) throws(Fault) -> NDArray {
    if arrays.count == 0 { throw Fault(.valueError, "need at least one array to stack") }
    let shape = arrays[0].value.shape
    for number in 0..<arrays.count where arrays[number].value.shape != shape {
      throw Fault(
        .valueError, "all input arrays must have the same shape",
        operands: [shape.text, arrays[number].value.shape.text])
    }
    let place = try Axes.normalized(axis, rank: shape.count &+ 1)
    let wide = try mapped(arrays) { (array) throws(Fault) in try array.expandingDimensions(Dimensions(place)) }
    return try concatenate(wide, axis: place)
  }

  /// NumPy's `vstack`: rows below each other.
  static func vstack(_ arrays: borrowing List<Ref<NDArray>>) throws(Fault) -> NDArray {
    try concatenate(try mapped(arrays) { (array) throws(Fault) in try array.atLeast(dimensions: 2) }, axis: 0)
  }

  /// NumPy's `hstack`: side by side along the second axis, or the only one.
  static func hstack(_ arrays: borrowing List<Ref<NDArray>>) throws(Fault) -> NDArray {
    let wide = try mapped(arrays) { (array) throws(Fault) in try array.atLeast(dimensions: 1) }
    return try concatenate(wide, axis: wide.count > 0 && wide[0].value.rank > 1 ? 1 : 0)
  }

  /// NumPy's `dstack`: along the third axis.
  static func dstack(_ arrays: borrowing List<Ref<NDArray>>) throws(Fault) -> NDArray {
    try concatenate(try mapped(arrays) { (array) throws(Fault) in try array.atLeast(dimensions: 3) }, axis: 2)
  }

  /// NumPy's `column_stack`: one-axis arrays become columns.
  static func columnStack(_ arrays: borrowing List<Ref<NDArray>>) throws(Fault) -> NDArray {
    let columns = try mapped(arrays) { (array) throws(Fault) in
      array.rank < 2 ? try array.atLeast(dimensions: 2).transpose : array.view()
    }
    return try concatenate(columns, axis: 1)
  }

  /// NumPy's `meshgrid`: one grid an array, views that repeat where `sparse`, else copies.
  static func meshgrid(
    _ arrays: borrowing List<Ref<NDArray>>, matrixIndexing: Bool = false, sparse: Bool = false, copy: Bool = true
  ) throws(Fault) -> List<Ref<NDArray>> {
    let rank = arrays.count
    guard rank <= Dimensions.capacity else { throw Dimensions.tooMany(rank) }
    var shape = Dimensions(repeating: 1, count: rank)
    var result = List<Ref<NDArray>>(capacity: rank)
    let exchanged = !matrixIndexing && rank > 1
    for number in 0..<rank {
      let axis = exchanged && number < 2 ? 1 &- number : number
      let count = arrays[number].value.count
      shape[axis] = count
      let flat = try arrays[number].value.reshaped(Dimensions(repeating: 1, count: rank).replacing(axis, with: count))
      result.append(Ref(flat))
    }
    return try mapped(result) { (array) throws(Fault) in
      if sparse { return copy ? try array.copied() : array.view() }
      let grid = array.broadcastView(shape)
      try Creation.check(shape, itemSize: grid.itemSize)
      return copy ? try grid.copied() : grid
    }
  }
}
