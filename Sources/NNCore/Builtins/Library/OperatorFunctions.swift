import NNSyntax

extension Builtin {
  /// The module behind `operator`: `scripts/lib/operator.py` adds its second names.
  static let operatorFunctions: [Builtin] =
    binaryOperators + inPlaceOperators + comparisons_ + operatorTests + sequenceOperators + itemOperators

  private static func operation(
    _ signature: String, _ documentation: String, _ example: String,
    _ body: @escaping (Context, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin("_operator.\(signature)", documentation, example: "import operator; operator.\(example)", body: body)
  }

  private static func binary(_ name: String, _ sign: String, _ op: ArithmeticOperator, _ example: String) -> Builtin {
    operation("\(name)(a, b, /)", "`a \(sign) b`.", "\(name)\(example)") { (context, arguments) throws(Fault) in
      try context.arithmetic(op, arguments[0].copy(), arguments[1].copy())
    }
  }

  private static let binaryOperators: [Builtin] = [
    binary("add", "+", .add, "(1, 2)  # 3"), binary("sub", "-", .subtract, "(1, 2)  # -1"),
    binary("mul", "*", .multiply, "(3, 2)  # 6"), binary("truediv", "/", .divide, "(1, 2)  # 0.5"),
    binary("floordiv", "//", .floorDivide, "(7, 2)  # 3"), binary("mod", "%", .remainder, "(7, 4)  # 3"),
    binary("pow", "**", .power, "(2, 3)  # 8"), binary("matmul", "@", .matrixMultiply, "([1], [2])"),
    binary("lshift", "<<", .leftShift, "(1, 2)  # 4"), binary("rshift", ">>", .rightShift, "(8, 2)  # 2"),
    binary("and_", "&", .bitAnd, "(6, 3)  # 2"), binary("or_", "|", .bitOr, "(6, 3)  # 7"),
    binary("xor", "^", .bitXor, "(6, 3)  # 5"),
  ]

  private static func inPlace(_ name: String, _ sign: String, _ op: ArithmeticOperator) -> Builtin {
    operation("\(name)(a, b, /)", "`a \(sign)= b`: the new `a`.", "\(name)(6, 3)") {
      (context, arguments) throws(Fault) in
      try context.arithmetic(op, arguments[0].copy(), arguments[1].copy(), inPlace: true)
    }
  }

  private static let inPlaceOperators: [Builtin] = [
    inPlace("iadd", "+", .add), inPlace("isub", "-", .subtract), inPlace("imul", "*", .multiply),
    inPlace("itruediv", "/", .divide), inPlace("ifloordiv", "//", .floorDivide), inPlace("imod", "%", .remainder),
    inPlace("ipow", "**", .power), inPlace("imatmul", "@", .matrixMultiply), inPlace("ilshift", "<<", .leftShift),
    inPlace("irshift", ">>", .rightShift), inPlace("iand", "&", .bitAnd), inPlace("ior", "|", .bitOr),
    inPlace("ixor", "^", .bitXor),
  ]

  private static func comparison(_ name: String, _ sign: String, _ comparison: Comparison) -> Builtin {
    operation("\(name)(a, b, /)", "`a \(sign) b`.", "\(name)(1, 2)") { (context, arguments) throws(Fault) in
      try context.compare(comparison, arguments[0], arguments[1])
    }
  }

  private static let comparisons_: [Builtin] = [
    comparison("lt", "<", .less), comparison("le", "<=", .lessOrEqual), comparison("eq", "==", .equal),
    comparison("ne", "!=", .notEqual), comparison("ge", ">=", .greaterOrEqual), comparison("gt", ">", .greater),
  ]

  private static func unary(
    _ name: String, _ text: String, _ example: String,
    _ body: @escaping (Context, borrowing Value) throws(Fault) -> Value
  ) -> Builtin {
    operation("\(name)(a, /)", text, name + example) { (context, arguments) throws(Fault) in
      try body(context, arguments[0])
    }
  }

  private static let operatorTests: [Builtin] = [
    unary("not_", "`not a`.", "(0)  # True") { (context, value) throws(Fault) in .bool(!(try context.truth(value))) },
    unary("truth", "Whether a value is true.", "([])  # False") { (context, value) throws(Fault) in
      .bool(try context.truth(value))
    },
    operation("is_(a, b, /)", "`a is b`.", "is_(None, None)  # True") { (context, arguments) throws(Fault) in
      .bool(context.isSame(arguments[0], arguments[1]))
    },
    operation("is_not(a, b, /)", "`a is not b`.", "is_not(1, None)  # True") { (context, arguments) throws(Fault) in
      .bool(!context.isSame(arguments[0], arguments[1]))
    },
    unary("neg", "`-a`.", "(2)  # -2") { (context, value) throws(Fault) in try context.unary(.negative, value.copy()) },
    unary("pos", "`+a`.", "(2)  # 2") { (context, value) throws(Fault) in try context.unary(.positive, value.copy()) },
    unary("inv", "`~a`.", "(2)  # -3") { (context, value) throws(Fault) in try context.unary(.invert, value.copy()) },
    unary("invert", "`~a`.", "(2)  # -3") { (context, value) throws(Fault) in
      try context.unary(.invert, value.copy())
    },
    unary("abs", "`abs(a)`.", "(-2)  # 2") { (context, value) throws(Fault) in
      guard let abs = context.builtins.value.value(of: Symbol("abs")) else { return .nothing }
      return try context.call(abs, value.copy())
    },
    unary("index", "The value as an integer.", "(True)  # 1") { (context, value) throws(Fault) in
      if let big = value.asBigInteger { return .bigInteger(big.owned()) }
      return .int(try context.integer(value))
    },
    operation("length_hint(obj, default=0, /)", "About how many items a value has.", "length_hint([1, 2])  # 2") {
      (context, arguments) throws(Fault) in
      try context.lengthHint(arguments[0], orElse: arguments[1])
    },
  ]

  private static let sequenceOperators: [Builtin] = [
    operation("concat(a, b, /)", "`a + b`, of sequences.", "concat([1], [2])  # [1, 2]") {
      (context, arguments) throws(Fault) in
      try context.requireSequence(arguments[0])
      return try context.arithmetic(.add, arguments[0].copy(), arguments[1].copy())
    },
    operation("iconcat(a, b, /)", "`a += b`, of sequences: the new `a`.", "iconcat([1], [2])  # [1, 2]") {
      (context, arguments) throws(Fault) in
      try context.requireSequence(arguments[0])
      return try context.arithmetic(.add, arguments[0].copy(), arguments[1].copy(), inPlace: true)
    },
    operation("contains(a, b, /)", "`b in a`.", "contains([1], 1)  # True") { (context, arguments) throws(Fault) in
      .bool(try context.contains(arguments[0], arguments[1]))
    },
    operation("countOf(a, b, /)", "How many items of `a` equal `b`.", "countOf([1, 2, 1], 1)  # 2") {
      (context, arguments) throws(Fault) in
      var count = 0
      try context.forEach(arguments[0]) { (item) throws(Fault) in
        if try context.sameOrEqual(item, arguments[1]) { count += 1 }
        return true
      }
      return .int(count)
    },
    operation("indexOf(a, b, /)", "Where the first item of `a` is that equals `b`.", "indexOf([5, 6], 6)  # 1") {
      (context, arguments) throws(Fault) in
      var index = 0
      var isFound = false
      try context.forEach(arguments[0]) { (item) throws(Fault) in
        isFound = try context.sameOrEqual(item, arguments[1])
        if !isFound { index += 1 }
        return !isFound
      }
      if !isFound { throw Fault(.valueError, "sequence.index(x): x not in sequence") }
      return .int(index)
    },
    operation("getitem(a, b, /)", "`a[b]`.", "getitem([5], 0)  # 5") { (context, arguments) throws(Fault) in
      try context.item(arguments[0], at: arguments[1])
    },
    operation("setitem(a, b, c, /)", "`a[b] = c`.", "setitem([5], 0, 6)") { (context, arguments) throws(Fault) in
      try context.setItem(arguments[0], at: arguments[1], to: arguments[2])
      return .nothing
    },
    operation("delitem(a, b, /)", "`del a[b]`.", "delitem([5], 0)") { (context, arguments) throws(Fault) in
      try context.deleteItem(arguments[0], at: arguments[1])
      return .nothing
    },
  ]
}

extension Context {
  fileprivate func requireSequence(_ value: borrowing Value) throws(Fault) {
    let isSequence = value.asList != nil || value.asTuple != nil || value.asString != nil || value.asBytes != nil
    if isSequence || value.asInstance != nil || value.asNative != nil { return }
    throw Fault(.typeError, "'\(value.typeName)' object can't be concatenated")
  }

  fileprivate func lengthHint(_ value: borrowing Value, orElse other: borrowing Value) throws(Fault) -> Value {
    if let hint = value.asIterator?.value.lengthHint { return .int(hint) }
    do throws(Fault) { return .int(try length(value)) } catch {
      if !error.isKind(.typeError) { throw error }
    }
    do throws(Fault) {
      if let hint = try callSpecial(Symbol("__length_hint__"), of: value), !hint.isSpecialNotImplemented { return hint }
    } catch {
      if !error.isKind(.typeError) { throw error }
    }
    return .int(try integer(other))
  }
}

extension Value {
  fileprivate var isSpecialNotImplemented: Bool {
    borrowing get {
      switch self {
      case .special(let special): special == .notImplemented
      default: false
      }
    }
  }
}
