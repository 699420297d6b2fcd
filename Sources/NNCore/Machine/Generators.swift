// Generators on the machine: their frames, what is sent and raised into them, and their end.

extension Machine {
  /// A generator of the call whose parameters stand in `R`.
  func makeGenerator(_ R: Registers, _ function: Unowned<Function>) -> Value {
    // Behind this instruction stands the return of the call.
    .generator(GeneratorMemory.make(R, function, position: 2))
  }

  /// Pushes the frame of a generator that is not finished. Its result goes to `destination` of the current frame, and the
  /// register below its own keeps it alive.
  @inline(never) func resume(
    _ generator: Unowned<GeneratorObject>, sending value: consuming Value, destination: Int
  ) throws(Fault) {
    let wasSuspended = generator.value.state == .suspended
    try pushFrame(of: generator, destination: destination)
    if wasSuspended && !value.isNone {
      let frame = frames.current
      frame.frame.base.set(frame.frame.programCounter.previous.A, value)
    }
  }

  /// The same without anything that is sent.
  @inline(never) func step(_ generator: Unowned<GeneratorObject>, _ destination: Int) throws(Fault) {
    try pushFrame(of: generator, destination: destination)
  }

  @inline(__always) private func pushFrame(of generator: Unowned<GeneratorObject>, destination: Int) throws(Fault) {
    if generator.value.state == .running { throw Fault(.valueError, "generator already executing") }
    let below = frames.current
    let function = generator.value.function.unowned
    let count = function.value.registerCount
    var holder = below.frame.top
    guard !frames.isFull(below), holder.hasRoom(count + 1 + Machine.spareRegisters, below: registerLimit) else {
      throw Machine.tooDeep
    }
    holder.set(0, .generator(generator.owned()))
    let base = holder.window(1)
    generator.value.lend(to: base)
    generator.value.state = .running
    var counter = ProgramCounter(function.value.start)
    counter.jump(generator.value.position)
    frames.current = below.above
    below.above.frame = Frame(
      programCounter: counter, base: base, top: base.window(count), function: function, destination: destination)
  }

  /// At `yield`: leaves the frame. The generator keeps its registers and its place.
  @inline(__always) func suspend(_ frame: FramePointer, _ counter: ProgramCounter) {
    var holder = frame.frame.base.window(-1)
    if let generator = holder[0].asGenerator {
      let function = frame.frame.function
      generator.value.position = counter.offset(from: function.value.start)
      generator.value.state = .suspended
      let live = generator.value.takeBack(counter.previous.C, from: frame.frame.base)
      frame.frame.base.clear(live..<function.value.registerCount)
    }
    frames.current = frame.below
    holder.set(0, .nothing)
  }

  /// `next(g)` of a generator, which stands in `R[a + 1]`: pushes its frame. False: it is something else, or has ended.
  @inline(never) func enterNext(_ registers: Registers, _ a: Int, _ destination: Int) throws(Fault) -> Bool {
    var R = registers
    guard let generator = R[a &+ 1].asGenerator, generator.value.state != .finished else { return false }
    let keep = generator.owned()
    R.clear(a..<a &+ 2)
    try resume(keep.unowned, sending: .nothing, destination: destination)
    return true
  }

  /// `g.send(value)` of a generator, which stands in `R[a + 1]`, the value above it: pushes its frame. False: the builtin
  /// has to do it.
  @inline(never) func enterSend(_ registers: Registers, _ a: Int, _ destination: Int) throws(Fault) -> Bool {
    var R = registers
    guard let generator = R[a &+ 1].asGenerator,
      generator.value.state == .suspended || generator.value.state == .created && R[a &+ 2].isNone
    else { return false }
    let keep = generator.owned()
    let value = R.take(a &+ 2)
    R.clear(a..<a &+ 2)
    try resume(keep.unowned, sending: value, destination: destination)
    return true
  }

