// What containers and numbers can do as methods of their types: `list.__len__`, `float.__round__`.

extension SpecialOperation {
  static let ofContainers: [(String, SpecialOperation)] = [
    named("__len__", "len", "Return len(self).", [.containers, .arrays]),
    named("__iter__", "iter", "Implement iter(self).", [.containers, .iterators, .arrays]),
    named("__next__", "next", "Implement next(self).", .iterators),
    named("__reversed__", "reversed", "Return a reverse iterator.", [.list, .dictionary, .range, .views]),
    (
      "__contains__",
      SpecialOperation("(self, key, /)", "Return key in self.", [.containers, .arrays]) {
        (context, arguments, _) throws(Fault) in
        let own = arguments[0].unwrapped
        return .bool(try context.contains(own, arguments[1]))
      }
    ),
    (
      "__getitem__",
      SpecialOperation("(self, key, /)", "Return self[key].", [.sequences, .dictionary, .range, .arrays]) {
        (context, arguments, _) throws(Fault) in
        if let payload = arguments[0].payload { return try context.payloadItem(arguments[0], payload, arguments[1]) }
        return try context.item(arguments[0], at: arguments[1])
      }
    ),
    (
      "__setitem__",
      SpecialOperation("(self, key, value, /)", "Set self[key] to value.", [.list, .dictionary, .bytearray, .arrays]) {
        (context, arguments, _) throws(Fault) in
        let own = arguments[0].unwrapped
        try context.setItem(own, at: arguments[1], to: arguments[2])
        return .nothing
      }
    ),
    (
      "__delitem__",
      SpecialOperation("(self, key, /)", "Delete self[key].", [.list, .dictionary, .bytearray]) {
        (context, arguments, _) throws(Fault) in
        let own = arguments[0].unwrapped
        try context.deleteItem(own, at: arguments[1])
        return .nothing
      }
    ),
  ]

  static let ofNumbers: [(String, SpecialOperation)] = [
    named("__abs__", "abs", "abs(self)", [.numbers, .arrays, .elements]),
    named("__int__", "int", "int(self)", .reals),
    named("__index__", "int", "Return self as an integer.", .integers),
    named("__float__", "float", "float(self)", .reals),
    named("__complex__", "complex", "complex(self)", .numbers),
    named("__trunc__", "int", "Return the integer part.", .reals),
    whole("__floor__", .down, "Return the floor as an int."), whole("__ceil__", .up, "Return the ceiling as an int."),
    named("__bool__", "bool", "True if self else False", [.numbers, .arrays, .elements]),
    unary("__neg__", .negative, [.numbers, .arrays, .elements]),
    unary("__pos__", .positive, [.numbers, .arrays, .elements]),
    unary("__invert__", .invert, [.integers, .arrays, .elements]),
    (
      "__round__",
      SpecialOperation("(self, ndigits=None, /)", "Return the rounded number.", .reals) {
        (context, arguments, _) throws(Fault) in
        let digits = arguments[1].isNone ? Value.unbound : arguments[1].copy()
        return try context.callNamed("round", arguments[0].unwrapped, digits)
      }
    ),
    pair("__divmod__", isReflected: false),
    pair("__rdivmod__", isReflected: true),
  ]

  /// A method that does what a builtin function does.
  private static func named(
    _ name: String, _ function: String, _ text: String, _ types: TypeFamily
  ) -> (String, SpecialOperation) {
    (
      name,
      SpecialOperation("(self, /)", text, types) { (context, arguments, _) throws(Fault) in
        try context.callNamed(function, arguments[0].unwrapped)
      }
    )
  }

  private static func whole(
    _ name: String, _ rule: FloatingPointRoundingRule, _ text: String
  ) -> (String, SpecialOperation) {
    (
      name,
      SpecialOperation("(self, /)", text, .reals) { (context, arguments, _) throws(Fault) in
        let own = arguments[0].unwrapped
        guard let float = own.asFloat else { return own }
        return .integer(try Context.truncated(float.rounded(rule)))
      }
    )
  }

  private static func unary(
    _ name: String, _ op: UnaryArithmetic, _ types: TypeFamily
  ) -> (String, SpecialOperation) {
    (
      name,
      SpecialOperation("(self, /)", "\(op.rawValue)self", types) { (context, arguments, _) throws(Fault) in
        if arguments[0].asArray != nil,
          let result = try context.classOperation(op.ufuncName, arguments[0], .unbound)
        {
          return result
        }
        return try context.unary(op, arguments[0].unwrapped)
      }
    )
  }

  private static func pair(_ name: String, isReflected: Bool) -> (String, SpecialOperation) {
    (
      name,
      SpecialOperation("(self, value, /)", "Return quotient and remainder.", [.reals, .arrays, .elements]) {
        (context, arguments, _) throws(Fault) in
        let other = arguments[1].unwrapped
        guard other.number != nil || other.arrayOperand != nil else { return .special(.notImplemented) }
        return isReflected
          ? try context.callNamed("divmod", other, arguments[0].unwrapped)
          : try context.callNamed("divmod", arguments[0].unwrapped, other)
      }
    )
  }
}
