/// pyplot's names, and `progress`, that `.nn` programs have without an import. The modules are imported when one of them is
/// first used.
enum BarePyplot {
  static let module = "matplotlib.pyplot"

  private static let functions = [
    "plot", "scatter", "figure", "show", "subplot", "subplots", "title", "xlabel", "ylabel", "xlim", "ylim", "legend",
    "contour", "contourf", "imshow", "colorbar", "savefig", "close", "clf", "hist", "bar", "axis", "grid", "text",
    "errorbar", "fill_between", "semilogx", "semilogy", "loglog", "tight_layout", "axhline", "axvline", "xticks",
    "yticks", "suptitle", "annotate", "pcolormesh", "quiver", "boxplot", "pie", "stem", "step", "gca", "gcf", "cla",
    "draw", "pause", "matshow", "arrow", "barh", "subplots_adjust",
  ]
  /// Adds the names, except those that are taken.
  static func add(to names: Unowned<ModuleObject>, isTaken: (Symbol) -> Bool) {
    for name in functions where !isTaken(Symbol(name)) {
      names.value.set(Symbol(name), .builtin(BuiltinObject.make(forwarder(name))))
    }
    if !isTaken(Symbol("progress")) {
      names.value.set(Symbol("progress"), .builtin(BuiltinObject.make(forwarder("progress", of: "tqdm"))))
    }
    if !isTaken(Symbol("cm")) { names.value.set(Symbol("cm"), lazyModule("matplotlib.cm")) }
    names.value.set(Symbol("plt"), lazyModule(module))
  }

  /// What gives the attributes of the module of that name, which is imported once one is asked for.
  private static func lazyModule(_ name: String) -> Value {
    var lazy = ModuleObject(name)
    lazy.acceptsAnyAttribute = true
    lazy.standsFor = name
    return .module(Ref(lazy))
  }

  private static func forwarder(_ name: String, of module: String = module) -> Builtin {
    Builtin("\(name)(*args, **kwargs)", "`\(module).\(name)`.") { (context, arguments) throws(Fault) in
      guard let machine = context as? Machine else { return .nothing }
      let function = try machine.attribute(try machine.importModule(module), Symbol(name))
      var positional = ValueList()
      if let given = arguments.variadic(0) {
        for index in 0..<given.value.items.count { positional.append(given.value.items[index].copy()) }
      }
      return try machine.call(function, positional, keywords: arguments[1])
    }
  }
}
