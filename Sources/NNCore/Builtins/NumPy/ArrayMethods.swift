import NNKernels

extension Builtin {
  /// Methods of arrays that are no functions of NumPy's, or other ones.
  static let arrayMethods: [Builtin] = [
    .astype, .copyMethod, .viewMethod, .fill, .item, .tolist, .sortMethod, .put, .compressMethod, .resizeMethod,
    .lengthMethod,
  ]

  static let astype = Builtin(
    "ndarray.astype(self, /, dtype, order='K', casting='unsafe', subok=True, copy=True)",
    "A copy with elements of another type.", example: "array([1.7, 2.2]).astype(int)  # array([1, 2])",
    methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    let isArray = arguments[0].asArray != nil
    let a = try context.rawArray(arguments, 0)
    let type = try ArrayConversion.dtype(arguments[1]).type
    let order = try context.order(arguments[2], .keep)
    let casting = try context.casting(arguments[3], allowsSameValue: true)
    let isCopied = try context.flag(arguments[5])
    if type == a.value.type && !isCopied && order == .keep { return arguments[0].copy() }
    if !casting.allows(a.value.type, to: type) {
      throw Fault(
        .typeError,
        "Cannot cast array data from \(DType(a.value.type).text) to \(DType(type).text) according to the rule "
          + "'\(casting.rawValue)'")
    }
    try context.warnOfDiscarding(a.value.type, type)
    let result = try a.value.astype(type, casting: casting, order: order)
    if casting == .sameValue {
      let check = try context.attribute(try context.importLibrary("_array_classes"), Symbol("check_same_value"))
      _ = try context.call(check, .array(Ref(a.value.view())), .array(Ref(result.view())))
    }
    if !isArray { return .result(result) }
    return .view(result.sharesStorage(with: a.value) ? try result.copied(order: order) : result)
  }

  static let copyMethod = Builtin(
    "ndarray.copy(self, /, order='C')", "A copy with its own memory.", example: "array([1, 2]).copy()  # array([1, 2])",
    methodOf: ["generic"],
    quick: { (context, arguments, count) throws(Fault) in count == 1 ? context.quickCopy(arguments[0]) : nil }
  ) { (context, arguments) throws(Fault) in
    if arguments[0].asScalar != nil { return arguments[0].copy() }
    return .view(try context.rawArray(arguments, 0).value.copied(order: try context.order(arguments[1])))
  }

  static let viewMethod = Builtin(
    "ndarray.view(self, /, dtype=<no value>, type=None)",
    "A view of the same memory, its bytes read as another type, or as an array of a class that extends `ndarray`.",
    example: "array([1.0]).view('uint64')  # array([4607182418800017408], dtype=uint64)", methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    let a = try context.rawArray(arguments, 0)
    for index in 1...2 {
      guard let type = arguments[index].asClassObject, context.isSubtype(arguments[index], of: .type(.array)) else {
        continue
      }
      var view = a.value.view()
      if index == 2, let type = try context.optionalDType(arguments[1]) { view = try view.reinterpreted(as: type) }
      return try context.array(view, of: type, from: arguments[0])
    }
    let isPlain = arguments[1].asType == .array
    let asked: ElementType?
    if isPlain { asked = nil } else { asked = try context.optionalDType(arguments[1]) }
    let view: NDArray
    if let asked, asked != a.value.type { view = try a.value.reinterpreted(as: asked) } else { view = a.value.view() }
    if arguments[0].asArray == nil { return .result(view) }
    if isPlain { return .view(view) }
    if arguments[2].asType == .array { return .view(view) }
    return try context.classed(.array(Ref(view)), like: arguments[0])
  }

  static let fill = Builtin(
    "ndarray.fill(self, /, value)", "Writes the same number to all elements.", example: "zeros(2).fill(3)  # None"
  ) { (context, arguments) throws(Fault) in
    let a = try context.rawArray(arguments, 0)
    if a.value.type == .object {
      try a.value.fill(.object(arguments[1].copy()))
      return .nothing
    }
    guard let scalar = try ArrayConversion.scalar(arguments[1], as: a.value.type) else {
      let value = try ArrayConversion.array(arguments[1], type: a.value.type, in: context)
      if value.count != 1 { throw Fault(.valueError, "setting an array element with a sequence.") }
      try a.value.fill(value.firstElement.cast(to: a.value.type))
      return .nothing
    }
    try a.value.fill(scalar)
    return .nothing
  }

