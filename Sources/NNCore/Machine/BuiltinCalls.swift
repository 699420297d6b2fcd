// Plain positional calls of builtins and types: the commonest calls of all.

extension Machine {
  /// Calls what stands in `R[a]` with the `count` arguments above it, none of them named. Nil: a frame was pushed that
  /// will write to `destination`.
  @inline(never) func callPlainly(_ R: Registers, _ a: Int, _ count: Int, destination: Int) throws(Fault) -> Value? {
    if let builtin = plainCallee(R[a]) {
      if count == 1, builtin.value.intrinsic == .len, R[a &+ 1].asInstance != nil,
        try enterLength(R.window(a), destination)
      {
        return nil
      }
      if count == 1, R[a &+ 1].asGenerator != nil {
        if builtin.value.intrinsic == .next, try enterNext(R, a, destination) { return nil }
        if try enterCollection(R, a, builtin.value.intrinsic) { return nil }
      }
      if count == 2, builtin.value.intrinsic == .send, try enterSend(R, a, destination) { return nil }
      if let leaf = builtin.value.leaf, !Tracing.isAsked || !concernsRecord(builtin, R.window(a &+ 1), count),
        let value = leaf(self, R.window(a &+ 1), count)
      {
        var R = R
        R.clear(a &+ 1..<a &+ 1 &+ count)
        return value
      }
      if let value = try callQuickly(R.window(a), count) { return value }
    } else {
      var count = count
      if spreadBoundMethod(R.window(a), count) {
        count &+= 1
        if R[a].asBuiltin != nil { return try callPlainly(R, a, count, destination: destination) }
      }
      if try enterPlainly(R.window(a), count, destination) { return nil }
      if let kind = R[a].builtinExceptionKind() {
        var R = R
        return .exception(try makeException(kind, R.takeList(a &+ 1, count)))
      }
      if let type = R[a].asClassObject, type.value.traits.contains(.plainException) {
        return try constructException(type, R.window(a), count, destination: destination)
      }
      return try callSlowly(a, count, destination: destination)
    }
    return try callSlowly(a, count, destination: destination)
  }

  /// Puts the function and the receiver of a bound method in their places. False: it is something else.
  @inline(__always) private func spreadBoundMethod(_ callee: Registers, _ count: Int) -> Bool {
    guard let method = callee[0].asBoundMethod else { return false }
    var (callee, window) = (callee, callee.window(1))
    window.shiftUp(count)
    let function = method.value.function.copy()
    window.set(0, method.value.receiver.copy())
    callee.set(0, function)
    return true
  }

  /// Pushes the frame of a function that takes so many arguments, or of a class's `__init__` for the new instance. False:
  /// nothing has happened, the general way has to be gone.
  @inline(__always) private func enterPlainly(
    _ callee: Registers, _ count: Int, _ destination: Int
  ) throws(Fault) -> Bool {
    var (callee, window) = (callee, callee.window(1))
    if let function = callee[0].asFunction {
      let isBound =
        function.value.arity < 0 ? window.collectRest(function, count) : window.supplyDefaults(function, count)
      if !isBound {
        let names = function.value.code.value.keywordNames.window  // none of which is asked for
        guard bindQuickly(function, window, count, 0, names, 0) else { return false }
      }
      try push(function, base: window, destination: destination)
      return true
    }
    if let instance = callee[0].asInstance { return try enterInstance(instance, callee, count, destination) }
    guard let type = callee[0].asClassObject,
      type.value.traits.isDisjoint(with: [.construction, .plainException]),
      let function = special(.initMethod, type).function,
      function.value.arity == count &+ 1 || function.value.hasDefaults(for: count &+ 1)
    else { return false }
    window.shiftUp(count)
    let instance = InstanceMemory.make(type)
    window.set(0, .instance(instance.copy()))
    callee.set(0, .instance(instance))
    _ = window.supplyDefaults(function, count &+ 1)
    try push(function, base: window, destination: Continuation(.construct, destination).destination)
    return true
  }

  /// The same for an instance of a class with a `__call__`.
  @inline(never) private func enterInstance(
    _ instance: Unowned<InstanceObject>, _ callee: Registers, _ count: Int, _ destination: Int
  ) throws(Fault) -> Bool {
    guard let function = special(.callMethod, instance.value.type.unowned).function,
      function.value.arity == count &+ 1 || function.value.hasDefaults(for: count &+ 1)
    else { return false }
    var (callee, window) = (callee, callee.window(1))
    window.shiftUp(count)
    window.set(0, callee.take(0))
    callee.set(0, .function(function.owned()))
    _ = window.supplyDefaults(function, count &+ 1)
    try push(function, base: window, destination: destination)
    return true
  }

  /// The same for calls whose last arguments are named, of functions and of classes whose instances are plain.
  @inline(__always) func enterNamed(
    _ callee: Registers, _ count: Int, keywords: Int, first: Int, destination: Int
  ) throws(Fault) -> Bool {
    var (callee, window) = (callee, callee.window(1))
    if let function = callee[0].asFunction {
      try bind(function, window, positional: count &- keywords, keywords: keywords, first: first)
      try push(function, base: window, destination: destination)
      return true
    }
    guard let type = callee[0].asClassObject,
      type.value.traits.isDisjoint(with: [.construction, .plainException]),
      let function = special(.initMethod, type).function
    else { return false }
    window.shiftUp(count)
    let instance = InstanceMemory.make(type)
    window.set(0, .instance(instance.copy()))
    callee.set(0, .instance(instance))
    try bind(function, window, positional: count &+ 1 &- keywords, keywords: keywords, first: first)
    try push(function, base: window, destination: Continuation(.construct, destination).destination)
    return true
  }