  /// `list(g)` or `tuple(g)` of a generator, which stands in `R[a + 1]`: pushes its frame, which is not left until it
  /// ends. False: it is something else.
  @inline(never) func enterCollection(_ registers: Registers, _ a: Int, _ intrinsic: Intrinsic) throws(Fault) -> Bool {
    var R = registers
    guard intrinsic == .list || intrinsic == .tuple, let generator = R[a &+ 1].asGenerator,
      generator.value.state == .created || generator.value.state == .suspended
    else { return false }
    let keep = generator.owned()
    R.set(a, .list(Ref(ListObject(ValueList()))))
    R.set(a &+ 1, .int(intrinsic == .tuple ? 1 : 0))
    try resume(keep.unowned, sending: .nothing, destination: Continuation(.collect, a).destination)
    return true
  }

  /// Adds what a generator has yielded to the list that collects it.
  @inline(__always) func collect(_ value: consuming Value, from frame: FramePointer) throws(Fault) {
    guard let list = frame.below.frame.base[Continuation(frame.frame.destination).register].asList else { return }
    if needsService { try service() }
    if list.value.items.count >= Context.longestList { throw Fault(.memoryError, "") }
    list.value.items.append(value)
  }

  /// Hands the items of a generator that has ended to the call.
  private func finishCollection(_ frame: FramePointer) {
    let below = frame.below
    var R = below.frame.base
    let a = Continuation(frame.frame.destination).register
    let call = below.frame.programCounter.previous
    let destination = call.opcode.callsGlobal ? call.B : call.C
    guard R[a &+ 1].asInt == 1, let list = R[a].asList else { return R.transfer(a, to: destination) }
    var items = ValueList()
    swap(&items, &list.value.items)
    R.set(a, .nothing)
    R.set(destination, .tuple(items))
  }

  /// Hands what a generator has returned to the instruction that resumed it. Its frame has been left.
  func conclude(_ value: consuming Value, from frame: FramePointer) throws(Fault) {
    let below = frame.below
    if frame.frame.destination < 0 { return finishCollection(frame) }
    let resumer = below.frame.programCounter.previous
    if resumer.opcode == .nextItem { return }
    // A call of `next`.
    if resumer.opcode != .send { throw Fault.stopIteration(value) }
    below.frame.base.set(frame.frame.destination, value)
    below.frame.programCounter.jump(resumer.jump)
  }

  /// Leaves the frame of a generator that has ended; its registers are released.
  func finish(_ frame: FramePointer) {
    var holder = frame.frame.base.window(-1)
    if let generator = holder[0].asGenerator { generator.value.state = .finished }
    frames.current = frame.below
    holder.set(0, .nothing)
  }

  /// Ends a generator that an exception leaves. A StopIteration would look like its regular end.
  func fail(_ frame: FramePointer, _ fault: inout Fault) {
    finish(frame)
    if fault.isKind(.stopIteration) {
      fault = Fault.replacing(fault, .runtimeError, "generator raised StopIteration")
    }
  }

  // MARK: yield from

  /// Hands a value on to the iterator of a `yield from`; the frame goes on behind the jump where that has ended.
  @inline(never) func send(_ R: Registers, _ i: Instruction) throws(Fault) {
    var R = R
    if let generator = R[i.A].asGenerator {
      let value = R.take(i.C)
      if generator.value.state == .created, !value.isNone { throw GeneratorObject.notStarted }
      if generator.value.state != .finished { return try resume(generator, sending: value, destination: i.C) }
      R.set(i.C, .nothing)
    } else {
      do throws(Fault) {
        if let item = try sent(R.take(i.C), to: R[i.A]) { return R.set(i.C, item) }
        R.set(i.C, .nothing)
      } catch {
        guard error.isKind(.stopIteration) else { throw error }
        R.set(i.C, error.stopValue)
      }
    }
    frames.current.frame.programCounter.jump(i.jump)
  }

  /// The next item of an iterator that is no generator.
  private func sent(_ value: consuming Value, to iterator: borrowing Value) throws(Fault) -> Value? {
    if value.isNone { return try advance(iterator) }
    let method = try attribute(iterator, Machine.sendName)
    var arguments = ValueList(capacity: 1)
    arguments.append(value)
    return .some(try call(method, arguments))
  }

