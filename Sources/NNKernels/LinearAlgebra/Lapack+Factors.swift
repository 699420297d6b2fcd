// Systems of equations and factorisations.

private typealias Routine6 = @convention(c) (Word, Word, Word, Word, Word, Word) -> Void
private typealias Routine8 = @convention(c) (Word, Word, Word, Word, Word, Word, Word, Word) -> Void
private typealias Routine9 = @convention(c) (Word, Word, Word, Word, Word, Word, Word, Word, Word) -> Void
private typealias Routine14 =
  @convention(c) (
    Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word
  ) -> Void
private typealias Routine15 =
  @convention(c) (
    Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word
  ) -> Void

extension Lapack {
  /// Solves a·x = b: `b` (n × count) becomes x, `a` its factors. Above 0: singular.
  public func solve(
    _ n: Int, _ count: Int, a: UnsafeMutableRawPointer, b: UnsafeMutableRawPointer
  ) -> Int {
    guard let address = routine("gesv") else { return Lapack.noLibrary }
    guard Lapack.fits(n, count) else { return Lapack.tooLarge }
    guard let pivots = Workspace(n, of: 4) else { return Lapack.noMemory }
    let call = unsafeBitCast(address, to: Routine8.self)
    typealias A = FortranArguments
    let places = pivots.base
    return DetachedCall.run(operations: Lapack.cubed(n) + Double(count) * Double(n) * Double(n)) {
      let length = A.number(2, max(n, 1))
      call(A.number(0, n), A.number(1, count), a, length, places, b, length, A.number(3, 0))
      return A.value(3)
    }
  }

  /// LU factors of a square matrix in its place; `pivots` gets n 32-bit row numbers, from 1 on. Above 0: singular.
  public func factor(_ n: Int, a: UnsafeMutableRawPointer, pivots: UnsafeMutableRawPointer) -> Int {
    guard let address = routine("getrf") else { return Lapack.noLibrary }
    guard Lapack.fits(n) else { return Lapack.tooLarge }
    let call = unsafeBitCast(address, to: Routine6.self)
    typealias A = FortranArguments
    return DetachedCall.run(operations: Lapack.cubed(n)) {
      call(A.number(0, n), A.number(1, n), a, A.number(2, max(n, 1)), pivots, A.number(3, 0))
      return A.value(3)
    }
  }

  /// The Cholesky factor of the lower or upper triangle, in its place; the other triangle stays. Above 0: not positive
  /// definite.
  public func cholesky(_ n: Int, a: UnsafeMutableRawPointer, isUpper: Bool) -> Int {
    guard let address = routine("potrf") else { return Lapack.noLibrary }
    guard Lapack.fits(n) else { return Lapack.tooLarge }
    let call = unsafeBitCast(address, to: Routine6.self)
    typealias A = FortranArguments
    return DetachedCall.run(operations: Lapack.cubed(n)) {
      call(A.letter(isUpper ? "U" : "L"), A.number(0, n), a, A.number(1, max(n, 1)), A.number(2, 0), A.one)
      return A.value(2)
    }
  }

  /// R and the reflectors of Q in place of an m × n matrix; `tau` gets min(m, n) numbers.
  public func reflect(_ m: Int, _ n: Int, a: UnsafeMutableRawPointer, tau: UnsafeMutableRawPointer) -> Int {
    guard let address = routine("geqrf") else { return Lapack.noLibrary }
    guard Lapack.fits(m, n) else { return Lapack.tooLarge }
    let call = unsafeBitCast(address, to: Routine8.self)
    typealias A = FortranArguments
    return withWork(operations: Lapack.cubed(m, n)) { (work, count) in
      call(
        A.number(0, m), A.number(1, n), a, A.number(2, max(m, 1)), tau, work, A.number(3, count), A.number(4, 0))
      return A.value(4)
    }
  }

