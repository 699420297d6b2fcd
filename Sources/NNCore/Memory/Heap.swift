// A fence file: allocation of objects, the lists of containers, freeing without deep recursion.
import Glibc

/// The neighbours of a container in its generation's ring, sixteen bytes before its header.
@safe struct Links {
  var next: UnsafeMutablePointer<Header>
  var previous: UnsafeMutablePointer<Header>
}

/// All objects of the interpreter. One thread only.
enum Heap {
  /// Where the rings of the containers begin, the youngest generation first: what stands there is no object.
  private static var rings: UnsafeMutablePointer<UnsafeMutablePointer<Header>>?
  private static var waiting: UnsafeMutablePointer<Header>?
  private static var depth = 0
  /// How many containers may still be made, less those that go, before the youngest generation is looked through.
  static var untilCollection = collectionThreshold
  /// Something waits for the machine's next safe point.
  static var needsService = false

  /// How many more containers there are between two collections.
  static let collectionThreshold = 4_000
  static let generations = 3

  /// Ends an object's payload. The kind is known as its number: floors further up say what is to be done.
  static var destroy: @convention(c) (Kind.RawValue, UnsafeMutableRawPointer) -> Void = { _, _ in }
  /// Shows a visitor, the last argument, what an object owns.
  static var traverse: @convention(c) (Kind.RawValue, UnsafeMutableRawPointer, UnsafeMutableRawPointer) -> Void = {
    _, _, _ in
  }
  /// Drops what an object owns.
  static var clear: @convention(c) (Kind.RawValue, UnsafeMutableRawPointer) -> Void = { _, _ in }
  /// Whether an object needs a finalizer.
  static var needsFinalizer: @convention(c) (Kind.RawValue, UnsafeMutableRawPointer) -> Bool = { _, _ in false }

  @inline(__always) static func links(_ header: UnsafeMutablePointer<Header>) -> UnsafeMutablePointer<Links> {
    unsafe UnsafeMutableRawPointer(header).advanced(by: -16).assumingMemoryBound(to: Links.self)
  }

  /// Memory for an object: its header, with a count of one, and room for `size` bytes of payload. A container that will
  /// never own other ones needs no place in the rings.
  @inline(__always) static func allocate(
    _ size: Int, _ kind: Kind, isHarmless: Bool = false
  ) -> UnsafeMutablePointer<Header> {
    let prefix = kind.isContainer ? 16 : 0
    let bytes = prefix &+ 8 &+ size
    let sizeClass = BlockPool.sizeClass(of: bytes)
    let raw = unsafe BlockPool.allocate(bytes)
    let header = unsafe (raw + prefix).assumingMemoryBound(to: Header.self)
    unsafe header.initialize(to: Header(count: 1, kind: kind, sizeClass: UInt8(truncatingIfNeeded: sizeClass)))
    if kind.isContainer {
      if isHarmless {
        unsafe header.pointee.mark = CycleCollector.harmless
        unsafe links(header).initialize(to: Links(next: header, previous: header))
      } else {
        unsafe link(header)
      }
    }
    return unsafe header
  }

  /// Gives an object that is no container room for another number of bytes; it may move.
  static func resize(_ header: UnsafeMutablePointer<Header>, _ size: Int) -> UnsafeMutablePointer<Header> {
    let old = unsafe Int(header.pointee.sizeClass)
    let bytes = 8 &+ size
    let new = BlockPool.sizeClass(of: bytes)
    if old == new && old > 0 { return unsafe header }
    if old == 0 && new == 0 {
      return unsafe BlockPool.resizeLarge(header, bytes).assumingMemoryBound(to: Header.self)
    }
    let moved = unsafe BlockPool.allocate(bytes)
    unsafe memcpy(moved, header, old == 0 ? bytes : new == 0 ? old &* 16 : min(old, new) &* 16)
    unsafe free(header, 0)
    let result = unsafe moved.assumingMemoryBound(to: Header.self)
    unsafe result.pointee.sizeClass = UInt8(truncatingIfNeeded: new)
    return unsafe result
  }

  /// Gives back the memory of an object, which stands `prefix` bytes behind its begin.
  @inline(__always) private static func free(_ header: UnsafeMutablePointer<Header>, _ prefix: Int) {
    let sizeClass = unsafe Int(header.pointee.sizeClass)
    let block = unsafe UnsafeMutableRawPointer(header) - prefix
    if sizeClass > 0 {
      unsafe BlockPool.give(block, sizeClass)
    } else {
      unsafe Glibc.free(block)
    }
  }

  /// Gives back the memory of an object that is no container and has no payload yet.
  static func abandon(_ header: UnsafeMutablePointer<Header>) { unsafe free(header, 0) }

  // MARK: Generations

  /// Puts a container that stands in no ring into that of a generation.
  @inline(__always) static func link(_ header: UnsafeMutablePointer<Header>, _ generation: Int) {
    let ring = unsafe ring(generation)
    let first = unsafe links(ring).pointee.next
    unsafe links(header).initialize(to: Links(next: first, previous: ring))
    unsafe links(first).pointee.previous = header
    unsafe links(ring).pointee.next = header
  }

  /// Gives back the memory of a container that has been ended and stands in no ring.
  static func freeContainer(_ header: UnsafeMutablePointer<Header>) { unsafe free(header, 16) }

  @inline(__always) private static func link(_ header: UnsafeMutablePointer<Header>) {
    unsafe link(header, 0)
    untilCollection &-= 1
    if untilCollection <= 0 { needsService = true }
  }

  @inline(__always) private static func unlink(_ header: UnsafeMutablePointer<Header>) {
    let own = unsafe links(header).pointee
    if unsafe own.next == header { return }
    unsafe links(own.previous).pointee.next = own.next
    unsafe links(own.next).pointee.previous = own.previous
    if untilCollection < collectionThreshold { untilCollection &+= 1 }
  }

