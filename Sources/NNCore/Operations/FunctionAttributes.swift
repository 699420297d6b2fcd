// The attributes of functions, methods, code and descriptors.

extension Context {
  /// An attribute of a function; nil where it has none of that name.
  func functionAttribute(_ function: Unowned<Function>, _ name: Symbol) throws(Fault) -> Value? {
    let extras = function.value.extras
    switch name {
    case .nameName:
      if let extras, !extras.name.isUnbound { return extras.name.copy() }
      return .some(.string(function.value.code.value.name))
    case .qualifiedName:
      if let extras, !extras.qualifiedName.isUnbound { return extras.qualifiedName.copy() }
      return .some(.string(function.value.code.value.qualifiedName))
    case .moduleName:
      if let extras, !extras.module.isUnbound { return extras.module.copy() }
      return function.value.module.value.value(of: .nameName) ?? .string(function.value.module.value.name)
    case .documentationName:
      let extras = functionExtras(function)
      if extras.documentation.isUnbound {
        extras.documentation = function.value.code.value.documentation.map { .string($0) } ?? .nothing
      }
      return extras.documentation.copy()
    case .annotationsName:
      let extras = functionExtras(function)
      if extras.annotations.isUnbound { extras.annotations = .dictionary(Ref(DictionaryObject())) }
      return extras.annotations.copy()
    case .dictionaryName: return functionDictionary(function)
    default: break
    }
    if let dictionary = extras?.dictionary.asDictionary, let entry = try find(dictionary, nameValue(name)) {
      return dictionary.value.table.entries[entry].value.copy()
    }
    return try rareFunctionAttribute(function, name)
  }

  private func rareFunctionAttribute(_ function: Unowned<Function>, _ name: Symbol) throws(Fault) -> Value? {
    switch name.name {
    case "__defaults__":
      return function.value.defaults.isEmpty ? .some(.nothing) : .some(.tuple(function.value.defaults.copies()))
    case "__kwdefaults__": return .some(try keywordDefaults(function))
    case "__code__": return .some(.code(function.value.code.copy()))
    case "__closure__":
      if function.value.captures.isEmpty { return .some(.nothing) }
      var cells = ValueList()
      for index in 0..<function.value.captures.count { cells.append(cell(function.value.captures[index])) }
      return .some(.tuple(cells))
    case "__globals__": return .some(try variables(function.value.module.unowned))
    default: return nil
    }
  }

  /// A capture as a cell.
  private func cell(_ capture: borrowing Value) -> Value {
    if let cell = capture.asCell { return .cell(cell.owned()) }
    let value = capture.copy()
    return .cell(Ref(Cell(value)))
  }

  private func keywordDefaults(_ function: Unowned<Function>) throws(Fault) -> Value {
    let signature = function.value.code.value.signature
    let dictionary = Ref(DictionaryObject())
    for offset in 0..<function.value.keywordDefaults.count where !function.value.keywordDefaults[offset].isUnbound {
      let name = nameValue(signature.names[signature.positional + offset])
      try set(dictionary.unowned, name, function.value.keywordDefaults[offset].copy())
    }
    if dictionary.unowned.value.table.count == 0 { return .nothing }
    return .dictionary(dictionary)
  }

  /// `function.__kwdefaults__ = new`.
  private func setKeywordDefaults(_ function: Unowned<Function>, _ new: borrowing Value) throws(Fault) {
    if !new.isNone && new.asDictionary == nil {
      throw Fault(.typeError, "__kwdefaults__ must be set to a dict object")
    }
    let signature = function.value.code.value.signature
    var defaults = ValueList(capacity: signature.keywordOnly)
    for offset in 0..<signature.keywordOnly {
      let name = nameValue(signature.names[signature.positional + offset])
      guard let dictionary = new.asDictionary, let entry = try find(dictionary, name) else {
        defaults.append(.unbound)
        continue
      }
      defaults.append(dictionary.value.table.entries[entry].value.copy())
    }
    function.value.keywordDefaults = defaults
    function.object.track()
  }

  /// A module's variables in a new dictionary.
  func variables(_ module: Unowned<ModuleObject>) throws(Fault) -> Value {
    let result = Ref(DictionaryObject())
    for name in module.value.names {
      if let value = module.value.value(of: name) { try set(result.unowned, .string(name.name), value) }
    }
    return .dictionary(result)
  }

  private func functionExtras(_ function: Unowned<Function>) -> FunctionExtras {
    if let extras = function.value.extras { return extras }
    let extras = FunctionExtras()
    function.value.extras = extras
    function.object.track()
    return extras
  }

  private func functionDictionary(_ function: Unowned<Function>) -> Value {
    let extras = functionExtras(function)
    if extras.dictionary.isUnbound { extras.dictionary = .dictionary(Ref(DictionaryObject())) }
    return extras.dictionary.copy()
  }

