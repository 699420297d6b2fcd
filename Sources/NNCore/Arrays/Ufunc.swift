import NNKernels

/// An elementwise function: NumPy's name, the kernel behind it, and the types it computes in.
struct Ufunc {
  enum Kernel: Equatable {
    case unary(UnaryOperation)
    case binary(BinaryOperation)
  }

  /// Which of the operands' common types the function computes in.
  enum Rule {
    /// Any type of numbers.
    case any
    /// Numbers: bool counts as int8.
    case numbers
    /// Numbers: bool is refused with this text.
    case numbersOnly(String)
    /// Floats: integers and bool count as the least float that holds them.
    case floats
    /// Floats: integers and bool count as float64.
    case quotients
    /// float64 and complex128.
    case doubles
    /// Bool and integers.
    case bits
    /// Integers: bool counts as int8.
    case shifts
    /// Integers alone.
    case integers
    /// Numbers: for bool NumPy has no loop.
    case loopless
  }

  /// Whether the function has loops for complex numbers.
  enum Field { case real, complex }

  let name: String
  let kernel: Kernel
  let rule: Rule
  let field: Field

  private init(_ name: String, _ operation: UnaryOperation, _ rule: Rule, _ field: Field = .real) {
    self.name = name
    kernel = .unary(operation)
    self.rule = rule
    self.field = field
  }

  private init(_ name: String, _ operation: BinaryOperation, _ rule: Rule, _ field: Field = .real) {
    self.name = name
    kernel = .binary(operation)
    self.rule = rule
    self.field = field
  }

  /// How many arguments the function has.
  var arity: Int {
    switch kernel {
    case .unary: 1
    case .binary: 2
    }
  }

  static let add = Ufunc("add", .add, .any, .complex)
  static let subtract = Ufunc(
    "subtract", .subtract,
    .numbersOnly(
      "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the "
        + "logical_xor function instead."), .complex)
  static let multiply = Ufunc("multiply", .multiply, .any, .complex)
  static let divide = Ufunc("divide", .divide, .quotients, .complex)
  static let floorDivide = Ufunc("floor_divide", .floorDivide, .numbers)
  static let remainder = Ufunc("remainder", .remainder, .numbers)
  static let power = Ufunc("power", .power, .numbers, .complex)
  static let maximum = Ufunc("maximum", .maximum, .any, .complex)
  static let minimum = Ufunc("minimum", .minimum, .any, .complex)
  static let fmax = Ufunc("fmax", .fmax, .any, .complex)
  static let fmin = Ufunc("fmin", .fmin, .any, .complex)
  static let fmod = Ufunc("fmod", .fmod, .numbers)
  static let arctan2 = Ufunc("arctan2", .arctan2, .floats)
  static let hypot = Ufunc("hypot", .hypot, .floats)
  static let copysign = Ufunc("copysign", .copysign, .floats)
  static let logaddexp = Ufunc("logaddexp", .logaddexp, .floats)
  static let equal = Ufunc("equal", .equal, .any, .complex)
  static let notEqual = Ufunc("not_equal", .notEqual, .any, .complex)
  static let less = Ufunc("less", .less, .any, .complex)
  static let lessEqual = Ufunc("less_equal", .lessEqual, .any, .complex)
  static let greater = Ufunc("greater", .greater, .any, .complex)
  static let greaterEqual = Ufunc("greater_equal", .greaterEqual, .any, .complex)
  static let logicalAnd = Ufunc("logical_and", .logicalAnd, .any, .complex)
  static let logicalOr = Ufunc("logical_or", .logicalOr, .any, .complex)
  static let logicalXor = Ufunc("logical_xor", .logicalXor, .any, .complex)
  static let bitwiseAnd = Ufunc("bitwise_and", .bitwiseAnd, .bits)
  static let bitwiseOr = Ufunc("bitwise_or", .bitwiseOr, .bits)
  static let bitwiseXor = Ufunc("bitwise_xor", .bitwiseXor, .bits)
  static let leftShift = Ufunc("left_shift", .leftShift, .shifts)
  static let rightShift = Ufunc("right_shift", .rightShift, .shifts)

