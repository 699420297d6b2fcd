/// Declarations of builtins that wait until one of their modules or types is first asked for: most programs need few of
/// them, and all together they would be half of a start.
struct PendingDeclarations {
  /// What makes each; nil once that was taken.
  private var makers: [(() -> Void)?] = []
  /// Which of them declare something in a module, the first one to be made last.
  private var modules: [String: [Int]] = [:]
  private var types: [AttributeOwner: [Int]] = [:]

  /// Adds one that declares members of these modules and types.
  mutating func add(_ owners: [String], _ make: @escaping () -> Void) {
    for name in owners {
      if let type = AttributeOwner(named: name) {
        types[type, default: []].insert(makers.count, at: 0)
      } else {
        modules[name, default: []].insert(makers.count, at: 0)
      }
    }
    makers.append(make)
  }

  /// The modules that something waits for.
  var moduleNames: [String] { Array(modules.keys) }

  /// What is to be run next for a module; nil when all is declared.
  mutating func take(module name: String) -> (() -> Void)? {
    while let next = modules[name]?.popLast() {
      if let make = take(next) { return make }
    }
    modules[name] = nil
    return nil
  }

  /// The same for a type.
  mutating func take(_ type: AttributeOwner) -> (() -> Void)? {
    while let next = types[type]?.popLast() {
      if let make = take(next) { return make }
    }
    types[type] = nil
    return nil
  }

  /// What is to be run next, whatever for.
  mutating func takeAny() -> (() -> Void)? {
    for index in makers.indices {
      if let make = take(index) { return make }
    }
    (modules, types) = ([:], [:])
    return nil
  }

  private mutating func take(_ index: Int) -> (() -> Void)? {
    let make = makers[index]
    makers[index] = nil
    return make
  }
}
