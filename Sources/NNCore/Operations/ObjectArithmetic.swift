import NNKernels

// Operators between arrays and objects that are no numbers: each element meets the object, as in an array of objects.

extension Context {
  /// The operator of an array or NumPy scalar on the left and an object that leaves it to the array; nil where the
  /// object's methods come first.
  func leadingObjectArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    guard x.isArrayLike, x.asInstance == nil, isPlainObject(y), !(try takesOver(y, from: x)) else { return nil }
    // What stands for a float in a gradient leaves it to the object, as a float does.
    if x.asArray?.value.isTracedFloat == true { return nil }
    return try objectArithmetic(op, x, y)
  }

  /// The operator of an array or NumPy scalar and an object, element by element; nil where neither is an array, or the
  /// other operand is no mere object.
  func objectArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    guard let ufunc = op.ufunc, let a = try elements(x, beside: y), let b = try elements(y, beside: x) else {
      return nil
    }
    try checkUntraced(x)
    try checkUntraced(y)
    return .some(.result(try ufunc.binary(a.value, b.value)))
  }

  /// The comparison of an array or NumPy scalar on the left and an object that can compare itself, element by element.
  func leadingObjectComparison(
    _ comparison: Comparison, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    guard x.isArrayLike, x.asInstance == nil, isPlainObject(y), !(try takesOver(y, from: x)),
      try callableMember(comparison.swapped.method, y), let a = try elements(x, beside: y),
      let b = try elements(y, beside: x)
    else { return nil }
    return .some(.result(try comparison.ufunc.binary(a.value, b.value)))
  }

  /// An operand as an array whose elements are values of the language.
  private func elements(_ value: borrowing Value, beside other: borrowing Value) throws(Fault) -> Ref<NDArray>? {
    if value.isArrayLike {
      guard value.asInstance == nil || value.payload != nil else { return nil }
      return Ref(try ArrayConversion.array(value, in: self).cast(to: .object))
    }
    guard other.isArrayLike, isPlainObject(value) || !value.hasSpecialMethods && !value.isOperand else { return nil }
    if value.asString != nil || value.asBytes != nil { return nil }
    return Ref(try Creation.scalar(NumPyScalar.object(value.copy())))
  }

  /// Throws NotImplementedError for what is being differentiated, where values of the language are to be made of it.
  func checkUntraced(_ value: borrowing Value) throws(Fault) {
    guard Tracing.isOpen, tracer?.isTraced(value) == true else { return }
    throw Fault(.notImplementedError, "an array of objects cannot hold what is being differentiated")
  }

  /// Whether a value is an instance that is neither a number nor anything that an array could be made of.
  private func isPlainObject(_ value: borrowing Value) -> Bool {
    guard let instance = value.asInstance, instance.value.payload.isUnbound else { return false }
    for name in ["__array__", "__array_interface__", "__array_function__"] {
      if let found = try? optionalAttribute(value, Symbol(name)), !found.isNone { return false }
    }
    let isSequence = ["__len__", "__getitem__"].allSatisfy { (name) in
      ((try? optionalAttribute(value, Symbol(name))) ?? nil) != nil
    }
    return !isSequence
  }

  /// Whether an object says that its own methods come before those of arrays.
  private func takesOver(_ value: borrowing Value, from array: borrowing Value) throws(Fault) -> Bool {
    if try optionalAttribute(value, Symbol("__array_ufunc__")) != nil { return true }
    guard let priority = try optionalAttribute(value, Symbol("__array_priority__")), let number = priority.number else {
      return false
    }
    return try number.double() > (array.asArray == nil ? -1_000_000 : 0)
  }

  private func callableMember(_ name: Symbol, _ value: borrowing Value) throws(Fault) -> Bool {
    guard let instance = value.asInstance else { return false }
    return userMember(name, in: instance.value.type.unowned) != nil
  }
}
