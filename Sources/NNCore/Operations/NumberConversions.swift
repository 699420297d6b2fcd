// What builtins ask of instances where they need a number: `float`, `int`, `abs`, `round`, `divmod` and `math`.

extension Context {
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
  static let round = Symbol("__round__")
  static let magnitude = Symbol("__abs__")
  static let divmod = Symbol("__divmod__")
  static let reflectedDivmod = Symbol("__rdivmod__")
  static let wholes = ["floor": Symbol("__floor__"), "ceil": Symbol("__ceil__"), "trunc": Symbol("__trunc__")]
}
