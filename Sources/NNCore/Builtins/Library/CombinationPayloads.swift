// The combinatoric iterators of `itertools`: places in pools of items, and tuples of what stands there.

/// An iterator over tuples that are chosen by indices.
class SelectionPayload: NativePayload {
  fileprivate var pool: ValueList
  fileprivate var places: [Int]
  fileprivate var isDone: Bool
  private var hasStarted = false
  /// The last tuple: made anew only where somebody still holds it.
  private var last = Value.unbound

  init(_ pool: consuming ValueList, _ places: [Int], isDone: Bool) {
    self.pool = pool
    self.places = places
    self.isDone = isDone
  }
  override var isIterator: Bool { true }
  override func traverse(_ visitor: inout Visitor) {
    visitor.visit(pool)
    visitor.visit(last)
  }
  override func clear() {
    pool.removeAll()
    last = .unbound
    isDone = true
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    guard let changed = step() else { return nil }
    return selected(from: changed)
  }

  override func copyNext(to registers: Registers, _ register: Int) -> Bool? {
    guard let changed = step() else { return false }
    var registers = registers
    // The last tuple may be filled anew only when the loop's variable does not hold it any more.
    if registers[register].asTuple != nil { registers.set(register, .nothing) }
    registers.set(register, selected(from: changed))
    return true
  }

  /// Goes on; the first of the tuple's places that has changed, nil behind the last choice.
  private func step() -> Int? {
    if isDone { return nil }
    if !hasStarted {
      hasStarted = true
      return 0
    }
    if let changed = advance() { return changed }
    isDone = true
    last = .unbound
    return nil
  }

  /// Goes on to the next choice: the first place of it that is another one; nil behind the last.
  fileprivate func advance() -> Int? { nil }

  /// The tuple of the choice, of which nothing before `changed` is new.
  private func selected(from changed: Int) -> Value {
    if let tuple = reusedTuple(), let items = pool.registers, var target = tuple.value.items.registers {
      for place in changed..<places.count { target.copy(place, from: items, places[place]) }
      return .tuple(tuple.owned())
    }
    var items = ValueList(capacity: places.count)
    for place in places { items.append(pool[place].copy()) }
    last = .tuple(items)
    return last.copy()
  }

  /// The last tuple, where nobody else holds it any more.
  private func reusedTuple() -> Unowned<TupleObject>? {
    switch last {
    case .tuple(let tuple) where tuple.isUnique: tuple.unowned
    default: nil
    }
  }
}

/// `product`: the pools one after the other.
final class ProductPayload: SelectionPayload {
  private let starts: [Int]
  private let ends: [Int]
  init(_ pool: consuming ValueList, starts: [Int], counts: [Int]) {
    self.starts = starts
    ends = Swift.zip(starts, counts).map { $0 + $1 }
    super.init(pool, starts, isDone: counts.contains(0))
  }

  override fileprivate func advance() -> Int? {
    var place = places.count - 1
    while place >= 0 {
      places[place] += 1
      if places[place] < ends[place] { return place }
      places[place] = starts[place]
      place -= 1
    }
    return nil
  }
}

/// `permutations` of `length` items.
final class PermutationPayload: SelectionPayload {
  private var order: [Int]
  private var cycles: [Int]
  init(_ pool: consuming ValueList, length: Int) {
    let count = pool.count
    order = Array(0..<count)
    cycles = length > count ? [] : Array(stride(from: count, to: count - length, by: -1))
    super.init(pool, length > count ? [] : Array(0..<length), isDone: length > count)
  }

  override fileprivate func advance() -> Int? {
    var place = places.count - 1
    while place >= 0 {
      cycles[place] -= 1
      if cycles[place] > 0 {
        order.swapAt(place, order.count - cycles[place])
        for index in place..<places.count { places[index] = order[index] }
        return place
      }
      let moved = order.remove(at: place)
      order.append(moved)
      cycles[place] = order.count - place
      place -= 1
    }
    return nil
  }
}

/// `combinations` and `combinations_with_replacement` of `length` items.
final class CombinationPayload: SelectionPayload {
  private let repeats: Bool
  init(_ pool: consuming ValueList, length: Int, repeats: Bool) {
    self.repeats = repeats
    let isEmpty = repeats ? pool.count == 0 && length > 0 : length > pool.count
    super.init(pool, isEmpty ? [] : repeats ? (0..<length).map { _ in 0 } : Array(0..<length), isDone: isEmpty)
  }

  override fileprivate func advance() -> Int? {
    let count = pool.count
    let length = places.count
    var place = length - 1
    while place >= 0, places[place] == (repeats ? count - 1 : place + count - length) { place -= 1 }
    if place < 0 { return nil }
    let first = places[place] + 1
    for offset in place..<length { places[offset] = repeats ? first : first + offset - place }
    return place
  }
}
