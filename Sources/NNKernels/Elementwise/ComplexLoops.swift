import CComplex
import Glibc

/// A function of complex numbers with a complex result.
protocol ComplexOperation { static func apply<P: ComplexPart>(_ z: ComplexElement<P>) -> ComplexElement<P> }

enum ComplexKernel<O: ComplexOperation, P: ComplexPart>: UnaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ x: ComplexElement<P>) -> ComplexElement<P> { O.apply(x) }
}
enum ComplexMagnitude<P: ComplexPart>: UnaryKernel {
  static var isQuiet: Bool { false }
  /// The root of the sum of squares where these are far from the ends of the range, else the C library's.
  @inline(__always) static func apply(_ x: ComplexElement<P>) -> P {
    let (a, b) = (x.real.magnitude, x.imaginary.magnitude)
    if a < P.plainRange.upperBound && b < P.plainRange.upperBound
      && (a > P.plainRange.lowerBound || b > P.plainRange.lowerBound)
    {
      return (a * a + b * b).squareRoot()
    }
    return ComplexElement.magnitude(x)
  }
}

/// The magnitudes of complex128.
private func magnitudeLoop() -> UnaryLoop {
  { rows, columns, out, x in
    forEachRun(rows, columns, out, x, x) { count, out, x, _ in
      if out.stride == 8 && x.stride == 16 {
        magnitudeRun(count, out.base, x.base)
      } else {
        unaryRun(ComplexMagnitude<Double>.self, count, out, x)
      }
    }
  }
}

/// Neighbouring magnitudes, eight at a time where all of them are zero or far from the ends of the range.
@inline(never) private func magnitudeRun(_ count: Int, _ out: Bytes, _ x: Bytes) {
  let least = laneBits(Int64(bitPattern: Double.plainRange.lowerBound.bitPattern))
  let greatest = laneBits(Int64(bitPattern: Double.plainRange.upperBound.bitPattern))
  var i = 0
  while i &+ 8 <= count {
    let parts = (x + i &* 16).loadUnaligned(as: SIMD16<Double>.self)
    let (real, imaginary) = (parts.evenHalf, parts.oddHalf)
    let (a, b) = (real.magnitudeBits, imaginary.magnitudeBits)
    let isLarge = (a .>= greatest) .| (b .>= greatest)
    let isTiny = (a .<= least) .& (b .<= least) .& ((a | b) .!= laneBits(0))
    if any(isLarge .| isTiny) {
      let (from, to) = (Operand(base: x + i &* 16, rowStride: 0, stride: 16), out + i &* 8)
      unaryRun(ComplexMagnitude<Double>.self, 8, Operand(base: to, rowStride: 0, stride: 8), from)
    } else {
      (real * real + imaginary * imaginary).squareRoot().store(at: out + i &* 8)
    }
    i &+= 8
  }
  let from = Operand(base: x + i &* 16, rowStride: 0, stride: 16)
  unaryRun(ComplexMagnitude<Double>.self, count &- i, Operand(base: out + i &* 8, rowStride: 0, stride: 8), from)
}

enum ComplexBinaryKernel<O: ComplexBinaryOperation, P: ComplexPart>: BinaryKernel {
  static var isQuiet: Bool { false }
  @inline(__always) static func apply(_ x: ComplexElement<P>, _ y: ComplexElement<P>) -> ComplexElement<P> {
    O.apply(x, y)
  }
}
protocol ComplexBinaryOperation {
  static func apply<P: ComplexPart>(_ a: ComplexElement<P>, _ b: ComplexElement<P>) -> ComplexElement<P>
}

