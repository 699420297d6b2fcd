import NNKernels

extension Ufunc {
  /// Python's `**` with an array: for an array of floats and a Python number 2, 1, 0.5 or -1 the function that NumPy
  /// takes then (its warnings bear that name), else `power`.
  static func powerOperator(_ x: consuming ArrayOperand, _ y: consuming ArrayOperand) throws(Fault) -> Ref<NDArray> {
    if x.isArray, let shortcut = shortcut(x.promotion.alone, y) { return try shortcut.unary(x) }
    return try power.binary(x, y)
  }

  /// `x **= y`, with the same choice of functions as `**`.
  static func powerInPlace(_ x: borrowing Ref<NDArray>, _ y: consuming ArrayOperand) throws(Fault) {
    guard let shortcut = shortcut(x.value.type, y) else { return try power.inPlace(x, y) }
    var options = UfuncOptions()
    options.out = x.copy()
    _ = try shortcut.unary(.array(x.copy()), options)
  }

  private static func shortcut(_ type: ElementType, _ exponent: borrowing ArrayOperand) -> Ufunc? {
    let value: Double
    switch exponent {
    case .integer(let integer): value = Double(integer)
    case .real(let real): value = real
    default: return nil
    }
    if type == .bool { return exponent.weakInteger == 2 ? square : nil }
    if type.isInteger {
      // Only a square of integers stays what it is; a float exponent makes floats.
      return exponent.weakInteger == 2 ? square : nil
    }
    guard type.isInexact else { return nil }
    switch value {
    case 2: return square
    case 1: return positive
    case 0.5: return sqrt
    case -1: return reciprocal
    default: return nil
    }
  }
}
