extension Builtin {
  /// Functions that give the same elements another shape; most results are views.
  static let shapes: [Builtin] = [
    .reshape, .reshapeMethod, .ravel, .flatten, .transposeFunction, .transposeMethod, .permuteDims, .matrixTranspose,
    .swapaxes, .moveaxis, .rollaxis, .expandDims, .squeeze, .broadcastTo, .broadcastArrays, .atleast1d, .atleast2d,
    .atleast3d, .shapeFunction, .sizeFunction, .ndimFunction, .broadcastShapes,
  ]

  static let reshape = Builtin(
    "numpy.reshape(a, /, shape, order='C', *, copy=None)",
    "The elements in another shape, one of whose lengths may be -1; a view where the memory allows.",
    example: "reshape([1, 2, 3, 4], (2, 2))  # array([[1, 2], [3, 4]])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let shape = try ArrayConversion.shape(arguments[1], in: context)
    let result = try a.value.reshaped(shape, order: try context.order(arguments[2]))
    return .view(try context.flag(arguments[3]) ? try result.copied() : result)
  }

  static let reshapeMethod = Builtin(
    "ndarray.reshape(self, /, *shape, order='C', copy=None)",
    "The elements in another shape, given as lengths or as one tuple; one length may be -1.",
    example: "arange(4).reshape(2, -1)  # array([[0, 1], [2, 3]])", methodOf: ["generic"],
    quick: { (context, arguments, count) throws(Fault) in context.quickReshape(arguments, count) }
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    guard let lengths = arguments.variadic(1) else { return .nothing }
    if lengths.value.items.count == 0 && a.value.count != 1 {
      throw Fault(.typeError, "reshape() takes exactly 1 argument (0 given)")
    }
    let shape =
      lengths.value.items.count == 1
      ? try ArrayConversion.shape(lengths.value.items[0], in: context)
      : try ArrayConversion.shape(arguments[1], in: context)
    return .view(try a.value.reshaped(shape, order: try context.order(arguments[2])))
  }

  static let ravel = Builtin(
    "numpy.ravel(a, order='C')", "All elements along one axis: a view where the memory allows.",
    example: "ravel([[1, 2], [3, 4]])  # array([1, 2, 3, 4])", methodOf: ["ndarray", "generic"]
  ) { (context, arguments) throws(Fault) in
    .view(try context.array(arguments, 0).value.raveled(order: try context.order(arguments[1])))
  }

  static let flatten = Builtin(
    "ndarray.flatten(self, /, order='C')", "A copy of all elements along one axis.",
    example: "eye(2).flatten()  # array([1., 0., 0., 1.])", methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    .view(try context.array(arguments, 0).value.flattened(order: try context.order(arguments[1])))
  }

  // MARK: Order of axes

  static let transposeFunction = Builtin(
    "numpy.transpose(a, axes=None)", "A view with the axes in the given order, reversed where none is given.",
    example: "transpose([[1, 2], [3, 4]])  # array([[1, 3], [2, 4]])"
  ) { (context, arguments) throws(Fault) in
    .view(try context.array(arguments, 0).value.transposed(try context.axes(arguments[1])))
  }

  static let transposeMethod = Builtin(
    "ndarray.transpose(self, /, *axes)",
    "A view with the axes in the given order, reversed where none is given.",
    example: "ones((2, 3)).transpose().shape  # (3, 2)",
    methodOf: ["generic"]
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    guard let axes = arguments.variadic(1), axes.value.items.count > 0 else { return .view(a.value.transpose) }
    if axes.value.items.count == 1 { return .view(try a.value.transposed(try context.axes(axes.value.items[0]))) }
    return .view(try a.value.transposed(try context.axes(arguments[1])))
  }

  static let permuteDims = Builtin(
    "numpy.permute_dims(a, axes=None)", "The same as `transpose`.",
    example: "permute_dims(ones((2, 3))).shape  # (3, 2)"
  ) { (context, arguments) throws(Fault) in
    .view(try context.array(arguments, 0).value.transposed(try context.axes(arguments[1])))
  }

