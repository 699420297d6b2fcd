extension Builtin {
  static let iterationFunctions: [Builtin] = [
    .len, .range, .iter, .next, .enumerate, .zip, .map, .filter, .reversed,
  ]

  static let len = Builtin("len(obj, /)", "Number of items of a container.", example: "len([1, 2])  # 2") {
    (context, arguments) throws(Fault) in
    .int(try context.length(arguments[0]))
  }

  static let range = Builtin(
    "range(start, stop=<no value>, step=1, /)", "The integers from `start` to before `stop`.",
    example: "list(range(2, 8, 3))  # [2, 5]", constructs: .range
  ) { (context, arguments) throws(Fault) in
    // Half of all integers apart at the most, so that their count is one.
    if let first = arguments[0].asInt, let step = arguments[2].asInt, step != 0, first.magnitude < 1 << 62 {
      if !arguments.isGiven(1) { return .range(Ref(RangeObject(0, first, 1))) }
      if let stop = arguments[1].asInt, stop.magnitude < 1 << 62 { return .range(Ref(RangeObject(first, stop, step))) }
    }
    let first = try context.wideInteger(arguments[0])
    if !arguments.isGiven(1) { return .range(Ref(RangeObject.make(0, first, 1))) }
    let stop = try context.wideInteger(arguments[1])
    let step = try context.wideInteger(arguments[2])
    if step.isZero { throw Fault(.valueError, "range() arg 3 must not be zero") }
    return .range(Ref(RangeObject.make(first, stop, step)))
  }

  static let iter = Builtin(
    "iter(object, sentinel=<no value>, /)",
    "An iterator over the items; with a sentinel, over what calls of `object` return until that equals it.",
    example: "next(iter([4, 5]))  # 4"
  ) { (context, arguments) throws(Fault) in
    if !arguments.isGiven(1) { return try context.iterate(arguments[0]) }
    if !(try context.isCallable(arguments[0])) { throw Fault(.typeError, "iter(v, w): v must be callable") }
    var sources = ValueList(capacity: 2)
    sources.append(arguments[0].copy())
    sources.append(arguments[1].copy())
    return .iterator(Ref(IteratorObject(.callable, sources)))
  }

  static let next = Builtin(
    "next(iterator, default=<no value>, /)", "The next item of an iterator, or `default` at its end.",
    example: "next(iter([4, 5]))  # 4"
  ) { (context, arguments) throws(Fault) in
    if arguments.isGiven(1) { return try context.next(arguments[0]) ?? arguments[1].copy() }
    if let generator = arguments[0].asGenerator {
      return try context.value(of: try context.resume(generator, sending: .nothing))
    }
    if let item = try context.advance(arguments[0]) { return item }
    throw Fault.stopIteration()
  }

  static let enumerate = Builtin(
    "enumerate(iterable, start=0)", "Pairs of a count, from `start` on, and each item.",
    example: "list(enumerate('ab'))  # [(0, 'a'), (1, 'b')]", constructs: .iterator(.enumerate)
  ) { (context, arguments) throws(Fault) in
    if arguments[1].asInt == 0, arguments[0].isDirectSource {
      var sources = ValueList(capacity: 1)
      sources.append(arguments[0].copy())
      return .iterator(Ref(IteratorObject(.enumerate, sources, isDirect: true)))
    }
    let start = try context.wideInteger(arguments[1])
    // As far from the end that no count runs over it.
    if let small = Int(exactly: start), small.magnitude < Int.max / 2 {
      if arguments[0].isDirectSource {
        var sources = ValueList(capacity: 1)
        sources.append(arguments[0].copy())
        return .iterator(
          Ref(IteratorObject(.enumerate, sources, position: small, expectedCount: small, isDirect: true)))
      }
      return context.iterator(.enumerate, try context.iterate(arguments[0]), position: small)
    }
    var sources = ValueList(capacity: 2)
    sources.append(try context.iterate(arguments[0]))
    sources.append(.integer(start))
    return .iterator(Ref(IteratorObject(.enumerate, sources)))
  }

  static let zip = Builtin(
    "zip(*iterables, strict=False)", "Tuples of one item of each; the shortest ends it, or a ValueError when `strict`.",
    example: "list(zip([1, 2], 'ab'))  # [(1, 'a'), (2, 'b')]", constructs: .iterator(.zip),
    quick: { (_, arguments, count) throws(Fault) in
      var sources = ValueList(capacity: count)
      for index in 0..<count {
        if !arguments[index].isDirectSource { return nil }
        sources.append(arguments[index].copy())
      }
      return count == 0 ? nil : .iterator(Ref(IteratorObject(.zip(strict: false), sources, isDirect: true)))
    }
  ) { (context, arguments) throws(Fault) in
    let strict = try context.truth(arguments[1])
    var sources = ValueList()
    if let iterables = arguments.variadic(0) {
      if !strict, let zip = Context.directZip(iterables.value.items) { return zip }
      for index in 0..<iterables.value.items.count {
        sources.append(try context.iterate(iterables.value.items[index]))
      }
    }
    return .iterator(Ref(IteratorObject(.zip(strict: strict), sources)))
  }

  static let map = Builtin(
    "map(func, *iterables)", "The results of `func` on the items, one of each iterable at a time.",
    example: "list(map(abs, [-1, 2]))  # [1, 2]", constructs: .iterator(.map),
    quick: { (context, arguments, count) throws(Fault) in
      if count < 2 { return nil }
      var sources = ValueList(capacity: count)
      sources.append(arguments[0].copy())
      for index in 1..<count { sources.append(try context.iterate(arguments[index])) }
      return .iterator(Ref(IteratorObject(.map, sources)))
    }
  ) { (context, arguments) throws(Fault) in
    var sources = ValueList()
    sources.append(arguments[0].copy())
    guard let iterables = arguments.variadic(1), !iterables.value.items.isEmpty else {
      throw Fault(.typeError, "map() must have at least two arguments.")
    }
    for index in 0..<iterables.value.items.count { sources.append(try context.iterate(iterables.value.items[index])) }
    return .iterator(Ref(IteratorObject(.map, sources)))
  }

  static let filter = Builtin(
    "filter(function, iterable, /)", "The items for which `function` is true; the true items where it is None.",
    example: "list(filter(None, [0, 1]))  # [1]", constructs: .iterator(.filter)
  ) { (context, arguments) throws(Fault) in
    var sources = ValueList()
    sources.append(arguments[0].copy())
    sources.append(try context.iterate(arguments[1]))
    return .iterator(Ref(IteratorObject(.filter, sources)))
  }

  static let reversed = Builtin(
    "reversed(sequence, /)", "An iterator from the last item to the first.",
    example: "list(reversed([1, 2]))  # [2, 1]", constructs: .iterator(.reversed)
  ) { (context, arguments) throws(Fault) in
    try context.reversed(arguments[0])
  }
}

