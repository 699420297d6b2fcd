/// What operations on arrays ask while a gradient is open. The record of the floor above overrides it.
class Tracer: TraceEntries {
  /// Whether a value is an array that is being differentiated, or a list or tuple with one inside.
  func isTraced(_ value: borrowing Value) -> Bool { false }

  /// `x op y` where an operand is traced, or `x op= y` where that is.
  func arithmetic(
    _ op: ArithmeticOperator, _ x: consuming Value, _ y: consuming Value, inPlace: Bool
  ) throws(Fault) -> Value {
    throw Tracer.missing
  }

  /// A unary operator on a traced array.
  func unary(_ op: UnaryArithmetic, _ x: consuming Value) throws(Fault) -> Value { throw Tracer.missing }

  /// `array[key]` of a traced array.
  func item(_ array: Unowned<NDArray>, _ key: borrowing Value) throws(Fault) -> Value { throw Tracer.missing }

  /// `array[key] = new` where one of both is traced.
  func setItem(_ array: Unowned<NDArray>, _ key: borrowing Value, _ new: borrowing Value) throws(Fault) {
    throw Tracer.missing
  }

  /// A builtin on its bound arguments; nil where none of them is traced, or it has nothing to do with that.
  func call(_ builtin: Builtin, _ arguments: Registers) throws(Fault) -> Value? { throw Tracer.missing }

  private static var missing: Fault { Fault(.systemError, "no gradient is open") }
}
