// A fence file: the memory of strings, and how strings are made.
import Glibc

extension Value {
  static func string(_ text: String) -> Value {
    var text = text
    var builder = TextBuilder(capacity: text.utf8.count)
    text.withUTF8 { buffer in
      if let base = buffer.baseAddress { unsafe builder.append(ByteView(base, buffer.count)) }
    }
    return builder.finish()
  }

  static func string(_ text: UnicodeText) -> Value { .string(utf8: text.utf8) }

  static func string(utf8: [UInt8]) -> Value {
    if utf8.count == 1, utf8[0] < 0x80 { return .character(UInt32(utf8[0])) }
    var builder = TextBuilder(capacity: utf8.count)
    builder.append(utf8)
    return builder.finish()
  }

  /// The text of some bytes.
  static func string(_ bytes: ByteView) -> Value { unsafe .string(bytes.base, bytes.count) }
  static func string(ascii bytes: ByteView) -> Value { unsafe .string(bytes.base, bytes.count, isASCII: true) }

  static func string(_ base: UnsafePointer<UInt8>, _ count: Int, isASCII: Bool = false) -> Value {
    if count == 0 { return .emptyString }
    if count == 1, unsafe base[0] < 0x80 { return .character(UInt32(unsafe base[0])) }
    if unsafe !isASCII && !ByteView(base, count).isASCII {
      var builder = TextBuilder(capacity: count)
      unsafe builder.append(ByteView(base, count))
      return builder.finish()
    }
    let header = unsafe StringMemory.allocate(count)
    unsafe memcpy(StringMemory.bytes(header), base, count)
    unsafe StringMemory.complete(header, count, count)
    return unsafe .string(Ref(taking: header))
  }

  /// The text of code points below 256, a byte each.
  static func latin(_ points: ByteView) -> Value {
    let (count, high) = (points.count, points.highCount)
    if high == 0 { return unsafe .string(points.base, count, isASCII: true) }
    if count == 1 { return .character(UInt32(points[0])) }
    let start = (count &+ high &+ 3) & ~3
    let header = unsafe StringMemory.allocate(start &+ count &* 4)
    var place = unsafe StringMemory.bytes(header)
    let wide = unsafe UnsafeMutableRawPointer(place + start).assumingMemoryBound(to: UInt32.self)
    for index in 0..<count {
      let point = unsafe points.base[index]
      unsafe wide[index] = UInt32(point)
      if point < 0x80 {
        unsafe place.pointee = point
        unsafe place += 1
      } else {
        unsafe place[0] = 0xC0 | point >> 6
        unsafe place[1] = 0x80 | point & 0x3F
        unsafe place += 2
      }
    }
    unsafe StringMemory.complete(header, count &+ high, count)
    return unsafe .string(Ref(taking: header))
  }

  /// Both texts, one after the other. The left one is changed where nobody else has it.
  static func concatenation(_ left: consuming Value, _ right: Unowned<StringObject>) -> Value {
    guard let first = left.asString else { return left }
    if right.value.byteCount == 0 { return left }
    let isASCII = first.value.isASCII && right.value.isASCII
    if isASCII, let object = left.object, object.count == 1 {
      let (old, added) = (first.value.byteCount, right.value.byteCount)
      // Not the same text twice: then somebody else would have it.
      let header = unsafe StringMemory.resize(StringMemory.take(left), old &+ added)
      unsafe memcpy(StringMemory.bytes(header) + old, right.value.base, added)
      unsafe StringMemory.complete(header, old &+ added, old &+ added)
      return unsafe .string(Ref(taking: header))
    }
    if isASCII && first.value.byteCount > 0 {
      let (old, added) = (first.value.byteCount, right.value.byteCount)
      let header = unsafe StringMemory.allocate(old &+ added)
      unsafe memcpy(StringMemory.bytes(header), first.value.base, old)
      unsafe memcpy(StringMemory.bytes(header) + old, right.value.base, added)
      unsafe StringMemory.complete(header, old &+ added, old &+ added)
      return unsafe .string(Ref(taking: header))
    }
    var builder = TextBuilder(capacity: first.value.byteCount &+ right.value.byteCount)
    builder.append(first.value.bytes)
    builder.append(right.value.bytes)
    return builder.finish()
  }

