// A fence file: the register stack and the windows on it.
import Glibc

/// A window on registers. Unchecked: the compiler of bytecode guarantees indices below the frame's size, and every
/// call checks that its frame fits the stack.
@safe struct Registers {
  var pointer: UnsafeMutablePointer<Value>

  init(_ pointer: UnsafeMutablePointer<Value>) { unsafe self.pointer = pointer }

  subscript(index: Int) -> Value {
    @inline(__always) unsafeAddress { unsafe UnsafePointer(pointer + index) }
    @inline(__always) unsafeMutableAddress { unsafe pointer + index }
  }

  /// The int in a register; nil where there is something else.
  @inline(__always) func int(_ index: Int) -> Int? {
    let place = unsafe UnsafeRawPointer(pointer + index)
    return unsafe ValueBits.isInt(place) ? place.load(as: Int.self) : nil
  }

  /// The float in a register; nil where there is something else.
  @inline(__always) func float(_ index: Int) -> Double? {
    let place = unsafe UnsafeRawPointer(pointer + index)
    return unsafe ValueBits.isFloat(place) ? place.load(as: Double.self) : nil
  }

  // The objects of the commonest kinds, told by all of the byte at once; nil where there is something else. The numbers
  // are those of the cases of `Value`.
  @inline(__always) func text(at index: Int) -> Unowned<StringObject>? { object(index, 7) }
  @inline(__always) func tuple(at index: Int) -> Unowned<TupleObject>? { object(index, 14) }
  @inline(__always) func list(at index: Int) -> Unowned<ListObject>? { object(index, 15) }
  @inline(__always) func dictionary(at index: Int) -> Unowned<DictionaryObject>? { object(index, 16) }
  @inline(__always) func function(at index: Int) -> Unowned<Function>? { object(index, 19) }
  @inline(__always) func instance(at index: Int) -> Unowned<InstanceObject>? { object(index, 29) }

  @inline(__always) private func object<T: Object & ~Copyable>(_ index: Int, _ number: UInt8) -> Unowned<T>? {
    let place = unsafe UnsafeRawPointer(pointer + index)
    return unsafe ValueBits.tagByte(place) == number << 2 ? Unowned<T>.behind(ValueBits.header(place)) : nil
  }

  /// Overwrites a register, which likely holds an object, and releases what it held.
  @inline(__always) mutating func replace(_ index: Int, _ value: consuming Value) {
    let place = unsafe pointer + index
    if !(unsafe ValueBits.isPlain(place)) { unsafe ValueBits.release(place) }
    unsafe place.initialize(to: value)
  }

  /// Overwrites a register and releases what it held, which likely is nothing to be released: the machine's way then
  /// goes straight on.
  @inline(__always) mutating func set(_ index: Int, _ value: consuming Value) {
    let place = unsafe pointer + index
    if _slowPath(!(unsafe ValueBits.isPlain(place))) { unsafe ValueBits.release(place) }
    unsafe place.initialize(to: value)
  }

  /// Overwrites a register whose value is known to be plain.
  @inline(__always) mutating func setPlain(_ index: Int, _ value: consuming Value) {
    unsafe (pointer + index).initialize(to: value)
  }

  /// Overwrites a register with another one's value: the bits are copied, and an object gets another owner.
  @inline(__always) mutating func copy(_ index: Int, from other: Registers, _ source: Int) {
    let value = unsafe UnsafeRawPointer(other.pointer + source)
    if !(unsafe ValueBits.isPlain(value)) { unsafe ValueBits.header(value).pointee.count &+= 1 }
    let (first, rest) = unsafe (value.load(as: UInt64.self), value.load(fromByteOffset: 8, as: UInt16.self))
    let place = unsafe UnsafeMutableRawPointer(pointer + index)
    if _slowPath(!(unsafe ValueBits.isPlain(place))) { unsafe ValueBits.release(place) }
    unsafe place.storeBytes(of: first, as: UInt64.self)
    unsafe place.storeBytes(of: rest, toByteOffset: 8, as: UInt16.self)
  }

  /// Another owner of the register's value.
  @inline(__always) func copied(_ index: Int) -> Value { unsafe ValueBits.copy(pointer + index) }

  /// The register's value, which is None afterwards.
  @inline(__always) mutating func take(_ index: Int) -> Value {
    let place = unsafe pointer + index
    let value = unsafe place.move()
    unsafe place.initialize(to: .nothing)
    return value
  }

