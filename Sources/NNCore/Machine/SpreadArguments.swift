// Lists and dictionaries that displays and calls are made from: `[*a]`, `f(*a, **k)`.

extension Machine {
  func extendList(_ R: Registers, _ i: Instruction) throws(Fault) {
    guard let list = R[i.A].asList else { return }
    if R[i.B].asList != nil || R[i.B].asTuple != nil { return try extend(list, with: R[i.B]) }
    let source = try iterate(R[i.B], orSay: "Value after * must be an iterable, not ", keepingOwn: true)
    try extend(list, with: source)
  }

  /// Adds what stands after the only `*` of a call.
  func extend(
    _ list: Unowned<ListObject>, withArguments value: borrowing Value, of callee: borrowing Value
  ) throws(Fault) {
    if value.asList != nil || value.asTuple != nil { return try extend(list, with: value) }
    let source = try iterate(
      value, orSay: "\(calleeText(callee)) argument after * must be an iterable, not ", keepingOwn: true)
    try extend(list, with: source)
  }

  /// `R[A].add(R[B])` of a set, or `R[A][R[B]] = R[C]` of a dictionary that is being made.
  @inline(never) func insert(_ R: Registers, _ i: Instruction) throws(Fault) {
    if i.opcode == .insertPair { return try insertPair(R, i) }
    if let set = R[i.A].exactSet, !set.value.quicklyAdd(R[i.B]) { try add(R[i.B], to: set) }
  }

  private func insertPair(_ R: Registers, _ i: Instruction) throws(Fault) {
    if i.n == 0, let dictionary = R[i.A].exactDictionary, !dictionary.value.isNamespace, let hash = R[i.B].quickHash {
      switch dictionary.value.table.quickPlace(R[i.B], hash) {
      case .absent: return dictionary.value.table.add(R[i.B].copy(), hash, R[i.C].copy())
      case .found(let entry):
        if var place = dictionary.value.table.entries.valueRegister(entry) { return place.copy(0, from: R, i.C) }
      case .unknown: break
      }
    }
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
    if i.n == 1 { return try update(dictionary, withArguments: R[i.B], of: R[i.A - 2]) }
    let source = try mapping(R[i.B])
    guard let other = source.asDictionary else { return }
    try update(dictionary, from: other)
  }

  /// Adds what stands after a `**` of a call.
  func update(
    _ dictionary: Unowned<DictionaryObject>, withArguments value: borrowing Value, of callee: borrowing Value
  ) throws(Fault) {
    let source = try mapping(value, of: callee)
    guard let other = source.asDictionary else { return }
    for entry in 0..<other.value.table.entries.count where !other.value.table.entries[entry].key.isUnbound {
      let key = other.value.table.entries[entry].key.copy()
      guard key.asString != nil else { throw Fault(.typeError, "keywords must be strings") }
      if try find(dictionary, key) != nil { throw duplicate(key, calleeText(callee)) }
    }
    try update(dictionary, from: other)
  }

  /// The dictionary after `**`, made from any object that has `keys` and items.
  private func mapping(_ value: borrowing Value, of callee: borrowing Value = .unbound) throws(Fault) -> Value {
    if !hasOwnKeys(value) {
      if value.asDictionary != nil { return value.copy() }
      if let payload = value.asInstance?.value.payload.copy(), payload.asDictionary != nil { return payload }
    }
    guard let keys = try optionalAttribute(value, Symbol("keys")) else {
      if !callee.isUnbound {
        let text = "\(calleeText(callee)) argument after ** must be a mapping, not \(value.typeName)"
        throw Fault(.typeError, text)
      }
      throw Fault(.typeError, "'\(value.typeName)' object is not a mapping")
    }
    let made = Ref(DictionaryObject())
    try copyEntries(of: value, keys: keys, into: made.unowned)
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