  /// The text of one code point.
  static func character(_ point: UInt32) -> Value {
    if point < 256 { return StringMemory.cached(Int(point)) }
    var builder = TextBuilder(capacity: 4)
    builder.append(codePoint: point)
    return builder.finish()
  }

  static var emptyString: Value { StringMemory.cached(256) }

  /// The decimal digits of an integer.
  static func decimal(_ integer: Int) -> Value {
    if integer >= 0 && integer < 10 { return .character(UInt32(integer + 48)) }
    let (magnitude, sign) = (integer.magnitude, integer < 0 ? 1 : 0)
    let length = StringMemory.digitCount(magnitude) &+ sign
    let header = unsafe StringMemory.allocate(length)
    unsafe StringMemory.writeDigits(magnitude, endingAt: StringMemory.bytes(header) + length)
    if integer < 0 { unsafe StringMemory.bytes(header)[0] = UInt8(ascii: "-") }
    unsafe StringMemory.complete(header, length, length)
    return unsafe .string(Ref(taking: header))
  }
}

/// The pieces of memory that strings are.
enum StringMemory {
  private static let headerSize = 8
  private static let payloadSize = MemoryLayout<StringObject>.size

  static func allocate(_ bytes: Int) -> UnsafeMutablePointer<Header> {
    unsafe Heap.allocate(payloadSize &+ bytes, .string)
  }

  @inline(__always) static func bytes(_ header: UnsafeMutablePointer<Header>) -> UnsafeMutablePointer<UInt8> {
    unsafe (UnsafeMutableRawPointer(header) + (headerSize &+ payloadSize)).assumingMemoryBound(to: UInt8.self)
  }

  /// Makes the memory a string, once its bytes stand there.
  @inline(__always) static func complete(_ header: UnsafeMutablePointer<Header>, _ bytes: Int, _ count: Int) {
    let payload = unsafe (UnsafeMutableRawPointer(header) + headerSize).assumingMemoryBound(to: StringObject.self)
    unsafe payload.initialize(to: StringObject(byteCount: bytes, count: count, base: StringMemory.bytes(header)))
  }

  /// Room for more or fewer bytes; the object may move, so nobody else may have it.
  static func resize(_ header: UnsafeMutablePointer<Header>, _ bytes: Int) -> UnsafeMutablePointer<Header> {
    unsafe Heap.resize(header, payloadSize &+ bytes)
  }

  /// The memory of a string that gives up its owner's share.
  static func take(_ value: consuming Value) -> UnsafeMutablePointer<Header> {
    guard case .string(let r) = consume value else { return unsafe allocate(0) }
    return unsafe r.surrendered()
  }

  /// How many decimal digits a number has.
  static func digitCount(_ number: UInt) -> Int {
    var (count, left) = (1, number)
    while left >= 10_000 {
      left /= 10_000
      count &+= 4
    }
    return left >= 1000 ? count &+ 3 : left >= 100 ? count &+ 2 : left >= 10 ? count &+ 1 : count
  }

  /// Writes the decimal digits of a number before `end`, where there is room for them.
  static func writeDigits(_ number: UInt, endingAt end: UnsafeMutablePointer<UInt8>) {
    var (place, left) = unsafe (end, number)
    repeat {
      unsafe place -= 1
      unsafe place.pointee = 48 &+ UInt8(truncatingIfNeeded: left % 10)
      left /= 10
    } while left > 0
  }

  private static var cache: UnsafeMutablePointer<UnsafeMutablePointer<Header>>?

  /// The texts of the first 256 code points, and the empty one; made once.
  static func cached(_ index: Int) -> Value {
    if unsafe cache == nil { fill() }
    let header = unsafe cache.unsafelyUnwrapped[index]
    unsafe header.pointee.count &+= 1
    return unsafe .string(Ref(taking: header))
  }

  /// The same as a register, where there is one; valid for ever.
  @inline(__always) static func cachedRegister(_ point: UInt8) -> UnsafeMutablePointer<Value>? {
    guard let registers = unsafe registers else { return unsafe makeRegisters(point) }
    return unsafe registers + Int(point)
  }

  private static var registers: UnsafeMutablePointer<Value>?

  @inline(never) private static func makeRegisters(_ point: UInt8) -> UnsafeMutablePointer<Value> {
    let made = UnsafeMutablePointer<Value>.allocate(capacity: 256)
    for index in 0..<256 { unsafe (made + index).initialize(to: cached(index)) }
    unsafe registers = made
    return unsafe made + Int(point)
  }

