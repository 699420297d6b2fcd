// A fence file: owning and unowned references to heap objects.
import Glibc

/// What stands before every object: eight bytes, then the payload.
struct Header {
  var count: UInt32
  var kind: Kind
  var mark: UInt8 = 0
  /// Which of the pool's lists the memory goes back to; 0: the system's.
  var sizeClass: UInt8 = 0
  var flags: ObjectFlags = []

  init(count: UInt32, kind: Kind, sizeClass: UInt8 = 0) {
    self.count = count
    self.kind = kind
    self.sizeClass = sizeClass
  }
}

/// What is to be done before an object goes, apart from freeing it.
struct ObjectFlags: OptionSet {
  let rawValue: UInt8
  /// The program's `__del__` has to run.
  static let hasFinalizer = ObjectFlags(rawValue: 1)
  /// Weak references point to it.
  static let isWatched = ObjectFlags(rawValue: 2)
}

/// An owning reference with its own count, not atomic: all objects belong to the interpreter's thread.
@safe struct Ref<T: Object & ~Copyable>: ~Copyable {
  private let header: UnsafeMutablePointer<Header>

  init(_ value: consuming T) {
    unsafe header = Heap.allocate(MemoryLayout<T>.size, T.kind)
    unsafe payload.initialize(to: value)
  }

  /// Takes over an owner's share of an object of this type.
  @unsafe init(taking header: UnsafeMutablePointer<Header>) { unsafe self.header = header }

  @inline(__always) private var payload: UnsafeMutablePointer<T> {
    unsafe UnsafeMutableRawPointer(header).advanced(by: 8).assumingMemoryBound(to: T.self)
  }

  /// Another owner of the same object.
  @inline(__always) borrowing func copy() -> Ref {
    unsafe header.pointee.count &+= 1
    return unsafe Ref(taking: header)
  }

  /// Whether this is the only owner: what it refers to may then be changed or reused unseen.
  var isUnique: Bool { @inline(__always) get { unsafe header.pointee.count == 1 } }

  var value: T {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(payload) }
    @inline(__always) nonmutating unsafeMutableAddress { unsafe payload }
  }

  /// Gives the object away without changing its count.
  @unsafe consuming func surrendered() -> UnsafeMutablePointer<Header> {
    let header = unsafe header
    discard self
    return unsafe header
  }

  @inline(__always) var unowned: Unowned<T> { unsafe Unowned(payload) }
  @inline(__always) var object: ObjectPointer { unsafe ObjectPointer(header) }

  deinit {
    unsafe header.pointee.count &-= 1
    if unsafe header.pointee.count == 0 { unsafe Heap.release(header) }
  }
}

/// A reference that does not own: valid while some `Ref` to the same object lives.
@safe struct Unowned<T: Object & ~Copyable>: Equatable {
  private let pointer: UnsafeMutablePointer<T>

  fileprivate init(_ pointer: UnsafeMutablePointer<T>) { unsafe self.pointer = pointer }

  /// The object behind a header, which has to be of that type.
  @unsafe @inline(__always) static func behind(_ header: UnsafeMutablePointer<Header>) -> Unowned {
    unsafe Unowned((UnsafeMutableRawPointer(header) + 8).assumingMemoryBound(to: T.self))
  }

  var value: T {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(pointer) }
    @inline(__always) nonmutating unsafeMutableAddress { unsafe pointer }
  }

  /// Whether the object has one owner only.
  var isUnique: Bool {
    @inline(__always) get {
      unsafe UnsafeMutableRawPointer(pointer).advanced(by: -8).assumingMemoryBound(to: Header.self).pointee.count == 1
    }
  }
  /// Where the object stands, as `ObjectPointer` has it.
  @inline(__always) var address: Int { unsafe Int(bitPattern: pointer) &- 8 }

  var object: ObjectPointer {
    unsafe ObjectPointer(UnsafeMutableRawPointer(pointer).advanced(by: -8).assumingMemoryBound(to: Header.self))
  }

  /// A new owner of the object.
  @inline(__always) func owned() -> Ref<T> {
    let header = unsafe UnsafeMutableRawPointer(pointer).advanced(by: -8).assumingMemoryBound(to: Header.self)
    unsafe header.pointee.count &+= 1
    return unsafe Ref(taking: header)
  }
}

