/// Declarations of builtins that wait until one of their modules or types is first asked for: most programs need few of
/// them, and all together they would be half of a start.
struct PendingDeclarations {
  /// What stands before the dot in a declaration.
  enum Owner: Hashable {
    case module(String)
    case type(AttributeOwner)

    init(_ name: String) {
      if let type = AttributeOwner(named: name) { self = .type(type) } else { self = .module(name) }
    }
  }

  /// What makes each; nil once that was taken.
  private var makers: [(() -> Void)?] = []
  /// Which of them declare something of an owner, the first one to be made last.
  private var waiting: [Owner: [Int]] = [:]

  /// Adds one that declares members of these modules and types.
  mutating func add(_ owners: [String], _ make: @escaping () -> Void) {
    if waiting.isEmpty { waiting.reserveCapacity(100) }
    for name in owners { waiting[Owner(name), default: []].insert(makers.count, at: 0) }
    makers.append(make)
  }

  /// The modules that something waits for.
  var moduleNames: [String] {
    waiting.keys.compactMap { owner in
      if case .module(let name) = owner { name } else { nil }
    }
  }

  /// What is to be run next for a module or type; nil when all is declared.
  mutating func take(_ owner: Owner) -> (() -> Void)? {
    guard waiting[owner] != nil else { return nil }
    while let next = waiting[owner]?.popLast() {
      if let make = take(next) { return make }
    }
    waiting[owner] = nil
    return nil
  }

  /// What is to be run next, whatever for.
  mutating func takeAny() -> (() -> Void)? {
    for index in makers.indices {
      if let make = take(index) { return make }
    }
    waiting = [:]
    return nil
  }

  private mutating func take(_ index: Int) -> (() -> Void)? {
    let make = makers[index]
    makers[index] = nil
    return make
  }
}
