import NNKernels

extension Builtin {
  /// Functions that put arrays together and take them apart.
  static let joining: [Builtin] = [
    .concatenate, .stack, .vstack, .hstack, .dstack, .columnStack, .append, .delete, .split, .arraySplit,
    .vsplit, .hsplit, .dsplit, .unstack, .block,
  ]

  static let concatenate = Builtin(
    "numpy.concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting='same_kind')",
    "The arrays one behind the other along an existing axis; flattened first where the axis is None.",
    example: "concatenate(([1, 2], [3.5]))  # array([1. , 2. , 3.5])"
  ) { (context, arguments) throws(Fault) in
    if !arguments[0].isSequence && arguments[0].asArray == nil {
      throw Fault(.typeError, "The first input argument needs to be a sequence")
    }
    let axis = try context.optionalInteger(arguments[1])
    let arrays = try context.arrays(arguments[0])
    try context.checkOneTarget(arguments[2], arguments[3])
    let type = try context.joinedType(arrays, arguments[3], arguments[4])
    return try context.deliver(try Joining.concatenate(arrays, axis: axis, type: type), to: arguments[2])
  }

  static let stack = Builtin(
    "numpy.stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')",
    "Arrays of the same shape side by side along a new axis.",
    example: "stack(([1, 2], [3, 4]))  # array([[1, 2], [3, 4]])"
  ) { (context, arguments) throws(Fault) in
    let axis = try context.integer(arguments[1])
    try context.checkOneTarget(arguments[2], arguments[3])
    let arrays = try context.arrays(arguments[0])
    let result = try Joining.stack(arrays, axis: axis)
    let type = try context.joinedType(arrays, arguments[3], arguments[4]) ?? result.type
    return try context.deliver(type == result.type ? result : try result.cast(to: type), to: arguments[2])
  }

  static let vstack = Builtin(
    "numpy.vstack(tup, *, dtype=None, casting='same_kind')", "Arrays below each other; one axis counts as a row.",
    example: "vstack(([1, 2], [3, 4]))  # array([[1, 2], [3, 4]])"
  ) { (context, arguments) throws(Fault) in
    let arrays = try context.arrays(arguments[0])
    return try context.joined(try Joining.vstack(arrays), try context.joinedType(arrays, arguments[1], arguments[2]))
  }

  static let hstack = Builtin(
    "numpy.hstack(tup, *, dtype=None, casting='same_kind')",
    "Arrays beside each other, along the second axis or the only one.",
    example: "hstack(([1, 2], [3, 4]))  # array([1, 2, 3, 4])"
  ) { (context, arguments) throws(Fault) in
    let arrays = try context.arrays(arguments[0])
    return try context.joined(try Joining.hstack(arrays), try context.joinedType(arrays, arguments[1], arguments[2]))
  }

  static let dstack = Builtin(
    "numpy.dstack(tup)", "Arrays behind each other along the third axis.",
    example: "dstack(([1, 2], [3, 4])).shape  # (1, 2, 2)"
  ) { (context, arguments) throws(Fault) in .view(try Joining.dstack(try context.arrays(arguments[0]))) }

  static let columnStack = Builtin(
    "numpy.column_stack(tup)", "Arrays beside each other; one axis counts as a column.",
    example: "column_stack(([1, 2], [3, 4]))  # array([[1, 3], [2, 4]])"
  ) { (context, arguments) throws(Fault) in .view(try Joining.columnStack(try context.arrays(arguments[0]))) }

  static let block = Builtin(
    "numpy.block(arrays)",
    "An array from nested lists of blocks: the innermost lists side by side, lists of lists below each other.",
    example: "block([[eye(1), zeros((1, 1))], [ones((1, 2))]])  # array([[1., 0.], [1., 1.]])"
  ) { (context, arguments) throws(Fault) in .view(try context.block(arguments[0])) }

  // MARK: Adding and removing

  static let append = Builtin(
    "numpy.append(arr, values, axis=None)",
    "A copy with values behind the last along an axis, or behind the flattened array.",
    example: "append([1, 2], [3, 4])  # array([1, 2, 3, 4])"
  ) { (context, arguments) throws(Fault) in
    let axis = try context.optionalInteger(arguments[2])
    var arrays = List<Ref<NDArray>>()
    arrays.append(Ref(try context.array(arguments, 0).value.view()))
    arrays.append(Ref(try context.array(arguments, 1).value.view()))
    return .view(try Joining.concatenate(arrays, axis: axis))
  }

