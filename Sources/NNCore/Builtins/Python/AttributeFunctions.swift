extension Builtin {
  static let attributeFunctions: [Builtin] = [.getattr, .hasattr, .setattr, .delattr]

  static let getattr = Builtin(
    "getattr(object, name, default=<no value>, /)", "The attribute of that name, or `default`.",
    example: "getattr([1], 'count')(1)  # 1",
    leaf: { (context, arguments, count) in attributeLeaf(context, arguments, count, tests: false) }
  ) { (context, arguments) throws(Fault) in
    let name = try context.attributeName(arguments[1])
    if arguments.isGiven(2), context.plainlyLacks(arguments[0], name) { return arguments[2].copy() }
    do throws(Fault) { return try context.attribute(arguments[0], name) } catch {
      if arguments.isGiven(2) && error.isKind(.attributeError) { return arguments[2].copy() }
      throw error
    }
  }

  static let hasattr = Builtin(
    "hasattr(obj, name, /)", "Whether there is an attribute of that name.", example: "hasattr([], 'append')  # True",
    leaf: { (context, arguments, count) in attributeLeaf(context, arguments, count, tests: true) }
  ) { (context, arguments) throws(Fault) in
    let name = try context.attributeName(arguments[1])
    if context.plainlyLacks(arguments[0], name) { return .bool(false) }
    do throws(Fault) {
      _ = try context.attribute(arguments[0], name)
      return .bool(true)
    } catch {
      if error.isKind(.attributeError) { return .bool(false) }
      throw error
    }
  }

  static let setattr = Builtin(
    "setattr(obj, name, value, /)", "Sets the attribute of that name.", example: "setattr(np, 'answer', 42)",
    leaf: { (context, arguments, count) in
      guard count > 0, let instance = arguments[0].asInstance,
        !instance.value.type.value.traits.contains(.setAttribute), instance.value.payload.isUnbound
      else { return nil }
      return context.assignLeaf(arguments, count)
    }
  ) { (context, arguments) throws(Fault) in
    try context.setAttribute(arguments[0], try context.attributeName(arguments[1]), arguments[2])
    return .nothing
  }

  static let delattr = Builtin(
    "delattr(obj, name, /)", "Deletes the attribute of that name.", example: "delattr(np, 'answer')"
  ) { (context, arguments) throws(Fault) in
    try context.deleteAttribute(arguments[0], try context.attributeName(arguments[1]))
    return .nothing
  }
}
