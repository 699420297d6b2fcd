import NNKernels

extension Builtin {
  /// Sorting, searching, and what works on sorted elements.
  static let sortings: [Builtin] = [
    .sort, .argsort, .partition, .unique, .searchsorted, .isin, .in1d, .union1d, .setdiff1d,
  ]

  static let sort = Builtin(
    "numpy.sort(a, axis=-1, kind=None, order=None, *, stable=None)",
    "A sorted copy along an axis, of the flattened array for None; nan stand last.",
    example: "sort([3, 1, 2])  # array([1, 2, 3])"
  ) { (context, arguments) throws(Fault) in
    let axis = try context.optionalInteger(arguments[1])
    try context.checkSortKind(arguments[2], isStable: arguments[4])
    if RecordTypes.fields(try context.array(arguments, 0).value.type) != nil {
      let order = try context.recordOrder(try context.array(arguments, 0).value, by: arguments[3])
      return .view(try Rearranging.taken(try context.array(arguments, 0).value, Ref(order)))
    }
    return .view(try Sorting.sorted(try context.array(arguments, 0).value, axis: axis))
  }

  static let argsort = Builtin(
    "numpy.argsort(a, axis=-1, kind=None, order=None, *, stable=None)",
    "The indices that sort along an axis; equal elements keep their order.",
    example: "argsort([3, 1, 2])  # array([1, 2, 0])",
    methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    let axis = try context.optionalInteger(arguments[1])
    try context.checkSortKind(arguments[2], isStable: arguments[4])
    if RecordTypes.fields(try context.array(arguments, 0).value.type) != nil {
      return .view(try context.recordOrder(try context.array(arguments, 0).value, by: arguments[3]))
    }
    return .view(try Sorting.argsort(try context.array(arguments, 0).value.atLeast(dimensions: 1), axis: axis))
  }

  static let partition = Builtin(
    "numpy.partition(a, kth, axis=-1, kind='introselect', order=None)",
    "A copy in which the kth element stands where sorting puts it, smaller ones before it (here: a sorted copy).",
    example: "partition([3, 1, 2], 1)  # array([1, 2, 3])"
  ) { (context, arguments) throws(Fault) in
    let axis = try context.optionalInteger(arguments[2])
    let a = try context.array(arguments, 0)
    try context.checkPartition(arguments[1], of: a.value, axis, kind: arguments[3])
    if RecordTypes.fields(a.value.type) != nil {
      return .view(try Rearranging.taken(a.value, Ref(try context.recordOrder(a.value, by: arguments[4]))))
    }
    return .view(try Sorting.sorted(a.value, axis: axis))
  }

  static let unique = Builtin(
    "numpy.unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, "
      + "sorted=True)",
    "The sorted distinct elements; with flags a tuple of them, the indices of their first occurrences, the indices "
      + "that rebuild the array, and how often each occurs.",
    example: "unique([3, 1, 3], return_counts=True)  # (array([1, 3]), array([1, 2]))"
  ) { (context, arguments) throws(Fault) in
    var items = ValueList()
    let isOneNaN = try context.flag(arguments[5])
    if arguments[4].asFloat != nil { throw Fault(.typeError, "integer argument expected, got float") }
    // One axis, named or not, is the same.
    let isFlat = try context.array(arguments, 0).value.rank == 1 && (-1...0 ~= (arguments[4].asInt ?? 1))
    if !isFlat, let axis = try context.optionalInteger(arguments[4]) {
      if try context.array(arguments, 0).value.type == .object {
        throw Fault(.typeError, "The axis argument to unique is not supported for dtype object")
      }
      _ = try Axes.normalized(axis, rank: try context.array(arguments, 0).value.rank)
      return try context.callLibrary("_numpy.positions", "_unique_parts", arguments, 5)
    }
    if let array = arguments[0].asArray, case .record = array.value.type {
      return try context.callLibrary("_numpy.record_arrays", "_unique_records", arguments, 4)
    }
    let hasIndices = try context.flag(arguments[1])
    let hasInverse = try context.flag(arguments[2])
    let hasCounts = try context.flag(arguments[3])
    if !hasIndices && !hasInverse && !hasCounts {
      return .array(try Uniqueness.distinct(try context.array(arguments, 0).value, isOneNaN: isOneNaN))
    }
    let result = try Uniqueness(
      try context.array(arguments, 0).value, isOneNaN: isOneNaN, hasOrder: hasIndices || hasInverse)
    items.append(.array(result.values.copy()))
    if hasIndices { items.append(.array(result.indices.copy())) }
    if hasInverse { items.append(.array(result.inverse.copy())) }
    if hasCounts { items.append(.array(result.counts.copy())) }
    return items.count == 1 ? .array(result.values.copy()) : .tuple(items)
  }

