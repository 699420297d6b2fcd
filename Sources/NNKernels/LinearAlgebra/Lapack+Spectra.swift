// Eigenvalues and singular values.

private typealias Routine13 =
  @convention(c) (Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word) -> Void
private typealias Routine15 =
  @convention(c) (
    Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word
  ) -> Void
private typealias Routine16 =
  @convention(c) (
    Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word
  ) -> Void

extension Lapack {
  /// Eigenvalues of a general matrix, which is overwritten: for reals their real parts go to `values`, their imaginary
  /// ones to `imaginary`; complex ones to `values`. `vectors` gets the right eigenvectors where it is given. Above 0: no
  /// convergence.
  public func eigen(
    _ n: Int, a: UnsafeMutableRawPointer, values: UnsafeMutableRawPointer, imaginary: UnsafeMutableRawPointer,
    vectors: UnsafeMutableRawPointer?
  ) -> Int {
    guard let address = routine("geev") else { return Lapack.noLibrary }
    guard Lapack.fits(n) else { return Lapack.tooLarge }
    let call = unsafeBitCast(address, to: Routine16.self)
    typealias A = FortranArguments
    guard let none = Workspace(2, of: size), let real = Workspace(2 &* n, of: realSize) else { return Lapack.noMemory }
    let (no, job) = (A.letter("N"), A.letter(vectors == nil ? "N" : "V"))
    let (unused, reals) = (none.base, real.base)
    let target = vectors ?? unused
    let isComplex = isComplex
    return withWork(operations: 10 * Lapack.cubed(n)) { (work, size) in
      let (order, length) = (A.number(0, n), A.number(1, max(n, 1)))
      let (one, count, info) = (A.number(2, 1), A.number(3, size), A.number(4, 0))
      if isComplex {
        call(
          no, job, order, a, length, values, unused, one, target, length, work, count, reals, info, A.one,
          A.one)
      } else {
        call(
          no, job, order, a, length, values, imaginary, unused, one, target, length, work, count, info, A.one,
          A.one)
      }
      return A.value(4)
    }
  }

  /// Eigenvalues of a symmetric (Hermitian) matrix of which one triangle is read, in rising order; the eigenvectors
  /// take the matrix's place. Above 0: no convergence.
  public func symmetricEigen(
    _ n: Int, a: UnsafeMutableRawPointer, values: UnsafeMutableRawPointer, isUpper: Bool, withVectors: Bool
  ) -> Int {
    guard let address = routine("syevd", orComplex: "heevd") else { return Lapack.noLibrary }
    guard Lapack.fits(n) else { return Lapack.tooLarge }
    typealias A = FortranArguments
    guard let first = Workspace(2, of: 16), let reals = Workspace(2, of: 8), let whole = Workspace(2, of: 4) else {
      return Lapack.noMemory
    }
    let isComplex = isComplex
    let run = { (work: Word, size: Int, real: Word, realCount: Int, integers: Word, count: Int) -> Int in
      let (job, triangle) = (A.letter(withVectors ? "V" : "N"), A.letter(isUpper ? "U" : "L"))
      let (order, length, info) = (A.number(0, n), A.number(1, max(n, 1)), A.number(2, 0))
      if isComplex {
        unsafeBitCast(address, to: Routine15.self)(
          job, triangle, order, a, length, values, work, A.number(3, size), real, A.number(4, realCount), integers,
          A.number(5, count), info, A.one, A.one)
      } else {
        unsafeBitCast(address, to: Routine13.self)(
          job, triangle, order, a, length, values, work, A.number(3, size), integers, A.number(5, count), info, A.one,
          A.one)
      }
      return A.value(2)
    }
    let query = run(first.base, -1, reals.base, -1, whole.base, -1)
    if query != 0 { return query }
    let size = wanted(first.base)
    let realCount = isComplex ? wanted(reals.base) : 1
    let integers = max(Int(whole.base.load(as: Int32.self)), 1)
    guard size <= Int(Int32.max), realCount <= Int(Int32.max) else { return Lapack.tooLarge }
    guard let work = Workspace(size, of: self.size), let real = Workspace(realCount, of: realSize),
      let whole = Workspace(integers, of: 4)
    else { return Lapack.noMemory }
    let bases = (work.base, real.base, whole.base)
    return DetachedCall.run(operations: 4 * Lapack.cubed(n)) {
      run(bases.0, size, bases.1, realCount, bases.2, integers)
    }
  }

  /// How much of the singular vectors is wanted: none, the first min(m, n), all.
  public enum Vectors: Unicode.Scalar, Sendable { case none = "N", some = "S", all = "A" }

  /// Singular values, in falling order, and vectors of an m × n matrix, which is overwritten. Above 0: no convergence.
  public func singularValues(
    _ m: Int, _ n: Int, a: UnsafeMutableRawPointer, values: UnsafeMutableRawPointer, u: UnsafeMutableRawPointer?,
    v: UnsafeMutableRawPointer?, _ wanted: Vectors
  ) -> Int {
    guard let address = routine("gesdd") else { return Lapack.noLibrary }
    guard Lapack.fits(m, n) else { return Lapack.tooLarge }
    typealias A = FortranArguments
    let (short, long) = (min(m, n), max(m, n))
    // What LAPACK's documentation asks of the real work array of complex matrices.
    let realCount =
      wanted == .none
      ? 7 &* short
      : max(
        5 &* short &* short &+ 7 &* short,
        2 &* long &* short &+ 2 &* short &* short &+ short)
    guard let none = Workspace(2, of: size), let integers = Workspace(8 &* short, of: 4),
      let real = Workspace(isComplex ? realCount : 1, of: realSize)
    else { return Lapack.noMemory }
    let height = wanted == .none ? 1 : max(m, 1)
    let width = wanted == .none ? 1 : max(wanted == .all ? n : short, 1)
    let isComplex = isComplex
    let (unused, reals, wholes) = (none.base, real.base, integers.base)
    return withWork(operations: 4 * Lapack.cubed(m, n)) { (work, size) in
      let (job, rows, columns) = (A.letter(wanted.rawValue), A.number(0, m), A.number(1, n))
      let (length, left, right) = (A.number(2, max(m, 1)), A.number(3, height), A.number(4, width))
      let (count, info) = (A.number(5, size), A.number(6, 0))
      let (u, v) = (u ?? unused, v ?? unused)
      if isComplex {
        unsafeBitCast(address, to: Routine16.self)(
          job, rows, columns, a, length, values, u, left, v, right, work, count, reals, wholes, info, A.one)
      } else {
        unsafeBitCast(address, to: Routine15.self)(
          job, rows, columns, a, length, values, u, left, v, right, work, count, wholes, info, A.one)
      }
      return A.value(6)
    }
  }
}
