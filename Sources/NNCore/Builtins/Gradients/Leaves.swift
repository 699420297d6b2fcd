/// The places of nested tuples, lists and dictionaries where numbers and arrays stand.
struct Leaves: ~Copyable {
  private(set) var nodes: [Node] = []
  private var floats: [Bool] = []
  private let context: Context
  private var next = 0

  init(_ context: Context) { self.context = context }

  /// The same structure with a leaf of the gradient in each place. TypeError for what has no derivative.
  mutating func open(_ value: borrowing Value, _ tape: Tape, _ level: Tape.Level) throws(Fault) -> Value {
    try map(value) { (leaves, item) throws(Fault) in try leaves.leaf(item, tape, level) }
  }

  private mutating func leaf(_ value: borrowing Value, _ tape: Tape, _ level: Tape.Level) throws(Fault) -> Value {
    if let array = value.asArray, array.value.type.isInexact {
      let outer = tape.node(of: value)
      return leaf(Ref(try array.value.copied(order: .c)), array.value.isTracedFloat, tape, level, outer)
    }
    let array = try Leaves.differentiable(value, context)
    return leaf(Ref(try array.value.copied(order: .c)), true, tape, level, nil)
  }

  private mutating func leaf(
    _ array: consuming Ref<NDArray>, _ isFloat: Bool, _ tape: Tape, _ level: Tape.Level, _ outer: Node?
  ) -> Value {
    nodes.append(tape.leaf(array, isFloat: isFloat, level, outer: outer))
    floats.append(isFloat)
    return .array(array)
  }

  /// A float, or an array of them.
  static func differentiable(_ value: borrowing Value, _ context: Context) throws(Fault) -> Ref<NDArray> {
    if let array = value.asArray, array.value.type.isInexact { return array.owned() }
    if value.asFloat != nil || value.asComplex != nil || value.asScalar?.type.isInexact == true {
      return Ref(try ArrayConversion.array(value, in: context))
    }
    let name = try context.repr(context.type(of: value))
    if value.asInt != nil || value.asScalar?.type.isInteger == true {
      let text = try context.repr(value)
      throw Fault(.typeError, "Can't differentiate w.r.t. type \(name)", hint: "write \(text).0")
    }
    if let array = value.asArray {
      throw Fault(
        .typeError, "Can't differentiate w.r.t. an array of \(array.value.dtype.name)", hint: "use .astype(float)")
    }
    throw Fault(.typeError, "Can't differentiate w.r.t. type \(name)")
  }

  /// The structure with what each place's leaf has as its cotangent; zeros where it has none.
  mutating func cotangents(_ value: borrowing Value, _ sweep: Sweep) throws(Fault) -> Value {
    next = 0
    return try map(value) { (leaves, _) throws(Fault) in
      let node = leaves.nodes[leaves.next]
      let isFloat = leaves.floats[leaves.next]
      leaves.next += 1
      return try leaves.result(node, isFloat, sweep)
    }
  }

  private func result(_ node: Node, _ isFloat: Bool, _ sweep: Sweep) throws(Fault) -> Value {
    let isOwn = node.ownsCotangent
    let g = node.takeCotangent()
    if g.isUnbound {
      let zeros = try Creation.zeros(node.shape, node.type)
      return isFloat ? .scalar(zeros.firstElement) : .array(Ref(zeros))
    }
    if Tracing.isOpen, let tape = context.tracer as? Tape, tape.isTraced(g) {
      let whole = try Term(g, context).broadcast(to: node.shape)
      guard isFloat, whole.value.asArray?.value.isTracedFloat != true else { return whole.value.copy() }
      return try context.item(whole.value, at: .tuple(ValueList()))
    }
    if isFloat { return .scalar(try ArrayConversion.array(g, in: context).firstElement.cast(to: node.type)) }
    return try fresh(g, isOwn, node)
  }

  /// A cotangent as an array that nobody else has.
  private func fresh(_ g: consuming Value, _ isOwn: Bool, _ node: Node) throws(Fault) -> Value {
    switch consume g {
    case .array(let r):
      if r.value.shape == node.shape && r.value.type == node.type && r.value.isContiguous && r.value.isWriteable
        && r.isUnique && r.value.storage.isUnique && r.value.offset == 0
      {
        if !r.value.isView { return .array(r.copy()) }
        return .array(Ref(NDArray(owning: r.value.storage.copy(), type: node.type, shape: node.shape)))
      }
      let result = try Creation.empty(node.shape, node.type)
      try result.assign(r.value)
      return .array(Ref(result))
    case let other:
      let result = try Creation.empty(node.shape, node.type)
      try result.assign(try ArrayConversion.array(other, in: context))
      return .array(Ref(result))
    }
  }

  /// The same structure with other values in its places.
  private mutating func map(
    _ value: borrowing Value, _ body: (inout Leaves, borrowing Value) throws(Fault) -> Value
  ) throws(Fault) -> Value {
    // The caller holds the structure, and nothing here runs the program's code.
    if let list = value.asList {
      var items = ValueList(capacity: list.value.items.count)
      for index in 0..<list.value.items.count where index < list.value.items.count {
        items.append(try map(list.value.items[index], body))
      }
      return .list(items)
    }
    if let tuple = value.asTuple {
      var items = ValueList(capacity: tuple.value.items.count)
      for index in 0..<tuple.value.items.count { items.append(try map(tuple.value.items[index], body)) }
      return .tuple(items)
    }
    if value.asDictionary != nil { return try mapDictionary(value, body) }
    return try body(&self, value)
  }

  @inline(never) private mutating func mapDictionary(
    _ value: borrowing Value, _ body: (inout Leaves, borrowing Value) throws(Fault) -> Value
  ) throws(Fault) -> Value {
    guard let dictionary = value.asDictionary?.owned() else { return .nothing }
    let result = Ref(DictionaryObject())
    for entry in 0..<dictionary.value.table.entries.count where !dictionary.value.table.entries[entry].key.isUnbound {
      let item = try map(dictionary.value.table.entries[entry].value, body)
      try context.set(result.unowned, dictionary.value.table.entries[entry].key, item)
    }
    return .dictionary(result)
  }
}
