// A fence file: the memory of arrays, pooled by size class.
import Glibc
import NNKernels

/// The bytes that an array and its views share: 64-byte aligned, with 64 bytes of tail padding that vector loops
/// may read and write. Freed blocks wait in a pool of size classes (four to each power of two), because a fresh
/// block costs page faults and a second buffer costs twice an in-place pass.
@safe struct Storage: Object, ~Copyable {
  static var kind: Kind { .storage }
  let base: UnsafeMutableRawPointer
  let byteCount: Int
  private let sizeClass: Int
  /// The entry of the gradients' record that the memory as a whole stands for; 0 for none.
  var serial = 0
  /// Where the record keeps what it has saved of this memory; 0 for nowhere.
  var savedMemory = 0
  /// What the elements will be as long as nobody has made them: who goes to `base` calls `settle` first.
  var pending: LazyProduct?
  /// Whether the words of the memory are numbers of values of the language.
  private var holdsObjects = false

  private init(base: UnsafeMutableRawPointer, byteCount: Int, sizeClass: Int) {
    unsafe self.base = unsafe base
    self.byteCount = byteCount
    self.sizeClass = sizeClass
  }

  /// Memory with undefined contents; nil when there is none.
  static func allocate(byteCount: Int) -> Ref<Storage>? {
    guard byteCount >= 0 else { return nil }
    Heap.note(taken: byteCount)
    if byteCount > StoragePool.largestPooled {
      guard byteCount < Int.max &- 4096, let raw = unsafe malloc(byteCount &+ 128) else { return nil }
      return unsafe Ref(large(raw, byteCount))
    }
    let sizeClass = StoragePool.filledClass(from: StoragePool.sizeClass(of: byteCount))
    guard let block = unsafe StoragePool.take(sizeClass) else { return nil }
    return unsafe Ref(Storage(base: block, byteCount: byteCount, sizeClass: sizeClass))
  }

  /// Memory of zeros; nil when there is none. Large blocks come untouched from the system.
  static func allocateZeroed(byteCount: Int) -> Ref<Storage>? {
    if byteCount > StoragePool.largestCleared {
      Heap.note(taken: byteCount)
      guard byteCount < Int.max &- 4096, let raw = unsafe calloc(byteCount &+ 128, 1) else { return nil }
      return unsafe Ref(large(raw, byteCount))
    }
    guard let storage = allocate(byteCount: byteCount) else { return nil }
    return zeroed(storage)
  }

  private static func zeroed(_ storage: consuming Ref<Storage>) -> Ref<Storage> {
    let base = unsafe storage.value.base
    unsafe memset(base, 0, storage.value.byteCount)
    return storage
  }

  /// A block of its own: aligned within `raw`, which is kept in the eight bytes before the data.
  private static func large(_ raw: UnsafeMutableRawPointer, _ byteCount: Int) -> Storage {
    let start = unsafe UnsafeMutableRawPointer(bitPattern: (UInt(bitPattern: raw) &+ 64) & ~63) ?? raw
    unsafe StoragePool.preferLargePages(start, byteCount)
    unsafe (start - 8).storeBytes(of: raw, as: UnsafeMutableRawPointer.self)
    return unsafe Storage(base: start, byteCount: byteCount, sizeClass: -1)
  }

  /// Lets the pool of values know that the memory has numbers of them.
  mutating func registerObjects(step: Int) {
    holdsObjects = true
    ObjectStorages.add(unsafe UInt(bitPattern: base), byteCount: byteCount, step: step)
  }

  /// Makes the elements that were put off.
  @inline(never) mutating func settle() {
    guard let product = pending else { return }
    pending = nil
    unsafe product.fill(base)
  }

