/// A native object on which a program may set attributes, as on a function.
class AttributedPayload: NativePayload {
  let attributes = Ref(DictionaryObject())
  override var attributeDictionary: Unowned<DictionaryObject>? { attributes.unowned }
  override func traverse(_ visitor: inout Visitor) { visitor.visit(attributes) }
  override func clear() { attributes.value.clear() }
}

/// `partial`: a function with the arguments that it has already.
final class PartialPayload: AttributedPayload {
  var function: Value
  var arguments: ValueList
  let named: Ref<DictionaryObject>
  init(_ function: consuming Value, _ arguments: consuming ValueList, _ named: consuming Ref<DictionaryObject>) {
    self.function = function
    self.arguments = arguments
    self.named = named
  }
  override var isCallable: Bool { true }
  override func traverse(_ visitor: inout Visitor) {
    super.traverse(&visitor)
    visitor.visit(function)
    visitor.visit(arguments)
    visitor.visit(named)
  }
  override func clear() {
    super.clear()
    function = .nothing
    arguments.removeAll()
  }

  override func unfold(_ callee: Registers, _ count: Int) -> Int {
    let added = arguments.count
    // A few arguments find room in what every frame has to spare.
    guard added > 0, added <= 4, named.value.table.count == 0 else { return 0 }
    var R = callee
    for index in stride(from: count, to: 0, by: -1) { R.move(index, to: R, index + added) }
    for index in 0..<added { R.set(index + 1, arguments[index].copy()) }
    R.set(0, function.copy())
    return added
  }

  override func call(
    _ context: Context, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    var all = self.arguments.copies()
    for index in 0..<arguments.count { all.append(arguments[index].copy()) }
    let callee = function.copy()
    if self.named.value.table.count == 0 { return try context.call(callee, all, names, named) }
    var merged = NamedArguments(self.named.unowned)
    for (index, name) in names.enumerated() { merged.set(name, named[index].copy()) }
    return try context.call(callee, all, merged.names, merged.values.copies())
  }
}

/// `cmp_to_key`: the comparing function, and the value that is compared (unbound: this makes such keys).
final class KeyWrapperPayload: NativePayload {
  var function: Value
  var object: Value
  init(_ function: consuming Value, _ object: consuming Value) {
    self.function = function
    self.object = object
  }
  override var isCallable: Bool { true }
  override func traverse(_ visitor: inout Visitor) {
    visitor.visit(function)
    visitor.visit(object)
  }
  override func clear() {
    function = .nothing
    object = .unbound
  }

  override func call(
    _ context: Context, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    guard arguments.count + named.count == 1 else {
      throw Fault(.typeError, "K() takes exactly one argument (\(arguments.count + named.count) given)")
    }
    let object = arguments.count == 1 ? arguments[0].copy() : named[0].copy()
    return .native(Ref(NativeObject(.keyWrapper, KeyWrapperPayload(function.copy(), object))))
  }

  /// Whether a comparison of two keys holds.
  func holds(_ comparison: Comparison, _ other: borrowing Value, _ context: Context) throws(Fault) -> Value {
    guard let key = other.nativePayload(KeyWrapperPayload.self) else {
      throw Fault(.typeError, "other argument must be K instance")
    }
    if object.isUnbound || key.object.isUnbound { throw Fault(.attributeError, "object") }
    let callee = function.copy()
    let answer = try context.call(callee, object.copy(), key.object.copy())
    return try context.compare(comparison, answer, .int(0))
  }
}

/// `lru_cache`'s wrapper: the results by arguments, the most recently used last.
final class CachePayload: AttributedPayload {
  private var function: Value
  private var infoMaker: Value
  private let isTyped: Bool
  /// Nil: without bound.
  private let limit: Int?
  private var cache = Ref(DictionaryObject())
  private var hits = 0
  private var misses = 0
  /// No entry before this one lives.
  private var oldest = 0
  /// Stands between the arguments and the named ones in keys.
  private static let markName = Symbol("\u{1}keywords")
  private let mark = Value.string(CachePayload.markName.name)

  init(_ function: consuming Value, limit: Int?, isTyped: Bool, infoMaker: consuming Value) {
    self.function = function
    self.limit = limit
    self.isTyped = isTyped
    self.infoMaker = infoMaker
  }
  override var isCallable: Bool { true }
  override var bindsAsMethod: Bool { true }
  override func traverse(_ visitor: inout Visitor) {
    super.traverse(&visitor)
    visitor.visit(function)
    visitor.visit(infoMaker)
    visitor.visit(cache)
  }
  override func clear() {
    super.clear()
    function = .nothing
    infoMaker = .nothing
    cache.value.clear()
  }

