extension Context {
  /// `iter(value)`: what `next` takes.
  @inline(never) func iterate(_ value: borrowing Value) throws(Fault) -> Value {
    switch value {
    case .iterator: return value.copy()
    case .generator: return value.copy()
    case .list: return iterator(.sequence, value)
    case .tuple: return iterator(.sequence, value)
    case .string: return iterator(.sequence, value)
    case .range: return iterator(.sequence, value)
    case .bytes: return iterator(.sequence, value)
    case .set(let r): return iterator(.set, value, expectedCount: r.value.table.count)
    case .dictionary(let r):
      if r.value.isNamespace { try refresh(r.unowned) }
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
    default:
      if let record = value.asRecord { return iterator(.sequence, recordScalars(record.value)) }
      return try iterateObject(value)
    }
  }

  /// `iter` of an instance or a native object: by `__iter__`, else by `__getitem__` from 0 on.
  private func iterateObject(_ value: borrowing Value) throws(Fault) -> Value {
    if let native = value.asNative, native.value.payload.isIterator { return value.copy() }
    if let made = try callSpecial(.iterMethod, of: value) {
      try checkIterator(made)
      return made
    }
    if let payload = value.asInstance, !payload.value.payload.isUnbound {
      // Whoever extends arrays has rows of its own class, or its own way to them.
      if let array = payload.value.payload.asArray,
        array.value.rank > 1 || array.value.rank == 1 && hasSpecial(.getItemMethod, value)
      {
        return iterator(.sequence, value)
      }
      do throws(Fault) { return try iterate(payload.value.payload) } catch { throw error.naming(value) }
    }
    if try specialMethod(.getItemMethod, of: value) != nil { return iterator(.sequence, value) }
    throw Fault(.typeError, "'\(value.typeName)' object is not iterable")
  }

  /// `iter(value)`; where the value is not iterable the TypeError says so in these words, its type between them. With
  /// `keepingOwn` what has a way to iterate that fails says itself why.
  @inline(never) func iterate(
    _ value: borrowing Value, orSay before: String, _ after: String = "", keepingOwn: Bool = false
  ) throws(Fault) -> Value {
    do throws(Fault) { return try iterate(value) } catch {
      if !error.isKind(.typeError) { throw error }
      if keepingOwn, hasSpecial(.iterMethod, value) || hasSpecial(.getItemMethod, value) { throw error }
      throw Fault(.typeError, before + value.typeName + after)
    }
  }

  /// TypeError where what `__iter__` has returned is no iterator.
  func checkIterator(_ value: borrowing Value) throws(Fault) {
    if try isIterator(value) { return }
    throw Fault(.typeError, "iter() returned non-iterator of type '\(value.typeName)'")
  }