  static let delete = Builtin(
    "numpy.delete(arr, obj, axis=None)",
    "A copy without the given indices along an axis, or of the flattened array.",
    example: "delete([1, 2, 3], 1)  # array([1, 3])"
  ) { (context, arguments) throws(Fault) in
    let axis = try context.optionalInteger(arguments[2])
    let source = try context.array(arguments, 0)
    let flat = try axis == nil ? source.value.raveled() : source.value.view()
    let place = try Axes.normalized(axis ?? 0, rank: flat.rank)
    let length = flat.shape[place]
    var stays = Array(repeating: true, count: length)
    for position in try context.positions(arguments[1], length) {
      guard position >= 0 && position < length else {
        throw Fault(.indexError, "index \(position) is out of bounds for axis \(place) with size \(length)")
      }
      stays[position] = false
    }
    let kept = stays.indices.filter { stays[$0] }
    let indices = Ref(try Creation.array(kept, shape: [kept.count]))
    return .view(try Rearranging.taken(flat, indices, axis: place))
  }

  // MARK: Splitting

  static let split = Builtin(
    "numpy.split(ary, indices_or_sections, axis=0)",
    "Views of equal parts along an axis, or of the parts between indices, as a list.",
    example: "split(arange(4), 2)  # [array([0, 1]), array([2, 3])]"
  ) { (context, arguments) throws(Fault) in
    try context.split(arguments, axis: try context.integer(arguments[2]), isEqual: true)
  }

  static let arraySplit = Builtin(
    "numpy.array_split(ary, indices_or_sections, axis=0)", "Like `split`; the parts may differ by one in length.",
    example: "array_split(arange(5), 2)  # [array([0, 1, 2]), array([3, 4])]"
  ) { (context, arguments) throws(Fault) in
    if try context.array(arguments, 0).value.rank == 0 { throw Fault(.indexError, "tuple index out of range") }
    return try context.split(arguments, axis: try context.integer(arguments[2]), isEqual: false)
  }

  static let vsplit = Builtin(
    "numpy.vsplit(ary, indices_or_sections)", "`split` along the first axis of a matrix.",
    example: "vsplit(eye(2), 2)  # [array([[1., 0.]]), array([[0., 1.]])]"
  ) { (context, arguments) throws(Fault) in
    if try context.array(arguments, 0).value.rank < 2 {
      throw Fault(.valueError, "vsplit only works on arrays of 2 or more dimensions")
    }
    return try context.split(arguments, axis: 0, isEqual: true)
  }

  static let hsplit = Builtin(
    "numpy.hsplit(ary, indices_or_sections)", "`split` along the second axis, or the only one.",
    example: "hsplit(arange(4), 2)  # [array([0, 1]), array([2, 3])]"
  ) { (context, arguments) throws(Fault) in
    let rank = try context.array(arguments, 0).value.rank
    if rank == 0 { throw Fault(.valueError, "hsplit only works on arrays of 1 or more dimensions") }
    return try context.split(arguments, axis: rank > 1 ? 1 : 0, isEqual: true)
  }

  static let dsplit = Builtin(
    "numpy.dsplit(ary, indices_or_sections)", "`split` along the third axis.",
    example: "dsplit(ones((1, 1, 2)), 2)  # [array([[[1.]]]), array([[[1.]]])]"
  ) { (context, arguments) throws(Fault) in
    if try context.array(arguments, 0).value.rank < 3 {
      throw Fault(.valueError, "dsplit only works on arrays of 3 or more dimensions")
    }
    return try context.split(arguments, axis: 2, isEqual: true)
  }

  static let unstack = Builtin(
    "numpy.unstack(x, /, *, axis=0)", "The parts of an array along an axis, without it, as a tuple of views.",
    example: "unstack(eye(2))  # (array([1., 0.]), array([0., 1.]))"
  ) { (context, arguments) throws(Fault) in
    let x = try context.array(arguments, 0)
    if x.value.rank == 0 { throw Fault(.valueError, "Input array must be at least 1-d.") }
    let axis = try Axes.normalized(try context.integer(arguments[1]), rank: x.value.rank)
    var items = ValueList()
    for index in 0..<x.value.shape[axis] { items.append(.view(x.value.dropping(axis, at: index))) }
    return .tuple(items)
  }
}

