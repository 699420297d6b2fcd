import NNKernels

/// Copies with the elements elsewhere: `repeat`, `tile`, `roll`, `take`, triangles and diagonals.
enum Rearranging {
  /// NumPy's `repeat`: each element (along an axis, or of the flattened array) as often as `counts` says, which has
  /// one number or one an element. Throws ValueError.
  static func repeated(_ x: borrowing NDArray, _ counts: [Int], axis: Int? = nil) throws(Fault) -> NDArray {
    guard let axis else { return try repeated(try x.raveled(), counts, axis: 0) }
    let place = try Axes.normalized(axis, rank: x.rank)
    let length = x.shape[place]
    if counts.contains(where: { $0 < 0 }) {
      throw Fault(
        .valueError,
        counts.count == 1 ? "negative dimensions are not allowed" : "repeats may not contain negative values.")
    }
    if counts.count != 1 && counts.count != length {
      throw Fault(
        .valueError, "operands could not be broadcast together with shape (\(length),) (\(counts.count),)")
    }
    var total = 0
    for index in 0..<length {
      let (sum, overflow) = total.addingReportingOverflow(counts.count == 1 ? counts[0] : counts[index])
      if overflow { throw ArrayFaults.dimensionTooLarge }
      total = sum
    }
    let places = Ref(try Creation.empty(Dimensions(total), .int64))
    var target = places.value.mutableData
    for index in 0..<length {
      for _ in 0..<(counts.count == 1 ? counts[0] : counts[index]) {
        target.store(index)
        target = target.advanced(by: 8)
      }
    }
    return try taken(x, places, axis: place)
  }

  /// NumPy's `tile`: the whole array repeated along each axis. Throws ValueError.
  static func tiled(_ x: borrowing NDArray, _ repetitions: Dimensions) throws(Fault) -> NDArray {
    let rank = max(x.rank, repetitions.count)
    var shape = Dimensions()
    var source = Dimensions()
    var target = Dimensions()
    for axis in 0..<rank {
      let own = axis &- (rank &- x.rank)
      let extent = own >= 0 ? x.shape[own] : 1
      let number = axis &- (rank &- repetitions.count)
      let count = number >= 0 ? repetitions[number] : 1
      if count < 0 { throw Fault(.valueError, "negative dimensions are not allowed") }
      let (product, overflow) = extent.multipliedReportingOverflow(by: count)
      if overflow { throw ArrayFaults.dimensionTooLarge }
      shape.append(product)
      source.append(extent)
      target.append(count)
    }
    let out = try Creation.empty(shape, x.type)
    let wide = try x.reshaped(source)
    try Lanes.forEach(target, blockStrides(out.strides, source)) { (offset) throws(Fault) in
      try out.view(offset: offset, shape: source, strides: out.strides).writeElements(of: wide)
    }
    return out
  }

  private static func blockStrides(_ strides: Dimensions, _ block: Dimensions) -> Dimensions {
    var result = strides
    for axis in 0..<strides.count { result[axis] = strides[axis] &* block[axis] }
    return result
  }

  /// NumPy's `roll`: shifts along axes (or the flattened array), what leaves at one end enters at the other. One shift
  /// may stand for all axes. Throws AxisError and ValueError.
  static func rolled(_ x: borrowing NDArray, _ shifts: [Int], axes: [Int]? = nil) throws(Fault) -> NDArray {
    guard let axes else {
      return try rolled(try x.raveled(), shifts, axes: [0]).reshaped(x.shape)
    }
    var offsets = Dimensions(repeating: 0, count: x.rank)
    let count = max(shifts.count, axes.count)
    if shifts.isEmpty || axes.isEmpty { return try x.copied(order: .keep) }
    if (shifts.count != count && shifts.count != 1) || (axes.count != count && axes.count != 1) {
      throw Fault(
        .valueError,
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
          + "(\(shifts.count),) and arg 1 with shape (\(axes.count),).")
    }
    for number in 0..<count {
      let axis = try Axes.normalized(axes[axes.count == 1 ? 0 : number], rank: x.rank)
      let length = max(x.shape[axis], 1)
      offsets[axis] = (offsets[axis] &+ modulo(shifts[shifts.count == 1 ? 0 : number], length)) % length
    }
    let out = try x.emptyLike(x.type)
    try copyRolled(x, out, offsets, axis: 0)
    return out
  }

  private static func modulo(_ value: Int, _ length: Int) -> Int {
    let rest = value % length
    return rest < 0 ? rest &+ length : rest
  }

  private static func copyRolled(_ x: borrowing NDArray, _ out: borrowing NDArray, _ offsets: Dimensions, axis: Int)
    throws(Fault)
  {
    if axis == x.rank { return try out.writeElements(of: x) }
    let length = x.shape[axis]
    let offset = offsets[axis]
    try copyRolled(
      x.sliced(axis, 0, length &- offset), out.sliced(axis, offset, length), offsets, axis: axis &+ 1)
    if offset > 0 {
      try copyRolled(
        x.sliced(axis, length &- offset, length), out.sliced(axis, 0, offset), offsets, axis: axis &+ 1)
    }
  }

