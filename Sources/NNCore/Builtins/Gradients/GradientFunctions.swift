/// What the module `autograd`, which is written in the language, is built on.
extension Builtin {
  static let gradientFunctions: [Builtin] = [
    .gradientOf, .pullback, .record, .untraced, .isTracedValue, .observe, .mutant,
  ]

  static let gradientOf = Builtin(
    "_autograd.gradient(f, argnum, args, kwargs, mode=0)",
    "The gradient of f(*args, **kwargs) by the arguments whose numbers are given. mode 1: a tuple of the value and the "
      + "gradient; 2: the result may be an array, whose elements are added; 3: also of complex numbers.",
    example: "__import__('_autograd').gradient(lambda x: x * x, 0, (3.0,), {})  # np.float64(6.0)"
  ) { (context, arguments) throws(Fault) in
    let run = try Differentiation(context, arguments, isKept: false)
    let mode = arguments[4].asInt ?? 0
    let value = run.value.copy()
    if mode < 2 { try context.checkScalar(value) } else if mode == 2 { try context.checkReal(value) }
    let gradient = try run.pull(context.seed(value))
    return mode == 1 ? .tuple(context.finished(value), gradient) : gradient
  }

  static let pullback = Builtin(
    "_autograd.vjp(f, argnum, args, kwargs)",
    "A tuple of a function from a cotangent of the result to those of the arguments, and the result.",
    example: "__import__('_autograd').vjp(lambda x: x * x, 0, (3.0,), {})[0](1.0)  # np.float64(6.0)"
  ) { (context, arguments) throws(Fault) in
    let run = try Differentiation(context, arguments, isKept: true)
    let value = context.finished(run.value)
    return .tuple(.native(Ref(NativeObject(.pullback, PullbackPayload(run)))), value)
  }

  static let record = Builtin(
    "_autograd.record(value, parents, vjp)",
    "The value as the result of an operation on the traced parents; vjp gives the tuple of their cotangents.",
    example: "__import__('_autograd').record(1.0, (), None)  # 1.0"
  ) { (context, arguments) throws(Fault) in
    guard Tracing.isOpen, let tape = context.tracer as? Tape else { return arguments[0].copy() }
    let parents = try context.items(arguments[1])
    var inputs: [Node] = []
    var places: [Int] = []
    for index in 0..<parents.count {
      if let node = tape.node(of: parents[index]) {
        inputs.append(node)
        places.append(index)
      }
    }
    if inputs.isEmpty { return arguments[0].copy() }
    let function = Term(arguments[2].copy(), context)
    let nodes = inputs
    let numbers = places
    let box = ResultShape()
    let node = ClosureNode(nodes) { (_, g) throws(Fault) in
      let full = try g.broadcast(to: box.shape)
      let parts = Term(try g.context.call(function.value, full.value.copy()), g.context)
      let items = try g.context.items(parts.value)
      return try numbers.enumerated().map { (index, place) throws(Fault) -> Term? in
        guard place < items.count, !items[place].isNone else { return nil }
        let part = g.with(items[place].copy())
        if part.shape == nodes[index].shape || Broadcasting.fits(part.shape, into: nodes[index].shape) { return part }
        return try part.unbroadcast(from: part.shape, to: nodes[index].shape)
      }
    }
    let result = try tape.record(arguments[0].copy(), node)
    box.shape = node.shape
    return result
  }

  static let untraced = Builtin(
    "_autograd.call_untraced(f, args, kwargs)", "f(*args, **kwargs) without recording what it does.",
    example: "__import__('_autograd').call_untraced(abs, (-1,), {})  # 1"
  ) { (context, arguments) throws(Fault) in
    try context.withoutTracing { () throws(Fault) in
      var positional = ValueList()
      let given = try context.items(arguments[1])
      for index in 0..<given.count { positional.append(context.plainNumber(given[index])) }
      return try context.call(arguments[0], positional, keywords: arguments[2])
    }
  }