  /// `function.name = new`.
  func setFunctionAttribute(_ function: Unowned<Function>, _ name: Symbol, _ new: borrowing Value) throws(Fault) {
    switch name {
    case .nameName, .qualifiedName:
      guard new.asString != nil else { throw Fault(.typeError, "\(name.name) must be set to a string object") }
      let extras = functionExtras(function)
      if name == .nameName { extras.name = new.copy() } else { extras.qualifiedName = new.copy() }
    case .moduleName: functionExtras(function).module = new.copy()
    case .documentationName: functionExtras(function).documentation = new.copy()
    case .annotationsName: functionExtras(function).annotations = new.copy()
    case .dictionaryName:
      guard new.asDictionary != nil else {
        throw Fault(.typeError, "__dict__ must be set to a dictionary, not a '\(new.typeName)'")
      }
      functionExtras(function).dictionary = new.copy()
    case .defaultsName:
      let items = new.isNone ? ValueList() : try self.items(new)
      function.value.defaults = items
      function.object.track()
    case Self.keywordDefaultsName: try setKeywordDefaults(function, new)
    case Self.codeName:
      if new.asCode == nil { throw Fault(.typeError, "__code__ must be set to a code object") }
      throw Fault(.notImplementedError, "the code of a function cannot be replaced")
    default:
      let dictionary = functionDictionary(function)
      try setItem(dictionary, at: nameValue(name), to: new)
    }
  }

  /// `del function.name`.
  func deleteFunctionAttribute(_ function: Unowned<Function>, _ name: Symbol) throws(Fault) {
    switch name {
    case .defaultsName:
      function.value.defaults = ValueList()
      return
    case Self.keywordDefaultsName: return try setKeywordDefaults(function, .nothing)
    case .nameName, .qualifiedName:
      throw Fault(.typeError, "\(name.name) must be set to a string object")
    case .documentationName:
      functionExtras(function).documentation = .nothing
      return
    case .dictionaryName: throw Fault(.typeError, "cannot delete __dict__")
    default: break
    }
    if let dictionary = function.value.extras?.dictionary.asDictionary,
      try remove(dictionary, nameValue(name)) != nil
    {
      return
    }
    throw noAttribute(.function(function.owned()), name)
  }

  private static let selfName = Symbol("__self__")
  private static let codeName = Symbol("__code__")
  private static let keywordDefaultsName = Symbol("__kwdefaults__")

  /// The module that a builtin function is from.
  private func owner(of builtin: Builtin) -> Value {
    guard !builtin.owner.isEmpty, let module = module(builtin.owner) else { return .module(builtins.copy()) }
    return .module(module)
  }

  /// An attribute of a builtin function.
  func builtinAttribute(_ builtin: Builtin, _ name: Symbol) -> Value? {
    switch name {
    case .nameName: .string(builtin.name)
    case .qualifiedName: .string(builtin.isTypeMember ? "\(builtin.owner).\(builtin.name)" : builtin.name)
    case .documentationName: .string(builtin.helpText)
    case .textSignatureName: builtin.textSignature.map { .string($0) } ?? .nothing
    case Context.selfName where !builtin.isTypeMember: owner(of: builtin)
    case .moduleName: builtin.isTypeMember || builtin.owner.isEmpty ? .string("builtins") : .string(builtin.owner)
    default: nil
    }
  }

  /// An attribute of a method: its own or its function's.
  func methodAttribute(_ method: Unowned<BoundMethod>, _ name: Symbol) throws(Fault) -> Value? {
    switch name.name {
    case "__self__": return method.value.receiver.copy()
    case "__func__": return method.value.function.copy()
    case "__class__": return nil
    default:
      if let function = method.value.function.asFunction { return try functionAttribute(function, name) }
      if let builtin = method.value.function.asBuiltin { return builtinAttribute(builtin.value.builtin, name) }
      let function = method.value.function.copy()
      do throws(Fault) {
        return .some(try attribute(function, name))
      } catch {
        if error.isKind(.attributeError) { return nil }
        throw error
      }
    }
  }

  /// An attribute of a function's code.
  func codeAttribute(_ code: Unowned<Code>, _ name: Symbol) -> Value? {
    let signature = code.value.signature
    switch name.name {
    case "co_name": return .some(.string(code.value.name))
    case "co_qualname": return .some(.string(code.value.qualifiedName))
    case "co_filename": return .some(.string(code.value.source.name))
    case "co_firstlineno": return .some(.int(code.value.source.lineColumn(of: code.value.span.start).line))
    case "co_argcount": return .some(.int(signature.positional))
    case "co_posonlyargcount": return .some(.int(signature.positionalOnly))
    case "co_kwonlyargcount": return .some(.int(signature.keywordOnly))
    case "co_nlocals": return .some(.int(code.value.localNames.count))
    case "co_flags":
      return .some(
        .int(
          3 | (signature.isVariadic ? 4 : 0) | (signature.isKeywordVariadic ? 8 : 0) | (code.value.isGenerator ? 32 : 0)
        ))
    case "co_varnames": return .some(names(code.value.localNames))
    case "co_freevars": return .some(names(code.value.captures.map(\.name)))
    case "co_cellvars":
      return .some(
        names(code.value.localNames.indices.filter { code.value.isCaptured($0) }.map { code.value.localNames[$0] }))
    case "co_consts", "co_names": return .some(.tuple(ValueList()))
    case "co_stacksize": return .some(.int(code.value.localNames.count))
    default: return nil
    }
  }

