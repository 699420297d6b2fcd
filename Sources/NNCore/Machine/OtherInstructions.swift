import NNSyntax

// The instructions that are too rare or too slow by nature to stand in the loop itself.

extension Machine {
  /// `del name` of a module's variable; what has to run after its value goes runs at once.
  @inline(never) func deleteGlobal(_ G: inout Registers, _ slot: Int, _ function: Unowned<Function>) throws(Fault) {
    if G[slot].isUnbound { throw undefinedName(function, slot) }
    G.set(slot, .unbound)
    if needsService { try service() }
  }

  @inline(never) func executeOther(
    _ R: Registers, _ i: Instruction, _ function: Unowned<Function>
  ) throws(Fault) {
    var R = R
    let constants = function.value.constants
    switch i.opcode {
    case .loadSuperMethod: try loadSuperMethod(R, i, function)
    case .deleteCell:
      _ = try cellContent(R[i.A], function, i.A)
      clearCell(R[i.A])
    case .deleteCapture:
      _ = try captureContent(function, i.A)
      clearCell(function.value.captured[i.A])
    case .raiseAssertion: throw try assertionError(R[i.A])
    case .deleteItem:
      try deleteItem(R[i.A], at: R[i.B])
      if needsService { try service() }
    case .makeSlice:
      let slice = SliceObject(R.take(i.B), R.take(i.B + 1), R.take(i.B + 2))
      R.set(i.A, .slice(Ref(slice)))
    case .loadName:
      let value = try loadName(R, i, function)
      R.set(i.A, value)
    case .storeName:
      if let namespace = R[0].exactDictionary {
        try set(namespace, constants[i.B], R[i.A].copy())
      } else {
        try setItem(R[0], at: constants[i.B], to: R[i.A])
      }
    case .deleteName: try deleteName(R[0], constants[i.B])
    case .deleteAttribute:
      try deleteAttribute(R[i.A], function.value.caches[i.C].name)
      if needsService { try service() }
    case .makeDictionary: R.set(i.A, .dictionary(Ref(DictionaryObject())))
    case .extend: try extendList(R, i)
    case .makeTupleFromList:
      if let list = R[i.A].exactList {
        var items = ValueList()
        if R[i.A].object?.count == 1 { swap(&items, &list.value.items) } else { items = list.value.items.copies() }
        R.set(i.A, .tuple(items))
      }
    case .makeSet: R.set(i.A, .set(Ref(SetObject())))
    case .updateSet: if let set = R[i.A].asSet { try update(set, from: R[i.B]) }
    case .update: try updateDictionary(R, i)
    case .unpackStarred: try unpackStarred(R, i)
    case .makeGenerator:
      let made = makeGenerator(R, function)
      R.set(i.A, made)
    case .getIterator:
      if i.n == 1, R[i.A].stepsThroughItself { return }
      let iterator = try iterate(R[i.A])
      R.set(i.A, iterator)
    case .importModule:
      let path = constants[i.wide].asString?.value.text.string ?? ""
      let module = try importModule(path, from: function.value.module.unowned)
      R.set(i.A, module)
    case .importFrom:
      let value = try importMember(R[i.B], function.value.caches[i.C].name)
      R.set(i.A, value)
    case .importStar: try importAll(R[i.A], into: function.value.module.unowned)
    case .loadBuiltin:
      if let name = constants[i.wide].asString,
        let value = builtins.value.value(of: Symbol(name.value.text.string))
      {
        R.set(i.A, value)
      }
    case .testBuiltin:
      if i.n == .max { try checkStart(R[i.A]) } else { R.set(i.A, .bool(isBuiltin(i, function))) }
    case .display:
      if i.n == 1 {
        try showThroughHook(R[i.A])
      } else if let handler = displayHandler {
        try handler(self, R[i.A])
      }
    case .magic:
      if i.A == 1 {
        noteStatement()
      } else if let line = constants[i.wide].asString, let handler = magicHandler {
        _ = try handler(self, line.value.text.string)
      }
    case .loadContext: try loadContext(R, i)
    case .exceptionParts: loadExceptionParts(R, i)
    default: throw Fault(.systemError, "unknown instruction")
    }
  }