  static let isTracedValue = Builtin(
    "_autograd.is_traced(value)", "Whether a value is being differentiated.",
    example: "__import__('_autograd').is_traced(1.0)  # False"
  ) { (context, arguments) throws(Fault) in .bool(Tracing.isOpen && context.tracer?.isTraced(arguments[0]) == true) }
}

/// The shape of a result that is known after its node was made.
private final class ResultShape {
  var shape = Dimensions()
}

/// A function called with traced arguments, and the way back from its result.
final class Differentiation {
  private let context: Context
  private let tape: Tape
  private var leaves: Leaves
  private let structure: Value
  private let isKept: Bool
  let value: Value
  /// The entries of the result, in the order of its places; nil for a constant.
  private var nodes: [Node?] = []

  /// Calls `f` of a builtin's arguments (f, argnum, args, kwargs).
  init(_ context: Context, _ arguments: Registers, isKept: Bool) throws(Fault) {
    self.context = context
    self.isKept = isKept
    tape = context.tracer as? Tape ?? Tape(context)
    let given = try context.items(arguments[2])
    let numbers = try Differentiation.numbers(arguments[1], given.count, context)
    var structure = ValueList()
    for number in numbers { structure.append(given[number].copy()) }
    let isTuple = arguments[1].asTuple != nil || arguments[1].asList != nil
    self.structure = isTuple ? .tuple(structure) : structure[0].copy()
    var leaves = Leaves(context)
    let level = try tape.openLevel()
    do throws(Fault) {
      let open = try leaves.open(self.structure, tape, level)
      var positional = ValueList(capacity: given.count)
      for index in 0..<given.count {
        if let place = numbers.firstIndex(of: index) {
          positional.append(isTuple ? try context.item(open, at: .int(place)) : open.copy())
        } else {
          positional.append(given[index].copy())
        }
      }
      value = try context.call(arguments[0], positional, keywords: arguments[3])
      nodes = try Differentiation.entries(value, tape, level)
    } catch {
      try tape.close(level)
      throw error
    }
    self.leaves = leaves
    try tape.close(level, isKept: isKept)
  }

  deinit {
    var waiting = nodes.compactMap { $0 }
    nodes = []
    Node.dismantle(&waiting)
  }

  private static func numbers(_ value: borrowing Value, _ count: Int, _ context: Context) throws(Fault) -> [Int] {
    var result: [Int] = []
    if let single = try context.indexInteger(value) {
      result = [single]
    } else {
      let items = try context.items(value)
      for index in 0..<items.count { result.append(try context.integer(items[index])) }
    }
    for (index, number) in result.enumerated() {
      let place = number < 0 ? number &+ count : number
      guard place >= 0 && place < count else {
        throw Fault(.indexError, "argument \(number) is not among the \(count) positional arguments")
      }
      result[index] = place
    }
    return result
  }

  /// The entries of all places of a result that belong to a gradient.
  private static func entries(_ value: borrowing Value, _ tape: Tape, _ level: Tape.Level) throws(Fault) -> [Node?] {
    var result: [Node?] = []
    if value.asList != nil || value.asTuple != nil {
      let items = try tape.context.items(value)
      for index in 0..<items.count { result += try entries(items[index], tape, level) }
    } else if let dictionary = value.asDictionary?.owned() {
      for entry in 0..<dictionary.value.table.entries.count where !dictionary.value.table.entries[entry].key.isUnbound {
        result += try entries(dictionary.value.table.entries[entry].value, tape, level)
      }
    } else {
      let node = tape.node(of: value)
      result.append(node.map { $0.levels & level.bit != 0 ? node : nil } ?? nil)
    }
    return result
  }

  /// The cotangents of the arguments for one of the result.
  func pull(_ g: consuming Value) throws(Fault) -> Value {
    var parts: [(node: Node, g: Term)] = []
    var place = 0
    try collect(value, g, &place, &parts)
    let sweep = Sweep(context, isLast: !isKept && !tape.isKept && !Tracing.isOpen)
    try sweep.run(parts, to: leaves.nodes)
    return try leaves.cotangents(structure, sweep)
  }