  static let gcd = Ufunc("gcd", .gcd, .integers)
  static let lcm = Ufunc("lcm", .lcm, .integers)
  static let heaviside = Ufunc("heaviside", .heaviside, .floats)
  static let nextafter = Ufunc("nextafter", .nextafter, .floats)
  static let logaddexp2 = Ufunc("logaddexp2", .logaddexp2, .floats)
  static let floatPower = Ufunc("float_power", .power, .doubles, .complex)
  static let ldexp = Ufunc("ldexp", .ldexp, .floats)

  static let conjugate = Ufunc("conjugate", .conjugate, .numbers, .complex)
  static let fabs = Ufunc("fabs", .fabs, .floats)
  static let spacing = Ufunc("spacing", .spacing, .floats)
  static let bitwiseCount = Ufunc("bitwise_count", .bitCount, .shifts)
  static let negative = Ufunc(
    "negative", .negative,
    .numbersOnly(
      "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not "
        + "function instead."), .complex)
  static let positive = Ufunc("positive", .positive, .loopless, .complex)
  static let absolute = Ufunc("absolute", .absolute, .any, .complex)
  static let sign = Ufunc("sign", .sign, .loopless, .complex)
  static let sqrt = Ufunc("sqrt", .sqrt, .floats, .complex)
  static let square = Ufunc("square", .square, .numbers, .complex)
  static let reciprocal = Ufunc("reciprocal", .reciprocal, .numbers, .complex)
  static let exp = Ufunc("exp", .exp, .floats, .complex)
  static let exp2 = Ufunc("exp2", .exp2, .floats, .complex)
  static let expm1 = Ufunc("expm1", .expm1, .floats, .complex)
  static let log = Ufunc("log", .log, .floats, .complex)
  static let log2 = Ufunc("log2", .log2, .floats, .complex)
  static let log10 = Ufunc("log10", .log10, .floats, .complex)
  static let log1p = Ufunc("log1p", .log1p, .floats, .complex)
  static let sin = Ufunc("sin", .sin, .floats, .complex)
  static let cos = Ufunc("cos", .cos, .floats, .complex)
  static let tan = Ufunc("tan", .tan, .floats, .complex)
  static let arcsin = Ufunc("arcsin", .arcsin, .floats, .complex)
  static let arccos = Ufunc("arccos", .arccos, .floats, .complex)
  static let arctan = Ufunc("arctan", .arctan, .floats, .complex)
  static let sinh = Ufunc("sinh", .sinh, .floats, .complex)
  static let cosh = Ufunc("cosh", .cosh, .floats, .complex)
  static let tanh = Ufunc("tanh", .tanh, .floats, .complex)
  static let arcsinh = Ufunc("arcsinh", .arcsinh, .floats, .complex)
  static let arccosh = Ufunc("arccosh", .arccosh, .floats, .complex)
  static let arctanh = Ufunc("arctanh", .arctanh, .floats, .complex)
  static let cbrt = Ufunc("cbrt", .cbrt, .floats)
  static let floor = Ufunc("floor", .floor, .any)
  static let ceil = Ufunc("ceil", .ceil, .any)
  static let trunc = Ufunc("trunc", .trunc, .any)
  static let rint = Ufunc("rint", .rint, .floats, .complex)
  static let degrees = Ufunc("degrees", .degrees, .floats)
  static let radians = Ufunc("radians", .radians, .floats)
  static let isnan = Ufunc("isnan", .isnan, .any, .complex)
  static let isinf = Ufunc("isinf", .isinf, .any, .complex)
  static let isfinite = Ufunc("isfinite", .isfinite, .any, .complex)
  static let signbit = Ufunc("signbit", .signbit, .floats)
  static let logicalNot = Ufunc("logical_not", .logicalNot, .any, .complex)
  static let invert = Ufunc("invert", .invert, .bits)
}

extension Ufunc {
  /// The table: all functions.
  static let all: [Ufunc] = [
    .add, .subtract, .multiply, .divide, .floorDivide, .remainder, .power, .maximum, .minimum, .fmax, .fmin, .fmod,
    .arctan2, .hypot, .copysign, .logaddexp, .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual,
    .logicalAnd, .logicalOr, .logicalXor, .bitwiseAnd, .bitwiseOr, .bitwiseXor, .leftShift, .rightShift, .negative,
    .positive, .absolute, .sign, .sqrt, .square, .reciprocal, .exp, .exp2, .expm1, .log, .log2, .log10, .log1p,
    .sin, .cos, .tan, .arcsin, .arccos, .arctan, .sinh, .cosh, .tanh, .arcsinh, .arccosh, .arctanh, .cbrt, .floor,
    .ceil, .trunc, .rint, .degrees, .radians, .isnan, .isinf, .isfinite, .signbit, .logicalNot, .invert,
    .gcd, .lcm, .heaviside, .nextafter, .logaddexp2, .floatPower, .ldexp, .conjugate, .fabs, .spacing, .bitwiseCount,
  ]

