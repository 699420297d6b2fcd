/// Copies of containers and of instances of plain classes with all that is in them; what else there is the language
/// copies, through `other(x, memo)`.
struct DeepCopier: ~Copyable {
  private let context: Context
  /// A dictionary: the copies by the number of what they are copies of, and what has to live as long.
  private let memo: Value
  private let other: Value
  private var keepers: Value = .unbound
  /// The version of the class that was found to be plain last.
  private var plainVersion = -1

  init(_ context: Context, memo: consuming Value, other: consuming Value) {
    self.context = context
    self.memo = memo
    self.other = other
  }

  /// A copy. What is held by nobody but its container cannot be met twice, and is not noted.
  mutating func copied(_ x: borrowing Value, isShared: Bool = true) throws(Fault) -> Value {
    if x.copiesToItself { return x.copy() }
    guard context.nesting < Context.deepestNesting else {
      throw Fault(.recursionError, "maximum recursion depth exceeded")
    }
    context.nesting += 1
    defer { context.nesting -= 1 }
    let number = isShared ? x.object?.shownNumber : nil
    if let number, let known = try noted(number) { return known }
    if let list = x.exactList { return try copiedList(x, list, number) }
    if let tuple = x.exactTuple { return try copiedTuple(x, tuple, number) }
    if let dictionary = x.exactDictionary, !dictionary.value.isNamespace {
      let result = Value.dictionary(Ref(DictionaryObject()))
      try note(number, result)
      try fill(result, from: dictionary)
      try keep(number, x)
      return result
    }
    if let instance = x.asInstance, isPlain(instance) { return try copiedInstance(x, instance, number) }
    return try context.call(other, x.copy(), memo.copy())
  }

  private func noted(_ number: Int) throws(Fault) -> Value? {
    guard let memo = memo.asDictionary else { return nil }
    guard let entry = try context.find(memo, .int(number)) else { return nil }
    return memo.value.table.entries[entry].value.copy()
  }

  private func note(_ number: Int?, _ copy: borrowing Value) throws(Fault) {
    guard let number, let memo = memo.asDictionary else { return }
    try context.set(memo, .int(number), copy.copy())
  }

  /// Keeps what was copied as long as the memo knows it by its number.
  private mutating func keep(_ number: Int?, _ x: borrowing Value) throws(Fault) {
    guard number != nil, let memo = memo.asDictionary else { return }
    if keepers.isUnbound {
      let place = self.memo.object?.shownNumber ?? 0
      if let known = try noted(place) {
        keepers = known
      } else {
        keepers = .list(ValueList())
        try context.set(memo, .int(place), keepers.copy())
      }
    }
    keepers.asList?.value.items.append(x.copy())
  }

  private mutating func copiedList(
    _ x: borrowing Value, _ list: Unowned<ListObject>, _ number: Int?
  ) throws(Fault) -> Value {
    let made = Ref(ListObject(ValueList(capacity: list.value.items.count)))
    let result = Value.list(made.copy())
    try note(number, result)
    var index = 0
    while index < list.value.items.count {
      made.value.items.append(try copiedItem(list.value.items, index))
      index += 1
      if index & 0xFFF == 0 { try context.checkInterrupt() }
    }
    try keep(number, x)
    return result
  }

  /// A copy of an item of something that others may change meanwhile.
  @inline(__always) private mutating func copiedItem(
    _ items: borrowing ValueList, _ index: Int
  ) throws(Fault) -> Value {
    if items[index].copiesToItself { return items[index].copy() }
    let isShared = items[index].isHeldByOthers
    let item = items[index].copy()
    return try copied(item, isShared: isShared)
  }

  private mutating func copiedTuple(
    _ x: borrowing Value, _ tuple: Unowned<TupleObject>, _ number: Int?
  ) throws(Fault) -> Value {
    let count = tuple.value.items.count
    var items = ValueList(capacity: count)
    var differs = false
    for index in 0..<count {
      let item = try copiedItem(tuple.value.items, index)
      if !context.isSame(item, tuple.value.items[index]) { differs = true }
      items.append(item)
    }
    // A tuple that holds itself through a list was copied meanwhile.
    if let number, let known = try noted(number) { return known }
    if !differs { return x.copy() }
    let result = Value.tuple(items)
    try note(number, result)
    try keep(number, x)
    return result
  }

  private mutating func fill(_ target: borrowing Value, from source: Unowned<DictionaryObject>) throws(Fault) {
    guard let made = target.asDictionary else { return }
    let expected = source.value.table.count
    var entry = 0
    while entry < source.value.table.entries.count {
      if source.value.table.entries[entry].key.isUnbound {
        entry += 1
        continue
      }
      let sharesKey = source.value.table.entries[entry].key.isHeldByOthers
      let sharesValue = source.value.table.entries[entry].value.isHeldByOthers
      let key = source.value.table.entries[entry].key.copy()
      let value = source.value.table.entries[entry].value.copy()
      entry += 1
      let copiedKey = try copied(key, isShared: sharesKey)
      try context.set(made, copiedKey, try copied(value, isShared: sharesValue))
      if source.value.table.count != expected {
        throw Fault(.runtimeError, "dictionary changed size during iteration")
      }
      if entry & 0xFFF == 0 { try context.checkInterrupt() }
    }
  }

