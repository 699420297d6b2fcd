// Members of native modules that are written in the language itself: `numpy.fliplr` in `scripts/lib/_numpy/…`. Nothing
// of them is read before the first use of such a name.

/// Where the members of native modules stand that are written in the language.
struct LibraryIndex {
  private let members: [LibraryMembers]
  /// The defining module by native module and name, of the modules that were asked for.
  private var sources: [String: [String: String]] = [:]

  init(_ members: [LibraryMembers]) { self.members = members }

  mutating func source(of name: String, in module: String) -> String? { sources(of: module)[name] }

  mutating func names(of module: String) -> [String] { Array(sources(of: module).keys) }

  private mutating func sources(of module: String) -> [String: String] {
    if let known = sources[module] { return known }
    var found: [String: String] = [:]
    // `pylab` has the members of another module too.
    let home = module == "pylab" ? "numpy" : module
    for entry in members where entry.module == home {
      for name in entry.names.split(separator: " ") { found[String(name)] = entry.source }
    }
    sources[module] = found
    return found
  }
}

extension Machine {
  /// Makes the native modules that have members in the library, those of a package when one of them is asked for.
  func declareLibraryModules() {
    var packages: [String: [String]] = [:]
    // The members of a module stand together.
    var last = ""
    for entry in library?.members ?? [] where entry.module != last {
      last = entry.module
      packages[String(Substring(last.utf8.prefix { $0 != UInt8(ascii: ".") })), default: []].append(last)
    }
    for (root, names) in packages {
      declareLater(names.contains(root) ? names : names + [root]) { [unowned self] in
        for name in names { _ = makeModule(name) }
      }
    }
  }

  /// The member of a native module that is written in the language; nil where it has none of that name.
  func findLibraryMember(_ module: Unowned<ModuleObject>, _ name: Symbol) throws(Fault) -> Value? {
    guard let source = libraryIndex.source(of: name.name, in: module.value.name) else {
      return try olderNumPyMember(module, name)
    }
    guard let home = try importModule(source).asModule, let value = home.value.value(of: name) else { return nil }
    module.value.set(name, value.copy())
    return value
  }

  /// What a name of NumPy's means that it has given up, with a warning that says the new one.
  func olderNumPyMember(_ module: Unowned<ModuleObject>, _ name: Symbol) throws(Fault) -> Value? {
    guard module.value.name == "numpy", let newer = OlderNumPyNames.members[name.name] else { return nil }
    var value = Value.nothing
    for (position, part) in newer.split(separator: ".").enumerated() {
      if position == 0 {
        value = part == "builtins" ? .module(builtins.copy()) : .module(makeModule("numpy"))
      } else {
        value = try attribute(value, Symbol(String(part)))
      }
    }
    let shown = newer.hasPrefix("builtins.") ? String(newer.dropFirst(9)) : newer
    let advice = shown.hasPrefix("np._old.") ? " that NumPy has given up" : ": use `\(shown)`"
    try warn(.deprecationWarning, "`np.\(name.name)` is an old spelling\(advice)")
    return .some(value)
  }

  /// The functions of `autograd` that `.nn` files have without an import.
  static let derivativeNames: Set<String> = [
    "grad", "value_and_grad", "elementwise_grad", "jacobian", "hessian", "hessian_vector_product", "make_vjp",
    "make_jvp", "multigrad_dict", "checkpoint", "grad_named", "check_grads", "derive",
  ]

  /// A global name that is a member of NumPy's modules in the library: in `.nn` files, and after `from numpy import *`.
  func libraryGlobal(_ module: Unowned<ModuleObject>, _ name: Symbol) throws(Fault) -> Value? {
    if module.value.hasBareNames, Machine.derivativeNames.contains(name.name) {
      return try attribute(try importModule(name.name == "check_grads" ? "autograd.test_util" : "autograd"), name)
    }
    var owners = module.value.starredModules
    // A name of one letter is a variable that is missing, not the distribution `f`.
    if module.value.hasBareNames, name.name.utf8.count > 1 { owners += ["numpy", "numpy.random"] }
    for owner in owners {
      guard let native = self.module(owner) else { continue }
      if let value = native.value.value(of: name), libraryIndex.source(of: name.name, in: owner) != nil { return value }
      if let value = try findLibraryMember(native.unowned, name) { return value }
    }
    return nil
  }
}
