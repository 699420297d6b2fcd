import NNKernels

extension Builtin {
  /// Functions that make arrays.
  static let creation: [Builtin] = [
    .arrayFunction, .asarray, .asanyarray, .ascontiguousarray, .copyFunction, .zeros, .ones, .empty, .full, .zerosLike,
    .onesLike, .emptyLike, .fullLike, .eye, .identity, .tri, .diag, .diagflat, .tril, .triu, .meshgrid, .indices,
  ]

  static let arrayFunction = Builtin(
    "numpy.array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0)",
    "A new array with the values of `object`, a number, an array or nested sequences of numbers.",
    example: "array([[1, 2], [3, 4]], dtype=float)  # array([[1., 2.], [3., 4.]])"
  ) { (context, arguments) throws(Fault) in
    let type = try context.optionalDType(arguments[1])
    let order = try context.order(arguments[3], .keep)
    let least = try context.optionalInteger(arguments[5]) ?? 0
    if least > Dimensions.capacity { throw Dimensions.tooMany(least) }
    if arguments[2].isNone || arguments[2].asBool == false, order == .keep, let array = arguments[0].asArray,
      arguments[0].asInstance == nil, array.value.rank >= least, type == nil || type == array.value.type
    {
      return arguments[0].copy()
    }
    let result = try context.copying(arguments[0], type, order, arguments[2])
    if try context.flag(arguments[4]), let instance = arguments[0].asInstance, arguments[0].payload?.asArray != nil {
      return try context.array(result, of: instance.value.type.unowned, from: arguments[0])
    }
    if result.rank >= least { return .view(result) }
    return .view(
      try result.expandingDimensions(Axes.all(least - result.rank)).owning(like: result))
  }

  static let asarray = Builtin(
    "numpy.asarray(a, dtype=None, order=None, *, copy=None)",
    "The values of `a` as an array; an array of the right dtype is given back itself.",
    example: "asarray([1, 2])  # array([1, 2])",
    body: asarrayBody)

  static let asanyarray = Builtin(
    "numpy.asanyarray(a, dtype=None, order=None, *, copy=None)",
    "The same as `asarray`, but arrays of classes that extend `ndarray` stay what they are.",
    example: "asanyarray((1.5, 2))  # array([1.5, 2. ])"
  ) { (context, arguments) throws(Fault) in
    if let array = arguments[0].payload?.asArray, arguments[0].asInstance != nil, arguments[3].asBool != true,
      arguments[2].isNone, try context.optionalDType(arguments[1]).map({ $0 == array.value.type }) ?? true
    {
      return arguments[0].copy()
    }
    return try asarrayBody(context, arguments)
  }

  private static let asarrayBody: Body = { (context, arguments) throws(Fault) in
    let type = try context.optionalDType(arguments[1])
    if let array = arguments[0].asArray, type == nil || array.value.type == type, arguments[2].isNone,
      arguments[3].asBool != true
    {
      return .array(array.owned())
    }
    return .view(try context.copying(arguments[0], type, try context.order(arguments[2], .keep), arguments[3]))
  }

  static let ascontiguousarray = Builtin(
    "numpy.ascontiguousarray(a, dtype=None)", "The values of `a` as an array in C order of at least one dimension.",
    example: "ascontiguousarray(eye(2).T)  # array([[1., 0.], [0., 1.]])"
  ) { (context, arguments) throws(Fault) in
    let type = try context.optionalDType(arguments[1])
    if let array = arguments[0].asArray, type == nil || array.value.type == type, array.value.isContiguous,
      array.value.rank > 0
    {
      return .array(array.owned())
    }
    return .view(try ArrayConversion.array(arguments[0], type: type, in: context).contiguous().atLeast(dimensions: 1))
  }

  static let copyFunction = Builtin(
    "numpy.copy(a, order='K', subok=False)", "A copy of `a` with its own memory.",
    example: "copy([1, 2])  # array([1, 2])"
  ) { (context, arguments) throws(Fault) in
    .view(try context.array(arguments, 0).value.copied(order: try context.order(arguments[1], .keep)))
  }

  // MARK: Constant contents

  static let zeros = Builtin(
    "numpy.zeros(shape, dtype=None, order='C')", "An array of the given shape, filled with zeros.",
    example: "zeros((2, 2))  # array([[0., 0.], [0., 0.]])"
  ) { (context, arguments) throws(Fault) in
    try context.filled(arguments, arguments[1], arguments[2]) { (shape, type) throws(Fault) in
      try Creation.zeros(shape, type)
    }
  }

