/// `itemgetter`: the keys.
final class ItemGetterPayload: NativePayload {
  fileprivate var keys: ValueList
  private let index: Int?
  init(_ keys: consuming ValueList) {
    index = keys.count == 1 ? keys[0].asInt.flatMap { $0 < 0 ? nil : $0 } : nil
    self.keys = keys
  }
  override var isCallable: Bool { true }
  override var itemIndex: Int? { index }
  override func traverse(_ visitor: inout Visitor) { visitor.visit(keys) }

  override func quickCall(_ arguments: Registers, _ count: Int) -> Value? {
    guard count == 1 else { return nil }
    if let index {
      if let tuple = arguments[0].exactTuple, index < tuple.value.items.count { return tuple.value.items[index].copy() }
      if let list = arguments[0].exactList, index < list.value.items.count { return list.value.items[index].copy() }
    } else if keys.count == 1, let dictionary = arguments[0].exactDictionary,
      case .found(let entry) = dictionary.value.quickPlace(keys[0])
    {
      return dictionary.value.table.entries[entry].value.copy()
    }
    return nil
  }

  override func call(
    _ context: Context, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    try Getters.requireOne("itemgetter", arguments.count, names)
    if keys.count == 1 { return try context.item(arguments[0], at: keys[0]) }
    var items = ValueList(capacity: keys.count)
    for index in 0..<keys.count { items.append(try context.item(arguments[0], at: keys[index])) }
    return .tuple(items)
  }
}

/// `attrgetter`: dotted names.
final class AttributeGetterPayload: NativePayload {
  fileprivate let paths: [[Symbol]]
  init(_ paths: [[Symbol]]) { self.paths = paths }
  override var isCallable: Bool { true }

  override func call(
    _ context: Context, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    try Getters.requireOne("attrgetter", arguments.count, names)
    if paths.count == 1 { return try value(paths[0], of: arguments[0], context) }
    var items = ValueList(capacity: paths.count)
    for path in paths { items.append(try value(path, of: arguments[0], context)) }
    return .tuple(items)
  }

  private func value(_ path: [Symbol], of object: borrowing Value, _ context: Context) throws(Fault) -> Value {
    var value = object.copy()
    for name in path {
      let next = try context.attribute(value, name)
      value = next
    }
    return value
  }
}

/// `methodcaller`: the name and the arguments.
final class MethodCallerPayload: NativePayload {
  fileprivate let name: Symbol
  fileprivate var arguments: ValueList
  fileprivate let names: [Symbol]
  fileprivate var named: ValueList
  init(_ name: Symbol, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList) {
    self.name = name
    self.arguments = arguments
    self.names = names
    self.named = named
  }
  override var isCallable: Bool { true }
  override func traverse(_ visitor: inout Visitor) {
    visitor.visit(arguments)
    visitor.visit(named)
  }

  override func call(
    _ context: Context, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    try Getters.requireOne("methodcaller", arguments.count, names)
    let method = try context.attribute(arguments[0], name)
    return try context.call(method, self.arguments.copies(), self.names, self.named.copies())
  }
}

private enum Getters {
  static func requireOne(_ name: String, _ count: Int, _ names: [Symbol]) throws(Fault) {
    if !names.isEmpty { throw Fault(.typeError, "\(name)() takes no keyword arguments") }
    if count != 1 { throw Fault(.typeError, "\(name) expected 1 argument, got \(count)") }
  }
}

extension Builtin {
  static let itemOperators: [Builtin] = [
    .itemGetter, .attributeGetter, .methodCaller, .itemGetterRepr, .attributeGetterRepr, .methodCallerRepr,
    .itemGetterReduce, .attributeGetterReduce, .methodCallerReduce,
  ]

  static let itemGetter = Builtin(
    "_operator.itemgetter(item, /, *items)", "A function that gives an item of its argument, or a tuple of several.",
    example: "import operator; operator.itemgetter(1)('abc')  # 'b'", constructs: .native(.itemGetter)
  ) { (_, arguments) throws(Fault) in
    var keys = ValueList()
    keys.append(arguments[0].copy())
    if let others = arguments.variadic(1) {
      for index in 0..<others.value.items.count { keys.append(others.value.items[index].copy()) }
    }
    return .native(Ref(NativeObject(.itemGetter, ItemGetterPayload(keys))))
  }

