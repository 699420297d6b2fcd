// What copying, pickling and `operator.length_hint` ask of the builtin iterators.

extension Builtin {
  static let iteratorMethods: [Builtin] = [.iteratorReduce, .iteratorSetState, .iteratorLengthHint]

  private static func iteratorMethod(
    _ declaration: String, _ documentation: String,
    body: @escaping (Context, Unowned<IteratorObject>, Registers) throws(Fault) -> Value
  ) -> Builtin {
    method(declaration, documentation, example: "", on: { $0.asIterator }, body: body)
  }

  static let iteratorReduce = iteratorMethod(
    "iterator.__reduce__(self, /)", "Return state information for pickling."
  ) { (context, iterator, _) throws(Fault) in
    try context.reduced(iterator)
  }

  static let iteratorSetState = iteratorMethod(
    "iterator.__setstate__(self, state, /)", "Set state information for unpickling."
  ) { (context, iterator, arguments) throws(Fault) in
    let position = try context.integer(arguments[1])
    switch iterator.value.mode {
    case .sequence:
      if !iterator.value.isExhausted { iterator.value.position = Swift.max(position, 0) }
    case .reversed:
      guard !iterator.value.isExhausted, !iterator.value.sources.isEmpty else { break }
      let count = try context.length(iterator.value.sources[0])
      iterator.value.position = Swift.min(Swift.max(position, -1), count - 1)
    default: break
    }
    return .nothing
  }

  static let iteratorLengthHint = iteratorMethod(
    "iterator.__length_hint__(self, /)", "Private method returning an estimate of len(list(it))."
  ) { (_, iterator, _) throws(Fault) in
    guard let hint = iterator.value.lengthHint else { return .special(.notImplemented) }
    return .int(hint)
  }
}

extension Context {
  /// The function, its arguments and perhaps the state that build an iterator again.
  fileprivate func reduced(_ iterator: Unowned<IteratorObject>) throws(Fault) -> Value {
    let isOver = iterator.value.isExhausted || iterator.value.sources.isEmpty
    var arguments = ValueList()
    switch iterator.value.mode {
    case .sequence:
      if isOver { return reduction("iter", emptied(iterator)) }
      arguments.append(iterator.value.sources[0].copy())
      return reduction("iter", arguments, .int(iterator.value.position))
    case .reversed:
      guard !isOver, iterator.value.position >= 0 else { return reduction("iter", emptied(iterator)) }
      arguments.append(iterator.value.sources[0].copy())
      return reduction("reversed", arguments, .int(iterator.value.position))
    case .keys, .values, .items, .set:
      var rest = ValueList()
      if !isOver {
        let copy = IteratorObject(
          iterator.value.mode, iterator.value.sources.copies(), position: iterator.value.position,
          expectedCount: iterator.value.expectedCount)
        rest = try items(.iterator(Ref(copy)))
      }
      arguments.append(.list(rest))
      return reduction("iter", arguments)
    case .callable:
      if isOver { return reduction("iter", emptied(iterator)) }
      return reduction("iter", iterator.value.sources.copies())
    case .enumerate:
      if isOver { return reduction("enumerate", emptied(iterator)) }
      let count = iterator.value.position
      arguments.append(source(iterator, 0, count - iterator.value.expectedCount))
      arguments.append(iterator.value.sources.count > 1 ? iterator.value.sources[1].copy() : .int(count))
      return reduction("enumerate", arguments)
    case .zip:
      for index in 0..<iterator.value.sources.count {
        arguments.append(source(iterator, index, iterator.value.position))
      }
      return reduction("zip", arguments)
    case .map: return reduction("map", iterator.value.sources.copies())
    case .filter: return reduction("filter", iterator.value.sources.copies())
    }
  }

  /// The argument of an iterator that has nothing left: an empty list or string, a tuple for others.
  private func emptied(_ iterator: Unowned<IteratorObject>) -> ValueList {
    var arguments = ValueList(capacity: 1)
    switch iterator.value.iteratorKind {
    case .list, .listReversed: arguments.append(.list(ValueList()))
    case .asciiString, .string: arguments.append(.string(""))
    default: arguments.append(.tuple(ValueList()))
    }
    return arguments
  }

  /// A source as an iterator: direct sources become one that stands at the position.
  private func source(_ iterator: Unowned<IteratorObject>, _ index: Int, _ position: Int) -> Value {
    let source = iterator.value.sources[index].copy()
    return iterator.value.isDirect ? self.iterator(.sequence, source, position: position) : source
  }

  private func reduction(_ name: String, _ arguments: consuming ValueList, _ state: consuming Value = .unbound) -> Value
  {
    var parts = ValueList(capacity: 3)
    switch name {
    case "iter": parts.append(builtins.value.value(of: Symbol("iter")) ?? .nothing)
    case "enumerate": parts.append(.type(.iterator(.enumerate)))
    case "zip": parts.append(.type(.iterator(.zip)))
    case "map": parts.append(.type(.iterator(.map)))
    case "filter": parts.append(.type(.iterator(.filter)))
    default: parts.append(.type(.iterator(.reversed)))
    }
    parts.append(.tuple(arguments))
    if !state.isUnbound { parts.append(state) }
    return .tuple(parts)
  }
}

extension IteratorObject {
  /// How many items are left of a plain iteration; nil for others.
  var lengthHint: Int? {
    borrowing get {
      switch mode {
      case .sequence:
        guard !isExhausted, !sources.isEmpty else { return 0 }
        let count =
          sources[0].asList?.value.items.count ?? sources[0].asTuple?.value.items.count
          ?? sources[0].asBytes?.value.bytes.count
        if let count = count ?? sources[0].asRange?.value.count { return Swift.max(count - position, 0) }
        return Swift.max((sources[0].asString?.value.count ?? 0) - position, 0)
      case .reversed: return isExhausted ? 0 : position + 1
      case .keys, .values, .items:
        guard !isExhausted, !sources.isEmpty, let table = sources[0].asDictionary else { return 0 }
        var count = 0
        var entry = Swift.max(position, table.value.table.head)
        while entry < table.value.table.entries.count {
          if !table.value.table.entries[entry].key.isUnbound { count += 1 }
          entry += 1
        }
        return count
      case .set:
        guard !isExhausted, !sources.isEmpty, let set = sources[0].asSet else { return 0 }
        var count = 0
        var slot = position
        while slot < set.value.table.slots.count {
          if !set.value.table.slots[slot].key.isUnbound { count += 1 }
          slot += 1
        }
        return count
      default: return nil
      }
    }
  }
}
