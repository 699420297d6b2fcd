// Classes of the program that extend `ndarray`, and those that take part in NumPy's functions by `__array_ufunc__`,
// `__array_function__` or `__array_wrap__`. What becomes of a call is decided in the library (`_array_classes`).

extension Context {
  /// What others than the builtin itself make of a call: classes of the program, then the record of what is being
  /// differentiated; nil where it concerns none of them.
  @inline(never) func answer(
    _ object: consuming Value, _ builtin: Builtin, _ arguments: Registers
  ) throws(Fault) -> Value? {
    if Tracing.hasClasses, let result = try classesAnswer(object, builtin, arguments) { return result }
    guard Tracing.isOpen, let tracer else { return nil }
    return try tracer.call(builtin, arguments)
  }

  /// What classes of the program make of a call; nil where none is concerned.
  private func classesAnswer(
    _ object: consuming Value, _ builtin: Builtin, _ arguments: Registers
  ) throws(Fault) -> Value? {
    let role = builtin.arrayRole
    if role == .none || role == .itself { return nil }
    if skipsClasses {
      skipsClasses = false
      return nil
    }
    let form = builtin.form
    let count = role == .property ? 1 : form.count
    guard (0..<count).contains(where: { concernsClasses(arguments[$0], deep: role == .function) }) else { return nil }
    var positional = ValueList(capacity: count)
    let named = Ref(DictionaryObject())
    for index in 0..<count where !arguments[index].isUnbound {
      if role == .property || index < form.positionalOnly {
        positional.append(arguments[index].copy())
      } else if index == form.variadic {
        guard let rest = arguments.variadic(index) else { continue }
        for place in 0..<rest.value.items.count { positional.append(rest.value.items[place].copy()) }
      } else if index == form.keywordVariadic {
        if let rest = arguments[index].asDictionary { try update(named.unowned, from: rest) }
      } else if form.isRequired[index] || index == 0 && role == .method {
        positional.append(arguments[index].copy())
      } else if arguments[index].isNone, form.defaults[index].isUnbound, form.names[index].name == "out" {
        // The functions of classes do not see `out=None`.
        continue
      } else if !isDefault(arguments[index], form.defaults[index]) {
        try set(named.unowned, .string(form.names[index].name), arguments[index].copy())
      }
    }
    let function = try attribute(try importLibrary("_array_classes"), Symbol(role.rawValue))
    return .some(try call(function, object, .tuple(positional), .dictionary(named)))
  }

  /// Whether an argument is of a class that extends arrays or takes part in NumPy's functions, or a short sequence of
  /// such.
  private func concernsClasses(_ value: borrowing Value, deep: Bool) -> Bool {
    if let instance = value.asInstance { return isArrayClass(instance) }
    guard deep else { return value.asTuple.map { holdsClasses($0.value.items) } ?? false }
    if let list = value.asList { return holdsClasses(list.value.items) }
    if let tuple = value.asTuple { return holdsClasses(tuple.value.items) }
    return false
  }

  private func holdsClasses(_ items: borrowing ValueList) -> Bool {
    for index in 0..<Swift.min(items.count, 64) {
      if let instance = items[index].asInstance, isArrayClass(instance) { return true }
    }
    return false
  }

  private func isArrayClass(_ instance: Unowned<InstanceObject>) -> Bool {
    if instance.value.payload.asArray != nil { return true }
    let type = instance.value.type.unowned
    return type.value.traits.contains(.arrayProtocols)
  }

  /// Whether an argument is what the parameter has by itself.
  func isDefault(_ value: borrowing Value, _ other: borrowing Value) -> Bool {
    if value.isNone { return other.isNone }
    if let a = value.asBool { return other.asBool == a }
    if let a = value.asInt { return other.asInt == a }
    if let a = value.asString, let b = other.asString { return a.value.isEqual(to: b.value) }
    return false
  }

  /// An operator, by its ufunc, where one of its operands is of such a class; nil where none is, or where the other is an
  /// object that the ufunc does not know.
  func classOperation(
    _ name: String, _ x: borrowing Value, _ y: borrowing Value, inPlace: Bool = false
  ) throws(Fault) -> Value? {
    guard Tracing.hasClasses else { return nil }
    let (left, right) = (x.asInstance, y.asInstance)
    if name == "remainder", x.asString != nil || x.asBytes != nil { return nil }
    let isLeft = left.map { isArrayClass($0) } ?? false
    let isRight = right.map { isArrayClass($0) } ?? false
    // What is no array has the operators that its class defines.
    if !(isLeft && x.payload != nil || isRight && y.payload != nil || x.isArrayLike || y.isArrayLike) { return nil }
    guard isLeft || isRight, left == nil || isLeft || !x.hasNoPayload, right == nil || isRight || !y.hasNoPayload else {
      return nil
    }
    let ufunc = try attribute(try importLibrary("numpy"), Symbol(name))
    var arguments = ValueList(capacity: 2)
    arguments.append(x.copy())
    if !y.isUnbound { arguments.append(y.copy()) }
    var named = ValueList()
    if inPlace { named.append(x.copy()) }
    return .some(try call(ufunc, arguments, inPlace ? [Symbol("out")] : [], named))
  }

  /// What an operation on the array of an instance gave, as an array of the instance's class.
  func classed(_ result: consuming Value, like value: borrowing Value) throws(Fault) -> Value {
    if let made = try reclassed(result, like: value) { return made }
    return result
  }

  /// The same; nil where it stays what it is.
  private func reclassed(_ result: borrowing Value, like value: borrowing Value) throws(Fault) -> Value? {
    guard result.asInstance == nil, let array = result.asArray, let instance = value.asInstance,
      let own = instance.value.payload.asArray,
      own.value.type != .object || array.value.sharesStorage(with: own.value)
    else { return nil }
    return .some(try self.array(array.value.view(), of: instance.value.type.unowned, from: value))
  }
}

extension Value {
  fileprivate var hasNoPayload: Bool { borrowing get { payload == nil } }
}
