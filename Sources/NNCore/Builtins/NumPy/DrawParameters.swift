import NNKernels

/// The three parameters of a distribution, the second to fourth argument, broadcast to the size, the fifth.
struct DrawParameters: ~Copyable {
  let first: NDArray
  let second: NDArray
  let third: NDArray
  let shape: Dimensions
  /// Whether each parameter is one number.
  let isUniform: Bool
  /// Whether one number is to be drawn, and no array.
  let isSingle: Bool

  /// Throws ValueError where shapes do not go together.
  static func of(_ arguments: Registers, in context: Context) throws(Fault) -> DrawParameters {
    let a = try context.array(arguments, 2).value.cast(to: .float64, order: .c)
    let b = try context.array(arguments, 3).value.cast(to: .float64, order: .c)
    let c = try context.array(arguments, 4).value.cast(to: .float64, order: .c)
    let joined = try DrawParameters.joined(try DrawParameters.joined(a.shape, b.shape), c.shape)
    let isUniform = joined.count == 0
    var shape = joined
    if !arguments[5].isNone {
      shape = try ArrayConversion.shape(arguments[5], in: context)
      if Broadcasting.shape(shape, joined) == nil {
        throw Fault(
          .valueError,
          "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
            + "\(shape.text) and arg 1 with shape \(joined.text).")
      }
      if !Broadcasting.fits(joined, into: shape) {
        throw Fault(
          .valueError,
          "Output size \(shape.text) is not compatible with broadcast dimensions of inputs \(joined.text).")
      }
    }
    try Creation.check(shape, itemSize: 8)
    return DrawParameters(
      first: a.broadcastView(shape), second: b.broadcastView(shape), third: c.broadcastView(shape), shape: shape,
      isUniform: isUniform, isSingle: isUniform && arguments[5].isNone)
  }

  private static func joined(_ one: Dimensions, _ other: Dimensions) throws(Fault) -> Dimensions {
    guard let result = Broadcasting.shape(one, other) else { throw Broadcasting.mismatch([one, other]) }
    return result
  }

  borrowing func a(_ index: Int) -> Double { first.element(index).asDouble }
  borrowing func b(_ index: Int) -> Double { second.element(index).asDouble }
  borrowing func c(_ index: Int) -> Double { third.element(index).asDouble }

  /// Runs `body` for each number to draw.
  borrowing func forEach(
    in context: Context, _ body: (_ index: Int, _ a: Double, _ b: Double, _ c: Double) -> Void
  ) throws(Fault) {
    let count = shape.product
    if count == 0 { return }
    var (x, y, z) = (a(0), b(0), c(0))
    for index in 0..<count {
      if !isUniform { (x, y, z) = (a(index), b(index), c(index)) }
      body(index, x, y, z)
      if index & 0xFFFF == 0xFFFF { try context.checkInterrupt() }
    }
  }
}
