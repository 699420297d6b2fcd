/// A value in a derivative's formula: arithmetic on terms is that of the language, recorded where a gradient further
/// out is open.
final class Term {
  let value: Value
  let context: Context

  init(_ value: consuming Value, _ context: Context) {
    self.value = value
    self.context = context
  }

  func with(_ value: consuming Value) -> Term { Term(value, context) }
  func number(_ number: Double) -> Term { Term(.float(number), context) }

  private static func apply(_ op: ArithmeticOperator, _ a: Term, _ b: Term) throws(Fault) -> Term {
    a.with(try a.context.arithmetic(op, a.value.copy(), b.value.copy()))
  }

  static func + (a: Term, b: Term) throws(Fault) -> Term { try apply(.add, a, b) }
  static func - (a: Term, b: Term) throws(Fault) -> Term { try apply(.subtract, a, b) }
  static func * (a: Term, b: Term) throws(Fault) -> Term { try apply(.multiply, a, b) }
  static func / (a: Term, b: Term) throws(Fault) -> Term {
    if let x = a.value.asFloat, let y = b.value.asFloat { return a.number(x / y) }
    return try apply(.divide, a, b)
  }
  static func + (a: Term, b: Double) throws(Fault) -> Term { try apply(.add, a, a.number(b)) }
  static func - (a: Term, b: Double) throws(Fault) -> Term { try apply(.subtract, a, a.number(b)) }
  static func * (a: Term, b: Double) throws(Fault) -> Term { try apply(.multiply, a, a.number(b)) }
  static func / (a: Term, b: Double) throws(Fault) -> Term { try a / a.number(b) }
  static func * (a: Double, b: Term) throws(Fault) -> Term { try apply(.multiply, b.number(a), b) }
  static func - (a: Double, b: Term) throws(Fault) -> Term { try apply(.subtract, b.number(a), b) }
  static func / (a: Double, b: Term) throws(Fault) -> Term { try b.number(a) / b }
  static prefix func - (a: Term) throws(Fault) -> Term { a.with(try a.context.unary(.negative, a.value.copy())) }

  /// A function of this term.
  func callAsFunction(_ ufunc: Ufunc) throws(Fault) -> Term { with(try context.elementwise(ufunc, value.copy())) }
  /// A function of this term and another one.
  func callAsFunction(_ ufunc: Ufunc, _ other: Term) throws(Fault) -> Term {
    with(try context.elementwise(ufunc, value.copy(), other.value.copy()))
  }
  func callAsFunction(_ ufunc: Ufunc, _ other: Double) throws(Fault) -> Term { try self(ufunc, number(other)) }

  /// Whether the term is of complex numbers.
  var isComplex: Bool {
    value.asArray?.value.type.isComplex ?? value.asScalar?.type.isComplex ?? (value.asComplex != nil)
  }

  /// The shape; none for a number.
  var shape: Dimensions { value.asArray?.value.shape ?? Dimensions() }

  /// This term where the condition is true, else the other one.
  func where_(_ condition: Term, else other: Term) throws(Fault) -> Term {
    let mask = try ArrayConversion.array(condition.value, in: context)
    return try context.selection(Ref(mask), self, other)
  }

  /// The term with 1 in the place of zeros: for divisors whose dividend is zero as well.
  func withoutZeros() throws(Fault) -> Term {
    try number(1).where_(try self(.equal, 0), else: self)
  }

  /// The cotangent of something that was broadcast from `shape` to `full`: the sums over the axes that were repeated.
  func unbroadcast(from full: Dimensions, to shape: Dimensions) throws(Fault) -> Term {
    if full == shape { return self }
    let extra = full.count &- shape.count
    var axes = Dimensions()
    for axis in 0..<full.count where axis < extra || (shape[axis &- extra] == 1 && full[axis] != 1) {
      axes.append(axis)
    }
    let sum = try context.sum(try broadcast(to: full), axes: axes, keep: true)
    if Mutant.isOn(.meanForSum) {
      return try context.reshape(sum / Double(full.product / max(sum.shape.product, 1)), shape)
    }
    return try context.reshape(sum, shape)
  }

  /// The term repeated to a shape.
  func broadcast(to shape: Dimensions) throws(Fault) -> Term {
    if self.shape == shape, value.asArray != nil || shape.count == 0 { return self }
    let array = try ArrayConversion.array(value, in: context)
    return with(.array(Ref(try array.broadcast(to: shape))))
  }
}