/// An object of any kind, not owned: what the collector and identity comparison work on.
@safe struct ObjectPointer: Equatable {
  private let header: UnsafeMutablePointer<Header>

  init(_ header: UnsafeMutablePointer<Header>) { unsafe self.header = header }

  private var links: UnsafeMutablePointer<Links> { @inline(__always) get { unsafe Heap.links(header) } }
  private var payload: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(header).advanced(by: 8) }

  var address: Int { unsafe Int(bitPattern: header) }
  var kind: Kind { unsafe header.pointee.kind }
  var count: Int { unsafe Int(header.pointee.count) }
  var mark: UInt8 {
    get { unsafe header.pointee.mark }
    nonmutating set { unsafe header.pointee.mark = newValue }
  }
  var flags: ObjectFlags {
    get { unsafe header.pointee.flags }
    nonmutating set { unsafe header.pointee.flags = newValue }
  }
  /// The next container of a generation.
  func next(_ generation: Int) -> ObjectPointer? {
    let next = unsafe links.pointee.next
    return unsafe next == Heap.ring(generation) ? nil : ObjectPointer(next)
  }
  /// While a collection runs the backward link holds the trial count.
  var trial: Int {
    get { unsafe UnsafeRawPointer(links).load(fromByteOffset: 8, as: Int.self) }
    nonmutating set { unsafe UnsafeMutableRawPointer(links).storeBytes(of: newValue, toByteOffset: 8, as: Int.self) }
  }

  func retain() { unsafe header.pointee.count &+= 1 }
  func release() {
    unsafe header.pointee.count &-= 1
    if unsafe header.pointee.count == 0 { unsafe Heap.release(header) }
  }
  /// The object as one of a kind; nil where it is of another.
  func unowned<T: Object & ~Copyable>(_: T.Type) -> Unowned<T>? {
    kind == T.kind ? unsafe Unowned(payload.assumingMemoryBound(to: T.self)) : nil
  }
  func traverse(_ visitor: inout Visitor) {
    unsafe withUnsafeMutablePointer(to: &visitor) { unsafe Heap.traverse(kind.rawValue, payload, $0) }
  }
  func clear() { unsafe Heap.clear(kind.rawValue, payload) }
  var pointer: UnsafeMutablePointer<Header> { @inline(__always) get { unsafe header } }
  /// Lets go what a container owns that stands in no ring; all that may follow is `free`.
  func end() { unsafe Heap.destroy(kind.rawValue, payload) }
  func free() { unsafe Heap.freeContainer(header) }
  func link(_ generation: Int) { unsafe Heap.link(header, generation) }
  /// Puts a container into the rings that stood in none, since it owned no other ones.
  func track() {
    guard mark == CycleCollector.harmless else { return }
    mark = 0
    link(0)
  }
  /// Whether something has to be done by the machine before the object goes.
  var needsFinalizer: Bool {
    if flags.contains(.hasFinalizer) { return true }
    return kind.mayNeedFinalizer && (unsafe Heap.needsFinalizer(kind.rawValue, payload))
  }
  /// The object as one of a kind, its count taken over; nil where it is of another kind.
  func taken<T: Object & ~Copyable>(as type: T.Type) -> Ref<T>? {
    kind == T.kind ? unsafe Ref(taking: header) : nil
  }
}

extension Heap {
  /// The first container of a generation.
  static func first(_ generation: Int) -> ObjectPointer? { unsafe ObjectPointer(ring(generation)).next(generation) }
}

/// An owner of an object of any kind, for floors that do not know its type.
struct OwnedObject: ~Copyable {
  let object: ObjectPointer

  init(_ object: ObjectPointer) {
    object.retain()
    self.object = object
  }

  deinit { object.release() }
}
