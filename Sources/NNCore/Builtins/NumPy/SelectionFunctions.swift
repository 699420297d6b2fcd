import NNKernels

extension Builtin {
  /// Functions that choose elements.
  static let selections: [Builtin] = [
    .whereFunction, .nonzero, .argwhere, .flatnonzero, .clip, .take, .takeAlongAxis, .putAlongAxis, .compress, .extract,
    .choose, .select, .trilIndices, .triuIndices,
  ]

  static let whereFunction = Builtin(
    "numpy.where(condition, x=<no value>, y=<no value>, /)",
    "x where the condition is true, else y (shapes broadcast); with the condition alone, the indices of its true "
      + "elements, as `nonzero`.", example: "where([True, False], 1, [8, 9])  # array([1, 9])"
  ) { (context, arguments) throws(Fault) in
    let condition = try context.array(arguments, 0)
    if arguments[1].isUnbound && arguments[2].isUnbound {
      return .arrays(try Selection.nonzero(condition.value), isTuple: true)
    }
    if arguments[1].isUnbound || arguments[2].isUnbound {
      throw Fault(.valueError, "either both or neither of x and y should be given")
    }
    let (first, second) = (try context.elementPromotion(arguments, 1), try context.elementPromotion(arguments, 2))
    try first.checkBesideText(second)
    let type = Promotion.result(first, second)
    let x = try context.array(arguments, 1)
    let y = try context.array(arguments, 2)
    return .view(try Selection.select(condition.value, x.value, y.value, type: type))
  }

  static let nonzero = Builtin(
    "numpy.nonzero(a)", "The indices of the elements that are not zero: a tuple of one array for each axis.",
    example: "nonzero([3, 0, 5])  # (array([0, 2]),)", methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    .arrays(try Selection.nonzero(try context.array(arguments, 0).value), isTuple: true)
  }

  static let argwhere = Builtin(
    "numpy.argwhere(a)", "The indices of the elements that are not zero, one row for each.",
    example: "argwhere([[3, 0], [0, 5]])  # array([[0, 0], [1, 1]])"
  ) { (context, arguments) throws(Fault) in .view(try Selection.argwhere(try context.array(arguments, 0).value)) }

  static let flatnonzero = Builtin(
    "numpy.flatnonzero(a)", "The indices of the elements of the flattened array that are not zero.",
    example: "flatnonzero([3, 0, 5])  # array([0, 2])"
  ) { (context, arguments) throws(Fault) in
    .array(try Selection.nonzero(try context.array(arguments, 0).value.raveled())[0].copy())
  }

  static let clip = Builtin(
    "numpy.clip(a, a_min=<no value>, a_max=<no value>, out=None, *, min=<no value>, max=<no value>, casting=<no value>, "
      + "dtype=<no value>, where=<no value>)",
    "The elements not below a_min and not above a_max, each of which may be None.",
    example: "clip([1, 5, 9], 2, 8)  # array([2, 5, 8])", methodOf: ["ndarray", "generic"]
  ) { (context, arguments) throws(Fault) in
    var arguments = arguments
    if !(arguments[1].isUnbound && arguments[2].isUnbound) && !(arguments[4].isUnbound && arguments[5].isUnbound) {
      throw Fault(
        .valueError,
        "Passing `min` or `max` keyword argument when `a_min` and `a_max` are provided is forbidden.")
    }
    if arguments.isGiven(6) || arguments.isGiven(7) || arguments.isGiven(8) {
      return try context.callLibrary("_numpy.applying", "_clip", arguments, 9)
    }
    let places = (low: arguments[4].isUnbound ? 1 : 4, high: arguments[5].isUnbound ? 2 : 5)
    let low = try context.bound(arguments, places.low)
    let high = try context.bound(arguments, places.high)
    guard let a = try context.operand(arguments.take(0)) else {
      throw Fault(.typeError, "clip() takes numbers and arrays of numbers")
    }
    let result = try Comparing.clip(a, low: low, high: high)
    return try context.deliver(result.value.adopted(), to: arguments[3], of: "clip")
  }

