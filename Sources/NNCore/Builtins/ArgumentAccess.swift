import NNKernels

// How the bodies of builtins read their arguments.

extension Registers {
  /// Whether an argument that may be left out was given.
  func isGiven(_ index: Int) -> Bool { !self[index].isUnbound }

  /// An argument's items when it is the tuple of `*args`.
  func variadic(_ index: Int) -> Unowned<TupleObject>? { self[index].asTuple }
}

extension Context {
  /// An integer argument: anything with `__index__`. TypeError for other values.
  func integer(_ value: borrowing Value) throws(Fault) -> Int {
    if let small = value.asInt { return small }
    if let integer = try indexInteger(value, orRaise: .overflowError, "Python int too large to convert to C ssize_t") {
      return integer
    }
    throw Fault(.typeError, "'\(value.typeName)' object cannot be interpreted as an integer")
  }

  /// An integer argument, nil when it is None or was left out.
  func optionalInteger(_ value: borrowing Value) throws(Fault) -> Int? {
    value.isNone || value.isUnbound ? nil : try integer(value)
  }

  /// A real argument as a double. TypeError for other values.
  func double(_ value: borrowing Value) throws(Fault) -> Double {
    try real(value) { FormatError.type("must be real number, not \($0)") }
  }

  /// A string argument. TypeError naming the function for other values.
  func string(_ value: borrowing Value, of function: String) throws(Fault) -> UnicodeText {
    guard let string = value.asString else {
      throw Fault(.typeError, "\(function)() argument must be str, not \(value.typeName)")
    }
    return string.value.text
  }

  /// An array argument: arrays as they are (their memory shared), numbers and nested sequences converted.
  func array(_ value: borrowing Value) throws(Fault) -> NDArray { try ArrayConversion.array(value, in: self) }

  /// A dtype argument, nil when it is None or was left out.
  func optionalDType(_ value: borrowing Value) throws(Fault) -> ElementType? {
    value.isNone || value.isUnbound ? nil : try ArrayConversion.dtype(value).type
  }
}
