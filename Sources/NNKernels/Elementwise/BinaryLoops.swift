/// The loop for `operation` on two operands of `type`, or nil where NumPy has none for that type. Comparisons and
/// logic write bool, the rest `type` (`resultType`). Floating-point exception flags are raised where NumPy warns.
public func binaryLoop(_ operation: BinaryOperation, _ type: ElementType) -> BinaryLoop? {
  if type.isComplex { return complexBinaryLoop(operation, type) }
  if type == .float16 && operation == .nextafter { return binaryLoop(HalfNextAfter.self) }
  if operation == .floorDivide, let loop = narrowDivision(type) { return loop }
  let wide = type.computingType
  guard wide != type else { return directLoop(operation, type) }
  guard let direct = directLoop(operation, wide) else { return nil }
  let loop = widenedLoop(
    direct, type, wide, result: operation.resultType(type), wideResult: operation.resultType(wide))
  switch operation {
  // Of two equal halves (zeros) NumPy takes the first.
  case .maximum, .minimum, .fmax, .fmin: return type == .float16 ? { loop($0, $1, $2, $4, $3) } : loop
  default: return loop
  }
}

/// The loop on a type that the kernels know.
private func directLoop(_ operation: BinaryOperation, _ type: ElementType) -> BinaryLoop? {
  switch operation {
  case .add: type == .bool ? bitLoop(BitOr.self, type) : numberLoop(Add.self, type)
  case .subtract: numberLoop(Subtract.self, type)
  case .multiply: type == .bool ? bitLoop(BitAnd.self, type) : numberLoop(Multiply.self, type)
  case .divide: floatLoop(Divide.self, type)
  case .floorDivide: numberLoop(FloorDivide.self, type)
  case .remainder: numberLoop(FloorRemainder.self, type)
  case .power: type.isFloat ? floatPowerLoop(type) : numberLoop(Power.self, type)
  case .maximum: selectLoop(Maximum.self, type)
  case .minimum: selectLoop(Minimum.self, type)
  case .fmax: selectLoop(FMax.self, type)
  case .fmin: selectLoop(FMin.self, type)
  case .fmod: numberLoop(TruncatedRemainder.self, type)
  case .arctan2: libraryLoop(ArcTangent2.self, type)
  case .hypot: libraryLoop(Hypotenuse.self, type)
  case .copysign: floatLoop(CopySign.self, type)
  case .logaddexp: libraryLoop(LogAddExp.self, type)
  case .equal: compareLoop(Equal.self, type)
  case .notEqual: compareLoop(NotEqual.self, type)
  case .less: compareLoop(Less.self, type)
  case .lessEqual: compareLoop(LessOrEqual.self, type)
  case .greater: compareLoop(Greater.self, type)
  case .greaterEqual: compareLoop(GreaterOrEqual.self, type)
  case .logicalAnd: compareLoop(LogicalAnd.self, type)
  case .logicalOr: compareLoop(LogicalOr.self, type)
  case .logicalXor: compareLoop(LogicalXor.self, type)
  case .bitwiseAnd: bitLoop(BitAnd.self, type)
  case .bitwiseOr: bitLoop(BitOr.self, type)
  case .bitwiseXor: bitLoop(BitXor.self, type)
  case .leftShift: integerLoop(LeftShift.self, type)
  case .rightShift: integerLoop(RightShift.self, type)
  case .gcd: integerLoop(GreatestDivisor.self, type)
  case .lcm: integerLoop(LeastMultiple.self, type)
  case .heaviside: floatLoop(Heaviside.self, type)
  case .nextafter: floatLoop(NextAfter.self, type)
  case .logaddexp2: libraryLoop(LogAddExp2.self, type)
  case .ldexp: libraryLoop(LoadExponent.self, type)
  }
}

/// Quotients of small signed integers, in their own type: the one that leaves it raises the flag.
private func narrowDivision(_ type: ElementType) -> BinaryLoop? {
  switch type {
  case .int8: binaryLoop(NumberKernel<FloorDivide, Int8>.self)
  case .int16: binaryLoop(NumberKernel<FloorDivide, Int16>.self)
  case .int32: binaryLoop(NumberKernel<FloorDivide, Int32>.self)
  default: nil
  }
}

