extension Context {
  /// The slot of a key, nil when the set has it not.
  func find(_ set: Unowned<SetObject>, _ key: borrowing Value, _ hash: Int) throws(Fault) -> Int? {
    switch try locate(set, key, hash) {
    case .found(let slot): slot
    default: nil
    }
  }

  /// The slot of a key, or the free one where it would go.
  private func locate(
    _ set: Unowned<SetObject>, _ key: borrowing Value, _ hash: Int
  ) throws(Fault) -> SetTable.Probe {
    var state = set.value.table.start(hash)
    while true {
      let probe = set.value.table.probe(key, hash, state)
      guard case .ask(let slot, let following) = probe else { return probe }
      let version = set.value.table.version
      let candidate = set.value.table.slots[slot].key.copy()
      let isSame = try sameOrEqual(candidate, key)
      // A comparison in the language may change the set.
      if set.value.table.version != version {
        state = set.value.table.start(hash)
      } else if isSame {
        return .found(slot)
      } else {
        state = following
      }
    }
  }

  /// Adds a key. TypeError where it has no hash.
  func add(_ key: borrowing Value, to set: Unowned<SetObject>) throws(Fault) {
    try add(key, try hash(key), to: set)
  }

  func add(_ key: borrowing Value, _ hash: Int, to set: Unowned<SetObject>) throws(Fault) {
    guard case .absent(let slot) = try locate(set, key, hash) else { return }
    if set.value.table.count == Context.longestList { throw Fault(.memoryError, "") }
    set.value.table.add(key.copy(), hash, at: slot)
  }

  /// Removes a key; false when the set did not have it.
  func discard(_ key: borrowing Value, _ hash: Int, from set: Unowned<SetObject>) throws(Fault) -> Bool {
    guard let slot = try find(set, key, hash) else { return false }
    _ = set.value.table.remove(at: slot)
    return true
  }

  /// The hash by which a set looks for a value: a set in it is a frozenset of the same keys.
  func memberHash(_ value: borrowing Value) throws(Fault) -> Int {
    switch value {
    case .set(let r): if !r.value.isFrozen { return r.value.table.frozenHash() }
    case .instance(let r):
      if let set = value.asSet, !set.value.isFrozen, userMember(.hashMethod, in: r.value.type.unowned) == nil {
        return set.value.table.frozenHash()
      }
    default: break
    }
    return try hash(value)
  }

  func contains(_ set: Unowned<SetObject>, _ key: borrowing Value) throws(Fault) -> Bool {
    try find(set, key, try memberHash(key)) != nil
  }

  func frozenHash(_ set: Unowned<SetObject>) -> Int {
    if set.value.cachedHash == 0 { set.value.cachedHash = set.value.table.frozenHash() }
    return set.value.cachedHash
  }

  /// Calls `body` with each key of a set and its hash; what it calls may change the set.
  func forEachKey(
    _ set: Unowned<SetObject>, _ body: (borrowing Value, Int) throws(Fault) -> Bool
  ) throws(Fault) {
    var slot = 0
    while slot < set.value.table.slots.count {
      if !set.value.table.slots[slot].key.isUnbound {
        let key = set.value.table.slots[slot].key.copy()
        if !(try body(key, set.value.table.slots[slot].hash)) { return }
      }
      slot &+= 1
      if slot & 0xFFF == 0 { try checkInterrupt() }
    }
  }

  /// Calls `body` with each key of a dictionary and its hash.
  private func forEachKey(
    _ dictionary: Unowned<DictionaryObject>, _ body: (borrowing Value, Int) throws(Fault) -> Void
  ) throws(Fault) {
    var entry = 0
    while entry < dictionary.value.table.entries.count {
      if !dictionary.value.table.entries[entry].key.isUnbound {
        let key = dictionary.value.table.entries[entry].key.copy()
        try body(key, dictionary.value.table.entries[entry].hash)
      }
      entry &+= 1
      if entry & 0xFFF == 0 { try checkInterrupt() }
    }
  }

  // MARK: What the methods do

