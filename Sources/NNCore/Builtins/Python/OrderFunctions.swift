extension Builtin {
  static let orderFunctions: [Builtin] = [.sorted, .listSort]

  static let sorted = Builtin(
    "sorted(iterable, /, *, key=None, reverse=False)",
    "A new list of the items in ascending order; equal ones keep their order.",
    example: "sorted([3, 1, 2], reverse=True)  # [3, 2, 1]"
  ) { (context, arguments) throws(Fault) in
    var items = try context.items(arguments[0])
    if arguments[1].isNone, let isReversed = arguments[2].asBool, items.sortIntegers(isReversed: isReversed) {
      return .list(items)
    }
    let order = try context.order(items, key: arguments[1], isReversed: try context.integer(arguments[2]) != 0)
    items.reorder(order)
    return .list(items)
  }

  static let listSort = method(
    "list.sort(self, /, *, key=None, reverse=False)", "Sorts the list in place; equal items keep their order.",
    example: "x = [2, 1]; x.sort()", on: { $0.asList }
  ) { (context, list, arguments) throws(Fault) in
    let isReversed = try context.integer(arguments[2]) != 0
    // Meanwhile the list is empty: what the program puts into it is lost, and told.
    var items = ValueList()
    if arguments[1].isNone, list.value.items.sortIntegers(isReversed: isReversed) { return .nothing }
    swap(&items, &list.value.items)
    let order: [Int]
    do throws(Fault) {
      order = try context.order(items, key: arguments[1], isReversed: isReversed)
    } catch {
      swap(&items, &list.value.items)
      throw error
    }
    items.reorder(order)
    swap(&items, &list.value.items)
    if !items.isEmpty { throw Fault(.valueError, "list modified during sort") }
    return .nothing
  }
}

extension ValueList {
  /// Sorts the items where they are small integers all; false, and nothing is done, where they are not. There are few
  /// enough of them that nobody waits long.
  fileprivate mutating func sortIntegers(isReversed: Bool) -> Bool {
    guard count <= 100_000 else { return false }
    if count <= 16 { return insertIntegers(isReversed: isReversed) }
    var numbers: [Int] = []
    numbers.reserveCapacity(count)
    for index in 0..<count {
      guard let number = self[index].asInt else { return false }
      numbers.append(number)
    }
    if isReversed { numbers.sort(by: >) } else { numbers.sort() }
    for index in 0..<count { _ = self[index].exchange(.int(numbers[index])) }
    return true
  }

  /// The same of a few, by insertion.
  private mutating func insertIntegers(isReversed: Bool) -> Bool {
    guard var items = registers else { return true }
    var index = 0
    while index < count {
      if items[index].asInt == nil { return false }
      index &+= 1
    }
    index = 1
    while index < count {
      let number = items[index].asInt ?? 0
      var place = index
      while place > 0, let before = items[place &- 1].asInt, isReversed ? before < number : number < before {
        items.setPlain(place, .int(before))
        place &-= 1
      }
      items.setPlain(place, .int(number))
      index &+= 1
    }
    return true
  }

  /// The order that sorts a few keys which are ints, floats or strings; nil for others, and nothing is called for it.
  fileprivate borrowing func shortOrder(isReversed: Bool) -> [Int]? {
    guard count <= 12, let keys = registers else { return nil }
    var order: [Int] = []
    order.reserveCapacity(count)
    for index in 0..<count {
      let isPlain = keys[index].asInt != nil || keys[index].exactString != nil || keys[index].asFloat?.isNaN == false
      if !isPlain { return nil }
      order.append(index)
      var place = index
      while place > 0 {
        let before = order[place - 1]
        let isBefore =
          isReversed
          ? keys[before].quickComparison(.less, keys[index]) : keys[index].quickComparison(.less, keys[before])
        guard let isBefore else { return nil }
        if !isBefore { break }
        order[place] = before
        place -= 1
      }
      order[place] = index
    }
    return order
  }
}

extension Context {
  /// The order that sorts the items, by their keys where there is a key function. It is found on indices, so that an
  /// exception in a key or a comparison leaves everything as it was.
  func order(_ items: borrowing ValueList, key: borrowing Value, isReversed: Bool) throws(Fault) -> [Int] {
    if key.isNone { return try order(items, isReversed: isReversed) }
    var keys = ValueList(capacity: items.count)
    let place = key.asNative?.value.payload.itemIndex ?? -1
    for index in 0..<items.count {
      if place >= 0, let tuple = items[index].exactTuple, place < tuple.value.items.count {
        keys.append(tuple.value.items[place].copy())
        continue
      }
      keys.append(try applied(key, to: items[index]))
      if index & 0xFFF == 0 { try checkInterrupt() }
    }
    return try order(keys, isReversed: isReversed)
  }

