/// An insertion-ordered open-addressing hash table with CPython's probing: the entries of dictionaries.
struct Table: ~Copyable {
  /// An unbound key marks a deleted entry.
  struct Entry: ~Copyable {
    var hash: Int
    var key: Value
    var value: Value
  }

  private(set) var entries = List<Entry>()
  private var index = Buffer<Int32>(count: 8, repeating: Table.free)
  private(set) var count = 0
  /// Before this entry there are only deleted ones.
  private(set) var head = 0
  /// Places of the index that are not free: a probe ends at a free one, so some have to stay so.
  private var filled = 0
  /// Positions are valid while it stays.
  private(set) var version = 0

  private static let free: Int32 = -1
  private static let deleted: Int32 = -2

  /// What a probe found: the entry, nothing, or an entry with the same hash that only a deep comparison can tell.
  enum Probe {
    case found(Int)
    case absent
    case ask(Int, ProbeState)
  }

  /// Where a probe stands.
  struct ProbeState {
    fileprivate var slot: Int
    private var perturb: UInt

    fileprivate init(_ hash: Int, _ mask: Int) {
      slot = hash & mask
      perturb = UInt(bitPattern: hash)
    }

    @inline(__always) fileprivate mutating func next(_ mask: Int) {
      perturb >>= 5
      slot = (slot &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
    }
  }

  init() {}

  @inline(__always) borrowing func start(_ hash: Int) -> ProbeState { ProbeState(hash, index.count &- 1) }

  /// Goes on from a state until the answer is known, or until only a deep comparison can tell.
  @inline(__always) borrowing func probe(_ key: borrowing Value, _ hash: Int, _ from: ProbeState) -> Probe {
    let mask = index.count &- 1
    var state = from
    while true {
      let entry = Int(index[state.slot])
      if entry == Int(Table.free) { return .absent }
      if entry >= 0 && entries[entry].hash == hash {
        switch KeyComparison.compare(entries[entry].key, key) {
        case .equal: return .found(entry)
        case .different: break
        case .ask:
          state.next(mask)
          return .ask(entry, state)
        }
      }
      state.next(mask)
    }
  }

  /// The entry of a text where the text itself is its key, and stands in the first place that its hash leads to.
  @inline(__always) borrowing func place(ofSame key: Unowned<StringObject>) -> Int? {
    let entry = Int(index[key.value.cachedHash & (index.count &- 1)])
    guard entry >= 0, let own = entries[entry].key.exactString, own == key else { return nil }
    return entry
  }

  /// What a probe for a text finds.
  @inline(never) borrowing func probe(text key: Unowned<StringObject>) -> Probe {
    let hash = key.value.cachedHash != 0 ? key.value.cachedHash : key.value.hash()
    let mask = index.count &- 1
    var state = ProbeState(hash, mask)
    while true {
      let entry = Int(index[state.slot])
      if entry == Int(Table.free) { return .absent }
      let isCandidate = entry >= 0 && entries[entry].hash == hash
      if isCandidate, let own = entries[entry].key.exactString {
        if own == key || own.value.isEqual(to: key.value) { return .found(entry) }
      } else if isCandidate {
        state.next(mask)
        return .ask(entry, state)
      }
      state.next(mask)
    }
  }

  /// Adds a key that is known to be absent.
  mutating func add(_ key: consuming Value, _ hash: Int, _ value: consuming Value) {
    if (max(entries.count, filled) &+ 1) &* 3 > index.count &* 2 { rebuildWhereRoom() }
    place(hash, entries.count)
    entries.append(Entry(hash: hash, key: key, value: value))
    count &+= 1
    version &+= 1
  }

  /// Gives an empty table the keys of another one, which has no gaps, and copies of as many values.
  mutating func add(keysOf other: borrowing Table, _ values: borrowing ValueList) {
    index = Buffer(copying: other.index)
    (filled, count, head) = (other.filled, other.count, 0)
    entries = List(capacity: max(other.count, 4))
    for index in 0..<other.count {
      let entry = Entry(
        hash: other.entries[index].hash, key: other.entries[index].key.copy(), value: values[index].copy())
      entries.append(entry)
    }
    version &+= 1
  }

