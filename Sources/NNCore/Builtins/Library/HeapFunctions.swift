extension Builtin {
  /// The native modules behind `heapq` and `bisect`.
  static let heapFunctions: [Builtin] = [
    heap("heappush(heap, item, /)", "Adds an item to a heap.", "h = [1, 3]; heapq.heappush(h, 2); h  # [1, 3, 2]") {
      (context, list, arguments) throws(Fault) in
      list.value.items.append(arguments[1].copy())
      try HeapOrder(context, list, isReversed: false).siftDown(0, list.value.items.count - 1)
      return .nothing
    },
    heap("heappop(heap, /)", "Removes the smallest item and returns it.", "heapq.heappop([1, 3])  # 1") {
      (context, list, _) throws(Fault) in
      try HeapOrder(context, list, isReversed: false).pop()
    },
    heap("heapify(heap, /)", "Makes a list a heap.", "h = [3, 1, 2]; heapq.heapify(h); h  # [1, 3, 2]") {
      (context, list, _) throws(Fault) in
      try HeapOrder(context, list, isReversed: false).build()
      return .nothing
    },
    heap("heapreplace(heap, item, /)", "Pops the smallest item, then adds one.", "heapq.heapreplace([1, 3], 5)  # 1") {
      (context, list, arguments) throws(Fault) in
      try HeapOrder(context, list, isReversed: false).replace(arguments[1])
    },
    heap("heappushpop(heap, item, /)", "Adds an item, then pops the smallest.", "heapq.heappushpop([1, 3], 0)  # 0") {
      (context, list, arguments) throws(Fault) in
      if list.value.items.isEmpty { return arguments[1].copy() }
      let top = list.value.items[0].copy()
      if !(try context.isLess(top, arguments[1])) { return arguments[1].copy() }
      return try HeapOrder(context, list, isReversed: false).replace(arguments[1])
    },
    heap("_heapify_max(heap, /)", "Makes a list a heap with the largest item first.", "") {
      (context, list, _) throws(Fault) in
      try HeapOrder(context, list, isReversed: true).build()
      return .nothing
    },
    heap("_heappop_max(heap, /)", "Removes the largest item and returns it.", "") { (context, list, _) throws(Fault) in
      try HeapOrder(context, list, isReversed: true).pop()
    },
    heap("_heapreplace_max(heap, item, /)", "Pops the largest item, then adds one.", "") {
      (context, list, arguments) throws(Fault) in
      try HeapOrder(context, list, isReversed: true).replace(arguments[1])
    },
  ]

  private static func heap(
    _ declaration: String, _ documentation: String, _ example: String,
    _ body: @escaping (Context, Unowned<ListObject>, Registers) throws(Fault) -> Value
  ) -> Builtin {
    Builtin("_heapq." + declaration, documentation, example: example.isEmpty ? "" : "import heapq; " + example) {
      (context, arguments) throws(Fault) in
      guard let list = arguments[0].asList ?? arguments[0].payloadList else {
        let name = declaration.prefix { $0 != "(" }
        throw Fault(
          .typeError, "\(name)() argument\(name == "heapify" ? "" : " 1") must be list, not \(arguments[0].typeName)")
      }
      return try body(context, list, arguments)
    }
  }
}

extension Value {
  /// The list that an instance of a class of the program extends.
  fileprivate var payloadList: Unowned<ListObject>? {
    borrowing get { asInstance.flatMap { $0.value.payload.asList } }
  }
}

/// The order of a heap: comparisons may run the program, which may change the list.
private struct HeapOrder {
  let context: Context
  let list: Unowned<ListObject>
  let isReversed: Bool

  init(_ context: Context, _ list: Unowned<ListObject>, isReversed: Bool) {
    self.context = context
    self.list = list
    self.isReversed = isReversed
  }

  private func isBefore(_ a: Int, _ b: Int) throws(Fault) -> Bool {
    let count = list.value.items.count
    guard a < count, b < count else { throw HeapOrder.changed }
    if let x = list.value.items[a].asInt, let y = list.value.items[b].asInt { return isReversed ? y < x : x < y }
    let x = list.value.items[a].copy()
    let y = list.value.items[b].copy()
    let answer = isReversed ? try context.isLess(y, x) : try context.isLess(x, y)
    if list.value.items.count != count { throw HeapOrder.changed }
    return answer
  }

  private static var changed: Fault { Fault(.runtimeError, "list changed size during iteration") }

  private func swapItems(_ a: Int, _ b: Int) {
    let x = list.value.items[a].exchange(.nothing)
    let y = list.value.items[b].exchange(x)
    _ = list.value.items[a].exchange(y)
  }

  /// Moves an item towards the root, up to `start`.
  func siftDown(_ start: Int, _ place: Int) throws(Fault) {
    var place = place
    while place > start {
      let parent = (place - 1) >> 1
      if !(try isBefore(place, parent)) { return }
      swapItems(place, parent)
      place = parent
    }
  }

  /// Moves an item to a leaf, always after the smaller child, and back up to its place.
  private func siftUp(_ start: Int) throws(Fault) {
    let end = list.value.items.count
    var place = start
    let limit = end >> 1
    while place < limit {
      var child = 2 * place + 1
      if child + 1 < end {
        if !(try isBefore(child, child + 1)) { child += 1 }
      }
      swapItems(place, child)
      place = child
    }
    try siftDown(start, place)
  }

  func pop() throws(Fault) -> Value {
    guard let last = list.value.items.popLast() else { throw Fault(.indexError, "index out of range") }
    if list.value.items.isEmpty { return last }
    let top = list.value.items[0].exchange(last)
    try siftUp(0)
    return top
  }

  func replace(_ item: borrowing Value) throws(Fault) -> Value {
    if list.value.items.isEmpty { throw Fault(.indexError, "index out of range") }
    let top = list.value.items[0].exchange(item.copy())
    try siftUp(0)
    return top
  }

  func build() throws(Fault) {
    var place = list.value.items.count / 2 - 1
    while place >= 0 {
      try siftUp(place)
      place -= 1
      if place & 0xFFF == 0 { try context.checkInterrupt() }
    }
  }
}

extension Context {
  /// `x < y`.
  func isLess(_ x: borrowing Value, _ y: borrowing Value) throws(Fault) -> Bool {
    if let a = x.asInt, let b = y.asInt { return a < b }
    if let a = x.asFloat, let b = y.asFloat { return a < b }
    return try truth(try compare(.less, x, y))
  }
}
