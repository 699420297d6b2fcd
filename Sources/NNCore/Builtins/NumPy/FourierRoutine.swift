import NNKernels

extension Builtin {
  /// What `numpy.fft`, written in the language, stands on.
  static let fourierRoutines: [Builtin] = [.fourierTransform]

  static let fourierTransform = Builtin(
    "_fourier.transform(a, n, inverse, scale, form, single, /)",
    "The transforms of length n along the last axis. `form`: 0 complex, 1 of real numbers (a half), 2 to real numbers."
  ) { (context, arguments) throws(Fault) in
    let a = try context.array(arguments, 0)
    let count = try context.indexInteger(arguments[1]) ?? 0
    let form = FourierCalls.Form(rawValue: try context.indexInteger(arguments[4]) ?? 0) ?? .complex
    let isSingle = try context.flag(arguments[5])
    let result = try FourierCalls.transform(
      a.value, count: count, isInverse: try context.flag(arguments[2]), scale: try context.double(arguments[3]), form)
    let last = result.rank - 1
    switch form {
    case .complex: return .view(isSingle ? try result.cast(to: .complex64, order: .c) : result)
    case .realIn:
      return .view(try result.sliced(last, 0, count / 2 + 1).cast(to: isSingle ? .complex64 : .complex128, order: .c))
    case .realOut: return .view(try result.cast(to: isSingle ? .float32 : .float64, order: .c))
    }
  }
}
