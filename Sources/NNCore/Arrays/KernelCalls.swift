// A fence file: loops of NNKernels over the operands of a nest.
import Glibc
import NNKernels

extension LoopNest {
  /// Elements between two looks at the interrupt flag.
  private static let panel = 1 << 21

  /// Runs a loop of one argument. Throws KeyboardInterrupt between panels.
  @inline(__always) mutating func run(_ loop: UnaryLoop, out: DataPointer, x: DataPointer) throws(Fault) {
    let (first, second) = (operand(0, out), operand(1, x))
    try forEachStretch { (rows, columns, offsets) in
      loop(rows, columns, first.moved(by: offsets[0]), second.moved(by: offsets[1]))
    }
  }

  /// Runs a loop of two arguments. Throws KeyboardInterrupt between panels.
  @inline(__always)
  mutating func run(_ loop: BinaryLoop, out: DataPointer, x: DataPointer, y: DataPointer) throws(Fault) {
    let (first, second, third) = (operand(0, out), operand(1, x), operand(2, y))
    try forEachStretch { (rows, columns, offsets) in
      loop(
        rows, columns, first.moved(by: offsets[0]), second.moved(by: offsets[1]), third.moved(by: offsets[2]))
    }
  }

  @inline(__always) private mutating func operand(_ number: Int, _ base: DataPointer) -> Operand {
    base.operand(rowStride: rowSteps[number], stride: columnSteps[number])
  }

  /// Runs `body` for the panels, large ones in stretches with a look at the interrupt flag before each.
  @inline(__always)
  private mutating func forEachStretch(_ body: (Int, Int, SIMD4<Int>) -> Void) throws(Fault) {
    let (rows, columns, rowSteps, columnSteps) = (rows, columns, rowSteps, columnSteps)
    if rows &* columns <= LoopNest.panel {
      return try forEachPanel { (offsets) throws(Fault) in body(rows, columns, offsets) }
    }
    try forEachPanel { (offsets) throws(Fault) in
      let step = max(1, LoopNest.panel / max(columns, 1))
      if rows > 1 {
        for row in Swift.stride(from: 0, to: rows, by: step) {
          try Interrupts.check()
          body(min(step, rows &- row), columns, offsets &+ rowSteps &* SIMD4(repeating: row))
        }
      } else {
        for column in Swift.stride(from: 0, to: columns, by: LoopNest.panel) {
          try Interrupts.check()
          body(1, min(LoopNest.panel, columns &- column), offsets &+ columnSteps &* SIMD4(repeating: column))
        }
      }
    }
  }
}

extension Operand {
  /// The operand some bytes further on.
  @inline(__always) fileprivate func moved(by offset: Int) -> Operand {
    unsafe Operand(base: base + offset, rowStride: rowStride, stride: stride)
  }
}

/// One-panel loops over contiguous memory: the short way for small arrays.
enum FlatLoops {
  @inline(__always)
  static func run(_ loop: UnaryLoop, _ count: Int, out: DataPointer, _ outSize: Int, x: DataPointer, _ stride: Int) {
    loop(1, count, out.operand(rowStride: 0, stride: outSize), x.operand(rowStride: 0, stride: stride))
  }

  @inline(__always)
  static func run(
    _ loop: BinaryLoop, _ count: Int, out: DataPointer, _ outSize: Int, x: DataPointer, _ xStride: Int,
    y: DataPointer, _ yStride: Int
  ) {
    loop(
      1, count, out.operand(rowStride: 0, stride: outSize), x.operand(rowStride: 0, stride: xStride),
      y.operand(rowStride: 0, stride: yStride))
  }
}

/// One operand of a loop over rows: where it begins, and its steps from row to row and from element to element.
struct RowOperand {
  var data: DataPointer
  var rowStride: Int
  var stride: Int

  @inline(__always) init(_ data: DataPointer, _ rowStride: Int, _ stride: Int) {
    self.data = data
    self.rowStride = rowStride
    self.stride = stride
  }

  @inline(__always) static func run(
    _ loop: BinaryLoop, _ rows: Int, _ count: Int, out: RowOperand, x: RowOperand, y: RowOperand
  ) {
    loop(
      rows, count, out.data.operand(rowStride: out.rowStride, stride: out.stride),
      x.data.operand(rowStride: x.rowStride, stride: x.stride), y.data.operand(rowStride: y.rowStride, stride: y.stride)
    )
  }
}

