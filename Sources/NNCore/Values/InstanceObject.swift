/// An object of a class that a program defines.
struct InstanceObject: Object, ~Copyable {
  static var kind: Kind { .instance }
  private(set) var type: Ref<ClassObject>
  /// Which slot holds which attribute; it lives as long as `type`.
  private(set) var shape: Unowned<Shape>
  var slots: ValueList
  /// The value that it extends, where its class derives from a builtin type (`class Stack(list)`); else unbound.
  var payload: Value

  init(_ type: consuming Ref<ClassObject>, payload: consuming Value = .unbound) {
    shape = type.value.root.unowned
    slots = ValueList(capacity: type.value.expectedSlots)
    self.type = type
    self.payload = payload
  }

  /// An instance with the place for its attributes.
  @inline(__always) init(_ type: consuming Ref<ClassObject>, slots: consuming ValueList) {
    shape = type.value.root.unowned
    self.slots = slots
    self.type = type
    payload = .unbound
  }

  /// An instance with the attributes of another one of its class, by their slots; there are as many values as it has.
  init(like other: Unowned<InstanceObject>, slots: consuming ValueList) {
    shape = other.value.shape
    self.slots = slots
    type = other.value.type.copy()
    payload = .unbound
  }

  /// The dictionary of the attributes, where they are kept in one.
  var dictionary: Unowned<DictionaryObject>? {
    borrowing get { shape.value.isDictionary ? slots[0].asDictionary : nil }
  }

  /// Adds an attribute that the instance does not have; false where there is no further shape.
  mutating func add(_ name: Symbol, _ value: borrowing Value) -> Bool {
    guard let grown = shape.value.adding(name) else { return false }
    grow(to: grown, value)
    return true
  }

  /// Adds the attribute that `grown` has more than the instance.
  @inline(__always) mutating func grow(to grown: Unowned<Shape>, _ value: borrowing Value) {
    slots.append(copyOf: value)
    shape = grown
    if slots.count > type.value.expectedSlots { type.value.expectedSlots = slots.count }
  }

  /// The attributes of `__slots__`, where all others are kept in a dictionary.
  var hidden: Unowned<DictionaryObject>? {
    borrowing get { shape.value.isDictionary && slots.count > 1 ? slots[1].asDictionary : nil }
  }

  /// Keeps the attributes in a dictionary from now on, and those of `__slots__` in another one.
  mutating func keep(in dictionary: consuming Value, hidden: consuming Value = .unbound) {
    slots.removeAll()
    slots.append(dictionary)
    if !hidden.isUnbound { slots.append(hidden) }
    shape = type.value.dictionaryShape.unowned
  }

  /// Becomes an instance of another class. The attributes have to stand in a dictionary.
  mutating func change(to other: consuming Ref<ClassObject>) {
    shape = other.value.dictionaryShape.unowned
    type = other
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(type)
    visitor.visit(slots)
    visitor.visit(payload)
  }

  mutating func clear() {
    slots.removeAll()
    shape = type.value.root.unowned
    payload = .unbound
  }
}