extension Context {
  /// `zip` of lists, tuples, strings and ranges alone, which needs no iterators; nil where others are among them.
  fileprivate static func directZip(_ iterables: borrowing ValueList) -> Value? {
    if iterables.isEmpty { return nil }
    for index in 0..<iterables.count where !iterables[index].isDirectSource { return nil }
    return .iterator(Ref(IteratorObject(.zip(strict: false), iterables.copies(), isDirect: true)))
  }

  fileprivate func reversed(_ value: borrowing Value) throws(Fault) -> Value {
    switch value {
    case .dictionary: return try reversed(.list(try items(value)))
    case .view: return try reversed(.list(try items(value)))
    case .range(let r): return iterator(.sequence, reversedRange(r.unowned))
    case .list: return iterator(.reversed, value, position: try length(value) - 1)
    case .tuple: return iterator(.reversed, value, position: try length(value) - 1)
    case .string: return iterator(.reversed, value, position: try length(value) - 1)
    case .bytes: return iterator(.reversed, value, position: try length(value) - 1)
    case .array: return iterator(.reversed, value, position: try length(value) - 1)
    default: return try reversedObject(value)
    }
  }

  /// `reversed` of an instance: by `__reversed__`, else by `__len__` and `__getitem__`.
  private func reversedObject(_ value: borrowing Value) throws(Fault) -> Value {
    if let made = try callSpecial(.reversedMethod, of: value) { return made }
    if let instance = value.asInstance, !instance.value.payload.isUnbound {
      return try reversed(instance.value.payload)
    }
    if try specialMethod(.getItemMethod, of: value) != nil, try specialMethod(.lenMethod, of: value) != nil {
      return iterator(.reversed, value, position: try length(value) - 1)
    }
    throw Fault(.typeError, "'\(value.typeName)' object is not reversible")
  }

  private func reversedRange(_ range: Unowned<RangeObject>) -> Value {
    if let wide = range.value.wide { return .range(Ref(RangeObject(wide.reversed))) }
    let (start, step, count) = (range.value.start, range.value.step, range.value.count)
    if count == 0 || step == Int.min { return .range(Ref(RangeObject(start, start, 1))) }
    return .range(Ref(RangeObject(range.value[count - 1], start &- step, -step)))
  }
}