  private static let sendName = Symbol("send")
  private static let throwName = Symbol("throw")
  private static let closeName = Symbol("close")

  /// The instruction of the `yield from` at which a generator waits.
  private func delegation(_ counter: ProgramCounter) -> Instruction? {
    let instruction = counter.previous
    return instruction.opcode == .yield && instruction.n == 1 ? instruction : nil
  }

  // MARK: From native code

  /// `resume` for native code.
  func resumeNested(
    _ generator: Unowned<GeneratorObject>, sending value: consuming Value
  ) throws(Fault) -> Resumption {
    if generator.value.state == .finished { return .finished(.nothing) }
    guard nesting < Context.deepestNesting else { throw Machine.tooDeep }
    let keep = generator.owned()
    if value.isNone {
      try step(keep.unowned, 0)
    } else {
      try resume(keep.unowned, sending: value, destination: 0)
    }
    return outcome(of: keep.unowned, try runNested(to: frames.current))
  }

  /// All that a generator still yields, for native code that wants it together: its frame is left at its end alone.
  func collectNested(_ generator: Unowned<GeneratorObject>) throws(Fault) -> ValueList {
    if generator.value.state == .finished { return ValueList() }
    guard nesting < Context.deepestNesting else { throw Machine.tooDeep }
    let keep = generator.owned()
    let below = frames.current
    var T = below.frame.top
    let top = T
    T.set(0, .list(ValueList()))
    below.frame.top = T.window(1)
    defer {
      below.frame.top = top
      T.set(0, .nothing)
    }
    let register = T.distance(from: below.frame.base)
    try resume(keep.unowned, sending: .nothing, destination: Continuation(.collect, register).destination)
    _ = try runNested(to: frames.current)
    var items = ValueList()
    if let list = T[0].asList { swap(&items, &list.value.items) }
    return items
  }

  private func outcome(of generator: Unowned<GeneratorObject>, _ value: consuming Value) -> Resumption {
    generator.value.state == .finished ? .finished(value) : .yielded(value)
  }

  func raise(_ fault: Fault, in generator: Unowned<GeneratorObject>) throws(Fault) -> Resumption {
    switch generator.value.state {
    case .finished:
      fault.isChained = true
      throw fault
    case .running: throw Fault(.valueError, "generator already executing")
    case .created:
      generator.value.clear()
      fault.isChained = true
      throw fault
    case .suspended: break
    }
    guard nesting < Context.deepestNesting else { throw Machine.tooDeep }
    let keep = generator.owned()
    var fault = fault
    if fault.isKind(.generatorExit) {
      // The iterator that it waits for is closed first, and then it fails itself.
      do throws(Fault) { try closeDelegate(of: keep.unowned) } catch { fault = error }
    }
    try pushFrame(of: keep.unowned, destination: 0)
    let entry = frames.current
    if fault.isKind(.generatorExit) || !descend(&fault) {
      // What the caller is handling is no context of an exception that is thrown in.
      if !handlesException(downTo: entry) { fault.isChained = true }
      guard unwind(to: entry, &fault) else { throw fault }
    }
    return outcome(of: keep.unowned, try runNested(to: entry))
  }

  /// Whether one of the frames from the current one down to `entry` is handling an exception.
  private func handlesException(downTo entry: FramePointer) -> Bool {
    var frame = frames.current
    while handledException(in: frame) == nil {
      if frame == entry { return false }
      frame = frame.below
    }
    return true
  }