  private static func fill() {
    let table = UnsafeMutablePointer<UnsafeMutablePointer<Header>>.allocate(capacity: 257)
    for point in 0..<256 {
      let header: UnsafeMutablePointer<Header>
      if point < 0x80 {
        unsafe header = allocate(1)
        unsafe bytes(header)[0] = UInt8(point)
        unsafe complete(header, 1, 1)
      } else {
        unsafe header = allocate(8)
        unsafe bytes(header)[0] = UInt8(0xC0 | point >> 6)
        unsafe bytes(header)[1] = UInt8(0x80 | point & 0x3F)
        unsafe (UnsafeMutableRawPointer(bytes(header)) + 4).storeBytes(of: UInt32(point), as: UInt32.self)
        unsafe complete(header, 2, 1)
      }
      unsafe (table + point).initialize(to: header)
    }
    let empty = unsafe allocate(0)
    unsafe complete(empty, 0, 0)
    unsafe (table + 256).initialize(to: empty)
    unsafe cache = table
  }
}

/// A string that is being written.
@safe struct TextBuilder: ~Copyable {
  private var header: UnsafeMutablePointer<Header>
  private var capacity: Int
  private(set) var byteCount = 0
  /// All bytes so far, one over the other: below 0x80 for ASCII.
  private var union: UInt8 = 0

  init(capacity: Int = 16) {
    self.capacity = max(capacity, 8)
    unsafe header = StringMemory.allocate(self.capacity)
  }

  @inline(__always) private mutating func reserve(_ more: Int) { if byteCount &+ more > capacity { grow(more) } }

  @inline(never) private mutating func grow(_ more: Int) {
    capacity = max(capacity &* 2, byteCount &+ more)
    unsafe header = StringMemory.resize(header, capacity)
  }

