// What instructions do whose variable has no value, and the contents of cells.

extension Machine {
  func unboundLocal(_ function: Unowned<Function>, _ register: Int) -> Fault {
    let names = function.value.code.value.localNames
    let name = register < names.count ? names[register].name : "?"
    return Fault(
      .unboundLocalError, "cannot access local variable '\(name)' where it is not associated with a value")
  }

  /// What a failed check says: of a local, of a comprehension's own variable (N = 1), or of a variable of the function
  /// around a comprehension (N = 2), whose names are constants.
  func unboundVariable(_ function: Unowned<Function>, _ i: Instruction) -> Fault {
    if i.n == 0 { return unboundLocal(function, i.A) }
    let name = function.value.constants[i.wide].asString?.value.text.string ?? "?"
    if i.n == 1 {
      return Fault(
        .unboundLocalError, "cannot access local variable '\(name)' where it is not associated with a value")
    }
    return Machine.unboundFree(name)
  }

  static func unboundFree(_ name: String) -> Fault {
    let fault = Fault(
      .nameError,
      "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope")
    fault.missingName = name
    return fault
  }

  /// A global name without a value of its own: a builtin, or an error.
  @inline(never) func builtinGlobal(_ function: Unowned<Function>, _ slot: Int) throws(Fault) -> Value {
    let module = function.value.module.unowned
    let known = builtins.value.window
    if let found = module.value.builtinSlot(slot), !known[found].isUnbound { return known[found].copy() }
    let names = module.value.names
    guard slot < names.count else { throw Fault(.nameError, "too many global names") }
    if let outer = module.value.enclosing.asModule {
      if let value = outer.value.value(of: names[slot]) { return value }
    }
    if module.value.hasBareNames, let value = bareNames().value.value(of: names[slot]) { return value }
    if let value = builtins.value.value(of: names[slot]) {
      if module.value.enclosing.isUnbound, let found = builtins.value.existingSlot(of: names[slot]) {
        module.value.noteBuiltinSlot(slot, found)
      }
      return value
    }
    if lazyMembers["builtins." + names[slot].name] != nil { return try member(builtins.unowned, names[slot]) }
    if module.value.hasBareNames || !module.value.starredModules.isEmpty,
      let value = try libraryGlobal(module, names[slot])
    {
      return value
    }
    if let older = try olderMember(builtins.unowned, names[slot]) { return older }
    throw undefinedName(function, slot)
  }

  func undefinedName(_ function: Unowned<Function>, _ slot: Int) -> Fault {
    let module = function.value.module.unowned
    let name = slot < module.value.names.count ? module.value.names[slot].name : "?"
    let keeper = ModuleKeeper(module.owned())
    let fault = Fault(.nameError, "name '\(name)' is not defined", hint: self.nearestGlobal(name, keeper))
    fault.missingName = name
    return fault
  }

  private final class ModuleKeeper {
    let module: Ref<ModuleObject>
    init(_ module: consuming Ref<ModuleObject>) { self.module = module }
  }

  private func nearestGlobal(_ name: String, _ keeper: ModuleKeeper) -> String? {
    let module = keeper.module.unowned
    var known = module.value.names.filter { module.value.value(of: $0) != nil } + builtins.value.names
    if module.value.hasBareNames { known += bareNames().value.names }
    let library = module.value.hasBareNames ? libraryNames(of: "numpy") : []
    return Spelling.nearest(name, known.map(\.name) + library).map { "did you mean '\($0)'?" }
  }

  func cellContent(_ cell: borrowing Value, _ function: Unowned<Function>, _ register: Int) throws(Fault) -> Value {
    guard let r = cell.asCell else { throw unboundLocal(function, register) }
    if r.value.content.isUnbound { throw unboundLocal(function, register) }
    return r.value.content.copy()
  }

  func clearCell(_ cell: borrowing Value) { _ = cell.asCell?.value.content.exchange(.unbound) }

  @inline(never) func unboundCapture(_ function: Unowned<Function>, _ index: Int) -> Fault {
    let captures = function.value.code.value.captures
    return Machine.unboundFree(index < captures.count ? captures[index].name.name : "?")
  }

  func captureContent(_ function: Unowned<Function>, _ index: Int) throws(Fault) -> Value {
    if let content = function.value.content(ofCapture: index) { return content[0].copy() }
    if let value = function.value.capturedValue(index) { return value[0].copy() }
    throw unboundCapture(function, index)
  }

  func assertionError(_ message: borrowing Value) throws(Fault) -> Fault {
    if message.isUnbound { return Fault(.assertionError, "") }
    return Fault(.assertionError, String(decoding: try text(message), as: UTF8.self))
  }
}
