/// The variables of a module: a slot for each name, at a fixed address, so that compiled code knows its slots.
struct ModuleObject: Object, ~Copyable {
  static var kind: Kind { .module }
  let name: String
  /// A number that no other module has had: what inline caches know it by.
  let serial: Int
  private(set) var slots = ValueRegion()
  private var index: [Symbol: Int] = [:]
  private(set) var names: [Symbol] = []
  /// Whether every attribute can be asked for and called without effect: modules that only collect, for now.
  var acceptsAnyAttribute = false
  /// The module that is imported when an attribute of this one is first asked for.
  var standsFor: String?
  /// Whether its names begin with NumPy's: modules of `.nn` files, and the prompt.
  var hasBareNames = false
  /// The native modules all of whose names were imported into it.
  var starredModules: [String] = []
  /// Whether its body still runs for the first time.
  var isInitializing = false
  /// Whether it is a dictionary's, or was made by the program, and so may end before the process does.
  var isPassing = false
  /// Whether its annotations are kept as text: after `from __future__ import annotations`.
  var annotationsAreText = false
  /// The module in which its names are looked up that it does not have itself: that of an `exec`'s globals, for its
  /// locals.
  var enclosing = Value.unbound
  /// Its variables as a dictionary, once that was asked for.
  var dictionary = Value.unbound
  /// The flags of its divisions: those of a Python 2 program are warned of, or floor.
  var divisionFlags = 0
  /// What `module[key]` does, on the key as its only argument: NumPy's `c_` and `r_` are such modules.
  var subscription: Builtin?

  private static var lastSerial = 0

  init(_ name: String) {
    self.name = name
    ModuleObject.lastSerial += 1
    serial = ModuleObject.lastSerial
  }

  var window: Registers { @inline(__always) get { slots.window } }

  /// The slot of a name, made when missing; nil when the module is full.
  mutating func slot(of name: Symbol) -> Int? {
    if let slot = index[name] { return slot }
    guard let slot = slots.add() else { return nil }
    index[name] = slot
    names.append(name)
    return slot
  }

  /// The slot that a name of this module was found to have among the builtins.
  @inline(__always) borrowing func builtinSlot(_ slot: Int) -> Int? { slots.notes[slot].asInt }

  /// Remembers the slot that a name of this module has among the builtins.
  mutating func noteBuiltinSlot(_ slot: Int, _ found: Int) {
    var notes = slots.notes
    notes.setPlain(slot, .int(found))
  }

  /// The slot of a name, if it has one (its value may be unbound).
  borrowing func existingSlot(of name: Symbol) -> Int? { index[name] }

  /// A copy of a variable's value, nil when it has none.
  borrowing func value(of name: Symbol) -> Value? {
    guard let slot = index[name] else { return nil }
    if window[slot].isUnbound { return nil }
    return window[slot].copy()
  }

  /// A variable's text; nil where its value is no string.
  borrowing func text(of name: Symbol) -> String? {
    guard let slot = index[name] else { return nil }
    return window[slot].asString?.value.text.string
  }

  mutating func set(_ name: Symbol, _ value: consuming Value) {
    guard let slot = slot(of: name) else { return }
    var window = self.window
    window.set(slot, value)
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    for slot in 0..<slots.count { visitor.visit(window[slot]) }
    visitor.visit(dictionary)
    visitor.visit(enclosing)
  }
  mutating func clear() {
    dictionary = .unbound
    enclosing = .unbound
    var window = self.window
    for slot in 0..<slots.count { window.set(slot, .unbound) }
  }
}

extension ModuleObject {
  /// What a module that accepts every attribute gives for a name: another one of its kind.
  static func placeholder(_ name: String, of module: String) -> Value {
    var placeholder = ModuleObject("\(module).\(name)")
    placeholder.acceptsAnyAttribute = true
    return .module(Ref(placeholder))
  }
}
