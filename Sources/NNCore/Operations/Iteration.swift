extension Context {
  /// `iter(value)`.
  func iterate(_ value: borrowing Value) throws(Fault) -> Value {
    switch value {
    case .iterator: return value.copy()
    case .list: return iterator(.sequence, value)
    case .tuple: return iterator(.sequence, value)
    case .string: return iterator(.sequence, value)
    case .range: return iterator(.sequence, value)
    case .set(let r): return iterator(.set, value, expectedCount: r.value.table.count)
    case .dictionary(let r):
      return iterator(.keys, value, expectedCount: r.value.table.count)
    case .view(let r):
      let count = try length(r.value.dictionary)
      switch r.value.mode {
      case .keys: return iterator(.keys, r.value.dictionary, expectedCount: count)
      case .values: return iterator(.values, r.value.dictionary, expectedCount: count)
      case .items: return iterator(.items, r.value.dictionary, expectedCount: count)
      }
    case .array(let r):
      if try arrayDimensionCount(r.unowned) == 0 { throw Fault(.typeError, "iteration over a 0-d array") }
      return iterator(.sequence, value)
    case .module(let r) where r.value.acceptsAnyAttribute:
      // A loop over a placeholder's parts has nothing to do; unpacking asks for a number of them and is told apart.
      return iterator(.sequence, .tuple(ValueList()))
    default: throw Fault(.typeError, "'\(value.typeName)' object is not iterable")
    }
  }

  /// An iterator over one source.
  func iterator(
    _ mode: IteratorObject.Mode, _ source: borrowing Value, position: Int = 0, expectedCount: Int = 0
  ) -> Value {
    var sources = ValueList(capacity: 1)
    sources.append(source.copy())
    return .iterator(Ref(IteratorObject(mode, sources, position: position, expectedCount: expectedCount)))
  }

  /// The next item of an iterator; nil at its end.
  func next(_ iterator: Unowned<IteratorObject>) throws(Fault) -> Value? {
    if iterator.value.isExhausted { return nil }
    let keep = iterator.owned()  // user code called from here may drop the last other reference
    let item = try advance(keep.unowned)
    if item == nil { keep.value.isExhausted = true }
    return item
  }

  private func advance(_ it: Unowned<IteratorObject>) throws(Fault) -> Value? {
    switch it.value.mode {
    case .sequence:
      guard let item = try self.item(it.value.sources[0], it.value.position) else { return nil }
      it.value.position += 1
      return item
    case .reversed:
      guard it.value.position >= 0 else { return nil }
      let item = try self.item(it.value.sources[0], it.value.position)
      it.value.position -= 1
      return item
    case .keys, .values, .items: return try nextEntry(it)
    case .set: return try nextKey(it)
    case .enumerate:
      guard let item = try nextOf(it, 0) else { return nil }
      let position = it.value.position
      it.value.position += 1
      return .some(.tuple(.int(position), item))
    case .zip(let strict): return try nextOfZip(it, strict: strict)
    case .map:
      var arguments = ValueList(capacity: it.value.sources.count - 1)
      for index in 1..<it.value.sources.count {
        guard let item = try nextOf(it, index) else { return nil }
        arguments.append(item)
      }
      return .some(try call(it.value.sources[0], arguments))
    case .filter:
      while let item = try nextOf(it, 1) {
        try checkInterrupt()
        if try passes(it.value.sources[0], item) { return item }
      }
      return nil
    }
  }

  private func passes(_ function: borrowing Value, _ item: borrowing Value) throws(Fault) -> Bool {
    if function.isNone { return try truth(item) }
    var arguments = ValueList(capacity: 1)
    arguments.append(item.copy())
    return try truth(try call(function, arguments))
  }

  private func nextOf(_ it: Unowned<IteratorObject>, _ index: Int) throws(Fault) -> Value? {
    guard let source = it.value.sources[index].asIterator else { return nil }
    return try next(source)
  }

  private func nextOfZip(_ it: Unowned<IteratorObject>, strict: Bool) throws(Fault) -> Value? {
    let count = it.value.sources.count
    if count == 0 { return nil }
    var items = ValueList(capacity: count)
    for index in 0..<count {
      guard let item = try nextOf(it, index) else {
        if strict { try checkStrict(it, endedAt: index) }
        return nil
      }
      items.append(item)
    }
    return .some(.tuple(items))
  }

  private func checkStrict(_ it: Unowned<IteratorObject>, endedAt index: Int) throws(Fault) {
    let others = { (count: Int) in count == 1 ? "argument 1" : "arguments 1-\(count)" }
    if index > 0 { throw Fault(.valueError, "zip() argument \(index + 1) is shorter than \(others(index))") }
    for other in 1..<max(it.value.sources.count, 1) {
      let item = try nextOf(it, other)
      if item != nil { throw Fault(.valueError, "zip() argument \(other + 1) is longer than \(others(other))") }
    }
  }

  private func nextKey(_ it: Unowned<IteratorObject>) throws(Fault) -> Value? {
    guard let set = it.value.sources[0].asSet else { return nil }
    if set.value.table.count != it.value.expectedCount {
      it.value.isExhausted = true
      throw Fault(.runtimeError, "Set changed size during iteration")
    }
    while it.value.position < set.value.table.slots.count {
      let slot = it.value.position
      it.value.position += 1
      if !set.value.table.slots[slot].key.isUnbound { return set.value.table.slots[slot].key.copy() }
    }
    return nil
  }

  private func nextEntry(_ it: Unowned<IteratorObject>) throws(Fault) -> Value? {
    guard let dictionary = it.value.sources[0].asDictionary else { return nil }
    if dictionary.value.table.count != it.value.expectedCount {
      it.value.isExhausted = true
      throw Fault(.runtimeError, "dictionary changed size during iteration")
    }
    while it.value.position < dictionary.value.table.entries.count {
      let entry = it.value.position
      it.value.position += 1
      if dictionary.value.table.entries[entry].key.isUnbound { continue }
      switch it.value.mode {
      case .values: return dictionary.value.table.entries[entry].value.copy()
      case .items:
        return .some(
          .tuple(
            dictionary.value.table.entries[entry].key.copy(), dictionary.value.table.entries[entry].value.copy()))
      default: return dictionary.value.table.entries[entry].key.copy()
      }
    }
    return nil
  }

  /// An item of a sequence by its position; nil behind its end.
  func item(_ sequence: borrowing Value, _ index: Int) throws(Fault) -> Value? {
    switch sequence {
    case .list(let r): return index < r.value.items.count ? r.value.items[index].copy() : nil
    case .tuple(let r): return index < r.value.items.count ? r.value.items[index].copy() : nil
    case .range(let r): return index < r.value.count ? .some(.int(r.value[index])) : nil
    case .string(let r):
      guard index < r.value.text.count else { return nil }
      return .some(.string(UnicodeText(codePoint: r.value.text[index])))
    case .array(let r): return try arrayItem(r.unowned, index)
    default: throw Fault(.typeError, "'\(sequence.typeName)' object is not iterable")
    }
  }

  /// Calls `body` with each item; false ends the iteration.
  func forEach(
    _ value: borrowing Value, _ body: (consuming Value) throws(Fault) -> Bool
  ) throws(Fault) {
    if value.asList != nil || value.asTuple != nil || value.asRange != nil {
      var index = 0
      while let item = try self.item(value, index) {
        if !(try body(item)) { return }
        index += 1
        if index & 0xFFF == 0 { try checkInterrupt() }
      }
    } else {
      let iterator = try iterate(value)
      guard let source = iterator.asIterator else { return }
      var count = 0
      while let item = try next(source) {
        if !(try body(item)) { return }
        count += 1
        if count & 0xFFF == 0 { try checkInterrupt() }
      }
    }
  }

  /// The most items that a list is given: they take two gigabytes.
  static let longestList = 1 << 27

  /// All items of an iterable in a new list. MemoryError beyond the longest list.
  func items(_ value: borrowing Value) throws(Fault) -> ValueList {
    if let list = value.asList { return list.value.items.copies() }
    if let tuple = value.asTuple { return tuple.value.items.copies() }
    if let range = value.asRange, range.value.count > Context.longestList { throw Fault(.memoryError, "") }
    var items = ValueList()
    try forEach(value) { (item) throws(Fault) in
      if items.count == Context.longestList { throw Fault(.memoryError, "") }
      items.append(item)
      return true
    }
    return items
  }
}