  deinit {
    if holdsObjects { ObjectStorages.remove(unsafe UInt(bitPattern: base)) }
    Heap.note(given: byteCount)
    if DetachedCall.keepsMemory {
      unsafe DetachedCall.keep(sizeClass < 0 ? (base - 8).load(as: UnsafeMutableRawPointer.self) : base)
    } else if sizeClass < 0 {
      unsafe free((base - 8).load(as: UnsafeMutableRawPointer.self))
    } else {
      unsafe StoragePool.give(base, sizeClass)
    }
  }
}

/// Free blocks by size class, each list linked through the blocks' first bytes.
private enum StoragePool {
  static let largestPooled = 1 << 26
  /// Zeros beyond this come untouched from the system.
  static let largestCleared = 1 << 24
  private static let classes = 128
  /// The class of 64 kilobytes.
  private static let firstLarge = 43
  /// Bytes that may wait in the pool in all; what comes beyond goes back to the system.
  private static let capacity = 1 << 28
  private static var pooledBytes = 0
  private static let free: UnsafeMutablePointer<UnsafeMutableRawPointer?> = {
    let lists = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: classes)
    unsafe lists.initialize(repeating: nil, count: classes)
    return unsafe lists
  }()

  /// Four classes to each power of two, from 64 bytes on.
  @inline(__always) static func sizeClass(of byteCount: Int) -> Int {
    let last = max(byteCount, 64) &- 1
    let log = 63 &- last.leadingZeroBitCount
    return (log &- 5) &* 4 &+ ((last &>> (log &- 2)) & 3)
  }

  /// From here on blocks ask for large pages: a page fault for each four kilobytes costs more than filling them.
  private static let largePages = 1 << 21

  /// Tells the system that a fresh block will be used as a whole, where it is large.
  static func preferLargePages(_ block: UnsafeMutableRawPointer, _ byteCount: Int) {
    if byteCount < largePages { return }
    let start = unsafe (UInt(bitPattern: block) &+ 4095) & ~4095
    guard let page = UnsafeMutableRawPointer(bitPattern: start) else { return }
    unsafe madvise(page, byteCount &- 4096, MADV_HUGEPAGE)
  }

  /// The largest byte count of a class.
  private static func size(_ sizeClass: Int) -> Int {
    let log = sizeClass / 4 &+ 5
    return (1 << log) &+ ((sizeClass & 3) &+ 1) << (log &- 2)
  }

  /// The class itself, or for large blocks the next one that has a free block of at most twice the size: arrays that
  /// shrink step by step then need no fresh pages.
  @inline(__always) static func filledClass(from sizeClass: Int) -> Int {
    if sizeClass < firstLarge { return sizeClass }
    return unsafe free[sizeClass] == nil ? largerClass(from: sizeClass) : sizeClass
  }

  @inline(never) private static func largerClass(from sizeClass: Int) -> Int {
    for step in 1...4 where sizeClass &+ step < classes {
      if unsafe free[sizeClass &+ step] != nil { return sizeClass &+ step }
    }
    return sizeClass
  }

  @inline(__always) static func take(_ sizeClass: Int) -> UnsafeMutableRawPointer? {
    if let block = unsafe free[sizeClass] {
      unsafe free[sizeClass] = block.load(as: UnsafeMutableRawPointer?.self)
      pooledBytes &-= size(sizeClass)
      return unsafe block
    }
    var block: UnsafeMutableRawPointer? = nil
    let bytes = size(sizeClass) &+ 64
    let alignment = bytes < largePages ? 64 : largePages
    guard unsafe posix_memalign(&block, alignment, bytes) == 0, let block = unsafe block else { return nil }
    unsafe preferLargePages(block, size(sizeClass))
    return unsafe block
  }

  @inline(__always) static func give(_ block: UnsafeMutableRawPointer, _ sizeClass: Int) {
    let bytes = size(sizeClass)
    if pooledBytes &+ bytes > capacity {
      unsafe Glibc.free(block)
      return
    }
    pooledBytes &+= bytes
    unsafe block.storeBytes(of: free[sizeClass], as: UnsafeMutableRawPointer?.self)
    unsafe free[sizeClass] = block
  }
}