private func numberLoop<O: NumberOperation>(_ operation: O.Type, _ type: ElementType) -> BinaryLoop? {
  switch type {
  case .bool: nil
  case .uint8: binaryLoop(NumberKernel<O, UInt8>.self)
  case .uint64: binaryLoop(NumberKernel<O, UInt64>.self)
  case .int64: binaryLoop(NumberKernel<O, Int64>.self)
  case .float32: binaryLoop(NumberKernel<O, Float>.self)
  case .float64: binaryLoop(NumberKernel<O, Double>.self)
  default: nil
  }
}

private func floatLoop<O: FloatOperation>(_ operation: O.Type, _ type: ElementType) -> BinaryLoop? {
  switch type {
  case .float32: binaryLoop(FloatKernel<O, Float>.self)
  case .float64: binaryLoop(FloatKernel<O, Double>.self)
  default: nil
  }
}

private func libraryLoop<O: LibraryOperation>(_ operation: O.Type, _ type: ElementType) -> BinaryLoop? {
  switch type {
  case .float32: binaryLoop(LibraryKernel<O, Float>.self)
  case .float64: binaryLoop(LibraryKernel<O, Double>.self)
  default: nil
  }
}

private func selectLoop<O: SelectOperation>(_ operation: O.Type, _ type: ElementType) -> BinaryLoop? {
  switch type {
  case .bool: binaryLoop(SelectKernel<O, Truth>.self)
  case .uint8: binaryLoop(SelectKernel<O, UInt8>.self)
  case .uint64: binaryLoop(SelectKernel<O, UInt64>.self)
  case .int64: binaryLoop(SelectKernel<O, Int64>.self)
  case .float32: binaryLoop(SelectKernel<O, Float>.self)
  case .float64: binaryLoop(SelectKernel<O, Double>.self)
  default: nil
  }
}

private func compareLoop<O: CompareOperation>(_ operation: O.Type, _ type: ElementType) -> BinaryLoop? {
  switch type {
  case .bool: binaryLoop(CompareKernel<O, Truth>.self)
  case .uint8: binaryLoop(CompareKernel<O, UInt8>.self)
  case .uint64: binaryLoop(CompareKernel<O, UInt64>.self)
  case .int64: binaryLoop(CompareKernel<O, Int64>.self)
  case .float32: binaryLoop(CompareKernel<O, Float>.self)
  case .float64: binaryLoop(CompareKernel<O, Double>.self)
  default: nil
  }
}

private func bitLoop<O: BitOperation>(_ operation: O.Type, _ type: ElementType) -> BinaryLoop? {
  switch type {
  case .bool: binaryLoop(BitKernel<O, Truth>.self)
  case .uint8: binaryLoop(BitKernel<O, UInt8>.self)
  case .uint64: binaryLoop(BitKernel<O, UInt64>.self)
  case .int64: binaryLoop(BitKernel<O, Int64>.self)
  default: nil
  }
}

private func integerLoop<O: IntegerOperation>(_ operation: O.Type, _ type: ElementType) -> BinaryLoop? {
  switch type {
  case .uint8: binaryLoop(IntegerKernel<O, UInt8>.self)
  case .uint64: binaryLoop(IntegerKernel<O, UInt64>.self)
  case .int64: binaryLoop(IntegerKernel<O, Int64>.self)
  default: nil
  }
}

/// Powers of floats. Where the exponent is one number for all elements, NumPy's loop has shorter ways for some.
private func floatPowerLoop(_ type: ElementType) -> BinaryLoop? {
  guard let power = numberLoop(Power.self, type), let square = unaryLoop(.square, type),
    let root = unaryLoop(.sqrt, type), let reciprocal = unaryLoop(.reciprocal, type)
  else { return nil }
  return { rows, columns, out, x, y in
    guard rows > 0 && columns > 0 && y.stride == 0 && y.rowStride == 0 else { return power(rows, columns, out, x, y) }
    let exponent =
      type == .float64
      ? y.base.assumingMemoryBound(to: Double.self).pointee
      : Double(y.base.assumingMemoryBound(to: Float.self).pointee)
    switch exponent {
    case 2: square(rows, columns, out, x)
    case 0.5: root(rows, columns, out, x)
    case -1: reciprocal(rows, columns, out, x)
    default: power(rows, columns, out, x, y)
    }
  }
}