  /// `cache_info()`.
  func info(_ context: Context) throws(Fault) -> Value {
    var arguments = ValueList(capacity: 4)
    arguments.append(.int(hits))
    arguments.append(.int(misses))
    arguments.append(limit.map { .int($0) } ?? .nothing)
    arguments.append(.int(cache.value.table.count))
    let maker = infoMaker.copy()
    return try context.call(maker, arguments)
  }

  /// `cache_clear()`.
  func forget() {
    cache = Ref(DictionaryObject())
    (hits, misses, oldest) = (0, 0, 0)
  }

  override func call(
    _ context: Context, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    let callee = function.copy()
    if limit == 0 {
      misses += 1
      return try context.call(callee, arguments, names, named)
    }
    let key = key(arguments, names, named, context)
    let hash = try context.hash(key)
    let cache = self.cache.copy()
    if let entry = try context.find(cache.unowned, key, hash) {
      hits += 1
      if limit == nil { return cache.value.table.entries[entry].value.copy() }
      return moveToEnd(entry, hash)
    }
    misses += 1
    let result = try context.call(callee, arguments, names, named)
    try store(key, hash, result, context)
    return result
  }

  override func quickCall(_ arguments: Registers, _ count: Int) -> Value? {
    if count > 1, !isTyped { return knownResult(arguments, count) }
    guard count == 1, !isTyped, arguments[0].asInt != nil || arguments[0].exactString != nil,
      let hash = arguments[0].quickHash,
      case .found(let entry) = cache.value.table.quickPlace(arguments[0], hash)
    else { return nil }
    hits += 1
    if limit == nil { return cache.value.table.entries[entry].value.copy() }
    return moveToEnd(entry, hash)
  }

  /// What is known of several arguments of which the hash needs nobody's methods.
  private func knownResult(_ arguments: Registers, _ count: Int) -> Value? {
    var items = ValueList(capacity: count)
    for index in 0..<count { items.append(arguments[index].copy()) }
    let key = Value.tuple(items)
    guard let hash = key.quickHash, case .found(let entry) = cache.value.table.quickPlace(key, hash) else { return nil }
    hits += 1
    if limit == nil { return cache.value.table.entries[entry].value.copy() }
    return moveToEnd(entry, hash)
  }

  private func moveToEnd(_ entry: Int, _ hash: Int) -> Value {
    var gone = cache.value.table.remove(entry)
    let result = gone.value.exchange(.nothing)
    add(gone.key.exchange(.nothing), hash, result.copy())
    return result
  }

  private func add(_ key: consuming Value, _ hash: Int, _ result: consuming Value) {
    let before = cache.value.table.entries.count
    oldest = min(oldest, before)
    cache.value.table.add(key, hash, result)
    // Entries have been moved together.
    if cache.value.table.entries.count != before + 1 { oldest = 0 }
  }

  private func store(
    _ key: borrowing Value, _ hash: Int, _ result: borrowing Value, _ context: Context
  ) throws(Fault) {
    let cache = self.cache.copy()
    // The call may have stored it meanwhile.
    if try context.find(cache.unowned, key, hash) != nil { return }
    if let limit, self.cache.value.table.count >= limit { dropOldest() }
    add(key.copy(), hash, result.copy())
  }

  private func dropOldest() {
    let count = cache.value.table.entries.count
    while oldest < count, cache.value.table.entries[oldest].key.isUnbound { oldest += 1 }
    if oldest < count { _ = cache.value.table.remove(oldest) }
  }

  /// One plain argument itself, else a tuple of all that tells calls apart.
  private func key(
    _ arguments: borrowing ValueList, _ names: [Symbol], _ named: borrowing ValueList, _ context: Context
  ) -> Value {
    if arguments.count == 1 && names.isEmpty && !isTyped {
      if arguments[0].asInt != nil || arguments[0].asString != nil { return arguments[0].copy() }
    }
    var items = arguments.copies()
    if !names.isEmpty {
      items.append(mark.copy())
      for (index, name) in names.enumerated() {
        items.append(.string(name.name))
        items.append(named[index].copy())
      }
    }
    if isTyped {
      for index in 0..<arguments.count { items.append(.type(arguments[index].builtinType)) }
      for index in 0..<named.count { items.append(.type(named[index].builtinType)) }
    }
    return .tuple(items)
  }
}