  /// A new set of the items of an iterable.
  func makeSet(of items: borrowing Value, isFrozen: Bool = false) throws(Fault) -> Ref<SetObject> {
    let result = Ref(SetObject(isFrozen: isFrozen))
    try update(result.unowned, from: items)
    return result
  }

  func copy(_ set: Unowned<SetObject>, isFrozen: Bool) throws(Fault) -> Ref<SetObject> {
    let result = Ref(SetObject(isFrozen: isFrozen))
    try merge(result.unowned, set)
    return result
  }

  private func merge(_ set: Unowned<SetObject>, _ other: Unowned<SetObject>) throws(Fault) {
    if set == other || other.value.table.count == 0 { return }
    set.value.table.reserve(adding: other.value.table.count)
    if set.value.table.fill(from: other.value.table) { return }
    var slot = 0
    while slot < other.value.table.slots.count {
      if !other.value.table.slots[slot].key.isUnbound {
        let hash = other.value.table.slots[slot].hash
        let place = set.value.table.quickSlot(other.value.table.slots[slot].key, hash)
        if place == SetTable.unknown || set.value.table.count == Context.longestList {
          let key = other.value.table.slots[slot].key.copy()
          try add(key, hash, to: set)
        } else if place < 0 {
          set.value.table.add(other.value.table.slots[slot].key.copy(), hash, at: ~place)
        }
      }
      slot &+= 1
      if slot & 0xFFF == 0 { try checkInterrupt() }
    }
  }

  /// Whether the key in a slot of a set is in another one; nil where the slot is free.
  func find(
    keyAt slot: Int, of set: Unowned<SetObject>, in other: Unowned<SetObject>
  ) throws(Fault) -> Bool? {
    if set.value.table.slots[slot].key.isUnbound { return nil }
    let hash = set.value.table.slots[slot].hash
    switch other.value.table.probe(set.value.table.slots[slot].key, hash, other.value.table.start(hash)) {
    case .found: return true
    case .absent: return false
    case .ask:
      let key = set.value.table.slots[slot].key.copy()
      return try find(other, key, hash) != nil
    }
  }

  /// The keys of a set that another one has, or has not.
  private func keys(
    of set: Unowned<SetObject>, thatAreIn other: Unowned<SetObject>, _ wanted: Bool, isFrozen: Bool
  ) throws(Fault) -> Ref<SetObject> {
    let plain = Ref(SetObject(isFrozen: isFrozen))
    if addPlainKeys(of: set, thatAreIn: other, wanted, to: plain.unowned) { return plain }
    let result = Ref(SetObject(isFrozen: isFrozen))
    let version = set.value.table.version
    var slot = 0
    while slot < set.value.table.slots.count {
      if let isThere = try find(keyAt: slot, of: set, in: other), isThere == wanted,
        slot < set.value.table.slots.count, !set.value.table.slots[slot].key.isUnbound
      {
        try keep(keyAt: slot, of: set, in: result.unowned, isUnchanged: set.value.table.version == version)
      }
      slot &+= 1
      if slot & 0xFFF == 0 { try checkInterrupt() }
    }
    return result
  }

  /// Adds them to an empty set, where no key's methods have to be asked, and there are not so many slots that somebody
  /// waits; false where that is not so.
  private func addPlainKeys(
    of set: Unowned<SetObject>, thatAreIn other: Unowned<SetObject>, _ wanted: Bool, to result: Unowned<SetObject>
  ) -> Bool {
    if set.value.table.slots.count > 1 << 16 { return false }
    var slot = 0
    while slot < set.value.table.slots.count {
      if !set.value.table.slots[slot].key.isUnbound {
        let hash = set.value.table.slots[slot].hash
        let place = other.value.table.quickSlot(set.value.table.slots[slot].key, hash)
        if place == SetTable.unknown { return false }
        if (place >= 0) == wanted { result.value.table.addNew(set.value.table.slots[slot].key.copy(), hash) }
      }
      slot &+= 1
    }
    return true
  }

