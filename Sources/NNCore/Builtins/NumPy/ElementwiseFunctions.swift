extension Builtin {
  /// The elementwise functions, each declared by its ufunc and its documentation.
  static let ufuncs: [Builtin] = [
    .ufunc(.add, "Sum of two elements; shapes broadcast.", example: "add([1, 2], 3)  # array([4, 5])"),
    .ufunc(.subtract, "Difference of two elements; shapes broadcast.", example: "subtract(5, [1, 2])  # array([4, 3])"),
    .ufunc(
      .multiply, "Product of two elements; shapes broadcast.", example: "multiply([1, 2], [3, 4])  # array([3, 8])"),
    .ufunc(.divide, "Quotient of two elements, a float.", example: "divide([1, 2], 2)  # array([0.5, 1. ])"),
    .ufunc(
      .floorDivide, "The largest integer not above the quotient of two elements.",
      example: "floor_divide(7, [2, -2])  # array([ 3, -4])"),
    .ufunc(
      .remainder, "Remainder of the floor division, with the divisor's sign.",
      example: "remainder(7, [2, -4])  # array([ 1, -1])"),
    .ufunc(
      .power, "The first element raised to the power of the second.",
      example:
        "power(2, [1, 2, 3])  # array([2, 4, 8])"),
    .ufunc(
      .maximum, "The larger of two; nan where either is nan.", example: "maximum(0, [-1, 2])  # array([0, 2])"),
    .ufunc(
      .minimum, "The smaller of two elements; nan where either is nan.",
      example: "minimum(0, [-1, 2])  # array([-1,  0])"),
    .ufunc(
      .fmax, "The larger of two elements; the other one where one is nan.",
      example: "fmax([1, nan], 0)  # array([1., 0.])"),
    .ufunc(
      .fmin, "The smaller of two elements; the other one where one is nan.",
      example: "fmin([1, nan], 0)  # array([0., 0.])"),
    .ufunc(
      .fmod, "Remainder of the division toward zero, with the dividend's sign.",
      example: "fmod([-7, 7], 4)  # array([-3,  3])"),
    .ufunc(
      .arctan2, "The angle of the point (x2, x1), in radians.",
      example: "arctan2(1.0, [1.0, -1.0])  # array([0.78539816, 2.35619449])"),
    .ufunc(.hypot, "The hypotenuse of two legs.", example: "hypot(3, 4)  # np.float64(5.0)"),
    .ufunc(
      .copysign, "The first element with the sign of the second.",
      example: "copysign([1, 2], -0.0)  # array([-1., -2.])"),
    .ufunc(
      .logaddexp, "Logarithm of the sum of the exponentials of two elements.",
      example: "logaddexp(0.0, 0.0)  # np.float64(0.6931471805599453)"),
    .ufunc(.equal, "Whether two elements are equal.", example: "equal([1, 2], 2)  # array([False,  True])"),
    .ufunc(.notEqual, "Whether two elements differ.", example: "not_equal([1, 2], 2)  # array([ True, False])"),
    .ufunc(.less, "Whether the first element is smaller.", example: "less([1, 2], 2)  # array([ True, False])"),
    .ufunc(
      .lessEqual, "Whether the first element is smaller or equal.",
      example: "less_equal([1, 2, 3], 2)  # array([ True,  True, False])"),
    .ufunc(
      .greater, "Whether the first element is larger.", example: "greater([1, 2, 3], 2)  # array([False, False,  True])"
    ),
    .ufunc(
      .greaterEqual, "Whether the first element is larger or equal.",
      example: "greater_equal([1, 2, 3], 2)  # array([False,  True,  True])"),
    .ufunc(
      .logicalAnd, "Whether both elements are true.", example: "logical_and([1, 0], True)  # array([ True, False])"),
    .ufunc(
      .logicalOr, "Whether one of two is true.", example: "logical_or([1, 0], False)  # array([ True, False])"),
    .ufunc(
      .logicalXor, "Whether exactly one of two elements is true.",
      example: "logical_xor([1, 0], True)  # array([False,  True])"),
    .ufunc(.bitwiseAnd, "The bits that both integers have.", example: "bitwise_and(12, [10, 6])  # array([8, 4])"),
    .ufunc(.bitwiseOr, "The bits that one of two integers has.", example: "bitwise_or(12, [10, 6])  # array([14, 14])"),
    .ufunc(
      .bitwiseXor, "The bits that exactly one of two integers has.",
      example: "bitwise_xor(12, [10, 6])  # array([ 6, 10])"),
    .ufunc(
      .leftShift, "An integer with its bits moved to the left.", example: "left_shift(1, [0, 3])  # array([1, 8])"),
    .ufunc(
      .rightShift, "An integer with its bits moved to the right.", example: "right_shift(16, [0, 3])  # array([16,  2])"
    ),
    .ufunc(.negative, "Each element with the other sign.", example: "negative([1, -2])  # array([-1,  2])"),
    .ufunc(.positive, "Each element as it is, in a new array.", example: "positive([1, -2])  # array([ 1, -2])"),
    .ufunc(.absolute, "Magnitude of each element.", example: "absolute([-1.5, 2])  # array([1.5, 2. ])"),
    .ufunc(
      .sign, "-1, 0 or 1 for a negative, zero or positive one.", example: "sign([-3, 0, 5])  # array([-1,  0,  1])"),
    .ufunc(.sqrt, "Square root of each element; nan for a negative one.", example: "sqrt([4, 9])  # array([2., 3.])"),
    .ufunc(.square, "Square of each element.", example: "square([2, -3])  # array([4, 9])"),
    .ufunc(.reciprocal, "1 divided by each element.", example: "reciprocal([2.0, 4.0])  # array([0.5 , 0.25])"),
    .ufunc(.exp, "Exponential of each element.", example: "exp([0.0, 1.0])  # array([1.        , 2.71828183])"),
    .ufunc(.exp2, "2 to the power of each element.", example: "exp2([3, 0])  # array([8., 1.])"),
    .ufunc(.expm1, "exp(x) - 1, exact for small x.", example: "expm1([1e-10, 0])  # array([1.e-10, 0.e+00])"),
    .ufunc(.log, "Natural logarithm of each element.", example: "log([1.0, e])  # array([0., 1.])"),
    .ufunc(.log2, "Logarithm to base 2 of each element.", example: "log2([1, 8])  # array([0., 3.])"),
    .ufunc(.log10, "Logarithm to base 10 of each element.", example: "log10([1, 1000])  # array([0., 3.])"),
    .ufunc(.log1p, "log(1 + x), exact for small x.", example: "log1p([1e-10, 0])  # array([1.e-10, 0.e+00])"),
    .ufunc(.sin, "Sine of each element, in radians.", example: "sin([0.0, 1.0])  # array([0.        , 0.84147098])"),
    .ufunc(.cos, "Cosine of each element, in radians.", example: "cos([0.0, 1.0])  # array([1.        , 0.54030231])"),
    .ufunc(.tan, "Tangent of each element, in radians.", example: "tan([0.0, 1.0])  # array([0.        , 1.55740772])"),
    .ufunc(
      .arcsin, "Angle between -pi/2 and pi/2 with this sine.",
      example: "arcsin([0.0, 1.0])  # array([0.        , 1.57079633])"),
    .ufunc(
      .arccos, "Angle between 0 and pi with this cosine.",
      example: "arccos([1.0, -1.0])  # array([0.        , 3.14159265])"),
    .ufunc(
      .arctan, "Angle between -pi/2 and pi/2 with this tangent.",
      example: "arctan([0.0, 1.0])  # array([0.        , 0.78539816])"),
    .ufunc(.sinh, "Hyperbolic sine of each element.", example: "sinh([0.0, 1.0])  # array([0.        , 1.17520119])"),
    .ufunc(.cosh, "Hyperbolic cosine of each element.", example: "cosh([0.0, 1.0])  # array([1.        , 1.54308063])"),
    .ufunc(
      .tanh, "Hyperbolic tangent of each element.", example: "tanh([0.0, 1.0])  # array([0.        , 0.76159416])"),
    .ufunc(
      .arcsinh, "The number with this hyperbolic sine.",
      example: "arcsinh([0.0, 1.0])  # array([0.        , 0.88137359])"),
    .ufunc(
      .arccosh, "The number with this hyperbolic cosine.",
      example: "arccosh([1.0, 2.0])  # array([0.       , 1.3169579])"),
    .ufunc(
      .arctanh, "The number with this hyperbolic tangent.",
      example: "arctanh([0.0, 0.5])  # array([0.        , 0.54930614])"),
    .ufunc(.cbrt, "Cube root of each element.", example: "cbrt([8, 27])  # array([2., 3.])"),
    .ufunc(.floor, "The largest integer not above each element.", example: "floor([1.5, -1.5])  # array([ 1., -2.])"),
    .ufunc(.ceil, "The smallest integer not below each element.", example: "ceil([1.5, -1.5])  # array([ 2., -1.])"),
    .ufunc(.trunc, "Each element without its fraction.", example: "trunc([1.5, -1.5])  # array([ 1., -1.])"),
    .ufunc(.rint, "The nearest integer, the even one of two.", example: "rint([1.5, 2.5])  # array([2., 2.])"),
    .ufunc(.degrees, "Radians as degrees.", example: "degrees([pi, pi / 2])  # array([180.,  90.])"),
    .ufunc(.radians, "Degrees as radians.", example: "radians([180, 90])  # array([3.14159265, 1.57079633])"),
    .ufunc(.isnan, "Whether each element is nan.", example: "isnan([1.0, nan])  # array([False,  True])"),
    .ufunc(.isinf, "Whether each element is infinite.", example: "isinf([1.0, -inf])  # array([False,  True])"),
    .ufunc(
      .isfinite, "Whether each element is neither infinite nor nan.",
      example: "isfinite([1.0, inf, nan])  # array([ True, False, False])"),
    .ufunc(
      .signbit, "Whether each element's sign bit is set.", example: "signbit([1.0, -0.0])  # array([False,  True])"),
    .ufunc(.logicalNot, "Whether each element is zero.", example: "logical_not([1, 0])  # array([False,  True])"),
    .ufunc(
      .invert, "Each integer with all bits turned; the other truth value.", example: "invert([0, 5])  # array([-1, -6])"
    ),
    .ufunc(
      .conjugate, "The complex conjugate of each element; real numbers are their own.",
      example: "conjugate([1+2j, 3])  # array([1.-2.j, 3.-0.j])", methodOf: ["ndarray", "generic"]),
    .ufunc(.fabs, "Magnitude of each element as a float.", example: "fabs([-1, 2])  # array([1., 2.])"),
    .ufunc(
      .heaviside, "0 for a negative element, 1 for a positive one, x2 for zero; shapes broadcast.",
      example: "heaviside([-1.5, 0, 2.0], 0.5)  # array([0. , 0.5, 1. ])"),
    .ufunc(.gcd, "The greatest common divisor of each pair.", example: "np.gcd([12, 20], 8)  # array([4, 4])"),
    .ufunc(.lcm, "The least common multiple of each pair.", example: "np.lcm([12, 20], 8)  # array([24, 40])"),
    .ufunc(
      .nextafter, "The next float after x1 on the way to x2.",
      example: "nextafter(1.0, 2.0)  # np.float64(1.0000000000000002)"),
    .ufunc(
      .spacing, "The distance from each element to the next float away from zero.",
      example: "spacing(1.0)  # np.float64(2.220446049250313e-16)"),
    .ufunc(
      .logaddexp2, "log2(2**x1 + 2**x2), without overflow on the way.",
      example: "logaddexp2(1.0, 1.0)  # np.float64(2.0)"),
    .ufunc(
      .floatPower, "x1 to the power of x2, computed in float64 at least.",
      example: "float_power([2, 3], 2)  # array([4., 9.])"),
    .ufunc(.ldexp, "x1 times 2 to the power of x2.", example: "ldexp([1.0, 3.0], 2)  # array([ 4., 12.])"),
    .ufunc(
      .bitwiseCount, "How many bits of each integer's magnitude are set.",
      example: "bitwise_count([7, 8])  # array([3, 1], dtype=uint8)"),
    .arrayDivmod, .modf, .frexp, .realPart, .imaginaryPart,
  ]

  static let arrayDivmod = Builtin(
    "numpy.divmod(x1, x2, out1=None, out2=None, /, *, out=None, where=True, casting='same_kind', order='K', dtype=None, "
      + "subok=True)",
    "Quotient and remainder of the floor division, as a tuple of two arrays.",
    example: "np.divmod([7, -7], 4)  # (array([ 1, -2]), array([3, 1]))"
  ) { (context, arguments) throws(Fault) in
    let x = try context.ufuncOperand(arguments[0].copy(), of: .floorDivide, place: 0)
    let y = try context.ufuncOperand(arguments[1].copy(), of: .floorDivide, place: 1)
    if arguments[4].isUnbound && arguments[2].isNone && arguments[3].isNone {
      try context.warnOfMask(try context.options(arguments, after: 4))
    }
    let mark = FloatingPointWarnings.mark()
    let quotient = try Ufunc.floorDivide.binary(x.copy(), y.copy(), try context.options(arguments, after: 4))
    let remainder = try Ufunc.remainder.binary(x, y, try context.options(arguments, after: 4))
    FloatingPointWarnings.rename(since: mark, to: "divmod")
    return try context.delivered(quotient.value.adopted(), remainder.value.adopted(), arguments, 2)
  }

  static let modf = Builtin(
    "numpy.modf(x, out1=None, out2=None, /, out=None)",
    "Fraction and integer part of each element, both with its sign, as a tuple of two arrays.",
    example: "modf([1.5, -2.25])  # (array([ 0.5 , -0.25]), array([ 1., -2.]))"
  ) { (context, arguments) throws(Fault) in
    let x = try context.array(arguments, 0)
    let floats = try x.value.cast(to: try Ufunc.fabs.computingType(x.value.type))
    let whole = try Ufunc.trunc.unary(floats)
    let mark = FloatingPointWarnings.mark()
    let rest = try Ufunc.copysign.binary(try Ufunc.subtract.binary(floats, whole), floats)
    FloatingPointWarnings.forget(since: mark)
    let zeros = try Ufunc.copysign.binary(try Creation.zeros(rest.shape, rest.type), floats)
    let fraction = try Selection.select(try Ufunc.isinf.unary(floats), zeros, rest, type: rest.type)
    return try context.delivered(fraction, whole, arguments, 1)
  }

  static let frexp = Builtin(
    "numpy.frexp(x, out1=None, out2=None, /, out=None)",
    "Each element as a fraction between 0.5 and 1 and a power of two: a tuple of two arrays.",
    example: "frexp([1.5, 4.0])  # (array([0.75, 0.5 ]), array([1, 3], dtype=int32))"
  ) { (context, arguments) throws(Fault) in
    let x = try context.array(arguments, 0)
    let floats = try x.value.cast(to: try Ufunc.fabs.computingType(x.value.type), order: .c)
    let exponents = try Creation.zeros(floats.shape, .int32)
    for index in 0..<floats.count {
      let place = index &* floats.itemSize
      let value = floats.data.load(floats.type, at: place).asDouble
      guard value.isFinite && value != 0 else { continue }
      let exponent = Int(value.exponent) + 1
      let fraction = Double(sign: value.sign, exponent: -1, significand: value.significand)
      floats.mutableData.store(NumPyScalar(fraction).cast(to: floats.type), at: place)
      exponents.mutableData.store(Int32(truncatingIfNeeded: exponent), at: index &* 4)
    }
    return try context.delivered(floats, exponents, arguments, 1)
  }

  static let realPart = Builtin(
    "numpy.real(val)", "The real parts of complex numbers; other numbers as they are.",
    example: "real([1+3j, 2])  # array([1., 2.])"
  ) { (context, arguments) throws(Fault) in
    switch arguments[0] {
    case .complex(let r): return .float(r.value.number.real)
    case .int(let value): return .int(value)
    case .float(let value): return .float(value)
    default: break
    }
    let isScalar = arguments[0].asScalar != nil
    let x = try context.array(arguments, 0)
    return isScalar ? .result(x.value.realView) : .view(x.value.realView)
  }

  static let imaginaryPart = Builtin(
    "numpy.imag(val)", "The imaginary parts of complex numbers; zeros for other numbers.",
    example: "imag([1+3j, 2])  # array([3., 0.])"
  ) { (context, arguments) throws(Fault) in
    switch arguments[0] {
    case .complex(let r): return .float(r.value.number.imaginary)
    case .int: return .int(0)
    case .float: return .float(0)
    default: break
    }
    let isScalar = arguments[0].asScalar != nil
    let x = try context.array(arguments, 0)
    if let view = x.value.imaginaryView { return isScalar ? .result(view) : .view(view) }
    let zeros = try Creation.zeros(x.value.shape, x.value.type)
    return isScalar ? .result(zeros) : .view(zeros)
  }
}

extension Context {
  /// Two results as a tuple, each in the array that is named for it: by two arguments from `place` on, or by a tuple
  /// behind them.
  fileprivate func delivered(
    _ first: consuming NDArray, _ second: consuming NDArray, _ arguments: Registers, _ place: Int
  ) throws(Fault) -> Value {
    if arguments.isNone(place + 2) {
      let one = try deliver(first, to: arguments[place])
      return .tuple(one, try deliver(second, to: arguments[place + 1]))
    }
    guard let pair = arguments[place + 2].asTuple, pair.value.items.count == 2 else {
      throw Fault(.typeError, "'out' must be a tuple of arrays")
    }
    let one = try deliver(first, to: pair.value.items[0])
    return .tuple(one, try deliver(second, to: pair.value.items[1]))
  }
}
