import NNIntegers

/// Python's numeric hashes: equal numbers hash alike, modulo 2^61 - 1 (CPython, `Python/pyhash.c`).
enum NumberHash {
  static let modulus = (1 << 61) - 1
  /// Of None.
  static let none = 0x123_4567

  @inline(__always) static func int(_ value: Int) -> Int {
    if value > -modulus && value < modulus { return value == -1 ? -2 : value }
    let remainder = value % modulus
    return remainder == -1 ? -2 : remainder
  }

  static func big(_ value: BigInteger) -> Int {
    let signed = value.isNegative ? -value.hashRemainder : value.hashRemainder
    return signed == -1 ? -2 : signed
  }

  /// That of the real part where the other is 0.
  static func complex(_ value: ComplexNumber) -> Int {
    let hash = float(value.real) &+ 1_000_003 &* float(value.imaginary)
    return hash == -1 ? -2 : hash
  }

  static func float(_ value: Double) -> Int {
    // Each `float('nan')` has bits of its own, and is equal to itself alone.
    if value.isNaN { return Int(truncatingIfNeeded: value.bitPattern & 0x7_FFFF_FFFF_FFFF) }
    if value.isInfinite { return value > 0 ? 314159 : -314159 }
    if let whole = Int(exactly: value) { return int(whole) }
    var mantissa = value.magnitude.significand / 2
    var exponent = Int(value.exponent) + 1
    var hash: UInt = 0
    while mantissa != 0 {
      hash = ((hash << 28) & UInt(modulus)) | hash >> 33
      mantissa *= 268_435_456
      exponent -= 28
      let part = UInt(mantissa)
      mantissa -= Double(part)
      hash += part
      if hash >= UInt(modulus) { hash -= UInt(modulus) }
    }
    let rotation = UInt(((exponent % 61) + 61) % 61)
    hash = ((hash << rotation) & UInt(modulus)) | hash >> (61 - rotation)
    let signed = value < 0 ? -Int(hash) : Int(hash)
    return signed == -1 ? -2 : signed
  }
}

extension Context {
  /// `hash(value)`; TypeError for values that can change.
  @inline(__always) func hash(_ value: borrowing Value) throws(Fault) -> Int {
    if let integer = value.asInt { return NumberHash.int(integer) }
    if let string = value.exactString, string.value.cachedHash != 0 { return string.value.cachedHash }
    if let tuple = value.exactTuple, let hash = tuple.value.items.quickTupleHash() { return hash }
    return try anyHash(value)
  }

  /// The hash of an int, a text or an instance that is equal to itself alone; nil for other values.
  @inline(__always) func plainHash(_ value: borrowing Value) -> Int? {
    if let integer = value.asInt { return NumberHash.int(integer) }
    if let string = value.exactString { return string.value.hash() }
    guard let instance = value.asInstance, instance.value.payload.isUnbound,
      !special(.hashMethod, instance.value.type.unowned).exists
    else { return nil }
    return instance.address >> 4
  }

  @inline(never) private func anyHash(_ value: borrowing Value) throws(Fault) -> Int {
    switch value {
    case .int(let value): return NumberHash.int(value)
    case .bool(let value): return value ? 1 : 0
    case .float(let value): return NumberHash.float(value)
    case .bigInteger(let r): return NumberHash.big(r.value.value)
    case .number(let value): return value.element.hash
    case .wide(let r): return r.value.element.hash
    case .special(let special): return NumberHash.none + Int(special.rawValue)
    case .dtype(let value): return 0x2345678 + value.type.hashValue & 0xFFFF
    case .type(let value): return value.hashValue
    case .string(let r): return r.value.hash()
    case .tuple(let r): return try tupleHash(r.value.items)
    case .range(let r): return try rangeHash(r.unowned)
    case .bytes(let r):
      if r.value.isMutable { throw unhashable(value) }
      return r.value.bytes.reduce(0x27D4_EB2F) { ($0 ^ Int($1)) &* 0x100_0000_01B3 } >> 1
    case .complex(let r): return NumberHash.complex(r.value.number)
    case .set(let r):
      if !r.value.isFrozen { throw unhashable(value) }
      return frozenHash(r.unowned)
    case .list: throw unhashable(value)
    case .dictionary: throw unhashable(value)
    case .slice: throw unhashable(value)
    case .view(let r) where r.value.mode != .values: throw unhashable(value)
    case .array(let r) where r.value.isTracedFloat: return try hash(.scalar(r.value.element(0)))
    case .array: throw unhashable(value)
    case .instance(let r):
      let found = special(.hashMethod, r.value.type.unowned)
      if found.exists {
        if let function = found.function, function.value.arity == 1 {
          return try hash(answered: try call(.function(function.owned()), value.copy()))
        }
        guard found.function != nil, let hash = try specialHash(value) else { return try instanceHash(value) }
        return hash
      }
      if r.value.payload.isUnbound { return r.object.address >> 4 }
      do throws(Fault) { return try hash(r.value.payload) } catch { throw error.naming(value) }
    case .boundMethod(let r):
      return (r.value.receiver.object?.address ?? 0) >> 4 ^ (r.value.function.object?.address ?? 0)
    default:
      if value.hasSpecialMethods, let hash = try specialHash(value) { return hash }
      return (value.object?.address ?? 0) >> 4
    }
  }

