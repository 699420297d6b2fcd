import NNKernels

/// An elementwise function: NumPy's name, the kernel behind it, and the types it computes in.
struct Ufunc {
  enum Kernel: Equatable {
    case unary(UnaryOperation)
    case binary(BinaryOperation)
  }

  /// Which of the operands' common types the function computes in.
  enum Rule {
    /// Any type.
    case any
    /// Numbers: bool counts as int64 (NumPy's int8, which does not exist here).
    case numbers
    /// Numbers: bool is refused with this text.
    case numbersOnly(String)
    /// Floats: integers and bool count as float64 (NumPy takes float16 for bool and uint8 in most functions).
    case floats
    /// Bool and integers.
    case bits
    /// Integers: bool counts as int64.
    case shifts
    /// Numbers: for bool NumPy has no loop.
    case loopless
  }

  let name: String
  let kernel: Kernel
  let rule: Rule

  private init(_ name: String, _ operation: UnaryOperation, _ rule: Rule) {
    self.name = name
    kernel = .unary(operation)
    self.rule = rule
  }

  private init(_ name: String, _ operation: BinaryOperation, _ rule: Rule) {
    self.name = name
    kernel = .binary(operation)
    self.rule = rule
  }

  /// How many arguments the function has.
  var arity: Int {
    switch kernel {
    case .unary: 1
    case .binary: 2
    }
  }

  static let add = Ufunc("add", .add, .any)
  static let subtract = Ufunc(
    "subtract", .subtract,
    .numbersOnly(
      "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the "
        + "logical_xor function instead."))
  static let multiply = Ufunc("multiply", .multiply, .any)
  static let divide = Ufunc("divide", .divide, .floats)
  static let floorDivide = Ufunc("floor_divide", .floorDivide, .numbers)
  static let remainder = Ufunc("remainder", .remainder, .numbers)
  static let power = Ufunc("power", .power, .numbers)
  static let maximum = Ufunc("maximum", .maximum, .any)
  static let minimum = Ufunc("minimum", .minimum, .any)
  static let fmax = Ufunc("fmax", .fmax, .any)
  static let fmin = Ufunc("fmin", .fmin, .any)
  static let fmod = Ufunc("fmod", .fmod, .numbers)
  static let arctan2 = Ufunc("arctan2", .arctan2, .floats)
  static let hypot = Ufunc("hypot", .hypot, .floats)
  static let copysign = Ufunc("copysign", .copysign, .floats)
  static let logaddexp = Ufunc("logaddexp", .logaddexp, .floats)
  static let equal = Ufunc("equal", .equal, .any)
  static let notEqual = Ufunc("not_equal", .notEqual, .any)
  static let less = Ufunc("less", .less, .any)
  static let lessEqual = Ufunc("less_equal", .lessEqual, .any)
  static let greater = Ufunc("greater", .greater, .any)
  static let greaterEqual = Ufunc("greater_equal", .greaterEqual, .any)
  static let logicalAnd = Ufunc("logical_and", .logicalAnd, .any)
  static let logicalOr = Ufunc("logical_or", .logicalOr, .any)
  static let logicalXor = Ufunc("logical_xor", .logicalXor, .any)
  static let bitwiseAnd = Ufunc("bitwise_and", .bitwiseAnd, .bits)
  static let bitwiseOr = Ufunc("bitwise_or", .bitwiseOr, .bits)
  static let bitwiseXor = Ufunc("bitwise_xor", .bitwiseXor, .bits)
  static let leftShift = Ufunc("left_shift", .leftShift, .shifts)
  static let rightShift = Ufunc("right_shift", .rightShift, .shifts)

  static let negative = Ufunc(
    "negative", .negative,
    .numbersOnly(
      "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not "
        + "function instead."))
  static let positive = Ufunc("positive", .positive, .loopless)
  static let absolute = Ufunc("absolute", .absolute, .any)
  static let sign = Ufunc("sign", .sign, .loopless)
  static let sqrt = Ufunc("sqrt", .sqrt, .floats)
  static let square = Ufunc("square", .square, .numbers)
  static let reciprocal = Ufunc("reciprocal", .reciprocal, .numbers)
  static let exp = Ufunc("exp", .exp, .floats)
  static let exp2 = Ufunc("exp2", .exp2, .floats)
  static let expm1 = Ufunc("expm1", .expm1, .floats)
  static let log = Ufunc("log", .log, .floats)
  static let log2 = Ufunc("log2", .log2, .floats)
  static let log10 = Ufunc("log10", .log10, .floats)
  static let log1p = Ufunc("log1p", .log1p, .floats)
  static let sin = Ufunc("sin", .sin, .floats)
  static let cos = Ufunc("cos", .cos, .floats)
  static let tan = Ufunc("tan", .tan, .floats)
  static let arcsin = Ufunc("arcsin", .arcsin, .floats)
  static let arccos = Ufunc("arccos", .arccos, .floats)
  static let arctan = Ufunc("arctan", .arctan, .floats)
  static let sinh = Ufunc("sinh", .sinh, .floats)
  static let cosh = Ufunc("cosh", .cosh, .floats)
  static let tanh = Ufunc("tanh", .tanh, .floats)
  static let arcsinh = Ufunc("arcsinh", .arcsinh, .floats)
  static let arccosh = Ufunc("arccosh", .arccosh, .floats)
  static let arctanh = Ufunc("arctanh", .arctanh, .floats)
  static let cbrt = Ufunc("cbrt", .cbrt, .floats)
  static let floor = Ufunc("floor", .floor, .any)
  static let ceil = Ufunc("ceil", .ceil, .any)
  static let trunc = Ufunc("trunc", .trunc, .any)
  static let rint = Ufunc("rint", .rint, .floats)
  static let degrees = Ufunc("degrees", .degrees, .floats)
  static let radians = Ufunc("radians", .radians, .floats)
  static let isnan = Ufunc("isnan", .isnan, .any)
  static let isinf = Ufunc("isinf", .isinf, .any)
  static let isfinite = Ufunc("isfinite", .isfinite, .any)
  static let signbit = Ufunc("signbit", .signbit, .floats)
  static let logicalNot = Ufunc("logical_not", .logicalNot, .any)
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
  ]

  /// The type that the function computes in for operands of a common type. Throws TypeError where it has none.
  @inline(__always) func computingType(_ common: ElementType) throws(Fault) -> ElementType {
    switch rule {
    case .any: return common
    case .floats: return common.isFloat ? common : .float64
    case .numbers: return common == .bool ? .int64 : common
    case .numbersOnly(let text):
      if common == .bool { throw Fault(.typeError, text) }
      return common
    case .bits:
      if common.isFloat { throw unsupported }
      return common
    case .shifts:
      if common.isFloat { throw unsupported }
      return common == .bool ? .int64 : common
    case .loopless:
      if common == .bool { throw noLoop }
      return common
    }
  }

  /// NumPy's TypeError for types that no loop takes.
  private var unsupported: Fault {
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
    switch kernel {
    case .unary(let operation): operation.resultType(computing)
    case .binary(let operation): operation.resultType(computing)
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
    if type.isFloat { return true }
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
