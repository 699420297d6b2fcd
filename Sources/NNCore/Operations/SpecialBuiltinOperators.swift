// The operators as methods of builtin types: `(1).__add__(2)`.

extension SpecialOperation {
  /// Operators and comparisons, each with its reflected and in-place form.
  static var ofOperators: [(String, SpecialOperation)] {
    var table: [(String, SpecialOperation)] = []
    for op in ArithmeticOperator.allCases {
      let names = OperatorNames.of(op)
      table.append((names.method.name, binary(op, op.types, isReflected: false)))
      table.append((names.reflected.name, binary(op, op.reflectedTypes, isReflected: true)))
      table.append((names.inPlace.name, inPlace(op, op.inPlaceTypes)))
    }
    for comparison in [Comparison.less, .lessOrEqual, .equal, .notEqual, .greater, .greaterOrEqual] {
      table.append((comparison.method.name, compare(comparison)))
    }
    return table
  }

  private static func binary(_ op: ArithmeticOperator, _ types: TypeFamily, isReflected: Bool) -> SpecialOperation {
    let signature = op == .power && !isReflected ? "(self, value, mod=None, /)" : "(self, value, /)"
    let text = isReflected ? "Return value\(op.symbol)self." : "Return self\(op.symbol)value."
    return SpecialOperation(signature, text, types) { (context, arguments, type) throws(Fault) in
      if arguments[0].asArray != nil,
        let result = isReflected
          ? try context.classOperation(op.ufuncName, arguments[1], arguments[0])
          : try context.classOperation(op.ufuncName, arguments[0], arguments[1])
      {
        return result
      }
      let other = arguments[1].unwrapped
      let isNumber = !TypeFamily(type).isDisjoint(with: .numbers)
      if isNumber, !other.isPythonNumber { return .special(.notImplemented) }
      if other.asInstance != nil { return .special(.notImplemented) }
      if !isReflected, op == .power, !arguments[2].isNone {
        return try context.callNamed("pow", arguments[0].unwrapped, other, arguments[2].copy())
      }
      let own = arguments[0].unwrapped
      do throws(Fault) {
        return isReflected ? try context.arithmetic(op, other, own) : try context.arithmetic(op, own, other)
      } catch {
        if error.kind == .typeError, isNumber || op != .add && op != .multiply { return .special(.notImplemented) }
        throw error
      }
    }
  }

  private static func inPlace(_ op: ArithmeticOperator, _ types: TypeFamily) -> SpecialOperation {
    SpecialOperation("(self, value, /)", "Return self\(op.symbol)=value.", types) {
      (context, arguments, _) throws(Fault) in
      if arguments[0].asArray != nil,
        let result = try context.classOperation(op.ufuncName, arguments[0], arguments[1], inPlace: true)
      {
        return result
      }
      let own = arguments[0].unwrapped
      if own.asArray == nil && own.asScalar != nil { return try context.arithmetic(op, own, arguments[1].unwrapped) }
      _ = try context.arithmetic(op, own, arguments[1].unwrapped, inPlace: true)
      return arguments[0].copy()
    }
  }

  private static func compare(_ comparison: Comparison) -> SpecialOperation {
    let isEquality = comparison == .equal || comparison == .notEqual
    let ordered: TypeFamily = [.reals, .sequences, .sets, .views]
    let types: TypeFamily =
      isEquality ? [.object, .extensible, .range, .views, .arrays, .elements] : [.object, .arrays, .elements, ordered]
    return SpecialOperation("(self, value, /)", "Return self\(comparison.text)value.", types) {
      (context, arguments, type) throws(Fault) in
      if type == .object {
        switch comparison {
        case .equal: return context.isSame(arguments[0], arguments[1]) ? .bool(true) : .special(.notImplemented)
        case .notEqual:
          let equal = try context.callSpecial(.equalMethod, of: arguments[0], arguments[1])
          if let equal { return equal.isNotImplemented ? equal.copy() : .bool(!(try context.truth(equal))) }
          return context.isSame(arguments[0], arguments[1]) ? .bool(false) : .special(.notImplemented)
        default: return .special(.notImplemented)
        }
      }
      if arguments[0].asArray != nil,
        let result = try context.classOperation(comparison.ufunc.name, arguments[0], arguments[1])
      {
        return result
      }
      let own = arguments[0].unwrapped
      let other = arguments[1].unwrapped
      if !TypeFamily(type).isDisjoint(with: [.arrays, .elements]) {
        return try context.compare(comparison, own, other)
      }
      guard context.areComparable(own, other) else { return .special(.notImplemented) }
      return try context.compare(comparison, own, other)
    }
  }
}

extension Context {
  /// Calls one of the builtins that need no import.
  func callNamed(
    _ name: String, _ first: consuming Value, _ second: consuming Value = .unbound, _ third: consuming Value = .unbound
  ) throws(Fault) -> Value {
    guard let function = builtins.value.value(of: Symbol(name)) else { return .nothing }
    var arguments = ValueList(capacity: 3)
    arguments.append(first)
    if !second.isUnbound { arguments.append(second) }
    if !third.isUnbound { arguments.append(third) }
    return try call(function, arguments)
  }

  /// Whether a builtin type's comparison knows the other operand.
  fileprivate func areComparable(_ x: borrowing Value, _ y: borrowing Value) -> Bool {
    // An integer knows integers only: `(5).__eq__(5.0)` is left to the float.
    if x.builtinType.isSubtype(of: .int) { return y.builtinType.isSubtype(of: .int) }
    if x.asFloat != nil { return y.number != nil }
    if x.isPythonNumber { return y.isPythonNumber }
    return x.attributeOwner == y.attributeOwner || x.asSet != nil && y.asSet != nil
  }
}

extension Value {
  /// Whether the value is a number of Python's own.
  fileprivate var isPythonNumber: Bool { borrowing get { number != nil || asComplex != nil } }
}

extension ArithmeticOperator {
  /// The operator as it is written.
  fileprivate var symbol: String { self == .power ? "**" : text }

  /// The builtin types that have the operator.
  fileprivate var types: TypeFamily {
    switch self {
    case .add: [.numbers, .sequences, .arrays, .elements]
    case .subtract: [.numbers, .sets, .arrays, .elements]
    case .multiply: [.numbers, .sequences, .arrays, .elements]
    case .divide, .power: [.numbers, .arrays, .elements]
    case .floorDivide: [.reals, .arrays, .elements]
    case .remainder: [.reals, .texts, .arrays, .elements]
    case .matrixMultiply: [.arrays, .elements]
    case .leftShift, .rightShift: [.integers, .arrays, .elements]
    case .bitAnd, .bitXor: [.integers, .sets, .arrays, .elements]
    case .bitOr: [.integers, .sets, .dictionary, .type, .arrays, .elements]
    }
  }

  fileprivate var reflectedTypes: TypeFamily {
    switch self {
    case .add: [.numbers, .arrays, .elements]
    case .multiply: [.numbers, .sequences, .arrays, .elements]
    default: types
    }
  }

  fileprivate var inPlaceTypes: TypeFamily {
    switch self {
    case .add, .multiply: [.list, .bytearray, .arrays, .elements]
    case .subtract, .bitAnd, .bitXor: [.set, .arrays, .elements]
    case .bitOr: [.set, .dictionary, .arrays, .elements]
    default: [.arrays, .elements]
    }
  }
}
