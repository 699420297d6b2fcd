// A fence file: the register stack and the windows on it.
import Glibc

/// A window on registers. Unchecked: the compiler of bytecode guarantees indices below the frame's size, and every
/// call checks that its frame fits the stack.
@safe struct Registers {
  private var pointer: UnsafeMutablePointer<Value>

  fileprivate init(_ pointer: UnsafeMutablePointer<Value>) { unsafe self.pointer = pointer }

  subscript(index: Int) -> Value {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(pointer + index) }
    @inline(__always) unsafeMutableAddress { unsafe pointer + index }
  }

  /// Overwrites a register and releases what it held.
  @inline(__always) mutating func set(_ index: Int, _ value: consuming Value) {
    let place = unsafe pointer + index
    if !(unsafe place.pointee.isPlain) { unsafe Registers.release(place) }
    unsafe place.initialize(to: value)
  }

  /// Overwrites a register whose value is known to be plain.
  @inline(__always) mutating func setPlain(_ index: Int, _ value: consuming Value) {
    unsafe (pointer + index).initialize(to: value)
  }

  /// Overwrites a register with another one's value: the bits are copied, and an object gets another owner.
  @inline(__always) mutating func copy(_ index: Int, from other: Registers, _ source: Int) {
    let value = unsafe UnsafeMutableRawPointer(other.pointer + source)
    if !other[source].isPlain { unsafe Registers.header(value).pointee.count &+= 1 }
    // Entries of dictionaries are no registers: their values stand at any multiple of eight.
    let bits = unsafe value.loadUnaligned(as: SIMD2<UInt64>.self)
    let place = unsafe pointer + index
    if !(unsafe place.pointee.isPlain) { unsafe Registers.release(place) }
    unsafe UnsafeMutableRawPointer(place).storeBytes(of: bits, as: SIMD2<UInt64>.self)
  }

  /// What stands before the object of a value that is not plain: every such case has one reference, in its first word
  /// (held by a test).
  @inline(__always) private static func header(_ value: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Header> {
    unsafe value.load(as: UnsafeMutablePointer<Header>.self)
  }

  /// Gives the objects of a range of registers one more owner each.
  fileprivate static func addOwners(_ registers: Registers, _ start: Int, _ end: Int) {
    var index = start
    while index < end {
      if !registers[index].isPlain {
        unsafe Registers.header(UnsafeMutableRawPointer(registers.pointer + index)).pointee.count &+= 1
      }
      index &+= 1
    }
  }

  /// Gives up the object of a value that is not plain, without a switch over what it may be.
  @inline(__always) private static func release(_ place: UnsafeMutablePointer<Value>) {
    let header = unsafe Registers.header(UnsafeMutableRawPointer(place))
    unsafe header.pointee.count &-= 1
    if unsafe header.pointee.count == 0 { unsafe Heap.release(header) }
  }

  /// The register's value, which is None afterwards.
  @inline(__always) mutating func take(_ index: Int) -> Value {
    let place = unsafe pointer + index
    let value = unsafe place.move()
    unsafe place.initialize(to: .nothing)
    return value
  }

  @inline(__always) mutating func move(_ index: Int, to other: Registers, _ target: Int) {
    var other = other
    other.set(target, take(index))
  }

  /// Moves the first `count` registers, whose contents are None afterwards, over those of another window.
  @inline(__always) mutating func moveAll(_ count: Int, to other: Registers) {
    var index = 0
    while index < count {
      let source = unsafe pointer + index
      let place = unsafe other.pointer + index
      if !(unsafe place.pointee.isPlain) { unsafe Registers.release(place) }
      let bits = unsafe UnsafeMutableRawPointer(source).load(as: SIMD2<UInt64>.self)
      unsafe UnsafeMutableRawPointer(place).storeBytes(of: bits, as: SIMD2<UInt64>.self)
      unsafe source.initialize(to: .nothing)
      index &+= 1
    }
  }

  /// Moves the first `count` registers, whose contents are None afterwards, to a window of which all are plain.
  @inline(__always) mutating func moveAll(_ count: Int, toPlain other: Registers) {
    var index = 0
    while index < count {
      let source = unsafe pointer + index
      let bits = unsafe UnsafeMutableRawPointer(source).load(as: SIMD2<UInt64>.self)
      unsafe UnsafeMutableRawPointer(other.pointer + index).storeBytes(of: bits, as: SIMD2<UInt64>.self)
      unsafe source.initialize(to: .nothing)
      index &+= 1
    }
  }

  /// Moves values out of consecutive registers into a new list.
  @inline(__always) mutating func takeList(_ first: Int, _ count: Int) -> ValueList {
    var items = ValueList(capacity: count)
    var index = first
    while index < first &+ count {
      items.append(take(index))
      index &+= 1
    }
    return items
  }

  /// Releases what the registers in `range` hold.
  @inline(__always) mutating func clear(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let place = unsafe pointer + index
      if !(unsafe place.pointee.isPlain) {
        unsafe Registers.release(place)
        unsafe place.initialize(to: .nothing)
      }
      index &+= 1
    }
  }

  /// The window that begins `distance` registers further up.
  @inline(__always) func window(_ distance: Int) -> Registers { unsafe Registers(pointer + distance) }

  @inline(__always) func hasRoom(_ count: Int, below limit: Registers) -> Bool {
    unsafe pointer + count <= limit.pointer
  }
}

