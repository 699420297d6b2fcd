// Making classes: what `class` statements and `type(name, bases, namespace)` do.

extension Context {
  /// `type.__new__`: a class of a metaclass from its name, bases and namespace.
  func makeClass(
    _ name: String, bases given: borrowing ValueList, _ namespace: Unowned<DictionaryObject>,
    metaclass: borrowing Value, keywords: borrowing Value
  ) throws(Fault) -> Value {
    if namespace.value.isNamespace { try refresh(namespace) }
    var bases = given.copies()
    if bases.isEmpty { bases.append(.type(.object)) }
    try checkBases(bases)
    let base = try builtinBase(of: bases)
    let ancestors = try linearize(bases, name)
    let made = Ref(
      ClassObject(
        Symbol(name), metaclass: metaclass.copy(), bases: bases.copies(), ancestors: ancestors, base: base))
    let type = made.unowned
    try checkLayouts(bases)
    for index in 0..<bases.count { bases[index].asClassObject?.value.adopt(type) }
    let cell = try fill(type, from: namespace)
    try defineSlots(type)
    refresh(type)
    if let cell = cell?.asCell { _ = cell.value.content.exchange(.classObject(type.owned())) }
    try announceNames(type)
    try initializeSubclass(type, keywords)
    return .classObject(made)
  }

  func checkBases(_ bases: borrowing ValueList) throws(Fault) {
    for index in 0..<bases.count {
      if let type = bases[index].asType, !type.isAcceptableBase {
        throw Fault(.typeError, "type '\(type.name)' is not an acceptable base type")
      }
      if !bases[index].isClass { throw Fault(.typeError, "bases must be types") }
      for other in 0..<index where isSame(bases[index], bases[other]) {
        throw Fault(.typeError, "duplicate base class \(bases[index].className)")
      }
    }
  }

  /// The builtin type that instances extend. TypeError where two bases extend different ones.
  func builtinBase(of bases: borrowing ValueList) throws(Fault) -> BuiltinType {
    var result = BuiltinType.object
    for index in 0..<bases.count {
      let base = bases[index].asClassObject?.value.base ?? bases[index].asType ?? .object
      if case .exception(let kind) = base, case .exception(let other) = result {
        guard let both = kind.commonLayout(with: other) else {
          throw Fault(.typeError, "multiple bases have instance lay-out conflict")
        }
        result = .exception(both)
      } else if base.isSubtype(of: result) {
        result = base
      } else if !result.isSubtype(of: base) {
        // All exceptions are laid out alike; the first base says what kind the class is.
        if case .exception = result, case .exception = base { continue }
        throw Fault(.typeError, "multiple bases have instance lay-out conflict")
      }
    }
    return result
  }

  /// The order of resolution behind a new class (C3). TypeError where the bases' orders contradict each other.
  func linearize(_ bases: borrowing ValueList, _ name: String) throws(Fault) -> ValueList {
    if bases.count == 1 { return Context.line(from: bases[0]) }
    var lines: [[ClassKey]] = []
    var values: [ClassKey: Int] = [:]
    var known = ValueList()
    func add(_ value: borrowing Value) -> ClassKey {
      let key = ClassKey(value)
      if values[key] == nil {
        values[key] = known.count
        known.append(value.copy())
      }
      return key
    }
    for index in 0..<bases.count {
      let line = Context.line(from: bases[index])
      var keys: [ClassKey] = []
      for place in 0..<line.count { keys.append(add(line[place])) }
      lines.append(keys)
    }
    lines.append(lines.compactMap(\.first))
    guard let order = ClassKey.merge(&lines) else {
      let names = lines.compactMap(\.first).reduce(into: [String]()) { (names, key) in
        if let place = values[key], !names.contains(known[place].className) { names.append(known[place].className) }
      }
      throw Fault(
        .typeError,
        "Cannot create a consistent method resolution\norder (MRO) for bases \(names.joined(separator: ", "))")
    }
    var result = ValueList(capacity: order.count)
    for key in order { if let place = values[key] { result.append(known[place].copy()) } }
    return result
  }

  /// A class and its ancestors, in the order of resolution.
  private static func line(from base: borrowing Value) -> ValueList {
    var line = ValueList()
    line.append(base.copy())
    if let type = base.asClassObject {
      for index in 0..<type.value.ancestors.count { line.append(type.value.ancestors[index].copy()) }
    } else if let type = base.asType {
      for ancestor in type.resolutionOrder.dropFirst() { line.append(.type(ancestor)) }
    }
    return line
  }

