import NNIntegers
import Glibc

extension Builtin {
  /// The constants and the functions of one or two floats.
  static let mathFunctions: [Builtin] = [
    constant("math.pi", "The ratio of a circle's circumference to its diameter.") { .float(Double.pi) },
    constant("math.e", "The base of natural logarithms.") { .float(M_E) },
    constant("math.tau", "Twice pi.") { .float(2 * Double.pi) },
    constant("math.inf", "Infinity.") { .float(Double.infinity) },
    constant("math.nan", "Not a number.") { .float(Double.nan) },
    unary("acos", "Arc cosine, in radians.", Glibc.acos), unary("asin", "Arc sine, in radians.", Glibc.asin),
    unary("atan", "Arc tangent, in radians.", Glibc.atan), unary("acosh", "Inverse hyperbolic cosine.", Glibc.acosh),
    unary("asinh", "Inverse hyperbolic sine.", Glibc.asinh), unary("atanh", "Inverse hyperbolic tangent.", Glibc.atanh),
    unary("cos", "Cosine of radians.", Glibc.cos), unary("sin", "Sine of radians.", Glibc.sin),
    unary("tan", "Tangent of radians.", Glibc.tan), unary("cosh", "Hyperbolic cosine.", overflows: true, Glibc.cosh),
    unary("sinh", "Hyperbolic sine.", overflows: true, Glibc.sinh), unary("tanh", "Hyperbolic tangent.", Glibc.tanh),
    unary("exp", "e raised to a power.", overflows: true, Glibc.exp),
    unary("exp2", "2 raised to a power.", overflows: true, Glibc.exp2),
    unary("expm1", "exp(x) - 1, exact near 0.", overflows: true, Glibc.expm1),
    unary("log1p", "log(1 + x), exact near 0.", Glibc.log1p), unary("sqrt", "Square root.", Glibc.sqrt),
    unary("cbrt", "Cube root.", Glibc.cbrt), unary("fabs", "Absolute value as a float.", Glibc.fabs),
    unary("erf", "Error function.", Glibc.erf), unary("erfc", "1 - erf(x), exact for large x.", Glibc.erfc),
    unary("gamma", "Gamma function: gamma(n + 1) is n!.", overflows: true, MathSpecial.gamma),
    unary("lgamma", "Logarithm of the gamma function's absolute value.", overflows: true, MathSpecial.logGamma),
    unary("degrees", "Radians as degrees.", overflows: true) { $0 * (180 / Double.pi) },
    unary("radians", "Degrees as radians.") { $0 * (Double.pi / 180) },
    unary("ulp", "The value of the last bit.", overflows: true, MathSpecial.lastBit),
    binary("atan2", "y, x", "The angle of the point (x, y).", Glibc.atan2),
    binary("copysign", "x, y", "The size of x with the sign of y.", Glibc.copysign),
    binary("remainder", "x, y", "What is left of x behind the multiple of y nearest to it.", Glibc.remainder),
    binary("nextafter", "x, y", "The next float after x on the way to y.", overflows: false, Glibc.nextafter),
    .mathFmod, .mathPow, test("isnan", "Whether it is not a number.") { $0.isNaN },
    test("isinf", "Whether it is an infinity.") { $0.isInfinite },
    test("isfinite", "Whether it is a finite number.") { $0.isFinite },
    .mathIsClose, .mathLog, .mathLog2, .mathLog10,
  ]

  /// A function of one float with CPython's errors: nan from a number is a domain error, infinity from a finite number
  /// too, or a range error where the function `overflows`.
  private static func unary(
    _ name: String, _ documentation: String, overflows: Bool = false, _ function: @escaping (Double) -> Double
  ) -> Builtin {
    Builtin(
      "math.\(name)(x, /)", documentation, example: "math.\(name)(0.5)",
      leaf: { (_, arguments, count) in
        guard count == 1, let x = arguments[0].plainDouble else { return nil }
        let result = function(x)
        return result.isFinite ? .float(result) : nil
      }
    ) { (context, arguments) throws(Fault) in
      let x = try context.double(arguments[0])
      let result = function(x)
      if result.isNaN && !x.isNaN { throw Fault.mathDomain }
      if result.isInfinite && x.isFinite {
        // The gamma functions have poles at 0 and below.
        let isPole = (name == "gamma" || name == "lgamma") && x <= 0 && x == x.rounded(.down)
        throw overflows && !isPole ? Fault.mathRange : Fault.mathDomain
      }
      return .float(result)
    }
  }

  private static func binary(
    _ name: String, _ parameters: String, _ documentation: String, overflows: Bool = true,
    _ function: @escaping (Double, Double) -> Double
  ) -> Builtin {
    Builtin(
      "math.\(name)(\(parameters), /)", documentation, example: "math.\(name)(1.0, 2.0)",
      leaf: { (_, arguments, count) in
        guard count == 2, let x = arguments[0].plainDouble, let y = arguments[1].plainDouble else { return nil }
        let result = function(x, y)
        return result.isFinite ? .float(result) : nil
      }
    ) { (context, arguments) throws(Fault) in
      let (x, y) = (try context.double(arguments[0]), try context.double(arguments[1]))
      let result = function(x, y)
      if result.isNaN && !x.isNaN && !y.isNaN { throw Fault.mathDomain }
      if overflows && result.isInfinite && x.isFinite && y.isFinite { throw Fault.mathRange }
      return .float(result)
    }
  }

