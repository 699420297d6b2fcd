extension Value {
  /// What a deque itself has inside, not of a class that extends it.
  fileprivate var dequePayload: DequePayload? {
    borrowing get {
      guard let native = asNative, native.value.type == .deque else { return nil }
      return native.value.payload as? DequePayload
    }
  }
}

extension Builtin {
  /// The native part of `collections`.
  static let dequeMethods: [Builtin] = [.dequeMake] + dequeChanges + dequeQueries + dequeSpecials

  static let dequeMake = Builtin(
    "_collections.deque(iterable=<no value>, maxlen=None)", "A list that is quick at both ends.",
    example: "from collections import deque; deque([1, 2, 3], 2)  # deque([2, 3], maxlen=2)",
    constructs: .native(.deque)
  ) { (context, arguments) throws(Fault) in
    if !arguments[1].isNone, arguments[1].asInt == nil, arguments[1].asBool == nil {
      throw Fault(.typeError, "an integer is required")
    }
    let limit = try context.optionalInteger(arguments[1])
    if let limit, limit < 0 { throw Fault(.valueError, "maxlen must be non-negative") }
    let payload = DequePayload(limit: limit)
    if arguments.isGiven(0) {
      try context.forEach(arguments[0]) { (item) throws(Fault) in
        try payload.append(item)
        return true
      }
    }
    return .native(Ref(NativeObject(.deque, payload)))
  }

  fileprivate static func deque(
    _ declaration: String, _ documentation: String, _ example: String = "", leaf: Builtin.LeafBody? = nil,
    _ body: @escaping (Context, DequePayload, Registers) throws(Fault) -> Value
  ) -> Builtin {
    let example = example.isEmpty ? "" : "from collections import deque; d = deque([1, 2, 3]); " + example
    return Builtin("deque." + declaration, documentation, example: example, leaf: leaf) {
      (context, arguments) throws(Fault) in
      guard let payload = arguments[0].nativePayload(DequePayload.self) else {
        throw Fault(
          .typeError,
          "descriptor for 'collections.deque' objects doesn't apply to a '\(arguments[0].typeName)' object")
      }
      return try body(context, payload, arguments)
    }
  }

  private static let dequeChanges: [Builtin] = [
    deque(
      "append(self, x, /)", "Adds an item at the right.", "d.append(4); d  # deque([1, 2, 3, 4])",
      leaf: { (_, arguments, count) in
        guard count == 2, let payload = arguments[0].dequePayload, payload.limit == nil,
          payload.count < Context.longestList
        else { return nil }
        var arguments = arguments
        return (try? payload.append(arguments.take(1))).map { _ in .nothing }
      }
    ) {
      (_, payload, arguments) throws(Fault) in
      try payload.append(arguments[1].copy())
      return .nothing
    },
    deque(
      "appendleft(self, x, /)", "Adds an item at the left.", "d.appendleft(0); d  # deque([0, 1, 2, 3])",
      leaf: { (_, arguments, count) in
        guard count == 2, let payload = arguments[0].dequePayload, payload.limit == nil,
          payload.count < Context.longestList
        else { return nil }
        var arguments = arguments
        return (try? payload.prepend(arguments.take(1))).map { _ in .nothing }
      }
    ) {
      (_, payload, arguments) throws(Fault) in
      try payload.prepend(arguments[1].copy())
      return .nothing
    },
    deque(
      "pop(self, /)", "Removes the item at the right and returns it.", "d.pop()  # 3",
      leaf: { (_, arguments, count) in
        guard count == 1, let payload = arguments[0].dequePayload else { return nil }
        return payload.popLast()
      }
    ) {
      (_, payload, _) throws(Fault) in
      guard let value = payload.popLast() else { throw Fault(.indexError, "pop from an empty deque") }
      return value
    },
    deque(
      "popleft(self, /)", "Removes the item at the left and returns it.", "d.popleft()  # 1",
      leaf: { (_, arguments, count) in
        guard count == 1, let payload = arguments[0].dequePayload else { return nil }
        return payload.popFirst()
      }
    ) {
      (_, payload, _) throws(Fault) in
      guard let value = payload.popFirst() else { throw Fault(.indexError, "pop from an empty deque") }
      return value
    },
    deque("extend(self, iterable, /)", "Adds all items at the right.", "d.extend('a'); d  # deque([1, 2, 3, 'a'])") {
      (context, payload, arguments) throws(Fault) in
      try context.extend(payload, with: arguments[1])
      return .nothing
    },
    deque("extendleft(self, iterable, /)", "Adds all items at the left, one after the other.", "d.extendleft('ab')") {
      (context, payload, arguments) throws(Fault) in
      let source =
        arguments[1].nativePayload(NativePayload.self) === payload ? .list(payload.items()) : arguments[1].copy()
      try context.forEach(source) { (item) throws(Fault) in
        try payload.prepend(item)
        return true
      }
      return .nothing
    },
    deque("clear(self, /)", "Removes all items.", "d.clear(); d  # deque([])") { (_, payload, _) throws(Fault) in
      payload.removeAll()
      return .nothing
    },
    deque("rotate(self, n=1, /)", "Moves all items to the right.", "d.rotate(); d  # deque([3, 1, 2])") {
      (context, payload, arguments) throws(Fault) in
      try payload.rotate(try context.integer(arguments[1]))
      return .nothing
    },
    deque("reverse(self, /)", "Reverses the order of the items.", "d.reverse(); d  # deque([3, 2, 1])") {
      (_, payload, _) throws(Fault) in
      payload.reverse()
      return .nothing
    },
    deque("insert(self, index, object, /)", "Inserts an item before an index.", "d.insert(1, 9)") {
      (context, payload, arguments) throws(Fault) in
      if let limit = payload.limit, payload.count >= limit {
        throw Fault(.indexError, "deque already at its maximum size")
      }
      let index = try context.integer(arguments[1])
      let place = Swift.max(index < 0 ? index &+ payload.count : index, 0)
      try payload.insert(arguments[2].copy(), at: Swift.min(place, payload.count))
      return .nothing
    },
    deque("remove(self, value, /)", "Removes the first item that equals a value.", "d.remove(2); d  # deque([1, 3])") {
      (context, payload, arguments) throws(Fault) in
      guard let index = try context.position(of: arguments[1], in: payload, 0, payload.count) else {
        throw Fault(.valueError, "\(try context.repr(arguments[1])) is not in deque")
      }
      _ = payload.remove(at: index)
      return .nothing
    },
    deque("__setitem__(self, key, value, /)", "Replaces an item.") { (context, payload, arguments) throws(Fault) in
      let index = try context.dequeIndex(arguments[1], payload)
      _ = payload.exchange(index, arguments[2].copy())
      return .nothing
    },
    deque("__delitem__(self, key, /)", "Removes an item.") { (context, payload, arguments) throws(Fault) in
      _ = payload.remove(at: try context.dequeIndex(arguments[1], payload))
      return .nothing
    },
    deque("__iadd__(self, value, /)", "Adds all items at the right.") { (context, payload, arguments) throws(Fault) in
      try context.extend(payload, with: arguments[1])
      return arguments[0].copy()
    },
    deque("__imul__(self, value, /)", "Repeats the items.") { (context, payload, arguments) throws(Fault) in
      let items = payload.items()
      payload.removeAll()
      try context.append(items, times: try context.integer(arguments[1]), to: payload)
      return arguments[0].copy()
    },
  ]