enum ComplexNegative: ComplexOperation {
  @inline(__always) static func apply<P>(_ z: ComplexElement<P>) -> ComplexElement<P> { .negative(z) }
}
enum ComplexConjugate: ComplexOperation {
  @inline(__always) static func apply<P>(_ z: ComplexElement<P>) -> ComplexElement<P> { .conjugate(z) }
}
enum ComplexSign: ComplexOperation {
  @inline(__always) static func apply<P>(_ z: ComplexElement<P>) -> ComplexElement<P> { .sign(z) }
}
enum ComplexSquare: ComplexOperation {
  @inline(__always) static func apply<P>(_ z: ComplexElement<P>) -> ComplexElement<P> { .fusedMultiply(z, z) }
}
enum ComplexReciprocal: ComplexOperation {
  @inline(__always) static func apply<P>(_ z: ComplexElement<P>) -> ComplexElement<P> { .reciprocal(z) }
}
enum ComplexRound: ComplexOperation {
  @inline(__always) static func apply<P>(_ z: ComplexElement<P>) -> ComplexElement<P> {
    ComplexElement(z.real.rounded(.toNearestOrEven), z.imaginary.rounded(.toNearestOrEven))
  }
}
enum ComplexAdd: ComplexBinaryOperation {
  @inline(__always) static func apply<P>(_ a: ComplexElement<P>, _ b: ComplexElement<P>) -> ComplexElement<P> {
    .add(a, b)
  }
}
enum ComplexSubtract: ComplexBinaryOperation {
  @inline(__always) static func apply<P>(_ a: ComplexElement<P>, _ b: ComplexElement<P>) -> ComplexElement<P> {
    .subtract(a, b)
  }
}
enum ComplexMultiply: ComplexBinaryOperation {
  @inline(__always) static func apply<P>(_ a: ComplexElement<P>, _ b: ComplexElement<P>) -> ComplexElement<P> {
    .fusedMultiply(a, b)
  }
}
enum ComplexDivide: ComplexBinaryOperation {
  @inline(__always) static func apply<P>(_ a: ComplexElement<P>, _ b: ComplexElement<P>) -> ComplexElement<P> {
    .divide(a, b)
  }
}
enum ComplexPower: ComplexBinaryOperation {
  @inline(__always) static func apply<P>(_ a: ComplexElement<P>, _ b: ComplexElement<P>) -> ComplexElement<P> {
    .power(a, b)
  }
}

private func complexLoop<O: ComplexOperation>(_ operation: O.Type, _ type: ElementType) -> UnaryLoop? {
  type == .complex64
    ? unaryLoop(ComplexKernel<O, Float>.self) : unaryLoop(ComplexKernel<O, Double>.self)
}

private func complexLoop<O: ComplexBinaryOperation>(_ operation: O.Type, _ type: ElementType) -> BinaryLoop? {
  type == .complex64
    ? binaryLoop(ComplexBinaryKernel<O, Float>.self) : binaryLoop(ComplexBinaryKernel<O, Double>.self)
}

/// A loop that asks a closure for each element: what the C library computes is no matter of vectors.
private func closureLoop<P: ComplexPart>(
  _ part: P.Type, _ function: @escaping @Sendable (ComplexElement<P>) -> ComplexElement<P>
) -> UnaryLoop {
  { rows, columns, out, x in
    forEachRun(rows, columns, out, x, x) { count, out, x, _ in
      var (p, q) = (out.base, x.base)
      for _ in 0..<count {
        p.assumingMemoryBound(to: ComplexElement<P>.self).pointee = function(
          q.assumingMemoryBound(to: ComplexElement<P>.self).pointee)
        p += out.stride
        q += x.stride
      }
    }
  }
}

private func libraryLoop(_ function: nn_complex_function, _ type: ElementType) -> UnaryLoop {
  type == .complex64
    ? closureLoop(Float.self) { ComplexLibrary.call(function, $0) }
    : closureLoop(Double.self) { ComplexLibrary.call(function, $0) }
}

/// As `libraryLoop`, times a factor before and after.
private func scaledLoop(
  _ function: nn_complex_function, _ type: ElementType, before: Double = 1, after: Double = 1
) -> UnaryLoop {
  @Sendable func scaled<P: ComplexPart>(_ z: ComplexElement<P>, _ factor: Double) -> ComplexElement<P> {
    factor == 1 ? z : ComplexElement(z.real * P(factor), z.imaginary * P(factor))
  }
  return type == .complex64
    ? closureLoop(Float.self) { scaled(ComplexLibrary.call(function, scaled($0, before)), after) }
    : closureLoop(Double.self) { scaled(ComplexLibrary.call(function, scaled($0, before)), after) }
}

