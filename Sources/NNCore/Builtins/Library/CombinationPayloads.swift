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
    if isDone { return nil }
    if !hasStarted {
      hasStarted = true
    } else if !advance() {
      isDone = true
      last = .unbound
      return nil
    }
    return selected()
  }

  /// Goes on to the next choice; false behind the last.
  fileprivate func advance() -> Bool { false }

  /// Where in the pool the item of a place stands.
  fileprivate func index(_ place: Int) -> Int { places[place] }

  private func selected() -> Value {
    if let tuple = reusedTuple() {
      for place in places.indices { tuple.value.items[place] = pool[index(place)].copy() }
      return .tuple(tuple.owned())
    }
    var items = ValueList(capacity: places.count)
    for place in places.indices { items.append(pool[index(place)].copy()) }
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
  private let counts: [Int]
  init(_ pool: consuming ValueList, starts: [Int], counts: [Int]) {
    self.starts = starts
    self.counts = counts
    super.init(pool, counts.map { _ in 0 }, isDone: counts.contains(0))
  }

  override fileprivate func index(_ place: Int) -> Int { starts[place] + places[place] }

  override fileprivate func advance() -> Bool {
    var place = places.count - 1
    while place >= 0 {
      places[place] += 1
      if places[place] < counts[place] { return true }
      places[place] = 0
      place -= 1
    }
    return false
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

  override fileprivate func advance() -> Bool {
    var place = places.count - 1
    while place >= 0 {
      cycles[place] -= 1
      if cycles[place] > 0 {
        order.swapAt(place, order.count - cycles[place])
        for index in place..<places.count { places[index] = order[index] }
        return true
      }
      let moved = order.remove(at: place)
      order.append(moved)
      cycles[place] = order.count - place
      place -= 1
    }
    return false
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

  override fileprivate func advance() -> Bool {
    let count = pool.count
    let length = places.count
    var place = length - 1
    while place >= 0, places[place] == (repeats ? count - 1 : place + count - length) { place -= 1 }
    if place < 0 { return false }
    let first = places[place] + 1
    for offset in place..<length { places[offset] = repeats ? first : first + offset - place }
    return true
  }
}