  /// The type that the function computes in for operands of a common type. Throws TypeError where it has none.
  @inline(__always) func computingType(_ common: ElementType) throws(Fault) -> ElementType {
    if !common.isNumber { return try slowComputingType(common) }
    if common.isComplex && field == .real {
      if case .integers = rule { throw noLoop(.strong(common), .strong(common)) }
      throw noLoop(for: common)
    }
    switch rule {
    case .any: return common
    case .floats: return common.isInexact ? common : Promotion.common(common, .float16)
    case .quotients: return common.isInexact ? common : .float64
    case .doubles: return common.isComplex ? .complex128 : .float64
    case .numbers: return common == .bool ? .int8 : common
    case .numbersOnly(let text):
      if common == .bool { throw Fault(.typeError, text) }
      return common
    case .bits:
      if common.isInexact { throw unsupported }
      return common
    case .shifts:
      if common.isInexact { throw unsupported }
      return common == .bool ? .int8 : common
    case .integers:
      if !common.isInteger { throw noLoop(for: common) }
      return common
    case .loopless:
      if common == .bool { throw noLoop }
      return common
    }
  }

  /// NumPy's errors for text, records and complex numbers.
  @inline(never) func noLoop(for type: ElementType) -> Fault {
    if type.isComplex || (isFloating && arity == 1) { return unsupported }
    if type.isRecord, arity == 2 { return noLoop(type, type) }
    let name = "<class 'numpy.dtypes.\(DType(type).className)'>"
    let inputs = arity == 1 ? name : "(\(name), \(name))"
    return Fault(
      .noLoopError, "ufunc '\(self.name)' did not contain a loop with signature matching types \(inputs) -> None")
  }

  private var isFloating: Bool {
    switch rule {
    case .floats, .bits, .shifts: true
    default: false
    }
  }

  /// NumPy's TypeError for types that no loop takes.
  var unsupported: Fault {
    Fault(
      .typeError,
      "ufunc '\(name)' not supported for the input types, and the inputs could not be safely coerced to any supported "
        + "types according to the casting rule ''safe''")
  }

  private var noLoop: Fault {
    Fault(
      .noLoopError,
      "ufunc '\(name)' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None")
  }

  /// The type of the result for a computing type.
  @inline(__always) func resultType(_ computing: ElementType) -> ElementType {
    if computing == .object { return isComparison ? .bool : .object }
    switch kernel {
    case .unary(let operation): return operation.resultType(computing)
    case .binary(let operation): return operation.resultType(computing)
    }
  }

  /// The loop of one argument. Throws TypeError where there is none for the type.
  @inline(__always) func unaryKernel(_ type: ElementType) throws(Fault) -> UnaryLoop {
    if case .unary(let operation) = kernel, let loop = unaryLoop(operation, type) { return loop }
    throw unsupported
  }

  /// The loop of two arguments. Throws TypeError where there is none for the type.
  @inline(__always) func binaryKernel(_ type: ElementType) throws(Fault) -> BinaryLoop {
    if case .binary(let operation) = kernel, let loop = binaryLoop(operation, type) { return loop }
    throw unsupported
  }

  /// Whether the function may raise floating-point flags: float arithmetic, and integer division by zero.
  @inline(__always) func warns(_ type: ElementType) -> Bool {
    if type.isInexact { return true }
    switch kernel {
    case .binary(.floorDivide), .binary(.remainder), .binary(.fmod), .unary(.reciprocal): return true
    default: return false
    }
  }

  /// Whether this is one of the functions of two truth values.
  var isLogical: Bool {
    kernel == .binary(.logicalAnd) || kernel == .binary(.logicalOr) || kernel == .binary(.logicalXor)
  }

  /// Whether this is one of the six comparisons.
  var isComparison: Bool {
    switch kernel {
    case .binary(.equal), .binary(.notEqual), .binary(.less), .binary(.lessEqual), .binary(.greater),
      .binary(.greaterEqual):
      true
    default: false
    }
  }
}
