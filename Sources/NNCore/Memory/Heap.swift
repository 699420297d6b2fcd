// A fence file: allocation of objects, the list of containers, freeing without deep recursion.
import Glibc

/// The neighbours of a container in the list of all containers, sixteen bytes before its header.
@safe struct Links {
  var next: UnsafeMutablePointer<Header>?
  var previous: UInt
}

/// What the heap has to know about the objects of one kind.
@safe struct ObjectDescriptor {
  var traverse: (UnsafeMutableRawPointer, inout Visitor) -> Void
  var clear: (UnsafeMutableRawPointer) -> Void
  var destroy: (UnsafeMutableRawPointer) -> Void
  var needsFinalizer: (UnsafeMutableRawPointer) -> Bool
}

/// All objects of the interpreter. One thread only.
enum Heap {
  private static var newestContainer: UnsafeMutablePointer<Header>?
  private static var waiting: UnsafeMutablePointer<Header>?
  private static var depth = 0
  private static var descriptors: UnsafeMutablePointer<ObjectDescriptor>?
  private(set) static var containers = 0
  static var untilCollection = collectionThreshold
  /// A collection is due: the machine runs it at its next safe point.
  static var needsService = false

  /// Container allocations between two collections, at the least.
  static let collectionThreshold = 10_000

  static var newest: ObjectPointer? { unsafe newestContainer.map { unsafe ObjectPointer($0) } }

  /// Makes a kind of object known. Every kind is registered once, before its first object.
  static func register<T: Object & ~Copyable>(_: T.Type) {
    if unsafe descriptors == nil {
      let count = Kind.allCases.count
      let table = UnsafeMutablePointer<ObjectDescriptor>.allocate(capacity: count)
      let empty = unsafe ObjectDescriptor(
        traverse: { _, _ in }, clear: { _ in }, destroy: { _ in }, needsFinalizer: { _ in false })
      unsafe table.initialize(repeating: empty, count: count)
      unsafe descriptors = table
    }
    guard let table = unsafe descriptors else { return }
    unsafe table[Int(T.kind.rawValue)] = ObjectDescriptor(
      traverse: { unsafe $0.assumingMemoryBound(to: T.self).pointee.traverse(&$1) },
      clear: { unsafe $0.assumingMemoryBound(to: T.self).pointee.clear() },
      destroy: { unsafe $0.assumingMemoryBound(to: T.self).deinitialize(count: 1) },
      needsFinalizer: { unsafe $0.assumingMemoryBound(to: T.self).pointee.needsFinalizer })
  }

  static func descriptor(_ kind: Kind) -> ObjectDescriptor { unsafe descriptors.unsafelyUnwrapped[Int(kind.rawValue)] }

  @inline(__always) static func links(_ header: UnsafeMutablePointer<Header>) -> UnsafeMutablePointer<Links> {
    unsafe UnsafeMutableRawPointer(header).advanced(by: -16).assumingMemoryBound(to: Links.self)
  }

  /// Memory for an object: its header, with a count of one, and room for `size` bytes of payload.
  @inline(__always) static func allocate(_ size: Int, _ kind: Kind) -> UnsafeMutablePointer<Header> {
    let prefix = kind.isContainer ? 16 : 0
    // Small objects only: where the system has no memory left for them nothing can go on.
    let raw = unsafe malloc(prefix &+ 8 &+ size).unsafelyUnwrapped
    let header = unsafe (raw + prefix).assumingMemoryBound(to: Header.self)
    unsafe header.initialize(to: Header(count: 1, kind: kind))
    if kind.isContainer { unsafe link(header) }
    return unsafe header
  }

  @inline(__always) private static func link(_ header: UnsafeMutablePointer<Header>) {
    unsafe links(header).initialize(to: Links(next: newestContainer, previous: 0))
    if let other = unsafe newestContainer { unsafe links(other).pointee.previous = UInt(bitPattern: header) }
    unsafe newestContainer = header
    containers &+= 1
    untilCollection &-= 1
    if untilCollection == 0 { needsService = true }
  }

  @inline(__always) private static func unlink(_ header: UnsafeMutablePointer<Header>) {
    let own = unsafe links(header).pointee
    if let previous = unsafe UnsafeMutablePointer<Header>(bitPattern: own.previous) {
      unsafe links(previous).pointee.next = own.next
    } else {
      unsafe newestContainer = own.next
    }
    if let next = unsafe own.next { unsafe links(next).pointee.previous = own.previous }
    containers &-= 1
  }

  /// Frees an object whose count has reached zero. Nested objects recurse to a small depth and then wait in a
  /// list, so that a long chain cannot overflow the stack.
  @inline(never) static func release(_ header: UnsafeMutablePointer<Header>) {
    guard unsafe header.pointee.kind.isContainer else {
      unsafe ObjectPointer(header).destroy()
      unsafe free(header)
      return
    }
    if unsafe header.pointee.kind.mayNeedFinalizer || !header.pointee.flags.isEmpty {
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
      unsafe links(header).pointee.next = waiting
      unsafe waiting = header
      return
    }
    depth &+= 1
    unsafe finish(header)
    depth &-= 1
    if depth == 0 { drainWaiting() }
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

  private static func drainWaiting() {
    while let header = unsafe waiting {
      unsafe waiting = links(header).pointee.next
      depth = 1
      unsafe finish(header)
      depth = 0
    }
  }

  private static func finish(_ header: UnsafeMutablePointer<Header>) {
    unsafe ObjectPointer(header).destroy()
    unsafe free(UnsafeMutableRawPointer(header) - 16)
  }

  /// After a collection has used the backward links for trial counts.
  static func restoreBackwardLinks() {
    var previous: UnsafeMutablePointer<Header>? = nil
    var header = unsafe newestContainer
    while let current = unsafe header {
      unsafe links(current).pointee.previous = UInt(bitPattern: previous)
      unsafe current.pointee.mark = 0
      unsafe previous = current
      unsafe header = links(current).pointee.next
    }
  }
}
