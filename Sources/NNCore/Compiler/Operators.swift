import NNSyntax

extension BinaryOperator {
  /// The instruction on two registers.
  var opcode: Opcode {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .modulo: .remainder
    case .power: .power
    case .matrixMultiply: .matrixMultiply
    case .leftShift: .leftShift
    case .rightShift: .rightShift
    case .bitAnd: .bitAnd
    case .bitOr: .bitOr
    case .bitXor: .bitXor
    }
  }

  /// The instruction on a register and a constant, where there is one.
  var constantOpcode: Opcode? {
    switch self {
    case .add: .addConstant
    case .subtract: .subtractConstant
    case .multiply: .multiplyConstant
    case .divide: .divideConstant
    case .floorDivide: .floorDivideConstant
    case .modulo: .remainderConstant
    default: nil
    }
  }
}

extension ComparisonOperator {
  var opcode: Opcode {
    switch self {
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .in: .contains
    case .notIn: .notContains
    case .is: .isSame
    case .isNot: .isNotSame
    }
  }

  /// The instructions that jump when the comparison does not hold, with a register and with a constant.
  var jumpOpcodes: (register: Opcode, constant: Opcode)? {
    switch self {
    case .less: (.jumpUnlessLess, .jumpUnlessLessConstant)
    case .lessOrEqual: (.jumpUnlessLessOrEqual, .jumpUnlessLessOrEqualConstant)
    case .equal: (.jumpUnlessEqual, .jumpUnlessEqualConstant)
    case .notEqual: (.jumpUnlessNotEqual, .jumpUnlessNotEqualConstant)
    case .greater: (.jumpUnlessGreater, .jumpUnlessGreaterConstant)
    case .greaterOrEqual: (.jumpUnlessGreaterOrEqual, .jumpUnlessGreaterOrEqualConstant)
    case .in, .notIn, .is, .isNot: nil
    }
  }
}

extension Constant {
  /// Whether this is a small integer or a float: what instructions take as a constant operand.
  var isNumber: Bool {
    switch self {
    case .integer, .float: true
    default: false
    }
  }
}