/// Kernels on runs and whole arrays.
enum ArrayKernels {
  /// Reduces the axes marked in `reduced` into `out`: with `continues` from what that holds, with a mask of the operand's
  /// shape the elements that it lets through. With `roundsHalves` what is folded is rounded to 16 bits after each run.
  static func reduce(
    _ operation: ReductionOperation, x: borrowing NDArray, reduced: [Bool], out: DataPointer, outStrides: Dimensions,
    continues: Bool = false, mask: borrowing Ref<NDArray>? = nil, roundsHalves: Bool = false
  ) {
    switch mask {
    case .none:
      unsafe NNKernels.reduce(
        operation, x.type, x: x.data.raw, shape: Array(x.shape), strides: Array(x.strides), reduced: reduced,
        out: out.raw, outStrides: Array(outStrides), continues: continues, roundsHalves: roundsHalves)
    case .some(let mask):
      unsafe NNKernels.reduce(
        operation, x.type, x: x.data.raw, shape: Array(x.shape), strides: Array(x.strides), reduced: reduced,
        out: out.raw, outStrides: Array(outStrides), continues: continues, mask: mask.value.data.raw,
        maskStrides: Array(mask.value.strides), roundsHalves: roundsHalves)
    }
  }

  /// Reduces the elements of a contiguous array to one.
  static func reduceAll(_ operation: ReductionOperation, x: borrowing NDArray, out: DataPointer) {
    unsafe NNKernels.reduceAll(
      operation, x.type, x: x.data.raw, count: x.count, stride: x.itemSize, out: out.raw)
  }

  static func argReduce(_ operation: ArgOperation, _ type: ElementType, x: DataPointer, count: Int, stride: Int) -> Int
  {
    unsafe NNKernels.argReduce(operation, type, x: x.raw, count: count, stride: stride)
  }

  static func cumulative(
    _ operation: CumulativeOperation, _ type: ElementType, count: Int, x: DataPointer, stride: Int, out: DataPointer,
    outStride: Int
  ) {
    unsafe NNKernels.cumulative(
      operation, type, count: count, x: x.raw, stride: stride, out: out.raw, outStride: outStride)
  }

  /// A matrix in an array's memory.
  struct Matrix {
    var data: DataPointer
    var rows: Int
    var columns: Int
    var rowStride: Int
    var columnStride: Int
  }

  /// `out = a · b`. Throws KeyboardInterrupt.
  static func product(_ type: ElementType, _ a: Matrix, _ b: Matrix, out: Matrix) throws(Fault) {
    do {
      unsafe try matrixProduct(
        type, m: a.rows, n: b.columns, k: a.columns, a: a.data.raw, aRowStride: a.rowStride,
        aColumnStride: a.columnStride, b: b.data.raw, bRowStride: b.rowStride, bColumnStride: b.columnStride,
        out: out.data.raw, outRowStride: out.rowStride, outColumnStride: out.columnStride, flag: Interrupts.flag)
    } catch {
      throw Interrupts.fault
    }
  }

  /// `out = (scale · matrix) @ vector`, for operands as `ScaledProducts` takes them.
  static func product(
    scale: Double, _ matrix: borrowing NDArray, _ vector: borrowing NDArray, out: borrowing NDArray
  ) throws(Fault) {
    do {
      unsafe try scaledProduct(
        m: matrix.shape[0], k: matrix.shape[1], scale: scale, a: matrix.data.raw, rowStride: matrix.strides[0],
        columnStride: matrix.strides[1], vector: vector.data.raw, out: out.mutableData.raw, flag: Interrupts.flag)
    } catch {
      throw Interrupts.fault
    }
  }

  /// The product of two matrices that fit, where it can be put off.
  static func putOff(_ type: ElementType, _ a: borrowing NDArray, _ b: borrowing NDArray) -> LazyProduct? {
    unsafe LazyProduct.make(
      type, m: a.shape[0], n: b.shape[1], k: a.shape[1], a: a.data.raw, aRowStride: a.strides[0],
      aColumnStride: a.strides[1], b: b.data.raw, bRowStride: b.strides[0], bColumnStride: b.strides[1])
  }

  /// A product that is put off with a row of consecutive elements added; nil where that has to be made.
  static func adding(_ product: LazyProduct, row: borrowing NDArray) -> LazyProduct? {
    unsafe product.adding(row: row.data.raw)
  }

  /// `out = product · b`; false where all of the product has to be made.
  static func multiply(_ product: LazyProduct, _ b: borrowing NDArray, out: borrowing NDArray) -> Bool {
    unsafe product.multiply(
      b.shape[1], b: b.data.raw, bRowStride: b.strides[0], bColumnStride: b.strides[1], out: out.mutableData.raw,
      outRowStride: out.strides[0], outColumnStride: out.strides[1])
  }

