// A fence file: views on limbs, the memory of large magnitudes, and scratch space.

/// A window on the limbs of a magnitude, the lowest first. It owns nothing: it is valid inside the closure that
/// hands it out. Indices are checked where assertions are.
@safe struct Limbs {
  private let base: UnsafeMutablePointer<UInt>
  let count: Int

  @inline(__always) fileprivate init(_ base: UnsafeMutablePointer<UInt>, _ count: Int) {
    unsafe self.base = base
    self.count = count
  }

  subscript(index: Int) -> UInt {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return unsafe base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      unsafe base[index] = newValue
    }
  }

  /// The limbs from `start` up to and without `end`.
  @inline(__always) func part(_ start: Int, _ end: Int) -> Limbs {
    assert(start >= 0 && start <= end && end <= count)
    return unsafe Limbs(base + start, end &- start)
  }

  @inline(__always) func prefix(_ length: Int) -> Limbs { part(0, length) }
  @inline(__always) func from(_ start: Int) -> Limbs { part(start, count) }

  @inline(__always) func clear() { unsafe base.update(repeating: 0, count: count) }

  /// Takes the limbs of `source` into the lowest places; they may overlap.
  @inline(__always) func copy(_ source: Limbs) {
    assert(source.count <= count)
    unsafe base.update(from: source.base, count: source.count)
  }

  /// Whether both begin at the same place: a product of something with itself.
  @inline(__always) func isSame(as other: Limbs) -> Bool {
    unsafe base == other.base && count == other.count
  }
}

/// Where the limbs of a magnitude stand: up to four in the value itself, the lowest first and those that it does not
/// need 0; of a larger magnitude the first one is the address of its memory.
@safe @usableFromInline struct LimbStore {
  @usableFromInline static var inlineCapacity: Int { @inline(__always) get { 4 } }
  @usableFromInline let values: (UInt, UInt, UInt, UInt)
  @usableFromInline let memory: ManagedBuffer<Void, UInt>?

  @inlinable @inline(__always) init(_ values: (UInt, UInt, UInt, UInt)) {
    self.values = values
    memory = nil
  }

  /// Room for `capacity` limbs, which `body` writes, all of them; how many of them count.
  @inline(__always)
  init<E: Error>(capacity: Int, count: inout Int, _ body: (Limbs) throws(E) -> Void) throws(E) {
    var inline: (UInt, UInt, UInt, UInt) = (0, 0, 0, 0)
    var owner: ManagedBuffer<Void, UInt>?
    var address: UInt = 0
    if capacity > LimbStore.inlineCapacity {
      let new = ManagedBuffer<Void, UInt>.create(minimumCapacity: capacity) { _ in () }
      address = unsafe new.withUnsafeMutablePointerToElements { UInt(bitPattern: $0) }
      owner = new
    }
    count = try unsafe withUnsafeMutablePointer(to: &inline) { (pointer) throws(E) in
      let own = unsafe UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: UInt.self)
      let limbs = unsafe Limbs(UnsafeMutablePointer(bitPattern: address) ?? own, capacity)
      try body(limbs)
      let count = limbs.significantCount
      if address != 0 && count <= LimbStore.inlineCapacity {
        unsafe Limbs(own, LimbStore.inlineCapacity).copy(limbs.prefix(count))
      }
      return count
    }
    _fixLifetime(owner)
    if count > LimbStore.inlineCapacity {
      values = (address, 0, 0, 0)
      memory = owner
    } else {
      values = inline
      memory = nil
    }
  }

  /// The limbs, not to be written.
  @inline(__always) func withLimbs<R, E: Error>(_ count: Int, _ body: (Limbs) throws(E) -> R) throws(E) -> R {
    defer { _fixLifetime(memory) }
    return try unsafe withUnsafePointer(to: values) { (pointer) throws(E) in
      let own = unsafe UnsafeMutableRawPointer(mutating: pointer).assumingMemoryBound(to: UInt.self)
      let address = count > LimbStore.inlineCapacity ? values.0 : 0
      return try unsafe body(Limbs(UnsafeMutablePointer(bitPattern: address) ?? own, count))
    }
  }
}

/// Memory that lives as long as the closure runs; its limbs hold anything at first.
@inline(__always)
func withScratch<R: ~Copyable, E: Error>(_ count: Int, _ body: (Limbs) throws(E) -> R) throws(E) -> R {
  var inline = InlineArray<32, UInt>(repeating: 0)
  var heap: UnsafeMutablePointer<UInt>?
  if count > 32 { unsafe heap = .allocate(capacity: count) }
  defer { unsafe heap?.deallocate() }
  return try unsafe withUnsafeMutablePointer(to: &inline) { (pointer) throws(E) in
    let own = unsafe UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: UInt.self)
    return try unsafe body(Limbs(heap ?? own, count))
  }
}
