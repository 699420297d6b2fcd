/// An element as an unsigned number of the same order: nan after everything, both zeros alike for `canonicalKey`.
protocol SortableElement: Element {
  /// Orders as NumPy sorts; -0.0 stands before 0.0.
  var key: UInt64 { get }
  init(key: UInt64)
  /// As `key`, with -0.0 equal to 0.0.
  var canonicalKey: UInt64 { get }
}
extension SortableElement {
  @inline(__always) var canonicalKey: UInt64 { key }
}
extension Truth: SortableElement {
  @inline(__always) var key: UInt64 { UInt64(byte) }
  @inline(__always) init(key: UInt64) { byte = UInt8(truncatingIfNeeded: key) }
}
extension UInt8: SortableElement {
  @inline(__always) var key: UInt64 { UInt64(self) }
  @inline(__always) init(key: UInt64) { self = UInt8(truncatingIfNeeded: key) }
}
extension UInt64: SortableElement {
  @inline(__always) var key: UInt64 { self }
  @inline(__always) init(key: UInt64) { self = key }
}
extension Int64: SortableElement {
  @inline(__always) var key: UInt64 { UInt64(bitPattern: self) ^ (1 << 63) }
  @inline(__always) init(key: UInt64) { self = Int64(bitPattern: key ^ (1 << 63)) }
}
extension Double: SortableElement {
  @inline(__always) var key: UInt64 {
    if self != self { return .max }
    let bits = Int64(bitPattern: bitPattern)
    return UInt64(bitPattern: bits ^ ((bits &>> 63) | .min))
  }
  @inline(__always) init(key: UInt64) {
    if key == .max {
      self = .nan
    } else {
      let bits = Int64(bitPattern: key)
      self = Double(bitPattern: UInt64(bitPattern: bits ^ (~(bits &>> 63) | .min)))
    }
  }
  @inline(__always) var canonicalKey: UInt64 { (self + 0).key }
}
extension Float: SortableElement {
  @inline(__always) var key: UInt64 {
    if self != self { return UInt64(UInt32.max) }
    let bits = Int32(bitPattern: bitPattern)
    return UInt64(UInt32(bitPattern: bits ^ ((bits &>> 31) | .min)))
  }
  @inline(__always) init(key: UInt64) {
    let key = UInt32(truncatingIfNeeded: key)
    if key == .max {
      self = .nan
    } else {
      let bits = Int32(bitPattern: key)
      self = Float(bitPattern: UInt32(bitPattern: bits ^ (~(bits &>> 31) | .min)))
    }
  }
  @inline(__always) var canonicalKey: UInt64 { (self + 0).key }
}
