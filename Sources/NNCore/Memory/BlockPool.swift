// A fence file: small blocks of memory, kept by size.
import Glibc

/// Memory for objects and for the items of small lists. Freed blocks wait in one list for each size, linked through
/// their first bytes; new ones are cut from larger pieces, which stay with the process.
enum BlockPool {
  /// The largest block that is pooled, in bytes.
  static let largest = 1_024
  /// How many bytes are asked of the system at once: at the beginning a page, since of many sizes few blocks are needed.
  private static var pieceSize: Int { smallBeginning > 0 ? 4_096 : 16_384 }
  private static var lists: UnsafeMutablePointer<UnsafeMutableRawPointer?>?

  /// The class of a size: blocks have 16 times as many bytes. Beyond the largest it is 0, and the system's.
  @inline(__always) static func sizeClass(of bytes: Int) -> Int { bytes <= largest ? (bytes &+ 15) >> 4 : 0 }

  /// Whether a block for so many bytes is the system's.
  @inline(__always) static func isLarge(_ bytes: Int) -> Bool { bytes > largest }

  /// A block of a class above 0.
  @inline(__always) static func take(_ sizeClass: Int) -> UnsafeMutableRawPointer {
    if let lists = unsafe lists, let block = unsafe lists[sizeClass] {
      unsafe lists[sizeClass] = block.load(as: UnsafeMutableRawPointer?.self)
      return unsafe block
    }
    return unsafe cut(sizeClass)
  }

  /// Takes back a block of a class above 0.
  @inline(__always) static func give(_ block: UnsafeMutableRawPointer, _ sizeClass: Int) {
    guard let lists = unsafe lists else { return }
    unsafe block.storeBytes(of: lists[sizeClass], as: UnsafeMutableRawPointer?.self)
    unsafe lists[sizeClass] = block
  }

  @inline(never) private static func cut(_ sizeClass: Int) -> UnsafeMutableRawPointer {
    let lists = unsafe lists ?? makeLists()
    // The size is asked once: taking a piece changes it.
    let (size, pieceSize) = (sizeClass &* 16, pieceSize)
    let piece = unsafe nextPiece(pieceSize)
    var next: UnsafeMutableRawPointer? = nil
    var offset = (pieceSize / size &- 1) &* size
    while offset > 0 {
      unsafe (piece + offset).storeBytes(of: next, as: UnsafeMutableRawPointer?.self)
      unsafe next = piece + offset
      offset &-= size
    }
    unsafe lists[sizeClass] = next
    return unsafe piece
  }

  // MARK: Pieces

  /// So many bytes come from the system's heap one by one; programs that need more get stretches of addresses.
  private static var smallBeginning = 1 << 20
  private static let stretchSize = 1 << 20
  /// How many bytes are made present at once: a page fault for each page costs half as much again.
  private static let presentSize = 1 << 16
  private static var stretch: UnsafeMutableRawPointer?
  private static var stretchLeft = 0

  private static func nextPiece(_ pieceSize: Int) -> UnsafeMutableRawPointer {
    if smallBeginning > 0 {
      smallBeginning -= pieceSize
      return unsafe malloc(pieceSize) ?? insist(pieceSize)
    }
    if stretchLeft == 0 {
      let made = unsafe mmap(nil, stretchSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      guard let made = unsafe made, unsafe made != MAP_FAILED else {
        return unsafe malloc(pieceSize) ?? insist(pieceSize)
      }
      unsafe stretch = made
      stretchLeft = stretchSize
    }
    guard let piece = unsafe stretch else { return unsafe insist(pieceSize) }
    // What an older system refuses comes page by page.
    if stretchLeft % presentSize == 0 { unsafe madvise(piece, presentSize, 23) }  // MADV_POPULATE_WRITE
    unsafe stretch = piece + pieceSize
    stretchLeft -= pieceSize
    return unsafe piece
  }

  private static func makeLists() -> UnsafeMutablePointer<UnsafeMutableRawPointer?> {
    let count = largest / 16 + 1
    let made = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: count)
    unsafe made.initialize(repeating: nil, count: count)
    unsafe lists = made
    return unsafe made
  }