  /// The hash of an instance whose `__hash__` is no function.
  private func instanceHash(_ value: borrowing Value) throws(Fault) -> Int {
    if let hash = try specialHash(value) { return hash }
    guard let payload = value.payload else { return (value.object?.address ?? 0) >> 4 }
    do throws(Fault) { return try hash(payload) } catch { throw error.naming(value) }
  }

  private func unhashable(_ value: borrowing Value) -> Fault {
    Fault(.typeError, "unhashable type: '\(value.typeName)'")
  }

  /// CPython's tuple hash (xxHash's rounds).
  private func tupleHash(_ items: borrowing ValueList) throws(Fault) -> Int {
    guard nesting < Context.deepestNesting else {
      throw Fault(.recursionError, "maximum recursion depth exceeded in hash")
    }
    nesting += 1
    defer { nesting -= 1 }
    var hash = TupleHash()
    var index = 0
    while index < items.count {
      hash.add(try self.hash(items[index]))
      index &+= 1
    }
    return hash.result(items.count)
  }

  /// Equal ranges hash alike: by their length, start and step, as far as these matter.
  private func rangeHash(_ range: Unowned<RangeObject>) throws(Fault) -> Int {
    var items = ValueList(capacity: 3)
    items.append(range.value.countValue)
    items.append(range.value.count > 0 ? range.value.startValue : .nothing)
    items.append(range.value.count > 1 ? range.value.stepValue : .nothing)
    return try tupleHash(items)
  }

  // MARK: Dictionaries

  /// The entry of a key, nil when it has none.
  func find(_ dictionary: Unowned<DictionaryObject>, _ key: borrowing Value) throws(Fault) -> Int? {
    try find(dictionary, key, try hash(key))
  }

  func find(_ dictionary: Unowned<DictionaryObject>, _ key: borrowing Value, _ hash: Int) throws(Fault) -> Int? {
    if dictionary.value.isNamespace { try refresh(dictionary, key) }
    return try entry(of: key, hash, in: dictionary)
  }

  /// The entry of a key in the table as it stands.
  @inline(never) func entry(
    of key: borrowing Value, _ hash: Int, in dictionary: Unowned<DictionaryObject>
  ) throws(Fault) -> Int? {
    var state = dictionary.value.table.start(hash)
    while true {
      switch dictionary.value.table.probe(key, hash, state) {
      case .found(let entry): return entry
      case .absent: return nil
      case .ask(let entry, let following):
        let version = dictionary.value.table.version
        let candidate = dictionary.value.table.entries[entry].key.copy()
        let isSame = try sameOrEqual(candidate, key)
        // A comparison in the language may change the dictionary.
        if dictionary.value.table.version != version {
          state = dictionary.value.table.start(hash)
        } else if isSame {
          return entry
        } else {
          state = following
        }
      }
    }
  }

  /// A copy of a key's value; KeyError when it has none.
  func get(_ dictionary: Unowned<DictionaryObject>, _ key: borrowing Value) throws(Fault) -> Value {
    guard let entry = try find(dictionary, key) else { throw Fault.missingKey(key) }
    return dictionary.value.table.entries[entry].value.copy()
  }

  func set(
    _ dictionary: Unowned<DictionaryObject>, _ key: borrowing Value, _ value: consuming Value
  ) throws(Fault) {
    let hash = try self.hash(key)
    if dictionary.value.isNamespace {
      passOn(dictionary, key, value.copy())
      try refresh(dictionary, key)
    }
    if let entry = try entry(of: key, hash, in: dictionary) {
      _ = dictionary.value.table.exchangeValue(entry, value)
    } else {
      dictionary.value.table.add(key.copy(), hash, value)
    }
  }

  /// Removes a key and returns its value, nil when it has none.
  func remove(_ dictionary: Unowned<DictionaryObject>, _ key: borrowing Value) throws(Fault) -> Value? {
    guard let entry = try find(dictionary, key) else { return nil }
    if dictionary.value.isNamespace { passOn(dictionary, key, .unbound) }
    var gone = dictionary.value.table.remove(entry)
    return gone.value.exchange(.nothing)
  }
}

extension BuiltinType {
  /// Whether the values of the type may change, and so have no hash.
  var isUnhashable: Bool {
    switch self {
    case .list, .dictionary, .set, .bytearray, .slice, .native(.deque): true
    default: false
    }
  }
}

extension Builtin {
  /// Whether this is the hash that a value has by its place.
  var isObjectHash: Bool { isSpecial && name == "__hash__" }
}
