// Lists and dictionaries that displays and calls are made from: `[*a]`, `f(*a, **k)`.

extension Machine {
  func extendList(_ R: Registers, _ i: Instruction) throws(Fault) {
    guard let list = R[i.A].asList else { return }
    if R[i.B].asList != nil || R[i.B].asTuple != nil { return try extend(list, with: R[i.B]) }
    let name = i.n == 1 ? "\(calleeText(R[i.A - 1])) argument" : "Value"
    let source = try iterate(R[i.B], orSay: "\(name) after * must be an iterable, not ")
    try extend(list, with: source)
  }

  func insertPair(_ R: inout Registers, _ i: Instruction) throws(Fault) {
    guard let dictionary = R[i.A].asDictionary else { return }
    if i.n == 1, try find(dictionary, R[i.B]) != nil { throw duplicate(R[i.B], calleeText(R[i.A - 2])) }
    try set(dictionary, R[i.B], R[i.C].copy())
  }

  private func duplicate(_ key: borrowing Value, _ callee: String) -> Fault {
    let name = key.asString?.value.text.string ?? ""
    return Fault(.typeError, "\(callee) got multiple values for keyword argument '\(name)'")
  }

  func updateDictionary(_ R: Registers, _ i: Instruction) throws(Fault) {
    guard let dictionary = R[i.A].asDictionary else { return }
    let source = try mapping(R, i)
    guard let other = source.asDictionary else { return }
    if i.n == 1 {
      for entry in 0..<other.value.table.entries.count where !other.value.table.entries[entry].key.isUnbound {
        let key = other.value.table.entries[entry].key.copy()
        guard key.asString != nil else { throw Fault(.typeError, "keywords must be strings") }
        if try find(dictionary, key) != nil { throw duplicate(key, calleeText(R[i.A - 2])) }
      }
    }
    try update(dictionary, from: other)
  }

  /// The dictionary after `**`, made from any object that has `keys` and items.
  private func mapping(_ R: Registers, _ i: Instruction) throws(Fault) -> Value {
    if R[i.B].asDictionary != nil { return R[i.B].copy() }
    if let payload = R[i.B].asInstance?.value.payload.copy(), payload.asDictionary != nil { return payload }
    guard let keys = try optionalAttribute(R[i.B], Symbol("keys")) else {
      if i.n == 1 {
        let text = "\(calleeText(R[i.A - 2])) argument after ** must be a mapping, not \(R[i.B].typeName)"
        throw Fault(.typeError, text)
      }
      throw Fault(.typeError, "'\(R[i.B].typeName)' object is not a mapping")
    }
    let made = Ref(DictionaryObject())
    try copyEntries(of: R[i.B], keys: keys, into: made.unowned)
    return .dictionary(made.copy())
  }

  /// What a message about a call's arguments calls the callee: `f()`, with its module unless that is of the builtins.
  private func calleeText(_ callee: borrowing Value) -> String {
    switch callee {
    case .boundMethod(let r): return calleeText(r.value.function)
    case .builtin(let r):
      let owner = r.value.builtin.owner
      return owner.isEmpty ? "\(r.value.builtin.name)()" : "\(owner).\(r.value.builtin.name)()"
    case .type(let type): return "\(type.name)()"
    default: break
    }
    do throws(Fault) {
      let name = try attribute(callee, .qualifiedName)
      let module = try attribute(callee, .moduleName)
      let text = "\(name.asString?.value.text.string ?? callee.typeName)()"
      guard let place = module.asString?.value.text.string, place != "builtins" else { return text }
      return "\(place).\(text)"
    } catch {
      return "\(callee.typeName) object"
    }
  }
}
