import NNKernels

extension Builtin {
  static let creation: [Builtin] = [.zeros, .arrayFunction]

  static let zeros = Builtin(
    "numpy.zeros(shape, dtype=float, order='C')", "An array of the given shape, filled with zeros.",
    example: "zeros((2, 2))  # array([[0., 0.], [0., 0.]])"
  ) { (context, arguments) throws(Fault) in
    let shape = try ArrayConversion.shape(arguments[0], in: context)
    return .array(Ref(try Creation.zeros(shape, try context.optionalDType(arguments[1]) ?? .float64)))
  }

  static let arrayFunction = Builtin(
    "numpy.array(object, dtype=None, *, copy=True, order='K', ndmin=0)", "A new array with the values of `object`.",
    example: "array([1, 2])  # array([1, 2])"
  ) { (context, arguments) throws(Fault) in
    let type = try context.optionalDType(arguments[1])
    return .array(Ref(try ArrayConversion.array(arguments[0], type: type, in: context).copied(order: .keep)))
  }
}