  private static let dequeQueries: [Builtin] = [
    deque("copy(self, /)", "A new deque of the same items.", "d.copy()  # deque([1, 2, 3])") {
      (_, payload, _) throws(Fault) in try payload.duplicate()
    },
    deque("__copy__(self, /)", "A new deque of the same items.") { (_, payload, _) throws(Fault) in
      try payload.duplicate()
    },
    deque("count(self, value, /)", "How many items equal a value.", "d.count(2)  # 1") {
      (context, payload, arguments) throws(Fault) in
      var count = 0
      var index = 0
      let version = payload.version
      while index < payload.count {
        let item = payload.item(index)
        if try context.sameOrEqual(item, arguments[1]) { count += 1 }
        if payload.version != version { throw Fault(.runtimeError, "deque mutated during iteration") }
        index += 1
      }
      return .int(count)
    },
    deque(
      "index(self, value, start=0, stop=None, /)", "Where the first item is that equals a value.", "d.index(2)  # 1"
    ) {
      (context, payload, arguments) throws(Fault) in
      let count = payload.count
      let clipped = { (index: Int) in Swift.min(Swift.max(index < 0 ? index &+ count : index, 0), count) }
      let start = clipped(try context.integer(arguments[2]))
      let stop = clipped(try context.optionalInteger(arguments[3]) ?? count)
      guard let index = try context.position(of: arguments[1], in: payload, start, stop) else {
        throw Fault(.valueError, "\(try context.repr(arguments[1])) is not in deque")
      }
      return .int(index)
    },
    deque("maxlen", "The most items that it holds, or None.") { (_, payload, _) throws(Fault) in
      payload.limit.map { .int($0) } ?? .nothing
    },
  ]

