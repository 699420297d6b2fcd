// Calling: binding arguments to parameters, builtins, calls from native code.

extension Machine {
  /// A frame for a function whose parameters already stand in `base`. RecursionError when the stack is full.
  func push(_ function: Unowned<Function>, base: Registers, destination: Int) throws(Fault) {
    let below = frames.current
    let count = function.value.registerCount
    guard !frames.isFull(below), base.hasRoom(count + Machine.spareRegisters, below: registerLimit) else {
      throw Machine.tooDeep
    }
    frames.current = below.above
    below.above.frame = Frame(
      programCounter: ProgramCounter(function.value.start), base: base, top: base.window(count), function: function,
      destination: destination)
  }

  /// The same for the loop, which goes on in the frame: what it has of the present one is replaced.
  @inline(__always) func enter(
    _ callee: Unowned<Function>, _ base: Registers, _ destination: Int, _ frame: inout FramePointer,
    _ pc: inout ProgramCounter, _ R: inout Registers, _ function: inout Unowned<Function>, _ K: inout Registers,
    _ G: inout Registers
  ) throws(Fault) {
    let count = callee.value.registerCount
    let above = frame.above
    if _slowPath(frames.isFull(frame) || !base.hasRoom(count + Machine.spareRegisters, below: registerLimit)) {
      throw Machine.tooDeep
    }
    pc = ProgramCounter(callee.value.start)
    above.frame = Frame(
      programCounter: pc, base: base, top: base.window(count), function: callee, destination: destination)
    frames.current = above
    (frame, R, function, K, G) = (above, base, callee, callee.value.constants, callee.value.globals)
  }

  static var tooDeep: Fault { Fault(.recursionError, "maximum recursion depth exceeded") }

  /// What a call turns out to be, decided while the callee's register is borrowed.
  private enum Callee: ~Copyable {
    case builtin(Unowned<BuiltinObject>)
    case native(Ref<NativeObject>)
    case method(receiver: Value, function: Value)
    /// What has to be called instead, with the same arguments.
    case other(Value)
    case done(Value)
    case exception(ExceptionKind)
  }

  /// Every call that is not a plain positional one of a function: callee in `R[a]`, `count` arguments above it, the
  /// last `keywords` of them named by the caller's keyword names from `first` on. Afterwards either a frame was
  /// pushed that will write to `destination`, or the result is returned.
  @inline(never) func callSlowly(
    _ a: Int, _ count: Int, keywords: Int = 0, first: Int = 0, destination: Int
  ) throws(Fault) -> Value? {
    let caller = frames.current
    var callee = caller.frame.base.window(a)
    var window = callee.window(1)
    var count = count
    var hops = 0
    while true {
      if let function = callee[0].asFunction {
        if count != function.value.arity || keywords > 0 {
          try bind(function, window, positional: count - keywords, keywords: keywords, first: first)
        }
        try push(function, base: window, destination: destination)
        return nil
      }
      if let type = callee[0].asClassObject {
        let type = type.owned()
        guard
          let value = try construct(type, callee, count, keywords: keywords, first: first, destination: destination)
        else { return nil }
        return .some(value)
      }
      if let method = callee[0].asBoundMethod {
        let receiver = method.value.receiver.copy()
        let function = method.value.function.copy()
        for index in stride(from: count - 1, through: 0, by: -1) { window.move(index, to: window, index + 1) }
        window.set(0, receiver)
        callee.set(0, function)
        count += 1
        continue
      }
      switch try resolve(callee[0]) {
      case .builtin(let builtin):
        if count == 1, keywords == 0, window[0].asInstance != nil, builtin.value.builtin.name == "len",
          try enterLength(callee, destination)
        {
          return nil
        }
        let names = caller.frame.function.value.code.value.keywordNames.window
        return try callBuiltin(
          builtin, window, positional: count - keywords, keywords: keywords, first: first, names: names)
      case .native(let native):
        if keywords == 0, let value = native.value.payload.quickCall(window, count) {
          window.clear(0..<count)
          return .some(value)
        }
        let added = hops < 8 ? native.value.payload.unfold(callee, count) : 0
        if added > 0 {
          hops += 1
          count += added
          if keywords == 0, let value = try callQuickly(callee, count) { return .some(value) }
          continue
        }
        let names = caller.frame.function.value.code.value.keywordNames.window
        return try callNative(
          native.copy(), window, positional: count - keywords, keywords: keywords, first: first, names: names)
      case .method(let receiver, let function):
        for index in stride(from: count - 1, through: 0, by: -1) { window.move(index, to: window, index + 1) }
        window.set(0, receiver)
        callee.set(0, function)
        count += 1
        if keywords == 0, let value = try callQuickly(callee, count) { return .some(value) }
      case .other(let function):
        hops += 1
        if hops > Context.deepestNesting { throw Machine.tooDeep }
        callee.set(0, function)
      case .exception(let kind):
        if keywords > 0 {
          guard let constructor = constructorObject(of: .exception(kind)) else { throw Machine.tooDeep }
          callee.set(0, .builtin(constructor.owned()))
          continue
        }
        var arguments = ValueList(capacity: count)
        for index in 0..<count { arguments.append(window.take(index)) }
        return .some(.exception(try makeException(kind, arguments)))
      case .done(let value):
        window.clear(0..<count)
        return .some(value)
      }
    }
  }