  static let item = Builtin(
    "ndarray.item(self, /, *args)", "An element as a Python number: the only one, or that at an index.",
    example: "array([[1.5, 2.5]]).item(0, 1)  # 2.5", methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    guard let indices = arguments.variadic(1), indices.value.items.count > 0 else {
      if a.value.count != 1 { throw Fault(.valueError, "can only convert an array of size 1 to a Python scalar") }
      return ArrayConversion.pythonNumber(a.value.firstElement)
    }
    let places: Dimensions
    if indices.value.items.count == 1 {
      places = try ArrayConversion.shape(indices.value.items[0], in: context)
    } else {
      places = try ArrayConversion.shape(arguments[1], in: context)
    }
    if places.count == 1 && a.value.rank != 1 {
      let index = places[0] < 0 ? places[0] &+ a.value.count : places[0]
      guard index >= 0 && index < a.value.count else {
        throw Fault(.indexError, "index \(places[0]) is out of bounds for size \(a.value.count)")
      }
      return ArrayConversion.pythonNumber(a.value.element(index))
    }
    if places.count != a.value.rank { throw Fault(.valueError, "incorrect number of indices for array") }
    return ArrayConversion.pythonNumber(try a.value.element(at: places))
  }

  static let tolist = Builtin(
    "ndarray.tolist(self, /)", "The elements as nested lists of Python numbers.",
    example: "array([[1, 2], [3, 4]]).tolist()  # [[1, 2], [3, 4]]", methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in try context.nestedList(try context.array(arguments, 0).value) }

  static let sortMethod = Builtin(
    "ndarray.sort(self, /, axis=-1, kind=None, order=None, *, stable=None)",
    "Sorts the elements along an axis in place.", example: "array([2, 1]).sort()  # None"
  ) { (context, arguments) throws(Fault) in
    let axis = try context.integer(arguments[1])
    try context.checkSortKind(arguments[2], isStable: arguments[4])
    if RecordTypes.fields(try context.array(arguments, 0).value.type) != nil {
      let a = try context.array(arguments, 0)
      let order = try context.recordOrder(a.value, by: arguments[3])
      try a.value.assign(try Rearranging.taken(a.value, Ref(order)))
      return .nothing
    }
    try Sorting.sortInPlace(try context.array(arguments, 0).value, axis: axis)
    return .nothing
  }

  static let put = Builtin(
    "numpy.put(a, ind, v, mode='raise')", "Writes values to indices of the flattened array, in place.",
    example: "put(zeros(3), [0, 2], 5)  # None", methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    guard let a = arguments[0].asArray else {
      throw Fault(.typeError, "argument 1 must be numpy.ndarray, not <class '\(arguments[0].typeName)'>")
    }
    try a.value.checkWriteable()
    let indices = try context.integers(arguments[1])
    let mode = try context.optionalText(arguments[3], "mode") ?? "raise"
    let given = try ArrayConversion.array(arguments[2], type: a.value.type, in: context)
    let values = given.mayOverlap(a.value) ? try given.copied() : given.view()
    if values.count == 0 { return .nothing }
    for (number, index) in indices.enumerated() {
      let place = try NDArray.place(index, a.value.count, mode: mode)
      a.value.mutableData.advanced(by: a.value.byteOffset(of: place)).copy(
        from: values.data.advanced(by: values.byteOffset(of: number % values.count)), byteCount: a.value.itemSize)
    }
    return .nothing
  }

  static let compressMethod = Builtin(
    "ndarray.compress(self, condition, axis=None, out=None)",
    "The parts along an axis (or elements) whose condition is true.",
    example: "array([1, 2, 3]).compress([True, False, True])  # array([1, 3])"
  ) { (context, arguments) throws(Fault) in
    try context.compress(try context.array(arguments, 1).value, arguments, 0)
  }

  static let resizeMethod = Builtin(
    "ndarray.resize(self, /, *new_shape, refcheck=True)",
    "Changes the shape and number of elements in place; new ones are zero.",
    example: "array([1, 2]).resize(3)  # None"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    guard let sizes = arguments.variadic(1) else { return .nothing }
    let shape =
      sizes.value.items.count == 1
      ? try ArrayConversion.shape(sizes.value.items[0], in: context)
      : try ArrayConversion.shape(arguments[1], in: context)
    if a.value.isView { throw Fault(.valueError, "cannot resize this array: it does not own its data") }
    let result = try Creation.zeros(shape, a.value.type)
    let size = result.itemSize
    for index in 0..<Swift.min(result.count, a.value.count) {
      result.mutableData.advanced(by: index &* size).copy(
        from: a.value.data.advanced(by: a.value.byteOffset(of: index)), byteCount: size)
    }
    a.value = result
    return .nothing
  }

