/// The keys of a set in an open-addressing hash table. Slots are searched, filled and enlarged by the rules of CPython's
/// sets, so that going through them gives CPython's order.
struct SetTable: ~Copyable {
  /// Without a key (unbound) it is free, with the hash 0, or was given up, with the hash -1.
  struct Slot: ~Copyable {
    var hash: Int
    var key: Value
  }

  /// A power of two of them; none before the first key.
  private(set) var slots = List<Slot>()
  /// The number of keys.
  private(set) var count = 0
  /// The number of slots that are not free.
  private var filled = 0
  /// Where the next `pop` begins its search.
  private var finger = 0
  /// Slots are valid while it stays.
  private(set) var version = 0

  private static let smallest = 8
  private static let neighbours = 9

  /// What a probe found: the key's slot, the free one where it would go, or a slot with the same hash that only a deep
  /// comparison can tell.
  enum Probe {
    case found(Int)
    case absent(Int)
    case ask(Int, ProbeState)
  }

  /// Where a probe stands: some neighbours are looked at one after the other, then it jumps.
  struct ProbeState {
    fileprivate var slot: Int
    private var left: Int
    private var start: Int
    private var perturb: UInt
    /// The last slot on the way that was given up: where an absent key goes.
    fileprivate var reusable = -1

    fileprivate init(_ hash: Int, _ mask: Int) {
      start = hash & mask
      slot = start
      left = start &+ SetTable.neighbours <= mask ? SetTable.neighbours : 0
      perturb = UInt(bitPattern: hash)
    }

    @inline(__always) fileprivate mutating func next(_ mask: Int) {
      if left > 0 {
        left &-= 1
        slot &+= 1
        return
      }
      perturb >>= 5
      start = (start &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
      slot = start
      left = start &+ SetTable.neighbours <= mask ? SetTable.neighbours : 0
    }
  }

  init() {}

  private var mask: Int { slots.isEmpty ? SetTable.smallest &- 1 : slots.count &- 1 }

  @inline(__always) borrowing func start(_ hash: Int) -> ProbeState { ProbeState(hash, mask) }

  /// Goes on from a state until the answer is known, or until only a deep comparison can tell.
  borrowing func probe(_ key: borrowing Value, _ hash: Int, _ from: ProbeState) -> Probe {
    if slots.isEmpty { return .absent(hash & mask) }
    let mask = self.mask
    var state = from
    while true {
      let slot = state.slot
      if slots[slot].key.isUnbound {
        if slots[slot].hash == 0 { return .absent(state.reusable < 0 ? slot : state.reusable) }
        state.reusable = slot
      } else if slots[slot].hash == hash {
        switch KeyComparison.compare(slots[slot].key, key) {
        case .equal: return .found(slot)
        case .different: break
        case .ask:
          state.next(mask)
          return .ask(slot, state)
        }
      }
      state.next(mask)
    }
  }

  /// What is known of a key without asking anybody: its slot, the complement of the free one where it would go, or
  /// `unknown`.
  @inline(__always) borrowing func quickSlot(_ key: borrowing Value, _ hash: Int) -> Int {
    if slots.isEmpty { return ~(hash & mask) }
    let mask = self.mask
    var state = ProbeState(hash, mask)
    while true {
      let slot = state.slot
      if slots[slot].key.isUnbound {
        if slots[slot].hash == 0 { return ~(state.reusable < 0 ? slot : state.reusable) }
        state.reusable = slot
      } else if slots[slot].hash == hash {
        switch KeyComparison.compare(slots[slot].key, key) {
        case .equal: return slot
        case .different: break
        case .ask: return SetTable.unknown
        }
      }
      state.next(mask)
    }
  }

  /// Only a deep comparison can tell.
  static let unknown = Int.min

  /// Puts a key that is known to be absent into the slot that a probe gave.
  mutating func add(_ key: consuming Value, _ hash: Int, at slot: Int) {
    if slots.isEmpty { slots = List.free(SetTable.smallest) }
    let isReused = slots[slot].hash == -1
    slots[slot].hash = hash
    _ = slots[slot].key.exchange(key)
    count &+= 1
    version &+= 1
    if isReused { return }
    filled &+= 1
    if filled &* 5 >= mask &* 3 { resize(count > 50_000 ? count &* 2 : count &* 4) }
  }