  private mutating func copiedInstance(
    _ x: borrowing Value, _ instance: Unowned<InstanceObject>, _ number: Int?
  ) throws(Fault) -> Value {
    let made = Ref(InstanceObject(instance.value.type.copy()))
    let result = Value.instance(made.copy())
    try note(number, result)
    if let source = instance.value.dictionary {
      let keep = source.owned()
      try fill(try context.attributeDictionary(made.unowned), from: keep.unowned)
      try self.keep(number, x)
      return result
    }
    let names = instance.value.shape.value.names
    var slot = 0
    while slot < names.count, slot < instance.value.slots.count {
      let value = try copiedItem(instance.value.slots, slot)
      try context.add(names[slot], value, to: made.unowned)
      slot += 1
    }
    try keep(number, x)
    return result
  }

  /// Whether nothing but the attributes makes such an instance, and nobody has a say in its copies.
  private mutating func isPlain(_ instance: Unowned<InstanceObject>) -> Bool {
    guard instance.value.payload.isUnbound, instance.value.hidden == nil else { return false }
    let type = instance.value.type.unowned
    if type.value.version == plainVersion { return true }
    guard context.isPlainlyCopied(type, asking: DeepCopier.hook) else { return false }
    plainVersion = type.value.version
    return true
  }

  private static let hook = Symbol("__deepcopy__")
}

extension Context {
  private static let copyingHooks = [
    "__reduce_ex__", "__reduce__", "__getstate__", "__setstate__", "__getnewargs__", "__getnewargs_ex__",
  ].map { Symbol($0) }

  /// Whether an instance of a class is copied by copying its attributes.
  fileprivate func isPlainlyCopied(_ type: Unowned<ClassObject>, asking hook: Symbol) -> Bool {
    guard type.value.slotNames == nil, type.value.memberSlots.isEmpty,
      type.value.traits.isDisjoint(with: [.getAttribute, .missingAttribute]),
      userMember(hook, in: type) == nil, userMember(.newMethod, in: type) == nil
    else { return false }
    return Context.copyingHooks.allSatisfy { userMember($0, in: type) == nil }
  }

  /// Gives an instance an attribute that it does not have yet.
  fileprivate func add(
    _ name: Symbol, _ value: borrowing Value, to instance: Unowned<InstanceObject>
  ) throws(Fault) {
    if instance.value.shape.value.isDictionary || !instance.value.add(name, value) {
      guard let dictionary = try attributeDictionary(instance).asDictionary?.owned() else { return }
      try set(dictionary.unowned, nameValue(name), value.copy())
    }
  }

  private static let shallowHook = Symbol("__copy__")

  /// A copy of an instance of a plain class that shares its attributes; nil of all else.
  func shallowCopy(_ x: borrowing Value) throws(Fault) -> Value? {
    guard let instance = x.asInstance, instance.value.payload.isUnbound, instance.value.hidden == nil,
      isPlainlyCopied(instance.value.type.unowned, asking: Context.shallowHook)
    else { return nil }
    let made = Ref(InstanceObject(instance.value.type.copy()))
    if let source = instance.value.dictionary {
      let attributes = try attributeDictionary(made.unowned)
      if let target = attributes.asDictionary { target.value.table.add(entriesOf: source.value.table) }
      return .instance(made)
    }
    let names = instance.value.shape.value.names
    for slot in 0..<names.count where slot < instance.value.slots.count {
      try add(names[slot], instance.value.slots[slot], to: made.unowned)
    }
    return .instance(made)
  }
}

extension Value {
  /// Whether a copy of the value is the value.
  fileprivate var copiesToItself: Bool {
    @inline(__always) borrowing get {
      switch self {
      case .string: true
      case .bigInteger: true
      case .range: true
      case .builtin: true
      case .function: true
      case .complex: true
      case .classObject: true
      case _ where isPlain: true
      default: false
      }
    }
  }

  /// Whether more than its container holds the object.
  fileprivate var isHeldByOthers: Bool {
    @inline(__always) borrowing get { (object?.count ?? 0) > 1 }
  }
}

extension Builtin {
  /// The native part of `copy`.
  static let copyFunctions: [Builtin] = [
    Builtin(
      "_copy.shallow(x, /)", "A copy that shares its attributes; NotImplemented of what takes more.",
      example: "from _copy import shallow; shallow([1])  # NotImplemented"
    ) { (context, arguments) throws(Fault) in
      try context.shallowCopy(arguments[0]) ?? .special(.notImplemented)
    },
    Builtin(
      "_copy.deep(x, memo, other, /)",
      "A copy with all that is in it; `other(x, memo)` copies what is no container and of no plain class.",
      example: "from _copy import deep; deep([[1], (2,)], {}, None)  # [[1], (2,)]"
    ) { (context, arguments) throws(Fault) in
      guard arguments[1].isNone || arguments[1].exactDictionary != nil else {
        return try context.call(arguments[2], arguments[0].copy(), arguments[1].copy())
      }
      let memo = arguments[1].isNone ? Value.dictionary(Ref(DictionaryObject())) : arguments[1].copy()
      var copier = DeepCopier(context, memo: memo, other: arguments[2].copy())
      return try copier.copied(arguments[0])
    },
  ]
}
