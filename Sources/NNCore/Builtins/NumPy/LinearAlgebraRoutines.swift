import NNKernels

extension Builtin {
  /// What `numpy.linalg`, written in the language, stands on. Each gives its arrays and, behind them, how many matrices
  /// of the stack failed.
  static let linearAlgebraRoutines: [Builtin] = [
    .vectorLength,
    .lapackSolve, .lapackDeterminants, .lapackCholesky, .lapackEigen, .lapackSymmetricEigen, .lapackSingularValues,
    .lapackReflect, .lapackOrthogonal, .lapackLeastSquares,
  ]

  private static func outcome(_ outcome: consuming LapackCalls.Outcome) -> Value {
    var items = ValueList(capacity: outcome.arrays.count + 1)
    for index in 0..<outcome.arrays.count { items.append(.array(outcome.arrays[index].copy())) }
    items.append(.int(outcome.failures))
    return .tuple(items)
  }

  static let vectorLength = Builtin(
    "_linalg.length(x, /)", "The length of a plain array of floats; None where there is more to it.",
    example: "import _linalg; _linalg.length(array([3.0, 4.0]))  # np.float64(5.0)"
  ) { (context, arguments) throws(Fault) in
    guard let x = arguments[0].plainArray, !Tracing.isOpen, x.value.isContiguous,
      x.value.type == .float64 || x.value.type == .float32
    else { return .nothing }
    let flat = try x.value.raveled()
    let square = try Products.dot(flat, flat).firstElement
    // What overflows is said elsewhere.
    guard square.asDouble.isFinite else { return .nothing }
    return .scalar(
      square.type == .float32
        ? NumPyScalar(Float(square.asDouble).squareRoot()) : NumPyScalar(square.asDouble.squareRoot()))
  }

  static let lapackSolve = Builtin("_linalg.solve(a, b, /)", "x of a·x = b.") { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    return outcome(try LapackCalls.solve(a.value, try context.array(arguments, 1).value))
  }

  static let lapackDeterminants = Builtin("_linalg.slogdet(a, /)", "Signs and logarithms of determinants.") {
    (context, arguments) throws(Fault) in
    outcome(try LapackCalls.determinants(try context.array(arguments, 0).value))
  }

  static let lapackCholesky = Builtin("_linalg.cholesky(a, upper, /)", "Cholesky factors.") {
    (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    return outcome(try LapackCalls.cholesky(a.value, isUpper: try context.flag(arguments[1])))
  }

  static let lapackEigen = Builtin("_linalg.eig(a, vectors, /)", "Eigenvalues' parts and right eigenvectors.") {
    (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    return outcome(try LapackCalls.eigen(a.value, withVectors: try context.flag(arguments[1])))
  }

  static let lapackSymmetricEigen = Builtin(
    "_linalg.eigh(a, upper, vectors, /)", "Eigenvalues and eigenvectors of symmetric matrices."
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let (isUpper, withVectors) = (try context.flag(arguments[1]), try context.flag(arguments[2]))
    return outcome(try LapackCalls.symmetricEigen(a.value, isUpper: isUpper, withVectors: withVectors))
  }

  static let lapackSingularValues = Builtin(
    "_linalg.svd(a, vectors, /)", "Singular values, and vectors: 'N' none, 'S' some, 'A' all."
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let wanted = try context.optionalText(arguments[1], "vectors")?.unicodeScalars.first
    return outcome(try LapackCalls.singularValues(a.value, wanted.flatMap { Lapack.Vectors(rawValue: $0) } ?? .none))
  }

  static let lapackReflect = Builtin("_linalg.geqrf(a, /)", "R with the reflectors of Q, and their factors.") {
    (context, arguments) throws(Fault) in
    outcome(try LapackCalls.reflect(try context.array(arguments, 0).value))
  }

  static let lapackOrthogonal = Builtin("_linalg.orgqr(a, tau, columns, /)", "Q from its reflectors.") {
    (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let tau = try context.array(arguments, 1)
    let columns = try context.indexInteger(arguments[2]) ?? 0
    return outcome(try LapackCalls.orthogonal(a.value, tau.value, columns: columns))
  }

  static let lapackLeastSquares = Builtin("_linalg.lstsq(a, b, rcond, /)", "Solutions, singular values and rank.") {
    (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let b = try context.array(arguments, 1)
    return outcome(
      try LapackCalls.leastSquares(a.value, b.value, rcond: try context.double(arguments[2])))
  }
}
