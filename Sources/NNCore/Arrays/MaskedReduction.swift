import NNKernels

extension Reduction {
  /// The reduction over the elements whose mask is true; the mask broadcasts with the array. Each run of them is folded
  /// by itself, as NumPy does. Throws ValueError for an extreme without `initial`.
  func reduce(
    _ x: borrowing NDArray, mask: borrowing NDArray, axes: Dimensions? = nil, keepDimensions: Bool = false,
    type: ElementType? = nil, initial: NumPyScalar? = nil
  ) throws(Fault) -> NDArray {
    guard let start = initial ?? identity else { throw Reduction.noIdentity(name) }
    guard let common = Broadcasting.shape(x.shape, mask.shape) else {
      throw Broadcasting.mismatch([x.shape, mask.shape])
    }
    if common != x.shape {
      return try reduce(
        x.broadcastView(common), mask: mask, axes: axes, keepDimensions: keepDimensions, type: type, initial: initial)
    }
    let places = try Axes.normalized(x.rank > 0 ? axes : nil, rank: x.rank)
    if !x.type.isNumber {
      return try joining.reduceSlowly(x, places, keepDimensions, type, start, Ref(mask.view()))
    }
    let isTruth = self == .all || self == .any
    let wanted = isTruth ? .bool : type ?? computingType(x.type)
    if !isTruth, wanted == .float16, self == .sum || self == .product, Reduction.addsRows(x, places) {
      let half = x.type == wanted ? x.view() : try x.cast(to: wanted)
      return try joining.reduceSlowly(half, places, keepDimensions, wanted, start, Ref(mask.view()))
    }
    let computing = wanted.computingType
    let source = try x.cast(to: wanted).cast(to: computing)
    let out = try Reduction.emptyResult(source, operation.resultType(computing), places, keepDimensions)
    try out.fill(start.converted(to: wanted).cast(to: out.type))
    run(
      source, into: out, places, keepDimensions, continues: true,
      mask: Ref(try mask.cast(to: .bool).broadcastView(x.shape)), roundsHalves: wanted == .float16)
    return wanted == computing ? out : try out.cast(to: wanted)
  }

  /// The sum of the elements whose mask is true; with `isFilled` zeros are added for the others, as the functions that
  /// pass over nan do.
  static func maskedSum(
    _ x: borrowing NDArray, mask: borrowing NDArray, axes: Dimensions?, keepDimensions: Bool, type: ElementType,
    isFilled: Bool
  ) throws(Fault) -> NDArray {
    if !isFilled {
      return try Reduction.sum.reduce(x, mask: mask, axes: axes, keepDimensions: keepDimensions, type: type)
    }
    let chosen = try Selection.select(
      mask, try x.cast(to: type), try Creation.scalar(NumPyScalar(0).cast(to: type)), type: type)
    return try Reduction.sum.reduce(chosen, axes: axes, keepDimensions: keepDimensions, type: type)
  }

  static func noIdentity(_ name: String) -> Fault {
    Fault(
      .valueError,
      "reduction operation '\(name)' does not have an identity, so to use a where mask one has to specify 'initial'")
  }
}
