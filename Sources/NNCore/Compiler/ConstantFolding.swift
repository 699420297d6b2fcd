import NNIntegers
import NNSyntax

/// What an expression of literals is: known when it is compiled.
indirect enum FoldedConstant {
  case single(Constant)
  case tuple([FoldedConstant])
  /// A slice's start, stop and step.
  case slice([FoldedConstant])
}

/// Works out operations on literals. What would be an error, or large, is left to the machine.
enum ConstantFolding {
  /// The widest integer that is made, in bits.
  private static let widestInteger = 128
  /// The longest text that is made, in bytes.
  private static let longestText = 4096
  /// The longest tuple that is made, inner ones counted in.
  private static let longestTuple = 256

  /// The literal that an expression is equal to; nil where it is not made of literals only.
  static func constant(_ expression: Expression, dividesIntegers: Bool) -> Constant? {
    switch expression.node {
    case .constant(let constant): return constant
    case .unary(let op, let value):
      return constant(value, dividesIntegers: dividesIntegers).flatMap { unary(op, $0) }
    case .binary(let op, let left, let right):
      // The right side is the shallow one in a long sum.
      guard let y = constant(right, dividesIntegers: dividesIntegers),
        let x = constant(left, dividesIntegers: dividesIntegers)
      else { return nil }
      if op == .divide && !dividesIntegers && x.integer != nil { return nil }
      return binary(op, x, y)
    default: return nil
    }
  }

  /// The tuple of literals that these items are.
  static func tuple(_ items: [Expression], dividesIntegers: Bool) -> FoldedConstant? {
    var left = longestTuple
    return tuple(items, dividesIntegers, &left)
  }

  private static func tuple(_ items: [Expression], _ dividesIntegers: Bool, _ left: inout Int) -> FoldedConstant? {
    left -= items.count
    if left < 0 { return nil }
    var result: [FoldedConstant] = []
    for item in items {
      if case .tuple(let inner) = item.node {
        guard let folded = tuple(inner, dividesIntegers, &left) else { return nil }
        result.append(folded)
      } else if case .slice(let lower, let upper, let step) = item.node {
        guard let folded = slice([lower, upper, step], dividesIntegers) else { return nil }
        result.append(folded)
      } else {
        guard let folded = constant(item, dividesIntegers: dividesIntegers) else { return nil }
        result.append(.single(folded))
      }
    }
    return .tuple(result)
  }

  /// The slice of an index, like `1:-1`.
  private static func slice(_ parts: [Expression?], _ dividesIntegers: Bool) -> FoldedConstant? {
    var result: [FoldedConstant] = []
    for part in parts {
      guard let part else {
        result.append(.single(.none))
        continue
      }
      guard let folded = constant(part, dividesIntegers: dividesIntegers) else { return nil }
      result.append(.single(folded))
    }
    return .slice(result)
  }

  private static func unary(_ op: UnaryOperator, _ value: Constant) -> Constant? {
    if case .float(let double) = value {
      return op == .minus ? .float(-double) : op == .plus ? value : nil
    }
    guard let integer = value.integer else { return nil }
    switch op {
    case .plus: return value
    case .minus: return literal(-integer)
    case .invert: return literal(~integer)
    case .not: return nil
    }
  }

  private static func binary(_ op: BinaryOperator, _ x: Constant, _ y: Constant) -> Constant? {
    if let a = x.integer, let b = y.integer { return integers(op, a, b) }
    if let a = x.double, let b = y.double { return doubles(op, a, b) }
    switch (op, x, y) {
    case (.add, .string(let a), .string(let b)): return joined(a, b).map { .string($0) }
    case (.add, .bytes(let a), .bytes(let b)): return joined(a, b).map { .bytes($0) }
    case (.multiply, .string(let text), .integer(let times)): return repeated(text, times).map { .string($0) }
    case (.multiply, .integer(let times), .string(let text)): return repeated(text, times).map { .string($0) }
    case (.multiply, .bytes(let text), .integer(let times)): return repeated(text, times).map { .bytes($0) }
    default: return nil
    }
  }

  private static func joined(_ a: [UInt8], _ b: [UInt8]) -> [UInt8]? {
    a.count + b.count <= longestText ? a + b : nil
  }

  private static func repeated(_ text: [UInt8], _ times: Int) -> [UInt8]? {
    let (length, overflow) = text.count.multipliedReportingOverflow(by: max(times, 0))
    guard !overflow, length <= longestText else { return nil }
    return Array(repeatElement(text, count: text.isEmpty ? 0 : max(times, 0)).joined())
  }

  private static func doubles(_ op: BinaryOperator, _ x: Double, _ y: Double) -> Constant? {
    switch op {
    case .add: .float(x + y)
    case .subtract: .float(x - y)
    case .multiply: .float(x * y)
    case .divide: y == 0 ? nil : .float(x / y)
    default: nil
    }
  }

