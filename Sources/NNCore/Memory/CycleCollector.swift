/// What `traverse` calls for every reference that an object owns.
struct Visitor: ~Copyable {
  enum Mode { case subtract, reach }
  let mode: Mode
  /// Whether something was seen that may be part of a cycle.
  var hasSeenContainer = false
  /// Whether something was seen that is looked through now, and may lead back.
  var hasSeenPart = false
  var reached = List<ObjectPointer>()

  init(_ mode: Mode) { self.mode = mode }

  @inline(__always) mutating func visit<T: Object & ~Copyable>(_ reference: borrowing Ref<T>) { see(reference.object) }

  /// Objects of older generations than those looked through keep the mark of theirs.
  @inline(__always) mutating func see(_ object: ObjectPointer) {
    guard object.kind.isContainer else { return }
    if mode == .subtract {
      hasSeenContainer = true
      if object.mark == CycleCollector.unknown {
        object.trial &-= 1
        hasSeenPart = true
      } else if CycleCollector.takesPart(object) {
        hasSeenPart = true
        object.trial = object.count &- 1
        object.mark = CycleCollector.unknown
      }
    } else if object.mark == CycleCollector.unknown {
      object.mark = CycleCollector.alive
      reached.append(object)
    }
  }
}

/// Frees reference cycles by trial deletion over containers (Bacon and Rajan, "Concurrent cycle collection in reference
/// counted systems", 2001, the synchronous form), most often only over those made since the last time: any subset will
/// do. No roots are scanned: whatever holds a count without being one of them (registers, globals, native code, older
/// containers) keeps its object's trial count above zero.
enum CycleCollector {
  static let unknown: UInt8 = 1
  static let alive: UInt8 = 2
  /// A tuple without containers: it never needs to be looked at again.
  static let harmless: UInt8 = 3
  /// What holds nothing that is looked through now.
  static let spared: UInt8 = 6
  /// The containers of the youngest generation have no mark, those of older ones 4 and 5: the last that takes part.
  private static var lastMark: UInt8 = 3

  /// Whether an object without a mark of this collection is of the generations looked through.
  @inline(__always) static func takesPart(_ object: ObjectPointer) -> Bool {
    let mark = object.mark
    return mark == 0 || mark > harmless && mark <= lastMark
  }

  /// How often a generation is looked through before the next older one is.
  private static let patience = 8
  private static var youngCollections = 0
  private static var middleCollections = 0
  /// How many containers the last full collection left, and how many have become old since then.
  private static var oldCount = 0
  private static var pendingCount = 0
  /// All containers that are looked through, in the order of the ring: a list is gone through faster than links.
  private static var containers = List<ObjectPointer>()
  private static var garbage = List<ObjectPointer>()

  /// Looks through the youngest generation, and through older ones when it is time. Called at safe points only.
  @inline(never) static func collectSome() {
    youngCollections += 1
    sparesLeaves = true
    if youngCollections <= patience {
      _ = collect(0)
    } else {
      middleCollections += 1
      let isFull = middleCollections > patience && pendingCount > oldCount / 2
      _ = collect(isFull ? 2 : 1)
    }
    sparesLeaves = false
  }

  /// Whether what holds nothing that is looked through is left to the counts: it is in no cycle, and goes when what holds
  /// it does. A program that asks for a collection is told of these as well.
  private static var sparesLeaves = false
  private static var sparedCount = 0

  private static func isSpared(_ object: ObjectPointer) -> Bool {
    sparesLeaves && object.flags.isEmpty && !object.needsFinalizer
  }