  /// A block for so many bytes, aligned to 16.
  @inline(__always) static func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    let sizeClass = sizeClass(of: bytes)
    return unsafe sizeClass > 0 ? take(sizeClass) : allocateLarge(bytes)
  }

  /// Takes back a block that was allocated for so many bytes.
  @inline(__always) static func free(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
    let sizeClass = sizeClass(of: bytes)
    if sizeClass > 0 {
      unsafe give(block, sizeClass)
    } else {
      unsafe Glibc.free(block)
    }
  }

  @inline(never) private static func allocateLarge(_ bytes: Int) -> UnsafeMutableRawPointer {
    keepReserveAgain()
    return unsafe malloc(bytes) ?? insist(bytes)
  }

  // MARK: The end of memory

  /// Addresses kept for the time when the system has no memory left: given up then, they take a program to its next safe
  /// point, where it gets a MemoryError.
  private static var reserve: UnsafeMutableRawPointer?
  private static let reserveSize = 16 << 20
  /// Whether the reserve was given up, and no program has been told yet.
  static var isExhausted = false
  private static var wasOpened = false
  /// Brings the program to its next safe point.
  static var raiseAlarm: () -> Void = {}

  /// Writes what waits to be written, before the process ends.
  static var flushOutput: () -> Void = {}

  /// Sets the reserve aside where there is none.
  static func keepReserve() {
    if unsafe reserve != nil { return }
    let made = unsafe mmap(nil, reserveSize, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    unsafe reserve = made == MAP_FAILED ? nil : made
  }

  /// The same once a program has been told that memory came to its end: there may be some again.
  @inline(__always) private static func keepReserveAgain() {
    if wasOpened, !isExhausted { setReserveAside() }
  }

  @inline(never) private static func setReserveAside() {
    keepReserve()
    if unsafe reserve != nil { wasOpened = false }
  }

  /// Gives the reserve up.
  private static func openReserve() {
    guard let kept = unsafe reserve else { return }
    unsafe munmap(kept, reserveSize)
    unsafe reserve = nil
    isExhausted = true
    wasOpened = true
    raiseAlarm()
  }

  /// What the system refused once, out of the reserve. Where that is not enough nothing can go on.
  private static func insist(_ bytes: Int) -> UnsafeMutableRawPointer {
    if bytes < reserveSize {
      openReserve()
      if let block = unsafe malloc(bytes) { return unsafe block }
    }
    giveUp()
  }

  /// Another size for a large block, out of the reserve where the system refuses.
  static func resizeLarge(_ block: UnsafeMutableRawPointer, _ bytes: Int) -> UnsafeMutableRawPointer {
    if let moved = unsafe realloc(block, bytes) { return unsafe moved }
    openReserve()
    if let moved = unsafe realloc(block, bytes) { return unsafe moved }
    giveUp()
  }

  private static func giveUp() -> Never {
    flushOutput()
    unsafe fputs("nn: out of memory\n", stderr)
    exit(1)
  }

  /// Whether the system would give so many bytes.
  static func hasRoom(_ bytes: Int) -> Bool {
    // Not with malloc: a block that nobody uses is never asked for.
    let block = unsafe mmap(nil, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    if unsafe block == MAP_FAILED { return false }
    unsafe munmap(block, bytes)
    return true
  }

  /// The same for a piece that whoever asks can do without for a while. Where there is none, the program comes to its
  /// next safe point soon.
  static func mayTake(_ bytes: Int) -> Bool {
    if bytes < 1 << 20 || hasRoom(bytes) { return true }
    openReserve()
    return false
  }

  /// A larger block in the place of a large one, which the system need not always move: for `wanted` bytes, or for a few
  /// less where memory ends, but not for less than `least`. Nil where the old one is not large, or nothing is left.
  static func extend(
    _ block: UnsafeMutableRawPointer, _ old: Int, _ wanted: Int, least: Int, stride: Int
  ) -> (block: UnsafeMutableRawPointer, bytes: Int)? {
    guard isLarge(old), wanted > old else { return nil }
    keepReserveAgain()
    if let moved = unsafe realloc(block, wanted) { return unsafe (moved, wanted) }
    if wanted < reserveSize { return nil }
    let elements = old / stride
    func resized(_ bytes: Int) -> (block: UnsafeMutableRawPointer, bytes: Int)? {
      let bytes = min(wanted, max(least, bytes))
      guard let moved = unsafe realloc(block, bytes) else { return nil }
      return unsafe (moved, bytes)
    }
    if let moved = unsafe resized(old &+ elements / 8 &* stride) { return unsafe moved }
    if let moved = unsafe resized(old &+ elements / 64 &* stride) { return unsafe moved }
    openReserve()
    return unsafe resized(old &+ 4_096 &* stride)
  }
}
