import NNKernels

extension Ufunc {
  /// `target op= operand`. UFuncTypeError where the result does not cast to the target's dtype, ValueError where it
  /// does not fit its shape.
  func update(_ target: borrowing NDArray, with operand: consuming ArrayOperand) throws(Fault) {
    try target.checkWriteable("output array")
    let type = try computingType(Promotion.result(.strong(target.type), operand.promotion))
    let result = resultType(type)
    if !Casting.sameKind.allows(result, to: target.type) {
      throw Fault(
        .uFuncTypeError,
        "Cannot cast ufunc '\(name)' output from \(DType(result).text) to \(target.dtype.text) with casting rule "
          + "'same_kind'")
    }
    try checkExponent(operand, type)
    guard let shape = Broadcasting.shape(target.shape, operand.shape) else {
      throw Broadcasting.mismatch([target.shape, operand.shape])
    }
    if shape != target.shape {
      throw Fault(
        .valueError,
        "non-broadcastable output operand with shape \(target.shape.compactText) doesn't match the broadcast shape "
          + shape.compactText, operands: [target.shape.text, operand.shape.text])
    }
    if type == target.type && result == type {
      if !operand.isArray {
        return try run(type, out: target, x: target, scalar: try operand.scalar(as: type), scalarFirst: false)
      }
      if case .array(let array) = operand.copy(), array.value.type == type, !overlaps(array.value, target) {
        return try run(type, out: target, x: target, y: array.value)
      }
    }
    let value = try binary(.array(Ref(target.view())), operand)
    try target.assign(value.value)
  }

  private func overlaps(_ array: borrowing NDArray, _ target: borrowing NDArray) -> Bool {
    array.mayOverlap(target) && !array.isSameView(as: target)
  }
}
