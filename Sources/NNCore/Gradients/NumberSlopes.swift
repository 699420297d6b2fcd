import Glibc
import NNKernels

/// The formulas of `UfuncDerivative` for plain float64 numbers: what programs of many small steps spend their time in.
enum NumberSlopes {
  /// The cotangent of the operand of `operation`; nil where the general formula has to say.
  static func unary(_ operation: UnaryOperation, _ g: Double, _ x: Double, _ out: Double) -> Double? {
    switch operation {
    case .negative: -g
    case .positive: g
    case .absolute, .fabs: x > 0 ? g : x < 0 ? -g : g * x
    case .sqrt: out == 0 ? nil : g * 0.5 / out
    case .square: g * x * 2
    case .reciprocal: -(g * out * out)
    case .exp: g * out
    case .expm1: g * (out + 1)
    case .log: x == 0 ? nil : g / x
    case .log1p: x == -1 ? nil : g / (x + 1)
    case .sin: g * cos(x)
    case .cos: -(g * sin(x))
    case .tan: g * (out * out + 1)
    case .arctan: g / (x * x + 1)
    case .sinh: g * cosh(x)
    case .cosh: g * sinh(x)
    case .tanh: g * (1 - out * out)
    default: nil
    }
  }

  /// The cotangent of the first operand.
  static func first(_ operation: BinaryOperation, _ g: Double, _ x: Double, _ y: Double, _ out: Double) -> Double? {
    switch operation {
    case .add, .subtract: g
    case .multiply: g * y
    case .divide: y == 0 ? nil : g / y
    case .power: power(g, x, y)
    case .maximum, .minimum: x == out ? (y == out ? g * 0.5 : g) : g * 0
    default: nil
    }
  }

  /// The cotangent of the second operand.
  static func second(_ operation: BinaryOperation, _ g: Double, _ x: Double, _ y: Double, _ out: Double) -> Double? {
    switch operation {
    case .add: g
    case .subtract: -g
    case .multiply: g * x
    case .divide: y == 0 ? nil : -(g * out / y)
    case .maximum, .minimum: y == out ? (x == out ? g * 0.5 : g) : g * 0
    default: nil
    }
  }

  private static func power(_ g: Double, _ x: Double, _ y: Double) -> Double? {
    if y == 2 { return g * x * 2 }
    if y == 1 { return g }
    if y == 3 { return g * (x * x) * 3 }
    return x > 0 ? g * pow(x, y - 1) * y : nil
  }
}

extension Value {
  /// The number of a plain one, or of an array without axes; nil for other values and types.
  var plainNumber: Double? {
    borrowing get {
      switch self {
      case .float(let number): number
      case .int(let number): number.magnitude < 1 << 53 ? Double(number) : nil
      case .number(let scalar): scalar.element.type == .float64 ? scalar.element.asDouble : nil
      case .array(let r):
        r.value.type == .float64 && r.value.rank == 0 ? Double(bitPattern: r.value.data.load(UInt64.self)) : nil
      default: nil
      }
    }
  }

  /// The number of an operand that counts as one: plain, or a traced float.
  var numberOperand: Double? {
    @inline(__always) borrowing get {
      switch self {
      case .array(let r): r.value.isTracedFloat ? plainNumber : nil
      default: plainNumber
      }
    }
  }

  /// An array of float64 in C order without gaps.
  var asFlatArray: Unowned<NDArray>? {
    borrowing get {
      switch self {
      case .array(let r): r.value.type == .float64 && r.value.isContiguous ? r.unowned : nil
      default: nil
      }
    }
  }
}
