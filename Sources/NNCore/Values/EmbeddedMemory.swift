// A fence file: objects that hold values in their own piece of memory.

/// Small tuples hold their items in the same piece of memory.
enum TupleMemory {
  static let mostItems = 16

  /// A tuple whose items have yet to be put in their places.
  @unsafe @inline(__always) static func allocate(
    _ count: Int, isHarmless: Bool
  ) -> UnsafeMutablePointer<Header> {
    let size = MemoryLayout<TupleObject>.size &+ count &* MemoryLayout<Value>.stride
    let header = unsafe Heap.allocate(size, .tuple, isHarmless: isHarmless)
    let payload = unsafe (UnsafeMutableRawPointer(header) + 8).assumingMemoryBound(to: TupleObject.self)
    unsafe payload.initialize(to: TupleObject(ValueList(embedded: items(header), count: count)))
    return unsafe header
  }

  @unsafe @inline(__always) static func items(
    _ header: UnsafeMutablePointer<Header>
  ) -> UnsafeMutablePointer<Value> {
    unsafe (UnsafeMutableRawPointer(header) + (8 &+ MemoryLayout<TupleObject>.size)).assumingMemoryBound(to: Value.self)
  }
}

/// Functions hold what they capture in the same piece of memory.
enum FunctionMemory {
  private static let itemsOffset = 8 &+ (MemoryLayout<Function>.size &+ 15) & ~15

  /// A function without defaults, of code that belongs to the body of `maker`, whose registers these are.
  /// One that is to get neither defaults nor captures stands in no ring: apart from its module, which lives on, it owns
  /// no containers (one of a program in a dictionary may not live on).
  static func make(
    _ code: Unowned<Code>, by maker: Unowned<Function>, _ R: Registers, isPlain: Bool
  ) -> Ref<Function> {
    let count = code.value.captureTable.count
    let size = itemsOffset &- 8 &+ count &* MemoryLayout<Value>.stride
    let isHarmless = isPlain && count == 0 && !maker.value.module.value.isPassing
    let header = unsafe Heap.allocate(size, .function, isHarmless: isHarmless)
    let items = unsafe (UnsafeMutableRawPointer(header) + itemsOffset).assumingMemoryBound(to: Value.self)
    let outer = maker.value.captured
    for index in 0..<count {
      let capture = code.value.captureTable[index]
      let source = unsafe (capture.isLocal ? R : outer).pointer + capture.index
      unsafe (items + index).initialize(to: ValueBits.copy(source))
    }
    let payload = unsafe (UnsafeMutableRawPointer(header) + 8).assumingMemoryBound(to: Function.self)
    let captures = unsafe count > 0 ? ValueList(embedded: items, count: count) : ValueList()
    unsafe payload.initialize(
      to: Function(code.owned(), module: maker.value.module.copy(), captures: captures))
    return unsafe Ref(taking: header)
  }
}

/// Generators keep their registers in the same piece of memory.
enum GeneratorMemory {
  private static let itemsOffset = (8 &+ MemoryLayout<GeneratorObject>.size &+ 15) & ~15

  /// A generator of a function's call, whose parameters are moved out of the first registers.
  static func make(_ R: Registers, _ function: Unowned<Function>, position: Int) -> Ref<GeneratorObject> {
    let given = function.value.code.value.signature.registerCount
    let room = max(function.value.registerCount, given)
    let header = unsafe Heap.allocate(itemsOffset &- 8 &+ room &* MemoryLayout<Value>.stride, .generator)
    let items = unsafe (UnsafeMutableRawPointer(header) + itemsOffset).assumingMemoryBound(to: Value.self)
    unsafe R.move(given, to: Registers(items))
    let payload = unsafe (UnsafeMutableRawPointer(header) + 8).assumingMemoryBound(to: GeneratorObject.self)
    var registers = unsafe ValueList(embedded: items, room: room)
    unsafe registers.setCount(given)
    unsafe payload.initialize(to: GeneratorObject(function.owned(), registers: registers, position: position))
    return unsafe Ref(taking: header)
  }
}