  /// Adds a key of a set to another one, which has none of them yet unless the first has changed meanwhile.
  @inline(__always) private func keep(
    keyAt slot: Int, of set: Unowned<SetObject>, in result: Unowned<SetObject>, isUnchanged: Bool
  ) throws(Fault) {
    let key = set.value.table.slots[slot].key.copy()
    let hash = set.value.table.slots[slot].hash
    if isUnchanged { result.value.table.addNew(key, hash) } else { try add(key, hash, to: result) }
  }

  /// `set.update` with one iterable.
  func update(_ set: Unowned<SetObject>, from source: borrowing Value) throws(Fault) {
    if let other = source.asSet { return try merge(set, other) }
    if let dictionary = source.asDictionary {
      set.value.table.reserve(adding: dictionary.value.table.count)
      return try forEachKey(dictionary) { (key, hash) throws(Fault) in try add(key, hash, to: set) }
    }
    if let list = source.exactList {
      var index = 0
      while index < list.value.items.count {
        if !set.value.quicklyAdd(list.value.items[index]) {
          let item = list.value.items[index].copy()
          try add(item, to: set)
        }
        index &+= 1
        if index & 0xFFF == 0 { try checkInterrupt() }
      }
      return
    }
    if let range = source.asRange, range.value.wide == nil {
      var index = 0
      while index < range.value.count {
        let item = Value.int(range.value[index])
        if !set.value.quicklyAdd(item) { try add(item, to: set) }
        index &+= 1
        if index & 0xFFF == 0 { try checkInterrupt() }
      }
      return
    }
    if let tuple = source.exactTuple {
      // Kept: a comparison may let it go.
      let tuple = tuple.owned()
      var index = 0
      while index < tuple.value.items.count {
        if !set.value.quicklyAdd(tuple.value.items[index]) { try add(tuple.value.items[index], to: set) }
        index &+= 1
        if index & 0xFFF == 0 { try checkInterrupt() }
      }
      return
    }
    try forEach(source) { (item) throws(Fault) in
      try add(item, to: set)
      return true
    }
  }

  /// The keys that a set has in common with an iterable.
  func intersection(
    _ set: Unowned<SetObject>, _ other: borrowing Value, isFrozen: Bool
  ) throws(Fault) -> Ref<SetObject> {
    if let second = other.asSet {
      if second == set { return try copy(set, isFrozen: isFrozen) }
      let isSwapped = second.value.table.count > set.value.table.count
      let (smaller, larger) = isSwapped ? (set, second) : (second, set)
      return try keys(of: smaller, thatAreIn: larger, true, isFrozen: isFrozen)
    }
    let result = Ref(SetObject(isFrozen: isFrozen))
    try forEach(other) { (item) throws(Fault) in
      let hash = try self.hash(item)
      if try find(set, item, hash) != nil { try add(item, hash, to: result.unowned) }
      return true
    }
    return result
  }

  /// The keys of a set that an iterable has not.
  func difference(
    _ set: Unowned<SetObject>, _ other: borrowing Value, isFrozen: Bool
  ) throws(Fault) -> Ref<SetObject> {
    let otherCount = other.asSet?.value.table.count ?? other.asDictionary?.value.table.count
    guard let otherCount, set.value.table.count >> 2 <= otherCount else {
      let result = try copy(set, isFrozen: isFrozen)
      try remove(other, from: result.unowned)
      return result
    }
    if let second = other.asSet { return try keys(of: set, thatAreIn: second, false, isFrozen: isFrozen) }
    let result = Ref(SetObject(isFrozen: isFrozen))
    try forEachKey(set) { (key, hash) throws(Fault) in
      let isInOther: Bool
      if let dictionary = other.asDictionary {
        isInOther = try find(dictionary, key, hash) != nil
      } else {
        isInOther = false
      }
      if !isInOther { try add(key, hash, to: result.unowned) }
      return true
    }
    return result
  }

