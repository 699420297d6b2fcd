// A fence file: fixed buffers, windows on them, growing lists of noncopyable elements.

/// A fixed heap buffer, unchecked in release builds: the compiler of bytecode guarantees its indices.
@safe struct Buffer<T>: ~Copyable {
  let count: Int
  fileprivate let pointer: UnsafeMutablePointer<T>

  init(count: Int, repeating value: T) {
    self.count = count
    unsafe pointer = Buffer.allocate(count)
    unsafe pointer.initialize(repeating: value, count: count)
  }

  init(_ elements: [T]) {
    count = elements.count
    unsafe pointer = Buffer.allocate(elements.count)
    for (index, element) in elements.enumerated() { unsafe (pointer + index).initialize(to: element) }
  }

  init(copying other: borrowing Buffer) {
    count = other.count
    unsafe pointer = Buffer.allocate(other.count)
    unsafe pointer.initialize(from: other.pointer, count: other.count)
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<T> {
    unsafe BlockPool.allocate(max(count, 1) &* MemoryLayout<T>.stride).bindMemory(to: T.self, capacity: max(count, 1))
  }

  @inline(__always) var window: Window<T> { unsafe Window(pointer) }

  subscript(index: Int) -> T {
    @inline(__always) unsafeAddress {
      assert(index >= 0 && index < count)
      return unsafe UnsafePointer(pointer + index)
    }
    @inline(__always) nonmutating unsafeMutableAddress {
      assert(index >= 0 && index < count)
      return unsafe pointer + index
    }
  }

  deinit {
    unsafe pointer.deinitialize(count: count)
    unsafe BlockPool.free(pointer, max(count, 1) &* MemoryLayout<T>.stride)
  }
}

/// An unowned view of a `Buffer`.
@safe struct Window<T> {
  private let pointer: UnsafeMutablePointer<T>

  fileprivate init(_ pointer: UnsafeMutablePointer<T>) { unsafe self.pointer = pointer }

  subscript(index: Int) -> T {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(pointer + index) }
    @inline(__always) nonmutating unsafeMutableAddress { unsafe pointer + index }
  }

  /// Where the view begins; valid while the buffer lives.
  @inline(__always) var unsafeAddress: UnsafePointer<T> { unsafe UnsafePointer(pointer) }
}

/// A growing array of anything, noncopyable elements included. Its indices are checked in every build.
@safe struct List<T: ~Copyable>: ~Copyable {
  private(set) var count = 0
  private var capacity = 0
  fileprivate var pointer: UnsafeMutablePointer<T>? = nil

  init() {}

  init(capacity: Int) {
    if capacity > 0 {
      unsafe pointer = List.allocate(capacity)
      self.capacity = capacity
    }
  }

  /// A list of so many elements, more than none, which have yet to be put in their places.
  @unsafe init(uninitialized count: Int) {
    unsafe pointer = List.allocate(count)
    capacity = count
    self.count = count
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<T> {
    unsafe BlockPool.allocate(capacity &* MemoryLayout<T>.stride).bindMemory(to: T.self, capacity: capacity)
  }

  var isEmpty: Bool { count == 0 }

  @inline(__always) mutating func append(_ value: consuming T) {
    if count == capacity { grow() }
    unsafe (pointer.unsafelyUnwrapped + count).initialize(to: value)
    count &+= 1
  }

  @inline(never) private mutating func grow() {
    let larger = max(4, capacity &* 2)
    let stride = MemoryLayout<T>.stride
    if let old = unsafe pointer, BlockPool.isLarge(capacity &* stride),
      let moved = unsafe BlockPool.extend(
        old, capacity &* stride, larger &* stride, least: (count &+ 1) &* stride, stride: stride)
    {
      unsafe pointer = moved.block.assumingMemoryBound(to: T.self)
      capacity = moved.bytes / stride
      return
    }
    let moved = unsafe List.allocate(larger)
    if let old = unsafe pointer {
      unsafe moved.moveInitialize(from: old, count: count)
      unsafe BlockPool.free(old, capacity &* MemoryLayout<T>.stride)
    }
    unsafe pointer = moved
    capacity = larger
  }

  mutating func popLast() -> T? {
    if count == 0 { return nil }
    count &-= 1
    return unsafe (pointer.unsafelyUnwrapped + count).move()
  }

  /// Inserts before `index`; an index outside 0...count is taken as the nearer end.
  mutating func insert(_ value: consuming T, at index: Int) {
    append(value)
    let place = min(max(index, 0), count &- 1)
    let base = unsafe pointer.unsafelyUnwrapped
    let last = unsafe (base + (count &- 1)).move()
    unsafe (base + (place &+ 1)).moveInitialize(from: base + place, count: count &- 1 &- place)
    unsafe (base + place).initialize(to: last)
  }

  /// Removes and returns an element. The index has to be valid.
  mutating func remove(at index: Int) -> T {
    precondition(index >= 0 && index < count)
    let base = unsafe pointer.unsafelyUnwrapped
    let value = unsafe (base + index).move()
    unsafe (base + index).moveInitialize(from: base + (index &+ 1), count: count &- 1 &- index)
    count &-= 1
    return value
  }

  mutating func reverse() {
    guard count > 1 else { return }
    let base = unsafe pointer.unsafelyUnwrapped
    var low = 0
    var high = count &- 1
    while low < high {
      let value = unsafe (base + low).move()
      unsafe (base + low).moveInitialize(from: base + high, count: 1)
      unsafe (base + high).initialize(to: value)
      low &+= 1
      high &-= 1
    }
  }

  mutating func removeAll() {
    while count > 0 {
      count &-= 1
      unsafe (pointer.unsafelyUnwrapped + count).deinitialize(count: 1)
    }
  }

  subscript(index: Int) -> T {
    @inline(__always) unsafeAddress {
      precondition(index >= 0 && index < count)
      return unsafe UnsafePointer(pointer.unsafelyUnwrapped + index)
    }
    @inline(__always) unsafeMutableAddress {
      precondition(index >= 0 && index < count)
      return unsafe pointer.unsafelyUnwrapped + index
    }
  }

  /// Where the elements stand; valid until the list grows or dies.
  @inline(__always) var baseAddress: UnsafeMutablePointer<T>? { unsafe pointer }

  deinit {
    if let base = unsafe pointer {
      unsafe base.deinitialize(count: count)
      unsafe BlockPool.free(base, capacity &* MemoryLayout<T>.stride)
    }
  }
}