  static let ones = Builtin(
    "numpy.ones(shape, dtype=None, order='C')", "An array of the given shape, filled with ones.",
    example: "ones(3, dtype=int)  # array([1, 1, 1])"
  ) { (context, arguments) throws(Fault) in
    try context.filled(arguments, arguments[1], arguments[2]) { (shape, type) throws(Fault) in
      try Creation.ones(shape, type)
    }
  }

  static let empty = Builtin(
    "numpy.empty(shape, dtype=None, order='C')", "An array of the given shape with whatever its memory holds.",
    example: "empty((2, 3)).shape  # (2, 3)"
  ) { (context, arguments) throws(Fault) in
    try context.filled(arguments, arguments[1], arguments[2]) { (shape, type) throws(Fault) in
      try Creation.empty(shape, type)
    }
  }

  static let full = Builtin(
    "numpy.full(shape, fill_value, dtype=None, order='C')",
    "An array of the given shape with `fill_value` everywhere (an array broadcasts).",
    example: "full((2, 2), 7)  # array([[7, 7], [7, 7]])"
  ) { (context, arguments) throws(Fault) in
    let type = try context.optionalDType(arguments[2])
    let shape = try ArrayConversion.shape(arguments[0], in: context)
    let value = try context.filler(arguments[1], type)
    return .view(try Creation.filled(shape, value, try context.order(arguments[3])))
  }

  static let zerosLike = Builtin(
    "numpy.zeros_like(a, dtype=None, order='K', subok=True, shape=None)",
    "Zeros with the shape and dtype of another array.", example: "zeros_like([[1, 2]])  # array([[0, 0]])"
  ) { (context, arguments) throws(Fault) in
    try context.filledLike(arguments, arguments[1], arguments[2], arguments[4], NumPyScalar(0))
  }

  static let onesLike = Builtin(
    "numpy.ones_like(a, dtype=None, order='K', subok=True, shape=None)",
    "Ones with the shape and dtype of another array.", example: "ones_like([1.5, 2.5])  # array([1., 1.])"
  ) { (context, arguments) throws(Fault) in
    try context.filledLike(arguments, arguments[1], arguments[2], arguments[4], NumPyScalar(1))
  }

  static let emptyLike = Builtin(
    "numpy.empty_like(prototype, /, dtype=None, order='K', subok=True, shape=None)",
    "An array with the shape and dtype of another one and whatever its memory holds.",
    example: "empty_like([[1, 2]]).shape  # (1, 2)"
  ) { (context, arguments) throws(Fault) in
    try context.filledLike(arguments, arguments[1], arguments[2], arguments[4], nil)
  }

  static let fullLike = Builtin(
    "numpy.full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None)",
    "`fill_value` with the shape and dtype of another array.", example: "full_like([1, 2], 9)  # array([9, 9])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let type = try context.optionalDType(arguments[2]) ?? a.value.type
    let value = try context.filler(arguments[1], type)
    if arguments[5].isNone {
      let result = try a.value.emptyLike(type, order: try context.order(arguments[3], .keep))
      try result.assign(value)
      return .view(result)
    }
    return .view(try Creation.filled(try ArrayConversion.shape(arguments[5], in: context), value, .c))
  }

  // MARK: Matrices

  static let eye = Builtin(
    "numpy.eye(N, M=None, k=0, dtype=float, order='C')",
    "A matrix of N rows and M columns (N where None) with ones on the diagonal k.",
    example: "eye(2)  # array([[1., 0.], [0., 1.]])"
  ) { (context, arguments) throws(Fault) in
    let rows = try context.integer(arguments[0])
    let columns = try context.optionalInteger(arguments[1])
    let result = try Creation.eye(
      rows, columns, offset: try context.integer(arguments[2]),
      type: try context.optionalDType(arguments[3]) ?? .float64)
    return .view(try context.order(arguments[4], .c) == .fortran ? try result.copied(order: .fortran) : result)
  }