  static let matrixTranspose = Builtin(
    "numpy.matrix_transpose(x, /)", "A view with the last two axes exchanged.",
    example: "matrix_transpose(ones((4, 2, 3))).shape  # (4, 3, 2)"
  ) { (context, arguments) throws(Fault) in
    let x = try context.array(arguments, 0)
    if x.value.rank < 2 {
      throw Fault(.valueError, "Input array must be at least 2-dimensional, but it is \(x.value.rank)")
    }
    return .view(try x.value.swappingAxes(-1, -2))
  }

  static let swapaxes = Builtin(
    "numpy.swapaxes(a, axis1, axis2)", "A view with two axes exchanged.",
    example: "swapaxes(ones((1, 2, 3)), 0, 2).shape  # (3, 2, 1)",
    methodOf: ["ndarray", "generic"]
  ) { (context, arguments) throws(Fault) in
    let first = try context.integer(arguments[1])
    return .view(try context.array(arguments, 0).value.swappingAxes(first, try context.integer(arguments[2])))
  }

  static let moveaxis = Builtin(
    "numpy.moveaxis(a, source, destination)", "A view with axes moved to other places, the others in their order.",
    example: "moveaxis(ones((1, 2, 3)), 0, -1).shape  # (2, 3, 1)"
  ) { (context, arguments) throws(Fault) in
    let source = try ArrayConversion.shape(arguments[1], in: context)
    let destination = try ArrayConversion.shape(arguments[2], in: context)
    let rank = try context.array(arguments, 0).value.rank
    for axis in source { _ = try Axes.normalized(axis, rank: rank, prefix: "source: ") }
    for axis in destination { _ = try Axes.normalized(axis, rank: rank, prefix: "destination: ") }
    return .view(try context.array(arguments, 0).value.movingAxes(source, to: destination))
  }

  static let rollaxis = Builtin(
    "numpy.rollaxis(a, axis, start=0)", "A view with an axis moved back until it stands before `start`.",
    example: "rollaxis(ones((1, 2, 3)), 2).shape  # (3, 1, 2)"
  ) { (context, arguments) throws(Fault) in
    let axis = try context.integer(arguments[1])
    return .view(try context.array(arguments, 0).value.rollingAxis(axis, to: try context.integer(arguments[2])))
  }

  // MARK: Axes of length one

  static let expandDims = Builtin(
    "numpy.expand_dims(a, axis)", "A view with new axes of length one at the given places of the result.",
    example: "expand_dims([1, 2], 0)  # array([[1, 2]])"
  ) { (context, arguments) throws(Fault) in
    let axes = try ArrayConversion.shape(arguments[1], in: context)
    return .view(try context.array(arguments, 0).value.expandingDimensions(axes))
  }

  static let squeeze = Builtin(
    "numpy.squeeze(a, axis=None)", "A view without axes of length one: all of them, or the given ones.",
    example: "squeeze([[1, 2]])  # array([1, 2])", methodOf: ["ndarray", "generic"]
  ) { (context, arguments) throws(Fault) in
    let isNumber = arguments[0].asScalar != nil
    let a = try context.array(arguments, 0)
    var axes = try context.axes(arguments[1])
    // One axis of a number may be named.
    if let given = axes, a.value.rank == 0, given.allSatisfy({ -1...0 ~= $0 }) { axes = nil }
    let result = try a.value.squeezed(axes)
    return isNumber && result.rank == 0 ? .result(result) : .view(result)
  }

  static let atleast1d = Builtin(
    "numpy.atleast_1d(*arys)", "The arrays with at least one dimension, as one array or a tuple of them.",
    example: "atleast_1d(5)  # array([5])"
  ) { (context, arguments) throws(Fault) in try context.atLeast(1, arguments) }

  static let atleast2d = Builtin(
    "numpy.atleast_2d(*arys)", "The arrays with at least two dimensions; one axis becomes a row.",
    example: "atleast_2d([1, 2])  # array([[1, 2]])"
  ) { (context, arguments) throws(Fault) in try context.atLeast(2, arguments) }

  static let atleast3d = Builtin(
    "numpy.atleast_3d(*arys)", "The arrays with at least three dimensions.",
    example: "atleast_3d([1, 2]).shape  # (1, 2, 1)"
  ) { (context, arguments) throws(Fault) in try context.atLeast(3, arguments) }

