/// The number that stands for an element while it is sorted: of the element's order, the largest one for nan.
protocol SortKey: FixedWidthInteger & SignedInteger & BitwiseCopyable {
  /// Calls `body` with the places that up to eight keys from `start` on have among `count` keys; keys that are equal keep
  /// their order. Eight keys are read there in any case.
  static func forEachPlace(
    _ keys: UnsafePointer<Self>, _ count: Int, _ start: Int, _ body: (_ lane: Int, _ place: Int) -> Void)
  /// The float that the key stands for.
  var floatValue: Double { get }
}

/// The places that eight keys from `start` on have among `count` keys; those that are equal keep their order. Reads
/// eight keys there in any case.
@inline(__always) private func places(of keys: UnsafePointer<Int64>, _ count: Int, _ start: Int) -> SIMD8<Int64> {
  let own = UnsafeRawPointer(keys + start).loadUnaligned(as: SIMD8<Int64>.self)
  var rank = SIMD8<Int64>(repeating: 0)
  for j in 0..<start { rank.replace(with: rank &+ 1, where: SIMD8<Int64>(repeating: keys[j]) .<= own) }
  let lanes = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7)
  for j in start..<min(start &+ 8, count) {
    let key = SIMD8<Int64>(repeating: keys[j])
    let isLater = lanes .> SIMD8<Int64>(repeating: Int64(truncatingIfNeeded: j &- start))
    rank.replace(with: rank &+ 1, where: (key .< own) .| ((key .== own) .& isLater))
  }
  var j = start &+ 8
  while j < count {
    rank.replace(with: rank &+ 1, where: SIMD8<Int64>(repeating: keys[j]) .< own)
    j &+= 1
  }
  return rank
}

extension Int64: SortKey {
  @inline(__always) static func forEachPlace(
    _ keys: UnsafePointer<Int64>, _ count: Int, _ start: Int, _ body: (_ lane: Int, _ place: Int) -> Void
  ) {
    // Written out for each type: comparisons of vectors of a generic type are no vector instructions.
    let found = places(of: keys, count, start)
    for lane in 0..<Swift.min(8, count &- start) { body(lane, Int(found[lane])) }
  }
  @inline(__always) var floatValue: Double { Double(bitPattern: UInt64(bitPattern: self ^ ((self &>> 63) & .max))) }
}

/// The places that eight keys from `start` on have among `count` keys; those that are equal keep their order. Reads
/// eight keys there in any case.
@inline(__always) private func places(of keys: UnsafePointer<Int32>, _ count: Int, _ start: Int) -> SIMD8<Int32> {
  let own = UnsafeRawPointer(keys + start).loadUnaligned(as: SIMD8<Int32>.self)
  var rank = SIMD8<Int32>(repeating: 0)
  for j in 0..<start { rank.replace(with: rank &+ 1, where: SIMD8<Int32>(repeating: keys[j]) .<= own) }
  let lanes = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7)
  for j in start..<min(start &+ 8, count) {
    let key = SIMD8<Int32>(repeating: keys[j])
    let isLater = lanes .> SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: j &- start))
    rank.replace(with: rank &+ 1, where: (key .< own) .| ((key .== own) .& isLater))
  }
  var j = start &+ 8
  while j < count {
    rank.replace(with: rank &+ 1, where: SIMD8<Int32>(repeating: keys[j]) .< own)
    j &+= 1
  }
  return rank
}

extension Int32: SortKey {
  @inline(__always) static func forEachPlace(
    _ keys: UnsafePointer<Int32>, _ count: Int, _ start: Int, _ body: (_ lane: Int, _ place: Int) -> Void
  ) {
    // Written out for each type: comparisons of vectors of a generic type are no vector instructions.
    let found = places(of: keys, count, start)
    for lane in 0..<Swift.min(8, count &- start) { body(lane, Int(found[lane])) }
  }
  @inline(__always) var floatValue: Double {
    Double(Float(bitPattern: UInt32(bitPattern: self ^ ((self &>> 31) & .max))))
  }
}

/// An element that is sorted by a key.
protocol KeyedElement: BitwiseCopyable {
  associatedtype Key: SortKey
  static var isFloat: Bool { get }
  /// -0.0 stands before 0.0.
  var sortKey: Key { get }
  init(sortKey: Key)
  /// As `sortKey`, with both zeros alike.
  var orderKey: Key { get }
}

extension KeyedElement {
  @inline(__always) static var isFloat: Bool { false }
  @inline(__always) var orderKey: Key { sortKey }
}

extension KeyedElement where Self: FixedWidthInteger, Key == Int32 {
  @inline(__always) var sortKey: Int32 { Int32(truncatingIfNeeded: self) }
  @inline(__always) init(sortKey: Int32) { self.init(truncatingIfNeeded: sortKey) }
}
extension Int8: KeyedElement {
  typealias Key = Int32
}
extension UInt8: KeyedElement {
  typealias Key = Int32
}
extension Int16: KeyedElement {
  typealias Key = Int32
}
extension UInt16: KeyedElement {
  typealias Key = Int32
}
extension Int32: KeyedElement {
  typealias Key = Int32
}
extension UInt32: KeyedElement {
  @inline(__always) var sortKey: Int32 { Int32(bitPattern: self ^ (1 << 31)) }
  @inline(__always) init(sortKey: Int32) { self = UInt32(bitPattern: sortKey) ^ (1 << 31) }
}
extension Int64: KeyedElement {
  @inline(__always) var sortKey: Int64 { self }
  @inline(__always) init(sortKey: Int64) { self = sortKey }
}
extension UInt64: KeyedElement {
  @inline(__always) var sortKey: Int64 { Int64(bitPattern: self ^ (1 << 63)) }
  @inline(__always) init(sortKey: Int64) { self = UInt64(bitPattern: sortKey) ^ (1 << 63) }
}
extension Double: KeyedElement {
  static var isFloat: Bool { true }
  @inline(__always) var sortKey: Int64 {
    let bits = Int64(bitPattern: bitPattern)
    return self != self ? .max : bits ^ ((bits &>> 63) & .max)
  }
  @inline(__always) init(sortKey: Int64) {
    self = sortKey == .max ? .nan : sortKey.floatValue
  }
  @inline(__always) var orderKey: Int64 { (self + 0).sortKey }
}
extension Float: KeyedElement {
  static var isFloat: Bool { true }
  @inline(__always) var sortKey: Int32 {
    let bits = Int32(bitPattern: bitPattern)
    return self != self ? .max : bits ^ ((bits &>> 31) & .max)
  }
  @inline(__always) init(sortKey: Int32) {
    self = sortKey == .max ? .nan : Float(bitPattern: UInt32(bitPattern: sortKey ^ ((sortKey &>> 31) & .max)))
  }
  @inline(__always) var orderKey: Int32 { (self + 0).sortKey }
}