  /// Adds copies of all entries of another table to an empty one.
  mutating func add(entriesOf other: borrowing Table) {
    if entries.isEmpty && other.entries.count == other.count {
      // Without gaps everything keeps its place.
      index = Buffer(copying: other.index)
      (filled, count, head) = (other.filled, other.count, 0)
      entries = List(capacity: max(other.count, 4))
      for index in 0..<other.count {
        let entry = Entry(
          hash: other.entries[index].hash, key: other.entries[index].key.copy(),
          value: other.entries[index].value.copy())
        entries.append(entry)
      }
      version &+= 1
      return
    }
    for index in 0..<other.entries.count where !other.entries[index].key.isUnbound {
      add(other.entries[index].key.copy(), other.entries[index].hash, other.entries[index].value.copy())
    }
  }

  @inline(__always) private mutating func place(_ hash: Int, _ entry: Int) {
    let mask = index.count &- 1
    var state = ProbeState(hash, mask)
    while index[state.slot] >= 0 { state.next(mask) }
    if index[state.slot] == Table.free { filled &+= 1 }
    index[state.slot] = Int32(truncatingIfNeeded: entry)
  }

  /// Where memory has come to its end, the table fills up further than it should until the program knows.
  @inline(never) private mutating func rebuildWhereRoom() {
    let bytes = count &* 2 &* MemoryLayout<Entry>.stride &+ index.count &* 8
    if bytes < 1 << 20 || filled &+ 2 >= index.count || BlockPool.mayTake(bytes) { rebuild() }
  }

  private mutating func rebuild() {
    if entries.count != count { closeGaps() }
    var size = 8
    while size &* 2 < (count &+ 1) &* 4 { size &*= 2 }
    index = Buffer(count: size, repeating: Table.free)
    head = 0
    filled = count
    let mask = size &- 1
    var entry = 0
    while entry < count {
      var state = ProbeState(entries[entry].hash, mask)
      while index[state.slot] >= 0 { state.next(mask) }
      index[state.slot] = Int32(truncatingIfNeeded: entry)
      entry &+= 1
    }
    version &+= 1
  }

  /// Drops the deleted entries.
  private mutating func closeGaps() {
    var old = List<Entry>(capacity: max(8, count &* 2))
    swap(&old, &entries)
    old.reverse()
    while let entry = old.popLast() {
      if !entry.key.isUnbound { entries.append(entry) }
    }
  }

  /// Replaces an entry's value; the old one is handed over.
  mutating func exchangeValue(_ entry: Int, _ value: consuming Value) -> Value { entries[entry].value.exchange(value) }

  /// Removes an entry, which is handed over: released by the caller when the table is whole again.
  mutating func remove(_ entry: Int) -> Entry {
    let mask = index.count &- 1
    var state = ProbeState(entries[entry].hash, mask)
    while index[state.slot] != Int32(truncatingIfNeeded: entry) { state.next(mask) }
    index[state.slot] = Table.deleted
    var gone = Entry(hash: 0, key: .unbound, value: .nothing)
    swap(&gone, &entries[entry])
    count &-= 1
    if entry == head { advanceHead() }
    version &+= 1
    trim()
    return gone
  }

  private mutating func advanceHead() {
    while head < entries.count && entries[head].key.isUnbound { head &+= 1 }
    if count == 0 { head = 0 }
  }

  /// Drops deleted entries at the end, so that the newest is found at once.
  private mutating func trim() {
    while !entries.isEmpty && entries[entries.count &- 1].key.isUnbound { _ = entries.popLast() }
    head = min(head, entries.count)
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    for index in 0..<entries.count {
      visitor.visit(entries[index].key)
      visitor.visit(entries[index].value)
    }
  }
}

/// `dict`.
struct DictionaryObject: Object, ~Copyable {
  static var kind: Kind { .dictionary }
  var table = Table()
  /// The module whose variables these are, where it is such a dictionary: its slots are the truth, the table follows.
  var module = Value.unbound
  /// Whether there is one.
  private(set) var isNamespace = false

  /// Makes this the dictionary of a module's variables.
  mutating func attach(_ module: consuming Value) {
    self.module = module
    isNamespace = true
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    table.traverse(&visitor)
    visitor.visit(module)
  }
  mutating func clear() {
    table = Table()
    module = .unbound
    isNamespace = false
  }
}

/// Equality of keys with equal hashes, as far as it can be told without a deep comparison.
enum KeyComparison {
  case equal, different, ask