  /// `set.difference_update` with one iterable.
  func remove(_ other: borrowing Value, from set: Unowned<SetObject>) throws(Fault) {
    if let second = other.asSet {
      if second == set { return clear(set) }
      if second.value.table.count >> 3 > set.value.table.count {
        let common = try intersection(set, other, isFrozen: false)
        try removeKeys(of: common.unowned, from: set)
      } else {
        try removeKeys(of: second, from: set)
      }
    } else {
      try forEach(other) { (item) throws(Fault) in
        _ = try discard(item, try hash(item), from: set)
        return true
      }
    }
    set.value.table.compact()
  }

  private func removeKeys(of other: Unowned<SetObject>, from set: Unowned<SetObject>) throws(Fault) {
    var slot = 0
    while slot < other.value.table.slots.count {
      if !other.value.table.slots[slot].key.isUnbound {
        let hash = other.value.table.slots[slot].hash
        let place = set.value.table.quickSlot(other.value.table.slots[slot].key, hash)
        if place == SetTable.unknown {
          let key = other.value.table.slots[slot].key.copy()
          _ = try discard(key, hash, from: set)
        } else if place >= 0 {
          _ = set.value.table.remove(at: place)
        }
      }
      slot &+= 1
      if slot & 0xFFF == 0 { try checkInterrupt() }
    }
  }

  /// `set.symmetric_difference_update`.
  func toggle(_ other: borrowing Value, in set: Unowned<SetObject>) throws(Fault) {
    if let dictionary = other.asDictionary {
      return try forEachKey(dictionary) { (key, hash) throws(Fault) in
        if !(try discard(key, hash, from: set)) { try add(key, hash, to: set) }
      }
    }
    if let second = other.asSet {
      if second == set { return clear(set) }
      return try toggleKeys(of: second, in: set)
    }
    let keys = try makeSet(of: other)
    try toggleKeys(of: keys.unowned, in: set)
  }

  private func toggleKeys(of other: Unowned<SetObject>, in set: Unowned<SetObject>) throws(Fault) {
    var slot = 0
    while slot < other.value.table.slots.count {
      if !other.value.table.slots[slot].key.isUnbound {
        let hash = other.value.table.slots[slot].hash
        let place = set.value.table.quickSlot(other.value.table.slots[slot].key, hash)
        if place >= 0 {
          _ = set.value.table.remove(at: place)
        } else {
          let key = other.value.table.slots[slot].key.copy()
          if place == SetTable.unknown {
            if !(try discard(key, hash, from: set)) { try add(key, hash, to: set) }
          } else {
            if set.value.table.count == Context.longestList { throw Fault(.memoryError, "") }
            set.value.table.add(key, hash, at: ~place)
          }
        }
      }
      slot &+= 1
      if slot & 0xFFF == 0 { try checkInterrupt() }
    }
  }

  /// The keys that are in one of both alone.
  func symmetricDifference(
    _ set: Unowned<SetObject>, _ other: borrowing Value, isFrozen: Bool
  ) throws(Fault) -> Ref<SetObject> {
    let result = try makeSet(of: other, isFrozen: isFrozen)
    try toggleKeys(of: set, in: result.unowned)
    return result
  }

  /// Removes all keys; they are released when the set is empty already.
  func clear(_ set: Unowned<SetObject>) {
    var old = SetTable()
    set.value.table.exchangeKeys(&old)
  }

  /// Whether two collections have no item in common.
  func areDisjoint(_ set: Unowned<SetObject>, _ other: borrowing Value) throws(Fault) -> Bool {
    var isDisjoint = true
    if let second = other.asSet {
      if second == set { return set.value.table.count == 0 }
      let isSmaller = second.value.table.count < set.value.table.count
      let (smaller, larger) = isSmaller ? (second, set) : (set, second)
      try forEachKey(smaller) { (key, hash) throws(Fault) in
        isDisjoint = try find(larger, key, hash) == nil
        return isDisjoint
      }
      return isDisjoint
    }
    try forEach(other) { (item) throws(Fault) in
      isDisjoint = try find(set, item, try hash(item)) == nil
      return isDisjoint
    }
    return isDisjoint
  }
}
