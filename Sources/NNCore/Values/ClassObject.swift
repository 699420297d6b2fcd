/// What a class has redefined of the access to attributes; where it has nothing, instructions may cache.
struct ClassTraits: OptionSet {
  let rawValue: UInt16
  static let getAttribute = ClassTraits(rawValue: 1)
  static let missingAttribute = ClassTraits(rawValue: 2)
  static let setAttribute = ClassTraits(rawValue: 4)
  static let deleteAttribute = ClassTraits(rawValue: 8)
  static let construction = ClassTraits(rawValue: 16)
  static let abstractMethods = ClassTraits(rawValue: 32)
  static let finalizer = ClassTraits(rawValue: 64)
  /// Derives from a builtin exception and makes instances as those do.
  static let plainException = ClassTraits(rawValue: 128)
  /// The class has its own `__getitem__`, `__setitem__` or `__contains__`.
  static let subscripts = ClassTraits(rawValue: 256)
  /// The class takes part in NumPy's functions: `__array_ufunc__`, `__array_function__` or `__array_wrap__`.
  static let arrayProtocols = ClassTraits(rawValue: 512)
  /// Instances say themselves what their `__class__` is.
  static let claimedClass = ClassTraits(rawValue: 1024)
}

/// A class that a program defines. Its bases and its order of resolution hold builtin types too.
struct ClassObject: Object, ~Copyable {
  static var kind: Kind { .classObject }
  var name: Symbol
  var qualifiedName: String
  /// The class that this class is an instance of: `type`, or a class that derives from it.
  var metaclass: Value
  /// The classes that it derives from, as written: classes and types.
  var bases: ValueList
  /// The classes after this one that attributes are looked up in, in their order (C3), `object` last.
  var ancestors: ValueList
  /// The builtin type that instances extend; `object` where there is none.
  let base: BuiltinType
  private(set) var members = Members()
  /// The shape of an instance without attributes. Its number is the class's version, too.
  let root: Ref<Shape>
  /// The shape of instances that keep their attributes in a dictionary.
  let dictionaryShape = Ref(Shape(isDictionary: true))
  /// The attributes that instances may have, where `__slots__` leaves them no others.
  var slotNames: [Symbol]?
  /// The attributes that some class here names in its `__slots__`: they are in no `__dict__`.
  var memberSlots: Set<Symbol> = []
  var traits: ClassTraits = []
  /// How many attributes instances had so far: what a new one gets room for.
  var expectedSlots = 0
  /// Special methods by the numbers of their names; none before the first is asked for.
  private var special = List<KnownMethod>()
  /// Functions that were replaced and may still run: inline caches do not own theirs.
  private var replaced = ValueList()
  private(set) var subclasses: [Unowned<ClassObject>] = []

  init(
    _ name: Symbol, qualifiedName: String = "", metaclass: consuming Value = .type(.type),
    bases: consuming ValueList, ancestors: consuming ValueList, base: BuiltinType = .object
  ) {
    self.name = name
    self.qualifiedName = qualifiedName.isEmpty ? name.name : qualifiedName
    self.metaclass = metaclass
    self.bases = bases
    self.ancestors = ancestors
    self.base = base
    root = Ref(Shape())
  }

  /// A number that changes whenever the class or one of its ancestors does.
  var version: Int { @inline(__always) get { root.value.id } }

  /// What is known of a special method, nil where that is nothing.
  @inline(__always) borrowing func known(_ name: Symbol) -> KnownMethod? {
    guard name.id < special.count, special[name.id].version == version else { return nil }
    return special[name.id]
  }

  /// Notes a special method, where its name is one of the first.
  mutating func note(_ name: Symbol, _ method: KnownMethod) {
    while special.count < KnownMethod.count { special.append(KnownMethod()) }
    if name.id < special.count { special[name.id] = method }
  }

  /// Sets a member without telling anyone: `Context.setMember` invalidates caches.
  mutating func define(_ name: Symbol, _ value: consuming Value) {
    let old = members.set(name, value)
    if old.asFunction != nil { replaced.append(old) }
  }

  /// Deletes a member; false where there was none.
  mutating func undefine(_ name: Symbol) -> Bool {
    let old = members.remove(name)
    if old.isUnbound { return false }
    if old.asFunction != nil { replaced.append(old) }
    return true
  }

  /// Whether the class derives from another one, or is the same.
  borrowing func derives(from other: Unowned<ClassObject>) -> Bool {
    if version == other.value.version { return true }
    for index in 0..<ancestors.count {
      if let ancestor = ancestors[index].asClassObject, ancestor == other { return true }
    }
    return false
  }

  mutating func adopt(_ subclass: Unowned<ClassObject>) { subclasses.append(subclass) }
  mutating func disown(_ version: Int) { subclasses.removeAll { $0.value.version == version } }

  private func detach() {
    for index in 0..<bases.count { bases[index].asClassObject?.value.disown(version) }
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(metaclass)
    visitor.visit(bases)
    visitor.visit(ancestors)
    members.traverse(&visitor)
    visitor.visit(replaced)
  }

  mutating func clear() {
    detach()
    bases.removeAll()
    ancestors.removeAll()
    members.removeAll()
    replaced.removeAll()
    metaclass = .type(.type)
  }

  deinit { detach() }
}