  private static let dequeSpecials: [Builtin] = [
    deque("__len__(self, /)", "How many items there are.") { (_, payload, _) throws(Fault) in .int(payload.count) },
    deque("__hash__(self, /)", "A TypeError: a deque may change.") { (_, _, arguments) throws(Fault) in
      throw Fault(.typeError, "unhashable type: '\(arguments[0].typeName)'")
    },
    deque("__bool__(self, /)", "Whether there are items.") { (_, payload, _) throws(Fault) in
      .bool(payload.count > 0)
    },
    deque("__getitem__(self, key, /)", "The item at an index.") { (context, payload, arguments) throws(Fault) in
      payload.item(try context.dequeIndex(arguments[1], payload))
    },
    deque("__contains__(self, key, /)", "Whether an item equals a value.") {
      (context, payload, arguments) throws(Fault) in
      .bool(try context.position(of: arguments[1], in: payload, 0, payload.count) != nil)
    },
    deque("__iter__(self, /)", "An iterator over the items.") { (_, payload, arguments) throws(Fault) in
      .native(Ref(NativeObject(.dequeIterator, DequeIteratorPayload(arguments[0], payload, isReversed: false))))
    },
    deque("__reversed__(self, /)", "An iterator from the last item to the first.") {
      (_, payload, arguments) throws(Fault) in
      .native(Ref(NativeObject(.dequeReverseIterator, DequeIteratorPayload(arguments[0], payload, isReversed: true))))
    },
    deque("__repr__(self, /)", "As it could be made.") { (context, payload, arguments) throws(Fault) in
      guard let object = arguments[0].object else { return .nothing }
      if context.openReprs.contains(object.address) { return .string("[...]") }
      context.openReprs.append(object.address)
      defer { context.openReprs.removeLast() }
      let items = try context.repr(.list(payload.items()))
      let name = arguments[0].typeName.split(separator: ".").last.map(String.init) ?? "deque"
      return .string(payload.limit.map { "\(name)(\(items), maxlen=\($0))" } ?? "\(name)(\(items))")
    },
    deque("__add__(self, value, /)", "A new deque of all items.") { (context, payload, arguments) throws(Fault) in
      guard arguments[1].nativePayload(DequePayload.self) != nil else {
        if context.hasSpecial(OperatorNames.of(.add).reflected, arguments[1]) { return .special(.notImplemented) }
        throw Fault(.typeError, "can only concatenate deque (not \"\(arguments[1].typeName)\") to deque")
      }
      let sum = try payload.duplicate()
      if let other = sum.nativePayload(DequePayload.self) { try context.extend(other, with: arguments[1]) }
      return sum
    },
    deque("__mul__(self, value, /)", "A new deque of repeated items.") { (context, payload, arguments) throws(Fault) in
      try context.repeated(payload, arguments[1])
    },
    deque("__rmul__(self, value, /)", "A new deque of repeated items.") { (context, payload, arguments) throws(Fault) in
      try context.repeated(payload, arguments[1])
    },
    dequeComparison("eq", .equal), dequeComparison("ne", .notEqual), dequeComparison("lt", .less),
    dequeComparison("le", .lessOrEqual), dequeComparison("gt", .greater), dequeComparison("ge", .greaterOrEqual),
  ]

  private static func dequeComparison(_ name: String, _ comparison: Comparison) -> Builtin {
    deque("__\(name)__(self, value, /)", "Compares item by item.") { (context, payload, arguments) throws(Fault) in
      guard let other = arguments[1].nativePayload(DequePayload.self) else { return .special(.notImplemented) }
      return try context.compare(comparison, .list(payload.items()), .list(other.items()))
    }
  }
}

extension DequePayload {
  /// A new deque with the same items and bound.
  fileprivate func duplicate() throws(Fault) -> Value {
    let copy = DequePayload(limit: limit)
    for index in 0..<count { try copy.append(item(index)) }
    return .native(Ref(NativeObject(.deque, copy)))
  }
}

extension Context {
  fileprivate func extend(_ payload: DequePayload, with source: borrowing Value) throws(Fault) {
    let items = source.nativePayload(NativePayload.self) === payload ? .list(payload.items()) : source.copy()
    try forEach(items) { (item) throws(Fault) in
      try payload.append(item)
      return true
    }
  }

  fileprivate func append(_ items: borrowing ValueList, times: Int, to payload: DequePayload) throws(Fault) {
    var times = items.count == 0 ? 0 : Swift.max(times, 0)
    if let limit = payload.limit, items.count > 0 { times = Swift.min(times, limit / items.count + 2) }
    if items.count > 0, times > Context.longestList / items.count { throw Fault(.memoryError, "") }
    for _ in 0..<times {
      for index in 0..<items.count { try payload.append(items[index].copy()) }
      try checkInterrupt()
    }
  }

  fileprivate func repeated(_ payload: DequePayload, _ times: borrowing Value) throws(Fault) -> Value {
    let result = DequePayload(limit: payload.limit)
    let items = payload.items()
    try append(items, times: try integer(times), to: result)
    return .native(Ref(NativeObject(.deque, result)))
  }

  /// A key as a valid index.
  fileprivate func dequeIndex(_ key: borrowing Value, _ payload: DequePayload) throws(Fault) -> Int {
    guard let index = try indexInteger(key) else {
      throw Fault(.typeError, "sequence index must be integer, not '\(key.typeName)'")
    }
    let place = index < 0 ? index &+ payload.count : index
    if place < 0 || place >= payload.count { throw Fault(.indexError, "deque index out of range") }
    return place
  }

  /// The first index in `start..<stop` of an item that equals a value.
  fileprivate func position(
    of value: borrowing Value, in payload: DequePayload, _ start: Int, _ stop: Int
  ) throws(Fault) -> Int? {
    let version = payload.version
    var index = start
    while index < stop && index < payload.count {
      let item = payload.item(index)
      let isFound = try sameOrEqual(item, value)
      if payload.version != version { throw Fault(.runtimeError, "deque mutated during iteration") }
      if isFound { return index }
      index += 1
      if index & 0xFFF == 0 { try checkInterrupt() }
    }
    return nil
  }
}