  /// `out = a · product`, or with `isTransposed` `out = productᵀ · a`; false where all of the product has to be made.
  static func sumRows(
    _ product: LazyProduct, _ a: borrowing NDArray, out: borrowing NDArray, isTransposed: Bool
  ) -> Bool {
    let (row, column) = isTransposed ? (0, 1) : (1, 0)
    return unsafe product.sumRows(
      a.shape[column], a: a.data.raw, aRowStride: a.strides[row], aColumnStride: a.strides[column],
      out: out.mutableData.raw, outRowStride: out.strides[column], outColumnStride: out.strides[row])
  }

  /// The sums of a product's columns; false where it has to be made for them.
  static func sumColumns(of product: LazyProduct, out: borrowing NDArray) -> Bool {
    unsafe product.sumColumns(out.mutableData.raw)
  }

  /// Whether two contiguous arrays of one type and shape have the same bits.
  static func areSame(_ x: borrowing NDArray, _ y: borrowing NDArray) -> Bool {
    guard x.type == y.type, x.shape == y.shape, x.isContiguous, y.isContiguous else { return false }
    return unsafe memcmp(x.data.raw, y.data.raw, x.byteCount) == 0
  }

  /// The slope of a product's bound at all its elements.
  static func slopes(of product: LazyProduct, out: borrowing NDArray) {
    unsafe product.fillSlopes(out.mutableData.raw)
  }

  /// Sorts a run in place. Throws KeyboardInterrupt and MemoryError.
  static func sort(_ type: ElementType, _ data: DataPointer, count: Int, stride: Int) throws(Fault) {
    do {
      unsafe try NNKernels.sort(type, base: data.raw, count: count, stride: stride, flag: Interrupts.flag)
    } catch {
      throw fault(error, count)
    }
  }

  /// Writes the indices that sort a run. Throws KeyboardInterrupt and MemoryError.
  static func argsort(
    _ type: ElementType, _ data: DataPointer, count: Int, stride: Int, out: DataPointer, outStride: Int
  ) throws(Fault) {
    do {
      unsafe try NNKernels.argsort(
        type, base: data.raw, count: count, stride: stride, out: out.raw, outStride: outStride, flag: Interrupts.flag)
    } catch {
      throw fault(error, count)
    }
  }

  /// Where each run of equal elements begins in a sorted array of real numbers without gaps: the first `count` of the
  /// result.
  static func findRuns(_ sorted: borrowing NDArray, isOneNaN: Bool, into starts: borrowing NDArray) -> Int {
    unsafe NNKernels.findRuns(
      sorted.type, base: sorted.data.raw, count: sorted.count, isOneNaN: isOneNaN,
      out: starts.mutableData.raw.assumingMemoryBound(to: Int.self))
  }

  private static func fault(_ error: SortError, _ count: Int) -> Fault {
    switch error {
    case .interrupted: Interrupts.fault
    case .outOfMemory: Creation.outOfMemory(Dimensions(count), .int64)
    }
  }

  static func searchSorted(
    _ type: ElementType, sorted: DataPointer, count: Int, stride: Int, queries: DataPointer, queryCount: Int,
    out: DataPointer, right: Bool
  ) {
    unsafe NNKernels.searchSorted(
      type, sorted: sorted.raw, count: count, stride: stride, queries: queries.raw, queryCount: queryCount,
      queryStride: type.size, out: out.raw, outStride: 8, right: right)
  }

  /// Copies the elements at byte offsets, which are consecutive integers in memory, to consecutive places.
  static func gather(_ size: Int, from source: DataPointer, offsets: DataPointer, count: Int, out: DataPointer) {
    unsafe NNKernels.gather(
      elementSize: size, source: source.raw, offsets: offsets.raw.assumingMemoryBound(to: Int.self), count: count,
      out: out.raw, outStride: size)
  }

  /// Copies runs of elements, `stride` bytes apart, that begin at byte offsets to consecutive places.
  static func gatherRuns(
    _ size: Int, from source: DataPointer, stride: Int, length: Int, offsets: DataPointer, count: Int, out: DataPointer
  ) {
    unsafe NNKernels.gatherRuns(
      elementSize: size, source: source.raw, stride: stride, length: length,
      offsets: offsets.raw.assumingMemoryBound(to: Int.self), count: count, out: out.raw)
  }

  /// Applies a function in place to the elements at byte offsets.
  static func updateElements(
    _ operation: BinaryOperation, _ type: ElementType, _ loop: BinaryLoop, target: DataPointer, offsets: DataPointer,
    count: Int, values: DataPointer, stride: Int
  ) {
    unsafe NNKernels.updateElements(
      operation, type, loop: loop, target: target.raw, offsets: offsets.raw.assumingMemoryBound(to: Int.self),
      count: count, values: values.raw, stride: stride)
  }