extension Context {
  /// TypeError where a result is wanted both in an array and of a dtype.
  fileprivate func checkOneTarget(_ out: borrowing Value, _ dtype: borrowing Value) throws(Fault) {
    guard !out.isNone && !dtype.isNone else { return }
    throw Fault(.typeError, "concatenate() only takes `out` or `dtype` as an argument, but both were provided.")
  }

  /// The wanted type of a joined array, with the length that texts need; nil where none is named. TypeError where the
  /// rule forbids the conversion.
  fileprivate func joinedType(
    _ arrays: borrowing List<Ref<NDArray>>, _ dtype: borrowing Value, _ casting: borrowing Value
  ) throws(Fault) -> ElementType? {
    guard var type = try optionalDType(dtype) else { return nil }
    if type == .text(0) || type == .bytes(0) {
      for number in 0..<arrays.count { type = Promotion.common(type, arrays[number].value.type) }
    }
    let rule = try self.casting(casting)
    for number in 0..<arrays.count { try rule.check(arrays[number].value.type, to: type) }
    return type
  }

  fileprivate func joined(_ result: consuming NDArray, _ type: ElementType?) throws(Fault) -> Value {
    guard let type, type != result.type else { return .view(result) }
    return .view(try result.cast(to: type))
  }

  fileprivate func split(_ arguments: Registers, axis: Int, isEqual: Bool) throws(Fault) -> Value {
    let a = try array(arguments, 0)
    guard let sections = try indexInteger(arguments[1]) else {
      return .arrays(try Splitting.split(a.value, at: try integers(arguments[1]), axis: axis), isTuple: false)
    }
    let parts =
      try isEqual
      ? Splitting.split(a.value, sections: sections, axis: axis)
      : Splitting.arraySplit(a.value, sections: sections, axis: axis)
    return .arrays(parts, isTuple: false)
  }

  /// Indices of `insert` and `delete`: integers, a slice or a mask, counted from the front. IndexError out of bounds.
  fileprivate func positions(_ value: borrowing Value, _ length: Int) throws(Fault) -> [Int] {
    if let (start, step, count) = try bounds(value, length) { return (0..<count).map { start &+ $0 &* step } }
    if let mask = value.asArray, mask.value.type == .bool {
      if mask.value.count != length {
        throw Fault(
          .valueError,
          "boolean array argument obj to delete must be one dimensional and match the axis length of \(length)")
      }
      return (0..<length).filter { mask.value.element($0).asBool }
    }
    var result: [Int] = []
    if value.isSequence {
      let given = try ArrayConversion.array(value, in: self)
      if given.type == .bool && given.rank == 1 { return try positions(.array(Ref(given)), length) }
    }
    if value.asFloat != nil || value.asArray.map({ $0.value.type.isInexact }) ?? false {
      throw Fault(.indexError, "arrays used as indices must be of integer (or boolean) type")
    }
    for index in try integers(value) {
      guard index >= 0 &- length && index <= length else {
        throw Fault(.indexError, "index \(index) is out of bounds for axis 0 with size \(length)")
      }
      result.append(index < 0 ? index &+ length : index)
    }
    return result
  }

  /// NumPy's `block` for up to two levels of lists, deeper ones along further axes from the right.
  fileprivate func block(_ value: borrowing Value) throws(Fault) -> NDArray {
    let depth = listDepth(value)
    let most = try blockRank(value, depth, [])
    if Swift.max(depth, most) > Dimensions.capacity { throw Dimensions.tooMany(Swift.max(depth, most)) }
    let result = try block(value, depth: depth, rank: Swift.max(depth, most), level: 0)
    return depth == 0 ? try result.copied() : result
  }

  private func listDepth(_ value: borrowing Value) -> Int {
    guard let list = value.asList, list.value.items.count > 0 else { return 0 }
    return 1 + listDepth(list.value.items[0])
  }

