extension Builtin {
  static let complexType: [Builtin] = [.complex, .complexReal, .complexImaginary, .complexConjugate]

  static let complex = Builtin(
    "complex(real=<no value>, imag=<no value>)", "A complex number from its parts or from a text.",
    example: "complex('1+2j')  # (1+2j)", constructs: .complex
  ) { (context, arguments) throws(Fault) in
    if !arguments.isGiven(0) && !arguments.isGiven(1) { return .complex(ComplexNumber(0, 0)) }
    if let text = arguments[0].asString {
      if arguments.isGiven(1) {
        throw Fault(.typeError, "complex() can't take second arg if first is a string")
      }
      return .complex(try context.parseComplex(text.value.text))
    }
    if arguments.isGiven(1) && arguments[1].asString != nil {
      throw Fault(.typeError, "complex() second arg can't be a string")
    }
    if !arguments.isGiven(1), arguments[0].asComplex != nil, arguments[0].asInstance == nil {
      return arguments[0].copy()
    }
    let first = arguments.isGiven(0) ? try context.complexArgument(arguments[0], isFirst: true) : ComplexNumber(0, 0)
    guard arguments.isGiven(1) else { return .complex(first) }
    let second = try context.complexArgument(arguments[1], isFirst: false)
    let isFirstComplex = arguments[0].asComplex != nil
    var result = ComplexNumber(first.real, second.real)
    if arguments[1].asComplex != nil { result.real -= second.imaginary }
    if isFirstComplex { result.imaginary += first.imaginary }
    return .complex(result)
  }

  private static func complexMethod(
    _ declaration: String, _ documentation: String, example: String,
    body: @escaping (ComplexNumber) -> Value
  ) -> Builtin {
    method(declaration, documentation, example: example, on: { $0.asComplex }) { (_, complex, _) throws(Fault) in
      body(complex.value.number)
    }
  }

  static let complexReal = complexMethod("complex.real", "The real part.", example: "(1+2j).real  # 1.0") {
    .float($0.real)
  }
  static let complexImaginary = complexMethod("complex.imag", "The imaginary part.", example: "(1+2j).imag  # 2.0") {
    .float($0.imaginary)
  }
  static let complexConjugate = complexMethod(
    "complex.conjugate(self, /)", "The number mirrored at the real axis.", example: "(1+2j).conjugate()  # (1-2j)"
  ) {
    .complex(ComplexNumber($0.real, -$0.imaginary))
  }
}

extension Context {
  /// An argument of `complex`: a number, or what has `__complex__` (the first alone), `__float__` or `__index__`.
  fileprivate func complexArgument(_ value: borrowing Value, isFirst: Bool) throws(Fault) -> ComplexNumber {
    if let number = try complexOperand(value) { return number }
    if isFirst, let array = value.asArray {
      guard array.value.rank == 0 else {
        throw Fault(.typeError, "only 0-dimensional arrays can be converted to Python scalars")
      }
      if array.value.type.isText || array.value.type.isRecord {
        throw Fault(.typeError, "Unable to convert \(array.value.dtype.text) to complex")
      }
      let element = ArrayConversion.pythonNumber(array.value.element(0))
      if let number = try complexOperand(element) { return number }
    }
    if isFirst, let made = try callSpecial(.complexMethod, of: value) {
      guard let complex = made.asComplex else {
        throw Fault(.typeError, "\(value.typeName).__complex__() returned non-complex (type \(made.typeName))")
      }
      return complex.value.number
    }
    for name in [Symbol.floatMethod, .indexMethod] {
      if let made = try callSpecial(name, of: value), let number = made.number {
        return ComplexNumber(try number.double(), 0)
      }
    }
    throw Fault(
      .typeError,
      isFirst
        ? "complex() first argument must be a string or a number, not '\(value.typeName)'"
        : "complex() second argument must be a number, not '\(value.typeName)'")
  }
}
