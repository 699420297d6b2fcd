/// One axis of a reduction: its length and its byte strides in the operand and in the result (0 where reduced).
struct ReductionAxis {
  var count: Int
  var stride: Int
  var outStride: Int
  var isReduced: Bool
}

/// The axes of a reduction in the order in which NumPy's iterator walks them, the fastest first: axes of length 1
/// dropped, sorted by stride, neighbours joined where they are one run.
struct ReductionPlan {
  var axes: [ReductionAxis] = []
  /// The result's axes, for writing the initial value.
  var outAxes: [ReductionAxis] { axes.filter { !$0.isReduced } }
  var isEmpty = false

  init(shape: [Int], strides: [Int], reduced: [Bool], outStrides: [Int]) {
    for axis in shape.indices.reversed() {
      let isReduced = axis < reduced.count && reduced[axis]
      if shape[axis] == 0 { isEmpty = true }
      if shape[axis] == 1 { continue }
      axes.append(
        ReductionAxis(
          count: shape[axis], stride: axis < strides.count ? strides[axis] : 0,
          outStride: isReduced || axis >= outStrides.count ? 0 : outStrides[axis], isReduced: isReduced))
    }
    sortByStride()
    join()
  }

  /// NumPy's insertion sort (`npyiter_find_best_axis_ordering`): an axis moves inward past those of larger stride;
  /// strides of 0 decide nothing.
  private mutating func sortByStride() {
    for start in 0..<axes.count {
      let axis = axes[start]
      var place = start
      for other in stride(from: start - 1, through: 0, by: -1) {
        let theirs = axes[other].stride
        if axis.stride == 0 || theirs == 0 { continue }
        if theirs.magnitude <= axis.stride.magnitude { break }
        place = other
      }
      axes.remove(at: start)
      axes.insert(axis, at: place)
    }
  }

  private mutating func join() {
    var joined: [ReductionAxis] = []
    for axis in axes {
      if let last = joined.last, last.isReduced == axis.isReduced, last.stride &* last.count == axis.stride,
        last.outStride &* last.count == axis.outStride
      {
        joined[joined.count - 1].count = last.count &* axis.count
      } else {
        joined.append(axis)
      }
    }
    axes = joined
  }
}
