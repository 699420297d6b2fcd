// `groupby` and `tee`: iterators that share what they come from.

/// What a `groupby` and its groups share: the iterator and the key function, the item and key that come next.
final class GroupStatePayload: IteratorPayload {
  fileprivate var currentKey = Value.unbound
  fileprivate var currentItem = Value.unbound
  fileprivate var targetKey = Value.unbound
  /// The number of the group that is in progress: an older group has no items any more.
  fileprivate var group = 0
  override var isIterator: Bool { false }

  override func traverse(_ visitor: inout Visitor) {
    super.traverse(&visitor)
    visitor.visit(currentKey)
    visitor.visit(currentItem)
    visitor.visit(targetKey)
  }
  override func clear() {
    super.clear()
    currentKey = .unbound
    currentItem = .unbound
    targetKey = .unbound
  }

  /// Takes the next item and its key; false at the end.
  fileprivate func step(_ context: Context) throws(Fault) -> Bool {
    guard let item = try item(context) else { return false }
    let function = value(1)
    let key = function.isNone ? item.copy() : try context.call(function, item.copy())
    currentItem = item
    currentKey = key
    return true
  }

  /// Goes on to the first item of the next group; false at the end.
  fileprivate func advance(_ context: Context) throws(Fault) -> Bool {
    group += 1
    while true {
      if !currentKey.isUnbound {
        if targetKey.isUnbound { break }
        let target = targetKey.copy()
        let current = currentKey.copy()
        if !(try context.sameOrEqual(target, current)) { break }
        try context.checkInterrupt()
      }
      if !(try step(context)) { return false }
    }
    targetKey = currentKey.copy()
    return true
  }
}

/// `groupby`, or one of its groups: the shared state; a group also has its key.
final class GroupByPayload: IteratorPayload {
  private let group: Int
  /// A `groupby`.
  init(iteratorAndKey: consuming ValueList) {
    group = -1
    var values = ValueList(capacity: 1)
    values.append(.native(Ref(NativeObject(.groupState, GroupStatePayload(iteratorAndKey)))))
    super.init(values)
  }
  private init(_ state: consuming Value, key: consuming Value, group: Int) {
    self.group = group
    var values = ValueList(capacity: 2)
    values.append(state)
    values.append(key)
    super.init(values)
  }

  override func next(_ context: Context) throws(Fault) -> Value? {
    let owner = value(0)
    guard let state = owner.nativePayload(GroupStatePayload.self) else { return nil }
    if group >= 0 { return try item(of: state, context) }
    if !(try state.advance(context)) { return nil }
    let payload = GroupByPayload(owner.copy(), key: state.currentKey.copy(), group: state.group)
    return .some(.tuple(state.currentKey.copy(), .native(Ref(NativeObject(.grouper, payload)))))
  }

  private func item(of state: GroupStatePayload, _ context: Context) throws(Fault) -> Value? {
    if state.group != group { return nil }
    if state.currentItem.isUnbound {
      if !(try state.step(context)) { return nil }
    }
    let own = value(1)
    let current = state.currentKey.copy()
    if !(try context.sameOrEqual(own, current)) { return nil }
    if state.currentItem.isUnbound { return nil }
    return state.currentItem.exchange(.unbound)
  }
}

/// A piece of what a `tee`'s iterator has given: an object that its readers share.
final class TeeDataPayload: NativePayload {
  static let capacity = 64
  fileprivate var items = ValueList()
  fileprivate var iterator: Value
  fileprivate var following = Value.unbound
  private var isRunning = false
  init(_ iterator: consuming Value) { self.iterator = iterator }
  override func traverse(_ visitor: inout Visitor) {
    visitor.visit(items)
    visitor.visit(iterator)
    visitor.visit(following)
  }
  override func clear() {
    items.removeAll()
    iterator = .unbound
    following = .unbound
  }

  /// The item at a place up to the end of what is known.
  fileprivate func item(_ index: Int, _ context: Context) throws(Fault) -> Value? {
    if index < items.count { return items[index].copy() }
    if isRunning { throw Fault(.runtimeError, "cannot re-enter the tee iterator") }
    let source = iterator.copy()
    isRunning = true
    defer { isRunning = false }
    guard let item = try context.advance(source) else { return nil }
    items.append(item.copy())
    return item
  }

  /// The piece behind this one.
  fileprivate func next() -> Value {
    if following.isUnbound { following = .native(Ref(NativeObject(.teeData, TeeDataPayload(iterator.copy())))) }
    return following.copy()
  }
}

/// One of the iterators of a `tee`: the piece that it reads, and its place there.
final class TeePayload: NativePayload {
  private var data: Value
  private var place = 0
  init(_ data: consuming Value) { self.data = data }
  override var isIterator: Bool { true }
  override func traverse(_ visitor: inout Visitor) { visitor.visit(data) }
  override func clear() { data = .unbound }

  override func next(_ context: Context) throws(Fault) -> Value? {
    var piece = data.copy()
    if place == TeeDataPayload.capacity, let payload = piece.nativePayload(TeeDataPayload.self) {
      piece = payload.next()
      data = piece.copy()
      place = 0
    }
    guard let payload = piece.nativePayload(TeeDataPayload.self) else { return nil }
    guard let item = try payload.item(place, context) else { return nil }
    place += 1
    return item
  }

  /// Another reader at the same place.
  func split() -> Value {
    let other = TeePayload(data.copy())
    other.place = place
    return .native(Ref(NativeObject(.tee, other)))
  }
}
