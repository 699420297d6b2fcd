// How values say what it takes to build them again, for `copy` and `pickle`. The work is done in `scripts/lib/copyreg.py`.

extension SpecialOperation {
  static let ofCopies: [(String, SpecialOperation)] = [
    (
      "__reduce_ex__",
      SpecialOperation("(self, protocol, /)", "Helper for pickle.", [.object]) {
        (context, arguments, _) throws(Fault) in
        try context.reduce("_reduce_ex", arguments[0], .int(try context.integer(arguments[1])))
      }
    ),
    (
      "__reduce__",
      SpecialOperation("(self, /)", "Helper for pickle.", [.object, .exception]) {
        (context, arguments, type) throws(Fault) in
        if case .exception = type { return try context.reduce("_reduce_error", arguments[0], .unbound) }
        return try context.reduce("_reduce_plain", arguments[0], .int(0))
      }
    ),
    (
      "__getstate__",
      SpecialOperation("(self, /)", "Helper for pickle.", [.object]) { (context, arguments, _) throws(Fault) in
        try context.reduce("_state", arguments[0], .unbound)
      }
    ),
    (
      "__setstate__",
      SpecialOperation("(self, state, /)", "Takes attributes from a dictionary.", [.exception]) {
        (context, arguments, _) throws(Fault) in
        try context.reduce("_set_error_state", arguments[0], arguments[1].copy())
      }
    ),
  ]
}

extension Context {
  fileprivate func reduce(_ name: String, _ value: borrowing Value, _ second: consuming Value) throws(Fault) -> Value {
    let function = try attribute(try importLibrary("copyreg"), Symbol(name))
    var arguments = ValueList()
    arguments.append(value.copy())
    if !second.isUnbound { arguments.append(second) }
    return try call(function, arguments)
  }
}
