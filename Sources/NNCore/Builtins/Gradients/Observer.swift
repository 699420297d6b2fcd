import NNSyntax

/// Tells a function of the language of every operation on traced arrays as the program wrote it, while `derive` runs.
/// It stands before the record, which does not know of it.
final class Observer: Tracer {
  fileprivate unowned let context: Context
  fileprivate let tape: Tape
  private let callback: Value
  /// The functions written in the language that are told as one operation; the others' own operations are.
  private let whole: Set<String>
  /// The others that are running.
  private var inside: [String] = []
  /// The depth of the frame that calls the function in question.
  private let floor: Int

  init(_ context: Context, _ tape: Tape, _ callback: consuming Value, whole: Set<String>) {
    self.whole = whole
    self.context = context
    self.tape = tape
    self.callback = callback
    let machine = context as? Machine
    floor = machine.map { $0.frames.depth($0.callingFrame) } ?? 0
  }

  override func isActive(_ serial: Int) -> Bool { tape.isActive(serial) }
  override func isTraced(_ value: borrowing Value) -> Bool { tape.isTraced(value) }

  override func arithmetic(
    _ op: ArithmeticOperator, _ x: consuming Value, _ y: consuming Value, inPlace: Bool
  ) throws(Fault) -> Value {
    var operands = ValueList(capacity: 2)
    operands.append(x.copy())
    operands.append(y.copy())
    if inPlace { try tellTarget(operands[0]) }
    let result = try unobserved { () throws(Fault) in
      try tape.arithmetic(op, operands[0].copy(), operands[1].copy(), inPlace: inPlace)
    }
    try tell(op.text + (inPlace && operands[0].asArray?.value.isTracedFloat != true ? "=" : ""), operands, result)
    return result
  }

  override func unary(_ op: UnaryArithmetic, _ x: consuming Value) throws(Fault) -> Value {
    var operands = ValueList(capacity: 1)
    operands.append(x.copy())
    let result = try unobserved { () throws(Fault) in try tape.unary(op, operands[0].copy()) }
    let name =
      switch op {
      case .negative: "neg"
      case .positive: "pos"
      case .invert: "~"
      }
    try tell(name, operands, result)
    return result
  }

  override func item(_ array: Unowned<NDArray>, _ key: borrowing Value) throws(Fault) -> Value {
    var operands = ValueList(capacity: 2)
    operands.append(.array(array.owned()))
    operands.append(key.copy())
    let result = try unobserved { () throws(Fault) in try tape.item(array, key) }
    try tell("[]", operands, result)
    return result
  }

  override func setItem(_ array: Unowned<NDArray>, _ key: borrowing Value, _ new: borrowing Value) throws(Fault) {
    var operands = ValueList(capacity: 3)
    operands.append(.array(array.owned()))
    operands.append(key.copy())
    operands.append(new.copy())
    try tellTarget(operands[0])
    _ = try unobserved { () throws(Fault) in
      try tape.setItem(array, key, new)
      return .nothing
    }
    try tell("[]=", operands, .nothing)
  }

  override func call(_ builtin: Builtin, _ arguments: Registers) throws(Fault) -> Value? {
    if case .transparent = builtin.derivative {
      if builtin.owner == "_autograd", ["gradient", "vjp", "record"].contains(builtin.name) {
        let what =
          builtin.name != "record"
          ? "a gradient inside the function"
          : inside.last.map { "\($0.drop { $0 == "_" })" } ?? "a function with a derivative of its own"
        throw Fault(.notImplementedError, "derive: no text for \(what) yet")
      }
      return nil
    }
    if case .library = builtin.derivative, !whole.contains(builtin.dottedName) {
      inside.append(builtin.dottedName)
      defer { inside.removeLast() }
      return try tape.call(builtin, arguments)
    }
    var operands = ValueList()
    var names: [String] = []
    let form = builtin.form
    let count = builtin.isProperty ? 1 : form.count
    for index in 0..<count where !arguments[index].isUnbound && index != form.keywordVariadic {
      operands.append(arguments[index].copy())
      names.append(index == form.variadic ? "*" : builtin.isProperty ? "self" : form.names[index].name)
    }
    guard case .some(let result) = try unobservedCall(builtin, arguments) else { return nil }
    try tell(builtin.dottedName, operands, result, names: names)
    return result
  }

  /// Before the first write of traced values into an array of constants.
  private func tellTarget(_ target: borrowing Value) throws(Fault) {
    guard target.asArray != nil, !tape.isTraced(target) else { return }
    var operands = ValueList(capacity: 1)
    operands.append(target.copy())
    try tell("before", operands, .nothing)
  }

