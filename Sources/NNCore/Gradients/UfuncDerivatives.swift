import NNKernels

/// What the formulas of an elementwise function read: the cotangent, the operands and the result.
struct Slopes {
  let g: Term
  let x: Term
  let y: Term
  let out: Term
}

/// The derivative of an elementwise function: for each operand the formula of its cotangent, and what that reads.
final class UfuncDerivative {
  struct Saves: OptionSet {
    let rawValue: Int
    static let x = Saves(rawValue: 1)
    static let y = Saves(rawValue: 2)
    static let out = Saves(rawValue: 4)
  }
  typealias Formula = (Slopes) throws(Fault) -> Term

  /// A formula that is one pass over the cotangent and one saved value; without an operation it is the cotangent itself.
  struct Fused {
    let operation: CotangentOperation?
    let reads: Saves

    init(_ operation: CotangentOperation?, _ reads: Saves = []) {
      self.operation = operation
      self.reads = reads
    }
  }

  let saves: Saves
  let secondSaves: Saves
  let first: Formula
  let second: Formula?
  fileprivate(set) var kernel: Ufunc.Kernel?
  fileprivate(set) var fusedFirst: Fused?
  fileprivate(set) var fusedSecond: Fused?
  /// Whether the formula of the second operand already adds up over the axes along which that was repeated.
  fileprivate(set) var secondFits = false

  init(
    _ saves: Saves = [], _ first: @escaping Formula, second secondSaves: Saves = [], _ second: Formula? = nil
  ) {
    self.saves = saves
    self.secondSaves = secondSaves
    self.first = first
    self.second = second
  }

  /// The derivative of a function; nil for one that is constant between its jumps, or has none.
  static func of(_ ufunc: Ufunc) -> UfuncDerivative? {
    if let broken = Mutant.derivative(of: ufunc.name) { return broken }
    return switch ufunc.kernel {
    case .unary(let operation): unary[Int(operation.rawValue)]
    case .binary(let operation): binary[Int(operation.rawValue)]
    }
  }

  private static let unary: [UfuncDerivative?] = UnaryOperation.allCases.map { operation in
    let derivative = ofUnary(operation)
    derivative?.kernel = .unary(operation)
    switch operation {
    case .positive: derivative?.fusedFirst = Fused(nil)
    case .negative: derivative?.fusedFirst = Fused(.negative)
    case .exp: derivative?.fusedFirst = Fused(.product, .out)
    case .log: derivative?.fusedFirst = Fused(.quotient, .x)
    case .tanh: derivative?.fusedFirst = Fused(.hyperbolic, .out)
    case .square: derivative?.fusedFirst = Fused(.doubled, .x)
    default: break
    }
    return derivative
  }

  private static let binary: [UfuncDerivative?] = BinaryOperation.allCases.map { operation in
    let derivative = ofBinary(operation)
    derivative?.kernel = .binary(operation)
    switch operation {
    case .add:
      derivative?.fusedFirst = Fused(nil)
      derivative?.fusedSecond = Fused(nil)
    case .subtract:
      derivative?.fusedFirst = Fused(nil)
      derivative?.fusedSecond = Fused(.negative)
    case .multiply:
      derivative?.fusedFirst = Fused(.product, .y)
      derivative?.fusedSecond = Fused(.product, .x)
    case .divide:
      derivative?.fusedFirst = Fused(.quotient, .y)
      derivative?.secondFits = true
    default: break
    }
    return derivative
  }

