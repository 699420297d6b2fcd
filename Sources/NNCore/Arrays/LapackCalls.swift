// A fence file: LAPACK on stacks of matrices.
import Glibc
import NNKernels

/// Linear algebra on stacks of matrices. A result says too how many of the matrices failed: were singular, not positive
/// definite, or without convergence.
enum LapackCalls {
  /// What a routine leaves: arrays, and how many matrices failed.
  struct Outcome: ~Copyable {
    var arrays = List<Ref<NDArray>>()
    var failures = 0

    mutating func add(_ array: consuming NDArray) { arrays.append(Ref(array)) }

    /// Counts a failed matrix. Throws where not the matrix is at fault.
    mutating func note(_ info: Int) throws(Fault) {
      if info > 0 { failures &+= 1 }
      if info >= 0 { return }
      switch info {
      case Lapack.noMemory: throw Fault(.memoryError, "no memory for LAPACK's work arrays")
      case Lapack.noLibrary: throw LapackCalls.missing
      case Lapack.interrupted: throw Interrupts.fault
      case Lapack.tooLarge:
        throw Fault(
          .valueError,
          "Too large work array required -- computation cannot be performed with standard 32-bit LAPACK.")
      default: failures &+= 1
      }
    }
  }

  private static var missing: Fault {
    Fault(
      .importError, "linear algebra needs OpenBLAS, and libopenblas.so.0 was not found",
      hint: "install it: apt-get install \(OpenBLAS.package)")
  }

  /// The routines for a type. Throws TypeError for other types, ImportError without the library.
  private static func lapack(_ type: ElementType) throws(Fault) -> Lapack {
    guard let lapack = Lapack(type) else {
      throw Fault(.typeError, "array type \(type.name) is unsupported in linalg")
    }
    if !OpenBLAS.isThere { throw missing }
    return lapack
  }

  private static func squareOrder(_ a: borrowing NDArray) throws(Fault) -> Int {
    guard a.rank >= 2, a.shape[a.rank &- 1] == a.shape[a.rank &- 2] else {
      throw Fault(.valueError, "Last 2 dimensions of the array must be square")
    }
    return a.shape[a.rank &- 1]
  }

  /// x of a·x = b for square matrices in `a` and those in `b`, whose stacks broadcast.
  static func solve(_ a: borrowing NDArray, _ b: borrowing NDArray) throws(Fault) -> Outcome {
    let lapack = try lapack(a.type)
    let n = try squareOrder(a)
    guard b.rank >= 2, b.shape[b.rank &- 2] == n, b.type == a.type else {
      throw Fault(.valueError, "matrices do not fit")
    }
    let stacks = (a.shape.dropping(last: 2), b.shape.dropping(last: 2))
    guard let stack = Broadcasting.shape(stacks.0, stacks.1) else {
      throw Broadcasting.mismatch([stacks.0, stacks.1])
    }
    if a.rank == 2 && b.rank == 2, let outcome = try smallSystem(a, b) { return outcome }
    let left = try MatrixStack.copying(a.broadcastView(try full(stack, n, n)))
    let right = try MatrixStack.copying(b.broadcastView(try full(stack, n, b.shape[b.rank &- 1])))
    var outcome = Outcome()
    for index in 0..<stack.product {
      try Interrupts.check()
      let (x, y) = (left.matrix(index), right.matrix(index))
      try outcome.note(unsafe lapack.solve(n, right.columns, a: x.raw, b: y.raw))
    }
    outcome.add(try right.rowMajor())
    return outcome
  }

  /// The same for matrices that do without LAPACK; nil for others, and where one may be singular.
  private static func smallSystem(_ a: borrowing NDArray, _ b: borrowing NDArray) throws(Fault) -> Outcome? {
    let (n, columns) = (b.shape[0], b.shape[1])
    guard a.type == .float64, SmallSystem.suits(n, columns: columns) else { return nil }
    let left = try a.copied()
    let right = try b.copied()
    guard unsafe SmallSystem.solve(n, columns, a: left.mutableData.raw, b: right.mutableData.raw) else { return nil }
    FloatingPointWarnings.prepare()
    var outcome = Outcome()
    outcome.add(right)
    return outcome
  }

  private static func full(_ stack: Dimensions, _ rows: Int, _ columns: Int) throws(Fault) -> Dimensions {
    var shape = stack
    try shape.appendChecked(rows)
    try shape.appendChecked(columns)
    return shape
  }