  /// Goes down the generators that wait for each other, to where a fault belongs. True where an iterator that is no
  /// generator has dealt with it.
  private func descend(_ fault: inout Fault) -> Bool {
    while let yield = delegation(frames.current.frame.programCounter) {
      let frame = frames.current
      // As if the `send` before the `yield` had just begun.
      frame.frame.programCounter.jump(-1)
      var R = frame.frame.base
      if let inner = R[yield.B].asGenerator {
        if inner.value.state == .finished { return false }
        do throws(Fault) { try pushFrame(of: inner, destination: yield.A) } catch {
          fault = error
          return false
        }
        continue
      }
      do throws(Fault) {
        guard let method = try throwMethod(of: R[yield.B]) else { return false }
        var arguments = ValueList(capacity: 1)
        if let given = fault.thrown as? ThrownArguments {
          arguments = given.values.copies()
        } else {
          arguments.append(.exception(fault.exception()))
        }
        R.set(yield.A, try call(method, arguments))
      } catch {
        fault = error
        guard error.isKind(.stopIteration) else { return false }
        R.set(yield.A, error.stopValue)
        frame.frame.programCounter.jump(2)
      }
      return true
    }
    return false
  }

  private func throwMethod(of iterator: borrowing Value) throws(Fault) -> Value? {
    try method(Machine.throwName, of: iterator)
  }

  private func method(_ name: Symbol, of iterator: borrowing Value) throws(Fault) -> Value? {
    do throws(Fault) { return try attribute(iterator, name) } catch {
      if error.isKind(.attributeError) { return nil }
      throw error
    }
  }

  // MARK: Closing

  /// What a generator that waits has given its place to.
  func delegate(of generator: Unowned<GeneratorObject>) -> Value {
    guard generator.value.state == .suspended else { return .nothing }
    var counter = ProgramCounter(generator.value.function.value.start)
    counter.jump(generator.value.position)
    guard let yield = delegation(counter), yield.B < generator.value.registers.count else { return .nothing }
    return generator.value.registers[yield.B].copy()
  }

  private func closeDelegate(of generator: Unowned<GeneratorObject>) throws(Fault) {
    var counter = ProgramCounter(generator.value.function.value.start)
    counter.jump(generator.value.position)
    guard let yield = delegation(counter), yield.B < generator.value.registers.count else { return }
    let iterator = generator.value.registers[yield.B].copy()
    if let inner = iterator.asGenerator {
      try closeNested(inner)
    } else if let method = try method(Machine.closeName, of: iterator) {
      generator.value.state = .running
      defer { generator.value.state = .suspended }
      _ = try call(method, ValueList())
    }
  }

  func closeNested(_ generator: Unowned<GeneratorObject>) throws(Fault) {
    if generator.value.state == .finished { return }
    if generator.value.state == .created { return generator.value.clear() }
    let outcome: Resumption
    do throws(Fault) {
      outcome = try raise(Fault(.generatorExit, ""), in: generator)
    } catch {
      if error.isKind(.generatorExit) || error.isKind(.stopIteration) { return }
      throw error
    }
    switch consume outcome {
    case .yielded: throw Fault(.runtimeError, "generator ignored GeneratorExit")
    case .finished: return
    }
  }

  /// Finishes all that needs it, the oldest first: the program has ended.
  func finalizeAll() {
    while let object = Heap.takeUnfinished() { finalize(object) }
    var waiting: [ObjectPointer] = []
    for generation in 0..<Heap.generations {
      var object = Heap.first(generation)
      while let current = object {
        if current.needsFinalizer {
          current.retain()
          waiting.append(current)
        }
        object = current.next(generation)
      }
    }
    for object in waiting.reversed() { finalize(object) }
  }

  /// Forgets what waits to be finished without running it.
  func dropUnfinished() {
    while let object = Heap.takeUnfinished() {
      object.flags.remove(.hasFinalizer)
      object.clear()
      object.release()
    }
  }

  /// Does what an object that nobody holds any more still has to do.
  func finalize(_ object: ObjectPointer) {
    guard object.kind == .generator, let generator = object.taken(as: GeneratorObject.self) else {
      return finalizeOther(object)
    }
    do throws(Fault) {
      try closeNested(generator.unowned)
    } catch {
      // Tried once: what it still holds is let go.
      generator.value.clear()
      let value = Value.generator(generator.copy())
      if let unraisableHandler { unraisableHandler(error, value) }
    }
  }
}
