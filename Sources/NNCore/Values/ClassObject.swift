/// A class that a program defines. Its bases and its order of resolution hold builtin types too.
struct ClassObject: Object, ~Copyable {
  static var kind: Kind { .classObject }
  let name: Symbol
  /// The classes that it derives from, as written: classes and types.
  var bases: ValueList
  /// The classes after this one that attributes are looked up in, in their order (C3), `object` last.
  var ancestors: ValueList

  init(_ name: Symbol, bases: consuming ValueList, ancestors: consuming ValueList) {
    self.name = name
    self.bases = bases
    self.ancestors = ancestors
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(bases)
    visitor.visit(ancestors)
  }

  mutating func clear() {
    bases.removeAll()
    ancestors.removeAll()
  }
}
