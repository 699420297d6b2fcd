extension Builtin {
  static let orderFunctions: [Builtin] = [.sorted, .listSort]

  static let sorted = Builtin(
    "sorted(iterable, /, *, key=None, reverse=False)",
    "A new list of the items in ascending order; equal ones keep their order.",
    example: "sorted([3, 1, 2], reverse=True)  # [3, 2, 1]"
  ) { (context, arguments) throws(Fault) in
    var items = try context.items(arguments[0])
    if arguments[1].isNone, let flag = arguments[2].asBool, items.sortIntegers(isReversed: flag) { return .list(items) }
    let order = try context.order(items, key: arguments[1], isReversed: try context.integer(arguments[2]) != 0)
    return .list(items.picked(order))
  }

  static let listSort = method(
    "list.sort(self, /, *, key=None, reverse=False)", "Sorts the list in place; equal items keep their order.",
    example: "x = [2, 1]; x.sort()", on: { $0.asList }
  ) { (context, list, arguments) throws(Fault) in
    let isReversed = try context.integer(arguments[2]) != 0
    if arguments[1].isNone, list.value.items.sortIntegers(isReversed: isReversed) { return .nothing }
    // Meanwhile the list is empty: what the program puts into it is lost, and told.
    var items = ValueList()
    swap(&items, &list.value.items)
    let order: [Int]
    do throws(Fault) {
      order = try context.order(items, key: arguments[1], isReversed: isReversed)
    } catch {
      swap(&items, &list.value.items)
      throw error
    }
    var sorted = items.picked(order)
    swap(&sorted, &list.value.items)
    if !sorted.isEmpty { throw Fault(.valueError, "list modified during sort") }
    return .nothing
  }
}

extension ValueList {
  /// Sorts small integers; false, with everything as it was, where there is anything else.
  mutating func sortIntegers(isReversed: Bool) -> Bool {
    if count == 0 { return true }
    guard var values = registers else { return false }
    for index in 0..<count where values[index].asInt == nil { return false }
    if count <= 24 {
      for index in 1..<count {
        guard let value = values[index].asInt else { break }
        var place = index
        while place > 0, let before = values[place &- 1].asInt, isReversed ? before < value : before > value {
          values.setPlain(place, .int(before))
          place &-= 1
        }
        values.setPlain(place, .int(value))
      }
      return true
    }
    var integers: [Int] = []
    integers.reserveCapacity(count)
    for index in 0..<count { integers.append(values[index].asInt ?? 0) }
    integers.sort()
    if isReversed { integers.reverse() }
    for index in 0..<count { values.setPlain(index, .int(integers[index])) }
    return true
  }

  /// Copies of the elements at valid indices, in that order.
  borrowing func picked(_ order: [Int]) -> ValueList {
    var result = ValueList(capacity: order.count)
    for index in order { result.append(self[index].copy()) }
    return result
  }
}

extension Context {
  /// The order that sorts the items, by their keys where there is a key function. It is found on indices, so that an
  /// exception in a key or a comparison leaves everything as it was.
  func order(_ items: borrowing ValueList, key: borrowing Value, isReversed: Bool) throws(Fault) -> [Int] {
    var keys = ValueList(capacity: items.count)
    for index in 0..<items.count {
      keys.append(try applied(key, to: items[index]))
      if index & 0xFFF == 0 { try checkInterrupt() }
    }
    var order = Array(0..<items.count)
    if isReversed { order.reverse() }
    if Context.areStrings(keys) {
      try sort(&order) { (a, b) throws(Fault) in
        guard let x = keys[a].asString, let y = keys[b].asString else { return false }
        return x.value.order(y.value) < 0
      }
    } else if let plain = Context.plainKeys(keys) {
      try sort(&order) { (a, b) throws(Fault) in plain[a] < plain[b] }
    } else {
      try sort(&order) { (a, b) throws(Fault) in try truth(try compare(.less, keys[a], keys[b])) }
    }
    if isReversed { order.reverse() }
    return order
  }

  private static func areStrings(_ keys: borrowing ValueList) -> Bool {
    for index in 0..<keys.count where keys[index].asString == nil { return false }
    return true
  }

  /// The keys as doubles where all are floats or small integers.
  private static func plainKeys(_ keys: borrowing ValueList) -> [Double]? {
    var plain: [Double] = []
    plain.reserveCapacity(keys.count)
    for index in 0..<keys.count {
      if let float = keys[index].asFloat {
        plain.append(float)
      } else if let integer = keys[index].asInt, integer.magnitude <= 1 << 53 {
        plain.append(Double(integer))
      } else {
        return nil
      }
    }
    return plain
  }

  /// Sorts stably, asking as CPython's list sort does: an initial run, then binary insertion; long lists are merged
  /// from such pieces.
  private func sort(_ order: inout [Int], _ isLess: (Int, Int) throws(Fault) -> Bool) throws(Fault) {
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
  static func sortPiece(
    _ order: inout [Int], _ start: Int, _ end: Int, _ isLess: (Int, Int) throws(Fault) -> Bool
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

  static func merge(
    _ order: [Int], _ start: Int, _ middle: Int, _ end: Int, into spare: inout [Int],
    _ isLess: (Int, Int) throws(Fault) -> Bool
  ) throws(Fault) {
    var (left, right, place) = (start, middle, start)
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
