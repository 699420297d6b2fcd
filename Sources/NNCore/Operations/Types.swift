extension Context {
  /// `type(value)`.
  func type(of value: borrowing Value) -> Value {
    switch value {
    case .instance(let r): .classObject(r.value.type.copy())
    case .classObject(let r): r.value.metaclass.copy()
    case .exception(let r): r.value.type.copy()
    case .array(let r) where r.value.isTracedFloat: .type(.scalar(r.value.type))
    default: .type(value.builtinType)
    }
  }

  /// `isinstance(value, type)`, the type one class. TypeError where it is none.
  func isInstance(_ value: borrowing Value, of type: borrowing Value) throws(Fault) -> Bool {
    if let answer = value.isPlainly(type) { return answer }
    if let wanted = type.asClassObject {
      if let instance = value.asInstance, instance.value.type.unowned == wanted { return true }
      if let answer = try askMetaclass(wanted, .instanceCheckMethod, value) { return answer }
    } else if type.asType == nil {
      return try isInstance(value, ofOther: type)
    }
    if isPlainInstance(value, of: type) { return true }
    return try claims(value, type)
  }

  /// Whether an instance says that it is of a class, by a `__class__` of its own.
  private func claims(_ value: borrowing Value, _ type: borrowing Value) throws(Fault) -> Bool {
    guard let own = value.asInstance?.value.type.unowned, userMember(.className, in: own) != nil else { return false }
    let claimed = try attribute(value, .className)
    return claimed.isClass && isSubtype(claimed, of: type)
  }

  /// The same without asking a metaclass.
  func isPlainInstance(_ value: borrowing Value, of type: borrowing Value) -> Bool {
    let own = self.type(of: value)
    return isSubtype(own, of: type)
  }

  /// `isinstance` of a tuple, nested perhaps, or of a value that checks itself.
  private func isInstance(_ value: borrowing Value, ofOther type: borrowing Value) throws(Fault) -> Bool {
    if let union = type.asUnion { return try isInstance(value, ofOther: union.members) }
    if let tuple = type.asTuple {
      var index = 0
      while index < tuple.value.items.count, let answer = value.isPlainly(tuple.value.items[index]) {
        if answer { return true }
        index += 1
      }
      if index == tuple.value.items.count { return false }
    }
    if let tuple = type.asTuple?.owned() {
      return try nested("__instancecheck__") { () throws(Fault) in
        for index in 0..<tuple.value.items.count {
          if try isInstance(value, of: tuple.value.items[index]) { return true }
        }
        return false
      }
    }
    if let answer = try callSpecial(.instanceCheckMethod, of: type, value) { return try truth(answer) }
    throw Fault(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
  }

  /// `issubclass(type, other)`.
  func isSubclass(_ type: borrowing Value, of other: borrowing Value) throws(Fault) -> Bool {
    if let wanted = other.asClassObject {
      if let answer = try askMetaclass(wanted, .subclassCheckMethod, type) { return answer }
    } else if other.asType == nil {
      if let union = other.asUnion { return try isSubclass(type, of: union.members) }
      if let tuple = other.asTuple?.owned() {
        return try nested("__subclasscheck__") { () throws(Fault) in
          for index in 0..<tuple.value.items.count {
            if try isSubclass(type, of: tuple.value.items[index]) { return true }
          }
          return false
        }
      }
      if let answer = try callSpecial(.subclassCheckMethod, of: other, type) { return try truth(answer) }
    }
    guard type.isClass else { throw Fault(.typeError, "issubclass() arg 1 must be a class") }
    guard other.isClass else {
      throw Fault(.typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }
    return isSubtype(type, of: other)
  }

  /// What a metaclass of the program answers to `isinstance` or `issubclass`; nil where it leaves that to `type`.
  private func askMetaclass(
    _ type: Unowned<ClassObject>, _ name: Symbol, _ value: borrowing Value
  ) throws(Fault) -> Bool? {
    guard let metaclass = type.value.metaclass.asClassObject,
      let method = userMember(name, in: metaclass)
    else { return nil }
    let callee = method.owner.value.members.values[method.position].copy()
    return try truth(try call(callee, .classObject(type.owned()), value.copy()))
  }

  /// Whether a class derives from another one, or is the same.
  func isSubtype(_ type: borrowing Value, of other: borrowing Value) -> Bool {
    if let own = type.asClassObject {
      if let wanted = other.asClassObject { return own.value.derives(from: wanted) }
      guard let wanted = other.asType else { return false }
      if wanted == .object || own.value.base.isSubtype(of: wanted) { return true }
      if case .abstractScalar(let kind) = wanted, own.value.isTextScalar { return kind.includes(.text(0)) }
      for index in 0..<own.value.ancestors.count {
        if let ancestor = own.value.ancestors[index].asType, ancestor.isSubtype(of: wanted) { return true }
      }
      return false
    }
    guard let own = type.asType, let wanted = other.asType else { return false }
    return own.isSubtype(of: wanted)
  }
}

extension Value {
  /// Whether the value is a class, of a program or builtin.
  var isClass: Bool {
    borrowing get {
      switch self {
      case .type: true
      case .classObject: true
      default: false
      }
    }
  }

  /// The name of a class, as messages have it.
  var className: String {
    borrowing get {
      switch self {
      case .type(let type): type.name
      case .classObject(let r): r.value.name.name
      default: typeName
      }
    }
  }
}

extension BuiltinType {
  /// The types that this one derives from, itself first, `object` last.
  var resolutionOrder: [BuiltinType] {
    var order: [BuiltinType] = [self]
    switch self {
    case .object: return order
    case .bool: order.append(.int)
    case .scalar(let element):
      let kinds: [ScalarKind] =
        switch element {
        case _ where element.isSigned: [.signedinteger, .integer, .number, .generic]
        case _ where element.isUnsigned: [.unsignedinteger, .integer, .number, .generic]
        case _ where element.isFloat: [.floating, .inexact, .number, .generic]
        case _ where element.isComplex: [.complexfloating, .inexact, .number, .generic]
        default: [.generic]
        }
      order += kinds.map { .abstractScalar($0) }
      if element == .float64 { order.append(.float) }
      if element == .complex128 { order.append(.complex) }
    case .exception(let kind):
      var parent = kind.parent
      while let current = parent {
        order.append(.exception(current))
        parent = current.parent
      }
    default: break
    }
    return order + [.object]
  }

  /// Whether a class may derive from this type.
  var isAcceptableBase: Bool {
    switch self {
    case .noneType, .ellipsis, .notImplemented, .bool, .slice, .range, .function, .builtinFunction, .boundMethod, .code,
      .cell, .iterator, .view, .generator, .methodDescriptor, .wrapperDescriptor, .attributeDescriptor,
      .methodWrapper, .memberDescriptor:
      false
    default: true
    }
  }

  /// Whether instances of a class that derives from this type are made by `__new__` alone.
  var isImmutable: Bool {
    switch self {
    case .int, .float, .complex, .string, .bytes, .tuple, .frozenset, .scalar, .array, .native(.weakReference): true
    default: false
    }
  }

  /// Whether it is a type of the library.
  var isNative: Bool {
    if case .native = self { return true }
    return false
  }

  /// The type's module.
  var moduleName: String {
    let name = self.name
    guard let dot = name.lastIndex(of: ".") else { return "builtins" }
    return String(name[..<dot])
  }
}

extension ClassObject {
  /// Whether this is NumPy's class of the elements of an array of text or bytes, or one below it.
  fileprivate var isTextScalar: Bool {
    guard base == .string || base == .bytes else { return false }
    if name.name == "str_" || name.name == "bytes_" { return true }
    for index in 0..<ancestors.count {
      let ancestor = ancestors[index].asClassObject?.value.name.name
      if ancestor == "str_" || ancestor == "bytes_" { return true }
    }
    return false
  }
}
