import NNKernels

extension Ufunc {
  /// Elements up to which contiguous operands are one call without a nest.
  private static let flatLimit = 1 << 21

  /// Writes the function of an array of the computing type to `out`, whose shape it broadcasts to.
  @inline(__always)
  func run(_ type: ElementType, out: borrowing NDArray, x: borrowing NDArray) throws(Fault) {
    if !type.isNumber { return try runSlowly(type, out: out, x: x) }
    let loop = try unaryKernel(type)
    let warns = warns(type)
    if warns { FloatingPointWarnings.prepare() }
    if out.isContiguous && x.isContiguous && out.count == x.count && out.count <= Ufunc.flatLimit {
      FlatLoops.run(loop, out.count, out: out.mutableData, out.itemSize, x: x.data, x.itemSize)
    } else {
      var nest = LoopNest(out.shape, out.strides, Broadcasting.strides(x.strides, of: x.shape, in: out.shape))
      try nest.run(loop, out: out.mutableData, x: x.data)
    }
    if warns { FloatingPointWarnings.record(name) }
  }

  /// Writes the function of two arrays of the computing type to `out`, whose shape they broadcast to.
  @inline(__always)
  func run(_ type: ElementType, out: borrowing NDArray, x: borrowing NDArray, y: borrowing NDArray) throws(Fault) {
    if !type.isNumber { return try runSlowly(type, out: out, x: x, y: y) }
    let loop = try binaryKernel(type)
    let warns = warns(type)
    if warns { FloatingPointWarnings.prepare() }
    if out.isContiguous && x.isContiguous && y.isContiguous && x.shape == y.shape && out.count == x.count
      && out.count <= Ufunc.flatLimit
    {
      FlatLoops.run(
        loop, out.count, out: out.mutableData, out.itemSize, x: x.data, x.itemSize, y: y.data, y.itemSize)
    } else {
      var nest = LoopNest(
        out.shape, out.strides, Broadcasting.strides(x.strides, of: x.shape, in: out.shape),
        Broadcasting.strides(y.strides, of: y.shape, in: out.shape))
      try nest.run(loop, out: out.mutableData, x: x.data, y: y.data)
    }
    if warns { FloatingPointWarnings.record(name) }
  }

  /// Writes the function of an array and a scalar, both of the computing type, to `out`.
  @inline(__always)
  func run(
    _ type: ElementType, out: borrowing NDArray, x: borrowing NDArray, scalar: NumPyScalar, scalarFirst: Bool
  ) throws(Fault) {
    if !type.isNumber {
      let other = try Creation.scalar(scalar)
      return try scalarFirst
        ? runSlowly(type, out: out, x: other, y: x) : runSlowly(type, out: out, x: x, y: other)
    }
    let loop = try binaryKernel(type)
    let slot = ScalarSlots.place(scalar, slot: 0)
    let warns = warns(type)
    if warns { FloatingPointWarnings.prepare() }
    if out.isContiguous && x.isContiguous && out.count == x.count && out.count <= Ufunc.flatLimit {
      if scalarFirst {
        FlatLoops.run(loop, out.count, out: out.mutableData, out.itemSize, x: slot, 0, y: x.data, x.itemSize)
      } else {
        FlatLoops.run(loop, out.count, out: out.mutableData, out.itemSize, x: x.data, x.itemSize, y: slot, 0)
      }
    } else {
      let none = Dimensions(repeating: 0, count: out.rank)
      let strides = Broadcasting.strides(x.strides, of: x.shape, in: out.shape)
      if scalarFirst {
        var nest = LoopNest(out.shape, out.strides, none, strides)
        try nest.run(loop, out: out.mutableData, x: slot, y: x.data)
      } else {
        var nest = LoopNest(out.shape, out.strides, strides, none)
        try nest.run(loop, out: out.mutableData, x: x.data, y: slot)
      }
    }
    if warns { FloatingPointWarnings.record(name) }
  }
}
