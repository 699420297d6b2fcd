extension Builtin {
  /// The module behind `functools`: `scripts/lib/functools.py` has the rest.
  static let functoolsModule: [Builtin] = [
    .functoolsReduce, .functoolsPartial, .partialRepr, .compareToKey, .cacheWrapper, .cacheInfo, .cacheClear,
    partialPart("func", "The function.") { $0.function.copy() },
    partialPart("args", "The arguments that it has already.") { .tuple($0.arguments.copies()) },
    partialPart("keywords", "The named arguments that it has already.") { .dictionary($0.named.copy()) },
    keyComparison("lt", .less), keyComparison("le", .lessOrEqual), keyComparison("eq", .equal),
    keyComparison("ne", .notEqual), keyComparison("gt", .greater), keyComparison("ge", .greaterOrEqual),
    Builtin("KeyWrapper.obj", "The value that is compared.") { (_, arguments) throws(Fault) in
      arguments[0].nativePayload(KeyWrapperPayload.self)?.object.copy() ?? .nothing
    },
  ]

  static let functoolsReduce = Builtin(
    "_functools.reduce(function, iterable, initial=<no value>, /)",
    "Folds the items into one by a function of two arguments.",
    example: "from functools import reduce; reduce(lambda a, b: a * b, [2, 3])  # 6", body: Builtin.reduce.body)

  static let functoolsPartial = Builtin(
    "_functools.partial(func=<no value>, /, *args, **keywords)", "A function with some arguments given.",
    example: "from functools import partial; partial(pow, 2)(5)  # 32", constructs: .native(.partial)
  ) { (context, arguments) throws(Fault) in
    if !arguments.isGiven(0) { throw Fault(.typeError, "type 'partial' takes at least one argument") }
    guard try context.isCallable(arguments[0]) else { throw Fault(.typeError, "the first argument must be callable") }
    var given = ValueList()
    var function = arguments[0].copy()
    let named = Ref(DictionaryObject())
    if let inner = arguments[0].nativePayload(PartialPayload.self), inner.attributes.value.table.count == 0 {
      function = inner.function.copy()
      given = inner.arguments.copies()
      try context.update(named.unowned, from: inner.named.unowned)
    }
    if let others = arguments.variadic(1) {
      for index in 0..<others.value.items.count { given.append(others.value.items[index].copy()) }
    }
    if let others = arguments[2].asDictionary { try context.update(named.unowned, from: others) }
    return .native(Ref(NativeObject(.partial, PartialPayload(function, given, named))))
  }

  private static func partialPart(
    _ name: String, _ documentation: String, _ body: @escaping (PartialPayload) -> Value
  ) -> Builtin {
    Builtin("partial.\(name)", documentation) { (_, arguments) throws(Fault) in
      guard let payload = arguments[0].nativePayload(PartialPayload.self) else { return .nothing }
      return body(payload)
    }
  }

  static let partialRepr = Builtin("partial.__repr__(self, /)", "As it was made.") {
    (context, arguments) throws(Fault) in
    guard let payload = arguments[0].nativePayload(PartialPayload.self), let object = arguments[0].object else {
      return .nothing
    }
    if context.openReprs.contains(object.address) { return .string("functools.partial(...)") }
    context.openReprs.append(object.address)
    defer { context.openReprs.removeLast() }
    var parts = [try context.repr(payload.function)]
    for index in 0..<payload.arguments.count { parts.append(try context.repr(payload.arguments[index])) }
    for entry in 0..<payload.named.value.table.entries.count {
      guard let name = payload.named.value.table.entries[entry].key.asString else { continue }
      let value = try context.repr(payload.named.value.table.entries[entry].value)
      parts.append("\(name.value.text.string)=\(value)")
    }
    return .string("functools.partial(\(parts.joined(separator: ", ")))")
  }

  static let compareToKey = Builtin(
    "_functools.cmp_to_key(mycmp)", "A key function from one that compares two values.",
    example: "from functools import cmp_to_key; sorted([1, 3, 2], key=cmp_to_key(lambda a, b: b - a))  # [3, 2, 1]"
  ) { (_, arguments) throws(Fault) in
    .native(Ref(NativeObject(.keyWrapper, KeyWrapperPayload(arguments[0].copy(), .unbound))))
  }

  private static func keyComparison(_ name: String, _ comparison: Comparison) -> Builtin {
    Builtin("KeyWrapper.__\(name)__(self, other, /)", "Compares as the function does.") {
      (context, arguments) throws(Fault) in
      guard let payload = arguments[0].nativePayload(KeyWrapperPayload.self) else { return .nothing }
      return try payload.holds(comparison, arguments[1], context)
    }
  }

  static let cacheWrapper = Builtin(
    "_functools._lru_cache_wrapper(user_function, maxsize, typed, cache_info_type, /)",
    "A function that remembers its last results.",
    example: "from functools import lru_cache; lru_cache(abs)(-1)  # 1", constructs: .native(.cacheWrapper)
  ) { (context, arguments) throws(Fault) in
    guard try context.isCallable(arguments[0]) else { throw Fault(.typeError, "the first argument must be callable") }
    let limit = try context.optionalInteger(arguments[1]).map { Swift.max($0, 0) }
    let payload = CachePayload(
      arguments[0].copy(), limit: limit, isTyped: try context.truth(arguments[2]), infoMaker: arguments[3].copy())
    return .native(Ref(NativeObject(.cacheWrapper, payload)))
  }

  static let cacheInfo = Builtin("_lru_cache_wrapper.cache_info(self, /)", "Hits, misses, and sizes.") {
    (context, arguments) throws(Fault) in
    try arguments[0].nativePayload(CachePayload.self)?.info(context) ?? .nothing
  }

  static let cacheClear = Builtin("_lru_cache_wrapper.cache_clear(self, /)", "Forgets all results.") {
    (_, arguments) throws(Fault) in
    arguments[0].nativePayload(CachePayload.self)?.forget()
    return .nothing
  }
}
