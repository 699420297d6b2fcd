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
    if RecordTypes.fields(try context.array(arguments, 0).value.type) != nil {
      return .view(try context.recordOrder(try context.array(arguments, 0).value, by: arguments[3]))
    }
    return .view(try Sorting.argsort(try context.array(arguments, 0).value.atLeast(dimensions: 1), axis: axis))
  }

  static let partition = Builtin(
    "numpy.partition(a, kth, axis=-1)",
    "A copy in which the kth element stands where sorting puts it, smaller ones before it (here: a sorted copy).",
    example: "partition([3, 1, 2], 1)  # array([1, 2, 3])"
  ) { (context, arguments) throws(Fault) in
    let axis = try context.optionalInteger(arguments[2])
    return .view(try Sorting.sorted(try context.array(arguments, 0).value, axis: axis))
  }

  static let unique = Builtin(
    "numpy.unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, "
      + "sorted=True)",
    "The sorted distinct elements; with flags a tuple of them, the indices of their first occurrences, the indices "
      + "that rebuild the array, and how often each occurs.",
    example: "unique([3, 1, 3], return_counts=True)  # (array([1, 3]), array([1, 2]))"
  ) { (context, arguments) throws(Fault) in
    var items = ValueList()
    if let axis = try context.optionalInteger(arguments[4]) {
      let parts = try UniqueParts(try context.array(arguments, 0).value, axis: axis)
      items.append(.view(try parts.values()))
      if try context.flag(arguments[1]) { items.append(.view(try parts.indices())) }
      if try context.flag(arguments[2]) { items.append(.view(try parts.inverse())) }
      if try context.flag(arguments[3]) { items.append(.view(try parts.counts())) }
      return items.count == 1 ? items[0].copy() : .tuple(items)
    }
    let result = try Uniqueness(try context.array(arguments, 0).value)
    items.append(.array(result.values.copy()))
    if try context.flag(arguments[1]) { items.append(.array(result.indices.copy())) }
    if try context.flag(arguments[2]) { items.append(.array(result.inverse.copy())) }
    if try context.flag(arguments[3]) { items.append(.array(result.counts.copy())) }
    return items.count == 1 ? .array(result.values.copy()) : .tuple(items)
  }

  static let searchsorted = Builtin(
    "numpy.searchsorted(a, v, side='left', sorter=None)",
    "Where values would be inserted in a sorted array to keep it so: before equal elements, or after them for 'right'.",
    example: "searchsorted([1, 2, 3], [2, 5])  # array([1, 3])", methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    let side = try context.optionalText(arguments[2], "side") ?? "left"
    if side != "left" && side != "right" {
      throw Fault(.valueError, "search side must be 'left' or 'right' (got '\(side)')")
    }
    let a = try context.array(arguments, 0)
    let values = try context.array(arguments, 1)
    if arguments[3].isNone {
      return .result(try Sorting.searchsorted(a.value, values.value, right: side == "right"))
    }
    let sorter = try context.array(arguments, 3).owned()
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
    return .array(try Uniqueness(try Joining.concatenate(both)).values.copy())
  }

  static let setdiff1d = Builtin(
    "numpy.setdiff1d(ar1, ar2, assume_unique=False)",
    "The sorted distinct elements of the first that are not in the second.",
    example: "setdiff1d([3, 1, 2], [2])  # array([1, 3])"
  ) { (context, arguments) throws(Fault) in
    let distinct = try Uniqueness(try context.array(arguments, 0).value)
    let mask = try Sorting.contained(distinct.values.value, in: try context.array(arguments, 1).value)
    return .view(try Masks.read(distinct.values.value, try Ufunc.logicalNot.unary(mask)))
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
