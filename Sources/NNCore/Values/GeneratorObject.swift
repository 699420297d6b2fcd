/// What `throw` of a generator was given: a class, perhaps with a value and a traceback.
final class ThrownArguments {
  let values: ValueList
  init(_ values: consuming ValueList) { self.values = values }
}

/// A generator: the call of a function that is left at each `yield`. While it runs its registers stand on the machine's
/// stack, where calls find room above them; while it waits it keeps them itself.
struct GeneratorObject: Object, ~Copyable {
  static var kind: Kind { .generator }

  enum State: UInt8 {
    case created, suspended, running, finished
  }

  let function: Ref<Function>
  /// Those that it needs where it waits; none while it runs. There is room for as many as the function has.
  var registers: ValueList
  /// Where it goes on: an index of the function's instructions.
  var position: Int
  var state = State.created
  /// `__name__` and `__qualname__`, once the program has set them.
  var name: Value = .unbound
  var qualifiedName: Value = .unbound

  init(_ function: consuming Ref<Function>, registers: consuming ValueList, position: Int) {
    self.function = function
    self.registers = registers
    self.position = position
  }

  /// Dropped where it waits, would a `finally` or another handler still have to run?
  var needsFinalizer: Bool {
    borrowing get {
      guard state == .suspended else { return false }
      let place = position - 1
      return function.value.code.value.handlers.contains { place >= $0.start && place < $0.end }
    }
  }

  borrowing func traverse(_ visitor: inout Visitor) {
    visitor.visit(function)
    visitor.visit(registers)
    visitor.visit(name)
    visitor.visit(qualifiedName)
  }

  mutating func clear() {
    state = .finished
    registers.removeAll()
    name = .unbound
    qualifiedName = .unbound
  }
}

/// What comes out of a generator that has run on.
enum Resumption: ~Copyable {
  case yielded(Value)
  /// It has ended, with this value: it just returned, or it had ended before (None).
  case finished(Value)
}

extension GeneratorObject {
  static var notStarted: Fault { Fault(.typeError, "can't send non-None value to a just-started generator") }

  /// `__qualname__`.
  var shownQualifiedName: Value {
    borrowing get { qualifiedName.isUnbound ? .string(function.value.shownName) : qualifiedName.copy() }
  }

  /// `__name__`.
  var shownName: Value {
    borrowing get { name.isUnbound ? .string(function.value.code.value.name) : name.copy() }
  }
}