  /// Whether a global name means the builtin that a fold is compiled for.
  private func isBuiltin(_ i: Instruction, _ function: Unowned<Function>) -> Bool {
    guard let fold = FoldedBuiltin(rawValue: i.n) else { return false }
    let (globals, slot) = (function.value.globals, i.wide)
    if !globals[slot].isUnbound { return globals[slot].isBuiltin(fold) }
    if let found = function.value.module.value.builtinSlot(slot) { return builtins.value.window[found].isBuiltin(fold) }
    return (try? builtinGlobal(function, slot))?.isBuiltin(fold) ?? false
  }

  /// Refuses to add up texts, as `sum` does.
  private func checkStart(_ value: borrowing Value) throws(Fault) {
    if value.asString != nil { throw Fault(.typeError, "sum() can't sum strings [use ''.join(seq) instead]") }
    if value.asBytes != nil {
      throw Fault(.typeError, "sum() can't sum \(value.typeName) [use b''.join(seq) instead]")
    }
  }

  // MARK: Names in the bodies of classes

  private func loadName(_ R: Registers, _ i: Instruction, _ function: Unowned<Function>) throws(Fault) -> Value {
    let name = function.value.constants
    if let namespace = R[0].exactDictionary {
      if let entry = try find(namespace, name[i.B]) { return namespace.value.table.entries[entry].value.copy() }
    } else {
      do throws(Fault) { return try item(R[0], at: name[i.B]) } catch {
        if !error.isKind(.keyError) { throw error }
      }
    }
    if i.n == 1 { return try captureContent(function, i.C) }
    let globals = function.value.globals
    return globals[i.C].isUnbound ? try builtinGlobal(function, i.C) : globals[i.C].copy()
  }

  private func deleteName(_ namespace: borrowing Value, _ name: borrowing Value) throws(Fault) {
    do throws(Fault) { try deleteItem(namespace, at: name) } catch {
      guard error.isKind(.keyError) else { throw error }
      throw Fault(.nameError, "name '\(name.asString?.value.text.string ?? "")' is not defined")
    }
  }

  /// Hands a value to the program's `sys.displayhook`.
  private func showThroughHook(_ value: borrowing Value) throws(Fault) {
    guard let hook = module("sys")?.value.value(of: Symbol("displayhook")) else {
      throw Fault(.runtimeError, "lost sys.displayhook")
    }
    _ = try call(hook, value.copy())
  }

  // MARK: Strings

  /// What an f-string shows of a value without a specification: `str(value)`, but of a value that formats itself
  /// otherwise.
  private func formattedText(_ value: borrowing Value, isConverted: Bool) throws(Fault) -> Value {
    if isConverted || value.typeOrdinal >= 0 || value.isNone || value.asInstance != nil { return try textValue(value) }
    if let exception = value.asException, let quick = quickExceptionText(exception) { return quick }
    return .string(utf8: try format(value, []))
  }

  @inline(never) func formatValue(_ R: Registers, _ i: Instruction) throws(Fault) {
    var R = R
    let given = i.opcode == .formatValue ? R[i.C].asString : nil
    if given.map({ $0.value.byteCount == 0 }) ?? true {
      if i.n == UInt8(ascii: "s") || i.n == 0 && (!R[i.B].hasSpecialMethods || !hasSpecial(.formatMethod, R[i.B])) {
        let text = try formattedText(R[i.B], isConverted: i.n != 0)
        R.set(i.A, text)
        return
      }
      if i.n == UInt8(ascii: "r") {
        let text = try reprValue(R[i.B])
        R.set(i.A, text)
        return
      }
    } else if i.n == 0, let spec = given, let text = quickFormat(R[i.B], spec) {
      R.set(i.A, text)
      return
    }
    let spec = given?.value.bytes.array ?? []
    let result: [UInt8]
    switch i.n {
    case UInt8(ascii: "r"): result = try format(.string(UnicodeText(utf8: Array(try repr(R[i.B]).utf8))), spec)
    case UInt8(ascii: "a"):
      let escaped = StringText.escapingNonASCII(Array(try repr(R[i.B]).utf8))
      result = try format(.string(UnicodeText(utf8: escaped)), spec)
    case UInt8(ascii: "s"): result = try format(.string(UnicodeText(utf8: try text(R[i.B]))), spec)
    default: result = try format(R[i.B], spec)
    }
    R.set(i.A, .string(utf8: result))
  }

