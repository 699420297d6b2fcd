import NNKernels

// How the bodies of NumPy's functions read their arguments and give their results.

extension Registers {
  /// An argument in its register; what `*args` collected is read by `variadic`.
  func isNone(_ index: Int) -> Bool { self[index].isNone || self[index].isUnbound }
}

extension Context {
  /// The array of an argument, which stays in its register and lives as long: arrays as they are, numbers and nested
  /// sequences converted.
  @inline(__always) func array(_ arguments: Registers, _ index: Int) throws(Fault) -> Unowned<NDArray> {
    if let array = arguments[index].asArray, array.value.type.isNumber { return array }
    return try convertedArray(arguments, index)
  }

  /// What a function of the library makes of a builtin's first arguments.
  @inline(never)
  func callLibrary(_ source: String, _ name: String, _ arguments: Registers, _ count: Int) throws(Fault) -> Value {
    guard let machine = self as? Machine else { return .nothing }
    let function = try attribute(try machine.importModule(source), Symbol(name))
    var values = ValueList(capacity: count)
    for index in 0..<count { values.append(arguments[index].isUnbound ? .nothing : arguments[index].copy()) }
    return try call(function, values)
  }

  /// An array as it stands, its bytes in whichever order.
  func rawArray(_ arguments: Registers, _ index: Int) throws(Fault) -> Unowned<NDArray> {
    if let array = arguments[index].asArray { return array }
    return try convertedArray(arguments, index)
  }

  @inline(never) private func convertedArray(_ arguments: Registers, _ index: Int) throws(Fault) -> Unowned<NDArray> {
    var arguments = arguments
    if let array = arguments[index].asArray, RecordTypes.native(array.value.type) == nil { return array }
    let whole = try ArrayConversion.array(arguments[index], in: self)
    let converted = if let native = RecordTypes.native(whole.type) { try whole.cast(to: native) } else { whole.view() }
    arguments.set(index, .array(Ref(converted)))
    guard let array = arguments[index].asArray else { throw Fault(.systemError, "no array") }
    return array
  }

  /// A truth value; false for what was left out.
  @inline(__always) func flag(_ value: borrowing Value) throws(Fault) -> Bool {
    if let plain = value.asBool { return plain }
    return value.isUnbound ? false : try truth(value)
  }

  /// The axes of an argument: nil for None and for what was left out.
  @inline(__always) func axes(_ value: borrowing Value) throws(Fault) -> Dimensions? {
    if let axis = value.asInt { return Dimensions(axis) }
    if value.isNone || value.isUnbound { return nil }
    return try ArrayConversion.axes(value, in: self)
  }

  /// A text argument, nil when it is None or was left out. TypeError for other values.
  func optionalText(_ value: borrowing Value, _ name: String) throws(Fault) -> String? {
    if value.isNone || value.isUnbound { return nil }
    guard let text = value.asString else {
      throw Fault(.typeError, "\(name) must be str, not \(value.typeName)")
    }
    return text.value.text.string
  }

  /// The memory order of an argument.
  func order(_ value: borrowing Value, _ none: MemoryOrder = .c) throws(Fault) -> MemoryOrder {
    guard let text = try optionalText(value, "order") else { return none }
    return try MemoryOrder(parsing: text)
  }

  /// An integer or a sequence of integers.
  func integers(_ value: borrowing Value) throws(Fault) -> [Int] {
    if let single = try indexInteger(value) { return [single] }
    let array = try ArrayConversion.array(value, in: self)
    if array.count > 0 && !array.type.isInteger && array.type != .bool {
      throw Fault(
        .typeError,
        "Cannot cast array data from \(DType(array.type).text) to dtype('int64') according to the rule 'safe'")
    }
    return array.integers()
  }

  /// The arrays of a sequence: the items of a list or tuple, the rows of an array. TypeError for other values.
  func arrays(_ value: borrowing Value) throws(Fault) -> List<Ref<NDArray>> {
    let isSequence = value.asList != nil || value.asTuple != nil || value.asArray.map { $0.value.rank > 0 } ?? false
    if !isSequence {
      throw Fault(
        .typeError, "arrays to stack must be passed as a \"sequence\" type such as list or tuple.",
        hint: "put the arrays in a tuple: ((a, b))")
    }
    let items = try self.items(value)
    var result = List<Ref<NDArray>>(capacity: items.count)
    for index in 0..<items.count { result.append(Ref(try ArrayConversion.array(items[index], in: self))) }
    return result
  }

  /// The array of an `out` argument, nil when it is None or was left out. TypeError for other values.
  func optionalOut(_ value: borrowing Value) throws(Fault) -> Unowned<NDArray>? {
    if value.isNone || value.isUnbound { return nil }
    if let tuple = value.asTuple, tuple.value.items.count == 1 { return try optionalOut(tuple.value.items[0]) }
    guard let array = value.asArray else { throw Fault(.typeError, "return arrays must be of ArrayType") }
    return array
  }

  /// A function's result: itself, or written to `out`, which it then is. ValueError where `out` has another shape.
  func deliver(_ result: consuming NDArray, to out: borrowing Value, of name: String = "") throws(Fault) -> Value {
    guard let target = try optionalOut(out) else { return .result(result) }
    if name.isEmpty {
      if target.value.shape != result.shape {
        throw Fault(
          .valueError,
          "non-broadcastable output operand with shape \(target.value.shape.compactText) doesn't match the "
            + "broadcast shape \(result.shape.compactText)", operands: [target.value.shape.text, result.shape.text])
      }
      try Casting.sameKind.check(result.type, to: target.value.type)
      try target.value.assign(result)
    } else {
      try Reduction.store(result, in: target.value, name: name)
    }
    return .array(target.owned())
  }
}

extension Value {
  /// An array also where it has no axes, unlike `result`.
  static func view(_ array: consuming NDArray) -> Value { .array(Ref(array)) }

  /// A tuple or list of arrays.
  static func arrays(_ arrays: borrowing List<Ref<NDArray>>, isTuple: Bool) -> Value {
    var items = ValueList(capacity: arrays.count)
    for index in 0..<arrays.count { items.append(.array(arrays[index].copy())) }
    return isTuple ? .tuple(items) : .list(items)
  }

  /// A tuple of integers.
  static func integers(_ values: some Sequence<Int>) -> Value {
    var items = ValueList(capacity: values.underestimatedCount)
    for value in values { items.append(.int(value)) }
    return .tuple(items)
  }
}

extension NDArray {
  /// A number as an array without axes.
  static func scalar(_ value: Double) throws(Fault) -> NDArray { try Creation.scalar(NumPyScalar(value)) }

  /// The part of one axis at an index, without that axis.
  func dropping(_ axis: Int, at index: Int) -> NDArray {
    let part = sliced(axis, index, index &+ 1)
    return part.view(offset: part.offset, shape: shape.removing(axis), strides: strides.removing(axis))
  }
}
