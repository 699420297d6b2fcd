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

/// The memory of a magnitude that is too large to stand inside its `BigInteger`.
@safe struct LimbMemory {
  private let buffer: ManagedBuffer<Void, UInt>

  init(capacity: Int) { buffer = .create(minimumCapacity: capacity) { _ in () } }

  @inline(__always) func withLimbs<R, E: Error>(_ count: Int, _ body: (Limbs) throws(E) -> R) throws(E) -> R {
    try unsafe buffer.withUnsafeMutablePointerToElements { (pointer) throws(E) in try unsafe body(Limbs(pointer, count))
    }
  }
}

/// The limbs of a small magnitude, the lowest first; those that it does not need are 0.
struct InlineLimbs {
  static let capacity = 4
  var values: (UInt, UInt, UInt, UInt) = (0, 0, 0, 0)

  /// A view that must not be written through.
  @inline(__always) func withLimbs<R, E: Error>(_ count: Int, _ body: (Limbs) throws(E) -> R) throws(E) -> R {
    try unsafe withUnsafePointer(to: values) { (pointer) throws(E) in
      let base = unsafe UnsafeMutableRawPointer(mutating: pointer).assumingMemoryBound(to: UInt.self)
      return try unsafe body(Limbs(base, count))
    }
  }

  @inline(__always) mutating func withMutableLimbs<R, E: Error>(
    _ count: Int, _ body: (Limbs) throws(E) -> R
  ) throws(E) -> R {
    try unsafe withUnsafeMutablePointer(to: &values) { (pointer) throws(E) in
      let base = unsafe UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: UInt.self)
      return try unsafe body(Limbs(base, count))
    }
  }
}

/// Memory that lives as long as the closure runs; its limbs hold anything at first.
@inline(__always)
func withScratch<R: ~Copyable, E: Error>(_ count: Int, _ body: (Limbs) throws(E) -> R) throws(E) -> R {
  // Beyond some limbs the system's stack is spared: products recurse.
  let base = UnsafeMutablePointer<UInt>.allocate(capacity: max(count, 1))
  defer { unsafe base.deallocate() }
  return try unsafe body(Limbs(base, count))
}
