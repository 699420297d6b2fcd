import NNKernels

/// Boolean arrays as indices.
enum Masks {
  /// The indices of the elements that are not zero in C order: one array an axis.
  static func nonzero(_ x: borrowing NDArray) throws(Fault) -> List<Ref<NDArray>> {
    if x.type != .bool || !x.isContiguous { return try nonzero(try x.cast(to: .bool, order: .c)) }
    let mask = x.data
    let count = ArrayKernels.countTrue(mask, count: x.count)
    var result = List<Ref<NDArray>>(capacity: x.rank)
    var targets: [DataPointer] = []
    for axis in 0..<x.rank {
      result.append(Ref(try Creation.empty(Dimensions(count), .int64)))
      targets.append(result[axis].value.mutableData)
    }
    write(mask, x.shape, targets)
    return result
  }

  /// Writes the indices of the set bytes of a contiguous mask.
  private static func write(_ mask: DataPointer, _ shape: Dimensions, _ targets: [DataPointer]) {
    let columns = shape.count > 0 ? shape[shape.count &- 1] : 1
    let last = shape.count &- 1
    var outer = shape
    outer.truncate(to: max(last, 0))
    var position = Dimensions(repeating: 0, count: outer.count)
    var place = 0
    var start = 0
    let end = shape.product
    while start < end {
      for column in 0..<columns where mask.load(UInt8.self, at: start &+ column) != 0 {
        for axis in 0..<outer.count { targets[axis].store(position[axis], at: place) }
        if last >= 0 { targets[last].store(column, at: place) }
        place &+= 8
      }
      start &+= columns
      var axis = outer.count &- 1
      while axis >= 0 {
        position[axis] &+= 1
        if position[axis] < outer[axis] { break }
        position[axis] = 0
        axis &-= 1
      }
    }
  }

  /// The elements where a mask of the same shape is true, along one axis.
  static func read(_ x: borrowing NDArray, _ mask: borrowing NDArray) throws(Fault) -> NDArray {
    if !mask.isContiguous { return try read(x, try mask.copied()) }
    if !x.isContiguous { return try read(try x.copied(), mask) }
    let count = ArrayKernels.countTrue(mask.data, count: mask.count)
    let out = try Creation.empty(Dimensions(count), x.type)
    ArrayKernels.compress(x.itemSize, from: x.data, mask: mask.data, count: x.count, out: out.mutableData)
    return out
  }

  static func tooDeep(_ rank: Int) -> Fault {
    Fault(
      .typeError,
      "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has \(rank) dimensions")
  }

  /// Assigns to the elements of a contiguous array where a contiguous mask of the same shape is true: one value to
  /// all, or as many as there are. Throws ValueError in NumPy's words.
  static func write(_ x: borrowing NDArray, _ mask: borrowing NDArray, _ value: borrowing NDArray) throws(Fault) {
    if value.rank > 1 { throw tooDeep(value.rank) }
    let count = ArrayKernels.countTrue(mask.data, count: mask.count)
    if value.count != 1 && value.count != count {
      throw Fault(
        .valueError,
        "NumPy boolean array indexing assignment cannot assign \(value.count) input values to the \(count) output "
          + "values where the mask is true")
    }
    let values = try value.cast(to: x.type, order: .c)
    if mask.sharesStorage(with: x) { return try assign(x, try mask.copied(), values) }
    try assign(x, mask, values)
  }

  private static func assign(
    _ x: borrowing NDArray, _ mask: borrowing NDArray, _ values: borrowing NDArray
  ) throws(Fault) {
    let size = x.itemSize
    if values.count == 1 && (size == 8 || size == 16) {
      return ArrayKernels.maskedAssign(
        size, to: x.mutableData, mask: mask.data, count: x.count, values: values.data, stride: 0)
    }
    if values.count == 1 {
      // One value: choosing between it and what is there needs no branches.
      let flat = Dimensions(x.count)
      var nest = LoopNest(flat, Dimensions(size), Dimensions(1), Dimensions(0), Dimensions(size))
      return try nest.select(size, out: x.mutableData, mask: mask.data, x: values.data, y: x.mutableData)
    }
    ArrayKernels.maskedAssign(
      size, to: x.mutableData, mask: mask.data, count: x.count, values: values.data, stride: size)
  }

  /// Throws IndexError where a mask does not match the axes from `axis` on.
  static func check(_ mask: borrowing NDArray, at axis: Int, of array: borrowing NDArray) throws(Fault) {
    // NumPy looks at the extents that are not 0.
    for place in 0..<mask.rank where mask.shape[place] != 0 && mask.shape[place] != array.shape[axis &+ place] {
      throw IndexFaults.maskMismatch(
        axis: axis &+ place, size: array.shape[axis &+ place], mask: mask.shape[place])
    }
  }
}