  static let lengthMethod = Builtin(
    "ndarray.__len__(self, /)", "The length of the first axis.", example: "array([1, 2]).__len__()  # 2"
  ) { (context, arguments) throws(Fault) in .int(try context.length(arguments[0])) }
}

extension Context {
  /// An array's elements as nested lists.
  func nestedList(_ array: borrowing NDArray) throws(Fault) -> Value {
    if array.rank == 0 { return ArrayConversion.pythonNumber(array.firstElement) }
    var items = ValueList(capacity: array.shape[0])
    for index in 0..<array.shape[0] {
      if array.rank == 1 {
        items.append(ArrayConversion.pythonNumber(array.element(atByteOffset: index &* array.strides[0])))
      } else {
        items.append(try nestedList(array.dropping(0, at: index)))
      }
      if index & 0xFFFF == 0xFFFF { try checkInterrupt() }
    }
    return .list(items)
  }

  /// The parts of an axis whose condition is true; `axis` and `out` are the third and fourth argument.
  func compress(
    _ condition: borrowing NDArray, _ arguments: Registers, _ place: Int
  ) throws(Fault) -> Value {
    if condition.rank != 1 { throw Fault(.valueError, "condition must be a 1-d array") }
    let a = try array(arguments, place)
    let indices = (0..<condition.count).filter { condition.element($0).asBool }
    let axis = try optionalInteger(arguments[2])
    let parts = try Rearranging.taken(a.value, Ref(try Creation.array(indices, shape: [indices.count])), axis: axis)
    return try deliver(parts, to: arguments[3])
  }
}

extension NDArray {
  /// The byte distance of the element with a number in C order.
  func byteOffset(of number: Int) -> Int {
    var (rest, distance, axis) = (number, 0, rank &- 1)
    while axis >= 0 {
      let extent = Swift.max(shape[axis], 1)
      distance &+= (rest % extent) &* strides[axis]
      rest /= extent
      axis &-= 1
    }
    return distance
  }

  /// The truths that bytes mean: this view of them, or where some are neither 0 nor 1, which loops take for granted, a
  /// copy.
  fileprivate func plainTruths(bytes: borrowing NDArray) throws(Fault) -> NDArray {
    guard bytes.type.size == 1, bytes.type.isInteger, count > 0 else { return view() }
    let numbers = try bytes.cast(to: .uint8)
    if try Reduction.maximum.reduce(numbers).firstElement.asInt <= 1 {
      return view()
    }
    return try numbers.cast(to: .bool)
  }

  /// A view of the bytes as another type. ValueError where the last axis does not divide.
  /// TypeError where either type holds objects: their places are no numbers to read or to make.
  func reinterpreted(as type: ElementType) throws(Fault) -> NDArray {
    if type != self.type, RecordTypes.holdsObjects(type) || RecordTypes.holdsObjects(self.type) {
      throw Fault(.typeError, "Cannot change data-type for array of references.")
    }
    if type.size == itemSize {
      let view = NDArray(
        storage: storage.copy(), offset: offset, type: type, shape: shape, strides: strides, isWriteable: isWriteable,
        isView: true)
      return type == .bool && self.type != .bool ? try view.plainTruths(bytes: self) : view
    }
    if rank == 0 {
      throw Fault(
        .valueError, "Changing the dtype of a 0d array is only supported if the itemsize is unchanged")
    }
    let last = rank &- 1
    if strides[last] != itemSize && shape[last] != 1 && count != 0 {
      throw Fault(
        .valueError, "To change to a dtype of a different size, the last axis must be contiguous")
    }
    let bytes = shape[last] &* itemSize
    if type.size < itemSize && (type.size == 0 || itemSize % type.size != 0) {
      throw Fault(
        .valueError,
        "When changing to a smaller dtype, its size must be a divisor of the size of original dtype")
    }
    if bytes % type.size != 0 {
      throw Fault(
        .valueError,
        "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of "
          + "the array.")
    }
    return NDArray(
      storage: storage.copy(), offset: offset, type: type, shape: shape.replacing(last, with: bytes / type.size),
      strides: strides.replacing(last, with: type.size), isWriteable: isWriteable, isView: true)
  }
}

extension NDArray {
  /// An index into so many elements: within them, at the nearest end, or counted around.
  fileprivate static func place(_ index: Int, _ count: Int, mode: String) throws(Fault) -> Int {
    switch mode {
    case "clip" where count > 0: return Swift.min(Swift.max(index, 0), count &- 1)
    case "wrap" where count > 0:
      let rest = index % count
      return rest < 0 ? rest &+ count : rest
    default: return try checkedIndex(index, axis: 0, extent: count)
    }
  }
}