  static let searchsorted = Builtin(
    "numpy.searchsorted(a, v, side='left', sorter=None)",
    "Where values would be inserted in a sorted array to keep it so: before equal elements, or after them for 'right'.",
    example: "searchsorted([1, 2, 3], [2, 5])  # array([1, 3])", methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    let side = try context.optionalText(arguments[2], "side") ?? "left"
    if side == "l" || side == "r" { throw Fault(.valueError, "search side must be one of 'left' or 'right'") }
    if side != "left" && side != "right" {
      throw Fault(.valueError, "search side must be 'left' or 'right' (got '\(side)')")
    }
    let a = try context.array(arguments, 0)
    let values = try context.array(arguments, 1)
    if arguments[3].isNone {
      return .result(try Sorting.searchsorted(a.value, values.value, right: side == "right"))
    }
    let sorter = try context.array(arguments, 3).owned()
    if !sorter.value.type.isInteger { throw Fault(.typeError, "sorter must only contain integers") }
    if sorter.value.count != a.value.count { throw Fault(.valueError, "sorter.size must equal a.size") }
    return .result(
      try Sorting.searchsorted(try Rearranging.taken(a.value, sorter), values.value, right: side == "right"))
  }

  // MARK: Sets

  static let isin = Builtin(
    "numpy.isin(element, test_elements, assume_unique=False, invert=False, *, kind=None)",
    "Whether each element is among the test elements.",
    example: "isin([1, 2, 3], [2, 5])  # array([False,  True, False])"
  ) { (context, arguments) throws(Fault) in
    let (element, tests) = (try context.array(arguments, 0), try context.array(arguments, 1))
    if let kind = try context.optionalText(arguments[4], "kind"), kind != "sort" && kind != "table" {
      throw Fault(.valueError, "Invalid kind: '\(kind)'. Please use None, 'sort' or 'table'.")
    }
    if element.value.type.isRecord && tests.value.type.isRecord {
      return try context.callLibrary("_numpy.positions", "_is_any", arguments, 4)
    }
    if element.value.type == .object || tests.value.type == .object {
      return try context.callLibrary("_numpy.positions", "_is_any", arguments, 4)
    }
    let result = try Sorting.contained(element.value, in: tests.value)
    return .view(try context.flag(arguments[3]) ? try Ufunc.logicalNot.unary(result) : result)
  }

  static let in1d = Builtin(
    "numpy.in1d(ar1, ar2, assume_unique=False, invert=False)", "Like `isin`, of the flattened array.",
    example: "isin([1, 2, 3], [2, 5])  # array([False,  True, False])"
  ) { (context, arguments) throws(Fault) in
    let result = try Sorting.contained(
      try context.array(arguments, 0).value.raveled(), in: try context.array(arguments, 1).value)
    return .result(try context.flag(arguments[3]) ? try Ufunc.logicalNot.unary(result) : result)
  }