  private func names(_ symbols: [Symbol]) -> Value {
    var items = ValueList(capacity: symbols.count)
    for symbol in symbols { items.append(nameValue(symbol)) }
    return .tuple(items)
  }

  /// An attribute of a property, static or class method.
  func descriptorAttribute(_ descriptor: Unowned<DescriptorObject>, _ name: Symbol) throws(Fault) -> Value? {
    switch (descriptor.value.mode, name.name) {
    case (.property, "fget"): return descriptor.value.getter.copy()
    case (.property, "fset"): return descriptor.value.setter.copy()
    case (.property, "fdel"): return descriptor.value.deleter.copy()
    case (.property, "__doc__"):
      if !descriptor.value.documentation.isNone || descriptor.value.getter.isNone {
        return descriptor.value.documentation.copy()
      }
      return try attribute(descriptor.value.getter, name)
    case (.property, "__isabstractmethod__"):
      let getsAbstractly = try isAbstract(descriptor.value.getter)
      return .some(.bool(getsAbstractly ? true : try isAbstract(descriptor.value.setter)))
    case (.property, _): return nil
    case (.member, "__name__"): return descriptor.value.getter.copy()
    case (.member, _): return nil
    case (_, "__func__"), (_, "__wrapped__"): return descriptor.value.getter.copy()
    case (_, "__isabstractmethod__"): return .some(.bool(try isAbstract(descriptor.value.getter)))
    case (_, "__name__"), (_, "__qualname__"), (_, "__doc__"), (_, "__module__"), (_, "__annotations__"),
      (_, "__dict__"):
      return try attribute(descriptor.value.getter, name)
    default: return nil
    }
  }

  private func isAbstract(_ value: borrowing Value) throws(Fault) -> Bool {
    if let function = value.asFunction {
      guard let mark = try functionAttribute(function, .isAbstractName) else { return false }
      return try truth(mark)
    }
    if let descriptor = value.asDescriptor, let mark = try descriptorAttribute(descriptor, .isAbstractName) {
      return try truth(mark)
    }
    return false
  }

  /// An attribute of a builtin type.
  func typeAttribute(_ type: BuiltinType, _ name: Symbol) throws(Fault) -> Value? {
    switch name {
    case .nameName where type == .exception(.noLoopError) || type == .exception(.outputCastingError):
      return .some(.string("UFuncTypeError"))
    case .nameName, .qualifiedName: return .some(.string(type.shortName))
    case .moduleName: return .some(.string(type.moduleName))
    case .documentationName: return .some(constructor(of: type).map { .string($0.helpText) } ?? .nothing)
    case .textSignatureName:
      return .some(constructor(of: type)?.textSignature.map { .string($0) } ?? .nothing)
    case .className: return .some(.type(.type))
    case .mroName:
      var order = ValueList()
      for ancestor in type.resolutionOrder { order.append(.type(ancestor)) }
      return .some(.tuple(order))
    case .basesName:
      var bases = ValueList()
      if type.resolutionOrder.count > 1 { bases.append(.type(type.resolutionOrder[1])) }
      return .some(.tuple(bases))
    case .baseName:
      return type.resolutionOrder.count > 1 ? .some(.type(type.resolutionOrder[1])) : .some(.nothing)
    case .dictionaryName:
      let dictionary = Ref(DictionaryObject())
      let names = (type.attributeOwner.map { attributeNames(of: $0) } ?? []) + specialBuiltinNames(of: type)
      for name in names {
        if let member = builtinMember(Symbol(name), of: type) {
          try set(dictionary.unowned, .string(name), .builtin(member.owned()))
        }
      }
      return .native(Ref(NativeObject(.mappingProxy, MappingProxyPayload(.dictionary(dictionary)))))
    default: break
    }
    if name == .hashMethod, type.isUnhashable { return .some(.nothing) }
    if let found = inheritedMember(name, of: type) {
      // A function that makes a value of the type gets the type: `dict.fromkeys`, but not `object.__new__`.
      return .some(.builtin(found.owned()))
    }
    guard let found = inheritedMember(name, of: .type) else { return nil }
    return .some(.boundMethod(Ref(BoundMethod(.type(type), .builtin(found.owned())))))
  }
}
