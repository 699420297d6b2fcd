// `zip` and `enumerate` of lists, tuples, strings and ranges: without an iterator for each.

extension Value {
  /// Whether `zip` and `enumerate` go through the value without an iterator of its own.
  var isDirectSource: Bool {
    @inline(never) borrowing get {
      switch self {
      case .list: true
      case .tuple: true
      case .string: true
      case .range(let r): r.value.wide == nil
      default: false
      }
    }
  }

  /// The present number of items of such a value.
  @inline(__always) var directCount: Int {
    borrowing get {
      if let list = exactList { return list.value.items.count }
      if let tuple = exactTuple { return tuple.value.items.count }
      if let string = exactString { return string.value.count }
      return asRange?.value.count ?? 0
    }
  }

  /// The item of a list, a tuple or a text of ASCII at a position, as a register; nil behind its end, and for others.
  @inline(__always) borrowing func directRegister(_ position: Int) -> Registers? {
    if let list = exactList {
      return position < list.value.items.count ? list.value.items.registers?.window(position) : nil
    }
    if let tuple = exactTuple {
      return position < tuple.value.items.count ? tuple.value.items.registers?.window(position) : nil
    }
    return exactString?.value.cachedCharacter(position)
  }

  /// The item of such a value at a position within it.
  @inline(__always) borrowing func directItem(_ position: Int) -> Value {
    if let list = exactList { return list.value.items[position].copy() }
    if let tuple = exactTuple { return tuple.value.items[position].copy() }
    if let string = exactString { return .character(string.value[position]) }
    return asRange.map { .int($0.value[position]) } ?? .nothing
  }
}

extension Registers {
  /// Puts the item of a direct source into a register; the position lies within it.
  @inline(__always) mutating func copyDirect(_ register: Int, from source: borrowing Value, _ position: Int) {
    if let list = source.exactList, let items = list.value.items.registers {
      copy(register, from: items, position)
    } else if let tuple = source.exactTuple, let items = tuple.value.items.registers {
      copy(register, from: items, position)
    } else if let string = source.exactString, let character = string.value.cachedCharacter(position) {
      copy(register, from: character, 0)
    } else {
      setDirect(register, source, position)
    }
  }

  @inline(never) private mutating func setDirect(_ register: Int, _ source: borrowing Value, _ position: Int) {
    set(register, source.directItem(position))
  }
}

extension IteratorObject {
  /// Goes one step on through direct sources; nil, and it is exhausted, where one of them has ended.
  @inline(__always) mutating func directStep() -> Int? {
    let place = position &- expectedCount
    var index = 0
    while index < sources.count {
      if place >= sources[index].directCount {
        isExhausted = true
        return nil
      }
      index &+= 1
    }
    position &+= 1
    return place
  }

  /// The next pair of an `enumerate`.
  mutating func nextDirectPair() -> Value? {
    guard let place = directStep() else { return nil }
    return .some(directPair(place))
  }

  /// The next tuple of a `zip`.
  mutating func nextDirectTuple() -> Value? {
    guard let place = directStep() else { return nil }
    return .some(directTuple(place))
  }

  /// The pair of an `enumerate` after a step to this place.
  mutating func directPair(_ place: Int) -> Value { pair(.int(place &+ expectedCount), sources[0].directItem(place)) }

  /// The tuple of a `zip` at a place.
  mutating func directTuple(_ place: Int) -> Value {
    if sources.count == 2 { return pair(sources[0].directItem(place), sources[1].directItem(place)) }
    var items = ValueList(capacity: sources.count)
    var index = 0
    while index < sources.count {
      items.append(sources[index].directItem(place))
      index &+= 1
    }
    return tuple(items)
  }
}