  @inline(__always) static func compare(_ left: borrowing Value, _ right: borrowing Value) -> KeyComparison {
    if let x = left.asInt, let y = right.asInt { return x == y ? .equal : .different }
    if let x = left.exactString, let y = right.exactString {
      return x == y || x.value.isEqual(to: y.value) ? .equal : .different
    }
    if let x = left.exactTuple, let y = right.exactTuple { return compareTuples(x, y) }
    return compareSlowly(left, right)
  }

  /// Two tuples: pairs of ints, which are the commonest, at once.
  @inline(never) private static func compareTuples(
    _ x: Unowned<TupleObject>, _ y: Unowned<TupleObject>
  ) -> KeyComparison {
    if x == y { return .equal }
    if x.value.items.count == 2, y.value.items.count == 2, let a = x.value.items[0].asInt,
      let b = x.value.items[1].asInt, let c = y.value.items[0].asInt, let d = y.value.items[1].asInt
    {
      return a == c && b == d ? .equal : .different
    }
    return compareItems(x.value.items, y.value.items)
  }

  /// The items of tuples, where they are plain or tuples of such.
  private static func compareItems(
    _ left: borrowing ValueList, _ right: borrowing ValueList, depth: Int = 6
  ) -> KeyComparison {
    if left.count != right.count { return .different }
    var index = 0
    while index < left.count {
      if let x = left[index].asInt, let y = right[index].asInt {
        if x != y { return .different }
      } else if let x = left[index].exactString, let y = right[index].exactString {
        if x != y && !x.value.isEqual(to: y.value) { return .different }
      } else {
        let item = compareItem(left[index], right[index], depth)
        if item != .equal { return item }
      }
      index &+= 1
    }
    return .equal
  }

  private static func compareItem(
    _ left: borrowing Value, _ right: borrowing Value, _ depth: Int
  ) -> KeyComparison {
    if let x = left.plainTuple(.equalMethod), let y = right.plainTuple(.equalMethod) {
      return x == y ? .equal : depth > 0 ? compareItems(x.value.items, y.value.items, depth: depth &- 1) : .ask
    }
    if let x = left.asFloat, let y = right.asFloat { return x == y ? .equal : x.isNaN || y.isNaN ? .ask : .different }
    if left.isNone && right.isNone { return .equal }
    if let x = left.asBool, let y = right.asBool { return x == y ? .equal : .different }
    if let x = left.asInstance, let y = right.asInstance, x == y { return .equal }
    return .ask
  }

  /// Two frozensets that are not one.
  private static func compareSets(_ x: Unowned<SetObject>, _ y: Unowned<SetObject>) -> KeyComparison {
    if x.value.table.count != y.value.table.count { return .different }
    if x.value.table.slots.count > 1 << 16 { return .ask }
    guard let isSubset = x.value.table.isPlainSubset(of: y.value.table) else { return .ask }
    return isSubset ? .equal : .different
  }

  @inline(never) private static func compareSlowly(_ left: borrowing Value, _ right: borrowing Value) -> KeyComparison {
    if left.isUnbound || right.isUnbound { return .different }
    if let x = left.plainTuple(.equalMethod), let y = right.plainTuple(.equalMethod) {
      return x == y ? .equal : compareItems(x.value.items, y.value.items)
    }
    if let x = left.object, let y = right.object, x == y { return .equal }
    if let x = left.exactSet, let y = right.exactSet, x.value.isFrozen, y.value.isFrozen { return compareSets(x, y) }
    // An object of the program's own may be equal to anything.
    if left.asInstance != nil || right.asInstance != nil { return .ask }
    if let x = left.asString, let y = right.asString { return x.value.isEqual(to: y.value) ? .equal : .different }
    if left.asString != nil || right.asString != nil { return .different }
    return .ask
  }
}

extension Value {
  /// The tuple that this is, or that an instance extends whose class is known not to define a special method.
  borrowing func plainTuple(_ name: Symbol) -> Unowned<TupleObject>? {
    if let tuple = exactTuple { return tuple }
    guard let instance = asInstance, let known = instance.value.type.value.known(name) else { return nil }
    return known.exists ? nil : instance.value.payload.exactTuple
  }
}