  private static func ofUnary(_ operation: UnaryOperation) -> UfuncDerivative? {
    let ln2 = 0.6931471805599453
    let ln10 = 2.302585092994046
    let degree = 0.017453292519943295
    return switch operation {
    case .negative: UfuncDerivative([]) { (s) throws(Fault) in try -s.g }
    case .positive: UfuncDerivative([]) { $0.g }
    case .absolute: UfuncDerivative([.x, .out], absoluteSlope)
    case .fabs: UfuncDerivative(.x) { (s) throws(Fault) in try s.g * s.x(.sign) }
    case .conjugate: UfuncDerivative([]) { (s) throws(Fault) in try s.g(.conjugate) }
    case .sqrt: UfuncDerivative(.out) { (s) throws(Fault) in try rootSlope(s.g, s.out) }
    case .square: UfuncDerivative(.x) { (s) throws(Fault) in try s.g * s.x * 2 }
    case .reciprocal: UfuncDerivative(.out) { (s) throws(Fault) in try -(s.g * s.out * s.out) }
    case .exp: UfuncDerivative(.out) { (s) throws(Fault) in try s.g * s.out }
    case .exp2: UfuncDerivative(.out) { (s) throws(Fault) in try s.g * s.out * ln2 }
    case .expm1: UfuncDerivative(.out) { (s) throws(Fault) in try s.g * (s.out + 1) }
    case .log: UfuncDerivative(.x) { (s) throws(Fault) in try s.g / s.x }
    case .log2: UfuncDerivative(.x) { (s) throws(Fault) in try s.g / s.x / ln2 }
    case .log10: UfuncDerivative(.x) { (s) throws(Fault) in try s.g / s.x / ln10 }
    case .log1p: UfuncDerivative(.x) { (s) throws(Fault) in try s.g / (s.x + 1) }
    case .sin: UfuncDerivative(.x) { (s) throws(Fault) in try s.g * s.x(.cos) }
    case .cos: UfuncDerivative(.x) { (s) throws(Fault) in try -(s.g * s.x(.sin)) }
    case .tan: UfuncDerivative(.out) { (s) throws(Fault) in try s.g * (s.out * s.out + 1) }
    case .arcsin: UfuncDerivative(.x) { (s) throws(Fault) in try s.g / (1 - s.x * s.x)(.sqrt) }
    case .arccos: UfuncDerivative(.x) { (s) throws(Fault) in try -(s.g / (1 - s.x * s.x)(.sqrt)) }
    case .arctan: UfuncDerivative(.x) { (s) throws(Fault) in try s.g / (s.x * s.x + 1) }
    case .sinh: UfuncDerivative(.x) { (s) throws(Fault) in try s.g * s.x(.cosh) }
    case .cosh: UfuncDerivative(.x) { (s) throws(Fault) in try s.g * s.x(.sinh) }
    case .tanh: UfuncDerivative(.out) { (s) throws(Fault) in try s.g * (1 - s.out * s.out) }
    case .arcsinh: UfuncDerivative(.x) { (s) throws(Fault) in try s.g / (s.x * s.x + 1)(.sqrt) }
    case .arccosh: UfuncDerivative(.x) { (s) throws(Fault) in try s.g / (s.x * s.x - 1)(.sqrt) }
    case .arctanh: UfuncDerivative(.x) { (s) throws(Fault) in try s.g / (1 - s.x * s.x) }
    case .cbrt: UfuncDerivative(.out) { (s) throws(Fault) in try s.g / (s.out * s.out * 3) }
    case .degrees: UfuncDerivative([]) { (s) throws(Fault) in try s.g / degree }
    case .radians: UfuncDerivative([]) { (s) throws(Fault) in try s.g * degree }
    default: nil
    }
  }

  private static func ofBinary(_ operation: BinaryOperation) -> UfuncDerivative? {
    switch operation {
    case .add: UfuncDerivative([], { $0.g }, { $0.g })
    case .subtract: UfuncDerivative([], { $0.g }, { (s) throws(Fault) in try -s.g })
    case .multiply:
      UfuncDerivative(.y, { (s) throws(Fault) in try s.g * s.y }, second: .x) { (s) throws(Fault) in try s.g * s.x }
    case .divide:
      UfuncDerivative(.y, { (s) throws(Fault) in try s.g / s.y }, second: [.y, .out]) { (s) throws(Fault) in
        let product = try s.g * s.out
        return try -(product.unbroadcast(from: product.shape, to: s.y.shape) / s.y)
      }
    case .remainder:
      UfuncDerivative([], { $0.g }, second: [.x, .y]) { (s) throws(Fault) in try -(s.g * (s.x / s.y)(.floor)) }
    case .fmod:
      UfuncDerivative([], { $0.g }, second: [.x, .y]) { (s) throws(Fault) in try -(s.g * (s.x / s.y)(.trunc)) }
    case .power:
      UfuncDerivative([.x, .y], baseSlope, second: [.x, .out]) { (s) throws(Fault) in
        try s.g * s.x.withoutZeros()(.log) * s.out
      }
    case .maximum, .minimum, .fmax, .fmin:
      UfuncDerivative(
        [.x, .y, .out], { (s) throws(Fault) in try share(s.g, s.x, s.y, s.out) }, second: [.x, .y, .out]
      ) { (s) throws(Fault) in try share(s.g, s.y, s.x, s.out) }
    case .arctan2:
      UfuncDerivative(
        [.x, .y], { (s) throws(Fault) in try s.g * s.y / (s.x * s.x + s.y * s.y) }, second: [.x, .y]
      ) { (s) throws(Fault) in try -(s.g * s.x / (s.x * s.x + s.y * s.y)) }
    case .hypot:
      UfuncDerivative(
        [.x, .out], { (s) throws(Fault) in try s.g * s.x / s.out.withoutZeros() }, second: [.y, .out]
      ) { (s) throws(Fault) in try s.g * s.y / s.out.withoutZeros() }
    case .copysign:
      UfuncDerivative([.x, .out], { (s) throws(Fault) in try s.g * s.x(.sign) * s.out(.sign) }) { (s) throws(Fault) in
        try s.g * 0
      }
    case .logaddexp:
      UfuncDerivative([.x, .out], { (s) throws(Fault) in try s.g * (s.x - s.out)(.exp) }, second: [.y, .out]) {
        (s) throws(Fault) in try s.g * (s.y - s.out)(.exp)
      }
    case .logaddexp2:
      UfuncDerivative([.x, .out], { (s) throws(Fault) in try s.g * (s.x - s.out)(.exp2) }, second: [.y, .out]) {
        (s) throws(Fault) in try s.g * (s.y - s.out)(.exp2)
      }
    case .ldexp:
      UfuncDerivative(.y, { (s) throws(Fault) in try s.g * (s.y * 1.0)(.exp2) }) { (s) throws(Fault) in try s.g * 0 }
    default: nil
    }
  }

