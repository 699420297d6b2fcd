// A fence file: strings with their bytes right behind the object.
import Glibc

/// `str`: a sequence of code points with constant-time length and index. Its UTF-8 bytes stand in the same piece of
/// memory (a lone surrogate as its three-byte form); behind the bytes of text beyond ASCII stand its code points.
@safe struct StringObject: Object, ~Copyable {
  static var kind: Kind { .string }
  /// The number of bytes, and of code points: equal for ASCII.
  let byteCount: Int
  let count: Int
  /// The hash once it was asked for, else 0.
  var cachedHash = 0
  /// Where the bytes stand.
  let base: UnsafeMutablePointer<UInt8>

  init(byteCount: Int, count: Int, base: UnsafeMutablePointer<UInt8>) {
    self.byteCount = byteCount
    self.count = count
    unsafe self.base = base
  }

  var isASCII: Bool { @inline(__always) borrowing get { count == byteCount } }

  /// The bytes, valid while the string lives.
  var bytes: ByteView { @inline(__always) borrowing get { unsafe ByteView(base, byteCount) } }

  /// The first byte of a text that is not empty.
  var firstByte: UInt8 { @inline(__always) borrowing get { unsafe base[0] } }

  /// The code points of text beyond ASCII.
  var wide: UnsafeMutablePointer<UInt32> {
    borrowing get { unsafe UnsafeMutableRawPointer(base + (byteCount &+ 3) & ~3).assumingMemoryBound(to: UInt32.self) }
  }

  /// The code point at an index.
  subscript(index: Int) -> UInt32 {
    borrowing get {
      precondition(index >= 0 && index < count)
      return unsafe isASCII ? UInt32(base[index]) : wide[index]
    }
  }

  /// The text apart from the heap.
  var text: UnicodeText {
    borrowing get {
      let utf8 = unsafe Array(UnsafeBufferPointer(start: base, count: byteCount))
      return unsafe UnicodeText(
        utf8: utf8, wide: isASCII ? [] : Array(UnsafeBufferPointer(start: wide, count: count)))
    }
  }

  borrowing func appendPoints(to points: inout [UInt32]) {
    if isASCII {
      if count > 32 {
        unsafe points.append(contentsOf: UnsafeBufferPointer(start: base, count: count).lazy.map { UInt32($0) })
        return
      }
      for index in 0..<count { unsafe points.append(UInt32(base[index])) }
    } else {
      unsafe points.append(contentsOf: UnsafeBufferPointer(start: wide, count: count))
    }
  }

  /// Appends the code points, a byte each; false, and nothing is appended, where one is above 255.
  borrowing func appendLatin(to points: inout [UInt8]) -> Bool {
    if isASCII {
      unsafe points.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
      return true
    }
    var union: UInt32 = 0
    for index in 0..<count { union |= unsafe wide[index] }
    if union > 255 { return false }
    let start = points.count
    points.append(contentsOf: repeatElement(0, count: count))
    unsafe points.withUnsafeMutableBufferPointer { bytes in
      for index in 0..<count { unsafe bytes[start &+ index] = UInt8(truncatingIfNeeded: wide[index]) }
    }
    return true
  }

  // MARK: Comparing

  @inline(__always) borrowing func isEqual(to other: borrowing StringObject) -> Bool {
    guard byteCount == other.byteCount else { return false }
    if byteCount == 1 { return unsafe base[0] == other.base[0] }
    return unsafe memcmp(base, other.base, byteCount) == 0
  }

  /// Negative, 0 or positive: the order by code points, which is the order of UTF-8 bytes.
  @inline(__always) borrowing func order(_ other: borrowing StringObject) -> Int {
    let result = unsafe memcmp(base, other.base, min(byteCount, other.byteCount))
    return result == 0 ? byteCount &- other.byteCount : Int(result)
  }

  /// The first eight bytes as a number: where those of two texts differ, they are in the order of the texts.
  var rank: UInt64 {
    borrowing get {
      var (rank, index) = (UInt64(0), 0)
      while index < min(byteCount, 8) {
        rank |= UInt64(unsafe base[index]) << UInt64(56 &- 8 &* index)
        index &+= 1
      }
      return rank
    }
  }

  /// The hash: never 0 or -1 but for the empty text. (CPython's own changes from run to run.)
  mutating func hash() -> Int {
    if cachedHash != 0 || byteCount == 0 { return cachedHash }
    cachedHash = bytes.hash
    return cachedHash
  }

  // MARK: Searching

  /// The first place of `part` between two indices; nil when there is none.
  borrowing func find(_ part: borrowing StringObject, from start: Int, to end: Int) -> Int? {
    guard start >= 0, end <= count, start <= end &- part.count else { return nil }
    if isASCII {
      guard part.isASCII else { return nil }
      return bytes.find(part.bytes, from: start, to: end)
    }
    if part.count == 0 { return start }
    let first = part[0]
    var place = start
    while place <= end &- part.count {
      if unsafe wide[place] == first && has(part, at: place) { return place }
      place &+= 1
    }
    return nil
  }

  /// The last place of `part` between two indices; nil when there is none.
  borrowing func findLast(_ part: borrowing StringObject, from start: Int, to end: Int) -> Int? {
    guard start >= 0, end <= count, start <= end &- part.count else { return nil }
    var place = end &- part.count
    while place >= start {
      if has(part, at: place) { return place }
      place &-= 1
    }
    return nil
  }

