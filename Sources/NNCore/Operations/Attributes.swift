extension Context {
  /// `value.name`.
  func attribute(_ value: borrowing Value, _ name: Symbol) throws(Fault) -> Value {
    switch value {
    case .module(let r): return try member(r.unowned, name)
    case .instance(let r): return try instanceAttribute(value, r.unowned, name)
    case .classObject(let r): return try classAttribute(r.unowned, name)
    case .superObject(let r): return try superAttribute(r.unowned, name)
    case .function(let r): if let found = try functionAttribute(r.unowned, name) { return found }
    case .builtin(let r): if let found = builtinAttribute(r.value.builtin, name) { return found }
    case .boundMethod(let r): if let found = try methodAttribute(r.unowned, name) { return found }
    case .descriptor(let r): if let found = try descriptorAttribute(r.unowned, name) { return found }
    case .code(let r): if let found = codeAttribute(r.unowned, name) { return found }
    case .type(let type):
      if let found = try typeAttribute(type, name) { return found }
      if case .exception(let kind) = type, let found = try groupFunction(kind, name) { return found }
    case .cell(let r): if name.name == "cell_contents", !r.value.content.isUnbound { return r.value.content.copy() }
    case .exception(let r):
      if let type = r.value.type.asClassObject { return try attribute(value, r.unowned, of: type, name) }
      if let value = try exceptionAttribute(r.unowned, name) { return value }
      if let method = try groupMethod(r.unowned, name) { return method }
    case .native(let r): if let found = try nativeAttribute(r.unowned, name) { return found }
    default: break
    }
    if name == .className { return type(of: value) }
    if let found = attribute(name, of: value.attributeOwner) {
      if found.value.builtin.isProperty { return try property(found, value) }
      if found.value.builtin.isStatic { return .builtin(found.owned()) }
      return .boundMethod(Ref(BoundMethod(value.copy(), .builtin(found.owned()))))
    }
    if name == .documentationName { return .nothing }
    if name == .hashMethod, value.builtinType.isUnhashable { return .nothing }
    guard let found = inheritedMember(name, of: value.builtinType) else {
      if let older = try olderAttribute(value, name) { return older }
      throw noAttribute(value, name)
    }
    return .boundMethod(Ref(BoundMethod(value.copy(), .builtin(found.owned()))))
  }

  /// Whether a value has no attribute of a name, and nothing can be asked for it: found without making the exception
  /// that says so. False where finding out takes more.
  func plainlyLacks(_ value: borrowing Value, _ name: Symbol) -> Bool {
    if name.name.utf8.starts(with: "__".utf8) { return false }
    if let instance = value.asInstance {
      let type = instance.value.type.unowned
      return type.value.traits.isDisjoint(with: [.getAttribute, .missingAttribute]) && value.payload == nil
        && !instance.value.shape.value.isDictionary && instance.value.shape.value.slot(of: name) == nil
        && member(name, in: type) == nil && member(.nextMethod, in: type) == nil
    }
    // Python 2 knew more methods of dictionaries.
    if value.typeOrdinal < 0 || value.asDictionary != nil { return false }
    return attribute(name, of: value.attributeOwner) == nil && inheritedMember(name, of: value.builtinType) == nil
  }

  /// What a builtin's property gives for a receiver.
  func property(_ builtin: Unowned<BuiltinObject>, _ receiver: borrowing Value) throws(Fault) -> Value {
    var window = ValueList(capacity: 1)
    let isKept = Tracing.hasClasses && builtin.value.builtin.arrayRole == .property
    window.append(isKept ? receiver.copy() : receiver.unwrapped)
    guard let registers = window.registers else { return .nothing }
    if Tracing.isAsked, let result = try answer(.builtin(builtin.owned()), builtin.value.builtin, registers) {
      return result
    }
    return try builtin.value.builtin.body(self, registers)
  }

  /// A module's member. AttributeError names the nearest that exists.
  func member(_ module: Unowned<ModuleObject>, _ name: Symbol) throws(Fault) -> Value {
    if let value = module.value.value(of: name) { return value }
    switch name {
    case .nameName: return .string(module.value.name)
    case .documentationName, .loaderName, .specName: return .nothing
    case .packageName: return .string("")
    case .dictionaryName: return try namespace(of: module)
    case .className: return .type(.module)
    default: break
    }
    if let member = lazyMembers[module.value.name + "." + name.name] {
      let value = try member.make(self)
      module.value.set(name, value.copy())
      return value
    }
    if let value = try libraryMember(module, name) { return value }
    if let older = try olderMember(module, name) { return older }
    if let function = module.value.value(of: .moduleGetAttribute) {
      var arguments = ValueList(capacity: 1)
      arguments.append(.string(name.name))
      return try call(function, arguments)
    }
    if let real = module.value.standsFor { return try attribute(try importLibrary(real), name) }
    if module.value.acceptsAnyAttribute { return ModuleObject.placeholder(name.name, of: module.value.name) }
    let (names, library) = (module.value.names, module.value.name)
    let own = module.value.text(of: .nameName) ?? module.value.name
    throw Fault(
      .attributeError,
      module.value.isInitializing
        ? "partially initialized module '\(own)' has no attribute '\(name.name)' "
          + "(most likely due to a circular import)"
        : "module '\(own)' has no attribute '\(name.name)'",
      hint: self.nearestMember(name, names, library))
  }

  private func nearestMember(_ name: Symbol, _ names: [Symbol], _ library: String) -> String? {
    Spelling.nearest(name.name, names.map(\.name) + libraryNames(of: library)).map { "did you mean '\($0)'?" }
  }

  /// The AttributeError of a value that has no such attribute, with the nearest name that it has.
  func noAttribute(_ value: borrowing Value, _ name: Symbol) -> Fault {
    let message = value.isClass ? "type object '\(value.className)'" : "'\(value.typeName)' object"
    let subject = ValueKeeper(value.copy())
    let fault = Fault(
      .attributeError, "\(message) has no attribute '\(name.name)'", hint: self.nearestAttribute(name, subject))
    fault.missingName = name.name
    fault.subject = subject
    return fault
  }

  private func nearestAttribute(_ name: Symbol, _ subject: ValueKeeper) -> String? {
    if let hint = subject.value.listHint, attribute(name, of: .list) != nil { return hint }
    return Spelling.nearest(name.name, knownNames(of: subject.value)).map { "did you mean '\($0)'?" }
  }

  /// `array.flat = new`, or `real` or `imag`, where one of both is being differentiated; false where none is.
  private func setTracedPart(
    _ array: borrowing Value, _ name: Symbol, _ new: borrowing Value
  ) throws(Fault) -> Bool {
    guard let tracer, tracer.isTraced(array) || tracer.isTraced(new) else { return false }
    let function = try attribute(try importLibrary("autograd._rules.writes"), Symbol("set_" + name.name))
    var arguments = ValueList(capacity: 2)
    arguments.append(array.copy())
    arguments.append(new.copy())
    _ = try call(function, arguments)
    return true
  }

  /// `value.name = new`.
  func setAttribute(_ value: borrowing Value, _ name: Symbol, _ new: borrowing Value) throws(Fault) {
    switch value {
    case .instance(let r): return try setInstanceAttribute(value, r.unowned, name, new)
    case .classObject(let r): return try setClassAttribute(r.unowned, name, new)
    case .module(let r):
      r.value.set(name, new.copy())
      return
    case .function(let r): return try setFunctionAttribute(r.unowned, name, new)
    case .array(let r):
      switch name.name {
      case "shape": return try setShape(r.unowned, new)
      case "flat", "real", "imag":
        if Tracing.isOpen, try setTracedPart(value, name, new) { return }
        if name.name != "flat" { return try Builtin.setPart(r.value, real: name.name == "real", new, in: self) }
        let value = try ArrayConversion.array(new, type: r.value.type, in: self)
        for index in 0..<r.value.count where value.count > 0 {
          r.value.mutableData.advanced(by: r.value.byteOffset(of: index)).copy(
            from: value.data.advanced(by: value.byteOffset(of: index % value.count)), byteCount: r.value.itemSize)
        }
        return
      case "dtype":
        let view = try r.value.reinterpreted(as: try ArrayConversion.dtype(new).type)
        r.unowned.value = view.owning(like: r.value)
        return
      case "strides":
        let strides = try ArrayConversion.shape(new, in: self)
        guard strides.count == r.value.rank else {
          throw Fault(.valueError, "strides must be same length as shape (\(r.value.rank))")
        }
        let view = r.value.view(offset: r.value.offset, shape: r.value.shape, strides: strides)
        let extent = view.extent
        guard extent.lowerBound >= 0, extent.upperBound <= r.value.storage.value.byteCount else {
          throw Fault(.valueError, "strides is not compatible with available memory")
        }
        r.unowned.value = view.owning(like: r.value)
        return
      default: break
      }
    case .descriptor(let r) where r.value.mode == .property && name == .documentationName:
      r.unowned.value.documentation = new.copy()
      return
    case .native(let r): if try setNativeAttribute(r.unowned, name, new) { return }
    case .exception(let r):
      if let type = r.value.type.asClassObject, try setThroughClass(value, of: type, name, new) { return }
      return try setExceptionAttribute(r.unowned, name, new)
    case .type(let type):
      throw Fault(
        .typeError, "cannot set '\(name.name)' attribute of immutable type '\(type.name)'")
    default: break
    }
    if let found = attribute(name, of: value.attributeOwner) {
      if value.asRange != nil || value.asSlice != nil, found.value.builtin.isProperty {
        throw Fault(.attributeError, "readonly attribute")
      }
      let kind = found.value.builtin.isProperty ? "is not writable" : "is read-only"
      throw Fault(.attributeError, "attribute '\(name.name)' of '\(value.typeName)' objects \(kind)")
    }
    if inheritedMember(name, of: value.builtinType) != nil {
      throw Fault(.attributeError, "'\(value.typeName)' object attribute '\(name.name)' is read-only")
    }
    throw noAttribute(value, name)
  }

  func deleteAttribute(_ value: borrowing Value, _ name: Symbol) throws(Fault) {
    switch value {
    case .instance(let r): return try deleteInstanceAttribute(value, r.unowned, name)
    case .classObject(let r): return try deleteClassAttribute(r.unowned, name)
    case .function(let r): return try deleteFunctionAttribute(r.unowned, name)
    case .module(let r):
      if let slot = r.value.existingSlot(of: name), !r.value.window[slot].isUnbound {
        var window = r.value.window
        window.set(slot, .unbound)
        return
      }
    default: break
    }
    if let exception = value.asException, try deleteExceptionAttribute(exception, name) { return }
    throw noAttribute(value, name)
  }
}

