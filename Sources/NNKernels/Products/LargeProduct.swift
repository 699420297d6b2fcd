import Glibc

/// Products that are large enough for OpenBLAS, where it is installed.
enum LargeProduct {
  /// Multiplications from which the library is faster than our own kernels.
  private static let threshold = 1 << 27
  /// The same of complex numbers, for which there are no kernels of our own.
  private static let complexThreshold = 1 << 16
  /// Multiplications between two looks at the interrupt flag.
  private static let panel = 1 << 29

  private typealias Gemm =
    @convention(c) (
      Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word
    ) -> Void

  /// Makes the product of matrices whose rows or columns are contiguous; false where that is not for the library.
  static func multiply<T>(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<T>, _ b: TypedMatrix<T>, _ out: TypedMatrix<T>, isComplex: Bool,
    _ flag: InterruptFlag
  ) throws(Interrupted) -> Bool {
    let (plane, isHuge) = m.multipliedReportingOverflow(by: n)
    guard !isHuge, min(m, n, k) >= (isComplex ? 4 : 16), plane >= (isComplex ? complexThreshold : threshold) / k else {
      return false
    }
    let single = isComplex ? 8 : 4
    let name = isComplex ? ["cgemm_", "zgemm_"] : ["sgemm_", "dgemm_"]
    guard max(m, n, k) < Int(Int32.max), out.columnStride == 1, out.rowStride >= n,
      let left = leading(a, rows: m, columns: k), let right = leading(b, rows: k, columns: n),
      max(left.step, right.step, out.rowStride) < Int(Int32.max),
      let address = OpenBLAS.routine(name[MemoryLayout<T>.size == single ? 0 : 1]),
      let factors = Workspace(2, of: MemoryLayout<T>.stride)
    else { return false }
    let gemm = unsafeBitCast(address, to: Gemm.self)
    memset(factors.base, 0, 2 &* MemoryLayout<T>.stride)
    let scales = factors.base
    if MemoryLayout<T>.size == single {
      scales.storeBytes(of: 1, as: Float.self)
    } else {
      scales.storeBytes(of: 1, as: Double.self)
    }
    let zero = scales + MemoryLayout<T>.stride
    typealias A = FortranArguments
    let height = max(64, panel / max(1, n &* k))
    var row = 0
    while row < m {
      try flag.check()
      let rows = min(height, m &- row)
      // Fortran reads rows as columns: outᵀ = bᵀ · aᵀ.
      let run = {
        gemm(
          A.letter(right.isTransposed ? "T" : "N"), A.letter(left.isTransposed ? "T" : "N"), A.number(0, n),
          A.number(1, rows), A.number(2, k), scales, b.base, A.number(3, right.step), a.at(row, 0),
          A.number(4, left.step), zero, out.at(row, 0), A.number(5, out.rowStride), A.one, A.one)
      }
      if plane >= threshold / k { OpenBLAS.withThreads(run) } else { run() }
      row &+= rows
    }
    return true
  }

  /// How far apart the rows are, or the columns of a matrix that stands transposed.
  private static func leading<T>(_ x: TypedMatrix<T>, rows: Int, columns: Int) -> (step: Int, isTransposed: Bool)? {
    if x.columnStride == 1 && x.rowStride >= columns { return (x.rowStride, false) }
    if x.rowStride == 1 && x.columnStride >= rows { return (x.columnStride, true) }
    return nil
  }
}
