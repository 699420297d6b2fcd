import NNKernels

extension Builtin {
  /// The elementwise functions, each declared by its ufunc and its documentation.
  static let ufuncs: [Builtin] = [
    .ufunc(.exp, "Exponential of each element.", example: "exp(1.0)  # np.float64(2.718281828459045)"),
    .ufunc(.log, "Natural logarithm of each element.", example: "log(1.0)  # np.float64(0.0)"),
    .ufunc(.sin, "Sine of each element, in radians.", example: "sin(0.0)  # np.float64(0.0)"),
    .ufunc(.cos, "Cosine of each element, in radians.", example: "cos(0.0)  # np.float64(1.0)"),
    .ufunc(.maximum, "The larger of two elements; nan where either is nan.", example: "maximum(2, 3)  # np.int64(3)"),
    .ufunc(.add, "Sum of two elements.", example: "add(2, 3)  # np.int64(5)"),
  ]

  /// A ufunc's declaration: its arguments, then what every ufunc takes.
  static func ufunc(_ ufunc: Ufunc, _ documentation: String, example: String) -> Builtin {
    let parameters = ufunc.arity == 1 ? "x" : "x1, x2"
    return Builtin(
      "numpy.\(ufunc.name)(\(parameters), /, out=None, *, where=True, casting='same_kind', dtype=None)", documentation,
      example: example
    ) { (context, arguments) throws(Fault) in
      var arguments = arguments
      let x = try context.ufuncOperand(arguments.take(0))
      if ufunc.arity == 1 { return .result(try ufunc.unary(x)) }
      return .result(try ufunc.binary(x, try context.ufuncOperand(arguments.take(1))))
    }
  }
}

extension Context {
  /// A value as an operand of a ufunc: numbers and arrays as they are, nested sequences converted.
  func ufuncOperand(_ value: consuming Value) throws(Fault) -> ArrayOperand {
    let name = value.typeName
    guard let operand = try self.operand(value) else {
      throw Fault(.typeError, "a \(name) is no number and no array of numbers")
    }
    return operand
  }
}