  /// What the record does is its own affair: the operations that a rule is made of are not told.
  private func unobserved(_ body: () throws(Fault) -> Value) throws(Fault) -> Value {
    context.tracer = tape
    defer { context.tracer = self }
    return try body()
  }

  private func unobservedCall(_ builtin: Builtin, _ arguments: Registers) throws(Fault) -> Value? {
    context.tracer = tape
    defer { context.tracer = self }
    return try tape.call(builtin, arguments)
  }

  private func tell(
    _ operation: String, _ operands: borrowing ValueList, _ result: borrowing Value, names: [String] = []
  ) throws(Fault) {
    var texts = ValueList()
    for name in names { texts.append(.string(name)) }
    var values = ValueList()
    var traced = ValueList()
    for index in 0..<operands.count {
      values.append(operands[index].copy())
      traced.append(.bool(tape.isTraced(operands[index])))
    }
    var arguments = ValueList()
    arguments.append(.string(operation))
    arguments.append(.tuple(values))
    arguments.append(.tuple(texts))
    arguments.append(result.copy())
    arguments.append(try places())
    arguments.append(.tuple(traced))
    let told = Value.tuple(arguments)
    _ = try context.withoutTracing { () throws(Fault) in try context.call(callback, told.copy()) }
  }

  /// The calls in progress, the innermost first: the function, the text of its line before the expression that is being
  /// computed, the expression and the text behind it, and its variables.
  private func places() throws(Fault) -> Value {
    guard let machine = context as? Machine else { return .tuple(ValueList()) }
    var result = ValueList()
    var frame = machine.frames.current
    while machine.frames.depth(frame) > floor {
      let function = frame.frame.function
      if function.value.module.value.name != "<native>" {
        let code = function.value.code.unowned
        let offset = frame.frame.programCounter.offset(from: function.value.start) - 1
        let span = offset >= 0 && offset < code.value.spans.count ? code.value.spans[offset] : code.value.span
        let source = code.value.source
        let first = source.lineSpan(source.lineColumn(of: span.start).line)
        let last = source.lineSpan(source.lineColumn(of: span.end).line)
        var place = ValueList(capacity: 5)
        place.append(.function(function.owned()))
        place.append(.string(source.text(of: Span(start: first.start, end: span.start))))
        place.append(.string(source.text(of: span)))
        place.append(.string(source.text(of: Span(start: span.end, end: last.end))))
        place.append(try context.localVariables(of: frame))
        result.append(.tuple(place))
      }
      frame = frame.below
    }
    return .tuple(result)
  }
}

extension Builtin {
  static let observe = Builtin(
    "_autograd.observe(callback, whole=None)",
    "Lets a function hear of every operation on traced arrays (its name, operands, their names, the result and the calls "
      + "in progress), until that is called with None.",
    example: "__import__('_autograd').observe(None)  # None"
  ) { (context, arguments) throws(Fault) in
    guard Tracing.isOpen else { return .nothing }
    if let observer = context.tracer as? Observer {
      observer.end()
      return .nothing
    }
    guard !arguments.isNone(0), let tape = context.tracer as? Tape else { return .nothing }
    var whole = Set<String>()
    let names = arguments.isNone(1) ? ValueList() : try context.items(arguments[1])
    for index in 0..<names.count {
      if let name = names[index].asString { whole.insert(String(decoding: name.value.text.utf8, as: UTF8.self)) }
    }
    context.tracer = Observer(context, tape, arguments[0].copy(), whole: whole)
    return .nothing
  }
}

extension Builtin {
  static let mutant = Builtin(
    "_autograd.mutant(name=None, /)",
    "Breaks one rule of the gradients until it is called with None, for the test that has to notice. The names of all; "
      + "none but in a debug build.",
    example: "len(__import__('_autograd').mutant()) in (0, 18)  # True"
  ) { (context, arguments) throws(Fault) in
    var names = ValueList()
    #if DEBUG
      let name = arguments[0].asString.map { String(decoding: $0.value.text.utf8, as: UTF8.self) }
      Mutant.active = name.flatMap { Mutant(rawValue: $0) }
      SavedMemory.isBroken = Mutant.isOn(.savedWithoutCopy)
      SavedMemory.movesOne = Mutant.isOn(.oneReaderForced)
      for mutant in Mutant.allCases { names.append(.string(mutant.rawValue)) }
    #endif
    return .tuple(names)
  }
}

extension Observer {
  fileprivate func end() { context.tracer = tape }
}