  static let itemGetterRepr = Builtin("itemgetter.__repr__(self, /)", "As it was made.") {
    (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(ItemGetterPayload.self) else { return .nothing }
    var parts: [String] = []
    for index in 0..<payload.keys.count { parts.append(try context.repr(payload.keys[index])) }
    return .string("operator.itemgetter(\(parts.joined(separator: ", ")))")
  }

  static let itemGetterReduce = Builtin("itemgetter.__reduce__(self, /)", "What it takes to make it again.") {
    (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(ItemGetterPayload.self) else { return .nothing }
    return .tuple(context.type(of: arguments[0]), .tuple(payload.keys.copies()))
  }

  static let attributeGetterReduce = Builtin("attrgetter.__reduce__(self, /)", "What it takes to make it again.") {
    (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(AttributeGetterPayload.self) else { return .nothing }
    var names = ValueList()
    for path in payload.paths { names.append(.string(path.map(\.name).joined(separator: "."))) }
    return .tuple(context.type(of: arguments[0]), .tuple(names))
  }

  static let methodCallerReduce = Builtin("methodcaller.__reduce__(self, /)", "What it takes to make it again.") {
    (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(MethodCallerPayload.self) else { return .nothing }
    var given = ValueList()
    given.append(.string(payload.name.name))
    if payload.names.isEmpty {
      for index in 0..<payload.arguments.count { given.append(payload.arguments[index].copy()) }
      return .tuple(context.type(of: arguments[0]), .tuple(given))
    }
    // With keywords: a partial that holds them makes it, as only positional arguments follow.
    var parts = ValueList()
    parts.append(context.type(of: arguments[0]))
    parts.append(.string(payload.name.name))
    let partial = try context.attribute(try context.importLibrary("functools"), Symbol("partial"))
    let maker = try context.call(partial, parts, payload.names, payload.named.copies())
    return .tuple(maker, .tuple(payload.arguments.copies()))
  }

  static let attributeGetter = Builtin(
    "_operator.attrgetter(attr, /, *attrs)",
    "A function that gives an attribute of its argument, or a tuple of several.",
    example: "import operator; operator.attrgetter('real')(3)  # 3", constructs: .native(.attributeGetter)
  ) { (_, arguments) throws(Fault) in
    var paths = [try Builtin.path(arguments[0])]
    if let others = arguments.variadic(1) {
      for index in 0..<others.value.items.count { paths.append(try Builtin.path(others.value.items[index])) }
    }
    return .native(Ref(NativeObject(.attributeGetter, AttributeGetterPayload(paths))))
  }

  private static func path(_ value: borrowing Value) throws(Fault) -> [Symbol] {
    guard let text = value.asString else { throw Fault(.typeError, "attribute name must be a string") }
    let name = text.value.text.string
    return name.split(separator: ".", omittingEmptySubsequences: false).map { Symbol(String($0)) }
  }

  static let attributeGetterRepr = Builtin("attrgetter.__repr__(self, /)", "As it was made.") {
    (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(AttributeGetterPayload.self) else { return .nothing }
    var parts: [String] = []
    for path in payload.paths {
      parts.append(try context.repr(.string(path.map(\.name).joined(separator: "."))))
    }
    return .string("operator.attrgetter(\(parts.joined(separator: ", ")))")
  }

  static let methodCaller = Builtin(
    "_operator.methodcaller(name, /, *args, **kwargs)", "A function that calls a method of its argument.",
    example: "import operator; operator.methodcaller('upper')('a')  # 'A'", constructs: .native(.methodCaller)
  ) { (_, arguments) throws(Fault) in
    guard let name = arguments[0].asString else { throw Fault(.typeError, "method name must be a string") }
    let named = NamedArguments(arguments[2].asDictionary)
    let payload = MethodCallerPayload(
      Symbol(name.value.text.string), arguments.variadic(1)?.value.items.copies() ?? ValueList(), named.names,
      named.values.copies())
    return .native(Ref(NativeObject(.methodCaller, payload)))
  }

  static let methodCallerRepr = Builtin("methodcaller.__repr__(self, /)", "As it was made.") {
    (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(MethodCallerPayload.self) else { return .nothing }
    var parts = [try context.repr(.string(payload.name.name))]
    for index in 0..<payload.arguments.count { parts.append(try context.repr(payload.arguments[index])) }
    for (index, name) in payload.names.enumerated() {
      parts.append("\(name.name)=\(try context.repr(payload.named[index]))")
    }
    return .string("operator.methodcaller(\(parts.joined(separator: ", ")))")
  }
}
