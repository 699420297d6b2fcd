/// The members of modules that are made when they are first asked for.
enum LazyMembers {
  static func install(in context: Context) {
    context.lazyMembers["posix.environ"] = Context.LazyMember { (context) throws(Fault) in
      try Builtin.environment(context)
    }
    for name in ["tzname", "timezone", "altzone", "daylight"] {
      context.lazyMembers["time." + name] = Context.LazyMember { (_) throws(Fault) in Builtin.zoneMember(name) }
    }
    for (member, type) in [
      ("time.struct_time", "struct_time"), ("posix.stat_result", "stat_result"),
      ("posix.terminal_size", "terminal_size"), ("posix.uname_result", "uname_result"),
    ] {
      install(member, from: "_structures", type, in: context)
    }
    install("_generic.GenericAlias", from: "_generic", "GenericAlias", in: context)
    install("builtins.memoryview", from: "_memory", "memoryview", in: context)
    for name in ["help", "breakpoint"] { install("builtins." + name, from: "_help", name, in: context) }
    for name in ["version_info", "float_info", "int_info", "hash_info", "flags"] {
      context.lazyMembers["sys." + name] = Context.LazyMember { (context) throws(Fault) in
        try context.structure(name, systemTuple(name))
      }
    }
    context.lazyMembers["sys.implementation"] = Context.LazyMember { (context) throws(Fault) in
      try context.structure("implementation", try context.structure("version_info", systemTuple("version_info")))
    }
  }

  /// What a module of the library has by a name.
  private static func install(_ member: String, from module: String, _ name: String, in context: Context) {
    context.lazyMembers[member] = Context.LazyMember { (context) throws(Fault) in
      guard let machine = context as? Machine else { return .nothing }
      return try context.attribute(try machine.importModule(module), Symbol(name))
    }
  }

  private static func systemTuple(_ name: String) -> Value {
    switch name {
    case "version_info":
      var items = ValueList(capacity: 5)
      for number in [3, 11, 7] { items.append(.int(number)) }
      items.append(.string("final"))
      items.append(.int(0))
      return .tuple(items)
    case "float_info":
      var items = ValueList(capacity: 11)
      items.append(.float(Double.greatestFiniteMagnitude))
      items.append(.int(1024))
      items.append(.int(308))
      items.append(.float(Double.leastNormalMagnitude))
      for number in [-1021, -307, 15, 53] { items.append(.int(number)) }
      items.append(.float(Double.ulpOfOne))
      for number in [2, 1] { items.append(.int(number)) }
      return .tuple(items)
    case "int_info": return .tuple(numbers: [30, 4, 4300, 640])
    case "hash_info":
      var items = ValueList(capacity: 9)
      for number in [64, (1 << 61) - 1, 314159, 0, 1_000_003] { items.append(.int(number)) }
      items.append(.string("fnv"))
      for number in [64, 0, 0] { items.append(.int(number)) }
      return .tuple(items)
    default:
      var items = ValueList(capacity: 18)
      for place in 0..<18 {
        items.append(place == 13 || place == 16 ? .bool(false) : .int(place == 4 ? 1 : place == 17 ? 4300 : 0))
      }
      return .tuple(items)
    }
  }
}