  /// Whether `part` stands at an index.
  borrowing func has(_ part: borrowing StringObject, at index: Int) -> Bool {
    guard index >= 0, index <= count &- part.count else { return false }
    if isASCII {
      return part.isASCII ? unsafe memcmp(base + index, part.base, part.byteCount) == 0 : false
    }
    for offset in 0..<part.count where unsafe wide[index &+ offset] != part[offset] { return false }
    return true
  }

  // MARK: New strings

  /// The code points of a range, which has to be valid.
  borrowing func slice(_ start: Int, _ end: Int) -> Value {
    precondition(start >= 0 && start <= end && end <= count)
    if isASCII { return unsafe .string(base + start, end &- start, isASCII: true) }
    if end &- start == 1 { return .character(self[start]) }
    var builder = TextBuilder(capacity: (end &- start) &* 2)
    for index in start..<end { builder.append(codePoint: unsafe wide[index]) }
    return builder.finish()
  }

  /// The byte at which the code point of an index begins.
  borrowing func byteOffset(of index: Int) -> Int {
    if isASCII { return index }
    var (offset, left) = (0, index)
    while left > 0 {
      let lead = unsafe base[offset]
      offset &+= lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      left &-= 1
    }
    return offset
  }

  /// The text repeated.
  borrowing func repeated(_ times: Int) -> Value {
    var builder = TextBuilder(capacity: byteCount &* max(times, 0))
    for _ in 0..<max(times, 0) { builder.append(bytes) }
    return builder.finish()
  }
}

extension [UInt8] {
  /// The first place of a byte from an index on.
  func place(of byte: UInt8, from start: Int) -> Int? {
    unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      return unsafe ByteView(base, bytes.count).find(byte, from: start)
    }
  }

  /// Lends the bytes of a range, which has to be valid.
  func lend(_ start: Int, _ end: Int, _ body: (ByteView) -> Void) {
    precondition(start >= 0 && start <= end && end <= count)
    unsafe withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { unsafe body(ByteView(base + start, end &- start)) }
    }
  }
}

/// Bytes that belong to something else, valid while that lives.
@safe struct ByteView {
  /// Where they stand.
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always) init(_ base: UnsafePointer<UInt8>, _ count: Int) {
    unsafe self.base = base
    self.count = count
  }

  subscript(index: Int) -> UInt8 {
    @inline(__always) get {
      precondition(index >= 0 && index < count)
      return unsafe base[index]
    }
  }

  /// The bytes of a range.
  @inline(__always) func slice(_ start: Int, _ end: Int) -> ByteView {
    precondition(start >= 0 && start <= end && end <= count)
    return unsafe ByteView(base + start, end &- start)
  }

  var array: [UInt8] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

  var isASCII: Bool {
    var (index, bits) = (0, UInt64(0))
    while index &+ 8 <= count {
      bits |= unsafe UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      index &+= 8
    }
    while index < count {
      bits |= UInt64(unsafe base[index])
      index &+= 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }

  /// How many bytes are above 127.
  var highCount: Int {
    var (index, found) = (0, 0)
    while index &+ 8 <= count {
      let word = unsafe UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { found &+= (word & 0x8080_8080_8080_8080).nonzeroBitCount }
      index &+= 8
    }
    while index < count {
      found &+= Int(unsafe base[index] >> 7)
      index &+= 1
    }
    return found
  }

  func append(to array: inout [UInt8]) {
    unsafe array.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
  }

  /// Appends the bytes in single quotes, where nothing in them needs an escape; false where something does.
  func appendPlainRepr(to array: inout [UInt8]) -> Bool {
    for index in 0..<count {
      let byte = unsafe base[index]
      if byte < 0x20 || byte >= 0x7F || byte == 0x27 || byte == 0x5C { return false }
    }
    array.append(0x27)
    append(to: &array)
    array.append(0x27)
    return true
  }

  func isEqual(to other: ByteView) -> Bool { unsafe count == other.count && memcmp(base, other.base, count) == 0 }

  /// The first place of a byte from an index on.
  func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start >= 0, start < count, let found = unsafe memchr(base + start, Int32(byte), count &- start) else {
      return nil
    }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The first place of a part between two indices.
  func find(_ part: ByteView, from start: Int, to end: Int) -> Int? {
    guard start >= 0, end <= count, start <= end &- part.count else { return nil }
    if part.count == 0 { return start }
    let (first, last) = (Int32(unsafe part.base[0]), end &- part.count)
    var place = start
    while place <= last, let found = unsafe memchr(base + place, first, last &- place &+ 1) {
      place = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if unsafe part.count == 1 || memcmp(base + place, part.base, part.count) == 0 { return place }
      place &+= 1
    }
    return nil
  }

  @inline(__always) func has(_ byte: UInt8) -> Bool { unsafe memchr(base, Int32(byte), count) != nil }

  /// Eight bytes at a time, mixed by multiplication.
  var hash: Int {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index &+ 8 <= count {
      hash = ByteView.mix(hash, unsafe UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < count {
      rest = rest << 8 | UInt64(unsafe base[index])
      index &+= 1
    }
    hash = ByteView.mix(hash, rest)
    let result = Int(bitPattern: UInt(hash ^ hash >> 32))
    return result == 0 || result == -1 ? 7 : result
  }

  @inline(__always) private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let (high, low) = (hash ^ word ^ 0x2545_F491_4F6C_DD1D).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }
}