  static let identity = Builtin(
    "numpy.identity(n, dtype=None)", "The n×n matrix with ones on its diagonal.",
    example: "identity(2)  # array([[1., 0.], [0., 1.]])"
  ) { (context, arguments) throws(Fault) in
    .view(
      try Creation.eye(
        try context.integer(arguments[0]), type: try context.optionalDType(arguments[1]) ?? .float64))
  }

  static let tri = Builtin(
    "numpy.tri(N, M=None, k=0, dtype=float)", "Ones at and below the diagonal k, zeros above.",
    example: "tri(2, 3, dtype=int)  # array([[1, 0, 0], [1, 1, 0]])"
  ) { (context, arguments) throws(Fault) in
    let rows = try context.integer(arguments[0])
    let columns = try context.optionalInteger(arguments[1])
    return .view(
      try Creation.tri(
        rows, columns, offset: try context.integer(arguments[2]),
        type: try context.optionalDType(arguments[3]) ?? .float64))
  }

  static let diag = Builtin(
    "numpy.diag(v, k=0)", "The matrix with a 1-d array on its diagonal k, or the diagonal k of a matrix.",
    example: "diag([1, 2])  # array([[1, 0], [0, 2]])"
  ) { (context, arguments) throws(Fault) in
    .view(try Rearranging.diag(try context.array(arguments, 0).value, offset: try context.integer(arguments[1])))
  }

  static let diagflat = Builtin(
    "numpy.diagflat(v, k=0)", "The matrix with the flattened array on its diagonal k.",
    example: "diagflat([[1, 2]])  # array([[1, 0], [0, 2]])"
  ) { (context, arguments) throws(Fault) in
    let flat = try context.array(arguments, 0).value.raveled()
    return .view(try Rearranging.diag(flat, offset: try context.integer(arguments[1])))
  }

  static let tril = Builtin(
    "numpy.tril(m, k=0)", "The array with zeros above the diagonal k of its last two axes.",
    example: "tril([[1, 2], [3, 4]])  # array([[1, 0], [3, 4]])"
  ) { (context, arguments) throws(Fault) in
    let offset = try context.integer(arguments[1])
    return .view(try Rearranging.triangle(try context.array(arguments, 0).value, lower: true, offset: offset))
  }

  static let triu = Builtin(
    "numpy.triu(m, k=0)", "The array with zeros below the diagonal k of its last two axes.",
    example: "triu([[1, 2], [3, 4]])  # array([[1, 2], [0, 4]])"
  ) { (context, arguments) throws(Fault) in
    let offset = try context.integer(arguments[1])
    return .view(try Rearranging.triangle(try context.array(arguments, 0).value, lower: false, offset: offset))
  }

  // MARK: Grids

  static let meshgrid = Builtin(
    "numpy.meshgrid(*xi, copy=True, sparse=False, indexing='xy')",
    "The coordinates of a grid from those along each axis: a tuple of arrays, one for each; with `indexing='ij'` the "
      + "first runs along the rows.",
    example: "meshgrid([1, 2], [3, 4])  # (array([[1, 2], [1, 2]]), array([[3, 3], [4, 4]]))"
  ) { (context, arguments) throws(Fault) in
    let indexing = try context.optionalText(arguments[3], "indexing") ?? "xy"
    if indexing != "xy" && indexing != "ij" {
      throw Fault(.valueError, "Valid values for `indexing` are 'xy' and 'ij'.")
    }
    let grids = try Joining.meshgrid(
      try context.arrays(arguments[0]), matrixIndexing: indexing == "ij", sparse: try context.flag(arguments[2]),
      copy: try context.flag(arguments[1]))
    return .arrays(grids, isTuple: true)
  }

  static let indices = Builtin(
    "numpy.indices(dimensions, dtype=int, sparse=False)",
    "The indices of a grid: for n dimensions an array of shape (n, …), along whose axis i the index of axis i runs.",
    example: "indices((2, 2))[0]  # array([[0, 0], [1, 1]])"
  ) { (context, arguments) throws(Fault) in
    let shape: Dimensions
    if arguments[0].asInt != nil || arguments[0].isSequence || arguments[0].asArray != nil {
      shape = try ArrayConversion.shape(arguments[0], in: context)
    } else {
      shape = try ArrayConversion.shape(.tuple(try context.items(arguments[0])), in: context)
    }
    let type = try context.optionalDType(arguments[1]) ?? .int64
    var ranges = List<Ref<NDArray>>()
    for extent in shape { ranges.append(Ref(try Creation.arange(start: 0, stop: extent, step: 1, type: type))) }
    let isSparse = try context.flag(arguments[2])
    let grids = try Joining.meshgrid(ranges, matrixIndexing: true, sparse: isSparse)
    if isSparse { return .arrays(grids, isTuple: true) }
    if grids.isEmpty { return .view(try Creation.empty([0], type)) }
    return .view(try Joining.stack(grids))
  }
}

