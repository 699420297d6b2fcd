import NNKernels

extension Builtin {
  /// Sums of products.
  static let products: [Builtin] = [
    .dot, .matmul, .inner, .outer, .vdot, .kron, .tensordot,
  ]

  static let dot = Builtin(
    "numpy.dot(a, b, out=None)",
    "The product of two matrices, the inner product of two 1-d arrays; in general the sum over the last axis of a and "
      + "the last but one of b.", example: "dot([[1, 2], [3, 4]], [1, 1])  # array([3, 7])", methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    if arguments[2].isNone, let quick = try context.quickProduct(arguments[0], arguments[1]) { return quick }
    let a = try context.array(arguments, 0)
    let result = try Products.dot(a.value, try context.array(arguments, 1).value)
    guard let out = try context.optionalOut(arguments[2]) else { return .result(result) }
    if out.value.type != result.type || out.value.shape != result.shape || !out.value.isContiguous {
      throw Fault(
        .valueError,
        "output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)",
        operands: [out.value.shape.text, result.shape.text])
    }
    try out.value.assign(result)
    return .array(out.owned())
  }

  static let matmul = Builtin(
    "numpy.matmul(x1, x2, /, out=None, *, casting='same_kind', order='K', dtype=None, subok=True)",
    "The matrix product: of the matrices in the last two axes, the others broadcast.",
    example: "matmul([[1, 2], [3, 4]], [[0, 1], [1, 0]])  # array([[2, 1], [4, 3]])"
  ) { (context, arguments) throws(Fault) in
    try context.checkFactor(arguments[0], beside: arguments[1])
    try context.checkFactor(arguments[1], beside: arguments[0])
    let a = try context.array(arguments, 0)
    let result = try Products.matmul(a.value, try context.array(arguments, 1).value)
    guard let type = try context.optionalDType(arguments[5]), type != result.type else {
      return try context.deliver(result, to: arguments[2])
    }
    return try context.deliver(try result.cast(to: type), to: arguments[2])
  }

  static let inner = Builtin(
    "numpy.inner(a, b, /)", "The sum of the products over the last axes of both.",
    example: "inner([1, 2], [3, 4])  # np.int64(11)"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    return .result(try Products.inner(a.value, try context.array(arguments, 1).value))
  }

  static let outer = Builtin(
    "numpy.outer(a, b, out=None)", "All products of the elements of two flattened arrays, as a matrix.",
    example: "outer([1, 2], [3, 4])  # array([[3, 4], [6, 8]])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    return try context.deliver(try Products.outer(a.value, try context.array(arguments, 1).value), to: arguments[2])
  }

  static let vdot = Builtin(
    "numpy.vdot(a, b, /)", "The inner product of two flattened arrays.",
    example: "vdot([[1, 2]], [[3], [4]])  # np.int64(11)"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    return .result(try Products.vdot(a.value, try context.array(arguments, 1).value))
  }

  static let kron = Builtin(
    "numpy.kron(a, b)", "Kronecker product: each element of a times the whole of b.",
    example: "kron([1, 2], [1, 1])  # array([1, 1, 2, 2])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let b = try context.array(arguments, 1)
    let rank = Swift.max(a.value.rank, b.value.rank)
    var (left, right, shape) = (Dimensions(), Dimensions(), Dimensions())
    for axis in 0..<rank {
      let (own, other) = (axis - (rank - a.value.rank), axis - (rank - b.value.rank))
      let (m, n) = (own >= 0 ? a.value.shape[own] : 1, other >= 0 ? b.value.shape[other] : 1)
      try left.appendChecked(m)
      try left.appendChecked(1)
      try right.appendChecked(1)
      try right.appendChecked(n)
      shape.append(m &* n)
    }
    let wide = try a.value.reshaped(left)
    let narrow = try b.value.reshaped(right)
    if rank == 0 || left[0] == 1 || Swift.max(a.value.count, b.value.count) < 1 << 10 {
      return .result(try Ufunc.multiply.binary(wide, narrow).reshaped(shape))
    }
    // An index of the first axis at a time, so that an interrupt is heard.
    guard let extents = Broadcasting.shape(left, right) else { throw Broadcasting.mismatch([left, right]) }
    let type = try Ufunc.multiply.computingType(.strong(wide.type), .strong(narrow.type))
    let product = try Creation.empty(extents, Ufunc.multiply.resultType(type))
    let other = Ref(narrow.dropping(0, at: 0))
    for index in 0..<left[0] {
      try context.checkInterrupt()
      var options = UfuncOptions()
      options.out = Ref(product.dropping(0, at: index))
      _ = try Ufunc.multiply.binary(.array(Ref(wide.dropping(0, at: index))), .array(other.copy()), options)
    }
    return .result(try product.reshaped(shape))
  }

  static let tensordot = Builtin(
    "numpy.tensordot(a, b, axes=2)",
    "The sum of the products over pairs of axes: the last `axes` of a with the first of b, or those in two lists.",
    example: "tensordot(ones((2, 3)), ones((3, 2)), axes=1)  # array([[3., 3.], [3., 3.]])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let b = try context.array(arguments, 1)
    var (left, right) = (Dimensions(), Dimensions())
    if let count = try context.indexInteger(arguments[2]) {
      if count > Swift.min(a.value.rank, b.value.rank) { throw Fault(.indexError, "tuple index out of range") }
      for axis in 0..<Swift.max(Swift.min(count, Dimensions.capacity), 0) {
        left.append(axis - count + a.value.rank)
        right.append(axis)
      }
    } else {
      let pair = try context.items(arguments[2])
      if pair.count < 2 {
        throw Fault(.valueError, "not enough values to unpack (expected 2, got \(pair.count))")
      }
      if pair.count > 2 { throw Fault(.valueError, "too many values to unpack (expected 2)") }
      left = try ArrayConversion.shape(pair[0], in: context)
      right = try ArrayConversion.shape(pair[1], in: context)
    }
    return .view(try Products.contracted(a.value, b.value, left, right))
  }
}

extension Products {
  /// NumPy's `tensordot` over axes of both. Throws ValueError where their lengths differ.
  static func contracted(
    _ a: borrowing NDArray, _ b: borrowing NDArray, _ left: Dimensions, _ right: Dimensions
  ) throws(Fault) -> NDArray {
    let summedA = try Axes.normalized(left, rank: a.rank)
    let summedB = try Axes.normalized(right, rank: b.rank)
    guard summedA.count == summedB.count else { throw Fault(.valueError, "shape-mismatch for sum") }
    for index in 0..<summedA.count where a.shape[summedA[index]] != b.shape[summedB[index]] {
      throw Fault(.valueError, "shape-mismatch for sum", operands: [a.shape.text, b.shape.text])
    }
    var (shape, orderA, orderB, length) = (Dimensions(), Dimensions(), summedB, 1)
    for axis in 0..<a.rank where !summedA.contains(axis) {
      orderA.append(axis)
      try shape.appendChecked(a.shape[axis])
    }
    let rows = shape.product
    for axis in summedA {
      orderA.append(axis)
      length &*= a.shape[axis]
    }
    var columns = 1
    for axis in 0..<b.rank where !summedB.contains(axis) {
      orderB.append(axis)
      columns &*= b.shape[axis]
      try shape.appendChecked(b.shape[axis])
    }
    let x = try a.permuted(orderA).reshaped(Dimensions(rows, length))
    let y = try b.permuted(orderB).reshaped(Dimensions(length, columns))
    return try dot(x, y).reshaped(shape)
  }
}
