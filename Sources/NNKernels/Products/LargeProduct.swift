/// Products that are large enough for OpenBLAS, where it is installed.
enum LargeProduct {
  /// Multiplications from which the library is faster than our own kernels.
  private static let threshold = 1 << 27
  /// Multiplications between two looks at the interrupt flag.
  private static let panel = 1 << 30

  private typealias Gemm =
    @convention(c) (
      Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word, Word
    ) -> Void

  /// Makes the product of matrices whose rows or columns are contiguous; false where that is not for the library.
  static func multiply<T: BinaryFloatingPoint>(
    _ m: Int, _ n: Int, _ k: Int, _ a: TypedMatrix<T>, _ b: TypedMatrix<T>, _ out: TypedMatrix<T>,
    _ flag: InterruptFlag
  ) throws(Interrupted) -> Bool {
    let (plane, isHuge) = m.multipliedReportingOverflow(by: n)
    guard !isHuge, min(m, n, k) >= 16, plane >= threshold / k else { return false }
    guard max(m, n, k) < Int(Int32.max), out.columnStride == 1, out.rowStride >= n,
      let left = leading(a, rows: m, columns: k), let right = leading(b, rows: k, columns: n),
      max(left.step, right.step, out.rowStride) < Int(Int32.max),
      let address = OpenBLAS.routine(MemoryLayout<T>.size == 4 ? "sgemm_" : "dgemm_"),
      let factors = Workspace(2, of: MemoryLayout<T>.stride)
    else { return false }
    let gemm = unsafeBitCast(address, to: Gemm.self)
    let scales = factors.base.bindMemory(to: T.self, capacity: 2)
    scales[0] = 1
    scales[1] = 0
    typealias A = FortranArguments
    let height = max(64, panel / max(1, n &* k))
    var row = 0
    while row < m {
      try flag.check()
      let rows = min(height, m &- row)
      // Fortran reads rows as columns: outᵀ = bᵀ · aᵀ.
      gemm(
        A.letter(right.isTransposed ? "T" : "N"), A.letter(left.isTransposed ? "T" : "N"), A.number(0, n),
        A.number(1, rows), A.number(2, k), scales, b.base, A.number(3, right.step), a.at(row, 0),
        A.number(4, left.step), scales + 1, out.at(row, 0), A.number(5, out.rowStride), A.one, A.one)
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