extension Context {
  /// `array(value, dtype, copy=…)`: shares an array's memory only where a copy is not asked for. ValueError where it
  /// is forbidden and needed.
  fileprivate func copying(
    _ value: borrowing Value, _ type: ElementType?, _ order: MemoryOrder, _ copy: borrowing Value
  ) throws(Fault) -> NDArray {
    let source = try ArrayConversion.array(value, type: type, in: self)
    let isShared = value.asArray.map { $0.value.sharesStorage(with: source) } ?? false
    if copy.isNone && order == .keep { return source }
    if copy.asBool == false {
      if isShared && order == .keep { return source }
      throw Fault(
        .valueError,
        "Unable to avoid copy while creating an array as requested.\nIf using `np.array(obj, copy=False)` replace it "
          + "with `np.asarray(obj)` to allow a copy when needed (no behavior change in NumPy 1.x).\n"
          + "For more details, see https://numpy.org/devdocs/numpy_2_0_migration_guide.html"
          + "#adapting-to-changes-in-the-copy-keyword.")
    }
    // A conversion has made a copy already.
    if !isShared && order == .keep { return source }
    return try source.copied(order: order)
  }

  fileprivate func filled(
    _ arguments: Registers, _ dtype: borrowing Value, _ order: borrowing Value,
    _ make: (Dimensions, ElementType) throws(Fault) -> NDArray
  ) throws(Fault) -> Value {
    let type = try optionalDType(dtype) ?? .float64
    let result = try make(try ArrayConversion.shape(arguments[0], in: self), type)
    if try self.order(order) == .fortran { return .view(try result.copied(order: .fortran)) }
    return .view(result)
  }

  /// What `full` fills with: floats are cut for integers, and complex numbers for floats, as `copyto` does it.
  fileprivate func filler(_ value: borrowing Value, _ type: ElementType?) throws(Fault) -> NDArray {
    if let type, type.isNumber, value.asFloat != nil || value.isPythonComplex {
      return try ArrayConversion.array(value, type: nil, in: self).cast(to: type)
    }
    return try ArrayConversion.array(value, type: type, in: self)
  }

  fileprivate func filledLike(
    _ arguments: Registers, _ dtype: borrowing Value, _ order: borrowing Value, _ shape: borrowing Value,
    _ value: NumPyScalar?
  ) throws(Fault) -> Value {
    let a = try array(arguments, 0)
    let type = try optionalDType(dtype) ?? a.value.type
    if !shape.isNone {
      let extents = try ArrayConversion.shape(shape, in: self)
      let result: NDArray
      if let value {
        result = try Creation.full(extents, value.cast(to: type))
      } else {
        result = try Creation.empty(extents, type)
      }
      let wanted = try self.order(order, .keep)
      let isFortran =
        wanted == .fortran
        || wanted != .c && a.value.rank == extents.count && a.value.isFortranContiguous && !a.value.isContiguous
      return .view(isFortran ? try result.copied(order: .fortran) : result)
    }
    if a.value.isContiguous, let value { return .view(try Creation.full(a.value.shape, value.cast(to: type))) }
    let result = try a.value.emptyLike(type, order: try self.order(order, .keep))
    if let value { try result.fill(value.cast(to: type)) }
    return .view(result)
  }
}

extension Creation {
  /// An array of a shape that another one is broadcast to and written into.
  static func filled(_ shape: Dimensions, _ value: borrowing NDArray, _ order: MemoryOrder) throws(Fault) -> NDArray {
    let result = try empty(shape, value.type)
    try result.assign(value)
    return order == .fortran ? try result.copied(order: .fortran) : result
  }
}

extension NDArray {
  /// The same view, which owns its memory where `other` does.
  consuming func owning(like other: borrowing NDArray) -> NDArray {
    NDArray(
      storage: storage.copy(), offset: offset, type: type, shape: shape, strides: strides, isWriteable: isWriteable,
      isView: other.isView)
  }
}