  /// Adds a key that is known to be absent to a table without given up slots.
  mutating func addNew(_ key: consuming Value, _ hash: Int) {
    if slots.isEmpty { slots = List.free(SetTable.smallest) }
    add(key, hash, at: SetTable.freePlace(slots, hash))
  }

  /// Empties a slot; its key is handed over, to be released when the table is whole again.
  mutating func remove(at slot: Int) -> Value {
    slots[slot].hash = -1
    count &-= 1
    version &+= 1
    return slots[slot].key.exchange(.unbound)
  }

  /// Takes the next key out; nil when there is none.
  mutating func pop() -> Value? {
    if count == 0 { return nil }
    var slot = finger & mask
    while slots[slot].key.isUnbound { slot = (slot &+ 1) & mask }
    finger = slot &+ 1
    return remove(at: slot)
  }

  /// Makes room for the keys of another collection at once.
  mutating func reserve(adding other: Int) {
    if (filled &+ other) &* 5 >= mask &* 3 { resize((count &+ other) &* 2) }
  }

  /// Rids the table of slots that were given up, where they are many.
  mutating func compact() {
    if filled &- count > mask / 4 { resize(count > 50_000 ? count &* 2 : count &* 4) }
  }

  /// Takes over all keys of another table, when this one is empty; false when it is not.
  mutating func fill(from other: borrowing SetTable) -> Bool {
    guard filled == 0 else { return false }
    if mask == other.mask && other.filled == other.count {
      slots = other.slots.copies()
      count = other.count
      filled = other.count
      version &+= 1
      return true
    }
    if slots.isEmpty { slots = List.free(SetTable.smallest) }
    for slot in 0..<other.slots.count where !other.slots[slot].key.isUnbound {
      let place = SetTable.freePlace(slots, other.slots[slot].hash)
      slots[place].hash = other.slots[slot].hash
      _ = slots[place].key.exchange(other.slots[slot].key.copy())
    }
    count = other.count
    filled = other.count
    version &+= 1
    return true
  }

  /// Exchanges the keys of two tables; where `pop` goes on stays.
  mutating func exchangeKeys(_ other: inout SetTable) {
    swap(&self, &other)
    swap(&finger, &other.finger)
  }

  private mutating func resize(_ least: Int) {
    var size = SetTable.smallest
    while size <= least { size &*= 2 }
    if size == SetTable.smallest && slots.count <= size && filled == count { return }
    // Where memory has come to its end, the table fills up further than it should until the program knows.
    if filled &+ 2 < slots.count, !BlockPool.mayTake(size &* MemoryLayout<Slot>.stride) { return }
    var larger = List.free(size)
    for slot in 0..<slots.count where !slots[slot].key.isUnbound {
      let place = SetTable.freePlace(larger, slots[slot].hash)
      larger[place].hash = slots[slot].hash
      _ = larger[place].key.exchange(slots[slot].key.exchange(.unbound))
    }
    slots = larger
    filled = count
    version &+= 1
  }

  private static func freePlace(_ slots: borrowing List<Slot>, _ hash: Int) -> Int {
    let mask = slots.count &- 1
    var state = ProbeState(hash, mask)
    while !slots[state.slot].key.isUnbound { state.next(mask) }
    return state.slot
  }

  /// CPython's hash of a frozenset.
  borrowing func frozenHash() -> Int {
    var hash: UInt = 0
    for slot in 0..<slots.count where !slots[slot].key.isUnbound {
      let bits = UInt(bitPattern: slots[slot].hash)
      hash ^= (bits ^ 89_869_747 ^ (bits << 16)) &* 3_644_798_167
    }
    hash ^= UInt(count &+ 1) &* 1_927_868_237
    hash ^= (hash >> 11) ^ (hash >> 25)
    hash = hash &* 69_069 &+ 907_133_923
    return hash == .max ? 590_923_713 : Int(bitPattern: hash)
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    slots.visitKeys(&visitor)
  }
}

extension SetTable {
  /// Whether the other table has all keys; nil where a key's methods would have to be asked.
  borrowing func isPlainSubset(of other: borrowing SetTable) -> Bool? {
    if count > other.count { return false }
    var slot = 0
    while slot < slots.count {
      if !slots[slot].key.isUnbound {
        // Sets of sets might be of any depth.
        if slots[slot].key.exactSet != nil { return nil }
        let place = other.quickSlot(slots[slot].key, slots[slot].hash)
        if place == SetTable.unknown { return nil }
        if place < 0 { return false }
      }
      slot &+= 1
    }
    return true
  }
}