  /// The sign of a real number, the conjugate's direction of a complex one.
  private static func absoluteSlope(_ s: Slopes) throws(Fault) -> Term {
    guard s.x.isComplex else { return try s.g * s.x(.sign) }
    return try s.g * s.x(.conjugate) / s.out.withoutZeros()
  }

  /// Half the cotangent over the root; zero where both are zero.
  private static func rootSlope(_ g: Term, _ root: Term) throws(Fault) -> Term {
    let zeros = try root(.equal, 0)
    guard try g.context.isAnyTrue(zeros) else { return try g * 0.5 / root }
    let both = try zeros(.logicalAnd, try g(.equal, 0))
    return try (g * 0.5).with(.float(0)).where_(both, else: g * 0.5 / root.number(1).where_(both, else: root))
  }

  /// `y x^(y-1)`, zero for an exponent of zero.
  private static func baseSlope(_ s: Slopes) throws(Fault) -> Term {
    if let number = s.y.value.asFloat ?? s.y.value.asInt.map(Double.init) {
      if number == 2 { return try s.g * s.x * 2 }
      if number == 1 { return s.g }
      if number == 0 { return try s.g * 0 }
      return try s.g * s.x(.power, number - 1) * number
    }
    let exponent = try s.y.number(1).where_(try s.y(.equal, 0), else: s.y - 1)
    return try s.g * s.y * s.x(.power, exponent)
  }

  /// The cotangent where x is the result, half of it where y is as well.
  private static func share(_ g: Term, _ x: Term, _ y: Term, _ out: Term) throws(Fault) -> Term {
    if let share = try Ties.share(g, x, y, out) { return share }
    let isResult = try x(.equal, out)
    let isTie = try y(.equal, out)
    return try g * (isResult / (isTie + 1))
  }
}

/// Who gave the larger or smaller of two values.
private enum Ties {
  /// The cotangent where x is the result, half of it where both are; nil where that needs more than one pass over
  /// float64 arrays.
  static func share(_ g: Term, _ x: Term, _ y: Term, _ out: Term) throws(Fault) -> Term? {
    guard let result = out.value.asArray, result.value.type == .float64, result.value.isContiguous else { return nil }
    let shape = result.value.shape
    let slots = (ScalarSlots.place(number(x), slot: 0), ScalarSlots.place(number(y), slot: 1))
    guard let a = operand(x, shape, slots.0), let b = operand(y, shape, slots.1) else { return nil }
    // For a gradient further out the shares are constants, and the product is recorded.
    let isTraced = Tracing.isOpen && g.context.tracer?.isTraced(g.value) == true
    let factor = isTraced ? nil : operand(g, shape, ScalarSlots.place(number(g), slot: 2))
    let product = try Creation.empty(shape, .float64)
    let one = factor == nil ? ScalarSlots.place(NumPyScalar(1.0), slot: 2) : ScalarSlots.place(number(g), slot: 2)
    ArrayKernels.shareTies(
      result.value.count, out: product.mutableData, result: result.value.data, x: a.data, a.stride, y: b.data, b.stride,
      g: factor?.data ?? one, factor?.stride ?? 0)
    let shares = x.with(.array(Ref(product)))
    return factor == nil ? try g * shares : shares
  }

  private static func number(_ term: Term) -> NumPyScalar {
    NumPyScalar(term.value.asFloat ?? term.value.asInt.map(Double.init) ?? term.value.asScalar?.asDouble ?? 0)
  }

  private static func operand(
    _ term: Term, _ shape: Dimensions, _ slot: DataPointer
  ) -> (data: DataPointer, stride: Int)? {
    if let array = term.value.asArray {
      guard array.value.type == .float64, array.value.isContiguous, array.value.shape == shape else { return nil }
      return (array.value.data, 8)
    }
    guard term.value.asFloat != nil || term.value.asInt != nil || term.value.asScalar != nil else { return nil }
    return (slot, 0)
  }
}

extension Context {
  /// Whether some element of a truth value or mask is true.
  func isAnyTrue(_ term: Term) throws(Fault) -> Bool {
    try Reduction.any.reduce(try ArrayConversion.array(term.value, in: self)).firstElement.asBool
  }
}