  /// The signs of determinants and the logarithms of their sizes: 0 and minus infinity for singular matrices.
  static func determinants(_ a: borrowing NDArray) throws(Fault) -> Outcome {
    let lapack = try lapack(a.type)
    let n = try squareOrder(a)
    let matrices = try MatrixStack.copying(a)
    let signs = try Creation.empty(matrices.stack, a.type)
    let logarithms = try Creation.empty(matrices.stack, a.type.partType)
    let rows = try Creation.empty(Dimensions(n), .int64)
    var outcome = Outcome()
    for index in 0..<matrices.count {
      try Interrupts.check()
      let info = unsafe lapack.factor(n, a: matrices.matrix(index).raw, pivots: rows.mutableData.raw)
      try outcome.note(min(info, 0))
      var (real, imaginary, logarithm) = (1.0, 0.0, 0.0)
      for row in 0..<n where info == 0 {
        if Int(rows.data.load(Int32.self, at: row &* 4)) != row &+ 1 { (real, imaginary) = (-real, -imaginary) }
        let entry = matrices.matrix(index).load(a.type, at: row &* (n &+ 1) &* a.itemSize)
        let (x, y) = (entry.asDouble, entry.imaginary)
        let size = y == 0 ? abs(x) : hypot(x, y)
        (real, imaginary) = (real * (x / size) - imaginary * (y / size), real * (y / size) + imaginary * (x / size))
        logarithm += log(size)
      }
      if info != 0 { (real, imaginary, logarithm) = (0, 0, -.infinity) }
      let sign = a.type.isComplex ? NumPyScalar(real: real, imaginary: imaginary) : NumPyScalar(real)
      signs.mutableData.store(sign.cast(to: a.type), at: index &* a.itemSize)
      logarithms.mutableData.store(
        NumPyScalar(logarithm).cast(to: logarithms.type), at: index &* logarithms.itemSize)
    }
    outcome.add(signs)
    outcome.add(logarithms)
    return outcome
  }

  /// The Cholesky factors, with zeros in the other triangle.
  static func cholesky(_ a: borrowing NDArray, isUpper: Bool) throws(Fault) -> Outcome {
    let lapack = try lapack(a.type)
    let n = try squareOrder(a)
    let matrices = try MatrixStack.copying(a)
    var outcome = Outcome()
    for index in 0..<matrices.count {
      try Interrupts.check()
      try outcome.note(unsafe lapack.cholesky(n, a: matrices.matrix(index).raw, isUpper: isUpper))
    }
    matrices.clear(belowDiagonal: isUpper)
    outcome.add(try matrices.rowMajor())
    return outcome
  }

  /// Eigenvalues and right eigenvectors as LAPACK writes them. Real matrices: real parts, imaginary parts, and the
  /// vectors of conjugate pairs in two columns; complex ones: values, zeros, vectors.
  static func eigen(_ a: borrowing NDArray, withVectors: Bool) throws(Fault) -> Outcome {
    let lapack = try lapack(a.type)
    let n = try squareOrder(a)
    let matrices = try MatrixStack.copying(a)
    let vectors = try MatrixStack.empty(matrices.stack, rows: withVectors ? n : 0, columns: n, a.type)
    let shape = a.shape.removing(a.rank &- 1)
    let values = try Creation.zeros(shape, a.type)
    let imaginary = try Creation.zeros(shape, a.type)
    var outcome = Outcome()
    for index in 0..<matrices.count {
      try Interrupts.check()
      let step = index &* n &* a.itemSize
      try outcome.note(
        unsafe lapack.eigen(
          n, a: matrices.matrix(index).raw, values: values.mutableData.advanced(by: step).raw,
          imaginary: imaginary.mutableData.advanced(by: step).raw,
          vectors: withVectors ? vectors.matrix(index).raw : nil))
    }
    outcome.add(values)
    outcome.add(imaginary)
    if withVectors { outcome.add(try vectors.rowMajor()) }
    return outcome
  }

  /// Eigenvalues, rising, and eigenvectors of symmetric matrices.
  static func symmetricEigen(_ a: borrowing NDArray, isUpper: Bool, withVectors: Bool) throws(Fault) -> Outcome {
    let lapack = try lapack(a.type)
    let n = try squareOrder(a)
    let matrices = try MatrixStack.copying(a)
    let values = try Creation.empty(a.shape.removing(a.rank &- 1), a.type.partType)
    var outcome = Outcome()
    for index in 0..<matrices.count {
      try Interrupts.check()
      try outcome.note(
        unsafe lapack.symmetricEigen(
          n, a: matrices.matrix(index).raw,
          values: values.mutableData.advanced(by: index &* n &* values.itemSize).raw, isUpper: isUpper,
          withVectors: withVectors))
    }
    outcome.add(values)
    if withVectors { outcome.add(try matrices.rowMajor()) }
    return outcome
  }

