// A fence file: values as the bits that they are.

/// What every value that is not plain has in common: one reference, in its first word (held by a test). So it is copied
/// and let go without a switch over what it may be.
enum ValueBits {
  /// What stands before the object of a value that is not plain.
  @inline(__always) static func header(_ value: UnsafeRawPointer) -> UnsafeMutablePointer<Header> {
    unsafe value.load(as: UnsafeMutablePointer<Header>.self)
  }

  /// The tag of a value fills the upper bits of its ninth byte; the plain cases come first.
  private static let plainLimit: UInt8 = 7 << 2

  /// Whether the value at a place owns nothing. As bits: what the optimiser does not see it cannot get wrong.
  @inline(__always) static func isPlain(_ value: UnsafeRawPointer) -> Bool {
    unsafe value.load(fromByteOffset: 8, as: UInt8.self) < plainLimit
  }

  /// Whether the value at a place is an int. All of the byte is compared: what the tag leaves of it is 0 in numbers.
  @inline(__always) static func isInt(_ value: UnsafeRawPointer) -> Bool {
    unsafe value.load(fromByteOffset: 8, as: UInt8.self) == 2 << 2
  }
  @inline(__always) static func isFloat(_ value: UnsafeRawPointer) -> Bool {
    unsafe value.load(fromByteOffset: 8, as: UInt8.self) == 3 << 2
  }

  /// The byte that tells what the value at a place owns: smaller than that of every object where it owns nothing.
  @inline(__always) static func tagByte(_ value: UnsafeRawPointer) -> UInt8 {
    unsafe value.load(fromByteOffset: 8, as: UInt8.self)
  }
  @inline(__always) static func isPlain(_ tagByte: UInt8) -> Bool { tagByte < plainLimit }

  /// The tag of the value at a place, in its upper six bits.
  @inline(__always) static func tag(_ value: UnsafeRawPointer) -> UInt8 {
    unsafe value.load(fromByteOffset: 8, as: UInt8.self) & 0xFC
  }

  /// Copies the bits of a value over what stands at a place.
  @inline(__always) static func move(_ value: UnsafeRawPointer, to place: UnsafeMutableRawPointer) {
    let (first, rest) = unsafe (value.load(as: UInt64.self), value.load(fromByteOffset: 8, as: UInt16.self))
    unsafe place.storeBytes(of: first, as: UInt64.self)
    unsafe place.storeBytes(of: rest, toByteOffset: 8, as: UInt16.self)
  }

  /// Copies the bits of a value over all those of a place. The two parts are loaded as they may just have been stored, a
  /// load across both would wait for that; but stored as one, so that they can be loaded as one.
  @inline(__always) static func join(_ value: UnsafeRawPointer, to place: UnsafeMutableRawPointer) {
    let rest = unsafe UInt64(value.load(fromByteOffset: 8, as: UInt16.self))
    let bits = unsafe SIMD2<UInt64>(value.load(as: UInt64.self), rest)
    unsafe place.storeBytes(of: bits, as: SIMD2<UInt64>.self)
  }

  /// Copies all bits of a place for a value over another one.
  @inline(__always) static func moveAll(_ value: UnsafeRawPointer, to place: UnsafeMutableRawPointer) {
    unsafe place.storeBytes(of: value.loadUnaligned(as: SIMD2<UInt64>.self), as: SIMD2<UInt64>.self)
  }

  /// Gives up the object of a value that is not plain; what stands there is no value any more.
  @inline(__always) static func release(_ place: UnsafeMutableRawPointer) {
    let header = unsafe header(place)
    unsafe header.pointee.count &-= 1
    if _slowPath(unsafe header.pointee.count == 0) { unsafe end(header) }
  }

  /// Ends an object that nobody has any more. A tuple that is known to be in no cycle, which most small ones are, needs
  /// nothing of what the heap does for others.
  @inline(never) private static func end(_ header: UnsafeMutablePointer<Header>) {
    guard unsafe header.pointee.kind == .tuple, unsafe header.pointee.mark == CycleCollector.harmless,
      unsafe header.pointee.flags.isEmpty, unsafe Heap.links(header).pointee.next == header
    else { return unsafe Heap.release(header) }
    let tuple = unsafe (UnsafeMutableRawPointer(header) + 8).assumingMemoryBound(to: TupleObject.self)
    guard unsafe tuple.pointee.items.capacity == 0, let items = unsafe tuple.pointee.items.baseAddress else {
      return unsafe Heap.release(header)
    }
    for index in 0..<(unsafe tuple.pointee.items.count) {
      let place = unsafe items + index
      if unsafe isPlain(place) { continue }
      let item = unsafe self.header(place)
      unsafe item.pointee.count &-= 1
      // Not as here: it counts how deep it is.
      if unsafe item.pointee.count == 0 { unsafe Heap.release(item) }
    }
    unsafe Heap.freeContainer(header)
  }