  private func resolve(_ callee: borrowing Value) throws(Fault) -> Callee {
    switch callee {
    case .builtin(let r): return .builtin(r.unowned)
    case .type(.exception(let kind)): return .exception(kind)
    case .type(let type):
      guard let constructor = constructorObject(of: type) else {
        if type == .scalar(.object) {
          return .other(try attribute(try importModule("_array_classes"), Symbol("object_scalar")))
        }
        throw Fault(.typeError, "cannot create '\(type.name)' instances")
      }
      return .builtin(constructor)
    case .module(let r) where r.value.acceptsAnyAttribute: return .done(callee.copy())
    case .descriptor(let r) where r.value.mode == .staticMethod: return .other(r.value.getter.copy())
    case .native(let r) where r.value.payload.isCallable: return .native(r.copy())
    case _ where callee.hasSpecialMethods:
      if let type = callee.specialClass, let found = userMember(.callMethod, in: type) {
        let member = found.value
        if member.asFunction != nil { return .method(receiver: callee.copy(), function: member) }
        return .other(try bind(member, to: callee, of: .classObject(type.owned())))
      }
      if let method = try specialMethod(.callMethod, of: callee) { return .other(method) }
      if let payload = callee.payload?.copy(), let native = payload.asNative, native.value.payload.isCallable {
        return .other(payload)
      }
      throw Fault(.typeError, "'\(callee.typeName)' object is not callable")
    default: throw Fault(.typeError, "'\(callee.typeName)' object is not callable")
    }
  }

  /// Runs a builtin on the arguments in `window`, which are released afterwards.
  @inline(__always) func callBuiltin(
    _ builtin: Unowned<BuiltinObject>, _ window: Registers, positional: Int, keywords: Int, first: Int,
    names: Window<Symbol>
  ) throws(Fault) -> Value {
    if keywords > 0, let value = try callNamed(builtin, window, positional, keywords, first, names) { return value }
    var declaration = builtin.value.builtin
    var window = window
    if positional > 0, window[0].asInstance != nil, declaration.isMethod, !declaration.isSpecial,
      let payload = window[0].payload, !Tracing.hasClasses || declaration.arrayRole == .none
    {
      window.set(0, payload)
    }
    if let arrayForm = declaration.arrayForm,
      declaration.yields(
        to: arrayForm, window, positional: positional, keywords: keywords, first: first, names: names)
    {
      declaration = arrayForm
    }
    let used = max(positional + keywords, declaration.form.count)
    let caller = frames.current
    let top = caller.frame.top
    // What the builtin calls back must not overwrite its arguments.
    caller.frame.top = window.window(used + 1)
    defer {
      caller.frame.top = top
      window.clear(0..<used)
    }
    guard window.hasRoom(used + keywords + Machine.spareRegisters, below: registerLimit) else { throw Machine.tooDeep }
    try ArgumentBinder.bind(
      declaration, &window, positional: positional, keywords: keywords, first: first, names: names, in: self)
    if Tracing.isAsked,
      let result = try answer(
        declaration === builtin.value.builtin ? .builtin(builtin.owned()) : .builtin(BuiltinObject.make(declaration)),
        declaration, window)
    {
      if FloatingPointWarnings.hasPending { try deliverWarnings() }
      return result
    }
    let result = try declaration.body(self, window)
    if FloatingPointWarnings.hasPending { try deliverWarnings() }
    return result
  }