  /// Takes over the namespace; the cell of `__class__` is handed back.
  private func fill(
    _ type: Unowned<ClassObject>, from namespace: Unowned<DictionaryObject>
  ) throws(Fault) -> Value? {
    var cell: Value?
    for entry in 0..<namespace.value.table.entries.count {
      guard let key = namespace.value.table.entries[entry].key.asString else { continue }
      let name = Symbol(key.value.text.string)
      let value = namespace.value.table.entries[entry].value.copy()
      switch name {
      case .dictionaryName where value.asBuiltin != nil: continue
      case _ where value.asBuiltin != nil && name.name == "__weakref__": continue
      case .classCellName: cell = .some(value)
      case .qualifiedName:
        guard let text = value.asString else {
          throw Fault(.typeError, "type __qualname__ must be a str, not \(value.typeName)")
        }
        type.value.qualifiedName = text.value.text.string
      case .newMethod where value.asFunction != nil:
        type.value.define(name, .descriptor(Ref(DescriptorObject(.staticMethod, value))))
      case .initSubclassMethod where value.asFunction != nil, .classGetItemMethod where value.asFunction != nil:
        type.value.define(name, .descriptor(Ref(DescriptorObject(.classMethod, value))))
      default: type.value.define(name, value)
      }
    }
    if type.value.members.position(of: .moduleName) == nil, let module = callerModuleName {
      type.value.define(.moduleName, .string(module))
    }
    if type.value.members.position(of: .documentationName) == nil { type.value.define(.documentationName, .nothing) }
    // Whoever redefines equality has to say how to hash.
    if type.value.members.position(of: .equalMethod) != nil, type.value.members.position(of: .hashMethod) == nil {
      type.value.define(.hashMethod, .nothing)
    }
    return cell
  }

  /// `__slots__`: instances have no attributes but these and those of the bases' slots, unless a base has a dictionary.
  private func defineSlots(_ type: Unowned<ClassObject>) throws(Fault) {
    for index in 0..<type.value.ancestors.count {
      guard let ancestor = type.value.ancestors[index].asClassObject else { continue }
      type.value.memberSlots.formUnion(ancestor.value.memberSlots)
    }
    guard let position = type.value.members.position(of: .slotsName) else { return }
    let given = type.value.members.values[position].copy()
    var names: [Symbol] = []
    if let single = given.asString {
      names = [Symbol(single.value.text.string)]
    } else {
      let items = try self.items(given)
      for index in 0..<items.count {
        guard let name = items[index].asString else {
          throw Fault(.typeError, "__slots__ items must be strings, not '\(items[index].typeName)'")
        }
        names.append(Symbol(name.value.text.string))
      }
    }
    try checkSlots(names, type)
    for name in names where type.value.members.position(of: name) != nil {
      throw Fault(.valueError, "'\(name.name)' in __slots__ conflicts with class variable")
    }
    names = names.map { mangled($0, in: type.value.name.name) }
    for name in names where name != .dictionaryName && name.name != "__weakref__" {
      let slot = DescriptorObject(.member, nameValue(name), setter: .string(type.value.name.name))
      type.value.define(name, .descriptor(Ref(slot)))
      type.value.memberSlots.insert(name)
    }
    if names.contains(.dictionaryName) { return }
    for index in 0..<type.value.ancestors.count {
      guard let ancestor = type.value.ancestors[index].asClassObject else { continue }
      guard let inherited = ancestor.value.slotNames else { return }
      names += inherited
    }
    type.value.slotNames = names
  }

