import NNKernels

extension Builtin {
  static let reductions: [Builtin] = [.numpySum, .dot]

  static let numpySum = Builtin(
    "numpy.sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=<no value>, where=<no value>)",
    "Sum of the elements over the given axes, in NumPy's pairwise order.", example: "sum(ones((2, 3)), axis=0)",
    methodOf: ["ndarray", "generic"]
  ) { (context, arguments) throws(Fault) in
    let axes = try ArrayConversion.axes(arguments[1], in: context)
    let keep = try context.truth(arguments[4])
    return .result(try Reduction.sum.reduce(try context.array(arguments[0]), axes: axes, keepDimensions: keep))
  }

  static let dot = Builtin(
    "numpy.dot(a, b, out=None)", "Product of two arrays: of matrices for 2-d, the inner product for 1-d.",
    example: "dot([1, 2], [3, 4])  # np.int64(11)", methodOf: ["ndarray"]
  ) { (context, arguments) throws(Fault) in
    .result(try Products.dot(try context.array(arguments[0]), try context.array(arguments[1])))
  }
}
