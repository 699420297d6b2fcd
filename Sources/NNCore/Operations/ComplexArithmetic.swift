extension Context {
  /// The complex number that a value is, or is taken for in arithmetic: numbers of Python and NumPy. Nil for others.
  /// OverflowError for integers beyond every float.
  func complexOperand(_ value: borrowing Value) throws(Fault) -> ComplexNumber? {
    if let complex = value.asComplex { return complex.value.number }
    if let number = value.number { return ComplexNumber(try number.double(), 0) }
    if let scalar = value.asScalar { return ComplexNumber(scalar.asDouble, scalar.imaginary) }
    return nil
  }

  /// `x op y` where one is complex; nil where the operator is not theirs.
  func complexArithmetic(
    _ op: ArithmeticOperator, _ x: borrowing Value, _ y: borrowing Value
  ) throws(Fault) -> Value? {
    guard x.asComplex != nil || y.asComplex != nil else { return nil }
    switch op {
    case .add, .subtract, .multiply, .divide, .power: break
    default: return nil
    }
    guard let a = try complexOperand(x), let b = try complexOperand(y) else { return nil }
    switch op {
    case .add: return .some(.complex(a + b))
    case .subtract: return .some(.complex(a - b))
    case .multiply: return .some(.complex(a * b))
    case .divide: return .some(.complex(try a.divided(by: b)))
    default: return .some(.complex(try a.power(b)))
    }
  }

  /// `x == y` where one is complex and both are numbers.
  func equalComplex(_ x: borrowing Value, _ y: borrowing Value) -> Bool? {
    if let a = x.asComplex {
      if let b = y.asComplex { return a.value.number == b.value.number }
      if let number = y.number {
        return a.value.number.imaginary == 0 && Number.compare(.equal, .float(a.value.number.real), number)
      }
      if let scalar = y.asScalar { return a.value.number == ComplexNumber(scalar.asDouble, scalar.imaginary) }
      return nil
    }
    return y.asComplex == nil ? nil : equalComplex(y, x)
  }
}