  // MARK: By index

  static let take = Builtin(
    "numpy.take(a, indices, axis=None, out=None, mode='raise')",
    "The elements at indices along an axis, or of the flattened array.",
    example: "take([4, 5, 6], [2, 0])  # array([6, 4])",
    methodOf: ["ndarray", "generic"]
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let axis = try context.optionalInteger(arguments[2])
    let mode = try context.optionalText(arguments[4], "mode") ?? "raise"
    let indices = try context.indexArray(arguments, 1)
    let extent = axis == nil ? a.value.count : a.value.shape[try Axes.normalized(axis ?? 0, rank: a.value.rank)]
    if extent == 0 && indices.value.count > 0 && (axis == nil || a.value.rank == 1) {
      throw Fault(.indexError, "cannot do a non-empty take from an empty axes.")
    }
    if mode == "raise" {
      return try context.deliver(try Rearranging.taken(a.value, indices, axis: axis), to: arguments[3])
    }
    let fitted = try Selection.fitted(indices.value, extent, mode)
    return try context.deliver(try Rearranging.taken(a.value, fitted, axis: axis), to: arguments[3])
  }

  static let takeAlongAxis = Builtin(
    "numpy.take_along_axis(arr, indices, axis=-1)",
    "The elements at an array of indices along an axis, matched along the others: what undoes `argsort` and `argmax`.",
    example: "take_along_axis(array([[30, 10, 20]]), array([[1, 2, 0]]), axis=1)  # array([[10, 20, 30]])"
  ) { (context, arguments) throws(Fault) in
    if arguments[2].isNone {
      return try context.callLibrary("_numpy.positions", "_take_along_flat", arguments, 2)
    }
    let a = try context.array(arguments, 0)
    if a.value.rank == 0 {
      _ = try Axes.normalized(try context.integer(arguments[2]), rank: 0)
    }
    let subscripts = try context.alongAxis(arguments, 2)
    switch try a.value.subscripted(subscripts) {
    case .element(let element): return .scalar(element)
    case .array(let result): return .view(result)
    }
  }

  static let putAlongAxis = Builtin(
    "numpy.put_along_axis(arr, indices, values, axis)",
    "Writes values to an array of indices along an axis, matched along the others, in place.",
    example: "put_along_axis(array([[3, 1]]), array([[0]]), 9, axis=1)  # None"
  ) { (context, arguments) throws(Fault) in
    if arguments[3].isNone {
      return try context.callLibrary("_numpy.positions", "_put_along_flat", arguments, 3)
    }
    let a = try context.array(arguments, 0)
    let subscripts = try context.alongAxis(arguments, 3)
    try a.value.assign(try context.array(arguments, 2).value.cast(to: a.value.type), at: subscripts)
    return .nothing
  }

  static let compress = Builtin(
    "numpy.compress(condition, a, axis=None, out=None)",
    "The parts along an axis (or elements) whose condition is true.",
    example: "compress([True, False, True], [1, 2, 3])  # array([1, 3])"
  ) { (context, arguments) throws(Fault) in
    try context.compress(try context.array(arguments, 0).value, arguments, 1)
  }

  static let extract = Builtin(
    "numpy.extract(condition, arr)", "The elements of the flattened array whose condition is true.",
    example: "extract([True, False, True], [1, 2, 3])  # array([1, 3])"
  ) { (context, arguments) throws(Fault) in
    let flags = try Selection.nonzero(try context.array(arguments, 0).value.raveled())
    return .view(try Rearranging.taken(try context.array(arguments, 1).value, flags[0]))
  }