/// The memory of all registers: fixed, so that windows stay valid.
@safe struct RegisterStack: ~Copyable {
  let count: Int
  private let pointer: UnsafeMutablePointer<Value>

  init(count: Int) {
    self.count = count
    if RegisterStack.nothingIsZero,
      let zeroed = unsafe calloc(count, MemoryLayout<Value>.stride)
    {
      unsafe pointer = zeroed.bindMemory(to: Value.self, capacity: count)
      return
    }
    unsafe pointer = .allocate(capacity: count)
    for index in 0..<count { unsafe (pointer + index).initialize(to: .nothing) }
  }

  /// Whether `.nothing` is a value of zero bytes: then the system's fresh pages hold registers already, and are paid for
  /// only when a program gets that deep.
  private static var nothingIsZero: Bool {
    var value = Value.nothing
    return unsafe withUnsafeBytes(of: &value) { unsafe $0.allSatisfy { $0 == 0 } }
  }

  var bottom: Registers { unsafe Registers(pointer) }
  var limit: Registers { unsafe Registers(pointer + count) }

  deinit {
    unsafe pointer.deinitialize(count: count)
    unsafe pointer.deallocate()
  }
}

/// Values at fixed addresses that are added one by one: the global variables of a namespace. The system gives the
/// reserved memory only when it is touched.
@safe struct ValueRegion: ~Copyable {
  static let capacity = 1 << 16
  private(set) var count = 0
  private let pointer: UnsafeMutablePointer<Value>

  init() { unsafe pointer = .allocate(capacity: ValueRegion.capacity) }

  var window: Registers { @inline(__always) get { unsafe Registers(pointer) } }

  /// Adds a place, unbound, and returns its index; nil when the region is full.
  mutating func add() -> Int? {
    guard count < ValueRegion.capacity else { return nil }
    unsafe (pointer + count).initialize(to: .unbound)
    count += 1
    return count - 1
  }

  deinit {
    unsafe pointer.deinitialize(count: count)
    unsafe pointer.deallocate()
  }
}

extension List where T == Table.Entry {
  /// An entry's value as a register; valid until the list grows or dies.
  @inline(__always) func valueRegister(_ index: Int) -> Registers? {
    guard index >= 0, index < count, let base = unsafe baseAddress else { return nil }
    return unsafe Registers(withUnsafeMutablePointer(to: &base[index].value) { unsafe $0 })
  }
  /// An entry's key as a register.
  @inline(__always) func keyRegister(_ index: Int) -> Registers? {
    guard index >= 0, index < count, let base = unsafe baseAddress else { return nil }
    return unsafe Registers(withUnsafeMutablePointer(to: &base[index].key) { unsafe $0 })
  }
}

extension List where T == SetTable.Slot {
  /// A slot's key as a register; valid until the list grows or dies.
  @inline(__always) func keyRegister(_ index: Int) -> Registers? {
    guard index >= 0, index < count, let base = unsafe baseAddress else { return nil }
    return unsafe Registers(withUnsafeMutablePointer(to: &base[index].key) { unsafe $0 })
  }
}

extension List where T == Value {
  /// Appends copies of the elements of a valid range of another list.
  mutating func append(copiesOf other: borrowing ValueList, _ start: Int, _ end: Int) {
    precondition(start >= 0 && end <= other.count)
    guard start < end, let source = unsafe other.baseAddress else { return }
    Registers.addOwners(unsafe Registers(source), start, end)
    reserve(adding: end &- start)
    unsafe append(bitsOf: source + start, end &- start)
  }

  /// The elements as registers; valid until the list grows or dies.
  @inline(__always) var registers: Registers? {
    guard let base = unsafe baseAddress else { return nil }
    return unsafe Registers(base)
  }
}
