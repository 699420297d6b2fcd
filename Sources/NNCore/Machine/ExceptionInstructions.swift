// The instructions of `raise`, `except` and `with`.

extension Machine {
  /// The exception of a `raise` statement. RuntimeError where a bare one has nothing to raise, TypeError for what is no
  /// exception.
  func raised(_ R: Registers, _ i: Instruction) throws(Fault) -> Ref<ExceptionObject> {
    if i.n == 0 {
      guard let exception = handledException() else { throw Fault(.runtimeError, "No active exception to reraise") }
      return exception.owned()
    }
    let value = try exceptionInstance(R[i.A], "exceptions must derive from BaseException")
    guard let found = value.asException else { throw Fault(.systemError, "nothing to raise") }
    let exception = found.owned()
    if i.n == 2 {
      found.value.suppressesContext = true
      found.value.cause =
        R[i.B].isNone ? .nothing : try exceptionInstance(R[i.B], "exception causes must derive from BaseException")
    }
    return exception
  }

  /// The exception that a handler did not want. SystemError where it is none.
  func raisedAgain(_ value: borrowing Value) throws(Fault) -> Ref<ExceptionObject> {
    guard let exception = value.asException else { throw Fault(.systemError, "nothing to raise again") }
    return exception.owned()
  }

  /// An exception as it is, a class called for its instance.
  private func exceptionInstance(_ value: borrowing Value, _ message: String) throws(Fault) -> Value {
    if value.asException != nil { return value.copy() }
    guard value.isExceptionClass() else { throw Fault(.typeError, message) }
    if case .exception(let kind)? = value.asType, !kind.needsArguments {
      return .exception(Ref(ExceptionObject(kind, ValueList())))
    }
    let made = try call(value, ValueList())
    if made.asException == nil {
      let name = value.asClassObject?.value.name.name ?? "class"
      throw Fault(
        .typeError,
        "calling <class '\(name)'> should have returned an instance of BaseException, not \(made.typeName)")
    }
    return made
  }

  /// Leaves the body of a handler.
  func endHandling(_ R: Registers, _ register: Int) {
    var R = R
    if R[register].asException != nil { handlingCount -= 1 }
    R.set(register, .nothing)
  }

  // MARK: Matching

  /// Whether a handler for `type`, a class or a tuple of classes, catches an exception.
  func matches(_ value: borrowing Value, _ type: borrowing Value) throws(Fault) -> Bool {
    guard let exception = value.asException else { return false }
    if let kind = type.builtinExceptionKind() { return exception.value.isKind(kind) }
    guard let tuple = type.asTuple else {
      guard type.isExceptionClass() else { throw Machine.noExceptionClass }
      return exception.value.type.isExceptionClass(type)
    }
    for index in 0..<tuple.value.items.count where !tuple.value.items[index].isExceptionClass() {
      throw Machine.noExceptionClass
    }
    for index in 0..<tuple.value.items.count {
      if try matches(value, tuple.value.items[index]) { return true }
    }
    return false
  }

  private static var noExceptionClass: Fault {
    Fault(.typeError, "catching classes that do not inherit from BaseException is not allowed")
  }

  // MARK: Contexts

  /// The methods that a `with` statement calls.
  func loadContext(_ R: Registers, _ i: Instruction) throws(Fault) {
    var R = R
    let context = R.take(i.A)
    if let type = context.asInstance?.value.type.unowned, let enter = special(.enterMethod, type).function,
      let exit = special(.exitMethod, type).function
    {
      R.set(i.A, .function(exit.owned()))
      R.set(i.B, .function(enter.owned()))
      R.set(i.A + 1, context.copy())
      R.set(i.B + 1, context)
      return
    }
    R.set(i.A, .unbound)
    R.set(i.B, .unbound)
    if let module = context.asModule, module.value.acceptsAnyAttribute {
      R.set(i.A + 1, .builtin(BuiltinObject.make(Machine.leavePlaceholder)))
      R.set(i.B + 1, context)
      return
    }
    let name = context.typeName
    guard let enter = try specialMethod(.enterMethod, of: context) else {
      throw Fault(.typeError, "'\(name)' object does not support the context manager protocol")
    }
    guard let exit = try specialMethod(.exitMethod, of: context) else {
      throw Fault(
        .typeError, "'\(name)' object does not support the context manager protocol (missed __exit__ method)")
    }
    R.set(i.A + 1, exit)
    R.set(i.B + 1, enter)
  }

  private static let leavePlaceholder = Builtin("__exit__(*args)", "Nothing to leave.") { (_, _) throws(Fault) in
    .nothing
  }

  /// What `__exit__` is told of an exception.
  func loadExceptionParts(_ R: Registers, _ i: Instruction) {
    var R = R
    guard let exception = R[i.B].asException else { return }
    R.set(i.A, exception.value.type.copy())
    R.set(i.A + 2, exception.value.traceback)
    R.copy(i.A + 1, from: R, i.B)
  }
}