  /// The first `columns` columns of Q from `count` reflectors, in their place (m rows).
  public func orthogonal(
    _ m: Int, columns: Int, count: Int, a: UnsafeMutableRawPointer, tau: UnsafeMutableRawPointer
  ) -> Int {
    guard let address = routine("orgqr", orComplex: "ungqr") else { return Lapack.noLibrary }
    guard Lapack.fits(m, columns) else { return Lapack.tooLarge }
    let call = unsafeBitCast(address, to: Routine9.self)
    typealias A = FortranArguments
    return withWork(operations: Lapack.cubed(m, columns)) { (work, size) in
      call(
        A.number(0, m), A.number(1, columns), A.number(5, count), a, A.number(2, max(m, 1)), tau, work,
        A.number(3, size), A.number(4, 0))
      return A.value(4)
    }
  }

  /// Least squares by singular values: `b` (max(m, n) × count) becomes the solutions and residuals, `values` gets the
  /// min(m, n) singular values. Gives the rank too.
  public func leastSquares(
    _ m: Int, _ n: Int, _ count: Int, a: UnsafeMutableRawPointer, b: UnsafeMutableRawPointer,
    values: UnsafeMutableRawPointer, rcond: Double
  ) -> (info: Int, rank: Int) {
    guard let address = routine("gelsd") else { return (Lapack.noLibrary, 0) }
    guard Lapack.fits(m, n, count) else { return (Lapack.tooLarge, 0) }
    typealias A = FortranArguments
    guard let limit = Workspace(1, of: 8), let first = Workspace(4, of: 16), let whole = Workspace(4, of: 4),
      let reals = Workspace(4, of: 8)
    else { return (Lapack.noMemory, 0) }
    if realSize == 4 {
      limit.base.storeBytes(of: Float(rcond), as: Float.self)
    } else {
      limit.base.storeBytes(of: rcond, as: Double.self)
    }
    let (least, isComplex) = (limit.base, isComplex)
    let run = { (work: Word, size: Int, real: Word, integers: Word) in
      let (rows, columns) = (A.number(2, max(m, 1)), A.number(3, max(m, n, 1)))
      if isComplex {
        unsafeBitCast(address, to: Routine15.self)(
          A.number(0, m), A.number(1, n), A.number(4, count), a, rows, b, columns, values, least, A.number(5, 0),
          work, A.number(6, size), real, integers, A.number(7, 0))
      } else {
        unsafeBitCast(address, to: Routine14.self)(
          A.number(0, m), A.number(1, n), A.number(4, count), a, rows, b, columns, values, least, A.number(5, 0),
          work, A.number(6, size), integers, A.number(7, 0))
      }
    }
    run(first.base, -1, reals.base, whole.base)
    if A.value(7) != 0 { return (A.value(7), 0) }
    let size = wanted(first.base)
    let integers = Int(whole.base.load(as: Int32.self))
    let realCount = isComplex ? wanted(reals.base) : 1
    guard size <= Int(Int32.max) else { return (Lapack.tooLarge, 0) }
    guard let work = Workspace(size, of: self.size), let real = Workspace(realCount, of: realSize),
      let whole = Workspace(max(integers, 1), of: 4)
    else { return (Lapack.noMemory, 0) }
    let bases = (work.base, real.base, whole.base)
    let info = DetachedCall.run(operations: 4 * Lapack.cubed(m, n)) {
      run(bases.0, size, bases.1, bases.2)
      return A.value(7)
    }
    return (info, A.value(5))
  }

  /// Asks a routine for the size of its work array (-1), then runs it with one.
  func withWork(operations: Double, _ run: @escaping (Word, Int) -> Int) -> Int {
    guard let first = Workspace(2, of: size) else { return Lapack.noMemory }
    let info = run(first.base, -1)
    if info != 0 { return info }
    let count = wanted(first.base)
    guard count <= Int(Int32.max) else { return Lapack.tooLarge }
    guard let work = Workspace(count, of: size) else { return Lapack.noMemory }
    let base = work.base
    return DetachedCall.run(operations: operations) { run(base, count) }
  }

  /// About how many operations a factorisation takes.
  static func cubed(_ m: Int, _ n: Int? = nil) -> Double {
    let n = n ?? m
    return Double(m) * Double(n) * Double(min(m, n))
  }
}
