// What builtins ask of instances where they need a number: `float`, `int`, `abs`, `round`, `divmod` and `math`.

extension Context {
  /// The float that `__float__` or `__index__` gives; nil: the value's type has neither.
  func specialReal(_ value: borrowing Value) throws(Fault) -> Double? {
    if let made = try callSpecial(.floatMethod, of: value) {
      guard let result = made.asFloat else {
        throw Fault(.typeError, "\(value.typeName).__float__ returned non-float (type \(made.typeName))")
      }
      return result
    }
    if let made = try callSpecial(.indexMethod, of: value), let number = made.number { return try number.double() }
    return nil
  }

  /// The integer that `__int__`, `__index__` or `__trunc__` gives; nil: the value's type has none of them.
  func specialInteger(_ value: borrowing Value) throws(Fault) -> Value? {
    for (name, text) in NumberMethodNames.integers {
      guard let made = try callSpecial(name, of: value) else { continue }
      guard let integer = made.number?.integer else {
        throw Fault(.typeError, "\(text) returned non-int (type \(made.typeName))")
      }
      return .integer(integer)
    }
    return nil
  }

  /// What a method answers without arguments, or with the digits that are no None; nil: the value's type has none.
  func specialRounded(_ value: borrowing Value, _ digits: borrowing Value) throws(Fault) -> Value? {
    if digits.isNone { return try callSpecial(NumberMethodNames.round, of: value) }
    return try callSpecial(NumberMethodNames.round, of: value, digits)
  }

  /// What `__abs__` answers; nil: the value's type has none.
  func specialMagnitude(_ value: borrowing Value) throws(Fault) -> Value? {
    try callSpecial(NumberMethodNames.magnitude, of: value)
  }

  /// What `__floor__`, `__ceil__` or `__trunc__` answers; nil: the value's type has none.
  func specialWhole(_ name: String, _ value: borrowing Value) throws(Fault) -> Value? {
    guard let method = NumberMethodNames.wholes[name] else { return nil }
    return try callSpecial(method, of: value)
  }

  /// What `__divmod__` of the first or `__rdivmod__` of the second operand answers; nil: none knows it.
  func specialDivmod(_ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Value? {
    if let made = try callSpecial(NumberMethodNames.divmod, of: x, y), !made.givesUp { return .some(made) }
    if let made = try callSpecial(NumberMethodNames.reflectedDivmod, of: y, x), !made.givesUp { return .some(made) }
    return nil
  }
}

extension Value {
  /// Whether this is the object `NotImplemented`.
  fileprivate var givesUp: Bool { borrowing get { typeName == "NotImplementedType" } }
}

/// The names of the methods asked for numbers.
private enum NumberMethodNames {
  static let integers: [(Symbol, String)] = [
    (.intMethod, "__int__"), (.indexMethod, "__index__"), (Symbol("__trunc__"), "__trunc__"),
  ]
  static let round = Symbol("__round__")
  static let magnitude = Symbol("__abs__")
  static let divmod = Symbol("__divmod__")
  static let reflectedDivmod = Symbol("__rdivmod__")
  static let wholes = ["floor": Symbol("__floor__"), "ceil": Symbol("__ceil__"), "trunc": Symbol("__trunc__")]
}
