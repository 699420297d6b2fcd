/// What a heap object is. From `tuple` on it may be part of a cycle and has links before its header.
enum Kind: UInt8, CaseIterable {
  case string, bigInteger, complex, wideScalar, bytes, slice, range, storage, array, dtype, type, builtin, code, shape
  case tuple, list, dictionary, set, view, iterator, function, cell, boundMethod, module, exception
  case generator, classObject, instance, descriptor, superObject, native

  /// Whether objects of this kind own values, and so may be part of a reference cycle.
  var isContainer: Bool { @inline(__always) get { rawValue >= Kind.tuple.rawValue } }
  /// Whether ending an object of this kind only lets go what it owns: nothing is looked at, nobody is told.
  var endsSimply: Bool {
    @inline(__always) get {
      switch self {
      case .tuple, .list, .dictionary, .set, .function, .cell, .boundMethod, .instance: true
      default: false
      }
    }
  }
  /// Whether some objects of this kind need a finalizer.
  var mayNeedFinalizer: Bool { @inline(__always) get { self == .generator } }
}

/// The payload of a `Ref`.
protocol Object: ~Copyable {
  static var kind: Kind { get }
  /// Shows the visitor every reference that the object owns.
  borrowing func traverse(_ visitor: inout Visitor)
  /// Drops every reference that the object owns, to break a cycle.
  mutating func clear()
  /// Whether the program has something to do before the object goes: then it is not freed but waits for the machine.
  var needsFinalizer: Bool { borrowing get }
}

extension Object where Self: ~Copyable {
  var needsFinalizer: Bool { borrowing get { false } }
  borrowing func traverse(_ visitor: inout Visitor) {}
  mutating func clear() {}
}
