// Hashes and probes of the keys that need nobody's methods: integers, strings, and tuples of such.

extension Value {
  /// The hash of an int, a string, a tuple of ints, strings and floats, or an instance that is known to be equal to itself
  /// alone; nil for other values.
  var quickHash: Int? {
    @inline(__always) borrowing get {
      if let integer = asInt { return NumberHash.int(integer) }
      if let string = exactString {
        return string.value.cachedHash != 0 ? string.value.cachedHash : string.value.hash()
      }
      if let tuple = exactTuple { return tuple.value.items.quickTupleHash() }
      if let set = exactSet { return set.quickHash }
      return asInstance.flatMap { $0.identityHash }
    }
  }
}

extension Unowned<InstanceObject> {
  /// The hash of an instance whose class is known to have no `__hash__` of the program's; nil for others.
  fileprivate var identityHash: Int? {
    @inline(__always) get {
      guard value.payload.isUnbound, let known = value.type.value.known(.hashMethod), !known.exists else { return nil }
      return address >> 4
    }
  }
}

extension Unowned<SetObject> {
  /// The hash of a frozenset; nil of a set.
  fileprivate var quickHash: Int? {
    @inline(never) get {
      if !value.isFrozen { return nil }
      if value.cachedHash == 0 { value.cachedHash = value.table.frozenHash() }
      return value.cachedHash
    }
  }
}

extension ValueList {
  /// CPython's hash of a tuple of these items (xxHash's rounds), where all are numbers, strings, None, tuples of such or
  /// instances that are equal to themselves alone; nil for others.
  @inline(never) borrowing func quickTupleHash(depth: Int = 6) -> Int? {
    var hash = TupleHash()
    var index = 0
    while index < count {
      if let integer = self[index].asInt {
        hash.add(NumberHash.int(integer))
      } else if let string = self[index].exactString {
        hash.add(string.value.cachedHash != 0 ? string.value.cachedHash : string.value.hash())
      } else if let other = self[index].quickItemHash(depth: depth) {
        hash.add(other)
      } else {
        return nil
      }
      index &+= 1
    }
    return hash.result(count)
  }
}

extension Value {
  /// The hash of an item of a tuple that is no int and no string.
  @inline(__always) fileprivate borrowing func quickItemHash(depth: Int) -> Int? {
    if let tuple = plainTuple(.hashMethod) {
      return depth > 0 ? tuple.value.items.quickTupleHash(depth: depth &- 1) : nil
    }
    if let float = asFloat { return NumberHash.float(float) }
    if let truth = asBool { return truth ? 1 : 0 }
    if isNone { return NumberHash.none }
    if let set = exactSet { return set.quickHash }
    return asInstance.flatMap { $0.identityHash }
  }
}

/// The hash of a tuple while its items are added.
struct TupleHash {
  private var hash: UInt = 2_870_177_450_012_600_261

  @inline(__always) mutating func add(_ item: Int) {
    hash &+= UInt(bitPattern: item) &* 14_029_467_366_897_019_727
    hash = (hash << 31 | hash >> 33) &* 11_400_714_785_074_694_791
  }

  @inline(__always) func result(_ count: Int) -> Int {
    let mixed = hash &+ (UInt(count) ^ 2_870_177_450_012_600_261 ^ 3_527_539)
    return mixed == .max ? 1_546_275_796 : Int(bitPattern: mixed)
  }
}

/// What is known of a key without asking anybody.
enum QuickPlace {
  /// It stands here.
  case found(Int)
  case absent
  /// Only a deep comparison can tell.
  case unknown
}

extension Table {
  @inline(__always) borrowing func quickPlace(_ key: borrowing Value, _ hash: Int) -> QuickPlace {
    switch probe(key, hash, start(hash)) {
    case .found(let entry): .found(entry)
    case .absent: .absent
    case .ask: .unknown
    }
  }
}

extension Table {
  @inline(__always) borrowing func quickPlace(of text: Unowned<StringObject>) -> QuickPlace {
    if let entry = place(ofSame: text) { return .found(entry) }
    switch probe(text: text) {
    case .found(let entry): return .found(entry)
    case .absent: return .absent
    case .ask: return .unknown
    }
  }
}

extension DictionaryObject {
  /// The place of a key in the table, where that is the truth.
  @inline(__always) borrowing func quickPlace(_ key: borrowing Value) -> QuickPlace {
    if isNamespace { return .unknown }
    if let text = key.exactString { return table.quickPlace(of: text) }
    guard let hash = key.quickHash else { return .unknown }
    return table.quickPlace(key, hash)
  }

  /// The value of a text, as a register, where the table is the truth and the text is found at once; else nil.
  @inline(__always) borrowing func value(ofSame key: Unowned<StringObject>) -> Registers? {
    if isNamespace { return nil }
    return table.place(ofSame: key).flatMap { table.entries.valueRegister($0) }
  }
}

extension SetObject {
  /// Whether a key is in the set; nil where only a deep comparison can tell.
  @inline(__always) borrowing func quicklyContains(_ key: borrowing Value) -> Bool? {
    guard let hash = key.quickHash else { return nil }
    let slot = table.quickSlot(key, hash)
    return slot == SetTable.unknown ? nil : slot >= 0
  }

  /// Adds a key, where that needs no deep comparison; false where it does, or the set is full.
  @inline(__always) mutating func quicklyAdd(_ key: borrowing Value) -> Bool {
    guard let hash = key.quickHash else { return false }
    let slot = table.quickSlot(key, hash)
    if slot >= 0 { return true }
    if slot == SetTable.unknown || table.count >= Context.longestList { return false }
    table.add(key.copy(), hash, at: ~slot)
    return true
  }
}

extension Value {
  /// Whether this dictionary, set, string, list or tuple contains a value, where that needs nobody's methods; else nil.
  @inline(__always) borrowing func quicklyContains(_ item: borrowing Value) -> Bool? {
    if let text = exactString {
      guard let part = item.exactString else { return nil }
      if part.value.byteCount == 1 { return text.value.bytes.has(part.value.bytes[0]) }
      return text.value.find(part.value, from: 0, to: text.value.count) != nil
    }
    if let dictionary = exactDictionary {
      switch dictionary.value.quickPlace(item) {
      case .found: return true
      case .absent: return false
      case .unknown: return nil
      }
    }
    if let set = exactSet { return set.value.quicklyContains(item) }
    if let list = exactList { return list.value.items.quicklyContains(item) }
    if let tuple = exactTuple { return tuple.value.items.quicklyContains(item) }
    return nil
  }
}

extension ValueList {
  @inline(__always) fileprivate borrowing func quicklyContains(_ item: borrowing Value) -> Bool? {
    // A longer search looks for interrupts.
    if count > 10_000 { return nil }
    if let wanted = item.asInt { return contains(integer: wanted) }
    var index = 0
    while index < count {
      guard let isEqual = self[index].quicklyEqual(item) else { return nil }
      if isEqual { return true }
      index &+= 1
    }
    return false
  }

  @inline(__always) private borrowing func contains(integer: Int) -> Bool? {
    var index = 0
    while index < count {
      guard let own = self[index].asInt else { return nil }
      if own == integer { return true }
      index &+= 1
    }
    return false
  }
}
