extension Builtin {
  /// What classes are made of.
  static let classFunctions: [Builtin] = [
    .buildClass, .superFunction, .property, .staticMethod, .classMethod, .propertyGetter, .propertySetter,
    .propertyDeleter, .method, .moduleType,
  ]

  static let method = Builtin(
    "_types.MethodType(function, instance, /)", "A function bound to an object.", constructs: .boundMethod
  ) { (_, arguments) throws(Fault) in
    if arguments[1].isNone { throw Fault(.typeError, "instance must not be None") }
    return .boundMethod(Ref(BoundMethod(arguments[1].copy(), arguments[0].copy())))
  }

  static let moduleType = Builtin(
    "_types.ModuleType(name, doc=None)", "A new module without variables of its own.",
    example: "type(sys)('m', 'A text.').__doc__  # 'A text.'", constructs: .module
  ) { (context, arguments) throws(Fault) in
    guard let name = arguments[0].asString else {
      throw Fault(.typeError, "module() argument 'name' must be str, not \(arguments[0].typeName)")
    }
    let made = Ref(ModuleObject(name.value.text.string))
    made.value.isPassing = true
    made.value.set(.nameName, arguments[0].copy())
    made.value.set(.documentationName, arguments[1].copy())
    made.value.set(.packageName, .nothing)
    made.value.set(.loaderName, .nothing)
    made.value.set(.specName, .nothing)
    return .module(made.copy())
  }

  static let buildClass = Builtin(
    "__build_class__(func, name, /, *bases, metaclass=None, **kwds)", "What a class statement calls."
  ) { (context, arguments) throws(Fault) in
    let bases = arguments.variadic(2)?.value.items.copies() ?? ValueList()
    return try context.buildClass(
      arguments[0], arguments[1], bases, metaclass: arguments[3], keywords: arguments[4])
  }

  static let superFunction = Builtin(
    "super(type=<no value>, object_or_type=<no value>, /)",
    "The attributes that a class inherits, for an instance: without arguments inside a method.",
    constructs: .superType
  ) { (context, arguments) throws(Fault) in
    if !arguments.isGiven(0) { return try context.superOfCaller() }
    guard arguments[0].isClass else {
      throw Fault(.typeError, "super() argument 1 must be a type, not \(arguments[0].typeName)")
    }
    if !arguments.isGiven(1) { return .superObject(Ref(SuperObject(arguments[0].copy(), .nothing))) }
    return try context.makeSuper(arguments[0], arguments[1])
  }

  static let property = Builtin(
    "property(fget=None, fset=None, fdel=None, doc=None)", "An attribute that functions give, set and delete.",
    constructs: .property
  ) { (_, arguments) throws(Fault) in
    .descriptor(
      Ref(
        DescriptorObject(
          .property, arguments[0].copy(), setter: arguments[1].copy(), deleter: arguments[2].copy(),
          documentation: arguments[3].copy())))
  }

  static let staticMethod = Builtin(
    "staticmethod(function, /)", "A method that gets neither instance nor class.", constructs: .staticMethod
  ) { (_, arguments) throws(Fault) in
    .descriptor(Ref(DescriptorObject(.staticMethod, arguments[0].copy())))
  }

  static let classMethod = Builtin(
    "classmethod(function, /)", "A method that gets the class as its first argument.", constructs: .classMethod
  ) { (_, arguments) throws(Fault) in
    .descriptor(Ref(DescriptorObject(.classMethod, arguments[0].copy())))
  }

  static let propertyGetter = method(
    "property.getter(self, fget, /)", "The same property with another function that gives it.",
    on: { $0.asDescriptor }
  ) { (_, property, arguments) throws(Fault) in
    .descriptor(
      Ref(
        DescriptorObject(
          .property, arguments[1].copy(), setter: property.value.setter.copy(), deleter: property.value.deleter.copy(),
          documentation: property.value.documentation.copy())))
  }

  static let propertySetter = method(
    "property.setter(self, fset, /)", "The same property with another function that sets it.",
    on: { $0.asDescriptor }
  ) { (_, property, arguments) throws(Fault) in
    .descriptor(
      Ref(
        DescriptorObject(
          .property, property.value.getter.copy(), setter: arguments[1].copy(), deleter: property.value.deleter.copy(),
          documentation: property.value.documentation.copy())))
  }

  static let propertyDeleter = method(
    "property.deleter(self, fdel, /)", "The same property with another function that deletes it.",
    on: { $0.asDescriptor }
  ) { (_, property, arguments) throws(Fault) in
    .descriptor(
      Ref(
        DescriptorObject(
          .property, property.value.getter.copy(), setter: property.value.setter.copy(), deleter: arguments[1].copy(),
          documentation: property.value.documentation.copy())))
  }
}