  /// So many bytes count as one container: cycles may hold arrays.
  private static let bytesOfContainer = 1 << 14

  /// Notes that an array's memory has been taken, or has been given back.
  @inline(__always) static func note(taken bytes: Int) { untilCollection &-= bytes / bytesOfContainer }
  @inline(__always) static func note(given bytes: Int) {
    untilCollection = min(collectionThreshold, untilCollection &+ bytes / bytesOfContainer)
  }

  /// The begin of a generation's ring.
  @inline(__always) static func ring(_ generation: Int) -> UnsafeMutablePointer<Header> {
    unsafe (rings ?? makeRings())[generation]
  }

  @inline(never) private static func makeRings() -> UnsafeMutablePointer<UnsafeMutablePointer<Header>> {
    let made = UnsafeMutablePointer<UnsafeMutablePointer<Header>>.allocate(capacity: generations)
    for generation in 0..<generations {
      let header = unsafe (BlockPool.allocate(24) + 16).assumingMemoryBound(to: Header.self)
      unsafe header.initialize(to: Header(count: 1, kind: .tuple))
      unsafe links(header).initialize(to: Links(next: header, previous: header))
      unsafe (made + generation).initialize(to: header)
    }
    unsafe rings = made
    return unsafe made
  }

  /// Moves a generation's containers to the front of an older one's.
  static func merge(_ younger: Int, into older: Int) {
    let (from, to) = unsafe (links(ring(younger)), ring(older))
    let (first, last) = unsafe (from.pointee.next, from.pointee.previous)
    if unsafe first == ring(younger) { return }
    let next = unsafe links(to).pointee.next
    unsafe links(to).pointee.next = first
    unsafe links(first).pointee.previous = to
    unsafe links(last).pointee.next = next
    unsafe links(next).pointee.previous = last
    unsafe from.initialize(to: Links(next: ring(younger), previous: ring(younger)))
  }

  /// Makes a generation's ring anew of its containers, after a collection has used the backward links for trial counts.
  /// What turned out to own no containers for good leaves the ring; so does what is still unknown, which is shown to
  /// `found` and keeps its mark. All else gets another one; what has been spared goes to the oldest generation at once.
  @inline(__always) static func restore(
    _ generation: Int, _ containers: borrowing List<ObjectPointer>, _ settled: UInt8, _ found: (ObjectPointer) -> Void
  ) {
    let ring = unsafe ring(generation)
    var previous = unsafe ring
    var index = 0
    while index < containers.count {
      let object = containers[index]
      let current = unsafe object.pointer
      index &+= 1
      let mark = unsafe current.pointee.mark
      if mark == CycleCollector.harmless || mark == CycleCollector.unknown {
        unsafe links(current).initialize(to: Links(next: current, previous: current))
        if mark == CycleCollector.unknown { found(object) }
      } else if mark == CycleCollector.spared && generation < generations &- 1 {
        unsafe current.pointee.mark = CycleCollector.harmless &+ 2
        unsafe link(current, generations &- 1)
      } else {
        unsafe links(previous).pointee.next = current
        unsafe links(current).pointee.previous = previous
        unsafe previous = current
        unsafe current.pointee.mark = settled
      }
    }
    unsafe links(previous).pointee.next = ring
    unsafe links(ring).pointee.previous = previous
  }

  // MARK: Freeing

  /// Frees an object whose count has reached zero. Nested objects recurse to a small depth and then wait in a
  /// list, so that a long chain cannot overflow the stack.
  @inline(never) static func release(_ header: UnsafeMutablePointer<Header>) {
    let kind = unsafe header.pointee.kind
    guard kind.isContainer else {
      // Texts own nothing.
      if kind != .string { unsafe destroy(kind.rawValue, UnsafeMutableRawPointer(header) + 8) }
      unsafe free(header, 0)
      return
    }
    if unsafe kind.mayNeedFinalizer || !header.pointee.flags.isEmpty {
      let object = unsafe ObjectPointer(header)
      if object.flags.contains(.isWatched) { WeakReferences.forget(object) }
      if object.needsFinalizer {
        unsafe header.pointee.count = 1
        waitForFinalizer(object)
        return
      }
    }
    unsafe unlink(header)
    if depth >= 50 {
      if let waiting = unsafe waiting {
        unsafe links(header).pointee.next = waiting
      } else {
        unsafe links(header).pointee.next = header
      }
      unsafe waiting = header
      return
    }
    depth &+= 1
    unsafe destroy(kind.rawValue, UnsafeMutableRawPointer(header) + 8)
    unsafe free(header, 16)
    depth &-= 1
    if depth == 0, unsafe waiting != nil { drainWaiting() }
  }

  /// Objects that nobody holds any more and that need a finalizer; each has a count of one for its place here.
  private static var unfinished: [ObjectPointer] = []

  /// Keeps an object, whose count this place takes over, until the machine finishes it at its next safe point.
  static func waitForFinalizer(_ object: ObjectPointer) {
    unfinished.append(object)
    needsService = true
  }

  /// The next object to finish; its count is the caller's to release.
  static func takeUnfinished() -> ObjectPointer? { unfinished.isEmpty ? nil : unfinished.removeFirst() }

  @inline(never) private static func drainWaiting() {
    while let header = unsafe waiting {
      let next = unsafe links(header).pointee.next
      unsafe waiting = next == header ? nil : next
      depth = 1
      unsafe destroy(header.pointee.kind.rawValue, UnsafeMutableRawPointer(header) + 8)
      unsafe free(header, 16)
      depth = 0
    }
  }
}
