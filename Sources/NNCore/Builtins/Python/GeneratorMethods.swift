extension Builtin {
  static let generatorMethods: [Builtin] =
    [
      .generatorNext, .generatorIter, .generatorSend, .generatorThrow, .generatorClose,
    ] + generatorProperties

  private static func generatorMethod(
    _ declaration: String, _ documentation: String, example: String = "",
    body: @escaping (Context, Unowned<GeneratorObject>, Registers) throws(Fault) -> Value
  ) -> Builtin {
    method(declaration, documentation, example: example, on: { $0.asGenerator }, body: body)
  }

  static let generatorNext = generatorMethod(
    "generator.__next__(self, /)", "Runs on to the next `yield`.", example: "(x for x in [4]).__next__()  # 4"
  ) { (context, generator, _) throws(Fault) in
    try context.value(of: try context.resume(generator, sending: .nothing))
  }

  static let generatorIter = generatorMethod(
    "generator.__iter__(self, /)", "The generator itself.", example: "list((x for x in [4]).__iter__())  # [4]"
  ) { (_, generator, _) throws(Fault) in
    .generator(generator.owned())
  }

  static let generatorSend = generatorMethod(
    "generator.send(self, value, /)", "Runs on to the next `yield`, with `value` as what the last one gives.",
    example: "(x for x in [4]).send(None)  # 4"
  ) { (context, generator, arguments) throws(Fault) in
    if generator.value.state == .created, !arguments[1].isNone { throw GeneratorObject.notStarted }
    return try context.value(of: try context.resume(generator, sending: arguments[1].copy()))
  }

  static let generatorThrow = generatorMethod(
    "generator.throw(self, type, value=None, traceback=None, /)",
    "Raises an exception where the generator waits, and runs on to the next `yield`.",
    example: "g = (x for x in [4]); g.close(); list(g)"
  ) { (context, generator, arguments) throws(Fault) in
    let fault = try context.thrown(arguments[1], arguments[2], arguments[3])
    if arguments[1].asException == nil {
      var given = ValueList(capacity: 3)
      let count = !arguments[3].isNone ? 3 : !arguments[2].isNone ? 2 : 1
      for index in 1...count { given.append(arguments[index].copy()) }
      fault.thrown = ThrownArguments(given)
    }
    return try context.value(of: try context.resume(generator, throwing: fault))
  }

  static let generatorClose = generatorMethod(
    "generator.close(self, /)", "Ends the generator where it waits.", example: "g = (x for x in [4]); g.close()"
  ) { (context, generator, _) throws(Fault) in
    try context.close(generator)
    return .nothing
  }

  private static let generatorProperties: [Builtin] = [
    generatorMethod("generator.__name__", "The name of the function.") { (_, generator, _) throws(Fault) in
      generator.value.shownName
    },
    generatorMethod("generator.__qualname__", "The name of the function, with what it stands in.") {
      (_, generator, _) throws(Fault) in
      generator.value.shownQualifiedName
    },
    generatorMethod("generator.gi_running", "Whether the generator runs.") { (_, generator, _) throws(Fault) in
      .bool(generator.value.state == .running)
    },
    generatorMethod("generator.gi_suspended", "Whether the generator waits at a `yield`.") {
      (_, generator, _) throws(Fault) in
      .bool(generator.value.state == .suspended)
    },
    generatorMethod("generator.gi_code", "The code of the function.") { (_, generator, _) throws(Fault) in
      .code(generator.value.function.value.code.copy())
    },
    generatorMethod("generator.gi_yieldfrom", "What the generator waits for by `yield from`, or None.") {
      (context, generator, _) throws(Fault) in
      (context as? Machine)?.delegate(of: generator) ?? .nothing
    },
    generatorMethod("generator.gi_frame", "Something where the generator has not ended, else None.") {
      (_, generator, _) throws(Fault) in
      generator.value.state == .finished ? .nothing : .code(generator.value.function.value.code.copy())
    },
  ]
}

extension Context {
  /// What a generator has yielded. StopIteration where it has ended.
  func value(of resumption: consuming Resumption) throws(Fault) -> Value {
    switch consume resumption {
    case .yielded(let value): return value
    case .finished(let value): throw Fault.stopIteration(value)
    }
  }

  /// The fault that `throw(type, value, traceback)` asks for.
  fileprivate func thrown(
    _ type: borrowing Value, _ value: borrowing Value, _ traceback: borrowing Value
  ) throws(Fault) -> Fault {
    if let exception = type.asException {
      if !value.isNone { throw Fault(.typeError, "instance exception may not have a separate value") }
      return Fault(raising: exception)
    }
    guard type.isExceptionClass() else {
      throw Fault(
        .typeError,
        "exceptions must be classes or instances deriving from BaseException, not \(type.typeName)")
    }
    if let exception = value.asException { return Fault(raising: exception) }
    var arguments = ValueList()
    if let tuple = value.asTuple {
      arguments = tuple.value.items.copies()
    } else if !value.isNone {
      arguments.append(value.copy())
    }
    let made = try call(type, arguments)
    guard let exception = made.asException else {
      throw Fault(.typeError, "exceptions must derive from BaseException, not \(made.typeName)")
    }
    return Fault(raising: exception)
  }
}
