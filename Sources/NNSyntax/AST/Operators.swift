/// The unary operators.
public enum UnaryOperator: String, Hashable, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case invert = "~"
  case not = "not"
}

/// The arithmetic and bitwise operators, also those of augmented assignment.
public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case power = "**"
  case matrixMultiply = "@"
  case leftShift = "<<"
  case rightShift = ">>"
  case bitAnd = "&"
  case bitOr = "|"
  case bitXor = "^"
}

/// `and` and `or`.
public enum BooleanOperator: String, Hashable, Sendable, CaseIterable {
  case and
  case or
}

/// The comparison operators.
public enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case equal = "=="
  case notEqual = "!="
  case greater = ">"
  case greaterOrEqual = ">="
  case `in` = "in"
  case notIn = "not in"
  case `is` = "is"
  case isNot = "is not"
}
