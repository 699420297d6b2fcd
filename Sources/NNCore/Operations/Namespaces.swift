// Dictionaries that stand for the variables of a module: `globals()`, `module.__dict__`, what `exec` was given. The
// module's slots are the truth. A read of a key first brings its entry up to date, a write goes on to the slot; whoever
// goes through all entries calls `refresh` before.

extension Context {
  /// The dictionary of a module's variables, up to date.
  func namespace(of module: Unowned<ModuleObject>) throws(Fault) -> Value {
    if module.value.dictionary.asDictionary == nil {
      let made = Ref(DictionaryObject())
      made.value.attach(.module(module.owned()))
      module.value.dictionary = .dictionary(made.copy())
    }
    if let dictionary = module.value.dictionary.asDictionary { try refresh(dictionary) }
    return module.value.dictionary.copy()
  }

  /// The module whose variables a dictionary's entries are; made, with `name`, where it has been no module's so far.
  func module(of dictionary: Unowned<DictionaryObject>, named name: String) throws(Fault) -> Ref<ModuleObject> {
    if let module = dictionary.value.module.asModule { return module.owned() }
    let module = Ref(ModuleObject(name))
    module.value.isPassing = true
    for entry in 0..<dictionary.value.table.entries.count {
      guard let key = dictionary.value.table.entries[entry].key.asString else { continue }
      module.value.set(Symbol(key.value.text.string), dictionary.value.table.entries[entry].value.copy())
    }
    dictionary.value.attach(.module(module.copy()))
    module.value.dictionary = .dictionary(dictionary.owned())
    return module.copy()
  }

  /// Brings all entries of such a dictionary up to date.
  @inline(never) func refresh(_ dictionary: Unowned<DictionaryObject>) throws(Fault) {
    guard let module = dictionary.value.module.asModule?.owned() else { return }
    for name in module.value.names { try follow(dictionary, module.unowned, name, .string(name.name)) }
  }

  /// Brings the entry of one key up to date.
  @inline(never) func refresh(_ dictionary: Unowned<DictionaryObject>, _ key: borrowing Value) throws(Fault) {
    guard let module = dictionary.value.module.asModule, let text = key.asString,
      let name = Symbol.known(text.value.text.string)
    else { return }
    try follow(dictionary, module, name, key)
  }

  private func follow(
    _ dictionary: Unowned<DictionaryObject>, _ module: Unowned<ModuleObject>, _ name: Symbol, _ key: borrowing Value
  ) throws(Fault) {
    guard let slot = module.value.existingSlot(of: name) else { return }
    let hash = try self.hash(key)
    let entry = try entry(of: key, hash, in: dictionary)
    if module.value.window[slot].isUnbound {
      if let entry { _ = dictionary.value.table.remove(entry) }
    } else if let entry {
      _ = dictionary.value.table.exchangeValue(entry, module.value.window[slot].copy())
    } else {
      dictionary.value.table.add(key.copy(), hash, module.value.window[slot].copy())
    }
  }

  /// Hands a change of an entry on to the module; without a value it is gone.
  @inline(never) func passOn(
    _ dictionary: Unowned<DictionaryObject>, _ key: borrowing Value, _ value: consuming Value
  ) {
    guard let module = dictionary.value.module.asModule, let text = key.asString else { return }
    module.value.set(Symbol(text.value.text.string), value)
  }
}
