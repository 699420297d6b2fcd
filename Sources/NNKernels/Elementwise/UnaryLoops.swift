/// The loop for `operation` on an operand of `type`, or nil where NumPy has none for that type (callers cast, as
/// NumPy does for `sqrt` of integers). Tests write bool, the rest `type` (`resultType`). Floating-point exception
/// flags are raised where NumPy warns.
public func unaryLoop(_ operation: UnaryOperation, _ type: ElementType) -> UnaryLoop? {
  if type.isComplex { return complexUnaryLoop(operation, type) }
  // 1/0 is the least integer of 32 bits.
  if type == .int32 && operation == .reciprocal { return unaryLoop(UnaryNumberKernel<Reciprocal, Int32>.self) }
  if type == .float16 && operation == .spacing { return unaryLoop(HalfSpacing.self) }
  let wide = type.computingType
  guard wide != type else { return directLoop(operation, type) }
  return directLoop(operation, wide).map {
    widenedLoop(
      $0, type, wide, result: operation.resultType(type), wideResult: operation.resultType(wide))
  }
}

/// The loop on a type that the kernels know.
private func directLoop(_ operation: UnaryOperation, _ type: ElementType) -> UnaryLoop? {
  switch operation {
  case .negative: numberLoop(Negative.self, type)
  case .positive: type == .bool ? nil : castLoop(from: type, to: type)
  case .absolute: type == .bool ? castLoop(from: type, to: type) : numberLoop(Absolute.self, type)
  case .sign: quietLoop(Sign.self, type)
  case .sqrt: floatLoop(SquareRoot.self, type)
  case .square: numberLoop(Square.self, type)
  case .reciprocal: numberLoop(Reciprocal.self, type)
  case .exp: vectorLoop(VectorExp.self, type)
  case .exp2: libraryLoop(Exp2.self, type)
  case .expm1: libraryLoop(ExpM1.self, type)
  case .log: vectorLoop(VectorLog.self, type)
  case .log2: libraryLoop(Log2.self, type)
  case .log10: libraryLoop(Log10.self, type)
  case .log1p: libraryLoop(Log1P.self, type)
  case .sin: libraryLoop(Sine.self, type)
  case .cos: libraryLoop(Cosine.self, type)
  case .tan: libraryLoop(Tangent.self, type)
  case .arcsin: libraryLoop(ArcSine.self, type)
  case .arccos: libraryLoop(ArcCosine.self, type)
  case .arctan: libraryLoop(ArcTangent.self, type)
  case .sinh: libraryLoop(HyperbolicSine.self, type)
  case .cosh: libraryLoop(HyperbolicCosine.self, type)
  case .tanh: vectorLoop(VectorTanh.self, type)
  case .arcsinh: libraryLoop(AreaHyperbolicSine.self, type)
  case .arccosh: libraryLoop(AreaHyperbolicCosine.self, type)
  case .arctanh: libraryLoop(AreaHyperbolicTangent.self, type)
  case .cbrt: libraryLoop(CubeRoot.self, type)
  case .floor: roundingLoop(Floor.self, type)
  case .ceil: roundingLoop(Ceiling.self, type)
  case .trunc: roundingLoop(Truncation.self, type)
  case .rint: floatLoop(RoundToEven.self, type)
  case .degrees: floatLoop(Degrees.self, type)
  case .radians: floatLoop(Radians.self, type)
  case .isnan: testLoop(IsNaN.self, type)
  case .isinf: testLoop(IsInfinite.self, type)
  case .isfinite: testLoop(IsFinite.self, type)
  case .signbit: signBitLoop(type)
  case .logicalNot: testLoop(LogicalNot.self, type)
  case .invert: invertLoop(type)
  case .conjugate: type == .bool ? nil : castLoop(from: type, to: type)
  case .fabs: floatLoop(FloatMagnitude.self, type)
  case .spacing: floatLoop(Spacing.self, type)
  case .bitCount: bitCountLoop(type)
  }
}

