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