  /// `out += factor * x` for consecutive elements; false for a type without such sums.
  static func addScaled(_ type: ElementType, count: Int, out: DataPointer, x: DataPointer, factor: DataPointer) -> Bool
  {
    unsafe NNKernels.addScaled(type, count: count, out: out.raw, x: x.raw, factor: factor.raw)
  }

  /// Copies consecutive elements (or one element to all, for a stride of zero) to byte offsets.
  static func scatter(
    _ size: Int, from source: DataPointer, stride: Int, count: Int, to target: DataPointer, offsets: DataPointer
  ) {
    unsafe NNKernels.scatter(
      elementSize: size, source: source.raw, sourceStride: stride, count: count, target: target.raw,
      offsets: offsets.raw.assumingMemoryBound(to: Int.self))
  }

  static func countTrue(_ mask: DataPointer, count: Int) -> Int {
    unsafe NNKernels.countTrue(mask.raw, count: count, stride: 1)
  }

  /// What the reverse pass makes of consecutive float64 cotangents and saved values; a step of 0 repeats the first.
  static func cotangent(
    _ operation: CotangentOperation, _ count: Int, out: DataPointer, g: DataPointer, _ gStep: Int, a: DataPointer,
    _ aStep: Int, bound: Double = 0
  ) {
    unsafe NNKernels.cotangent(
      operation, count, out: out.raw, g: g.raw, gStep: gStep, a: a.raw, aStep: aStep, bound: bound)
  }

  /// The larger (or smaller) of consecutive float64 elements and a bound; how many there are before one that equals it.
  static func boundWithoutTies(
    _ isMaximum: Bool, _ count: Int, out: DataPointer, x: DataPointer, bound: Double
  ) -> Int {
    unsafe NNKernels.boundWithoutTies(isMaximum, count, out: out.raw, x: x.raw, bound: bound)
  }

  /// The same for all elements, with their shares in the results; the first `done` have been written.
  static func boundWithShares(
    _ isMaximum: Bool, _ count: Int, done: Int, out: DataPointer, x: DataPointer, bound: Double, shares: DataPointer
  ) {
    unsafe NNKernels.boundWithShares(
      isMaximum, count, done: done, out: out.raw, x: x.raw, bound: bound, shares: shares.raw)
  }

  /// The cotangent of one of two operands: g where x is the result, half of it where y is too, else 0. All are
  /// consecutive float64, or one for a stride of zero.
  static func shareTies(
    _ count: Int, out: DataPointer, result: DataPointer, x: DataPointer, _ xStride: Int, y: DataPointer, _ yStride: Int,
    g: DataPointer, _ gStride: Int
  ) {
    unsafe NNKernels.shareTies(
      count, out: out.raw, result: result.raw, x: x.raw, xStride: xStride, y: y.raw, yStride: yStride, g: g.raw,
      gStride: gStride)
  }

  /// Adds consecutive float64 elements (or one element, for a stride of zero) to byte offsets.
  static func scatterAdd(
    from source: DataPointer, stride: Int, count: Int, to target: DataPointer, offsets: DataPointer
  ) {
    unsafe NNKernels.scatterAdd(
      source: source.raw, sourceStride: stride, count: count, target: target.raw,
      offsets: offsets.raw.assumingMemoryBound(to: Int.self))
  }

  /// Copies the consecutive elements whose mask byte is set to consecutive places.
  static func compress(_ size: Int, from source: DataPointer, mask: DataPointer, count: Int, out: DataPointer) {
    unsafe NNKernels.compress(
      elementSize: size, x: source.raw, stride: size, mask: mask.raw, maskStride: 1, count: count, out: out.raw)
  }

  /// Writes values in order (or one value, for a stride of zero) to the consecutive elements whose mask byte is set.
  static func maskedAssign(
    _ size: Int, to target: DataPointer, mask: DataPointer, count: Int, values: DataPointer, stride: Int
  ) {
    unsafe NNKernels.maskedAssign(
      elementSize: size, out: target.raw, stride: size, mask: mask.raw, maskStride: 1, count: count,
      values: values.raw, valueStride: stride)
  }
}

extension LoopNest {
  /// `out = mask ? x : y` for elements of one size; the operands are out, mask, x, y.
  mutating func select(
    _ size: Int, out: DataPointer, mask: DataPointer, x: DataPointer, y: DataPointer
  ) throws(Fault) {
    let (rows, columns) = (rows, columns)
    let operands = (operand(0, out), operand(1, mask), operand(2, x), operand(3, y))
    try forEachPanel { (offsets) throws(Fault) in
      try Interrupts.check()
      selectElements(
        elementSize: size, rows: rows, columns: columns, out: operands.0.moved(by: offsets[0]),
        mask: operands.1.moved(by: offsets[1]), x: operands.2.moved(by: offsets[2]),
        y: operands.3.moved(by: offsets[3]))
    }
  }
}