  @inline(never) func joinStrings(_ R: Registers, _ i: Instruction) {
    var R = R
    var length = 0
    var index = i.B
    while index < i.B &+ i.C {
      if let string = R[index].exactString {
        length &+= string.value.byteCount
      } else if let integer = R[index].asInt {
        length &+= StringMemory.digitCount(integer.magnitude) &+ 1
      } else {
        length &+= R[index].asString?.value.byteCount ?? 0
      }
      index &+= 1
    }
    if i.C == 1, R[i.B].exactString != nil { return R.move(i.B, to: R, i.A) }
    var builder = TextBuilder(capacity: length)
    index = i.B
    while index < i.B &+ i.C {
      if let string = R[index].exactString {
        builder.append(string)
      } else if let integer = R[index].asInt {
        builder.append(integer)
      } else if let part = R[index].asString {
        builder.append(part)
      }
      index &+= 1
    }
    R.set(i.A, builder.finish())
  }

  // MARK: Functions

  @inline(never) func makeFunction(_ R: Registers, _ i: Instruction, _ maker: Unowned<Function>) {
    var R = R
    guard let code = maker.value.constants[i.B].asCode else { return }
    if i.n & 2 != 0 {
      return keep(FunctionMemory.make(code, by: maker, R, isPlain: i.n & 1 == 0), R, i)
    }
    let defaults = R.take(i.C)
    let keywordDefaults = R.take(i.C + 1)
    let made = FunctionMemory.make(code, by: maker, R, isPlain: false)
    supply(made.unowned, defaults, keywordDefaults)
    keep(made, R, i)
  }

  private func supply(
    _ function: Unowned<Function>, _ defaults: borrowing Value, _ keywordDefaults: borrowing Value
  ) {
    if let tuple = defaults.asTuple { function.value.defaults = tuple.value.items.copies() }
    if let tuple = keywordDefaults.asTuple { function.value.keywordDefaults = tuple.value.items.copies() }
  }

  @inline(__always) private func keep(_ function: consuming Ref<Function>, _ registers: Registers, _ i: Instruction) {
    var R = registers
    if i.n & 1 != 0 { annotate(function.unowned, R, i) }
    R.set(i.A, .function(function))
  }

  private func annotate(_ function: Unowned<Function>, _ R: Registers, _ i: Instruction) {
    var R = R
    let extras = FunctionExtras()
    extras.annotations = R.take(i.C + 2)
    function.value.extras = extras
  }
}

extension Machine {
  /// A statement of a program begins whose lines are measured.
  private func noteStatement() {
    guard let profile = session.profile else { return }
    let frame = frames.current
    let function = frame.frame.function
    let code = function.value.code.unowned
    let offset = frame.frame.programCounter.offset(from: function.value.start) - 1
    if offset >= 0, offset < code.value.spans.count { profile.begin(code.value.source, code.value.spans[offset]) }
  }
}

extension Machine {
  /// Runs the current frame until it returns to native code.
  func run() throws(Fault) -> Value { try run(to: frames.current) }

  /// Compiles the body of a function of the library that is called for the first time; its frame, the current one, goes
  /// on at the body's start.
  @inline(never) func compileBody(_ function: Unowned<Function>) throws(Fault) {
    let frame = frames.current
    guard let deferred = function.value.code.value.deferred as? DeferredFunction else {
      throw Fault(.systemError, "a body is missing")
    }
    let code: Code
    do throws(Diagnostic) { code = try deferred.code(in: function.value.module.unowned) } catch {
      throw Fault(error, in: function.value.code.value.source)
    }
    let count = code.registerCount
    guard frame.frame.base.hasRoom(count + Machine.spareRegisters, below: registerLimit) else { throw Machine.tooDeep }
    function.value.complete(Ref(code))
    frame.frame.programCounter = ProgramCounter(function.value.start)
    frame.frame.top = frame.frame.base.window(count)
  }
}