  /// Another owner of the value at a place: the same bits.
  @inline(__always) static func copy(_ place: UnsafePointer<Value>) -> Value {
    if !(unsafe isPlain(place)) { unsafe header(place).pointee.count &+= 1 }
    return unsafe UnsafeMutablePointer(mutating: place).move()
  }

  /// Whether values are laid out as said here.
  static var areAsExpected: Bool {
    let numbers = isPlainByBits(.int(-1)) && isPlainByBits(.float(-0.5)) && isPlainByBits(.scalar(NumPyScalar(-1)))
    let others = isPlainByBits(.unbound) && isPlainByBits(.bool(true)) && isPlainByBits(.type(.object))
    guard tagsAreAsExpected(.int(-1), .float(-0.5), .float(.nan), .nothing) else { return false }
    let cell = Value.cell(Ref(Cell(.nothing)))
    guard has(.string("x"), { unsafe tagByte($0) == 7 << 2 }),
      has(.list(Ref(ListObject(ValueList()))), { unsafe tagByte($0) == 15 << 2 })
    else { return false }
    let objects = isPlainByBits(.string("x")) || isPlainByBits(.tuple(ValueList())) || isPlainByBits(cell)
    return numbers && others && !objects && MemoryLayout<Value>.size == 10 && MemoryLayout<Value>.stride == 16
  }

  private static func tagsAreAsExpected(
    _ int: borrowing Value, _ float: borrowing Value, _ nan: borrowing Value, _ other: borrowing Value
  ) -> Bool {
    has(int, isInt) && has(float, isFloat) && has(nan, isFloat) && !has(other, isInt) && !has(other, isFloat)
      && !has(int, isFloat) && !has(float, isInt)
  }

  private static func has(_ value: borrowing Value, _ test: (UnsafeRawPointer) -> Bool) -> Bool {
    unsafe _withUnprotectedUnsafePointer(to: value) { unsafe test($0) }
  }

  private static func isPlainByBits(_ value: borrowing Value) -> Bool {
    unsafe _withUnprotectedUnsafePointer(to: value) { unsafe isPlain($0) }
  }
}

extension Value {
  /// Another owner of the same value. Not inlined: behind a switch over the same value an inlined copy makes the
  /// optimiser of Swift 6.3.1 abort.
  @inline(never) borrowing func copy() -> Value {
    unsafe _withUnprotectedUnsafePointer(to: self) { unsafe ValueBits.copy($0) }
  }

  /// The object behind the value, for identity and for the collector; nil for plain values. Not inlined, for the same
  /// reason.
  var object: ObjectPointer? {
    @inline(never) borrowing get {
      unsafe _withUnprotectedUnsafePointer(to: self) {
        unsafe ValueBits.isPlain($0) ? nil : ObjectPointer(ValueBits.header($0))
      }
    }
  }
}

extension NativeType {
  /// Its place among the cases.
  var ordinal: UInt8 { unsafe unsafeBitCast(self, to: UInt8.self) }
  /// By its place: the names are long.
  func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
  static func == (a: NativeType, b: NativeType) -> Bool { a.ordinal == b.ordinal }
}

extension Visitor {
  @inline(__always) mutating func visit(_ value: borrowing Value) {
    let object: ObjectPointer? = unsafe _withUnprotectedUnsafePointer(to: value) {
      unsafe ValueBits.isPlain($0) ? nil : ObjectPointer(ValueBits.header($0))
    }
    if let object { see(object) }
  }
  @inline(__always) mutating func visit(_ values: borrowing ValueList) {
    guard let base = unsafe values.baseAddress else { return }
    for index in 0..<values.count {
      let place = unsafe base + index
      if !(unsafe ValueBits.isPlain(place)) { see(unsafe ObjectPointer(ValueBits.header(place))) }
    }
  }
}
