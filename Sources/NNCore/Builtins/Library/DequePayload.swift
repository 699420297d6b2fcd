/// `deque`: the items in a ring, from `head` on.
final class DequePayload: NativePayload {
  private var ring = ValueList()
  private var head = 0
  private(set) var count = 0
  /// The most items that it holds; nil without bound.
  let limit: Int?
  /// Changes with every insertion and removal: iterators see that.
  private(set) var version = 0

  init(limit: Int?) { self.limit = limit }

  override func traverse(_ visitor: inout Visitor) { visitor.visit(ring) }
  override func clear() { removeAll() }
  override var quickCount: Int? { count }

  override func quickItem(_ index: Int) -> Value? {
    let place = index < 0 ? index &+ count : index
    return place >= 0 && place < count ? item(place) : nil
  }

  private func place(_ index: Int) -> Int { (head &+ index) & (ring.count &- 1) }

  /// A copy of the item at a valid index.
  func item(_ index: Int) -> Value { ring[place(index)].copy() }

  /// The same into a register.
  @inline(__always) func copyItem(_ index: Int, to registers: Registers, _ register: Int) {
    guard let items = ring.registers else { return }
    var registers = registers
    registers.copy(register, from: items, place(index))
  }

  /// Replaces the item at a valid index; the old one is handed over.
  func exchange(_ index: Int, _ value: consuming Value) -> Value { ring[place(index)].exchange(value) }

  private func grow() {
    var larger = ValueList(capacity: max(ring.count * 2, 8))
    for index in 0..<count { larger.append(ring[place(index)].exchange(.unbound)) }
    while larger.count < max(ring.count * 2, 8) { larger.append(.unbound) }
    ring = larger
    head = 0
  }

  /// Adds an item at the right; the one that has no room any more falls out at the left.
  func append(_ value: consuming Value) throws(Fault) {
    if limit == 0 { return }
    if let limit, count >= limit { _ = popFirst() }
    if count == ring.count {
      if count >= Context.longestList { throw Fault(.memoryError, "") }
      grow()
    }
    _ = ring[place(count)].exchange(value)
    count += 1
    version &+= 1
  }

  func prepend(_ value: consuming Value) throws(Fault) {
    if limit == 0 { return }
    if let limit, count >= limit { _ = popLast() }
    if count == ring.count {
      if count >= Context.longestList { throw Fault(.memoryError, "") }
      grow()
    }
    head = (head &- 1) & (ring.count &- 1)
    _ = ring[head].exchange(value)
    count += 1
    version &+= 1
  }

  func popFirst() -> Value? {
    if count == 0 { return nil }
    let value = ring[head].exchange(.unbound)
    head = (head &+ 1) & (ring.count &- 1)
    count -= 1
    version &+= 1
    return value
  }

  func popLast() -> Value? {
    if count == 0 { return nil }
    count -= 1
    version &+= 1
    return ring[place(count)].exchange(.unbound)
  }

  func removeAll() {
    // The old items are released when the deque is empty already.
    var old = ValueList()
    swap(&old, &ring)
    (head, count) = (0, 0)
    version &+= 1
  }

  /// Copies of all items.
  func items() -> ValueList {
    var items = ValueList(capacity: count)
    for index in 0..<count { items.append(item(index)) }
    return items
  }

  /// Moves everything `steps` places to the right.
  func rotate(_ steps: Int) throws(Fault) {
    if count < 2 { return }
    let right = ((steps % count) + count) % count
    if right <= count / 2 {
      for _ in 0..<right {
        if let value = popLast() { try reinsertFirst(value) }
      }
    } else {
      for _ in 0..<count - right {
        if let value = popFirst() { try reinsertLast(value) }
      }
    }
  }

  private func reinsertFirst(_ value: consuming Value) throws(Fault) {
    head = (head &- 1) & (ring.count &- 1)
    _ = ring[head].exchange(value)
    count += 1
  }

  private func reinsertLast(_ value: consuming Value) throws(Fault) {
    _ = ring[place(count)].exchange(value)
    count += 1
  }

  func reverse() {
    var (low, high) = (0, count - 1)
    while low < high {
      let a = exchange(low, .unbound)
      let b = exchange(high, a)
      _ = exchange(low, b)
      low += 1
      high -= 1
    }
    version &+= 1
  }

  /// Removes the item at a valid index.
  func remove(at index: Int) -> Value {
    let value = exchange(index, .unbound)
    if index < count / 2 {
      for place in stride(from: index, to: 0, by: -1) {
        let moved = exchange(place - 1, .unbound)
        _ = exchange(place, moved)
      }
      _ = popFirst()
    } else {
      for place in index..<count - 1 {
        let moved = exchange(place + 1, .unbound)
        _ = exchange(place, moved)
      }
      _ = popLast()
    }
    return value
  }

  /// Inserts before a valid index.
  func insert(_ value: consuming Value, at index: Int) throws(Fault) {
    try append(.unbound)
    for place in stride(from: count - 1, to: index, by: -1) {
      let moved = exchange(place - 1, .unbound)
      _ = exchange(place, moved)
    }
    _ = exchange(index, value)
  }
}

/// An iterator over a deque, forwards or backwards.
final class DequeIteratorPayload: IteratorPayload {
  private var position = 0
  private let version: Int
  private let isReversed: Bool
  /// The same as the first of the values.
  private let deque: DequePayload
  init(_ deque: borrowing Value, _ payload: DequePayload, isReversed: Bool) {
    version = payload.version
    self.isReversed = isReversed
    self.deque = payload
    var values = ValueList(capacity: 1)
    values.append(deque.copy())
    super.init(values)
  }

  override func copyNext(to registers: Registers, _ register: Int) -> Bool? {
    guard deque.version == version, position < deque.count else { return nil }
    position &+= 1
    deque.copyItem(isReversed ? deque.count &- position : position &- 1, to: registers, register)
    return true
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    if values.isEmpty { return nil }
    guard let payload = values[0].nativePayload(DequePayload.self) else { return nil }
    if payload.version != version { throw Fault(.runtimeError, "deque mutated during iteration") }
    guard position < payload.count else {
      values.removeAll()
      return nil
    }
    position += 1
    return payload.item(isReversed ? payload.count - position : position - 1)
  }
}