  /// The most axes that a block has. ValueError where lists are not nested alike, TypeError for a tuple.
  private func blockRank(_ value: borrowing Value, _ depth: Int, _ places: [Int]) throws(Fault) -> Int {
    let name = "arrays" + places.map { "[\($0)]" }.joined()
    if value.asTuple != nil {
      throw Fault(
        .typeError,
        "\(name) is a tuple. Only lists can be used to arrange blocks, and np.block does not allow implicit conversion "
          + "from tuple to ndarray.")
    }
    let isList = value.asList != nil
    if isList ? places.count >= depth && (value.asList?.value.items.count ?? 0) > 0 : places.count < depth {
      let found = places.count + (isList ? 1 : 0)
      throw Fault(
        .valueError,
        "List depths are mismatched. First element was at depth \(depth), but there is an element at depth \(found) "
          + "(\(name + (isList ? "[0]" : "")))")
    }
    guard let list = value.asList else { return try ArrayConversion.array(value, in: self).rank }
    if list.value.items.count == 0 { throw Fault(.valueError, "List at \(name) cannot be empty") }
    var most = 0
    for index in 0..<list.value.items.count {
      most = Swift.max(most, try blockRank(list.value.items[index], depth, places + [index]))
    }
    return most
  }

  private func block(_ value: borrowing Value, depth: Int, rank: Int, level: Int) throws(Fault) -> NDArray {
    guard let list = value.asList else {
      let array = try ArrayConversion.array(value, in: self)
      return array.rank < rank ? try array.expandingDimensions(Axes.all(rank - array.rank)) : array
    }
    if list.value.items.count == 0 { throw Fault(.valueError, "List at arrays cannot be empty") }
    var parts = List<Ref<NDArray>>()
    for index in 0..<list.value.items.count {
      parts.append(Ref(try block(list.value.items[index], depth: depth, rank: rank, level: level + 1)))
    }
    return try Joining.concatenate(parts, axis: level - depth)
  }
}

extension Joining {
  /// NumPy's `insert`: values before positions of one axis.
  static func inserted(
    _ x: borrowing NDArray, _ positions: [Int], _ values: borrowing NDArray, _ axis: Int, isSingle: Bool
  ) throws(Fault) -> NDArray {
    // One index takes all values, whose first axis then lies along the axis.
    let source =
      isSingle && values.rank == x.rank && values.rank > 0 ? values.view() : try aligned(values, x, axis, isSingle)
    let count = isSingle ? (source.rank == x.rank ? source.shape[axis] : 1) : positions.count
    let places = isSingle ? Array(repeating: positions.first ?? 0, count: count) : positions
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    let (total, overflow) = x.shape[axis].addingReportingOverflow(count)
    if overflow { throw ArrayFaults.dimensionTooLarge }
    let out = try Creation.empty(x.shape.replacing(axis, with: total), x.type)
    let fitted = source.broadcastable(to: x.shape.replacing(axis, with: count))
    guard let fitted else {
      throw Broadcasting.assignmentMismatch(values.shape, into: x.shape.replacing(axis, with: count))
    }
    var next = 0
    var target = 0
    for index in 0...x.shape[axis] {
      while next < order.count && places[order[next]] == index {
        try out.sliced(axis, target, target + 1).writeElements(
          of: fitted.value.sliced(axis, order[next], order[next] + 1))
        next += 1
        target += 1
      }
      if index < x.shape[axis] {
        try out.sliced(axis, target, target + 1).writeElements(of: x.sliced(axis, index, index + 1))
        target += 1
      }
    }
    return out
  }

  private static func aligned(
    _ values: borrowing NDArray, _ x: borrowing NDArray, _ axis: Int, _ isSingle: Bool
  ) throws(Fault) -> NDArray {
    if isSingle && x.rank > 1 && values.rank > 0 && values.rank < x.rank {
      return try values.expandingDimensions(Dimensions(axis))
    }
    return values.view()
  }
}

extension NDArray {
  /// A view repeated to a shape; nil where that does not fit.
  func broadcastable(to shape: Dimensions) -> Ref<NDArray>? {
    Broadcasting.fits(self.shape, into: shape) ? Ref(broadcastView(shape)) : nil
  }
}