  @inline(__always) mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe StringMemory.bytes(header)[byteCount] = byte
    byteCount &+= 1
    union |= byte
  }

  mutating func append(_ bytes: ByteView) {
    append(ascii: bytes)
    if union < 0x80 && !bytes.isASCII { union = 0x80 }
  }

  /// Bytes that are known to be ASCII.
  @inline(__always) mutating func append(ascii bytes: ByteView) {
    reserve(bytes.count)
    let target = unsafe StringMemory.bytes(header) + byteCount
    if bytes.count <= 8 {
      // A call costs more than so few bytes.
      var index = 0
      while index < bytes.count {
        unsafe target[index] = bytes.base[index]
        index &+= 1
      }
    } else {
      unsafe memcpy(target, bytes.base, bytes.count)
    }
    byteCount &+= bytes.count
  }

  @inline(__always) mutating func append(_ string: Unowned<StringObject>) {
    append(ascii: string.value.bytes)
    if !string.value.isASCII { union = 0x80 }
  }

  mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { unsafe append(ByteView(base, buffer.count)) }
    }
  }

  /// ASCII bytes, where letters from `first` on, 26 of them, change their case.
  mutating func append(ascii bytes: ByteView, flippingCaseFrom first: UInt8) {
    reserve(bytes.count)
    let target = unsafe StringMemory.bytes(header) + byteCount
    for index in 0..<bytes.count {
      let byte = unsafe bytes.base[index]
      unsafe target[index] = byte ^ (byte &- first < 26 ? 0x20 : 0)
    }
    byteCount &+= bytes.count
  }

  /// ASCII bytes, one of them replaced by another one everywhere.
  mutating func append(ascii bytes: ByteView, replacing old: UInt8, by new: UInt8) {
    reserve(bytes.count)
    let target = unsafe StringMemory.bytes(header) + byteCount
    for index in 0..<bytes.count {
      let byte = unsafe bytes.base[index]
      unsafe target[index] = byte == old ? new : byte
    }
    byteCount &+= bytes.count
  }

  mutating func append(repeating byte: UInt8, count: Int) {
    guard count > 0 else { return }
    reserve(count)
    unsafe memset(StringMemory.bytes(header) + byteCount, Int32(byte), count)
    byteCount &+= count
    union |= byte
  }

  mutating func append(codePoint point: UInt32) {
    if point < 0x80 { return append(UInt8(truncatingIfNeeded: point)) }
    if point >= 0x10000 {
      append(UInt8(truncatingIfNeeded: 0xF0 | (point >> 18 & 0x07)))
      append(UInt8(truncatingIfNeeded: 0x80 | (point >> 12 & 0x3F)))
      append(UInt8(truncatingIfNeeded: 0x80 | (point >> 6 & 0x3F)))
    } else if point >= 0x800 {
      append(UInt8(truncatingIfNeeded: 0xE0 | point >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | (point >> 6 & 0x3F)))
    } else {
      append(UInt8(truncatingIfNeeded: 0xC0 | point >> 6))
    }
    append(UInt8(truncatingIfNeeded: 0x80 | (point & 0x3F)))
  }

  /// The code points of a range, which has to be valid.
  mutating func append(_ points: [UInt32], from start: Int, to end: Int) {
    precondition(start >= 0 && start <= end && end <= points.count)
    unsafe points.withUnsafeBufferPointer { points in
      reserve(end &- start)
      var index = start
      while index < end {
        let point = unsafe points[index]
        if point < 0x80, byteCount < capacity {
          unsafe StringMemory.bytes(header)[byteCount] = UInt8(truncatingIfNeeded: point)
          byteCount &+= 1
        } else {
          append(codePoint: point)
        }
        index &+= 1
      }
    }
  }

  /// The decimal digits of an integer.
  mutating func append(_ integer: Int) {
    let length = StringMemory.digitCount(integer.magnitude) &+ (integer < 0 ? 1 : 0)
    reserve(length)
    let start = unsafe StringMemory.bytes(header) + byteCount
    unsafe StringMemory.writeDigits(integer.magnitude, endingAt: start + length)
    if integer < 0 { unsafe start[0] = UInt8(ascii: "-") }
    byteCount &+= length
  }

  /// So many decimal digits of a number, with zeros before it.
  mutating func append(_ number: UInt, digits: Int) {
    reserve(digits)
    let end = unsafe StringMemory.bytes(header) + (byteCount &+ digits)
    var (index, left) = (1, number)
    while index <= digits {
      unsafe (end - index).pointee = 48 &+ UInt8(truncatingIfNeeded: left % 10)
      left /= 10
      index &+= 1
    }
    byteCount &+= digits
  }

  /// The string. Its memory shrinks to what it needs.
  consuming func finish() -> Value {
    let (header, byteCount, capacity, isASCII) = unsafe (header, byteCount, capacity, union < 0x80)
    discard self
    if isASCII && byteCount <= 1 {
      let value =
        byteCount == 0 ? StringMemory.cached(256) : unsafe StringMemory.cached(Int(StringMemory.bytes(header)[0]))
      unsafe Heap.abandon(header)
      return value
    }
    if isASCII {
      let fitting = capacity &- byteCount > 16 ? unsafe StringMemory.resize(header, byteCount) : unsafe header
      unsafe StringMemory.complete(fitting, byteCount, byteCount)
      return unsafe .string(Ref(taking: fitting))
    }
    return unsafe TextBuilder.finishWide(header, byteCount)
  }

  /// Writes the code points behind the bytes.
  private static func finishWide(_ header: UnsafeMutablePointer<Header>, _ byteCount: Int) -> Value {
    var count = 0
    for index in 0..<byteCount where unsafe StringMemory.bytes(header)[index] & 0xC0 != 0x80 { count &+= 1 }
    let start = (byteCount &+ 3) & ~3
    let moved = unsafe StringMemory.resize(header, start &+ count &* 4)
    let bytes = unsafe StringMemory.bytes(moved)
    let wide = unsafe UnsafeMutableRawPointer(bytes + start).assumingMemoryBound(to: UInt32.self)
    var (place, point, index) = (-1, UInt32(0), 0)
    while index < byteCount {
      let byte = unsafe bytes[index]
      if byte & 0xC0 == 0x80 {
        point = point << 6 | UInt32(byte & 0x3F)
      } else {
        if place >= 0 { unsafe wide[place] = point }
        place &+= 1
        point = UInt32(byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0x0F : byte & 0x07)
      }
      index &+= 1
    }
    if place >= 0 { unsafe wide[place] = point }
    unsafe StringMemory.complete(moved, byteCount, count)
    return unsafe .string(Ref(taking: moved))
  }

  deinit { unsafe Heap.abandon(header) }
}
