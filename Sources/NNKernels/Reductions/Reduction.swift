/// The reductions that NumPy makes by repeating a binary operation.
public enum ReductionOperation: UInt8, CaseIterable, Sendable {
  case sum, product, maximum, minimum, all, any

  /// The type of the result for elements of `type`: bool for `all` and `any`, else `type`.
  public func resultType(_ type: ElementType) -> ElementType {
    self == .all || self == .any ? .bool : type
  }
}

/// Reduces the axes of `x` whose place in `reduced` is true, in NumPy's order of operations (bit for bit): `out` has
/// the other axes' elements at `outStrides` (bytes; entries of reduced axes are not looked at). `x` has `type`, `out`
/// `operation.resultType(type)`; sums and products of floats stay in their precision, those of integers wrap, sums of
/// bool are "or". Without elements the results are 0, 1, and for `maximum` and `minimum` the type's extremes, which
/// callers refuse before. `out` may not overlap `x`.
///
/// With `continues` the results begin with what `out` holds. `mask` (bytes, of the shape of `x`) says which elements
/// count: each run of them is folded by itself, as NumPy does. With `roundsHalves` what has been folded is rounded to 16
/// bits after each run.
public func reduce(
  _ operation: ReductionOperation, _ type: ElementType, x: UnsafeRawPointer, shape: [Int], strides: [Int],
  reduced: [Bool], out: UnsafeMutableRawPointer, outStrides: [Int], continues: Bool = false,
  mask: UnsafeRawPointer? = nil, maskStrides: [Int] = [], roundsHalves: Bool = false
) {
  var plan = ReductionPlan(
    shape: shape, strides: strides, reduced: reduced, outStrides: outStrides, maskStrides: maskStrides)
  plan.continues = continues
  plan.mask = mask.map { Bytes(mutating: $0) }
  plan.roundsHalves = roundsHalves && type == .float32
  reduce(operation, type, plan, Bytes(mutating: x), out)
}

/// The same over all of `count` elements.
public func reduceAll(
  _ operation: ReductionOperation, _ type: ElementType, x: UnsafeRawPointer, count: Int, stride: Int,
  out: UnsafeMutableRawPointer
) {
  reduce(operation, type, ReductionPlan(count: count, stride: stride), Bytes(mutating: x), out)
}

private func reduce(
  _ operation: ReductionOperation, _ type: ElementType, _ plan: ReductionPlan, _ x: Bytes, _ out: Bytes
) {
  switch operation {
  case .sum: reduceNumbers(SumFold.self, type, plan, x, out)
  case .product: reduceNumbers(ProductFold.self, type, plan, x, out)
  case .maximum: reduceElements(MaximumFold.self, type, plan, x, out)
  case .minimum: reduceElements(MinimumFold.self, type, plan, x, out)
  case .all: reduceTruth(AllFold.self, type, plan, x, out)
  case .any: reduceTruth(AnyFold.self, type, plan, x, out)
  }
}
