import NNKernels

extension Builtin {
  /// What `np.c_[…]`, `np.r_[…]`, `np.s_[…]`, `np.mgrid[…]` and `np.ogrid[…]` do with their keys.
  static let indexTricks: [(name: String, builtin: Builtin)] = [
    (
      "c_",
      Builtin("numpy.c_(key)", "Arrays side by side: 1-d arrays become columns; slices become ranges.") {
        (context, arguments) throws(Fault) in
        let parts = try context.parts(arguments[0])
        let columns = try Joining.mapped(parts) { (array) throws(Fault) in
          array.rank < 2 ? try array.atLeast(dimensions: 1).reshaped([-1, 1]) : array.view()
        }
        return .view(try Joining.concatenate(columns, axis: -1))
      }
    ),
    (
      "r_",
      Builtin("numpy.r_(key)", "Arrays and numbers one behind the other; slices become ranges.") {
        (context, arguments) throws(Fault) in
        let parts = try context.parts(arguments[0])
        let wide = try Joining.mapped(parts) { (array) throws(Fault) in try array.atLeast(dimensions: 1) }
        return .view(try Joining.concatenate(wide, axis: 0))
      }
    ),
    (
      "s_",
      Builtin("numpy.s_(key)", "The key itself: a slice to use later.") { (context, arguments) throws(Fault) in
        arguments[0].copy()
      }
    ),
    (
      "mgrid",
      Builtin("numpy.mgrid(key)", "The coordinates of a grid of slices, as one array.") {
        (context, arguments) throws(Fault) in
        let grids = try Joining.meshgrid(try context.parts(arguments[0]), matrixIndexing: true)
        return .view(arguments[0].asTuple == nil ? grids[0].value.view() : try Joining.stack(grids))
      }
    ),
    (
      "ogrid",
      Builtin("numpy.ogrid(key)", "The coordinates of a grid of slices along each axis, as a tuple.") {
        (context, arguments) throws(Fault) in
        let grids = try Joining.meshgrid(try context.parts(arguments[0]), matrixIndexing: true, sparse: true)
        return arguments[0].asTuple == nil ? .array(grids[0].copy()) : .arrays(grids, isTuple: true)
      }
    ),
  ]
}

extension Context {
  /// The arrays of a subscript: slices as ranges, everything else converted.
  fileprivate func parts(_ key: borrowing Value) throws(Fault) -> List<Ref<NDArray>> {
    var result = List<Ref<NDArray>>()
    if let tuple = key.asTuple {
      for index in 0..<tuple.value.items.count { result.append(try part(tuple.value.items[index])) }
    } else {
      result.append(try part(key))
    }
    return result
  }

  private func part(_ value: borrowing Value) throws(Fault) -> Ref<NDArray> {
    switch value {
    case .slice(let r):
      let isInteger = r.value.start.asFloat == nil && r.value.stop.asFloat == nil && r.value.step.asFloat == nil
      if isInteger {
        let slice = try slice(r.unowned)
        guard let stop = slice.stop else { throw Fault(.typeError, "a range needs an end: start:stop") }
        return Ref(try Creation.arange(start: slice.start ?? 0, stop: stop, step: slice.step ?? 1))
      }
      let start = r.value.start.isNone ? 0 : try double(r.value.start)
      let step = r.value.step.isNone ? 1 : try double(r.value.step)
      return Ref(try Creation.arange(start: start, stop: try double(r.value.stop), step: step))
    case .string: throw Fault(.notImplementedError, "directives in text are not here: use concatenate or stack")
    default: return Ref(try ArrayConversion.array(value, in: self))
    }
  }
}