  static let choose = Builtin(
    "numpy.choose(a, choices, out=None, mode='raise')",
    "For each index in `a`, the element of that choice; shapes broadcast.",
    example: "choose([0, 1, 0], [[1, 2, 3], [7, 8, 9]])  # array([1, 8, 3])", methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    let mode = try context.optionalText(arguments[3], "mode") ?? "raise"
    let choices = try context.arrays(arguments[1])
    let given = try context.indexArray(arguments, 0)
    if choices.isEmpty { throw Fault(.valueError, "at least one choice is required") }
    var indices = try given.value.contiguous()
    if mode != "raise" { indices = try Selection.fitted(indices, choices.count, mode).value.adopted() }
    for number in 0..<indices.count {
      let index = indices.element(number).asInt
      if index < 0 || index >= choices.count { throw Fault(.valueError, "invalid entry in choice array") }
    }
    let type = try context.choiceType(arguments[1]) ?? Joining.commonType(choices)
    var result = try choices[0].value.cast(to: type)
    for number in 0..<choices.count {
      let isChosen = try Ufunc.equal.binary(indices, try Creation.scalar(NumPyScalar(number)))
      result = try Selection.select(isChosen, choices[number].value, result, type: type)
    }
    return try context.deliver(result, to: arguments[2])
  }

  static let select = Builtin(
    "numpy.select(condlist, choicelist, default=0)",
    "For each element the first choice whose condition is true, else the default.",
    example: "select([array([True, False])], [array([1, 2])], 9)  # array([1, 9])"
  ) { (context, arguments) throws(Fault) in
    let conditions = try context.arrays(arguments[0])
    let choices = try context.arrays(arguments[1])
    if conditions.count != choices.count {
      throw Fault(.valueError, "list of cases must be same length as list of conditions")
    }
    if conditions.isEmpty { throw Fault(.valueError, "select with an empty condition list is not possible") }
    for number in 0..<conditions.count where conditions[number].value.type != .bool {
      throw Fault(.typeError, "invalid entry \(number) in condlist: should be boolean ndarray")
    }
    let promotion = try context.elementPromotion(arguments, 2)
    let type = Promotion.result(.strong(Joining.commonType(choices)), promotion)
    var result = try context.array(arguments, 2).value.cast(to: type)
    for number in (0..<choices.count).reversed() {
      result = try Selection.select(conditions[number].value, choices[number].value, result, type: type)
    }
    return .view(result)
  }

  // MARK: Triangles and diagonals

  static let trilIndices = Builtin(
    "numpy.tril_indices(n, k=0, m=None)", "The indices of the lower triangle of a matrix.",
    example: "tril_indices(2)  # (array([0, 1, 1]), array([0, 0, 1]))"
  ) { (context, arguments) throws(Fault) in
    let columns = try context.optionalInteger(arguments[2])
    let mask = try Creation.tri(
      try context.integer(arguments[0]), columns, offset: try context.integer(arguments[1]), type: .bool)
    return .arrays(try Selection.nonzero(mask), isTuple: true)
  }

  static let triuIndices = Builtin(
    "numpy.triu_indices(n, k=0, m=None)", "The indices of the upper triangle of a matrix.",
    example: "triu_indices(2)  # (array([0, 0, 1]), array([0, 1, 1]))"
  ) { (context, arguments) throws(Fault) in
    let columns = try context.optionalInteger(arguments[2])
    let mask = try Creation.tri(
      try context.integer(arguments[0]), columns, offset: try context.integer(arguments[1]) &- 1, type: .bool)
    return .arrays(try Selection.nonzero(try Ufunc.logicalNot.unary(mask)), isTuple: true)
  }

}

extension Promotion {
  /// Throws DTypePromotionError where one is text and the other a number of Python.
  fileprivate func checkBesideText(_ other: Promotion) throws(Fault) {
    let isOwn = alone.isText && other.isWeak
    guard isOwn || other.alone.isText && isWeak else { return }
    throw Fault(
      .promotionError,
      "The DType \(className) could not be promoted by \(other.className). This means that no common DType exists for "
        + "the given inputs. For example they cannot be stored in a single array unless the dtype is `object`. The full "
        + "list of DTypes is: (\(className), \(other.className))")
  }