  static let union1d = Builtin(
    "numpy.union1d(ar1, ar2)", "The sorted distinct elements of both.",
    example: "union1d([3, 1], [2, 3])  # array([1, 2, 3])"
  ) { (context, arguments) throws(Fault) in
    var both = List<Ref<NDArray>>()
    both.append(Ref(try context.array(arguments, 0).value.raveled()))
    both.append(Ref(try context.array(arguments, 1).value.raveled()))
    return .array(try Uniqueness.distinct(try Joining.concatenate(both)))
  }

  static let setdiff1d = Builtin(
    "numpy.setdiff1d(ar1, ar2, assume_unique=False)",
    "The sorted distinct elements of the first that are not in the second.",
    example: "setdiff1d([3, 1, 2], [2])  # array([1, 3])"
  ) { (context, arguments) throws(Fault) in
    if try context.flag(arguments[2]) {
      let flat = try context.array(arguments, 0).value.raveled()
      let mask = try Sorting.contained(flat, in: try context.array(arguments, 1).value)
      return .view(try Masks.read(flat, try Ufunc.logicalNot.unary(mask)))
    }
    let distinct = try Uniqueness.distinct(try context.array(arguments, 0).value)
    let mask = try Sorting.contained(distinct.value, in: try context.array(arguments, 1).value)
    return .view(try Masks.read(distinct.value, try Ufunc.logicalNot.unary(mask)))
  }

}

extension Context {
  /// Whether a kind of sorting is one of NumPy's. ValueError where it is none.
  func checkSortKind(_ kind: borrowing Value, isStable: borrowing Value) throws(Fault) {
    if kind.isNone { return }
    if !isStable.isNone && !isStable.isUnbound {
      throw Fault(
        .valueError,
        "`kind` and keyword parameters can't be provided at the same time. Use only one of them.")
    }
    let name = try optionalText(kind, "kind") ?? ""
    switch name.first {
    case "q", "Q", "h", "H", "s", "S", "m", "M": return
    default: throw Fault(.valueError, "sort kind must be one of 'quick', 'heap', or 'stable' (got '\(name)')")
    }
  }

  /// Whether the places that a partition is to have lie on the axis. ValueError and TypeError where they do not.
  func checkPartition(
    _ places: borrowing Value, of a: borrowing NDArray, _ axis: Int?, kind: borrowing Value
  ) throws(Fault) {
    let name = try optionalText(kind, "kind") ?? "introselect"
    if name != "introselect" { throw Fault(.valueError, "select kind must be 'introselect' (got '\(name)')") }
    let kth = try ArrayConversion.array(places, in: self)
    if kth.type == .bool { throw Fault(.valueError, "Booleans unacceptable as partition index") }
    if kth.count > 0 && !kth.type.isInteger { throw Fault(.typeError, "Partition index must be integer") }
    if a.count == 0 { return }
    let length = try axis == nil ? a.count : (a.rank == 0 ? 1 : a.shape[Axes.normalized(axis ?? 0, rank: a.rank)])
    for number in 0..<kth.count {
      let place = kth.element(number).asInt
      let index = place < 0 ? place &+ length : place
      if index < 0 || index >= length {
        throw Fault(.valueError, "kth(=\(index)) out of bounds (\(length))")
      }
    }
  }
}

extension Sorting {
  /// Whether each element of an array is in another one.
  static func contained(_ x: borrowing NDArray, in set: borrowing NDArray) throws(Fault) -> NDArray {
    if set.count == 0 { return try Creation.zeros(x.shape, .bool) }
    let type = Promotion.common(x.type, set.type)
    let sorted = try sorted(try set.cast(to: type), axis: nil)
    let values = try x.cast(to: type)
    let places = try searchsorted(sorted, values)
    let last = try Creation.scalar(NumPyScalar(sorted.count &- 1))
    let found = try Rearranging.taken(sorted, Ref(try Ufunc.minimum.binary(places, last)))
    return try Ufunc.equal.binary(found, values)
  }
}
