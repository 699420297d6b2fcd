extension Context {
  /// `value.name`.
  func attribute(_ value: borrowing Value, _ name: Symbol) throws(Fault) -> Value {
    switch value {
    case .module(let r): return try member(r.unowned, name)
    case .function(let r):
      switch name.name {
      case "__name__", "__qualname__": return .string(r.value.code.value.name)
      case "__doc__": return r.value.documentation.copy()
      case "__defaults__":
        return r.value.defaults.isEmpty ? .nothing : .tuple(r.value.defaults.copies())
      default: break
      }
    case .builtin(let r):
      switch name.name {
      case "__name__", "__qualname__": return .string(r.value.builtin.name)
      case "__doc__": return .string(r.value.builtin.documentation)
      default: break
      }
    case .type(let type):
      switch name.name {
      case "__name__", "__qualname__": return .string(type.shortName)
      case "__doc__": return .nothing
      default: if let method = method(name, of: type) { return method }
      }
    case .slice(let r):
      switch name.name {
      case "start": return r.value.start.copy()
      case "stop": return r.value.stop.copy()
      case "step": return r.value.step.copy()
      default: break
      }
    case .exception(let r):
      if let value = try exceptionAttribute(r.unowned, name) { return value }
    case .native(let r): if let found = try nativeAttribute(r.unowned, name) { return found }
    default: break
    }
    if name.name == "__class__" { return .type(value.builtinType) }
    guard let found = attribute(name, of: value.attributeOwner) else { throw noAttribute(value, name) }
    if found.value.builtin.isProperty { return try property(found, value) }
    return .boundMethod(Ref(BoundMethod(value.copy(), .builtin(found.owned()))))
  }

  private func property(_ builtin: Unowned<BuiltinObject>, _ receiver: borrowing Value) throws(Fault) -> Value {
    var window = ValueList(capacity: 1)
    window.append(receiver.copy())
    guard let registers = window.registers else { return .nothing }
    return try builtin.value.builtin.body(self, registers)
  }

  /// A method taken from its type: `str.upper`.
  private func method(_ name: Symbol, of type: BuiltinType) -> Value? {
    guard let owner = type.attributeOwner, let found = attribute(name, of: owner) else { return nil }
    return .builtin(found.owned())
  }

  /// A module's member. AttributeError names the nearest that exists.
  func member(_ module: Unowned<ModuleObject>, _ name: Symbol) throws(Fault) -> Value {
    if let value = module.value.value(of: name) { return value }
    switch name {
    case .nameName: return .string(module.value.name)
    case .documentationName, .loaderName, .specName: return .nothing
    case .packageName: return .string("")
    case .className: return .type(.module)
    default: break
    }
    if let function = module.value.value(of: .moduleGetAttribute) {
      var arguments = ValueList(capacity: 1)
      arguments.append(.string(name.name))
      return try call(function, arguments)
    }
    if module.value.acceptsAnyAttribute { return ModuleObject.placeholder(name.name, of: module.value.name) }
    let near = Spelling.nearest(name.name, module.value.names.map(\.name))
    let own = module.value.text(of: .nameName) ?? module.value.name
    throw Fault(
      .attributeError,
      module.value.isInitializing
        ? "partially initialized module '\(own)' has no attribute '\(name.name)' "
          + "(most likely due to a circular import)"
        : "module '\(own)' has no attribute '\(name.name)'",
      hint: near.map { "did you mean '\($0)'?" })
  }

  private func noAttribute(_ value: borrowing Value, _ name: Symbol) -> Fault {
    let near = Spelling.nearest(name.name, attributeNames(of: value.attributeOwner))
    let hint = near.map { "did you mean '\($0)'?" }
    if case .type(let type) = value.copy() {
      return Fault(.attributeError, "type object '\(type.name)' has no attribute '\(name.name)'", hint: hint)
    }
    return Fault(.attributeError, "'\(value.typeName)' object has no attribute '\(name.name)'", hint: hint)
  }

  /// `value.name = new`.
  func setAttribute(_ value: borrowing Value, _ name: Symbol, _ new: borrowing Value) throws(Fault) {
    switch value {
    case .module(let r):
      r.value.set(name, new.copy())
      return
    case .function(let r):
      if name.name == "__doc__" {
        r.value.documentation = new.copy()
        return
      }
    case .array(let r): if name.name == "shape" { return try setShape(r.unowned, new) }
    case .native(let r): if try setNativeAttribute(r.unowned, name, new) { return }
    case .exception(let r): return try setExceptionAttribute(r.unowned, name, new)
    default: break
    }
    let found = attribute(name, of: value.attributeOwner)
    if let found {
      let kind = found.value.builtin.isProperty ? "is not writable" : "is read-only"
      throw Fault(.attributeError, "attribute '\(name.name)' of '\(value.typeName)' objects \(kind)")
    }
    throw noAttribute(value, name)
  }

  func deleteAttribute(_ value: borrowing Value, _ name: Symbol) throws(Fault) {
    if let r = value.asModule, let slot = r.value.existingSlot(of: name) {
      var window = r.value.window
      window.set(slot, .unbound)
      return
    }
    if let exception = value.asException, try deleteExceptionAttribute(exception, name) { return }
    throw noAttribute(value, name)
  }
}

extension BuiltinType {
  /// The name without its module: `float64`.
  var shortName: String { name.split(separator: ".").last.map(String.init) ?? name }

  /// The family whose methods this type has.
  var attributeOwner: AttributeOwner? {
    switch self {
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .string: .string
    case .tuple: .tuple
    case .list: .list
    case .dictionary: .dictionary
    case .set: .set
    case .frozenset: .frozenset
    case .complex: .complex
    case .bytes: .bytes
    case .bytearray: .bytearray
    case .range: .range
    case .slice: .slice
    case .view: .view
    case .array: .array
    case .scalar: .scalar
    case .exception: .exception
    case .generator: .generator
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