  /// The value of the register below the window, which is None afterwards.
  @inline(__always) func takeBelow() -> Value {
    var below = window(-1)
    return below.take(0)
  }

  @inline(__always) mutating func move(_ index: Int, to other: Registers, _ target: Int) {
    var other = other
    other.set(target, take(index))
  }

  /// The same by bits, within this window.
  @inline(__always) mutating func transfer(_ index: Int, to target: Int) {
    let (source, place) = unsafe (pointer + index, pointer + target)
    if unsafe source == place { return }
    if _slowPath(!(unsafe ValueBits.isPlain(place))) { unsafe ValueBits.release(place) }
    unsafe ValueBits.move(source, to: place)
    unsafe source.initialize(to: .nothing)
  }

  /// What tells the kind of a register's value.
  @inline(__always) func tag(_ index: Int) -> UInt8 { unsafe ValueBits.tag(pointer + index) }

  /// Moves the first `count` registers up by one; the first is None afterwards.
  @inline(__always) mutating func shiftUp(_ count: Int) {
    let last = unsafe pointer + count
    if !(unsafe ValueBits.isPlain(last)) { unsafe ValueBits.release(last) }
    var place = unsafe last
    while unsafe place > pointer {
      unsafe ValueBits.move(place - 1, to: place)
      unsafe place -= 1
    }
    unsafe pointer.initialize(to: .nothing)
  }

  /// Moves the first `count` registers over those of another window, at once as many bits as a register has. What is
  /// left behind are no values any more.
  @inline(__always) func leave(_ count: Int, over other: Registers) {
    var index = 0
    while index < count {
      let place = unsafe other.pointer + index
      if _slowPath(!(unsafe ValueBits.isPlain(place))) { unsafe ValueBits.release(place) }
      unsafe ValueBits.moveAll(pointer + index, to: place)
      index &+= 1
    }
  }