  /// Calls the builtin or type in the window's first register with the arguments above it, which are released. Nil, and
  /// nothing has happened, where that takes more than passing the arguments on.
  @inline(__always) func callQuickly(_ callee: Registers, _ count: Int) throws(Fault) -> Value? {
    guard let builtin = plainCallee(callee[0]) else { return nil }
    var window = callee.window(1)
    // Where a gradient is open, the record is asked first.
    if let quick = builtin.value.quick, !Tracing.isAsked || !concernsRecord(builtin, window, count),
      let value = try callQuick(quick, window, count)
    {
      return value
    }
    guard builtin.value.takes(count) else { return nil }
    let arity = builtin.value.arity
    guard !builtin.value.looksAtFirst || count == 0 || !window[0].needsLook,
      window.hasRoom(arity &+ Machine.spareRegisters, below: registerLimit)
    else { return nil }
    if count < arity { builtin.value.fillDefaults(&window, from: count) }
    return try perform(builtin, window)
  }

  /// Runs the body of a builtin whose arguments stand in the window, one a parameter; they are released.
  @inline(__always) private func perform(
    _ builtin: Unowned<BuiltinObject>, _ window: Registers
  ) throws(Fault) -> Value {
    var window = window
    let arity = builtin.value.arity
    let caller = frames.current
    let top = caller.frame.top
    // What the builtin calls back must not overwrite its arguments.
    caller.frame.top = window.window(arity &+ 1)
    do throws(Fault) {
      let result = try runBody(builtin, window)
      caller.frame.top = top
      window.clear(0..<arity)
      if FloatingPointWarnings.hasPending { try deliverWarnings() }
      return result
    } catch {
      caller.frame.top = top
      window.clear(0..<arity)
      throw error
    }
  }

  /// The builtin's result: from the record of what is being differentiated where that concerns it.
  @inline(__always) private func runBody(
    _ builtin: Unowned<BuiltinObject>, _ window: Registers
  ) throws(Fault) -> Value {
    if Tracing.isAsked, let result = try answer(.builtin(builtin.owned()), builtin.value.builtin, window) {
      return result
    }
    return try builtin.value.body(self, window)
  }

  /// Whether the record of what is being differentiated may have something to say to a call.
  @inline(never) private func concernsRecord(
    _ builtin: Unowned<BuiltinObject>, _ window: Registers, _ count: Int
  ) -> Bool {
    if Tracing.hasClasses {
      for index in 0..<count where window[index].asInstance != nil { return true }
      if !Tracing.isOpen { return false }
    }
    if case .transparent = builtin.value.builtin.derivative { return false }
    guard let tracer else { return false }
    for index in 0..<count where tracer.isTraced(window[index]) { return true }
    return false
  }

  /// Tries a builtin's quick body. Nil, and nothing has happened, where it declines.
  @inline(never) private func callQuick(
    _ quick: Builtin.QuickBody, _ window: Registers, _ count: Int
  ) throws(Fault) -> Value? {
    guard window.hasRoom(count &+ Machine.spareRegisters, below: registerLimit) else { return nil }
    var window = window
    let caller = frames.current
    let top = caller.frame.top
    // What the builtin calls back must not overwrite its arguments.
    caller.frame.top = window.window(count &+ 1)
    defer { caller.frame.top = top }
    do throws(Fault) {
      guard let value = try quick(self, window, count) else { return nil }
      window.clear(0..<count)
      return value
    } catch {
      window.clear(0..<count)
      throw error
    }
  }

  /// Calls a builtin with `keywords` named arguments behind `positional` ones, which are released. Nil, and nothing has
  /// happened, where that takes more than putting them in their places.
  @inline(never) func callNamed(
    _ builtin: Unowned<BuiltinObject>, _ window: Registers, _ positional: Int, _ keywords: Int, _ first: Int,
    _ names: Window<Symbol>
  ) throws(Fault) -> Value? {
    // A parameter without a default has to be among the positional ones.
    guard builtin.value.takes(positional),
      positional == 0 || !builtin.value.looksAtFirst || !window[0].needsLook
    else { return nil }
    let arity = builtin.value.arity
    let scratch = max(arity, positional &+ keywords)
    guard window.hasRoom(scratch &+ keywords &+ Machine.spareRegisters, below: registerLimit) else { return nil }
    for index in 0..<keywords where builtin.value.slot(named: names[first &+ index], behind: positional) == nil {
      return nil
    }
    var window = window
    for index in 0..<keywords { window.move(positional &+ index, to: window, scratch &+ index) }
    for index in positional..<max(arity, positional) { window.set(index, .unbound) }
    for index in 0..<keywords {
      if let slot = builtin.value.slot(named: names[first &+ index], behind: positional) {
        window.move(scratch &+ index, to: window, slot)
      }
    }
    builtin.value.fillGaps(&window, from: positional)
    return try perform(builtin, window)
  }

  /// The builtin that a value is, or that makes values of the type that it is.
  @inline(__always) func plainCallee(_ callee: borrowing Value) -> Unowned<BuiltinObject>? {
    switch callee {
    case .builtin(let r): r.unowned
    case .type(let type): type.ordinal < 0 ? nil : plainConstructors[type.ordinal]
    default: nil
    }
  }
}

extension Value {
  /// Whether a builtin's first argument may decide on what the builtin does.
  fileprivate var needsLook: Bool {
    @inline(__always) borrowing get {
      switch self {
      case .instance: true
      case .array: true
      case .number: true
      case .wide: true
      default: false
      }
    }
  }
}
