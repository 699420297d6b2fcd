import Glibc

/// A product of few terms, `a · b`, perhaps with a row added to each of its rows, a lower bound, or the slope of another
/// one's bound as a factor, that has not been made yet: who reads it either makes all of it or uses blocks of rows that
/// stay in the first-level cache. It has copies of all it is made of, and no element overflows or is nan.
public final class LazyProduct {
  public let type: ElementType
  public let rows: Int
  public let columns: Int
  fileprivate let terms: Int
  /// Columns in whole vectors.
  fileprivate let width: Int
  fileprivate let factors: LazyMemory
  /// The row that is added; nil for the one of negative zeros behind the factors, which changes nothing.
  fileprivate let row: LazyMemory?
  public let bound: Double?
  fileprivate let mask: LazyProduct?
  /// No element of the product with its row has a larger magnitude.
  private let largest: Double
  /// How many products have read it block by block.
  public var uses = 0
  /// The sums of the columns and the products with the left factor of the mask, once somebody has asked for them.
  private var totals: LazyMemory?

  /// Bytes from which a product is worth putting off, and up to which it is made in one go.
  private static let worthwhile = (1 << 15)...(1 << 23)
  private static let mostTerms = 4
  /// Columns up to which blocks of a few rows stay in the caches.
  private static let widest = 1 << 11
  /// Bytes of a block of rows.
  private static let blockBytes = 1 << 14

  private init(
    _ like: LazyProduct, row: LazyMemory?, bound: Double?, mask: LazyProduct?, largest: Double
  ) {
    type = like.type
    rows = like.rows
    columns = like.columns
    terms = like.terms
    width = like.width
    factors = like.factors
    self.row = row
    self.bound = bound
    self.mask = mask
    self.largest = largest
  }

  private init(
    _ type: ElementType, _ rows: Int, _ columns: Int, _ terms: Int, _ width: Int, _ factors: LazyMemory,
    _ largest: Double
  ) {
    self.type = type
    self.rows = rows
    self.columns = columns
    self.terms = terms
    self.width = width
    self.factors = factors
    self.largest = largest
    row = nil
    bound = nil
    mask = nil
  }

  /// The product of an m × k and a k × n matrix, put off; nil where it is to be made at once. Strides in bytes.
  public static func make(
    _ type: ElementType, m: Int, n: Int, k: Int, a: UnsafeRawPointer, aRowStride: Int, aColumnStride: Int,
    b: UnsafeRawPointer, bRowStride: Int, bColumnStride: Int
  ) -> LazyProduct? {
    guard k > 0, k <= mostTerms, m > 8, n >= 16, type == .float64 || type == .float32 else { return nil }
    let (count, overflow) = m.multipliedReportingOverflow(by: n)
    guard !overflow, n <= widest, count < worthwhile.upperBound, worthwhile.contains(count &* type.size) else {
      return nil
    }
    let a = Matrix(base: Bytes(mutating: a), rowStride: aRowStride, columnStride: aColumnStride)
    let b = Matrix(base: Bytes(mutating: b), rowStride: bRowStride, columnStride: bColumnStride)
    return type == .float64
      ? make(SIMD8<Double>.self, type, m, n, k, a, b) : make(SIMD16<Float>.self, type, m, n, k, a, b)
  }

  /// Where the right factor begins behind a left one: at a whole vector.
  private static func rightStart(_ rows: Int, _ terms: Int) -> Int { (rows &* terms &+ 15) & ~15 }

