/// The binary operators of arithmetic, in the order of their opcodes.
enum ArithmeticOperator: UInt8, CaseIterable {
  case add, subtract, multiply, divide, floorDivide, remainder, power, matrixMultiply
  case leftShift, rightShift, bitAnd, bitOr, bitXor

  /// The operator as it is written.
  var text: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .remainder: "%"
    case .power: "** or pow()"
    case .matrixMultiply: "@"
    case .leftShift: "<<"
    case .rightShift: ">>"
    case .bitAnd: "&"
    case .bitOr: "|"
    case .bitXor: "^"
    }
  }
}

/// The unary operators of arithmetic.
enum UnaryArithmetic: String {
  case negative = "-"
  case positive = "+"
  case invert = "~"
}

/// The comparisons by size or equality, in the order of their opcodes.
enum Comparison: UInt8 {
  case less, lessOrEqual, equal, notEqual, greater, greaterOrEqual

  var text: String {
    switch self {
    case .less: "<"
    case .lessOrEqual: "<="
    case .equal: "=="
    case .notEqual: "!="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  /// Whether the comparison holds for two values.
  @inline(__always) func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .equal: left == right
    case .notEqual: left != right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
