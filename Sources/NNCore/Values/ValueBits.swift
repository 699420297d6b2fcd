// A fence file: values as the bits that they are.

/// What every value that is not plain has in common: one reference, in its first word (held by a test). So it is copied
/// and let go without a switch over what it may be.
enum ValueBits {
  /// What stands before the object of a value that is not plain.
  @inline(__always) static func header(_ value: UnsafeRawPointer) -> UnsafeMutablePointer<Header> {
    unsafe value.load(as: UnsafeMutablePointer<Header>.self)
  }

  /// Gives up the object of a value that is not plain; what stands there is no value any more.
  @inline(__always) static func release(_ place: UnsafeMutablePointer<Value>) {
    let header = unsafe header(place)
    unsafe header.pointee.count &-= 1
    if unsafe header.pointee.count == 0 { unsafe Heap.release(header) }
  }

  /// Another owner of the value at a place: the same bits.
  @inline(__always) static func copy(_ place: UnsafePointer<Value>) -> Value {
    if !(unsafe place.pointee.isPlain) { unsafe header(place).pointee.count &+= 1 }
    return unsafe UnsafeMutablePointer(mutating: place).move()
  }
}

extension Value {
  /// Another owner of the same value. Not inlined: behind a switch over the same value an inlined copy makes the
  /// optimiser of Swift 6.3.1 abort.
  @inline(never) borrowing func copy() -> Value { unsafe _withUnprotectedUnsafePointer(to: self) { unsafe ValueBits.copy($0) } }

  /// The object behind the value, for identity and for the collector; nil for plain values.
  var object: ObjectPointer? {
    @inline(__always) borrowing get {
      if isPlain { return nil }
      return unsafe _withUnprotectedUnsafePointer(to: self) { unsafe ObjectPointer(ValueBits.header($0)) }
    }
  }
}

extension Visitor {
  @inline(__always) mutating func visit(_ value: borrowing Value) { if let object = value.object { see(object) } }
  @inline(__always) mutating func visit(_ values: borrowing ValueList) {
    guard let base = unsafe values.baseAddress else { return }
    for index in 0..<values.count {
      let place = unsafe base + index
      if !(unsafe place.pointee.isPlain) { see(unsafe ObjectPointer(ValueBits.header(place))) }
    }
  }
}