  /// Whether `next` takes the value.
  func isIterator(_ value: borrowing Value) throws(Fault) -> Bool {
    switch value {
    case .iterator: return true
    case .generator: return true
    case .native(let r) where r.value.payload.isIterator: return true
    default:
      let method = try specialMethod(.nextMethod, of: value)
      return method != nil
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

  /// The next item of an iterator; nil at its end, which is also where one that is written in the language, or a function
  /// that it calls, raises StopIteration.
  func next(_ iterator: borrowing Value) throws(Fault) -> Value? {
    do throws(Fault) { return try advance(iterator) } catch {
      if error.isKind(.stopIteration) { return nil }
      throw error
    }
  }

  /// The next item of an iterator; nil at its end. A StopIteration that the program raised passes.
  @inline(never) func advance(_ iterator: borrowing Value) throws(Fault) -> Value? {
    switch iterator {
    case .iterator(let r): return try next(r.unowned)
    case .generator(let r):
      switch try resume(r.unowned, sending: .nothing) {
      case .yielded(let value): return value
      case .finished: return nil
      }
    case .native(let r) where r.value.payload.isIterator:
      // User code called from here may drop the last reference to the object; the payload stays.
      let payload = r.value.payload
      return try payload.next(self)
    default:
      if let item = try callSpecial(.nextMethod, of: iterator) { return item }
      throw Fault(.typeError, "'\(iterator.typeName)' object is not an iterator")
    }
  }

  private func next(_ iterator: Unowned<IteratorObject>) throws(Fault) -> Value? {
    if iterator.value.isExhausted { return nil }
    let keep = iterator.owned()  // user code called from here may drop the last other reference
    return try advance(keep.unowned)
  }

  private func advance(_ it: Unowned<IteratorObject>) throws(Fault) -> Value? {
    switch it.value.mode {
    case .sequence:
      guard let item = try self.item(it.value.sources[0], it.value.position) else {
        it.value.isExhausted = true
        return nil
      }
      it.value.position += 1
      return item
    case .reversed:
      guard it.value.position >= 0, let item = try self.item(it.value.sources[0], it.value.position) else {
        it.value.isExhausted = true
        return nil
      }
      it.value.position -= 1
      return item
    case .keys, .values, .items: return try nextEntry(it)
    case .set: return try nextKey(it)
    case .enumerate:
      if it.value.isDirect { return it.value.nextDirectPair() }
      guard let item = try advance(it.value.sources[0]) else { return nil }
      let position = it.value.position
      it.value.position &+= 1
      if it.value.sources.count == 1 { return .some(it.value.pair(.int(position), item)) }
      // A start beyond 64 bits stands behind the source.
      return .some(.tuple(try arithmetic(.add, it.value.sources[1].copy(), .int(position)), item))
    case .zip(let strict): return try nextOfZip(it, strict: strict)
    case .map:
      if it.value.sources.count == 2 {
        guard let item = try advance(it.value.sources[1]) else { return nil }
        return .some(try call(it.value.sources[0], item))
      }
      let count = it.value.sources.count
      var arguments = ValueList(capacity: count - 1)
      for index in 1..<count {
        guard let item = try advance(it.value.sources[index]) else { return nil }
        arguments.append(item)
      }
      return .some(try call(it.value.sources[0], arguments))
    case .filter:
      while let item = try advance(it.value.sources[1]) {
        try checkInterrupt()
        if try passes(it.value.sources[0], item) { return item }
      }
      return nil
    case .callable: return try nextOfCallable(it)
    }
  }

  private func passes(_ function: borrowing Value, _ item: borrowing Value) throws(Fault) -> Bool {
    if function.isNone { return try truth(item) }
    return try truth(try call(function, item.copy()))
  }

  private func nextOfCallable(_ it: Unowned<IteratorObject>) throws(Fault) -> Value? {
    do throws(Fault) {
      let item = try call(it.value.sources[0], ValueList())
      if it.value.isExhausted { return nil }
      if !(try sameOrEqual(it.value.sources[1], item)) { return item }
    } catch {
      if error.isKind(.stopIteration) { it.value.isExhausted = true }
      throw error
    }
    it.value.isExhausted = true
    return nil
  }

  private func nextOfZip(_ it: Unowned<IteratorObject>, strict: Bool) throws(Fault) -> Value? {
    let count = it.value.sources.count
    if it.value.isDirect { return it.value.nextDirectTuple() }
    if count == 0 { return nil }
    if count == 2 && !strict {
      guard let first = try advance(it.value.sources[0]), let second = try advance(it.value.sources[1]) else {
        return nil
      }
      return .some(it.value.pair(first, second))
    }
    var items = ValueList(capacity: count)
    for index in 0..<count {
      let item = strict ? try next(it.value.sources[index]) : try advance(it.value.sources[index])
      guard let item else {
        if strict { try checkStrict(it, endedAt: index) }
        return nil
      }
      items.append(item)
    }
    return .some(it.value.tuple(items))
  }

  private func checkStrict(_ it: Unowned<IteratorObject>, endedAt index: Int) throws(Fault) {
    let others = { (count: Int) in count == 1 ? "argument 1" : "arguments 1-\(count)" }
    if index > 0 { throw Fault(.valueError, "zip() argument \(index + 1) is shorter than \(others(index))") }
    for other in 1..<max(it.value.sources.count, 1) {
      let item = try next(it.value.sources[other])
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
      throw Fault(.runtimeError, "dictionary changed size during iteration")
    }
    it.value.position = max(it.value.position, dictionary.value.table.head)
    while it.value.position < dictionary.value.table.entries.count {
      let entry = it.value.position
      it.value.position += 1
      if dictionary.value.table.entries[entry].key.isUnbound { continue }
      switch it.value.mode {
      case .values: return dictionary.value.table.entries[entry].value.copy()
      case .items:
        let key = dictionary.value.table.entries[entry].key.copy()
        return .some(it.value.pair(key, dictionary.value.table.entries[entry].value.copy()))
      default: return dictionary.value.table.entries[entry].key.copy()
      }
    }
    it.value.isExhausted = true
    return nil
  }

  /// An item of a sequence by its position; nil behind its end.
  func item(_ sequence: borrowing Value, _ index: Int) throws(Fault) -> Value? {
    switch sequence {
    case .list(let r): return index < r.value.items.count ? r.value.items[index].copy() : nil
    case .tuple(let r): return index < r.value.items.count ? r.value.items[index].copy() : nil
    case .range(let r): return index < r.value.count ? .some(r.value.element(index)) : nil
    case .bytes(let r): return index < r.value.bytes.count ? .some(.int(Int(r.value.bytes[index]))) : nil
    case .string(let r):
      guard index < r.value.count else { return nil }
      return .some(.character(r.value[index]))
    case .array(let r): return try arrayItem(r.unowned, index)
    default:
      do throws(Fault) {
        if let item = try callSpecial(.getItemMethod, of: sequence, .int(index)) { return item }
      } catch {
        if error.isKind(.indexError) || error.isKind(.stopIteration) { return nil }
        throw error
      }
      throw Fault(.typeError, "'\(sequence.typeName)' object is not iterable")
    }
  }

  /// Calls `body` with each item; false ends the iteration.
  func forEach(
    _ value: borrowing Value, _ body: (consuming Value) throws(Fault) -> Bool
  ) throws(Fault) {
    if try visitSequence(value, body) { return }
    try drain(try iterate(value), body)
  }

  /// The same, where the iterator has been made already.
  func forEach(
    _ value: borrowing Value, from iterator: borrowing Value, _ body: (consuming Value) throws(Fault) -> Bool
  ) throws(Fault) {
    if try visitSequence(value, body) { return }
    try drain(iterator, body)
  }

  /// Calls `body` with each item of a list, tuple or range; false where the value is none of these.
  private func visitSequence(
    _ value: borrowing Value, _ body: (consuming Value) throws(Fault) -> Bool
  ) throws(Fault) -> Bool {
    guard value.isPlainSequence else { return false }
    let keep = value.copy()
    var index = 0
    while let item = try self.item(keep, index) {
      if !(try body(item)) { return true }
      index += 1
      if index & 0xFFF == 0 { try checkInterrupt() }
    }
    return true
  }

  /// Calls `body` with each item that an iterator still gives; false ends the iteration.
  func drain(_ iterator: borrowing Value, _ body: (consuming Value) throws(Fault) -> Bool) throws(Fault) {
    if iterator.asNative != nil { return try drainNative(iterator, body) }
    var count = 0
    while let item = try next(iterator) {
      if !(try body(item)) { return }
      count += 1
      if count & 0xFFF == 0 { try checkInterrupt() }
    }
  }

  /// The same of an iterator of the library, which may put its items into a register.
  private func drainNative(
    _ iterator: borrowing Value, _ body: (consuming Value) throws(Fault) -> Bool
  ) throws(Fault) {
    var place = ValueList(capacity: 1)
    place.append(.nothing)
    guard var register = place.registers else { return }
    var count = 0
    while true {
      count &+= 1
      if count & 0xFFF == 0 { try checkInterrupt() }
      if let isThere = iterator.asNative?.value.payload.copyNext(to: register, 0) {
        if !isThere { return }
        if !(try body(register.take(0))) { return }
      } else {
        guard let item = try next(iterator) else { return }
        if !(try body(item)) { return }
      }
    }
  }

  /// All items of an iterable; where it is none the TypeError has this message.
  func items(_ value: borrowing Value, orSay message: @autoclosure () -> String) throws(Fault) -> ValueList {
    if value.plainCount != nil { return try items(value) }
    let iterator: Value
    do throws(Fault) { iterator = try iterate(value) } catch {
      throw error.isKind(.typeError) ? Fault(.typeError, message()) : error
    }
    return try remaining(iterator)
  }

  /// The items that an iterator still gives. MemoryError beyond the longest list.
  func remaining(_ iterator: borrowing Value) throws(Fault) -> ValueList {
    if let generator = iterator.asGenerator, let items = try collected(generator) { return items }
    var items = ValueList()
    try drain(iterator) { (item) throws(Fault) in
      if items.count == Context.longestList { throw Fault(.memoryError, "") }
      items.append(item)
      return true
    }
    return items
  }

  /// The most items that a list is given: they take two gigabytes.
  static let longestList = 1 << 27

  /// All items of an iterable in a new list. MemoryError beyond the longest list.
  @inline(never) func items(_ value: borrowing Value) throws(Fault) -> ValueList {
    if value.asInstance == nil, let list = value.asList { return list.value.items.copies() }
    if value.asInstance == nil, let tuple = value.asTuple { return tuple.value.items.copies() }
    if let range = value.asRange {
      if range.value.count > Context.longestList { throw Fault(.memoryError, "") }
      var items = ValueList(capacity: range.value.count)
      for index in 0..<range.value.count { items.append(range.value.element(index)) }
      return items
    }
    if let string = value.exactString, string.value.count <= Context.longestList { return string.value.characters() }
    if let set = value.exactSet { return set.value.table.keys() }
    if let dictionary = value.exactDictionary, !dictionary.value.isNamespace {
      return dictionary.value.table.items(.keys)
    }
    if let view = value.asView, let dictionary = view.value.dictionary.exactDictionary, !dictionary.value.isNamespace {
      return dictionary.value.table.items(view.value.mode)
    }
    return try remaining(try iterate(value))
  }
}

extension StringObject {
  /// The characters as texts.
  fileprivate borrowing func characters() -> ValueList {
    var items = ValueList(capacity: count)
    for index in 0..<count { items.append(.character(self[index])) }
    return items
  }
}

extension SetTable {
  fileprivate borrowing func keys() -> ValueList {
    var items = ValueList(capacity: count)
    for slot in 0..<slots.count where !slots[slot].key.isUnbound { items.append(slots[slot].key.copy()) }
    return items
  }
}

extension Table {
  /// Copies of the keys, the values or both as pairs.
  fileprivate borrowing func items(_ mode: ViewObject.Mode) -> ValueList {
    var items = ValueList(capacity: count)
    for entry in 0..<entries.count where !entries[entry].key.isUnbound {
      switch mode {
      case .keys: items.append(entries[entry].key.copy())
      case .values: items.append(entries[entry].value.copy())
      case .items: items.append(.tuple(entries[entry].key.copy(), entries[entry].value.copy()))
      }
    }
    return items
  }
}

extension Value {
  /// Whether this is a list, tuple or range itself, no instance of a class that extends one. Not inlined: behind it the
  /// optimiser of Swift 6.3.1 must not know which.
  var isPlainSequence: Bool {
    @inline(never) borrowing get {
      switch self {
      case .list: true
      case .tuple: true
      case .range: true
      default: false
      }
    }
  }

  /// The number of items of a list or tuple, no instance of a class that extends one. Not inlined as above.
  var plainCount: Int? {
    @inline(never) borrowing get {
      switch self {
      case .list(let r): r.value.items.count
      case .tuple(let r): r.value.items.count
      default: nil
      }
    }
  }
}
