extension Builtin {
  /// What can be asked of `C.__dict__`.
  static let mappingProxy: [Builtin] =
    [
      Builtin(
        "_types.MappingProxyType(mapping, /)", "A mapping that can be read only.", constructs: .native(.mappingProxy)
      ) { (context, arguments) throws(Fault) in
        guard arguments[0].asList == nil, arguments[0].asTuple == nil, arguments[0].hasItems(context) else {
          throw Fault(.typeError, "mappingproxy() argument must be a mapping, not \(arguments[0].typeName)")
        }
        return .native(Ref(NativeObject(.mappingProxy, MappingProxyPayload(arguments[0].copy()))))
      },
      Builtin("mappingproxy.__getitem__(self, key, /)", "The value of a key.") { (context, arguments) throws(Fault) in
        if let found = try context.proxied(arguments[0], arguments[1]) { return found }
        return try context.item(try context.proxied(arguments[0]), at: arguments[1])
      },
      Builtin("mappingproxy.get(self, key, default=None, /)", "The value of a key, or the default.") {
        (context, arguments) throws(Fault) in
        if let found = try context.proxied(arguments[0], arguments[1]) { return found }
        let method = try context.attribute(try context.proxied(arguments[0]), Symbol("get"))
        return try context.call(method, arguments[1].copy(), arguments[2].copy())
      },
      Builtin("mappingproxy.__contains__(self, key, /)", "Whether the mapping has a key.") {
        (context, arguments) throws(Fault) in
        if try context.proxied(arguments[0], arguments[1]) != nil { return .bool(true) }
        return .bool(try context.contains(try context.proxied(arguments[0]), arguments[1]))
      },
      Builtin("mappingproxy.__len__(self, /)", "How many keys there are.") { (context, arguments) throws(Fault) in
        .int(try context.length(try context.proxied(arguments[0])))
      },
      Builtin("mappingproxy.__iter__(self, /)", "Goes through the keys.") { (context, arguments) throws(Fault) in
        try context.iterate(try context.proxied(arguments[0]))
      },
      Builtin("mappingproxy.__repr__(self, /)", "As it was made.") { (context, arguments) throws(Fault) in
        .string("mappingproxy(\(try context.repr(try context.proxied(arguments[0]))))")
      },
      Builtin("mappingproxy.__str__(self, /)", "The mapping as text.") { (context, arguments) throws(Fault) in
        .string(UnicodeText(utf8: try context.text(try context.proxied(arguments[0]))))
      },
      Builtin("mappingproxy.__eq__(self, other, /)", "Whether the mappings are equal.") {
        (context, arguments) throws(Fault) in
        let other = arguments[1].nativePayload(MappingProxyPayload.self) == nil
        let right = other ? arguments[1].copy() : try context.proxied(arguments[1])
        return try context.compare(.equal, try context.proxied(arguments[0]), right)
      },
      Builtin("mappingproxy.__or__(self, other, /)", "A dictionary with the keys of both.") {
        (context, arguments) throws(Fault) in
        let result = Ref(DictionaryObject())
        for index in 0..<2 { try context.update(result.unowned, from: arguments[index]) }
        return .dictionary(result)
      },
    ] + ["keys", "values", "items", "copy"].map(forwarded)

  private static func forwarded(_ name: String) -> Builtin {
    Builtin("mappingproxy.\(name)(self, /)", "As the mapping's own.") { (context, arguments) throws(Fault) in
      try context.call(try context.attribute(try context.proxied(arguments[0]), Symbol(name)), ValueList())
    }
  }
}

extension Context {
  /// The mapping that a proxy shows.
  fileprivate func proxied(_ value: borrowing Value) throws(Fault) -> Value {
    guard let proxy = value.nativePayload(MappingProxyPayload.self) else { return .nothing }
    if let type = proxy.target.asClassObject { return try memberDictionary(type) }
    return proxy.target.copy()
  }

  /// The member of the class that a proxy shows; nil where there is none, or it shows something else.
  fileprivate func proxied(_ value: borrowing Value, _ key: borrowing Value) throws(Fault) -> Value? {
    guard let type = value.nativePayload(MappingProxyPayload.self)?.target.asClassObject, let text = key.asString,
      let name = Symbol.known(text.value.text.string), let position = type.value.members.position(of: name)
    else { return nil }
    return type.value.members.values[position].copy()
  }
}

extension Value {
  /// Whether the value has a subscript.
  fileprivate borrowing func hasItems(_ context: Context) -> Bool {
    asDictionary != nil || context.hasSpecial(.getItemMethod, self)
  }
}
