// A fence file: small blocks of memory, kept by size.
import Glibc

/// Memory for objects and for the items of small lists. Freed blocks wait in one list for each size, linked through
/// their first bytes; new ones are cut from larger pieces, which stay with the process.
enum BlockPool {
  /// The largest block that is pooled, in bytes.
  static let largest = 1_024
  /// How many bytes are asked of the system at once.
  private static let pieceSize = 16_384
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

  /// Small objects only: where the system has no memory left for them nothing can go on.
  @inline(never) private static func cut(_ sizeClass: Int) -> UnsafeMutableRawPointer {
    let lists = unsafe lists ?? makeLists()
    let size = sizeClass &* 16
    let piece = unsafe malloc(pieceSize).unsafelyUnwrapped
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
    unsafe malloc(bytes).unsafelyUnwrapped
  }
}