  /// TypeError for slots that no class may have, or not this one.
  private func checkSlots(_ names: [Symbol], _ type: Unowned<ClassObject>) throws(Fault) {
    if !names.isEmpty, type.value.base == .int || type.value.base == .tuple || type.value.base == .bytes {
      let name = type.value.bases.count > 0 ? type.value.bases[0].className : type.value.base.name
      throw Fault(.typeError, "nonempty __slots__ not supported for subtype of '\(name)'")
    }
    for name in names {
      let letters = name.name.unicodeScalars
      let isWord = letters.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
      if letters.isEmpty || !isWord || letters.first.map({ $0 != "_" && !$0.properties.isXIDStart }) ?? true {
        throw Fault(.typeError, "__slots__ must be identifiers")
      }
    }
    var (hasDictionary, hasReferences) = (false, false)
    for index in 0..<type.value.ancestors.count {
      guard let ancestor = type.value.ancestors[index].asClassObject else { continue }
      guard let inherited = ancestor.value.slotNames else {
        hasDictionary = true
        if ancestor.value.members.position(of: .slotsName) == nil { hasReferences = true }
        continue
      }
      if inherited.contains(Context.referencesName) { hasReferences = true }
    }
    for name in names {
      if name == .dictionaryName {
        if hasDictionary { throw Fault(.typeError, "__dict__ slot disallowed: we already got one") }
        hasDictionary = true
      } else if name == Context.referencesName {
        if hasReferences {
          throw Fault(
            .typeError, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0")
        }
        hasReferences = true
      }
    }
  }

  private static let referencesName = Symbol("__weakref__")

  /// TypeError where two bases have slots of their own, and neither extends the other's.
  private func checkLayouts(_ bases: borrowing ValueList) throws(Fault) {
    if bases.count < 2 { return }
    var widest = Value.unbound
    for index in 0..<bases.count {
      let candidate = slotted(bases[index])
      if candidate.isUnbound || !widest.isUnbound && isSubtype(widest, of: candidate) { continue }
      if !widest.isUnbound, !isSubtype(candidate, of: widest) {
        throw Fault(.typeError, "multiple bases have instance lay-out conflict")
      }
      widest = candidate
    }
  }

  /// The nearest class in an order of resolution that adds slots; unbound where none does.
  private func slotted(_ base: borrowing Value) -> Value {
    guard let type = base.asClassObject else { return .unbound }
    if hasSlots(type) { return base.copy() }
    for index in 0..<type.value.ancestors.count {
      guard let ancestor = type.value.ancestors[index].asClassObject else { continue }
      if hasSlots(ancestor) { return type.value.ancestors[index].copy() }
    }
    return .unbound
  }

  private func hasSlots(_ type: Unowned<ClassObject>) -> Bool {
    if type.value.members.position(of: .slotsName) == nil { return false }
    for position in 0..<type.value.members.count {
      if let descriptor = type.value.members.values[position].asDescriptor, descriptor.value.mode == .member {
        return true
      }
    }
    return false
  }

  private func mangled(_ name: Symbol, in type: String) -> Symbol {
    guard name.name.hasPrefix("__"), !name.name.hasSuffix("__") else { return name }
    return Symbol("_\(type.drop { $0 == "_" })\(name.name)")
  }

  /// Tells each descriptor in the class its name.
  private func announceNames(_ type: Unowned<ClassObject>) throws(Fault) {
    let count = type.value.members.count
    for position in 0..<count where type.value.members.values[position].mayBeDescriptor {
      let member = type.value.members.values[position].copy()
      let name = Value.string(type.value.members.names[position].name)
      do throws(Fault) {
        _ = try callSpecial(.setNameMethod, of: member, .classObject(type.owned()), name)
      } catch {
        if !error.isKind(.exception) { throw error }
        let name = type.value.members.names[position].name
        throw Fault.replacing(
          error, .runtimeError,
          "Error calling __set_name__ on '\(member.typeName)' instance '\(name)' in '\(type.value.name.name)'")
      }
    }
  }

  /// Tells the nearest ancestor that asks for it of the new class.
  private func initializeSubclass(_ type: Unowned<ClassObject>, _ keywords: borrowing Value) throws(Fault) {
    let value = Value.classObject(type.owned())
    let named = keywords.asDictionary
    let found = member(.initSubclassMethod, in: type, from: 0)
    if case .user(let inherited)? = found {
      let member = inherited.value
      let method = try bindToType(member, of: value)
      _ = try call(method, ValueList(), keywords: keywords)
    } else if let named, named.value.table.count > 0 {
      throw Fault(.typeError, "\(type.value.qualifiedName).__init_subclass__() takes no keyword arguments")
    }
  }

  // MARK: Metaclasses

  /// The metaclass of a class with these bases: the most derived one of theirs and the one asked for.
  func metaclass(_ asked: borrowing Value, bases: borrowing ValueList) throws(Fault) -> Value {
    var winner = asked.copy()
    for index in 0..<bases.count {
      let candidate = type(of: bases[index])
      if isSubtype(winner, of: candidate) { continue }
      guard isSubtype(candidate, of: winner) else {
        throw Fault(
          .typeError,
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses "
            + "of all its bases")
      }
      winner = candidate
    }
    return winner
  }
}

/// A class as a key.
private enum ClassKey: Hashable {
  case object(Int), type(BuiltinType)

  init(_ value: borrowing Value) {
    if let type = value.asType { self = .type(type) } else { self = .object(value.object?.address ?? 0) }
  }

  /// The merge of C3: the first of some line that stands behind no other line's first; nil where none does. What is
  /// left of the lines then contradicts itself.
  static func merge(_ lines: inout [[ClassKey]]) -> [ClassKey]? {
    var order: [ClassKey] = []
    while true {
      lines.removeAll(where: \.isEmpty)
      if lines.isEmpty { return order }
      let next = lines.lazy.compactMap(\.first).first { key in !lines.contains { $0.dropFirst().contains(key) } }
      guard let next else { return nil }
      order.append(next)
      for index in lines.indices where lines[index].first == next { lines[index].removeFirst() }
    }
  }
}
