import NNSyntax

// What the compiler computes itself.

extension Expression {
  /// The literal that an expression of integer literals amounts to; nil where it is none, fails, or gets long.
  var folded: Constant? {
    switch node {
    case .constant(let constant): return constant.isNumber ? constant : nil
    case .unary(.minus, let value): return value.folded?.negated
    case .binary(let op, let left, let right):
      guard depth < 20, case .integer(let a) = left.folded, case .integer(let b) = right.folded,
        let result = op.integer(Int128(a), Int128(b))
      else { return nil }
      if let small = Int(exactly: result) { return .integer(small) }
      return result > 0 ? .bigInteger(digits: String(result, radix: 16), radix: 16) : nil
    default: return nil
    }
  }

  /// The literal that a comparison finds among the constants.
  var comparedConstant: Constant? {
    if case .constant(let constant) = node, case .string = constant { return constant }
    return folded
  }

  /// The items of a tuple or, where only its items matter, of a list of literals.
  var constantItems: [Expression]? {
    switch node {
    case .tuple(let items), .list(let items): items.allSatisfy(\.isLiteral) ? items : nil
    default: nil
    }
  }

  /// Whether this is a literal, a negative one, or a tuple of such.
  var isLiteral: Bool {
    switch node {
    case .constant: true
    case .tuple(let items): items.allSatisfy(\.isLiteral)
    default: folded != nil
    }
  }
}

extension BinaryOperator {
  /// The result on two integers where it is an integer of up to 127 bits.
  fileprivate func integer(_ a: Int128, _ b: Int128) -> Int128? {
    let result: (partialValue: Int128, overflow: Bool)
    switch self {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .power: return BinaryOperator.power(a, b)
    case .leftShift: return b >= 0 && b < 64 && a > 0 ? BinaryOperator.power(2, b).flatMap { multiply.integer(a, $0) } : nil
    default: return nil
    }
    return result.overflow ? nil : result.partialValue
  }

  private static func power(_ base: Int128, _ exponent: Int128) -> Int128? {
    guard exponent >= 0, exponent < 127 else { return nil }
    var result: Int128 = 1
    for _ in 0..<Int(exponent) {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      result = product
    }
    return result
  }

  private var multiply: BinaryOperator { .multiply }
}

extension BodyCompiler {
  /// A tuple of literals as one constant; nil where some item is none.
  mutating func constantTuple(_ items: [Expression]) -> Int? {
    guard items.count <= 1000, items.allSatisfy(\.isLiteral) else { return nil }
    var places: [Int] = []
    for item in items {
      let place: Int?
      if case .tuple(let inner) = item.node {
        place = constantTuple(inner)
      } else if case .constant(let constant) = item.node {
        place = builder.constant(constant)
      } else {
        place = item.folded.flatMap { builder.constant($0) }
      }
      guard let place else { return nil }
      places.append(place)
    }
    return builder.tuple(of: places)
  }
}