  // MARK: Calls from native code

  /// Calls any callable from native code with positional arguments.
  func callFromNative(_ callee: borrowing Value, _ arguments: consuming ValueList) throws(Fault) -> Value {
    try callFromNative(callee, arguments, [], ValueList())
  }

  /// Calls any callable from native code with positional arguments and named ones.
  func callFromNative(
    _ callee: borrowing Value, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    if let native = callee.asNative, native.value.payload.isCallable {
      return try callNative(native, arguments, names, named)
    }
    var T = frames.current.frame.top
    let count = arguments.count
    guard T.hasRoom(count + names.count + 1 + Machine.spareRegisters, below: registerLimit) else {
      throw Machine.tooDeep
    }
    T.set(0, callee.copy())
    for index in 0..<count { T.set(1 + index, arguments[index].copy()) }
    for index in 0..<names.count { T.set(1 + count + index, named[index].copy()) }
    if names.isEmpty { return try callPlain(count) }
    guard let value = try callPrepared(count, names: names) else { return .nothing }
    return value
  }

  /// Calls any callable from native code with one or two arguments (the second is unbound where there is one).
  func callFromNative(
    _ callee: borrowing Value, _ first: consuming Value, _ second: consuming Value
  ) throws(Fault) -> Value {
    if let native = callee.asNative, native.value.payload.isCallable {
      var arguments = ValueList(capacity: 2)
      arguments.append(first)
      if !second.isUnbound { arguments.append(second) }
      return try callNative(native, arguments, [], ValueList())
    }
    var T = frames.current.frame.top
    guard T.hasRoom(3 + Machine.spareRegisters, below: registerLimit) else { throw Machine.tooDeep }
    T.set(0, callee.copy())
    T.set(1, first)
    if second.isUnbound { return try callPlain(1) }
    T.set(2, second)
    return try callPlain(2)
  }

  /// Callee and positional arguments stand at `top`. A plain function runs there without a frame for its caller.
  private func callPlain(_ count: Int) throws(Fault) -> Value {
    var T = frames.current.frame.top
    var count = count
    if let method = T[0].asBoundMethod {
      let receiver = method.value.receiver.copy()
      let function = method.value.function.copy()
      for index in stride(from: count, to: 0, by: -1) { T.move(index, to: T, index + 1) }
      T.set(1, receiver)
      T.set(0, function)
      count += 1
    }
    if nesting < Context.deepestNesting, let function = T[0].asFunction, function.value.arity == count {
      do throws(Fault) {
        try push(function, base: T.window(1), destination: 0)
      } catch {
        T.clear(0..<count + 1)
        throw error
      }
      defer { T.set(0, .nothing) }
      return try runNested()
    }
    if callIntrinsic(T, 0, count, 0) { return T.take(0) }
    if nesting < Context.deepestNesting, let value = try callBuiltinAtTop(T, count) { return value }
    guard let value = try callPrepared(count, names: []) else { return .nothing }
    return value
  }