  // MARK: Broadcasting

  static let broadcastTo = Builtin(
    "numpy.broadcast_to(array, shape, subok=False)", "A read-only view that repeats the array to fill a shape.",
    example: "broadcast_to([1, 2], (2, 2))  # array([[1, 2], [1, 2]])"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let shape = try ArrayConversion.shape(arguments[1], in: context)
    return .view(try a.value.broadcast(to: shape))
  }

  static let broadcastArrays = Builtin(
    "numpy.broadcast_arrays(*args, subok=False)", "Views of the arrays, repeated to their common shape.",
    example: "broadcast_arrays([1, 2], [[3], [4]])  # (array([[1, 2], [1, 2]]), array([[3, 3], [4, 4]]))"
  ) { (context, arguments) throws(Fault) in
    let arrays = try context.arrays(arguments[0])
    let shape = try Broadcasting.common(arrays)
    return .arrays(try Joining.mapped(arrays) { (array) throws(Fault) in array.broadcastView(shape) }, isTuple: true)
  }

  static let broadcastShapes = Builtin(
    "numpy.broadcast_shapes(*args)", "The shape that arrays of the given shapes have together.",
    example: "broadcast_shapes((3, 1), (2,))  # (3, 2)"
  ) { (context, arguments) throws(Fault) in
    var shape = Dimensions()
    if let shapes = arguments.variadic(0) {
      for index in 0..<shapes.value.items.count {
        let other = try ArrayConversion.shape(shapes.value.items[index], in: context)
        guard let both = Broadcasting.shape(shape, other) else {
          throw Fault(
            .valueError,
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
              + "\(try ArrayConversion.shape(shapes.value.items[0], in: context).text) and arg \(index) with shape "
              + "\(other.text).",
            operands: [shape.text, other.text])
        }
        shape = both
      }
    }
    return .integers(shape)
  }

  // MARK: Questions

  static let shapeFunction = Builtin(
    "numpy.shape(a)", "The lengths of the axes, as a tuple.", example: "shape([[1, 2, 3]])  # (1, 3)"
  ) { (context, arguments) throws(Fault) in .integers(try context.array(arguments, 0).value.shape) }

  static let sizeFunction = Builtin(
    "numpy.size(a, axis=None)", "The number of elements, or the length of one axis.", example: "size([[1, 2, 3]])  # 3"
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    guard let axes = try context.axes(arguments[1]) else { return .int(a.value.count) }
    var count = 1
    for index in 0..<axes.count {
      count = count &* a.value.shape[try Axes.normalized(axes[index], rank: a.value.rank)]
    }
    return .int(count)
  }

  static let ndimFunction = Builtin(
    "numpy.ndim(a)", "The number of axes.", example: "ndim([[1, 2, 3]])  # 2"
  ) { (context, arguments) throws(Fault) in .int(try context.array(arguments, 0).value.rank) }
}

extension Context {
  fileprivate func atLeast(_ dimensions: Int, _ arguments: Registers) throws(Fault) -> Value {
    let arrays = try self.arrays(arguments[0])
    let wide = try Joining.mapped(arrays) { (array) throws(Fault) in try array.atLeast(dimensions: dimensions) }
    return wide.count == 1 ? .array(wide[0].copy()) : .arrays(wide, isTuple: true)
  }
}

extension Broadcasting {
  /// The common shape of arrays. Throws ValueError.
  static func common(_ arrays: borrowing List<Ref<NDArray>>) throws(Fault) -> Dimensions {
    var shape = Dimensions()
    for index in 0..<arrays.count {
      guard let both = Broadcasting.shape(shape, arrays[index].value.shape) else {
        var shapes: [String] = []
        for other in 0..<arrays.count { shapes.append(arrays[other].value.shape.text) }
        throw Fault(
          .valueError,
          "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
            + "\(arrays[0].value.shape.text) and arg \(index) with shape \(arrays[index].value.shape.text).",
          operands: shapes)
      }
      shape = both
    }
    return shape
  }
}
