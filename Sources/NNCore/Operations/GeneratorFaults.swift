// The faults of generators, as exceptions.

extension Fault {
  /// What a StopIteration says a generator has returned.
  var stopValue: Value { object?.value.field("value") ?? .nothing }

  /// A fault that takes the place of another one, which is its cause.
  static func replacing(_ fault: Fault, _ kind: ExceptionKind, _ message: String) -> Fault {
    let new = Fault(kind, message)
    let exception = new.exception()
    exception.value.cause = .exception(fault.exception())
    exception.value.context = .exception(fault.exception())
    exception.value.suppressesContext = true
    new.isChained = true
    return new
  }
}

extension Context {
  /// Whether a value is a class of exceptions.
  func isExceptionClass(_ value: borrowing Value) -> Bool {
    if case .exception? = value.asType { return true }
    guard let type = value.asClassObject else { return false }
    for index in 0..<type.value.ancestors.count {
      if case .exception? = type.value.ancestors[index].asType { return true }
    }
    return false
  }
}