  fileprivate var isWeak: Bool {
    if case .strong = self { false } else { true }
  }
}

extension Context {
  /// The common type of a sequence of choices where some are numbers of Python, which are weak; nil where none is.
  fileprivate func choiceType(_ choices: borrowing Value) throws(Fault) -> ElementType? {
    guard choices.asList != nil || choices.asTuple != nil else { return nil }
    let items = try self.items(choices)
    var result: Promotion?
    var isWeak = false
    for index in 0..<items.count {
      let own: Promotion
      if items[index].isNumeric, let operand = items[index].arrayOperand {
        own = operand.promotion
        if own.isWeak { isWeak = true }
      } else {
        own = .strong(try ArrayConversion.array(items[index], in: self).type)
      }
      result =
        result.map { (old: Promotion) -> Promotion in
          old == own ? old : .strong(Promotion.result(old, own))
        } ?? own
    }
    return isWeak ? result?.alone : nil
  }

  /// An argument's part in finding a result's type: Python's numbers are weak.
  func elementPromotion(_ arguments: Registers, _ index: Int) throws(Fault) -> Promotion {
    if arguments[index].isNumeric, let operand = arguments[index].arrayOperand { return operand.promotion }
    return .strong(try array(arguments, index).value.type)
  }

  /// A limit of `clip`; nil where there is none.
  fileprivate func bound(_ arguments: Registers, _ index: Int) throws(Fault) -> ArrayOperand? {
    if arguments.isNone(index) { return nil }
    return try operand(arguments[index].copy())
  }

  /// An array of integer indices; an empty list of Python counts as one. TypeError for other types.
  fileprivate func indexArray(_ arguments: Registers, _ index: Int) throws(Fault) -> Ref<NDArray> {
    let array = try self.array(arguments, index)
    if array.value.count == 0 { return Ref(try array.value.cast(to: .int64)) }
    return array.owned()
  }

  /// The subscript that matches an array of indices along one axis with all others.
  fileprivate func alongAxis(_ arguments: Registers, _ axisPlace: Int) throws(Fault) -> List<Index> {
    let a = try array(arguments, 0)
    let indices = try array(arguments, 1)
    if indices.value.rank != a.value.rank {
      throw Fault(
        .valueError, "`indices` and `arr` must have the same number of dimensions",
        operands: [a.value.shape.text, indices.value.shape.text])
    }
    if !indices.value.type.isInteger { throw Fault(.indexError, "`indices` must be an integer array") }
    let axis = try Axes.normalized(try integer(arguments[axisPlace]), rank: a.value.rank)
    var subscripts = List<Index>()
    for place in 0..<a.value.rank {
      if place == axis {
        subscripts.append(.array(indices.owned()))
      } else {
        let shape = Dimensions(repeating: 1, count: a.value.rank).replacing(place, with: a.value.shape[place])
        let range = try Creation.arange(start: 0, stop: a.value.shape[place], step: 1)
        subscripts.append(.array(Ref(try range.reshaped(shape))))
      }
    }
    return subscripts
  }
}

extension Selection {
  /// Indices brought into a length by `wrap` or `clip`. ValueError for another mode.
  static func fitted(_ indices: borrowing NDArray, _ length: Int, _ mode: String) throws(Fault) -> Ref<NDArray> {
    let plain = try indices.cast(to: .int64)
    switch mode {
    case "wrap":
      return Ref(try Ufunc.remainder.binary(plain, try Creation.scalar(NumPyScalar(length))))
    case "clip":
      let low = try Ufunc.maximum.binary(plain, try Creation.scalar(NumPyScalar(0)))
      return Ref(try Ufunc.minimum.binary(low, try Creation.scalar(NumPyScalar(length &- 1))))
    default: throw Fault(.valueError, "clipmode must be one of 'clip', 'raise', or 'wrap' (got '\(mode)')")
    }
  }
}