  /// The order that sorts the keys.
  private func order(_ keys: borrowing ValueList, isReversed: Bool) throws(Fault) -> [Int] {
    if let order = keys.shortOrder(isReversed: isReversed) { return order }
    if var ranked = SortKey.ranked(keys) {
      if isReversed { ranked.reverse() }
      if SortKey.areDecided(keys), ranked.count <= 100_000 {
        // Places break ties, so this need not be a stable sort; the reversed order has the larger ones first.
        let sign = isReversed ? -1 : 1
        ranked.sort { $0.rank < $1.rank || $0.rank == $1.rank && $0.index * sign < $1.index * sign }
      } else if SortKey.areDecided(keys) {
        try sort(&ranked) { (a, b) throws(Fault) in a.rank < b.rank }
      } else {
        try sort(&ranked) { (a, b) throws(Fault) in
          if a.rank != b.rank { return a.rank < b.rank }
          if a.second != b.second { return a.second < b.second }
          if let isLess = keys[a.index].quickComparison(.less, keys[b.index]) { return isLess }
          return try truth(try compare(.less, keys[a.index], keys[b.index]))
        }
      }
      var order = ranked.map(\.index)
      if isReversed { order.reverse() }
      return order
    }
    var order = Array(0..<keys.count)
    if isReversed { order.reverse() }
    try sort(&order) { (a, b) throws(Fault) in try truth(try compare(.less, keys[a], keys[b])) }
    if isReversed { order.reverse() }
    return order
  }

  /// Sorts stably, asking as CPython's list sort does: an initial run, then binary insertion; long lists are merged
  /// from such pieces.
  @inline(__always) private func sort<Item>(
    _ order: inout [Item], _ isLess: (Item, Item) throws(Fault) -> Bool
  ) throws(Fault) {
    let piece = MergeSort.pieceLength(order.count)
    var start = 0
    while start < order.count {
      try MergeSort.sortPiece(&order, start, min(start + piece, order.count), isLess)
      start += piece
      try checkInterrupt()
    }
    var width = piece
    var spare = order
    while width < order.count {
      start = 0
      while start < order.count {
        let middle = min(start + width, order.count)
        try MergeSort.merge(order, start, middle, min(middle + width, order.count), into: &spare, isLess)
        start += 2 * width
        try checkInterrupt()
      }
      swap(&order, &spare)
      width *= 2
    }
  }
}

/// The steps of a stable merge sort of indices.
private enum MergeSort {
  /// The length of the pieces that are sorted by insertion: all below 64, else 32 to 64 so that they merge evenly.
  static func pieceLength(_ count: Int) -> Int {
    var (length, rest) = (count, 0)
    while length >= 64 {
      rest |= length & 1
      length >>= 1
    }
    return max(length + rest, 1)
  }

  /// Sorts `start..<end`: the ascending or strictly descending run that it begins with, then binary insertion.
  @inline(__always) static func sortPiece<Item>(
    _ order: inout [Item], _ start: Int, _ end: Int, _ isLess: (Item, Item) throws(Fault) -> Bool
  ) throws(Fault) {
    var run = start + 1
    if run < end {
      let isDescending = try isLess(order[run], order[start])
      run += 1
      while run < end, try isLess(order[run], order[run - 1]) == isDescending { run += 1 }
      if isDescending { order[start..<run].reverse() }
    }
    while run < end {
      let pivot = order[run]
      var (low, high) = (start, run)
      while low < high {
        let middle = (low + high) / 2
        if try isLess(pivot, order[middle]) { high = middle } else { low = middle + 1 }
      }
      var place = run
      while place > low {
        order[place] = order[place - 1]
        place -= 1
      }
      order[low] = pivot
      run += 1
    }
  }

  @inline(__always) static func merge<Item>(
    _ order: [Item], _ start: Int, _ middle: Int, _ end: Int, into spare: inout [Item],
    _ isLess: (Item, Item) throws(Fault) -> Bool
  ) throws(Fault) {
    var (left, right, place) = (start, middle, start)
    // Two pieces that are in order already are only copied.
    var isInOrder = true
    if middle < end { isInOrder = try !isLess(order[middle], order[middle - 1]) }
    if isInOrder {
      for index in start..<end { spare[index] = order[index] }
      return
    }
    while left < middle && right < end {
      let takesRight = try isLess(order[right], order[left])
      spare[place] = takesRight ? order[right] : order[left]
      if takesRight { right += 1 } else { left += 1 }
      place += 1
    }
    for index in left..<max(middle, left) {
      spare[place] = order[index]
      place += 1
    }
    for index in right..<max(end, right) {
      spare[place] = order[index]
      place += 1
    }
  }
}
