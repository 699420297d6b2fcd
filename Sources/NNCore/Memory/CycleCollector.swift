/// What `traverse` calls for every reference that an object owns.
struct Visitor {
  enum Mode { case subtract, reach }
  let mode: Mode
  var reached: [ObjectPointer] = []

  init(_ mode: Mode) { self.mode = mode }

  @inline(__always) mutating func visit<T: Object & ~Copyable>(_ reference: borrowing Ref<T>) { see(reference.object) }

  @inline(__always) mutating func see(_ object: ObjectPointer) {
    guard object.kind.isContainer else { return }
    switch mode {
    case .subtract: object.trial &-= 1
    case .reach:
      if object.mark == CycleCollector.unknown {
        object.mark = CycleCollector.alive
        reached.append(object)
      }
    }
  }
}

/// Frees reference cycles by trial deletion over the list of containers (Bacon and Rajan, "Concurrent cycle
/// collection in reference counted systems", 2001, the synchronous form). No roots are scanned: whatever holds a
/// count without being a container (registers, globals, native code) keeps its object's trial count above zero.
enum CycleCollector {
  static let unknown: UInt8 = 1
  static let alive: UInt8 = 2

  /// Frees unreachable cycles and returns how many objects they had. Called at safe points only.
  @inline(never) static func collect() -> Int {
    var object = Heap.newest
    while let current = object {
      current.trial = current.count
      current.mark = unknown
      object = current.next
    }
    var subtract = Visitor(.subtract)
    object = Heap.newest
    while let current = object {
      current.traverse(&subtract)
      object = current.next
    }
    markReachable()
    reviveUnfinished()
    var garbage: [ObjectPointer] = []
    object = Heap.newest
    while let current = object {
      if current.mark == unknown { garbage.append(current) }
      object = current.next
    }
    Heap.restoreBackwardLinks()
    for object in garbage { object.retain() }  // nothing dies before everything is cleared
    for object in garbage { object.clear() }
    for object in garbage { object.release() }
    // A growing heap then costs linear time in all.
    Heap.untilCollection = max(Heap.collectionThreshold, Heap.containers / 2)
    return garbage.count
  }

  /// What needs a finalizer is handed to the machine instead of being cleared, with all that it can reach; it is freed
  /// once it has been finished and a later collection finds it unreachable again.
  private static func reviveUnfinished() {
    var unfinished: [ObjectPointer] = []
    var object = Heap.newest
    while let current = object {
      if current.mark == unknown {
        if current.flags.contains(.isWatched) { WeakReferences.forget(current) }
        if current.needsFinalizer { unfinished.append(current) }
      }
      object = current.next
    }
    var reach = Visitor(.reach)
    // The oldest first.
    for current in unfinished.reversed() {
      current.retain()
      Heap.waitForFinalizer(current)
      current.mark = alive
      reach.reached.append(current)
    }
    while let next = reach.reached.popLast() { next.traverse(&reach) }
  }

  private static func markReachable() {
    var reach = Visitor(.reach)
    var object = Heap.newest
    while let current = object {
      if current.mark == unknown && current.trial > 0 {
        current.mark = alive
        reach.reached.append(current)
        while let next = reach.reached.popLast() { next.traverse(&reach) }
      }
      object = current.next
    }
  }
}