extension GeneratorObject {
  /// Moves what the generator keeps to the registers of its frame.
  @inline(__always) mutating func lend(to base: Registers) {
    guard let own = registers.registers else { return }
    own.leave(registers.count, over: base)
    unsafe registers.setCount(0)
  }

  /// Takes the first registers of its frame back, as many as it needs. How many these are.
  @inline(__always) mutating func takeBack(_ needed: Int, from base: Registers) -> Int {
    guard let own = registers.registers else { return 0 }
    let count = min(needed, 0 &- registers.capacity)
    base.move(count, to: own)
    unsafe registers.setCount(count)
    return count
  }
}

/// Instances hold as many attributes in the same piece of memory as those of their class had before.
enum InstanceMemory {
  private static let slotsOffset = 8 &+ (MemoryLayout<InstanceObject>.size &+ 15) & ~15
  private static let mostSlots = 24

  /// A new instance of a class, without attributes.
  @inline(__always) static func make(_ type: Unowned<ClassObject>) -> Ref<InstanceObject> {
    let room = min(type.value.expectedSlots, mostSlots)
    let header = unsafe Heap.allocate(slotsOffset &- 8 &+ room &* MemoryLayout<Value>.stride, .instance)
    let slots = unsafe (UnsafeMutableRawPointer(header) + slotsOffset).assumingMemoryBound(to: Value.self)
    let payload = unsafe (UnsafeMutableRawPointer(header) + 8).assumingMemoryBound(to: InstanceObject.self)
    unsafe payload.initialize(to: InstanceObject(type.owned(), slots: ValueList(embedded: slots, room: room)))
    return unsafe Ref(taking: header)
  }
}

extension ValueList {
  /// Puts copies of all values where there are none.
  @inline(__always) borrowing func copyAll(to free: Registers) {
    guard let base = unsafe baseAddress else { return }
    for index in 0..<count {
      let value = unsafe base + index
      if !(unsafe ValueBits.isPlain(value)) { unsafe ValueBits.header(value).pointee.count &+= 1 }
      unsafe ValueBits.move(value, to: free.pointer + index)
    }
  }

  /// Whether no value is a container.
  @inline(__always) var ownsNoContainers: Bool {
    borrowing get {
      guard let base = unsafe baseAddress else { return true }
      for index in 0..<count {
        let value = unsafe base + index
        if unsafe !ValueBits.isPlain(value) && ValueBits.header(value).pointee.kind.isContainer { return false }
      }
      return true
    }
  }
}

extension Value {
  static func tuple(_ first: consuming Value, _ second: consuming Value) -> Value {
    let isHarmless = first.ownsNoContainer && second.ownsNoContainer
    let header = unsafe TupleMemory.allocate(2, isHarmless: isHarmless)
    unsafe TupleMemory.items(header).initialize(to: first)
    unsafe (TupleMemory.items(header) + 1).initialize(to: second)
    return unsafe .tuple(Ref(taking: header))
  }

  /// Whether the value is no container.
  private var ownsNoContainer: Bool {
    @inline(never) borrowing get {
      unsafe _withUnprotectedUnsafePointer(to: self) {
        unsafe ValueBits.isPlain($0) || !ValueBits.header($0).pointee.kind.isContainer
      }
    }
  }

  /// A tuple of copies of the items of two others.
  static func tuple(_ first: borrowing ValueList, _ second: borrowing ValueList) -> Value {
    let count = first.count &+ second.count
    guard count > 0, count <= TupleMemory.mostItems else {
      var items = ValueList(capacity: count)
      items.append(copiesOf: first, 0, first.count)
      items.append(copiesOf: second, 0, second.count)
      return .tuple(items)
    }
    let header = unsafe TupleMemory.allocate(count, isHarmless: first.ownsNoContainers && second.ownsNoContainers)
    let items = unsafe TupleMemory.items(header)
    first.copyAll(to: unsafe Registers(items))
    second.copyAll(to: unsafe Registers(items + first.count))
    return unsafe .tuple(Ref(taking: header))
  }
}