  private static func make<V: ProductVector>(
    _ vector: V.Type, _ type: ElementType, _ m: Int, _ n: Int, _ k: Int, _ a: Matrix, _ b: Matrix
  ) -> LazyProduct? {
    guard let x = TypedMatrix<V.Scalar>(a), let y = TypedMatrix<V.Scalar>(b) else { return nil }
    let width = (n &+ V.width &- 1) / V.width &* V.width
    let start = rightStart(m, k)
    guard let factors = LazyMemory((start &+ (k &+ 1) &* width) &* MemoryLayout<V.Scalar>.stride) else { return nil }
    let left = factors.base.assumingMemoryBound(to: V.Scalar.self), right = left + start
    if x.columnStride != 1 || x.rowStride != k {
      for i in 0..<m { for t in 0..<k { left[i &* k &+ t] = x.at(i, t).pointee } }
    }
    let isFlat = x.columnStride == 1 && x.rowStride == k
    let largestLeft = Double(V.copy(isFlat ? x.base : left, to: left, m &* k))
    for t in 0..<k {
      let target = right + t &* width
      var source = y.at(t, 0)
      for j in 0..<n {
        target[j] = source.pointee
        source += y.columnStride
      }
      for j in n..<width { target[j] = 0 }
    }
    let largestRight = Double(V.copy(right, to: right, k &* width))
    let largest = largestLeft * largestRight * Double(k)
    // Only a number passes: nan and infinities do not.
    guard largest < limit(type) else { return nil }
    for j in 0..<width { right[k &* width &+ j] = -V.Scalar.zero }
    return LazyProduct(type, m, n, k, width, factors, largest)
  }

  private static func limit(_ type: ElementType) -> Double { type == .float64 ? 1e300 : 1e37 }

  // MARK: What is made of it

  /// Whether more can be put off on top of it: a row, a bound.
  private var isBare: Bool { bound == nil && mask == nil }

  /// This product with a row of `columns` consecutive elements added to each of its rows; nil where that has to be made.
  public func adding(row: UnsafeRawPointer) -> LazyProduct? {
    guard isBare, self.row == nil else { return nil }
    return type == .float64 ? adding(SIMD8<Double>.self, row) : adding(SIMD16<Float>.self, row)
  }

  private func adding<V: ProductVector>(_ vector: V.Type, _ row: UnsafeRawPointer) -> LazyProduct? {
    guard let memory = LazyMemory(width &* MemoryLayout<V.Scalar>.stride) else { return nil }
    let target = memory.base.assumingMemoryBound(to: V.Scalar.self)
    let source = UnsafeMutableRawPointer(mutating: row).assumingMemoryBound(to: V.Scalar.self)
    let sum = largest + Double(V.copy(source, to: target, columns))
    guard sum < LazyProduct.limit(type) else { return nil }
    for j in columns..<width { target[j] = 0 }
    return LazyProduct(self, row: memory, bound: nil, mask: nil, largest: sum)
  }

  /// This product with nothing below a bound; nil where that has to be made.
  public func bounded(below bound: Double) -> LazyProduct? {
    guard isBare, bound.magnitude < LazyProduct.limit(type) else { return nil }
    return LazyProduct(self, row: row, bound: bound, mask: nil, largest: largest)
  }

  /// This product times the slope of another one's bound; nil where that has to be made.
  public func masked(by other: LazyProduct) -> LazyProduct? {
    guard isBare, row == nil, other.bound != nil, other.mask == nil, other.type == type, other.rows == rows,
      other.columns == columns
    else { return nil }
    return LazyProduct(self, row: nil, bound: nil, mask: other, largest: largest)
  }

  /// Whether another product without a mask is made of the same bits in the same way.
  public func isSame(as other: LazyProduct) -> Bool {
    if self === other { return true }
    guard mask == nil, other.mask == nil, type == other.type, rows == other.rows, columns == other.columns,
      terms == other.terms, bound == other.bound, (row == nil) == (other.row == nil)
    else { return false }
    // What changes from step to step of a training first.
    let size = type.size, right = LazyProduct.rightStart(rows, terms)
    if memcmp(factors.base + right &* size, other.factors.base + right &* size, terms &* width &* size) != 0 {
      return false
    }
    if let row, let otherRow = other.row, memcmp(row.base, otherRow.base, columns &* size) != 0 { return false }
    return memcmp(factors.base, other.factors.base, rows &* terms &* size) == 0
  }

  // MARK: Making it

  /// Writes all elements, in C order.
  public func fill(_ out: UnsafeMutableRawPointer) {
    if type == .float64 { fill(SIMD8<Double>.self, out) } else { fill(SIMD16<Float>.self, out) }
  }

  private func fill<V: ProductVector>(_ vector: V.Type, _ out: UnsafeMutableRawPointer) {
    let target = out.assumingMemoryBound(to: V.Scalar.self)
    guard let mask else { return LazyBlocks<V>.fill(terms, rows, columns, source(V.self), target, columns) }
    LazyBlocks<V>.fill(
      terms, rows, columns, source(V.self), mask.terms, under: mask.source(V.self), target, columns)
  }