  private func collect(
    _ result: borrowing Value, _ g: borrowing Value, _ place: inout Int, _ parts: inout [(node: Node, g: Term)]
  ) throws(Fault) {
    if let count = result.asList?.value.items.count ?? result.asTuple?.value.items.count {
      let items = try context.items(result)
      let cotangents = try context.items(g)
      guard cotangents.count == count else {
        throw Fault(.valueError, "the cotangent has \(cotangents.count) parts where the result has \(count)")
      }
      for index in 0..<count { try collect(items[index], cotangents[index], &place, &parts) }
    } else if let dictionary = result.asDictionary?.owned() {
      for entry in 0..<dictionary.value.table.entries.count where !dictionary.value.table.entries[entry].key.isUnbound {
        let own = try context.item(g, at: dictionary.value.table.entries[entry].key)
        try collect(dictionary.value.table.entries[entry].value, own, &place, &parts)
      }
    } else {
      if let node = nodes[place] {
        let term = Term(g.copy(), context)
        guard Broadcasting.fits(term.shape, into: node.shape) else {
          throw Fault(
            .valueError, "a cotangent of shape \(term.shape.text) does not fit a result of shape \(node.shape.text)")
        }
        parts.append((node, term))
      }
      place += 1
    }
  }
}

/// The way back from a result, as a function.
final class PullbackPayload: NativePayload {
  let run: Differentiation
  init(_ run: Differentiation) { self.run = run }
  override var isCallable: Bool { true }

  override func call(
    _ context: Context, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    guard arguments.count == 1, named.count == 0 else {
      throw Fault(.typeError, "vjp() takes exactly one argument (\(arguments.count + named.count) given)")
    }
    return try run.pull(arguments[0].copy())
  }
}

extension Context {
  /// TypeError for a result that is not one real number.
  fileprivate func checkScalar(_ value: borrowing Value) throws(Fault) {
    let text =
      "Grad only applies to real scalar-output functions. Try jacobian, elementwise_grad or holomorphic_grad."
    if let array = value.asArray {
      if array.value.count != 1 { throw Fault(.typeError, text, operands: [array.value.shape.text]) }
      if array.value.type.isComplex { throw Fault(.typeError, text) }
    } else if value.isComplexNumber {
      throw Fault(.typeError, text)
    } else if value.isNone {
      throw Fault(.typeError, "Grad only applies to functions that return a number", hint: "is there a return?")
    } else if !value.isNumeric {
      throw Fault(
        .typeError, "Grad only applies to real scalar-output functions. The result is a \(value.typeName)")
    }
  }

  /// TypeError for a result of complex numbers.
  fileprivate func checkReal(_ value: borrowing Value) throws(Fault) {
    if value.asArray?.value.type.isComplex ?? value.isComplexNumber {
      throw Fault(.typeError, "Elementwise_grad only applies to real-output functions.")
    }
  }

  /// The cotangent of a result that is a number, or an array whose elements are added.
  fileprivate func seed(_ value: borrowing Value) -> Value { .float(1) }

  /// A value as the program sees it after a gradient is closed: what stood for a float is one.
  fileprivate func finished(_ value: borrowing Value) -> Value {
    if let array = value.asArray, array.value.isTracedFloat, tracer?.isTraced(value) != true {
      return .scalar(array.value.element(0))
    }
    return value.copy()
  }

  /// A traced float as a number; other values as they are.
  fileprivate func plainNumber(_ value: borrowing Value) -> Value {
    if let array = value.asArray, array.value.isTracedFloat { return .scalar(array.value.element(0)) }
    return value.copy()
  }

  /// Runs something that records nothing.
  func withoutTracing(_ body: () throws(Fault) -> Value) throws(Fault) -> Value {
    let (isOpen, entries, tracer) = (Tracing.isOpen, Tracing.entries, self.tracer)
    Tracing.isOpen = false
    self.tracer = nil
    defer {
      Tracing.isOpen = isOpen
      Tracing.entries = entries
      self.tracer = tracer
    }
    return try body()
  }
}
