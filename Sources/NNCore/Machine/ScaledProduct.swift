extension Machine {
  /// `(scale * matrix) @ vector`, where this instruction is the product of a large matrix with a number and the next one
  /// takes it to a vector: both at once, without the matrix between them. False: nothing was done.
  /// `Y` holds the right operand: registers or constants.
  @inline(never) func scaledProduct(_ R: Registers, _ i: Instruction, _ Y: Registers) throws(Fault) -> Bool {
    if Tracing.isOpen || i.N & OperandFlags.inPlace != 0 { return false }
    if let matrix = Y[i.C].asArray, ScaledProducts.isLarge(matrix.value), let scale = Machine.scale(R[i.B]) {
      return try scaledProduct(R, i, scale, matrix)
    }
    if let matrix = R[i.B].asArray, ScaledProducts.isLarge(matrix.value), let scale = Machine.scale(Y[i.C]) {
      return try scaledProduct(R, i, scale, matrix)
    }
    return false
  }

  private func scaledProduct(
    _ R: Registers, _ i: Instruction, _ scale: Double, _ matrix: Unowned<NDArray>
  ) throws(Fault) -> Bool {
    var R = R
    let frame = frames.current
    var ahead = frame.frame.programCounter
    var next = ahead.next()
    var global: Int?
    // The vector may be a global variable.
    if next.opcode == .loadGlobal, next.A != i.A {
      global = next.wide
      let loaded = next.A
      next = ahead.next()
      if next.C != loaded || next.N & OperandFlags.rightIsTemporary == 0 { return false }
    }
    guard next.opcode == .matrixMultiply, next.B == i.A, next.C != i.A,
      next.N & OperandFlags.leftIsTemporary != 0, next.N & OperandFlags.inPlace == 0
    else { return false }
    let result: NDArray?
    if let global {
      let globals = frame.frame.function.value.globals
      result = try Machine.scaledProduct(scale, matrix, globals[global])
    } else {
      result = try Machine.scaledProduct(scale, matrix, R[next.C])
    }
    guard let result else { return false }
    if i.N & OperandFlags.leftIsTemporary != 0 { R.set(i.B, .nothing) }
    if i.N & OperandFlags.rightIsTemporary != 0 { R.set(i.C, .nothing) }
    if global == nil, next.N & OperandFlags.rightIsTemporary != 0 { R.set(next.C, .nothing) }
    R.set(next.A, .result(result))
    frames.current.frame.programCounter = ahead
    return true
  }

  private static func scaledProduct(
    _ scale: Double, _ matrix: Unowned<NDArray>, _ value: borrowing Value
  ) throws(Fault) -> NDArray? {
    guard !value.hasSpecialMethods, let vector = value.asArray, ScaledProducts.fits(matrix.value, vector.value) else {
      return nil
    }
    return try ScaledProducts.product(scale, matrix.value, vector.value)
  }

  /// A number that scales an array of float64 without changing its type.
  private static func scale(_ value: borrowing Value) -> Double? {
    if let real = value.asFloat { return real }
    if let integer = value.asInt { return Double(exactly: integer) }
    if let scalar = value.asScalar, scalar.type == .float64 { return scalar.asDouble }
    return nil
  }
}
