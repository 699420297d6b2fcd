import NNKernels

extension Builtin {
  /// Functions that fold axes away, and running ones.
  static let reductions: [Builtin] =
    [
      folding(
        "sum", .sum, "Sum of the elements over the given axes (all where None), in NumPy's pairwise order.",
        "np.sum([[1, 2], [3, 4]], axis=0)  # array([4, 6])"),
      folding(
        "prod", .product, "Product of the elements over the given axes.",
        "prod([[1, 2], [3, 4]], axis=1)  # array([ 2, 12])"),
      extreme(
        "max", .maximum, "The largest element over the given axes; nan where there is one.",
        "np.max([3, 7, 5])  # np.int64(7)"),
      extreme(
        "min", .minimum, "The smallest element over the given axes; nan where there is one.",
        "np.min([3, 7, 5])  # np.int64(3)"),
      truth(
        "all", .all, "Whether all elements over the given axes are true.",
        "np.all([[1, 0], [1, 1]], axis=1)  # array([False,  True])"),
      truth(
        "any", .any, "Whether some element over the given axes is true.",
        "np.any([[1, 0], [0, 0]], axis=1)  # array([ True, False])"),
      argExtreme(
        "argmax", .maximum, "Index of the first largest element along an axis.", "argmax([3, 7, 5])  # np.int64(1)"),
      argExtreme(
        "argmin", .minimum, "The index of the first smallest element along an axis.", "argmin([3, 7, 5])  # np.int64(0)"
      ),
      cumulative(
        "cumsum", .sum, "Running sums along an axis, or over the flattened array.",
        "cumsum([1, 2, 3])  # array([1, 3, 6])"),
      cumulative("cumprod", .product, "Running products along an axis.", "cumprod([1, 2, 3])  # array([1, 2, 6])"),
      .ptp, .countNonzero,
    ]

  /// `sum` and `prod`.
  private static func folding(
    _ name: String, _ reduction: Reduction, _ documentation: String, _ example: String
  ) -> Builtin {
    Builtin(
      "numpy.\(name)(a, axis=None, dtype=None, out=None, keepdims=<no value>, initial=<no value>, where=<no value>)",
      documentation, example: example, methodOf: ["ndarray", "generic"]
    ) { (context, arguments) throws(Fault) in
      let type = try context.optionalDType(arguments[2])
      return try context.fold(reduction, arguments, out: 3, keep: 4, initial: 5, mask: 6, type: type)
    }
  }

  private static func extreme(
    _ name: String, _ reduction: Reduction, _ documentation: String, _ example: String
  ) -> Builtin {
    Builtin(
      "numpy.\(name)(a, axis=None, out=None, keepdims=<no value>, initial=<no value>, where=<no value>)",
      documentation, example: example, methodOf: ["ndarray", "generic"]
    ) { (context, arguments) throws(Fault) in
      try context.fold(reduction, arguments, out: 2, keep: 3, initial: 4, mask: 5, type: nil)
    }
  }

  private static func truth(
    _ name: String, _ reduction: Reduction, _ documentation: String, _ example: String
  ) -> Builtin {
    Builtin(
      "numpy.\(name)(a, axis=None, out=None, keepdims=<no value>, *, where=<no value>)", documentation,
      example: example, methodOf: ["ndarray", "generic"]
    ) { (context, arguments) throws(Fault) in
      try context.fold(reduction, arguments, out: 2, keep: 3, initial: nil, mask: 4, type: nil)
    }
  }

  private static func argExtreme(
    _ name: String, _ operation: ArgOperation, _ documentation: String, _ example: String
  ) -> Builtin {
    Builtin(
      "numpy.\(name)(a, axis=None, out=None, *, keepdims=<no value>)",
      documentation + " (of the flattened array where "
        + "None); that of the first nan where there is one.", example: example,
      methodOf: ["ndarray", "generic"]
    ) { (context, arguments) throws(Fault) in
      let axis = try context.optionalInteger(arguments[1])
      let keep = try context.flag(arguments[3])
      let a = try context.array(arguments, 0)
      let result = try Statistics.argExtreme(operation, a.value, axis: axis, keepDimensions: keep)
      return try context.deliver(result, to: arguments[2], of: name)
    }
  }

  private static func cumulative(
    _ name: String, _ operation: CumulativeOperation, _ documentation: String, _ example: String
  ) -> Builtin {
    Builtin(
      "numpy.\(name)(a, axis=None, dtype=None, out=None)", documentation, example: example,
      methodOf: ["ndarray", "generic"]
    ) { (context, arguments) throws(Fault) in
      let axis = try context.optionalInteger(arguments[1])
      let type = try context.optionalDType(arguments[2])
      let a = try context.array(arguments, 0)
      let result = try Statistics.cumulative(operation, a.value, axis: axis, type: type)
      return try context.deliver(result, to: arguments[3], of: name == "cumsum" ? "add" : "multiply")
    }
  }

  static let ptp = Builtin(
    "numpy.ptp(a, axis=None, out=None, keepdims=<no value>)", "The distance from the smallest to the largest element.",
    example: "ptp([3, 7, 5])  # np.int64(4)"
  ) { (context, arguments) throws(Fault) in
    let axes = try context.axes(arguments[1])
    let keep = try context.flag(arguments[3])
    let result = try Statistics.peakToPeak(try context.array(arguments, 0).value, axes: axes, keepDimensions: keep)
    return try context.deliver(result, to: arguments[2], of: "subtract")
  }

  static let countNonzero = Builtin(
    "numpy.count_nonzero(a, axis=None, *, keepdims=False)", "How many elements are not zero.",
    example: "count_nonzero([3, 0, 5])  # np.int64(2)"
  ) { (context, arguments) throws(Fault) in
    let axes = try context.axes(arguments[1])
    let keep = try context.flag(arguments[2])
    return .result(try Statistics.countNonzero(try context.array(arguments, 0).value, axes: axes, keepDimensions: keep))
  }
}

extension Context {
  /// A reduction on a call's arguments; the numbers are the registers of its keywords.
  fileprivate func fold(
    _ reduction: Reduction, _ arguments: Registers, out: Int, keep: Int, initial: Int?, mask: Int, type: ElementType?
  ) throws(Fault) -> Value {
    let a = try array(arguments, 0)
    let axes = try self.axes(arguments[1])
    let keepDimensions = try flag(arguments[keep])
    let start: NumPyScalar? =
      if let initial, !arguments.isNone(initial) { try scalar(arguments[initial]) } else { nil }
    if arguments[mask].isUnbound || arguments[mask].asBool == true {
      let result = try reduction.reduce(
        a.value, axes: axes, keepDimensions: keepDimensions, type: type, initial: start)
      return try deliver(result, to: arguments[out], of: reduction.name)
    }
    let chosen = try array(arguments, mask)
    let result = try reduction.reduce(
      a.value, mask: chosen.value, axes: axes, keepDimensions: keepDimensions, type: type, initial: start)
    return try deliver(result, to: arguments[out], of: reduction.name)
  }

  /// A number as a scalar of its own type. TypeError for other values.
  func scalar(_ value: borrowing Value) throws(Fault) -> NumPyScalar {
    if let scalar = try ArrayConversion.scalar(value, as: nil) { return scalar }
    let array = try ArrayConversion.array(value, in: self)
    if array.count != 1 { throw Fault(.valueError, "a number is expected, not an array of \(array.count) elements") }
    return array.firstElement
  }
}
