// A fence file: growing lists of values.
import Glibc

/// A growing list of values: what tuples, lists and many others hold their items in. Its indices are checked in every
/// build.
@safe struct ValueList: ~Copyable {
  private(set) var count = 0
  /// How many values the memory is for. Where that is part of an object, behind its payload, it is not to be freed: then
  /// this is the negative of the number, or 0 where there is no room for more.
  private(set) var capacity = 0
  private var pointer: UnsafeMutablePointer<Value>? = nil

  @inline(__always) init() {}

  @inline(__always) init(capacity: Int) {
    if capacity > 0 {
      unsafe pointer = ValueList.allocate(capacity)
      self.capacity = capacity
    }
  }

  /// A list of values that stand in an object's own memory, where they have to stay.
  @unsafe @inline(__always) init(embedded pointer: UnsafeMutablePointer<Value>, count: Int) {
    unsafe self.pointer = pointer
    self.count = count
  }

  /// An empty list with room for so many values in an object's own memory.
  @unsafe @inline(__always) init(embedded pointer: UnsafeMutablePointer<Value>, room: Int) {
    unsafe self.pointer = pointer
    capacity = 0 &- room
  }

  var isEmpty: Bool { @inline(__always) get { count == 0 } }

  /// Where the elements stand; valid until the list grows or dies.
  @inline(__always) var baseAddress: UnsafeMutablePointer<Value>? { unsafe pointer }

  @inline(__always) private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Value> {
    let (bytes, overflow) = capacity.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    precondition(!overflow)
    return unsafe BlockPool.allocate(bytes).assumingMemoryBound(to: Value.self)
  }

  @inline(__always) private static func free(_ pointer: UnsafeMutablePointer<Value>, _ capacity: Int) {
    unsafe BlockPool.free(pointer, capacity &* MemoryLayout<Value>.stride)
  }

  @inline(__always) mutating func append(_ value: consuming Value) {
    if count >= capacity { grow() }
    unsafe (pointer.unsafelyUnwrapped + count).initialize(to: value)
    count &+= 1
  }

  /// Appends another owner of a value, by its bits.
  @inline(__always) mutating func append(copyOf value: borrowing Value) {
    if count >= capacity, count >= 0 &- capacity { grow() }
    let place = unsafe UnsafeMutableRawPointer(pointer.unsafelyUnwrapped + count)
    unsafe _withUnprotectedUnsafePointer(to: value) {
      let source = unsafe UnsafeRawPointer($0)
      if !(unsafe ValueBits.isPlain(source)) { unsafe ValueBits.header(source).pointee.count &+= 1 }
      unsafe ValueBits.move(source, to: place)
    }
    count &+= 1
  }

  @inline(never) private mutating func grow() { grow(to: max(4, count &* 2), least: count &+ 1) }

  /// Makes room for so many values; where memory ends for fewer, but not for fewer than `least`.
  private mutating func grow(to larger: Int, least: Int) {
    let stride = MemoryLayout<Value>.stride
    let (bytes, overflow) = larger.multipliedReportingOverflow(by: stride)
    if !overflow, let old = unsafe pointer, capacity > 0,
      let moved = unsafe BlockPool.extend(old, capacity &* stride, bytes, least: least &* stride, stride: stride)
    {
      unsafe pointer = moved.block.assumingMemoryBound(to: Value.self)
      capacity = moved.bytes / stride
      return
    }
    let moved = unsafe ValueList.allocate(larger)
    if let old = unsafe pointer {
      unsafe moved.moveInitialize(from: old, count: count)
      if capacity > 0 { unsafe ValueList.free(old, capacity) }
    }
    unsafe pointer = moved
    capacity = larger
  }

  mutating func popLast() -> Value? {
    if count == 0 { return nil }
    count &-= 1
    return unsafe (pointer.unsafelyUnwrapped + count).move()
  }

  /// Inserts before `index`; an index outside 0...count is taken as the nearer end.
  mutating func insert(_ value: consuming Value, at index: Int) {
    append(value)
    let place = min(max(index, 0), count &- 1)
    let base = unsafe pointer.unsafelyUnwrapped
    let last = unsafe (base + (count &- 1)).move()
    unsafe (base + (place &+ 1)).moveInitialize(from: base + place, count: count &- 1 &- place)
    unsafe (base + place).initialize(to: last)
  }

  /// Removes and returns an element. The index has to be valid.
  mutating func remove(at index: Int) -> Value {
    precondition(index >= 0 && index < count)
    let base = unsafe pointer.unsafelyUnwrapped
    let value = unsafe (base + index).move()
    unsafe (base + index).moveInitialize(from: base + (index &+ 1), count: count &- 1 &- index)
    count &-= 1
    return value
  }

  mutating func reverse() {
    guard count > 1 else { return }
    let base = unsafe pointer.unsafelyUnwrapped
    var low = 0
    var high = count &- 1
    while low < high {
      let value = unsafe (base + low).move()
      unsafe (base + low).moveInitialize(from: base + high, count: 1)
      unsafe (base + high).initialize(to: value)
      low &+= 1
      high &-= 1
    }
  }