extension Context {
  /// What a class statement does: finds the metaclass, runs the body in the namespace, makes the class.
  fileprivate func buildClass(
    _ body: borrowing Value, _ name: borrowing Value, _ given: consuming ValueList, metaclass asked: borrowing Value,
    keywords: borrowing Value
  ) throws(Fault) -> Value {
    let originals = given.copies()
    let bases = try resolvedBases(given)
    var isReplaced = bases.count != originals.count
    for index in 0..<Swift.min(bases.count, originals.count) where !isSame(bases[index], originals[index]) {
      isReplaced = true
    }
    var metaclass = asked.copy()
    if asked.isNone { metaclass = bases.isEmpty ? .type(.type) : type(of: bases[0]) }
    if metaclass.isClass { metaclass = try self.metaclass(metaclass, bases: bases) }
    let namespace = try prepare(metaclass, name, bases, keywords)
    _ = try call(body, namespace.copy())
    if isReplaced { try setItem(namespace, at: .string("__orig_bases__"), to: .tuple(originals.copies())) }
    if metaclass.asType == .type, let dictionary = namespace.exactDictionary, let text = name.asString {
      return try makeClass(
        text.value.text.string, bases: bases, dictionary, metaclass: metaclass, keywords: keywords)
    }
    var arguments = ValueList(capacity: 3)
    arguments.append(name.copy())
    arguments.append(.tuple(bases.copies()))
    arguments.append(namespace)
    return try call(metaclass, arguments, keywords: keywords)
  }

  /// The bases, each value that stands for others replaced by those (`__mro_entries__`).
  private func resolvedBases(_ given: borrowing ValueList) throws(Fault) -> ValueList {
    var bases = ValueList(capacity: given.count)
    for index in 0..<given.count {
      if !given[index].isClass,
        let entries = try callSpecial(Symbol("__mro_entries__"), of: given[index], .tuple(given.copies()))
      {
        let items = try self.items(entries)
        for item in 0..<items.count { bases.append(items[item].copy()) }
      } else {
        bases.append(given[index].copy())
      }
    }
    return bases
  }

  /// The namespace that the body of a class runs in.
  private func prepare(
    _ metaclass: borrowing Value, _ name: borrowing Value, _ bases: borrowing ValueList, _ keywords: borrowing Value
  ) throws(Fault) -> Value {
    guard let type = metaclass.asClassObject, let member = userMember(.prepareMethod, in: type) else {
      return .dictionary(Ref(DictionaryObject()))
    }
    let method = try bindToType(member.value, of: metaclass)
    var arguments = ValueList(capacity: 2)
    arguments.append(name.copy())
    arguments.append(.tuple(bases.copies()))
    let namespace = try call(method, arguments, keywords: keywords)
    if namespace.isNone || namespace.asInt != nil || namespace.asString != nil {
      throw Fault(
        .typeError,
        "\(type.value.name.name).__prepare__() must return a mapping, not \(namespace.typeName)")
    }
    return namespace
  }

  /// `super()` in a method: of the class around it, for its first argument.
  fileprivate func superOfCaller() throws(Fault) -> Value {
    guard let machine = self as? Machine else { throw Fault(.runtimeError, "super(): no current frame") }
    let frame = machine.frames.current.frame
    let code = frame.function.value.code.unowned
    if code.value.signature.positional == 0 && !code.value.signature.isVariadic {
      throw Fault(.runtimeError, "super(): no arguments")
    }
    guard let place = code.value.captures.firstIndex(where: { $0.name == .className }) else {
      throw Fault(.runtimeError, "super(): __class__ cell not found")
    }
    let type = frame.function.value.content(ofCapture: place)?[0].copy() ?? .unbound
    if type.isUnbound { throw Fault(.runtimeError, "super(): empty __class__ cell") }
    let R = frame.base
    var receiver = R[0].copy()
    if code.value.hasCell(0), let cell = R[0].asCell { receiver = cell.value.content.copy() }
    if code.value.signature.positional == 0 {
      guard let first = receiver.asTuple, first.value.items.count > 0 else {
        throw Fault(.runtimeError, "super(): no arguments")
      }
      receiver = first.value.items[0].copy()
    }
    if receiver.isUnbound { throw Fault(.runtimeError, "super(): arg[0] deleted") }
    return try makeSuper(type, receiver)
  }

  /// `super(type, receiver)`. TypeError where the receiver is neither an instance nor a subclass.
  fileprivate func makeSuper(_ type: borrowing Value, _ receiver: borrowing Value) throws(Fault) -> Value {
    if receiver.isNone { return .superObject(Ref(SuperObject(type.copy(), .nothing))) }
    guard isPlainInstance(receiver, of: type) || receiver.isClass && isSubtype(receiver, of: type) else {
      throw Fault(.typeError, "super(type, obj): obj must be an instance or subtype of type")
    }
    return .superObject(Ref(SuperObject(type.copy(), receiver.copy())))
  }
}