private func numberLoop<O: UnaryNumberOperation>(_ operation: O.Type, _ type: ElementType) -> UnaryLoop? {
  switch type {
  case .bool: nil
  case .uint8: unaryLoop(UnaryNumberKernel<O, UInt8>.self)
  case .uint64: unaryLoop(UnaryNumberKernel<O, UInt64>.self)
  case .int64: unaryLoop(UnaryNumberKernel<O, Int64>.self)
  case .float32: unaryLoop(UnaryNumberKernel<O, Float>.self)
  case .float64: unaryLoop(UnaryNumberKernel<O, Double>.self)
  default: nil
  }
}

private func quietLoop<O: UnaryNumberOperation>(_ operation: O.Type, _ type: ElementType) -> UnaryLoop? {
  switch type {
  case .bool: nil
  case .uint8: unaryLoop(QuietNumberKernel<O, UInt8>.self)
  case .uint64: unaryLoop(QuietNumberKernel<O, UInt64>.self)
  case .int64: unaryLoop(QuietNumberKernel<O, Int64>.self)
  case .float32: unaryLoop(QuietNumberKernel<O, Float>.self)
  case .float64: unaryLoop(QuietNumberKernel<O, Double>.self)
  default: nil
  }
}

private func floatLoop<O: UnaryFloatOperation>(_ operation: O.Type, _ type: ElementType) -> UnaryLoop? {
  switch type {
  case .float32: unaryLoop(UnaryFloatKernel<O, Float>.self)
  case .float64: unaryLoop(UnaryFloatKernel<O, Double>.self)
  default: nil
  }
}

/// Rounding leaves integers and bool as they are.
private func roundingLoop<O: UnaryFloatOperation>(_ operation: O.Type, _ type: ElementType) -> UnaryLoop? {
  type.isFloat ? floatLoop(operation, type) : castLoop(from: type, to: type)
}

private func libraryLoop<O: UnaryLibraryOperation>(_ operation: O.Type, _ type: ElementType) -> UnaryLoop? {
  switch type {
  case .float32: unaryLoop(UnaryLibraryKernel<O, Float>.self)
  case .float64: unaryLoop(UnaryLibraryKernel<O, Double>.self)
  default: nil
  }
}

private func vectorLoop<F: VectorFunction>(_ function: F.Type, _ type: ElementType) -> UnaryLoop? {
  switch type {
  case .float32: vectorLoop(function, Float.self)
  case .float64: vectorLoop(function, Double.self)
  default: nil
  }
}

private func testLoop<O: TestOperation>(_ operation: O.Type, _ type: ElementType) -> UnaryLoop? {
  switch type {
  case .bool: unaryLoop(TestKernel<O, Truth>.self)
  case .uint8: unaryLoop(TestKernel<O, UInt8>.self)
  case .uint64: unaryLoop(TestKernel<O, UInt64>.self)
  case .int64: unaryLoop(TestKernel<O, Int64>.self)
  case .float32: unaryLoop(TestKernel<O, Float>.self)
  case .float64: unaryLoop(TestKernel<O, Double>.self)
  default: nil
  }
}

private func signBitLoop(_ type: ElementType) -> UnaryLoop? {
  switch type {
  case .float32: unaryLoop(SignBitKernel<Float>.self)
  case .float64: unaryLoop(SignBitKernel<Double>.self)
  default: nil
  }
}

private func invertLoop(_ type: ElementType) -> UnaryLoop? {
  switch type {
  case .bool: unaryLoop(InvertKernel<Truth>.self)
  case .uint8: unaryLoop(InvertKernel<UInt8>.self)
  case .uint64: unaryLoop(InvertKernel<UInt64>.self)
  case .int64: unaryLoop(InvertKernel<Int64>.self)
  default: nil
  }
}

private func bitCountLoop(_ type: ElementType) -> UnaryLoop? {
  switch type {
  case .uint8: unaryLoop(BitCountKernel<UInt8>.self)
  case .uint64: unaryLoop(BitCountKernel<UInt64>.self)
  case .int64: unaryLoop(BitCountKernel<Int64>.self)
  default: nil
  }
}
