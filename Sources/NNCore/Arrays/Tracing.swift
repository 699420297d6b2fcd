/// What the arrays know of gradients: whether operations are being recorded, and whose memory the record stands for.
enum Tracing {
  /// Whether some gradient is open; where it is not, nothing else here is looked at.
  static var isOpen = false { didSet { isAsked = isOpen || hasClasses } }
  /// Whether the program has classes that extend arrays, or that take part in NumPy's functions.
  static var hasClasses = false { didSet { isAsked = isOpen || hasClasses } }
  /// Whether calls of builtins have to ask anybody first.
  static private(set) var isAsked = false
  /// Whether the write under way is one that the record hears of.
  static var isWriteKnown = false
  /// The record, while a gradient is open.
  static var entries: TraceEntries?

  /// Before a write: what the record has saved of this memory goes on in a copy. TypeError where the memory is the
  /// record's and this write is one that it does not follow.
  @inline(never) static func prepareWrite(_ array: borrowing NDArray) throws(Fault) {
    if array.storage.value.savedMemory != 0 { try SavedMemory.release(array) }
    if !isWriteKnown, array.storage.value.serial != 0, entries?.isActive(array.storage.value.serial) == true {
      throw Fault(
        .typeError, "this function writes into an array that is being differentiated, and has no derivative",
        hint: "compute the new values first and assign them: x[...] = values")
    }
  }
}

/// The entries of the record by their serials.
class TraceEntries {
  /// Whether a serial belongs to an entry of a gradient that is open.
  func isActive(_ serial: Int) -> Bool { false }
}

/// The arrays that derivatives will read, by the memory they stand in: a write there finds them and moves them away.
enum SavedMemory {
  /// The bytes of one storage that are saved, at the most, and the newest array among them.
  private struct Extent {
    var range: Range<Int>
    var newest: Int
  }

  private struct Slot: ~Copyable {
    var array: Ref<NDArray>
    let next: Int
  }

  private static var extents: [Extent] = []
  private static var slots = List<Slot>()
  /// The number of the first extent: those of earlier records are not found any more.
  private static var first = 1

  /// Remembers an array of the record's own, which shares its memory with others.
  static func save(_ array: borrowing Ref<NDArray>) {
    let range = array.value.extent
    let place = array.value.storage.value.savedMemory &- first
    if place >= 0 && place < extents.count {
      let old = extents[place]
      let joined =
        old.newest < 0
        ? range
        : min(
          old.range.lowerBound, range.lowerBound)..<max(
            old.range.upperBound, range.upperBound)
      slots.append(Slot(array: array.copy(), next: old.newest))
      extents[place] = Extent(range: joined, newest: slots.count &- 1)
    } else {
      slots.append(Slot(array: array.copy(), next: -1))
      extents.append(Extent(range: range, newest: slots.count &- 1))
      array.value.storage.value.savedMemory = first &+ extents.count &- 1
    }
  }

  /// Gives what is saved of the memory that will be written copies of its own.
  static func release(_ array: borrowing NDArray) throws(Fault) {
    if isBroken { return }
    let place = array.storage.value.savedMemory &- first
    guard place >= 0 && place < extents.count else { return }
    let extent = extents[place]
    guard extent.newest >= 0, extent.range.overlaps(array.extent) else { return }
    var number = extent.newest
    extents[place].newest = -1
    while number >= 0 {
      if slots[number].array.value.sharesStorage(with: array) { try moveAway(slots[number].array) }
      number = movesOne ? -1 : slots[number].next
    }
  }

  #if DEBUG
    /// Switched on by tests: what is saved is not moved away, or the newest alone.
    static var isBroken = false
    static var movesOne = false
  #else
    @inline(__always) private static var isBroken: Bool { false }
    @inline(__always) private static var movesOne: Bool { false }
  #endif

  private static func moveAway(_ array: borrowing Ref<NDArray>) throws(Fault) {
    var copy = try array.value.copied(order: .c)
    copy.serial = array.value.serial
    copy.storage.value.serial = copy.serial
    copy.isTracedFloat = array.value.isTracedFloat
    copy.isPinned = true
    array.value = copy
  }

  /// How many arrays are saved.
  static var count: Int { slots.count }

  /// Lets go of the arrays saved since there were `count` that nobody reads any more.
  static func sweep(from count: Int) {
    for number in count..<max(count, slots.count) where slots[number].array.isUnique {
      if let empty = try? Creation.empty(Dimensions(0), .bool) { slots[number].array = Ref(empty) }
    }
  }

  /// Gives all that is saved and shared memory of its own, and forgets it: the record is kept, but not watched.
  static func detach() throws(Fault) {
    for number in 0..<slots.count where !slots[number].array.isUnique && !slots[number].array.value.storage.isUnique {
      try moveAway(slots[number].array)
    }
  }

  static func clear() {
    first &+= extents.count
    extents.removeAll(keepingCapacity: true)
    slots.removeAll()
  }
}