  /// Frees the unreachable cycles among the containers of a generation and all younger ones, and returns how many
  /// objects they had. What is left becomes older.
  @inline(never) static func collect(_ generation: Int = Heap.generations - 1) -> Int {
    for younger in 0..<generation { Heap.merge(younger, into: generation) }
    lastMark = harmless &+ UInt8(truncatingIfNeeded: generation)
    let settled = min(lastMark &+ 1, harmless &+ 2)
    sparedCount = 0
    subtract(generation)
    let seen = containers.count
    markReachable()
    var needsCare = false
    Heap.restore(generation, containers, settled) { (object) in
      garbage.append(object)
      object.retain()  // nothing dies before everything is ended
      if object.kind.mayNeedFinalizer || !object.flags.isEmpty { needsCare = true }
    }
    containers.removeAll()
    if needsCare { reviveUnfinished(generation, settled) }
    let freed = garbage.count
    if generation < Heap.generations - 1 { Heap.merge(generation, into: generation + 1) }
    note(generation, seen - freed)
    // Each still counts as held, so that only what stands outside of the garbage is freed on the way. What has a say in
    // how it ends comes first: it may look into the others (a cache empties its dictionary).
    for index in 0..<freed {
      garbage[index].mark = settled
      if !garbage[index].kind.endsSimply { garbage[index].clear() }
    }
    for index in 0..<freed where garbage[index].kind.endsSimply { garbage[index].end() }
    // Those that may hold others still when they go come first: what they hold must be memory yet.
    for index in 0..<freed where !garbage[index].kind.endsSimply { garbage[index].release() }
    for index in 0..<freed where garbage[index].kind.endsSimply { garbage[index].free() }
    garbage.removeAll()
    Heap.untilCollection = Heap.collectionThreshold
    return freed
  }

  private static func note(_ generation: Int, _ left: Int) {
    youngCollections = generation > 0 ? 0 : youngCollections
    // They are old already.
    if generation == 0 { pendingCount += sparedCount }
    if generation == 1 { pendingCount += left }
    if generation == 2 { (middleCollections, oldCount, pendingCount) = (0, left, 0) }
  }

  /// Takes away from the trial counts what the containers hold of each other, and lists them.
  private static func subtract(_ generation: Int) {
    var visitor = Visitor(.subtract)
    var object = Heap.first(generation)
    while let current = object {
      if current.mark != unknown {
        current.trial = current.count
        current.mark = unknown
      }
      containers.append(current)
      visitor.hasSeenContainer = false
      visitor.hasSeenPart = false
      current.traverse(&visitor)
      if !visitor.hasSeenContainer && current.kind == .tuple {
        current.mark = harmless
      } else if !visitor.hasSeenPart && isSpared(current) {
        current.mark = spared
        sparedCount += 1
      }
      object = current.next(generation)
    }
  }

  /// What needs a finalizer is handed to the machine instead of being cleared, with all that it can reach; it is freed
  /// once it has been finished and a later collection finds it unreachable again.
  private static func reviveUnfinished(_ generation: Int, _ settled: UInt8) {
    var unfinished = List<ObjectPointer>()
    for index in 0..<garbage.count {
      let object = garbage[index]
      if object.kind.mayNeedFinalizer || !object.flags.isEmpty {
        if object.flags.contains(.isWatched) { WeakReferences.forget(object) }
        if object.needsFinalizer { unfinished.append(object) }
      }
    }
    if !unfinished.isEmpty { revive(unfinished, generation, settled) }
  }

  private static func revive(
    _ unfinished: borrowing List<ObjectPointer>, _ generation: Int, _ settled: UInt8
  ) {
    var reach = Visitor(.reach)
    // The oldest first.
    var index = unfinished.count
    while index > 0 {
      index -= 1
      unfinished[index].retain()
      Heap.waitForFinalizer(unfinished[index])
      unfinished[index].mark = alive
      reach.reached.append(unfinished[index])
    }
    while let next = reach.reached.popLast() { next.traverse(&reach) }
    var left = List<ObjectPointer>()
    for index in 0..<garbage.count {
      if garbage[index].mark == unknown {
        left.append(garbage[index])
      } else {
        garbage[index].mark = settled
        garbage[index].link(generation)
        garbage[index].release()
      }
    }
    garbage = left
  }

  private static func markReachable() {
    var reach = Visitor(.reach)
    var index = 0
    while index < containers.count {
      let current = containers[index]
      index &+= 1
      if current.mark == unknown && current.trial > 0 {
        current.mark = alive
        reach.reached.append(current)
        while let next = reach.reached.popLast() { next.traverse(&reach) }
      }
    }
  }
}