/// The loop for a function of complex numbers, or nil where NumPy has none.
func complexUnaryLoop(_ operation: UnaryOperation, _ type: ElementType) -> UnaryLoop? {
  switch operation {
  case .positive: castLoop(from: type, to: type)
  case .negative: complexLoop(ComplexNegative.self, type)
  case .conjugate: complexLoop(ComplexConjugate.self, type)
  case .sign: complexLoop(ComplexSign.self, type)
  case .square: type == .complex64 ? complexLoop(ComplexSquare.self, type) : ComplexVectors.square()
  case .reciprocal: complexLoop(ComplexReciprocal.self, type)
  case .rint: complexLoop(ComplexRound.self, type)
  case .absolute:
    type == .complex64
      ? unaryLoop(ComplexMagnitude<Float>.self) : magnitudeLoop()
  case .sqrt: libraryLoop(nn_csqrt, type)
  case .exp: libraryLoop(nn_cexp, type)
  case .log: libraryLoop(nn_clog, type)
  case .sin: libraryLoop(nn_csin, type)
  case .cos: libraryLoop(nn_ccos, type)
  case .tan: libraryLoop(nn_ctan, type)
  case .arcsin: libraryLoop(nn_casin, type)
  case .arccos: libraryLoop(nn_cacos, type)
  case .arctan: libraryLoop(nn_catan, type)
  case .sinh: libraryLoop(nn_csinh, type)
  case .cosh: libraryLoop(nn_ccosh, type)
  case .tanh: libraryLoop(nn_ctanh, type)
  case .arcsinh: libraryLoop(nn_casinh, type)
  case .arccosh: libraryLoop(nn_cacosh, type)
  case .arctanh: libraryLoop(nn_catanh, type)
  case .log2: scaledLoop(nn_clog, type, after: 1.442695040888963407359924681001892137)
  case .log10: scaledLoop(nn_clog, type, after: 0.434294481903251827651128918916605082)
  case .exp2: scaledLoop(nn_cexp, type, before: 0.693147180559945309417232121458176568)
  case .expm1:
    type == .complex64 ? closureLoop(Float.self, complexExpM1) : closureLoop(Double.self, complexExpM1)
  case .log1p:
    type == .complex64 ? closureLoop(Float.self, complexLog1P) : closureLoop(Double.self, complexLog1P)
  case .isnan: testLoop(IsNaN.self, type)
  case .isinf: testLoop(IsInfinite.self, type)
  case .isfinite: testLoop(IsFinite.self, type)
  case .logicalNot: testLoop(LogicalNot.self, type)
  default: nil
  }
}

@Sendable private func complexExpM1<P: ComplexPart>(_ z: ComplexElement<P>) -> ComplexElement<P> {
  let (x, y) = (z.real.asDouble, z.imaginary.asDouble)
  let half = Glibc.sin(y / 2)
  return ComplexElement(
    P(Glibc.expm1(x) * Glibc.cos(y) - 2 * half * half), P(Glibc.exp(x) * Glibc.sin(y)))
}

@Sendable private func complexLog1P<P: ComplexPart>(_ z: ComplexElement<P>) -> ComplexElement<P> {
  let length = P.hypotenuse(z.real + 1, z.imaginary)
  return ComplexElement(
    P(Glibc.log(length.asDouble)), P(Glibc.atan2(z.imaginary.asDouble, (z.real + 1).asDouble)))
}

private func testLoop<O: TestOperation>(_ operation: O.Type, _ type: ElementType) -> UnaryLoop? {
  type == .complex64
    ? unaryLoop(TestKernel<O, ComplexElement<Float>>.self) : unaryLoop(TestKernel<O, ComplexElement<Double>>.self)
}

/// The loop for a function of two complex numbers, or nil where NumPy has none.
func complexBinaryLoop(_ operation: BinaryOperation, _ type: ElementType) -> BinaryLoop? {
  switch operation {
  case .add: complexLoop(ComplexAdd.self, type)
  case .subtract: complexLoop(ComplexSubtract.self, type)
  case .multiply: type == .complex64 ? complexLoop(ComplexMultiply.self, type) : ComplexVectors.multiply()
  case .divide: complexLoop(ComplexDivide.self, type)
  case .power: complexLoop(ComplexPower.self, type)
  case .maximum: selectLoop(Maximum.self, type)
  case .minimum: selectLoop(Minimum.self, type)
  case .fmax: selectLoop(FMax.self, type)
  case .fmin: selectLoop(FMin.self, type)
  case .equal: compareLoop(Equal.self, type)
  case .notEqual: compareLoop(NotEqual.self, type)
  case .less: type == .complex64 ? compareLoop(Less.self, type) : ComplexVectors.less(orEqual: false)
  case .lessEqual: type == .complex64 ? compareLoop(LessOrEqual.self, type) : ComplexVectors.less(orEqual: true)
  case .greater: type == .complex64 ? compareLoop(Greater.self, type) : ComplexVectors.greater(orEqual: false)
  case .greaterEqual:
    type == .complex64 ? compareLoop(GreaterOrEqual.self, type) : ComplexVectors.greater(orEqual: true)
  case .logicalAnd: compareLoop(LogicalAnd.self, type)
  case .logicalOr: compareLoop(LogicalOr.self, type)
  case .logicalXor: compareLoop(LogicalXor.self, type)
  default: nil
  }
}

private func selectLoop<O: SelectOperation>(_ operation: O.Type, _ type: ElementType) -> BinaryLoop? {
  type == .complex64
    ? binaryLoop(SelectKernel<O, ComplexElement<Float>>.self) : binaryLoop(SelectKernel<O, ComplexElement<Double>>.self)
}

private func compareLoop<O: CompareOperation>(_ operation: O.Type, _ type: ElementType) -> BinaryLoop? {
  type == .complex64
    ? binaryLoop(CompareKernel<O, ComplexElement<Float>>.self)
    : binaryLoop(CompareKernel<O, ComplexElement<Double>>.self)
}