  /// The same of a builtin or a type that needs no binding; nil, and nothing has happened, for all others.
  @inline(never) private func callBuiltinAtTop(_ T: Registers, _ count: Int) throws(Fault) -> Value? {
    var T = T
    do throws(Fault) {
      guard let value = try callQuickly(T, count) else { return nil }
      T.set(0, .nothing)
      return value
    } catch {
      T.set(0, .nothing)
      throw error
    }
  }

  /// Calls a native object, which is kept alive meanwhile.
  private func callNative(
    _ native: Unowned<NativeObject>, _ arguments: consuming ValueList, _ names: [Symbol], _ named: consuming ValueList
  ) throws(Fault) -> Value {
    let keep = native.owned()
    guard nesting < Context.deepestNesting else { throw Machine.tooDeep }
    nesting += 1
    defer { nesting -= 1 }
    return try keep.value.payload.call(self, arguments, names, named)
  }

  /// Calls a native object with the arguments in `window`, which are released afterwards.
  private func callNative(
    _ native: consuming Ref<NativeObject>, _ window: Registers, positional: Int, keywords: Int, first: Int,
    names: Window<Symbol>
  ) throws(Fault) -> Value {
    var window = window
    var arguments = ValueList(capacity: positional)
    for index in 0..<positional { arguments.append(window.take(index)) }
    var named = ValueList(capacity: keywords)
    for index in 0..<keywords { named.append(window.take(positional + index)) }
    return try callNative(native.unowned, arguments, (0..<keywords).map { names[first + $0] }, named)
  }

  /// Calls any callable from native code with positional arguments and those of a dictionary.
  func callFromNative(
    _ callee: borrowing Value, _ arguments: consuming ValueList, keywords: borrowing Value
  ) throws(Fault) -> Value {
    guard let dictionary = keywords.asDictionary, dictionary.value.table.count > 0 else {
      return try callFromNative(callee, arguments)
    }
    var T = frames.current.frame.top
    let count = arguments.count
    guard T.hasRoom(count + dictionary.value.table.count + 1 + Machine.spareRegisters, below: registerLimit) else {
      throw Machine.tooDeep
    }
    T.set(0, callee.copy())
    for index in 0..<count { T.set(1 + index, arguments[index].copy()) }
    var names: [Symbol] = []
    for entry in 0..<dictionary.value.table.entries.count {
      guard let name = dictionary.value.table.entries[entry].key.asString else { continue }
      T.set(1 + count + names.count, dictionary.value.table.entries[entry].value.copy())
      names.append(Symbol(name.value.text.string))
    }
    guard let value = try callPrepared(count, names: names) else { return .nothing }
    return value
  }

  /// Callee and arguments stand at `top`; the last of the `count + names.count` arguments are named.
  func callPrepared(_ count: Int, names: [Symbol]) throws(Fault) -> Value? {
    let below = frames.current
    let T = below.frame.top
    guard nesting < Context.deepestNesting, !frames.isFull(below) else {
      var R = T
      R.clear(0..<count + names.count + 1)
      throw Machine.tooDeep
    }
    // A frame that has no code of its own stands for the native caller; its register 0 takes the result.
    let bridge =
      names.isEmpty
      ? native.copy() : Machine.nativeFunction(keywordNames: names, in: native.value.module.copy())
    frames.current = below.above
    below.above.frame = Frame(
      programCounter: ProgramCounter(bridge.value.start), base: T, top: T.window(count + names.count + 1),
      function: bridge.unowned, destination: 0)
    defer { frames.current = below }
    var R = T
    do throws(Fault) {
      if let value = try callSlowly(0, count + names.count, keywords: names.count, destination: 0) {
        R.set(0, .nothing)
        return value
      }
      R.set(0, try runNested())
    } catch {
      R.clear(0..<count + names.count + 1)
      throw error
    }
    return R.take(0)
  }

  private func runNested() throws(Fault) -> Value { try runNested(to: frames.current) }

  /// Runs on from the current frame until `entry`, which is it or below it, has returned.
  func runNested(to entry: FramePointer) throws(Fault) -> Value {
    nesting += 1
    defer { nesting -= 1 }
    return try run(to: entry)
  }
}