  /// Writes the slope of the bound at all elements, in C order.
  public func fillSlopes(_ out: UnsafeMutableRawPointer) {
    if type == .float64 { fillSlopes(SIMD8<Double>.self, out) } else { fillSlopes(SIMD16<Float>.self, out) }
  }

  private func fillSlopes<V: ProductVector>(_ vector: V.Type, _ out: UnsafeMutableRawPointer) {
    let target = out.assumingMemoryBound(to: V.Scalar.self)
    let limit = V.Scalar(bound ?? -.infinity)
    forEachBlock(V.self, isBounded: false) { (first, count, block) in
      LazyBlocks<V>.slopes(count &* width, block, limit)
      for i in 0..<count { (target + (first &+ i) &* columns).update(from: block + i &* width, count: columns) }
    }
  }

  // MARK: Products of it

  /// `out = self · b` for a matrix `b` of up to 8 columns. False, with nothing written, where all of this product has to
  /// be made for that.
  public func multiply(
    _ count: Int, b: UnsafeRawPointer, bRowStride: Int, bColumnStride: Int, out: UnsafeMutableRawPointer,
    outRowStride: Int, outColumnStride: Int
  ) -> Bool {
    let b = Matrix(base: Bytes(mutating: b), rowStride: bRowStride, columnStride: bColumnStride)
    let out = Matrix(base: out, rowStride: outRowStride, columnStride: outColumnStride)
    guard count > 0, count <= LazyProduct.fewest, mask == nil else { return false }
    return type == .float64
      ? multiply(SIMD8<Double>.self, count, b, out) : multiply(SIMD16<Float>.self, count, b, out)
  }

  private static let fewest = 8

  private func multiply<V: ProductVector>(_ vector: V.Type, _ count: Int, _ b: Matrix, _ out: Matrix) -> Bool {
    guard columns >= 2 &* V.width, let y = TypedMatrix<V.Scalar>(b), let z = TypedMatrix<V.Scalar>(out),
      let packed = InnerProduct<V>.pack(count, columns, y)
    else { return false }
    defer { free(packed) }
    forEachBlock(V.self) { (first, rows, block) in
      let left = TypedMatrix(base: block, rowStride: width, columnStride: 1)
      let target = TypedMatrix(base: z.at(first, 0), rowStride: z.rowStride, columnStride: z.columnStride)
      do {
        try InnerProduct<V>.multiply(rows, count, columns, left, packed: packed, target, .never)
      } catch {}
    }
    return true
  }

  /// `out = aᵀ · self` for a matrix `a` of as many rows and up to 8 columns. False, with nothing written, where all of
  /// this product has to be made for that.
  public func sumRows(
    _ count: Int, a: UnsafeRawPointer, aRowStride: Int, aColumnStride: Int, out: UnsafeMutableRawPointer,
    outRowStride: Int, outColumnStride: Int
  ) -> Bool {
    let a = Matrix(base: Bytes(mutating: a), rowStride: aRowStride, columnStride: aColumnStride)
    let out = Matrix(base: out, rowStride: outRowStride, columnStride: outColumnStride)
    guard count > 0, count <= LazyProduct.fewest else { return false }
    return type == .float64 ? sumRows(SIMD8<Double>.self, count, a, out) : sumRows(SIMD16<Float>.self, count, a, out)
  }

  private func sumRows<V: ProductVector>(_ vector: V.Type, _ count: Int, _ a: Matrix, _ out: Matrix) -> Bool {
    guard let x = TypedMatrix<V.Scalar>(a), let z = TypedMatrix<V.Scalar>(out) else { return false }
    if let mask {
      guard count == mask.terms, mask.isLeftFactor(x), let totals = madeTotals(V.self) else { return false }
      copy(totals + width, count, to: z)
      return true
    }
    let source = self.source(V.self)
    withUnsafeTemporaryAllocation(byteCount: count &* width &* MemoryLayout<V.Scalar>.stride, alignment: 64) {
      (memory) in
      guard let base = memory.bindMemory(to: V.Scalar.self).baseAddress else { return }
      for row in stride(from: 0, to: count, by: 4) {
        let left = TypedMatrix(base: x.at(0, row), rowStride: x.rowStride, columnStride: x.columnStride)
        LazyBlocks<V>.sumRows(terms, min(4, count &- row), rows, width, source, left, base + row &* width)
      }
      copy(base, count, to: z)
    }
    return true
  }