  /// NumPy's `take`: the elements at indices along an axis, or of the flattened array. Throws IndexError.
  static func taken(_ x: borrowing NDArray, _ indices: borrowing Ref<NDArray>, axis: Int? = nil) throws(Fault)
    -> NDArray
  {
    guard let axis else { return try taken(try x.raveled(), indices, axis: 0) }
    let place = try Axes.normalized(axis, rank: x.rank)
    try Casting.safe.check(indices.value.type, to: .int64)
    if x.count == 0, let nothing = try takenFromNothing(x, indices.value, place) { return nothing }
    var subscripts = List<Index>()
    for _ in 0..<place { subscripts.append(.slice(Slice())) }
    // A mask is no mask here: its values are the indices.
    subscripts.append(.array(Ref(try indices.value.cast(to: .int64))))
    switch try x.subscripted(subscripts) {
    case .element(let element): return try Creation.scalar(element)
    case .array(let result): return result.isContiguous ? result : try result.copied()
    }
  }

  /// What an array without elements gives where no index is looked at; nil where they are.
  private static func takenFromNothing(
    _ x: borrowing NDArray, _ indices: borrowing NDArray, _ place: Int
  ) throws(Fault) -> NDArray? {
    var (outer, others) = (1, 1)
    for axis in 0..<x.rank where axis != place {
      others &*= x.shape[axis]
      if axis < place { outer &*= x.shape[axis] }
    }
    if x.shape[place] == 0 && others > 0 && indices.count > 0 {
      throw Fault(.indexError, "cannot do a non-empty take from an empty axes.")
    }
    if outer > 0 { return nil }
    var shape = x.shape.removing(place)
    for axis in 0..<indices.rank { try shape.insertChecked(indices.shape[axis], at: place &+ axis) }
    return try Creation.empty(shape, x.type)
  }

  /// NumPy's `diag`: a matrix with a diagonal, or the diagonal of a matrix. Throws ValueError.
  static func diag(_ x: borrowing NDArray, offset: Int = 0) throws(Fault) -> NDArray {
    if x.rank == 2 { return try x.diagonal(offset: offset) }
    guard x.rank == 1 else { throw Fault(.valueError, "Input must be 1- or 2-d.") }
    let (size, overflow) = x.count.addingReportingOverflow(Int(clamping: offset.magnitude))
    if overflow { throw ArrayFaults.dimensionTooLarge }
    let out = try Creation.zeros(Dimensions(size, size), x.type)
    var target = try out.diagonal(offset: offset)
    target.isWriteable = true
    try target.assign(x)
    return out
  }

  /// NumPy's `tril` (or `triu`): zeros above (below) the diagonal `offset` of the last two axes.
  static func triangle(_ x: borrowing NDArray, lower: Bool, offset: Int = 0) throws(Fault) -> NDArray {
    if x.rank == 0 { throw Fault(.typeError, "tri() missing 1 required positional argument: 'N'") }
    let columns = x.shape[x.rank &- 1]
    let rows = x.rank > 1 ? x.shape[x.rank &- 2] : columns
    let shift = lower ? offset : (offset == Int.min ? offset : offset &- 1)
    let mask = try Creation.tri(rows, columns, offset: shift, type: .bool)
    let zero = try Creation.zeros([], x.type)
    return lower ? try Selection.select(mask, x, zero) : try Selection.select(mask, zero, x)
  }

  /// The sum of a diagonal. Throws ValueError.
  static func trace(_ x: borrowing NDArray, offset: Int = 0, _ first: Int = 0, _ second: Int = 1) throws(Fault)
    -> NDArray
  {
    try Reduction.sum.reduce(try x.diagonal(offset: offset, first, second), axes: [-1])
  }

  /// NumPy's `diff`: differences of neighbours along an axis, `order` times. Throws ValueError and AxisError.
  static func differences(_ x: borrowing NDArray, order: Int = 1, axis: Int = -1) throws(Fault) -> NDArray {
    if order == 0 { return x.view() }
    if order < 0 { throw Fault(.valueError, "order must be non-negative but got \(order)") }
    if x.rank == 0 { throw Fault(.valueError, "diff requires input that is at least one dimensional") }
    let place = try Axes.normalized(axis, rank: x.rank)
    let function = x.type == .bool ? Ufunc.notEqual : Ufunc.subtract
    var result = x.view()
    for _ in 0..<order {
      let length = result.shape[place]
      result = try function.binary(
        result.sliced(place, min(1, length), length), result.sliced(place, 0, max(length &- 1, 0)))
      if length == 0 { break }
    }
    return result
  }
}
