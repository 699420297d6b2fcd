extension Builtin {
  /// Views by hand.
  static let strideTricks: [Builtin] = [.asStrided]

  static let asStrided = Builtin(
    "numpy.lib.stride_tricks.as_strided(x, shape=None, strides=None, subok=False, writeable=True)",
    "A view with a shape and byte strides of one's own. It has to stay inside the memory of the array.",
    example: "np.lib.stride_tricks.as_strided(arange(4), (2, 2), (8, 8))  # array([[0, 1], [1, 2]])"
  ) { (context, arguments) throws(Fault) in
    let x = try context.array(arguments, 0)
    let shape = arguments.isNone(1) ? x.value.shape : try ArrayConversion.shape(arguments[1], in: context)
    let strides =
      arguments.isNone(2)
      ? x.value.strides
      : try Dimensions(checking: context.integers(arguments[2]))
    guard shape.count == strides.count else {
      throw Fault(.valueError, "mismatch in length of strides and shape")
    }
    try Creation.check(shape, itemSize: 1)
    try x.value.checkReach(shape, strides)
    var view = x.value.view(offset: x.value.offset, shape: shape, strides: strides)
    if !(try context.truth(arguments[4])) { view.isWriteable = false }
    return .view(view)
  }
}

extension NDArray {
  /// Throws ValueError where a view of that form would leave the array's memory.
  fileprivate func checkReach(_ shape: Dimensions, _ strides: Dimensions) throws(Fault) {
    if shape.product == 0 { return }
    var low = offset
    var high = offset
    for axis in 0..<shape.count {
      let (reach, overflow) = (shape[axis] - 1).multipliedReportingOverflow(by: strides[axis])
      if overflow || reach.magnitude > UInt(Int.max / 128) { throw NDArray.outside }
      if reach < 0 { low += reach } else { high += reach }
    }
    if low < 0 || high + itemSize > storage.value.byteCount { throw NDArray.outside }
  }

  private static var outside: Fault { Fault(.valueError, "the strides lead out of the array's memory") }
}