extension BuiltinType {
  /// The name without its module: `float64`.
  var shortName: String {
    name.utf8.contains(UInt8(ascii: ".")) ? name.split(separator: ".").last.map(String.init) ?? name : name
  }

  /// The family whose methods this type has.
  var attributeOwner: AttributeOwner? {
    switch self {
    case .noneType: AttributeOwner.none
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .complex: .complex
    case .string: .string
    case .bytes: .bytes
    case .bytearray: .bytearray
    case .tuple: .tuple
    case .list: .list
    case .dictionary: .dictionary
    case .set: .set
    case .frozenset: .frozenset
    case .view: .view
    case .slice: .slice
    case .range: .range
    case .function: .function
    case .generator: .generator
    case .iterator: .iterator
    case .array: .array
    case .ufunc: .ufunc
    case .dtype: .dtype
    case .scalar: .scalar
    case .type: .type
    case .object: .instance
    case .exception: .exception
    case .property: .property
    case .staticMethod: .staticMethod
    case .classMethod: .classMethod
    case .superType: .superObject
    case .native(let type): .native(type)
    default: nil
    }
  }
}

extension Context {
  /// `array.shape = new`. AttributeError where only a copy would have that shape.
  fileprivate func setShape(_ array: Unowned<NDArray>, _ new: borrowing Value) throws(Fault) {
    let shape = try ArrayConversion.shape(new, in: self)
    let reshaped = try array.value.reshaped(shape)
    if !reshaped.sharesStorage(with: array.value) {
      throw Fault(
        .attributeError,
        "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.")
    }
    let replaced = reshaped.owning(like: array.value)
    array.value = replaced
  }
}