  /// Brings the elements into the order of a permutation of all their indices.
  mutating func reorder(_ order: [Int]) {
    precondition(order.count == count)
    guard let base = unsafe pointer else { return }
    let moved = unsafe ValueList.allocate(max(count, 1))
    var place = 0
    for index in order {
      precondition(index >= 0 && index < count)
      unsafe (moved + place).moveInitialize(from: base + index, count: 1)
      place &+= 1
    }
    if capacity > 0 { unsafe ValueList.free(base, capacity) }
    unsafe pointer = moved
    capacity = max(count, 1)
  }

  /// Notes how many values there are: as many as fit have been put there, or have been moved away, by their bits.
  @unsafe @inline(__always) mutating func setCount(_ count: Int) { self.count = count }

  mutating func removeAll() {
    while count > 0 {
      count &-= 1
      let place = unsafe pointer.unsafelyUnwrapped + count
      if !(unsafe ValueBits.isPlain(place)) { unsafe ValueBits.release(place) }
    }
  }

  subscript(index: Int) -> Value {
    @inline(__always) unsafeAddress {
      precondition(index >= 0 && index < count)
      return unsafe UnsafePointer(pointer.unsafelyUnwrapped + index)
    }
    @inline(__always) unsafeMutableAddress {
      precondition(index >= 0 && index < count)
      return unsafe pointer.unsafelyUnwrapped + index
    }
  }

  /// Copies of all elements in `range`, which is clipped to the list.
  borrowing func copies(_ range: Range<Int>) -> ValueList {
    let lower = max(0, range.lowerBound)
    let upper = min(count, range.upperBound)
    var result = ValueList(capacity: max(0, upper &- lower))
    result.append(copiesOf: self, lower, upper)
    return result
  }

  /// Appends copies of the elements of a range of another list.
  mutating func append(copiesOf other: borrowing ValueList, _ start: Int, _ end: Int) {
    precondition(start >= 0 && end <= other.count)
    guard let base = unsafe other.pointer, start < end else { return }
    let total = count &+ end &- start
    if total > capacity { grow(to: max(capacity &+ capacity >> 1, total), least: total) }
    let target = unsafe pointer.unsafelyUnwrapped + count
    unsafe memcpy(target, base + start, (end &- start) &* MemoryLayout<Value>.stride)
    for index in start..<end {
      let place = unsafe base + index
      if !(unsafe ValueBits.isPlain(place)) { unsafe ValueBits.header(place).pointee.count &+= 1 }
    }
    count = total
  }

  /// Appends a value so many times; there has to be room.
  mutating func append(_ value: borrowing Value, times: Int) {
    precondition(times >= 0 && count &+ times <= capacity)
    guard times > 0, let target = unsafe pointer else { return }
    let first = unsafe target + count
    unsafe first.initialize(to: value.copy())
    if !(unsafe ValueBits.isPlain(first)) { unsafe ValueBits.header(first).pointee.count &+= .init(times &- 1) }
    for index in 1..<times { unsafe ValueBits.move(first, to: first + index) }
    count &+= times
  }

  /// Copies of `number` elements from `start` on, each `step` from the one before.
  borrowing func copies(from start: Int, step: Int, number: Int) -> ValueList {
    var result = ValueList(capacity: max(0, number))
    guard number > 0, let base = unsafe pointer, let target = unsafe result.pointer else { return result }
    let (last, overflow) = (number &- 1).multipliedReportingOverflow(by: step)
    precondition(!overflow && start >= 0 && start < count && start &+ last >= 0 && start &+ last < count)
    var source = unsafe base + start
    for index in 0..<number {
      unsafe (target + index).initialize(to: ValueBits.copy(source))
      unsafe source += step
    }
    result.count = number
    return result
  }

  /// Puts other values in the place of those in a range, which has to be valid.
  mutating func replace(_ range: Range<Int>, with new: consuming ValueList) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let (added, removed, tail) = (new.count, range.count, count &- range.upperBound)
    let total = count &- removed &+ added
    if total > capacity, added > 0 { grow(to: max(4, capacity &+ capacity >> 1, total), least: total) }
    guard let base = unsafe pointer else { return }
    let place = unsafe base + range.lowerBound
    unsafe place.deinitialize(count: removed)
    unsafe (place + added).moveInitialize(from: place + removed, count: tail)
    if let source = unsafe new.pointer { unsafe place.moveInitialize(from: source, count: added) }
    new.count = 0
    count = total
  }

  borrowing func copies() -> ValueList { copies(0..<count) }

  deinit {
    guard let base = unsafe pointer else { return }
    for index in 0..<count {
      let place = unsafe base + index
      if !(unsafe ValueBits.isPlain(place)) { unsafe ValueBits.release(place) }
    }
    if capacity > 0 { unsafe ValueList.free(base, capacity) }
  }
}
