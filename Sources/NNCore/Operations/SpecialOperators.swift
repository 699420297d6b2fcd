// Operators on instances: their classes' methods, in the order of the language.

/// Which of an operator's methods has given up: those after it are still to be asked.
enum OperatorPhase: Int { case none, inPlace, method, reflected }

/// The names of an arithmetic operator's methods.
struct OperatorNames {
  let method: Symbol
  let reflected: Symbol
  let inPlace: Symbol

  /// The fixed names begin with these, in the operators' order.
  static func of(_ op: ArithmeticOperator) -> OperatorNames {
    let place = Int(op.rawValue) &* 3
    return OperatorNames(
      method: Symbol(fixed: place), reflected: Symbol(fixed: place &+ 1), inPlace: Symbol(fixed: place &+ 2))
  }
}

extension Comparison {
  /// The name of the comparison's method.
  var method: Symbol { Symbol(fixed: 39 &+ Int(rawValue)) }
}

extension UnaryArithmetic {
  var method: Symbol {
    switch self {
    case .negative: .negativeMethod
    case .positive: .positiveMethod
    case .invert: .invertMethod
    }
  }
}

extension Value {
  /// Whether this is an instance that extends a builtin type with an in-place operator of its own.
  borrowing func changesInPlace(_ op: ArithmeticOperator) -> Bool {
    guard let instance = asInstance, !instance.value.payload.isUnbound else { return false }
    switch op {
    case .add:
      if instance.value.payload.asList != nil { return true }
      return instance.value.payload.asBytes.map { $0.value.isMutable } ?? false
    case .bitOr:
      if instance.value.payload.asDictionary != nil { return true }
      return instance.value.payload.asSet.map { !$0.value.isFrozen } ?? false
    case .bitAnd, .bitXor, .subtract: return instance.value.payload.asSet.map { !$0.value.isFrozen } ?? false
    default: return false
    }
  }
}

extension Context {
  /// What the methods of the operands answer to an operator; nil where none knows it.
  func specialArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value, inPlace: Bool,
    after phase: OperatorPhase = .none
  ) throws(Fault) -> Value? {
    let names = OperatorNames.of(op)
    switch phase {
    case .none:
      if inPlace {
        if let result = try answer(names.inPlace, x, y) { return result }
        if x.changesInPlace(op), !hasSpecial(names.inPlace, x), try change(x, op, y) { return x.copy() }
      }
    case .inPlace: break
    case .method: return hasSameType(x, y) ? nil : try answer(names.reflected, y, x)
    case .reflected: return nil
    }
    if op == .remainder, x.asInstance == nil, x.asString != nil || x.asBytes != nil { return nil }
    return try specialBinary(names.method, names.reflected, x, y)
  }

  /// Changes the list, set or dictionary that an instance extends as its type's own in-place operator does. False: that
  /// gives up.
  private func change(_ x: borrowing Value, _ op: ArithmeticOperator, _ y: borrowing Value) throws(Fault) -> Bool {
    let own = x.unwrapped
    if op == .add, let list = own.asList {
      try extend(list, with: y)
      return true
    }
    let other = y.unwrapped
    if own.asSet != nil && other.asSet == nil { return false }
    _ = try arithmetic(op, own, other, inPlace: true)
    return true
  }

  /// A method of `x` and the reflected one of `y`, which comes first where its type is a subtype that redefines it.
  func specialBinary(
    _ name: Symbol, _ reflected: Symbol, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    let isSameType = hasSameType(x, y)
    let reflectedFirst = !isSameType && prefersReflected(reflected, x, y)
    if reflectedFirst, let result = try answer(reflected, y, x) { return result }
    if let result = try answer(name, x, y) { return result }
    if !isSameType && !reflectedFirst { return try answer(reflected, y, x) }
    return nil
  }

  /// What a method answers, unless it is missing or gives up.
  private func answer(_ name: Symbol, _ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Value? {
    guard let result = try callSpecial(name, of: x, y) else { return nil }
    return result.isNotImplemented ? nil : .some(result)
  }

  private func hasSameType(_ x: borrowing Value, _ y: borrowing Value) -> Bool {
    if let a = x.specialClass { return y.specialClass.map { $0 == a } ?? false }
    if let a = x.asNative, let b = y.asNative { return a.value.type == b.value.type }
    return false
  }

  private func prefersReflected(_ name: Symbol, _ x: borrowing Value, _ y: borrowing Value) -> Bool {
    guard let type = y.specialClass, let method = userMember(name, in: type) else { return false }
    guard isSubtype(.classObject(type.owned()), of: self.type(of: x)) else { return false }
    guard let other = x.specialClass, let inherited = userMember(name, in: other) else { return true }
    return method.owner != inherited.owner
  }

  /// What the methods of the operands answer to a comparison; nil where none knows it.
  func specialComparison(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value, after phase: OperatorPhase = .none
  ) throws(Fault) -> Value? {
    let swapped = comparison.swapped
    if phase == .method { return try comparisonAnswer(swapped, y, x) }
    let reflectedFirst = !hasSameType(x, y) && prefersReflectedComparison(swapped.method, x, y)
    if reflectedFirst, let result = try comparisonAnswer(swapped, y, x) { return result }
    if let result = try comparisonAnswer(comparison, x, y) { return result }
    if !reflectedFirst { return try comparisonAnswer(swapped, y, x) }
    return nil
  }

  private func prefersReflectedComparison(_ name: Symbol, _ x: borrowing Value, _ y: borrowing Value) -> Bool {
    guard let type = y.specialClass, userMember(name, in: type) != nil else { return false }
    return isSubtype(.classObject(type.owned()), of: self.type(of: x))
  }

  /// What one operand's method answers; without `__ne__` it is the contrary of `__eq__`.
  private func comparisonAnswer(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    if comparison == .notEqual, !hasSpecial(.notEqualMethod, x) {
      guard let equal = try answer(.equalMethod, x, y) else { return nil }
      return .some(.bool(!(try truth(equal))))
    }
    return try answer(comparison.method, x, y)
  }

  /// What a method of the value's type answers to a unary operator; nil where there is none.
  func specialUnary(_ op: UnaryArithmetic, _ x: borrowing Value) throws(Fault) -> Value? {
    try callSpecial(op.method, of: x)
  }
}