  private func copy<Scalar>(_ sums: UnsafeMutablePointer<Scalar>, _ count: Int, to out: TypedMatrix<Scalar>) {
    for row in 0..<count {
      for j in 0..<columns { out.at(row, j).pointee = sums[row &* width &+ j] }
    }
  }

  /// Whether a matrix has the same bits as the left factor.
  private func isLeftFactor<Scalar>(_ a: TypedMatrix<Scalar>) -> Bool {
    guard a.columnStride == 1 && a.rowStride == terms else { return false }
    return memcmp(a.base, factors.base, rows &* terms &* type.size) == 0
  }

  /// Writes the sums of the columns where the product has a mask. False, with nothing written, for another one.
  public func sumColumns(_ out: UnsafeMutableRawPointer) -> Bool {
    guard mask != nil else { return false }
    let totals =
      type == .float64
      ? madeTotals(SIMD8<Double>.self).map(UnsafeMutableRawPointer.init)
      : madeTotals(SIMD16<Float>.self).map(UnsafeMutableRawPointer.init)
    guard let totals else { return false }
    memcpy(out, totals, columns &* type.size)
    return true
  }

  private func madeTotals<V: ProductVector>(_ vector: V.Type) -> UnsafeMutablePointer<V.Scalar>? {
    guard let mask else { return nil }
    if totals == nil {
      guard let memory = LazyMemory((mask.terms &+ 1) &* width &* MemoryLayout<V.Scalar>.stride) else { return nil }
      LazyTotals<V>.make(
        terms, rows, width, source(V.self), mask.terms, under: mask.source(V.self),
        memory.base.assumingMemoryBound(to: V.Scalar.self))
      totals = memory
    }
    return totals?.base.assumingMemoryBound(to: V.Scalar.self)
  }

  // MARK: Blocks

  /// Of what the rows are made.
  private func source<V: ProductVector>(_ vector: V.Type) -> LazyBlocks<V>.Source {
    let left = factors.base.assumingMemoryBound(to: V.Scalar.self)
    let right = left + LazyProduct.rightStart(rows, terms)
    return LazyBlocks<V>.Source(
      a: left, b: right, bStride: width,
      row: row?.base.assumingMemoryBound(to: V.Scalar.self) ?? right + terms &* width,
      bound: V.Scalar(bound ?? -.infinity))
  }

  /// Calls `body` with blocks of rows, each `width` wide, whose number is a multiple of 8 but for the last. For products
  /// without a mask.
  @inline(__always) private func forEachBlock<V: ProductVector>(
    _ vector: V.Type, isBounded: Bool = true,
    _ body: (_ first: Int, _ count: Int, _ block: UnsafeMutablePointer<V.Scalar>) -> Void
  ) {
    let bytes = width &* MemoryLayout<V.Scalar>.stride
    let height = max(8, LazyProduct.blockBytes / bytes & ~7)
    withUnsafeTemporaryAllocation(byteCount: height &* bytes, alignment: 64) { (memory) in
      guard let block = memory.bindMemory(to: V.Scalar.self).baseAddress else { return }
      var source = self.source(V.self)
      if !isBounded { source.bound = -.infinity }
      var row = 0
      while row < rows {
        let count = min(height, rows &- row)
        LazyBlocks<V>.fill(terms, count, width, source, block, width)
        body(row, count, block)
        source.a += count &* terms
        row &+= count
      }
    }
  }
}

/// Memory aligned for vectors.
private final class LazyMemory {
  let base: UnsafeMutableRawPointer
  private let raw: UnsafeMutableRawPointer

  init?(_ byteCount: Int) {
    guard let raw = malloc(byteCount &+ 128) else { return nil }
    self.raw = raw
    base = UnsafeMutableRawPointer(bitPattern: (UInt(bitPattern: raw) &+ 63) & ~63) ?? raw
  }

  deinit { free(raw) }
}
