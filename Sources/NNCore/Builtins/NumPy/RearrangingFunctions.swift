import NNKernels

extension Builtin {
  /// Functions that put the elements elsewhere.
  static let rearranging: [Builtin] = [
    .repeatFunction, .tile, .roll, .flip, .fliplr, .flipud, .rot90, .resize, .diagonal, .trace,
  ]

  static let repeatFunction = Builtin(
    "numpy.repeat(a, repeats, axis=None)",
    "Each element `repeats` times (or as its own number says) along an axis, or of the flattened array.",
    example: "repeat([1, 2], [2, 3])  # array([1, 1, 2, 2, 2])", methodOf: ["ndarray", "generic"]
  ) { (context, arguments) throws(Fault) in
    let counts = try context.integers(arguments[1])
    let axis = try context.optionalInteger(arguments[2])
    return .view(try Rearranging.repeated(try context.array(arguments, 0).value, counts, axis: axis))
  }

  static let tile = Builtin(
    "numpy.tile(A, reps)", "The whole array repeated along each axis.",
    example: "tile([1, 2], (2, 2))  # array([[1, 2, 1, 2], [1, 2, 1, 2]])"
  ) { (context, arguments) throws(Fault) in
    let repetitions = try ArrayConversion.shape(arguments[1], in: context)
    return .view(try Rearranging.tiled(try context.array(arguments, 0).value, repetitions))
  }

  static let roll = Builtin(
    "numpy.roll(a, shift, axis=None)",
    "The elements shifted along an axis (or the flattened array); what leaves at one end enters at the other.",
    example: "roll([1, 2, 3], 1)  # array([3, 1, 2])"
  ) { (context, arguments) throws(Fault) in
    let isUnsigned = arguments[1].asScalar?.type.isUnsigned ?? arguments[1].asArray?.value.type.isUnsigned ?? false
    if isUnsigned || arguments[1].asBigInteger != nil {
      return try context.callLibrary("_numpy.positions", "_roll", arguments, 3)
    }
    let shifts = try context.integers(arguments[1])
    let axes: [Int]? = arguments[2].isNone ? nil : try context.integers(arguments[2])
    return .view(try Rearranging.rolled(try context.array(arguments, 0).value, shifts, axes: axes))
  }

  static let flip = Builtin(
    "numpy.flip(m, axis=None)", "A view with the elements in reverse along the given axes, or all.",
    example: "flip([[1, 2], [3, 4]])  # array([[4, 3], [2, 1]])"
  ) { (context, arguments) throws(Fault) in
    .result(try context.array(arguments, 0).value.flipped(try context.axes(arguments[1])))
  }

  static let fliplr = Builtin(
    "numpy.fliplr(m)", "A view with the columns in reverse.",
    example: "fliplr([[1, 2], [3, 4]])  # array([[2, 1], [4, 3]])"
  ) { (context, arguments) throws(Fault) in
    let m = try context.array(arguments, 0)
    if m.value.rank < 2 { throw Fault(.valueError, "Input must be >= 2-d.") }
    return .view(try m.value.flipped([1]))
  }

  static let flipud = Builtin(
    "numpy.flipud(m)", "A view with the rows in reverse.",
    example: "flipud([[1, 2], [3, 4]])  # array([[3, 4], [1, 2]])"
  ) { (context, arguments) throws(Fault) in
    let m = try context.array(arguments, 0)
    if m.value.rank < 1 { throw Fault(.valueError, "Input must be >= 1-d.") }
    return .view(try m.value.flipped([0]))
  }

  static let rot90 = Builtin(
    "numpy.rot90(m, k=1, axes=(0, 1))", "A view turned by k quarters from the first axis to the second.",
    example: "rot90([[1, 2], [3, 4]])  # array([[2, 4], [1, 3]])"
  ) { (context, arguments) throws(Fault) in
    let m = try context.array(arguments, 0)
    let axes = try context.axes(arguments[2]) ?? [0, 1]
    if axes.count != 2 { throw Fault(.valueError, "len(axes) must be 2.") }
    if axes[0] == axes[1] || (axes[0] &- axes[1]).magnitude == UInt(m.value.rank) {
      throw Fault(.valueError, "Axes must be different.")
    }
    guard axes.allSatisfy({ $0 >= 0 &- m.value.rank && $0 < m.value.rank }) else {
      throw Fault(.valueError, "Axes=\(axes.text) out of range for array of ndim=\(m.value.rank).")
    }
    switch try context.integer(arguments[1]) & 3 {
    case 0: return .view(m.value.view())
    case 1: return .view(try m.value.flipped(Dimensions(axes[1])).swappingAxes(axes[0], axes[1]))
    case 2: return .view(try m.value.flipped(axes))
    default: return .view(try m.value.swappingAxes(axes[0], axes[1]).flipped(Dimensions(axes[1])))
    }
  }

  static let resize = Builtin(
    "numpy.resize(a, new_shape)", "A new array of any shape, filled with the elements from the start again and again.",
    example: "resize([1, 2, 3], (2, 2))  # array([[1, 2], [3, 1]])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let shape = try ArrayConversion.shape(arguments[1], in: context)
    if shape.contains(where: { $0 < 0 }) {
      throw Fault(.valueError, "all elements of `new_shape` must be non-negative")
    }
    if a.value.count == 0 { return .view(try Creation.zeros(shape, a.value.type)) }
    let out = try Creation.empty(shape, a.value.type)
    let size = out.itemSize
    let flat = try a.value.contiguous()
    for index in 0..<out.count {
      out.mutableData.advanced(by: index &* size).copy(
        from: flat.data.advanced(by: index % flat.count &* size), byteCount: size)
      if index & 0xFFFF == 0 { try Interrupts.check() }
    }
    return .view(out)
  }

  static let diagonal = Builtin(
    "numpy.diagonal(a, offset=0, axis1=0, axis2=1)",
    "A read-only view of a diagonal of two axes, which becomes the last axis.",
    example: "diagonal([[1, 2], [3, 4]])  # array([1, 4])", methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    let offset = try context.integer(arguments[1])
    let first = try context.integer(arguments[2])
    return .view(
      try context.array(arguments, 0).value.diagonal(offset: offset, first, try context.integer(arguments[3])))
  }

  static let trace = Builtin(
    "numpy.trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None)", "The sum of a diagonal of two axes.",
    example: "trace([[1, 2], [3, 4]])  # np.int64(5)", methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    let offset = try context.integer(arguments[1])
    let (first, second) = (try context.integer(arguments[2]), try context.integer(arguments[3]))
    let diagonal = try context.array(arguments, 0).value.diagonal(offset: offset, first, second)
    let type = try context.optionalDType(arguments[4])
    return try context.deliver(try Reduction.sum.reduce(diagonal, axes: [-1], type: type), to: arguments[5], of: "add")
  }
}