  private static func test(_ name: String, _ documentation: String, _ holds: @escaping (Double) -> Bool) -> Builtin {
    Builtin(
      "math.\(name)(x, /)", documentation, example: "math.\(name)(1.0)",
      leaf: { (_, arguments, count) in
        guard count == 1, let x = arguments[0].plainDouble else { return nil }
        return .bool(holds(x))
      }
    ) { (context, arguments) throws(Fault) in
      .bool(holds(try context.double(arguments[0])))
    }
  }

  static let mathFmod = Builtin(
    "math.fmod(x, y, /)", "The remainder with the sign of x.", example: "math.fmod(-7, 3)  # -1.0"
  ) { (context, arguments) throws(Fault) in
    let (x, y) = (try context.double(arguments[0]), try context.double(arguments[1]))
    if y.isInfinite && x.isFinite { return .float(x) }
    let result = Glibc.fmod(x, y)
    if result.isNaN && !x.isNaN && !y.isNaN { throw Fault.mathDomain }
    return .float(result)
  }

  static let mathPow = Builtin(
    "math.pow(x, y, /)", "x raised to y, as floats.", example: "math.pow(2, 3)  # 8.0",
    leaf: { (_, arguments, count) in
      guard count == 2, let x = arguments[0].plainDouble, let y = arguments[1].plainDouble else { return nil }
      let result = Glibc.pow(x, y)
      return result.isFinite ? .float(result) : nil
    }
  ) { (context, arguments) throws(Fault) in
    let (x, y) = (try context.double(arguments[0]), try context.double(arguments[1]))
    let result = Glibc.pow(x, y)
    if x.isFinite && y.isFinite && !result.isFinite {
      throw result.isNaN || x == 0 ? Fault.mathDomain : Fault.mathRange
    }
    return .float(result)
  }

  static let mathIsClose = Builtin(
    "math.isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Whether two numbers are close to each other.",
    example: "math.isclose(0.1 + 0.2, 0.3)  # True",
    leaf: { (_, arguments, count) in
      guard count == 2, let a = arguments[0].plainDouble, let b = arguments[1].plainDouble else { return nil }
      return .bool(areClose(a, b, 1e-09, 0))
    }
  ) { (context, arguments) throws(Fault) in
    let (a, b) = (try context.double(arguments[0]), try context.double(arguments[1]))
    let (relative, absolute) = (try context.double(arguments[2]), try context.double(arguments[3]))
    if relative < 0 || absolute < 0 { throw Fault(.valueError, "tolerances must be non-negative") }
    return .bool(areClose(a, b, relative, absolute))
  }

  private static func areClose(_ a: Double, _ b: Double, _ relative: Double, _ absolute: Double) -> Bool {
    if a == b { return true }
    if a.isInfinite || b.isInfinite { return false }
    let difference = Swift.abs(b - a)
    return difference <= Swift.abs(relative * b) || difference <= Swift.abs(relative * a) || difference <= absolute
  }

  static let mathLog = Builtin(
    "math.log(x, base=<no value>, /)", "Logarithm, natural or to a base.", example: "math.log(8, 2)  # 3.0",
    leaf: { (_, arguments, count) in
      guard count == 1 || count == 2, let value = logarithm(arguments[0], Glibc.log) else { return nil }
      if count == 1 { return .float(value) }
      guard let base = logarithm(arguments[1], Glibc.log), base != 0 else { return nil }
      return .float(value / base)
    }
  ) { (context, arguments) throws(Fault) in
    let value = try context.logarithm(arguments[0], Glibc.log)
    if !arguments.isGiven(1) { return .float(value) }
    let base = try context.logarithm(arguments[1], Glibc.log)
    if base == 0 { throw Fault(.zeroDivisionError, "float division by zero") }
    return .float(value / base)
  }

  static let mathLog2 = Builtin(
    "math.log2(x, /)", "Logarithm to base 2.", example: "math.log2(8)  # 3.0",
    leaf: { (_, arguments, count) in count == 1 ? logarithm(arguments[0], Glibc.log2).map { .float($0) } : nil }
  ) { (context, arguments) throws(Fault) in
    .float(try context.logarithm(arguments[0], Glibc.log2))
  }

  static let mathLog10 = Builtin(
    "math.log10(x, /)", "Logarithm to base 10.", example: "math.log10(100)  # 2.0",
    leaf: { (_, arguments, count) in count == 1 ? logarithm(arguments[0], Glibc.log10).map { .float($0) } : nil }
  ) { (context, arguments) throws(Fault) in
    .float(try context.logarithm(arguments[0], Glibc.log10))
  }

  /// The logarithm of a positive float or small int; nil for others.
  private static func logarithm(_ value: borrowing Value, _ function: (Double) -> Double) -> Double? {
    guard let x = value.plainDouble, x > 0, x.isFinite else { return nil }
    return function(x)
  }
}

extension Fault {
  static var mathDomain: Fault { Fault(.valueError, "math domain error") }
  static var mathRange: Fault { Fault(.overflowError, "math range error") }
}

extension Context {
  /// A logarithm of a positive number; integers beyond the floats by their leading bits.
  fileprivate func logarithm(_ value: borrowing Value, _ function: (Double) -> Double) throws(Fault) -> Double {
    if let big = value.asBigInteger {
      if big.value.value.isNegative { throw Fault.mathDomain }
      let bits = big.value.value.bitWidth
      if bits > 1000 {
        let fraction = (big.value.value >> (bits - 200)).rounded * 0x1p-200
        return function(fraction) + function(2) * Double(bits)
      }
    }
    let x = try double(value)
    if x.isNaN { return x }
    if x <= 0 { throw Fault.mathDomain }
    return function(x)
  }
}