  /// Moves the first `count` registers, which are None afterwards, to where there are no values.
  @inline(__always) func move(_ count: Int, to free: Registers) {
    var index = 0
    while index < count {
      let source = unsafe pointer + index
      unsafe ValueBits.join(source, to: free.pointer + index)
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

  /// Moves values out of consecutive registers into a new tuple.
  @inline(never) mutating func takeTuple(_ first: Int, _ count: Int) -> Value {
    guard count > 0, count <= TupleMemory.mostItems else { return .tuple(takeList(first, count)) }
    let source = unsafe pointer + first
    var isHarmless = true
    var index = 0
    while index < count {
      let place = unsafe source + index
      if unsafe !ValueBits.isPlain(place) && ValueBits.header(place).pointee.kind.isContainer {
        isHarmless = false
        break
      }
      index &+= 1
    }
    let header = unsafe TupleMemory.allocate(count, isHarmless: isHarmless)
    let items = unsafe TupleMemory.items(header)
    index = 0
    while index < count {
      unsafe ValueBits.move(source + index, to: items + index)
      unsafe (source + index).initialize(to: .nothing)
      index &+= 1
    }
    return unsafe .tuple(Ref(taking: header))
  }

  /// Releases what the registers in `range` hold.
  @inline(__always) mutating func clear(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let place = unsafe pointer + index
      if _slowPath(!(unsafe ValueBits.isPlain(place))) {
        unsafe ValueBits.release(place)
        unsafe place.initialize(to: .nothing)
      }
      index &+= 1
    }
  }

  /// Releases what the first registers hold: of a call that ends. Four at once, since most of them hold nothing to be
  /// released: the tags together are no smaller than the greatest.
  @inline(__always) mutating func clear(first count: Int) {
    var (place, left) = unsafe (pointer, count)
    while left >= 4 {
      let tags =
        unsafe ValueBits.tagByte(place) | ValueBits.tagByte(place + 1) | ValueBits.tagByte(place + 2)
        | ValueBits.tagByte(place + 3)
      if !ValueBits.isPlain(tags) {
        unsafe Registers.empty(place)
        unsafe Registers.empty(place + 1)
        unsafe Registers.empty(place + 2)
        unsafe Registers.empty(place + 3)
      }
      unsafe place += 4
      left &-= 4
    }
    while left > 0 {
      unsafe Registers.empty(place)
      unsafe place += 1
      left &-= 1
    }
  }

  @inline(__always) private static func empty(_ place: UnsafeMutablePointer<Value>) {
    if _slowPath(!(unsafe ValueBits.isPlain(place))) {
      unsafe ValueBits.release(place)
      unsafe place.initialize(to: .nothing)
    }
  }

  /// The window that begins `distance` registers further up.
  @inline(__always) func window(_ distance: Int) -> Registers { unsafe Registers(pointer + distance) }

  /// How many registers the window begins above another one.
  func distance(from other: Registers) -> Int { unsafe pointer - other.pointer }

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

  init() { unsafe pointer = .allocate(capacity: ValueRegion.capacity &* 2) }

  var window: Registers { @inline(__always) get { unsafe Registers(pointer) } }

  /// Beside each place another one for a plain value: what is known about it.
  var notes: Registers { @inline(__always) get { unsafe Registers(pointer + ValueRegion.capacity) } }

  /// Adds a place, unbound, and returns its index; nil when the region is full.
  mutating func add() -> Int? {
    guard count < ValueRegion.capacity else { return nil }
    unsafe (pointer + count).initialize(to: .unbound)
    unsafe (pointer + ValueRegion.capacity + count).initialize(to: .unbound)
    count += 1
    return count - 1
  }

  deinit {
    unsafe pointer.deinitialize(count: count)
    unsafe pointer.deallocate()
  }
}

extension Registers {
  /// What is noted beside a global variable, where these are the values of a region.
  @inline(__always) func note(_ slot: Int) -> Int? { self[ValueRegion.capacity &+ slot].asInt }
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

extension ValueList {
  /// The elements as registers; valid until the list grows or dies.
  @inline(__always) var registers: Registers? {
    guard let base = unsafe baseAddress else { return nil }
    return unsafe Registers(base)
  }
}

extension Cell {
  /// The content as a register, where there is any; valid while the cell lives.
  @inline(__always) var register: Registers? {
    mutating get { unsafe content.isUnbound ? nil : Registers(withUnsafeMutablePointer(to: &content) { unsafe $0 }) }
  }
}

extension Value {
  /// Gives a cell a copy of what a register holds.
  @inline(__always) borrowing func setContent(_ other: Registers, _ source: Int) {
    guard let cell = asCell else { return }
    var place = unsafe Registers(withUnsafeMutablePointer(to: &cell.value.content) { unsafe $0 })
    place.copy(0, from: other, source)
  }
}

extension Function {
  /// The content of a captured cell as a register; nil where the variable has no value.
  @inline(__always) borrowing func content(ofCapture index: Int) -> Registers? {
    captures.registers?[index].cellContent
  }

  /// A captured value as a register; nil where the variable has none, or stands in a cell.
  @inline(__always) borrowing func capturedValue(_ index: Int) -> Registers? {
    guard let values = captures.registers, !values[index].isUnbound, values[index].asCell == nil else { return nil }
    return values.window(index)
  }

  /// The captures as registers: the function has some.
  @inline(__always) var captured: Registers { borrowing get { captures.registers ?? globals } }
}

extension Value {
  /// The content of a cell as a register; nil where this is no cell, or the variable has no value.
  @inline(__always) var cellContent: Registers? {
    borrowing get {
      guard let cell = asCell else { return nil }
      return cell.value.register
    }
  }
}

extension StringObject {
  /// The character at a position, as a register; nil outside of the text, and for one beyond Latin-1.
  @inline(__always) borrowing func cachedCharacter(_ position: Int) -> Registers? {
    if _slowPath(!isASCII) { return cachedWideCharacter(position) }
    guard position >= 0, position < byteCount,
      let place = unsafe StringMemory.cachedRegister(base[position])
    else { return nil }
    return unsafe Registers(place)
  }

  @inline(never) private borrowing func cachedWideCharacter(_ position: Int) -> Registers? {
    guard position >= 0, position < count else { return nil }
    let point = unsafe wide[position]
    return point < 256 ? StringMemory.register(UInt8(truncatingIfNeeded: point)) : nil
  }
}

extension StringMemory {
  /// The text of a code point, as a register.
  @inline(__always) static func register(_ point: UInt8) -> Registers? {
    guard let place = unsafe cachedRegister(point) else { return nil }
    return unsafe Registers(place)
  }
}