  /// U, the singular values and Vᴴ; the values alone without vectors.
  static func singularValues(_ a: borrowing NDArray, _ wanted: Lapack.Vectors) throws(Fault) -> Outcome {
    let lapack = try lapack(a.type)
    let matrices = try MatrixStack.copying(a)
    let (m, n) = (matrices.rows, matrices.columns)
    let short = min(m, n)
    var shape = matrices.stack
    try shape.appendChecked(short)
    let values = try Creation.empty(shape, a.type.partType)
    let (height, width) = wanted == .none ? (0, 0) : wanted == .all ? (m, n) : (short, short)
    let left = try MatrixStack.empty(matrices.stack, rows: wanted == .none ? 0 : m, columns: height, a.type)
    let right = try MatrixStack.empty(matrices.stack, rows: width, columns: wanted == .none ? 0 : n, a.type)
    var outcome = Outcome()
    for index in 0..<matrices.count where m > 0 && n > 0 {
      try Interrupts.check()
      try outcome.note(
        unsafe lapack.singularValues(
          m, n, a: matrices.matrix(index).raw,
          values: values.mutableData.advanced(by: index &* short &* values.itemSize).raw,
          u: wanted == .none ? nil : left.matrix(index).raw, v: wanted == .none ? nil : right.matrix(index).raw,
          wanted))
    }
    if wanted == .none {
      outcome.add(values)
      return outcome
    }
    if short == 0 {
      outcome.add(try identity(left))
      outcome.add(values)
      outcome.add(try identity(right))
      return outcome
    }
    outcome.add(try left.rowMajor())
    outcome.add(values)
    outcome.add(try right.rowMajor())
    return outcome
  }

  /// The vectors of matrices without rows or columns.
  private static func identity(_ matrices: borrowing MatrixStack) throws(Fault) -> NDArray {
    let result = try Creation.zeros(try full(matrices.stack, matrices.rows, matrices.columns), matrices.type)
    let one = NumPyScalar(1).cast(to: matrices.type)
    let step = matrices.rows &* matrices.columns
    for index in 0..<matrices.count {
      for place in 0..<min(matrices.rows, matrices.columns) {
        result.mutableData.store(one, at: (index &* step &+ place &* (matrices.columns &+ 1)) &* result.itemSize)
      }
    }
    return result
  }

  /// R and the reflectors as LAPACK packs them, and the reflectors' factors.
  static func reflect(_ a: borrowing NDArray) throws(Fault) -> Outcome {
    let lapack = try lapack(a.type)
    let matrices = try MatrixStack.copying(a)
    let (m, n) = (matrices.rows, matrices.columns)
    var shape = matrices.stack
    try shape.appendChecked(min(m, n))
    let tau = try Creation.zeros(shape, a.type)
    var outcome = Outcome()
    for index in 0..<matrices.count where m > 0 && n > 0 {
      try Interrupts.check()
      try outcome.note(
        unsafe lapack.reflect(
          m, n, a: matrices.matrix(index).raw,
          tau: tau.mutableData.advanced(by: index &* min(m, n) &* a.itemSize).raw))
    }
    outcome.add(try matrices.rowMajor())
    outcome.add(tau)
    return outcome
  }

  /// The first `columns` columns of Q from what `reflect` gave.
  static func orthogonal(_ packed: borrowing NDArray, _ tau: borrowing NDArray, columns: Int) throws(Fault) -> Outcome {
    let lapack = try lapack(packed.type)
    let reflectors = try MatrixStack.copying(packed)
    let (m, n) = (reflectors.rows, reflectors.columns)
    let count = min(m, n)
    guard columns >= 0, columns <= m, columns >= count, tau.type == packed.type, tau.isContiguous,
      tau.count == reflectors.count &* count
    else { throw Fault(.valueError, "reflectors do not fit") }
    let result = try MatrixStack.empty(reflectors.stack, rows: m, columns: columns, packed.type)
    let size = packed.itemSize
    var outcome = Outcome()
    for index in 0..<result.count where m > 0 && columns > 0 {
      try Interrupts.check()
      let target = result.matrix(index)
      target.copy(from: reflectors.matrix(index), byteCount: m &* count &* size)
      try outcome.note(
        unsafe lapack.orthogonal(
          m, columns: columns, count: count, a: target.raw,
          tau: tau.data.advanced(by: index &* count &* size).raw))
    }
    outcome.add(try result.rowMajor())
    return outcome
  }

  /// Least squares of one matrix: the solutions with what stands below them, the singular values, the rank.
  static func leastSquares(_ a: borrowing NDArray, _ b: borrowing NDArray, rcond: Double) throws(Fault) -> Outcome {
    let lapack = try lapack(a.type)
    guard a.rank == 2, b.rank == 2, a.type == b.type, a.shape[0] == b.shape[0] else {
      throw Fault(.valueError, "matrices do not fit")
    }
    let (m, n) = (a.shape[0], a.shape[1])
    let matrices = try MatrixStack.copying(a)
    let long = max(m, n)
    let right = try MatrixStack.empty(Dimensions(), rows: long, columns: b.shape[1], a.type)
    let whole = try right.array.swappingAxes(0, 1)
    try whole.fill(NumPyScalar(0).cast(to: a.type))
    try whole.sliced(0, 0, m).writeElements(of: b)
    let values = try Creation.zeros(Dimensions(min(m, n)), a.type.partType)
    var outcome = Outcome()
    let (info, rank) = unsafe lapack.leastSquares(
      m, n, right.columns, a: matrices.matrix(0).raw, b: right.matrix(0).raw, values: values.mutableData.raw,
      rcond: rcond)
    try outcome.note(info)
    outcome.add(try right.rowMajor())
    outcome.add(values)
    outcome.add(try Creation.scalar(try Promotion.scalar(rank, as: .int64)))
    return outcome
  }
}