  private static func integers(_ op: BinaryOperator, _ x: BigInteger, _ y: BigInteger) -> Constant? {
    guard x.bitWidth <= widestInteger, y.bitWidth <= widestInteger else { return nil }
    switch op {
    case .add: return literal(x + y)
    case .subtract: return literal(x - y)
    case .multiply: return x.bitWidth + y.bitWidth <= widestInteger ? literal(x * y) : nil
    case .floorDivide: return y.isZero ? nil : literal(x.floorQuotient(by: y))
    case .modulo: return y.isZero ? nil : literal(x.floorRemainder(by: y))
    case .divide:
      // Exact operands only: then the quotient is rounded once.
      guard !y.isZero, x.bitWidth <= 53, y.bitWidth <= 53, let a = Int(exactly: x), let b = Int(exactly: y) else {
        return nil
      }
      return .float(Double(a) / Double(b))
    case .power:
      guard let exponent = Int(exactly: y), exponent >= 0, exponent <= widestInteger,
        x.bitWidth * max(exponent, 1) <= widestInteger
      else { return nil }
      return literal(x.power(exponent))
    case .leftShift:
      guard let count = Int(exactly: y), count >= 0, x.bitWidth + min(count, widestInteger + 1) <= widestInteger else {
        return nil
      }
      return literal(x << count)
    case .rightShift:
      guard let count = Int(exactly: y), count >= 0 else { return nil }
      return literal(x >> min(count, widestInteger))
    case .bitAnd: return literal(x & y)
    case .bitOr: return literal(x | y)
    case .bitXor: return literal(x ^ y)
    case .matrixMultiply: return nil
    }
  }

  private static func literal(_ value: BigInteger) -> Constant? {
    if let small = Int(exactly: value) { return .integer(small) }
    // The digits of a literal have no sign.
    if value.isNegative { return nil }
    return .bigInteger(digits: String(decoding: value.digits(radix: 16), as: UTF8.self), radix: 16)
  }
}

extension Constant {
  /// The value of an integer.
  fileprivate var integer: BigInteger? {
    switch self {
    case .integer(let value): BigInteger(value)
    case .bigInteger(let digits, let radix):
      digits.utf8.count <= 64 ? BigInteger(digits: Array(digits.utf8), radix: radix) : nil
    default: nil
    }
  }

  /// The value of a float, or of an integer that is one exactly.
  fileprivate var double: Double? {
    switch self {
    case .float(let value): value
    case .integer(let value): Double(exactly: value)
    default: nil
    }
  }
}

extension BodyCompiler {
  /// The literal that an expression is equal to.
  func folded(_ expression: Expression) -> Constant? {
    ConstantFolding.constant(expression, dividesIntegers: module.value.divisionFlags == 0)
  }

  /// The number that an instruction can take as its constant operand.
  mutating func numberIndex(_ expression: Expression) -> Int? {
    guard let constant = folded(expression), constant.isNumber, let index = builder.constant(constant),
      index <= 0xFFFF
    else { return nil }
    return index
  }

  /// The literal that is returned, None where nothing is said; nil where it is none.
  mutating func constantIndex(_ expression: Expression?) -> Int? {
    guard let expression else { return builder.constant(.none) }
    return folded(expression).flatMap { builder.constant($0) }
  }

  /// The number or text that a comparison can take as its constant operand.
  mutating func comparedIndex(_ expression: Expression) -> Int? {
    if case .constant(let constant) = expression.node, case .string = constant, let index = builder.constant(constant),
      index <= 0xFFFF
    {
      return index
    }
    return numberIndex(expression)
  }

  /// An operation on literals, compiled as the literal that it is; nil where it is none.
  mutating func compileFolded(_ expression: Expression, into target: Int?) -> Int? {
    let index: Int?
    switch expression.node {
    case .unary, .binary: index = folded(expression).flatMap { builder.constant($0) }
    case .tuple(let items):
      index = ConstantFolding.tuple(items, dividesIntegers: module.value.divisionFlags == 0).flatMap {
        builder.constant($0)
      }
    default: return nil
    }
    guard let index else { return nil }
    let register = target ?? allocate()
    emit(.loadConstant, register, wide: index, at: expression.span)
    return register
  }

  /// Loads a set of literals that is only looked through; nil where that is not made beforehand.
  mutating func compileConstantSet(_ items: [Expression], _ span: Span) -> Int? {
    guard
      case .tuple(let literals)? = ConstantFolding.tuple(items, dividesIntegers: module.value.divisionFlags == 0),
      let index = builder.constantSet(literals)
    else { return nil }
    let register = allocate()
    emit(.loadConstant, register, wide: index, at: span)
    return register
  }
}
